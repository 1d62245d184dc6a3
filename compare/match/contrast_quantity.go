package match

import (
	"cmp"
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
)

// How well two quantities go together: they count the same things, they stand in
// the same place, they fit.
const (
	countSame  = 3.0
	countAlike = 2.0
	unitOnly   = 1.0
	placeSame  = 2.0
	fitsWell   = 1.5
	fitsPartly = 1.0
)

// comparableFrom is the least for two quantities to be about the same.
const comparableFrom = 2.5

// QuantityPair is two numbers of two units that are about the same things. A and B
// are indices into the documents' Quantities.
type QuantityPair struct {
	A, B     int
	Fit      quantity.Fit
	Why      quantity.Why
	Together bool // an encoder says that they are of one thing
}

// pairQuantities pairs the numbers of the two units that are about the same things,
// each with the best. Numbers that are equal to others of the other unit are left
// out where they aren't.
func (l *alignment) pairQuantities() []QuantityPair {
	p, q := &l.sides[SideA], &l.sides[SideB]
	type pair struct {
		QuantityPair
		score float64
	}
	var pairs []pair
	equal := [2]map[int]bool{{}, {}}
	in := q.numbers()
	for _, i := range p.numbers() {
		for _, j := range in {
			fit, why := quantity.Relate(&p.Quantities[i], &q.Quantities[j])
			if fit == quantity.NotComparable {
				continue
			}
			if fit == quantity.Equal && l.countedAlike(i, j) >= 0 {
				equal[SideA][i], equal[SideB][j] = true, true
			}
			score := l.aboutSame(i, j, fit)
			one, two := l.ofOneThing(p.Quantities[i].First, q.Quantities[j].First)
			one = one || fit != quantity.Equal && l.readApart(p.Quantities[i].First, q.Quantities[j].First)
			switch {
			case two && fit != quantity.Equal, l.allottedApart(i, j):
				continue
			case one:
				score = max(score, comparableFrom)
			}
			if score >= comparableFrom {
				pairs = append(pairs, pair{QuantityPair{i, j, fit, why, one}, score})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.score, a.score) })
	taken := [2]map[int]bool{{}, {}}
	var found []QuantityPair
	for _, c := range pairs {
		if taken[SideA][c.A] || taken[SideB][c.B] {
			continue
		}
		taken[SideA][c.A], taken[SideB][c.B] = true, true
		if c.Fit == quantity.Equal || !equal[SideA][c.A] && !equal[SideB][c.B] {
			found = append(found, c.QuantityPair)
		}
	}
	return found
}

// answerQuantities has every word of two quantities that are equal answer the other: "3
// per cent" is "3 percent", "around ninety" is "about 90".
func (l *alignment) answerQuantities() {
	p, q := &l.sides[SideA], &l.sides[SideB]
	for _, c := range l.quantities {
		if c.Fit != quantity.Equal {
			continue
		}
		x, y := &p.Quantities[c.A], &q.Quantities[c.B]
		p.answerAll(Run{x.First, x.End}, y.First)
		q.answerAll(Run{y.First, y.End}, x.First)
	}
}

// answerAll has a token of the other side answer those of a run that nothing answers.
func (s *side) answerAll(r Run, by int) {
	for i := r.First; i < r.End; i++ {
		if k, ok := s.place(i); ok && s.answer[k].token < 0 {
			s.answer[k] = answer{by, SameValue, InUnit}
		}
	}
}

// oneQuantity reports whether token i of side A and token j of side B stand in numbers that
// are about the same things.
func (l *alignment) oneQuantity(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	return slices.ContainsFunc(l.quantities, func(c QuantityPair) bool {
		x, y := &p.Quantities[c.A], &q.Quantities[c.B]
		return x.First <= i && i < x.End && y.First <= j && j < y.End
	})
}

// quantityContrasts gives the numbers of the same things that aren't equal.
func (l *alignment) quantityContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, c := range l.quantities {
		if c.Fit == quantity.Equal {
			continue
		}
		x, y := &p.Quantities[c.A], &q.Quantities[c.B]
		found = append(found, Contrast{
			A: Run{x.First, x.End}, B: Run{y.First, y.End},
			Cause:    QuantityCause{c},
			Excludes: c.Fit == quantity.Apart && !x.Vague && !y.Vague && !p.moved[c.A] && !q.moved[c.B] && l.firm(x.First, y.First),
		})
	}
	return found
}

// onePlace reports whether two quantities stand in one place: where their first words or
// their last ones do, the rest of them answering each other.
func (l *alignment) onePlace(x, y *quantity.Quantity) bool {
	if l.samePlace(x.First, y.First) {
		return true
	}
	p, q := &l.sides[SideA], &l.sides[SideB]
	if x.Kind == quantity.Count || x.Kind != y.Kind || p.partnerOf(x.First) != y.First {
		return false
	}
	u, v := p.unitOf(x), q.unitOf(y)
	return p.partnerOf(u) == v || l.samePlace(u, v)
}

