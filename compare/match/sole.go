package match

import (
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Holder is who or what a text gives as the only one that did something to a thing
// or that is something of it: who invented it, whose capital it is.
type Holder struct {
	Article int
	Span    article.Span // the passage that says so
	Token   int          // that names the holder
	Entity  int          // the linked entity that it names
	Way     lexicon.Sole
	Word    string // the act, the tie or the office
	Of      int    // the linked entity that has one of them
}

// Rivals are the pairs of holders of one thing that one at most can hold, in two
// articles: two that are of one sort and no names of one another.
func (x *Index) Rivals() [][2]Holder {
	type held struct {
		word string
		of   int
	}
	known := map[held][]Holder{}
	var found [][2]Holder
	for _, a := range x.Articles() {
		s := x.side(Unit{Article: a, Assertion: -1})
		for _, h := range s.holders(x) {
			k := held{h.Word, h.Of}
			for _, o := range known[k] {
				if o.Article != h.Article && x.distinct(o, h) {
					found = append(found, [2]Holder{o, h})
				}
			}
			known[k] = append(known[k], h)
		}
	}
	return found
}

// distinct reports whether two holders are persons or places of different names.
func (x *Index) distinct(a, b Holder) bool {
	if a.Entity == b.Entity {
		return false
	}
	p, q := x.Documents[a.Article], x.Documents[b.Article]
	e, f := &p.Resolution.Entities[p.Tokens[a.Token].Entity], &q.Resolution.Entities[q.Tokens[b.Token].Entity]
	if e.Type != f.Type || e.Type != resolve.Person && (e.Type != resolve.Place || a.Way == lexicon.SoleDoer) {
		return false
	}
	return resolve.RelateNames(e.Name, f.Name, e.Type) == resolve.OtherName
}

// holders are those that a document gives, acts first.
func (s *side) holders(x *Index) (found []Holder) {
	t := s.Text
	for i := range s.Assertions {
		a := &s.Assertions[i]
		if a.Predicate.Form != assertion.Verbal || a.Negated || a.Modality != assertion.Asserted || lexicon.SoleOf(a.Predicate.Lemma) != lexicon.SoleDoer {
			continue
		}
		v, w := argument(a, assertion.Agent), argument(a, assertion.Patient)
		if v != nil && w != nil && s.soleName(v.Head) && s.soleName(w.Head) {
			found = append(found, Holder{s.Article, a.Span, v.Head, s.linked(x, v.Head), lexicon.SoleDoer, a.Predicate.Lemma, s.linked(x, w.Head)})
		}
	}
	for i := range t.Tokens {
		if !s.noun(i) {
			continue
		}
		way := lexicon.SoleOf(t.Tokens[i].Lemma)
		if way != lexicon.SoleTie && way != lexicon.SoleOffice {
			continue
		}
		of, who := s.owner(x, i), s.holderOf(i, way)
		if of < 0 || who < 0 || s.deniedAt(who) || s.deniedAt(i) {
			continue
		}
		found = append(found, Holder{s.Article, s.clauseAt(i, t.SentenceOf(i)), who, s.linked(x, who), way, lower(t.Tokens[i].Lemma), of})
	}
	return found
}

// soleName reports whether token i names somebody or something and is no part of a
// list.
func (s *side) soleName(i int) bool {
	return s.Tokens[i].Entity >= 0 && s.name(i) && len(conjuncts(s.Text, i)) == 1 && !s.Text.Is(i, lang.Conj)
}

// deniedAt reports whether the assertion that token i heads is denied.
func (s *side) deniedAt(i int) bool {
	a := s.assertionAt(i)
	return a != nil && (a.Negated || a.Modality != assertion.Asserted)
}

// clauseAt is the smallest clause of a sentence that holds token i; the sentence
// where none does.
func (s *side) clauseAt(i, sentence int) article.Span {
	best, token := s.Text.Sentences[sentence].Span, s.Text.Tokens[i].Span
	for k := range s.Assertions {
		a := &s.Assertions[k]
		if a.Sentence == sentence && a.Predicate.Form != assertion.Nominal && a.Span.Contains(token) && a.Span.Len() < best.Len() {
			best = a.Span
		}
	}
	return best
}

// owner is the linked entity whose tie or office noun i is; -1 where it is not said
// or other words narrow the noun down ("former", "deputy").
func (s *side) owner(x *Index, i int) int {
	t := s.Text
	owner := -1
	for _, j := range t.Children(i) {
		switch t.Tokens[j].Rel {
		case lang.Det, lang.Punct, lang.Cop, lang.Nsubj, lang.Appos, lang.Case, lang.Flat:
			continue
		}
		c := t.Dependent(j, lang.Case)
		if owner >= 0 || !s.soleName(j) || !t.Is(j, lang.Nmod) || c >= 0 && t.Lower(c) != "of" && t.Tokens[c].XPOS != lang.XPOSPOS {
			return -1
		}
		owner = s.linked(x, j)
	}
	return owner
}

// holderOf is the name that a text gives for noun i, which "be" or an apposition
// joins to it; -1 for none. One who held an office is none.
func (s *side) holderOf(i int, way lexicon.Sole) int {
	t := s.Text
	past := func(i int) bool {
		c := t.Dependent(i, lang.Cop)
		return c >= 0 && way == lexicon.SoleOffice && t.Tokens[c].Feats.Tense == lang.TensePast
	}
	who := -1
	h := t.Tokens[i].Head
	switch {
	case t.Dependent(i, lang.Cop) >= 0 && !past(i):
		who = t.Dependent(i, lang.Nsubj)
	case t.Is(i, lang.Nsubj) && t.Dependent(h, lang.Cop) >= 0 && !past(h), t.Is(i, lang.Appos):
		who = h
	default:
		who = t.Dependent(i, lang.Appos)
	}
	if who < 0 || !s.soleName(who) {
		return -1
	}
	return who
}
