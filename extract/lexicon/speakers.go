package lexicon

import "strings"

var (
	asking    = TextWords.Words("labels of who asks in a transcript")
	answering = TextWords.Words("labels of who answers in a transcript")
	voices    = TextWords.Words("labels of who speaks in a transcript")
)

// Asks reports whether the label of a turn in a transcript stands for whoever asks:
// "Q.", "QUESTION".
func Asks(label string) bool { return asking.Has(labelKey(label)) }

// Answers reports whether it stands for whoever answers: "A."
func Answers(label string) bool { return answering.Has(labelKey(label)) }

func labelKey(label string) string { return strings.TrimRight(folded(label), ".: ") }

// NamesSpeaker reports whether the label of a turn can be the name of somebody who
// speaks: it has a title or a given name, or names a person by what they are, or is no
// word of English. Names of places and days aren't.
func NamesSpeaker(label string) bool {
	if Asks(label) || Answers(label) || voices.Has(labelKey(label)) {
		return true
	}
	if _, ok := Country(label); ok {
		return false
	}
	if _, ok := Capital(label); ok {
		return false
	}
	if _, ok := USState(label); ok {
		return false
	}
	words := strings.Fields(label)
	for i, w := range words {
		if i+1 < len(words) && Title(w) {
			return true
		}
	}
	last := folded(words[len(words)-1])
	if _, given := GivenName(words[0]); given && (len(words) > 1 || !Known(last, Noun)) {
		return true
	}
	if _, person := PersonNoun(last); person || Title(label) {
		return true
	}
	for _, pos := range []POS{Noun, Verb, Adjective, Adverb} {
		if Known(last, pos) {
			return false
		}
		if _, form := BaseForm(last, pos); form {
			return false
		}
	}
	return !Stopword(last) && last != ""
}
