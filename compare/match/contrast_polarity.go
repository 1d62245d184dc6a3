package match

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// polarityContrasts gives what one side affirms and the other denies: an act, a
// phrase with "without", or two words that exclude each other in one place.
func (l *alignment) polarityContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, c := range l.acts() {
		opposite := c.how == Opposite || c.how == Contrary
		if c.a.Negated == c.b.Negated == !opposite {
			continue
		}
		if _, other := l.otherParticipant(c); other {
			continue
		}
		if !l.oneAct(c) || l.otherNamed(c) || !p.shows(c.a) || !q.shows(c.b) {
			continue
		}
		by := ByNegator
		if opposite {
			by = ByOpposites
		}
		settled := settled(c.a) && settled(c.b) && c.shared > 0
		found = append(found, Contrast{p.denied(c.i, c.a), q.denied(c.j, c.b), PolarityCause{by}, settled && p.assertedOrDenied(c.a) && q.assertedOrDenied(c.b)})
	}
	for i := p.First; i < p.End; i++ {
		j := p.partnerOf(i)
		if j >= 0 {
			if v, w := p.excluded(i), q.excluded(j); (v >= 0) != (w >= 0) {
				found = append(found, Contrast{p.with(v, i), q.with(w, j), PolarityCause{ByNegator}, l.sameGovernor(i, j)})
			}
			continue
		}
		if !p.Tokens[i].Content || p.assertionAt(i) != nil {
			continue
		}
		for j := q.First; j < q.End; j++ {
			if q.Tokens[j].Content && q.partnerOf(j) < 0 && l.opposed(i, j) != Unrelated && l.samePlace(i, j) {
				found = append(found, Contrast{one(i), one(j), PolarityCause{ByOpposites}, l.firm(i, j)})
				break
			}
		}
	}
	return found
}

// otherNamed reports whether each of the two assertions of an act names somebody or
// something that nothing of the other side answers.
func (l *alignment) otherNamed(c act) bool {
	names := func(s *side, a *assertion.Assertion) bool {
		return slices.ContainsFunc(wordsOf(a), func(i int) bool { return s.name(i) && s.Tokens[i].Time < 0 && s.Contains(i) && !s.answered(i) })
	}
	return names(&l.sides[SideA], c.a) && names(&l.sides[SideB], c.b)
}

// leastShared is how much of the slighter of two assertions, their predicates left
// out, both tell where they deny and affirm one act.
const leastShared = 0.5

// oneAct reports whether two predicates tell of one act: most of what the slighter of
// their assertions says beside them stands in both.
func (l *alignment) oneAct(c act) bool {
	count := func(s *side, a *assertion.Assertion) int {
		n, head := 0, core(s.Text, a)
		for _, i := range wordsOf(a) {
			if s.Tokens[i].Content && i != head && i != a.Predicate.Head {
				n++
			}
		}
		return n
	}
	slighter := min(count(&l.sides[SideA], c.a), count(&l.sides[SideB], c.b))
	return c.shared > 0 && float64(c.shared) >= leastShared*float64(slighter)
}

// settled reports whether an assertion is put as a fact or as what can be, or
// denied for good.
func settled(a *assertion.Assertion) bool {
	return a.Modality == assertion.Asserted || a.Negated && a.Modality == assertion.Planned
}

// assertedOrDenied reports whether no condition or question opens the clause of an
// assertion.
func (s *side) assertedOrDenied(a *assertion.Assertion) bool {
	sentence := s.Text.Sentences[a.Sentence]
	for i := sentence.First; i < a.Predicate.Head; i++ {
		switch s.Tokens[i].Operator {
		case Condition, Question:
			return false
		}
	}
	return true
}

// shows reports whether a passage has the words by which an assertion is denied; a clause that
// somebody else denies ("contradicts the statement that …") shows nothing of it.
func (s *side) shows(a *assertion.Assertion) bool {
	h := s.denier(a)
	return h < 0 || s.Contains(h)
}

// denier is the word outside an assertion that denies it: "denied that …", "doubts that …"; -1 where none does,
// or a word of its own does: "not", "failed to".
func (s *side) denier(a *assertion.Assertion) int {
	if !a.Negated || core(s.Text, a) != a.Predicate.Head || slices.ContainsFunc(a.Tokens, func(k int) bool { return s.Tokens[k].Operator == Negation }) {
		return -1
	}
	i := a.Predicate.Head
	for s.Text.Is(i, lang.Conj) {
		i = s.Text.Tokens[i].Head
	}
	h := s.Text.Tokens[i].Head
	if h < 0 || !s.Text.Is(i, lang.Ccomp, lang.Csubj, lang.Acl) || slices.Contains(a.Tokens, h) {
		return -1
	}
	return h
}

// denied is the run that shows whether a predicate is affirmed: from its negator,
// where that stands near, to the predicate.
func (s *side) denied(i int, a *assertion.Assertion) Run {
	r := one(i)
	if !a.Negated {
		return r
	}
	if h := s.denier(a); h >= 0 && s.Contains(h) && h < i && i-h <= nearGovernor {
		return Run{h, i + 1}
	}
	for _, k := range a.Tokens {
		if s.Tokens[k].Operator == Negation && k < i && i-k <= nearNegator {
			return Run{k, i + 1}
		}
	}
	return r
}

// nearNegator is how many tokens may stand between a negator and its predicate for
// both to be shown.
const nearNegator = 4

// excluded is the word by which a phrase headed by token i is said to be left out
// or absent ("without", "no"); -1 for none.
func (s *side) excluded(i int) int {
	for _, k := range s.Text.Dependents(i, lang.Case, lang.Mark, lang.Det) {
		if s.Tokens[k].Operator == Without || s.Text.Is(k, lang.Det) && lexicon.Negates(s.Text.Lower(k), lexicon.NegDeterminer) && !s.Text.BoundsNumber(k) {
			if h := s.Text.Tokens[i].Head; h >= 0 && s.Text.Is(k, lang.Det) && s.assertionAt(h) != nil && s.assertionAt(h).Negated {
				continue // told of the act
			}
			return k
		}
	}
	return -1
}

// with is the run from a word that belongs to token i to it; token i alone for -1.
func (s *side) with(k, i int) Run {
	if k < 0 {
		return one(i)
	}
	return Run{min(k, i), max(k, i) + 1}
}
