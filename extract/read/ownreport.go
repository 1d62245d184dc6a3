package read

import (
	"bytes"
)

// ownMarks are by what a report of xref is known, in each of its formats, near
// its beginning.
var ownMarks = [][]byte{
	[]byte(`"schema": "xref.`),
	[]byte(`"id": "urn:xref:report"`),
	[]byte(`<meta name="generator" content="xref`),
	[]byte(`package="xref" id=`),
	[]byte("rank,id,kind,verdict,severity,confidence,"),
	[]byte(`{"$schema": "xref.`),
}

// ownHeading is the first line of a report in words.
var ownHeading = expression(`^(?:#{1,2} )?(?:\d+ of )?\d+ articles?(?: read)?, \d+ stor(?:y|ies): [^\n]{1,120}\r?\n`)

// isOwnReport reports whether data is a report that xref wrote.
func isOwnReport(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	if ownHeading().Match(head) {
		return true
	}
	for _, mark := range ownMarks {
		if bytes.Contains(head, mark) {
			return true
		}
	}
	return false
}
