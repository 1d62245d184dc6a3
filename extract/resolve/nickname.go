package resolve

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/nicknames.txt
var nicknamesText string

// nicknames gives the full names that each short form can stand for.
var nicknames = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(nicknamesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		full, forms, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for form := range strings.FieldsSeq(forms) {
			table[form] = append(table[form], full)
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
