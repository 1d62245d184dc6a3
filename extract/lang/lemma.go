package lang

import (
	"strings"
	"unicode/utf8"

	"xref/extract/lang/perceptron"
	"xref/extract/lexicon"
)

// lemmatizer finds lemmas by the longest ending of a form, up to the whole
// form, for which an edit has been learned with the form's tag.
type lemmatizer struct {
	edits  *table
	script []edit
}

// edit makes a lemma: cut bytes off the end and append add.
type edit struct {
	cut int
	add string
}

// longestEnding is the length in bytes of the longest ending that is not a whole form.
const longestEnding = 6

func endingKey(ending string, tag uint32, whole bool) uint32 {
	template := uint32(2)
	if whole {
		template = 1
	}
	return uint32(perceptron.F2(template, perceptron.Hash(ending), tag) >> 20)
}

// lemma of a form, and whether the very form was seen with the tag; tag is its
// number. Proper nouns keep their case.
func (l *lemmatizer) lemma(form string, tag uint32, proper bool) (lemma string, seen bool) {
	base := lemmaBase(form, proper)
	if id, ok := l.edits.find(endingKey(base, tag, true)); ok {
		return l.script[id].apply(base), true
	}
	for n := min(longestEnding, len(base)); n >= 0; n-- {
		if id, ok := l.edits.find(endingKey(base[len(base)-n:], tag, false)); ok {
			return l.script[id].apply(base), false
		}
	}
	return base, false
}

// irregularLemma is the lemma that WordNet's exception lists give for a form of
// a verb or common noun.
func irregularLemma(form string, upos UPOS) (string, bool) {
	switch upos {
	case VERB:
		return lexicon.BaseForm(strings.ToLower(form), lexicon.Verb)
	case NOUN:
		return lexicon.BaseForm(strings.ToLower(form), lexicon.Noun)
	}
	return "", false
}

func lemmaBase(form string, proper bool) string {
	base := strings.ReplaceAll(form, "’", "'")
	if !proper {
		base = strings.ToLower(base)
	}
	return base
}

func (e edit) apply(form string) string {
	at := len(form) - e.cut
	switch {
	case at < 0 || at < len(form) && !utf8.RuneStart(form[at]):
		return form
	case e.cut == 0 && e.add == "":
		return form
	}
	return form[:at] + e.add
}