// unitOf is the token of a quantity's unit where it stands behind the number, else its
// last token.
func (s *side) unitOf(x *quantity.Quantity) int {
	if x.Counted >= x.First {
		return x.Counted
	}
	return x.End - 1
}

// unitContrasts gives one figure in two units of one place that can't be converted: $66
// million, £66 million. Of two figures one may be the other converted.
func (l *alignment) unitContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, i := range p.numbers() {
		for _, j := range q.numbers() {
			x, y := &p.Quantities[i], &q.Quantities[j]
			fit, why := quantity.Relate(x, y)
			if fit != quantity.NotComparable || why != quantity.ByUnit || x.Kind != y.Kind || x.Low != y.Low || x.High != y.High || !l.onePlace(x, y) {
				continue
			}
			found = append(found, Contrast{
				A: Run{x.First, x.End}, B: Run{y.First, y.End},
				Cause:    QuantityCause{QuantityPair{A: i, B: j, Fit: fit, Why: why}},
				Excludes: l.firm(x.First, y.First),
			})
		}
	}
	return found
}

// numbers are the quantities whose number stands in the side's unit, other than parts of
// dates.
func (s *side) numbers() []int { return s.numbersIn(s.Run) }

// countedAlike tells how alike the things are that two quantities count: countSame,
// countAlike, unitOnly, 0 where one doesn't say, -1 where they are others. The two are
// comparable.
func (l *alignment) countedAlike(i, j int) float64 {
	p, q := &l.sides[SideA], &l.sides[SideB]
	x, y := &p.Quantities[i], &q.Quantities[j]
	if l.allottedApart(i, j) {
		return -1
	}
	if x.Counted < 0 || y.Counted < 0 {
		if x.Kind == y.Kind && (x.Kind != quantity.Count || x.Counted == y.Counted) {
			return unitOnly
		}
		return 0
	}
	if p.partnerOf(x.Counted) == y.Counted {
		return countSame
	}
	if _, score := l.relate(x.Counted, y.Counted); score > 0 {
		return countAlike
	}
	_, v := lexicon.PersonNoun(p.Tokens[x.Counted].Lemma)
	_, w := lexicon.PersonNoun(q.Tokens[y.Counted].Lemma)
	switch {
	case v && w:
		return unitOnly
	case x.Kind != quantity.Count && x.Kind == y.Kind:
		return unitOnly
	}
	return -1
}

// aboutSame is how well two quantities go together.
func (l *alignment) aboutSame(i, j int, fit quantity.Fit) float64 {
	p, q := &l.sides[SideA], &l.sides[SideB]
	x, y := &p.Quantities[i], &q.Quantities[j]
	score := l.countedAlike(i, j)
	if score < 0 || p.startsFrom(x) != q.startsFrom(y) {
		return 0
	}
	if l.onePlace(x, y) || l.sameGovernor(p.top(x), q.top(y)) {
		score += placeSame
	}
	switch fit {
	case quantity.Equal:
		score += fitsWell
	case quantity.RoundsTo, quantity.Narrower, quantity.Broader:
		score += fitsPartly
	}
	return score
}

// startsFrom reports whether a quantity is what something came from: "from 44 to 36
// degrees".
func (s *side) startsFrom(x *quantity.Quantity) bool {
	return x.First > 0 && s.Text.Lower(x.First-1) == "from"
}

// top is the head of the phrase that a quantity stands in: what it counts, or its
// number.
func (s *side) top(x *quantity.Quantity) int {
	if x.Counted >= 0 && x.Counted >= s.First && x.Counted < s.End {
		return x.Counted
	}
	at := x.First
	for i := x.First; i < x.End; i++ {
		if h := s.Text.Tokens[i].Head; h < x.First || h >= x.End {
			at = i
		}
	}
	return at
}

// sameGovernor reports whether two phrases depend on words that are partners.
func (l *alignment) sameGovernor(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	h, g := p.Text.Tokens[i].Head, q.Text.Tokens[j].Head
	return h >= 0 && g >= 0 && p.partnerOf(h) == g
}

// firm reports whether what tokens i and j stand in is put as a fact on both sides, or on both as
// what is planned.
func (l *alignment) firm(i, j int) bool {
	a, b := l.sides[SideA].modalityAt(i), l.sides[SideB].modalityAt(j)
	return a == b && (a == assertion.Asserted || a == assertion.Planned)
}

// modalityAt is how the clause of token i puts what it says; Possible of what it denies.
func (s *side) modalityAt(i int) assertion.Modality {
	for n := 0; i >= 0 && n < deepestClause; n++ {
		if a := s.assertionAt(i); a != nil && a.Predicate.Form != assertion.Nominal {
			if a.Negated {
				return assertion.Possible
			}
			return a.Modality
		}
		if s.Text.Is(i, lang.Root) {
			break
		}
		i = s.Text.Tokens[i].Head
	}
	return assertion.Asserted
}

// deepestClause is how many words are looked at above a token for the predicate
// that it belongs to.
const deepestClause = 8
