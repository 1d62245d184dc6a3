package read

import (
	"bytes"
	"errors"
	"fmt"
)

// mailbox is many messages in one file.
var mailbox = Format{
	Name:    "mailbox",
	Endings: []string{".mbox", ".mbx"},
	Kinds:   []string{"application/mbox"},
	Reads:   "each message as of e-mail",
	Limit:   "archive-bytes",
	Like: func(head []byte) bool {
		_, rest, ok := bytes.Cut(head, []byte("\n"))
		return ok && bytes.HasPrefix(head, []byte("From ")) && headerLine().Match(rest)
	},
	Read: readMailbox,
}

func readMailbox(in input) (contents, error) {
	messages := messagesOf(in.data)
	if len(messages) == 0 {
		return contents{}, in.skip("no mailbox: it has no line that begins with “From ”")
	}
	var out contents
	most := int(in.limits.Of("entries"))
	for i, m := range messages {
		if i == most {
			out.skipped = append(out.skipped, in.skip("more messages than "+tooMuch("entries", int64(most))+"; the others are left out"))
			break
		}
		part := fmt.Sprintf("message %d", i+1)
		inner, err := in.within(m)
		if err == nil && !headerLine().Match(bytes.TrimLeft(m, "\n")) {
			err = errors.New("no message that can be read: it has no header")
		}
		if err == nil {
			var found contents
			if found, err = readEmail(inner); err == nil {
				out.addPart(in, part, found)
			}
		}
		if err != nil && !errors.Is(err, errPassedOver) {
			out.skipPart(in, part, err)
		}
	}
	return out, nil
}

// messagesOf splits a mailbox at the lines that begin with "From " after a blank
// line, and undoes what keeps other lines from looking so.
func messagesOf(data []byte) [][]byte {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	var all [][]byte
	start := -1
	blank := true
	for at := 0; at < len(data); {
		end := bytes.IndexByte(data[at:], '\n')
		next := len(data)
		if end >= 0 {
			next = at + end + 1
		}
		l := data[at:next]
		if blank && bytes.HasPrefix(l, []byte("From ")) {
			if start >= 0 {
				all = append(all, data[start:at])
			}
			start = next
		}
		blank = len(bytes.TrimSpace(l)) == 0
		at = next
	}
	if start >= 0 {
		all = append(all, data[start:])
	}
	for i, m := range all {
		for _, marks := range []string{"\n>From ", "\n>>From "} {
			m = bytes.ReplaceAll(m, []byte(marks), []byte("\n"+marks[2:]))
		}
		all[i] = m
	}
	return all
}
