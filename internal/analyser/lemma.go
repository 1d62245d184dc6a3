package analyser

import (
	"strings"
	"unicode/utf8"

	"xref/extract/lang"
	"xref/extract/lang/perceptron"
	"xref/extract/lexicon"
)

// Lemmatizer finds lemmas by the longest ending of a form, up to the whole
// form, for which an edit has been learned with the form's tag.
type Lemmatizer struct {
	Edits  *Table
	Script []Edit
}

// Edit makes a lemma: cut bytes off the end and append add.
type Edit struct {
	Cut int
	Add string
}

// LongestEnding is the length in bytes of the longest ending that is not a whole form.
const LongestEnding = 6

func EndingKey(ending string, tag uint32, whole bool) uint32 {
	template := uint32(2)
	if whole {
		template = 1
	}
	return uint32(perceptron.F2(template, perceptron.Hash(ending), tag) >> 20)
}

// lemma of a form, and whether the very form was seen with the tag; tag is its
// number. Proper nouns keep their case.
func (l *Lemmatizer) lemma(form string, tag uint32, proper bool) (lemma string, seen bool) {
	base := LemmaBase(form, proper)
	if id, ok := l.Edits.Find(EndingKey(base, tag, true)); ok {
		return l.Script[id].Apply(base), true
	}
	for n := min(LongestEnding, len(base)); n >= 0; n-- {
		if id, ok := l.Edits.Find(EndingKey(base[len(base)-n:], tag, false)); ok {
			return l.Script[id].Apply(base), false
		}
	}
	return base, false
}

// irregularLemma is the lemma that WordNet's exception lists give for a form of
// a verb or common noun.
func irregularLemma(form string, upos lang.UPOS) (string, bool) {
	switch upos {
	case lang.VERB:
		return lexicon.BaseForm(strings.ToLower(form), lexicon.Verb)
	case lang.NOUN:
		return lexicon.BaseForm(strings.ToLower(form), lexicon.Noun)
	}
	return "", false
}

// The regular endings of verbs and of nouns in the plural, with what stands in the
// lemma for them, in the order in which it is tried; "-" is nothing.
var (
	verbEndings = lexicon.TextWords.Lists("regular endings of verbs")
	nounEndings = lexicon.TextWords.Lists("regular endings of nouns")
)

// longestInflection and shortestStem are letters.
const (
	longestInflection = 4
	shortestStem      = 2
)

// regularLemma is a verb or noun of the dictionary of which a form is a regular
// inflection, where the lemma that was guessed is none: "repair", not "repaire".
func regularLemma(form, guessed string, upos lang.UPOS) (string, bool) {
	pos, endings := lexicon.Verb, verbEndings
	switch upos {
	case lang.VERB:
	case lang.NOUN:
		pos, endings = lexicon.Noun, nounEndings
	default:
		return "", false
	}
	if lexicon.Known(guessed, pos) {
		return "", false
	}
	form = strings.ToLower(form)
	for n := min(longestInflection, len(form)-shortestStem); n > 0; n-- {
		stem, ending := form[:len(form)-n], form[len(form)-n:]
		for _, instead := range endings.Of(ending) {
			word := stem + strings.TrimSuffix(instead, "-")
			if lexicon.Known(word, pos) {
				return word, true
			}
			if last := len(word) - 1; word == stem && pos == lexicon.Verb && last > 1 && word[last] == word[last-1] && lexicon.Known(word[:last], pos) {
				return word[:last], true
			}
		}
	}
	return "", false
}

func LemmaBase(form string, proper bool) string {
	base := strings.ReplaceAll(form, "’", "'")
	if !proper {
		base = strings.ToLower(base)
	}
	return base
}

func (e Edit) Apply(form string) string {
	at := len(form) - e.Cut
	switch {
	case at < 0 || at < len(form) && !utf8.RuneStart(form[at]):
		return form
	case e.Cut == 0 && e.Add == "":
		return form
	}
	return form[:at] + e.Add
}
