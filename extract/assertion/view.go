package assertion

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lang/perceptron"
	"xref/extract/lexicon"
)

// view is one predicate as what is learned about predicates sees it: words as
// hashes, classes as numbers, 0 for what isn't there.
type view struct {
	lemma   uint32
	sense   uint32 // supersense
	class   uint32 // what the lexicons say of it as a governor of clauses
	tag     uint32
	group   uint32 // its tag with auxiliaries, copula, negation and "to"
	sketch  uint32 // the same with the conjunction, but of auxiliaries only the modal verb
	modal   uint32
	negated uint32
	mark    uint32 // the conjunction or preposition that opens its clause
	subject uint32 // sort of subject
}

// hashed is the hash of numbers, of which the order counts.
func hashed(parts ...uint32) uint64 {
	h := uint64(0x632BE59BD9B4E019)
	for _, p := range parts {
		h = (h ^ uint64(p)) * 0xD6E8FEB86659FD93
		h ^= h >> 32
	}
	return h
}

func joined(parts ...uint32) uint32 { return uint32(hashed(parts...) >> 16) }

func (j Judge) lemmaHash(i int) uint32 { return perceptron.Hash(j.tree.Tokens[i].Lemma) }

func (j Judge) formHash(i int) uint32 { return perceptron.Hash(j.tree.Lower(i)) }

// look views predicate p.
func (j Judge) look(p int) view {
	t := j.tree
	tok := &t.Tokens[p]
	v := view{lemma: j.lemmaHash(p), tag: uint32(tok.XPOS), class: j.governing(p)}
	v.sense = uint32(lexicon.SupersenseOf(tok.Lemma, senses[tok.UPOS]))
	v.group = v.tag
	opened := uint32(0)
	for i := range t.dependents(p) {
		d := &t.Tokens[i]
		switch d.Rel {
		case lang.Aux, lang.AuxPass, lang.Cop:
			lemma := j.lemmaHash(i)
			v.group = joined(v.group, 1, lemma, uint32(d.XPOS))
			if d.XPOS == lang.XPOSMD {
				v.modal = lemma
			}
		case lang.Advmod:
			if form := t.Lower(i); lexicon.Negates(form, lexicon.NegParticle) || lexicon.Negates(form, lexicon.NegAdverb) {
				v.negated = 1
				v.group = joined(v.group, 2)
			}
		case lang.Mark, lang.Case:
			if d.XPOS == lang.XPOSTO {
				opened = 1
				v.group = joined(v.group, 3)
			} else if d.Rel == lang.Mark || v.mark == 0 {
				v.mark = j.formHash(i)
			}
		case lang.Nsubj, lang.NsubjPass, lang.Csubj, lang.Expl:
			if v.subject == 0 {
				v.subject = j.sort(i)
			}
		}
	}
	v.sketch = joined(v.tag, v.modal, v.negated, opened, v.mark)
	return v
}

// senses tells as which part of speech WordNet knows a predicate; a noun where
// nothing else is said.
var senses = [...]lexicon.POS{lang.ADJ: lexicon.Adjective, lang.ADV: lexicon.Adverb, lang.AUX: lexicon.Verb, lang.VERB: lexicon.Verb}

// sort is what sort of noun phrase token i heads: which pronoun, a name, or a
// noun with its number and determiner.
func (j Judge) sort(i int) uint32 {
	t := j.tree
	tok := &t.Tokens[i]
	switch tok.UPOS {
	case lang.PRON:
		return joined(1, j.formHash(i))
	case lang.PROPN:
		return 2
	}
	s := joined(3, uint32(tok.Feats.Number))
	for d := range t.dependents(i) {
		switch t.Tokens[d].Rel {
		case lang.Det:
			return joined(s, j.formHash(d))
		case lang.NmodPoss:
			return joined(s, 4)
		case lang.Nummod:
			s = joined(s, 5)
		}
	}
	return s
}

// governing is what the lexicons say of p as a governor of clauses.
func (j Judge) governing(p int) uint32 {
	lemma := j.lemma(p)
	class := uint32(0)
	if g, ok := lexicon.Implicative(lemma); ok {
		class = joined(class, 1, uint32(g.Affirmed+1), uint32(g.Negated+1))
	}
	if lexicon.Factive(lemma) {
		class = joined(class, 2)
	}
	var cue lexicon.Cue
	ok := false
	switch j.tree.Tokens[p].UPOS {
	case lang.VERB:
		cue, ok = lexicon.ReportingVerb(lemma)
	case lang.NOUN:
		cue, ok = lexicon.ReportingNoun(lemma)
	case lang.ADJ:
		cue, ok = lexicon.ReportingAdjective(lemma)
	}
	if ok {
		class = joined(class, 3, uint32(cue.Class), uint32(cue.Strength))
		if cue.Factive {
			class = joined(class, 4)
		}
	}
	return class
}

// governor is what p depends on, by which relation, and which conjunct stands
// for p there: p itself, or the first of those that share their auxiliaries
// with it. It is -1 at the root.
func (j Judge) governor(p int) (governor, first int) {
	t := j.tree
	first, governor = p, t.Tokens[p].Head
	for governor >= 0 && t.Tokens[first].Rel == lang.Conj && j.shares(first, governor) {
		first, governor = governor, t.Tokens[governor].Head
	}
	return governor, first
}

// closing is the mark that ends sentence s: '?', '!', '.' or ':', 0 for none of
// these.
func (j Judge) closing(s lang.Sentence) uint32 {
	t := j.tree
	for i := s.End - 1; i > s.First && t.Tokens[i].UPOS == lang.PUNCT; i-- {
		if c := t.Form(i)[0]; strings.IndexByte("?!.:", c) >= 0 {
			return uint32(c)
		}
	}
	return 0
}
