package resolve

import (
	"slices"
	"strings"
	"sync"

	"xref/extract/lexicon"
)

// nicknames gives the full names that each short form can stand for.
var nicknames = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for _, row := range lexicon.PersonWords.Rows("short forms of given names") {
		for form := range strings.FieldsSeq(row[1]) {
			table[form] = append(table[form], row[0])
		}
	}
	return table
})

// sameGivenName reports whether two folded given names can be one person's:
// equal, an initial and a name it begins, a short form and its full name, two
// short forms of one name, or two spellings.
func sameGivenName(a, b string) bool {
	if a == b {
		return true
	}
	if a == "" || b == "" {
		return false
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	table := nicknames()
	fullA, fullB := table[a], table[b]
	if slices.Contains(fullA, b) || slices.Contains(fullB, a) {
		return true
	}
	for _, full := range fullA {
		if slices.Contains(fullB, full) {
			return true
		}
	}
	return alike(a, b) >= respelt
}
