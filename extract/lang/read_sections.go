package lang

import (
	"strconv"
	"strings"
)

// readEdits reads one edit a line: how many bytes to cut, a tab, what to add.
func readEdits(s string) []edit {
	var edits []edit
	for line := range strings.Lines(s) {
		cut, add, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, _ := strconv.Atoi(cut)
		edits = append(edits, edit{cut: n, add: add})
	}
	return edits
}

// readFeats reads features of len(featNames) bytes each.
func readFeats(s string) []Feats {
	var feats []Feats
	for ; len(s) >= len(featNames); s = s[len(featNames):] {
		feats = append(feats, featsOf([]byte(s[:len(featNames)])))
	}
	return feats
}
