package assertion

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// appositive is what apposition i and the noun before it say of each other, one
// of them a name and the other what its bearer is: "X, the head of Y", "the
// head of Y, X". The name is what is spoken of, in either order.
func (b binder) appositive(sentence, i int) (Assertion, bool) {
	t := b.tree
	h := t.Tokens[i].Head
	if h < 0 || t.Tokens[i].Rel != lang.Appos || t.one(i, lang.Cop) >= 0 {
		return Assertion{}, false
	}
	name, what := h, i
	if t.NameAt(name) < 0 || t.Tokens[name].UPOS != lang.PROPN {
		name, what = i, h
	}
	if t.NameAt(name) < 0 || t.Tokens[name].UPOS != lang.PROPN || !b.describes(what, name) {
		return Assertion{}, false
	}
	subject, attribute := b.phrase(Agent, name), b.phrase(Attribute, what)
	if subject.Span.Overlaps(attribute.Span) {
		return Assertion{}, false
	}
	tokens := slices.Concat(t.SubtreeWithout(i, aside...), t.SubtreeWithout(h, aside...))
	slices.Sort(tokens)
	tokens = slices.Compact(tokens)
	said := 0
	for _, j := range tokens {
		if Contentful(t.Text, j) && t.Tokens[j].Span.Start >= attribute.Span.Start && t.Tokens[j].Span.End <= attribute.Span.End {
			said++
		}
	}
	if said == 0 {
		return Assertion{}, false
	}
	return Assertion{
		Span:      b.readable(tokens[0], tokens[len(tokens)-1], i),
		Sentence:  sentence,
		Tokens:    tokens,
		Predicate: Predicate{Head: what, Lemma: t.Tokens[what].Lemma, Form: Appositive},
		Arguments: []Argument{subject, attribute},
		Rules:     []string{"apposition"},
	}, true
}

// aside are the relations of what a phrase adds on the side.
var aside = []lang.Rel{lang.AclRelcl, lang.Acl, lang.Appos, lang.Conj, lang.Cc, lang.Parataxis, lang.Case}

// describes reports whether the phrase that what heads can say what the bearer
// of the name is: a noun, of a person one for persons.
func (b binder) describes(what, name int) bool {
	t := b.tree
	tok := &t.Tokens[what]
	if tok.UPOS != lang.NOUN && (tok.UPOS != lang.PROPN || t.NameAt(what) >= 0) {
		return false
	}
	if tok.Feats.Number == lang.NumberPlur {
		return false
	}
	lemma := strings.ToLower(tok.Lemma)
	person := lexicon.CanBe(lemma, lexicon.NounPerson) || lexicon.Title(lemma)
	return person == (t.Names[t.NameAt(name)].Type == lang.Person)
}
