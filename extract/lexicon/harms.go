package lexicon

import _ "embed"

var (
	//go:embed data/harms.txt
	harmsText string

	harms = wordlist[struct{}]{name: "harms", text: harmsText, row: present}
)

// Harm reports whether a verb is one of a harm or a fault: of such acts it matters who
// is said to have done them.
func Harm(lemma string) bool {
	_, ok := harms.find(folded(lemma))
	return ok
}
