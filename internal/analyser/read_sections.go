package analyser

import (
	"strconv"
	"strings"

	"xref/extract/lang"
)

// readEdits reads one edit a line: how many bytes to cut, a tab, what to add.
func readEdits(s string) []Edit {
	var edits []Edit
	for line := range strings.Lines(s) {
		cut, add, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, _ := strconv.Atoi(cut)
		edits = append(edits, Edit{Cut: n, Add: add})
	}
	return edits
}

// readFeats reads features of len(FeatNames) bytes each.
func readFeats(s string) []lang.Feats {
	var feats []lang.Feats
	for ; len(s) >= len(lang.FeatNames); s = s[len(lang.FeatNames):] {
		feats = append(feats, lang.FeatsOf([]byte(s[:len(lang.FeatNames)])))
	}
	return feats
}
