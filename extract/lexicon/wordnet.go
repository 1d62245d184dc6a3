package lexicon

// POS is one of the parts of speech that WordNet has.
type POS uint8

// The parts of speech.
const (
	Noun POS = iota
	Verb
	Adjective
	Adverb
)

var posNames = [...]string{"noun", "verb", "adjective", "adverb"}

func (p POS) String() string { return posNames[p] }

// Known reports whether the lemma is in the dictionary as that part of speech.
func Known(lemma string, pos POS) bool { return false }

// Synonyms reports whether two different lemmas share one of their first senses.
func Synonyms(a, b string) bool { return false }

// Antonyms reports whether two lemmas are opposites: directly, through a
// similar adjective (wet, arid) or through derivation (increase, decrease as nouns).
func Antonyms(a, b string) bool { return false }

// Derived reports whether two different lemmas are of one family by
// derivation: resign and resignation, killing and killer.
func Derived(a, b string) bool { return false }

// Hypernym reports whether b is above a, at most three steps, by first senses:
// "vehicle" is a hypernym of "car".
func Hypernym(a, b string, pos POS) bool { return false }

// Paraphrase reports whether the paraphrase database has the pair. It is
// noisy: take it as support, not as proof.
func Paraphrase(a, b string) bool { return false }

// BaseForm gives the lemma of an irregular form from WordNet's exception
// lists: "went" as a verb gives "go".
func BaseForm(form string, pos POS) (string, bool) { return "", false }

// Similarity is how near in meaning two lemmas are, from 0 (unrelated as far
// as is known) to 1 (the same lemma).
func Similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	return 0
}

// Similar lists lemmas to look for where one is sought: synonyms, derivations
// and strong paraphrases, nearest first, then by the alphabet.
func Similar(lemma string) []string { return nil }
