package assertion

import (
	"slices"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// gerund is what somebody is accused of or punished for where the parse takes
// the gerund for an adjective of its own object: "accused of hiding records".
func (b binder) gerund(sentence, i int) (Assertion, bool) {
	t := b.tree
	n := t.Tokens[i].Head
	if t.Tokens[i].XPOS != lang.XPOSVBG || !t.Is(i, lang.Amod) || i < 2 || n < i || !t.Is(n, lang.Obl, lang.Nmod) || t.one(n, lang.Case) != i-1 {
		return Assertion{}, false
	}
	v := t.Tokens[n].Head
	if t.Is(n, lang.Nmod) && t.Is(v, lang.Obj) {
		v = t.Tokens[v].Head
	}
	cue, ok := lexicon.ReportingVerb(b.judge.lemma(v))
	if !ok || cue.Class != lexicon.Accuse {
		return Assertion{}, false
	}
	tokens := slices.DeleteFunc(t.SubtreeWithout(n, aside...), func(j int) bool { return j < i })
	patient := b.phrase(Patient, n)
	patient.Span.Start = t.Tokens[i+1].Span.Start
	a := Assertion{
		Span:      b.readable(i, tokens[len(tokens)-1], i),
		Sentence:  sentence,
		Tokens:    tokens,
		Predicate: Predicate{Head: i, Lemma: t.Tokens[i].Lemma, Form: Verbal},
		Modality:  Alleged,
		Arguments: []Argument{patient},
		Rules:     []string{"gerund:accused", "governor:accuse"},
	}
	if s := t.one(v, lang.NsubjPass, lang.Obj); s >= 0 && s != n {
		agent := b.phrase(Agent, s)
		agent.Span.End = min(agent.Span.End, t.Tokens[i-2].Span.End)
		a.Arguments = append([]Argument{agent}, a.Arguments...)
	}
	return a, true
}

// doers are the prepositions by which what is done to somebody is tied to what
// they did: "arrested him for stealing a car".
var doers = lexicon.GrammarWords.Words("prepositions before a gerund that somebody is accused of")

// doer is the object of the verb above gerund p where it is the gerund's
// subject, or -1.
func (b binder) doer(p int) int {
	t := b.tree
	tok := t.Tokens[p]
	m := t.one(p, lang.Mark, lang.Case)
	if tok.XPOS != lang.XPOSVBG || m < 0 || !doers.Has(t.Lower(m)) {
		return -1
	}
	o := t.one(tok.Head, lang.Obj)
	if o < 0 || o > p || b.who.Of[o] < 0 {
		return -1
	}
	if typ := b.who.Entities[b.who.Of[o]].Type; typ != resolve.Person && typ != resolve.Organisation {
		return -1
	}
	return o
}
