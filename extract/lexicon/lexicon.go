// Package lexicon is embedded knowledge of English words: WordNet's relations,
// words for people, bodies and places, given names, countries, verbs and nouns
// of reporting, modality, negation, and how common a word is.
//
// Its functions take lemmas or forms and answer from tables that are read on
// first use. Lemmas are in lower case, forms as they stand in the text. Words
// of several parts have spaces between them ("prime minister", "carry out").
// All functions are safe for concurrent use and answer alike on every run.
package lexicon

import "strings"

// Gender is the grammatical gender that a name, title or noun tells of a person.
type Gender uint8

// The genders. Either is for a name that both women and men bear and a noun
// that names both; Unknown, the zero value, is for a word that tells nothing.
const (
	Unknown Gender = iota
	Masculine
	Feminine
	Either
)

var genderNames = [...]string{"unknown", "masculine", "feminine", "either"}

func (g Gender) String() string { return genderNames[g] }

// folded is the key of a lemma: lower case, with a straight apostrophe. It
// allocates only where that changes something.
func folded(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(straight(word))
		}
	}
	return word
}

// straight replaces the curly apostrophe.
func straight(word string) string { return strings.ReplaceAll(word, "’", "'") }

// capitalized turns a word in capitals, as headlines have it, into one with an
// initial: UKRAINE gives Ukraine. Words of up to three letters, which may be
// acronyms, stay.
func capitalized(form string) string {
	letters := 0
	for i := 0; i < len(form); i++ {
		switch c := form[i]; {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			return form
		case 'A' <= c && c <= 'Z':
			letters++
		}
	}
	if letters <= 3 {
		return form
	}
	b := []byte(form)
	for i := 1; i < len(b); i++ {
		if letter(b[i-1]) && 'A' <= b[i] && b[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
