package match

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
)

// allottedApart reports whether one of two numbers is given to another participant
// than the one that the other number is told of: "Hall and Reyes got two and three
// years, respectively" gives Hall no three.
func (l *alignment) allottedApart(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	apart := func(s, o *side, i, j int) bool {
		to := s.allotted[i]
		if to < 0 {
			return false
		}
		of := o.assertionOf(j)
		if of == nil {
			return false
		}
		for k := range of.Arguments {
			if s.partnerOf(to) == of.Arguments[k].Head {
				return false
			}
		}
		return true
	}
	return apart(p, q, i, j) || apart(q, p, j, i)
}

// assertionOf is the first assertion that quantity i stands in; nil for none.
func (s *side) assertionOf(i int) *assertion.Assertion {
	if s.holder[i] < 0 {
		return nil
	}
	return &s.Assertions[s.holder[i]]
}

// allot finds for each quantity the participant that "respectively" gives it to: the one
// in the same place of a list as the quantity in the list of numbers.
func (p *Prepared) allot() {
	p.allotted = slices.Repeat([]int{-1}, len(p.Quantities))
	for at := range p.Text.Tokens {
		if len(p.Text.Form(at)) == len(respectively) && p.Text.Lower(at) == respectively {
			p.allotBefore(at)
		}
	}
}

const respectively = "respectively"

// allotBefore gives the numbers listed before token at to the participants listed before
// them, as far as none were given to another.
func (p *Prepared) allotBefore(at int) {
	t := p.Text
	sentence := t.Sentences[t.SentenceOf(at)]
	var what []int
	for k, to := p.quantitiesIn(at, at+1); k < to && p.Quantities[k].End <= at; k++ {
		q := &p.Quantities[k]
		if q.Vague {
			continue
		}
		if n := len(what); n > 0 && !listed(t, p.Quantities[what[n-1]].End, q.First) {
			what = what[:0]
		}
		what = append(what, k)
	}
	if len(what) < 2 {
		return
	}
	for k := sentence.First; k < p.Quantities[what[0]].First; k++ {
		if !t.Is(k, lang.Nsubj, lang.NsubjPass, lang.Appos) {
			continue
		}
		to := conjuncts(t, k)
		if len(to) == len(what)+1 && t.Dependent(k, lang.Nummod) >= 0 {
			to = to[1:] // "two sailors, Hall and Reyes"
		}
		if len(to) == len(what) {
			for place, q := range what {
				if p.allotted[q] < 0 {
					p.allotted[q] = to[place]
				}
			}
			return
		}
	}
}

// listed reports whether the tokens from first to end only join the items of a
// list, the thing counted left in.
func listed(t *lang.Text, first, end int) bool {
	joined := false
	for i := first; i < end; i++ {
		switch t.Tokens[i].UPOS {
		case lang.CCONJ:
			joined = true
		case lang.PUNCT:
			joined = joined || t.Form(i) == ","
		case lang.NOUN, lang.ADP:
		default:
			return false
		}
	}
	return joined
}

// conjuncts are token i and all that is joined to it or to what is, in the order
// of the text.
func conjuncts(t *lang.Text, i int) []int {
	joined := []int{i}
	for n := 0; n < len(joined); n++ {
		joined = append(joined, t.Dependents(joined[n], lang.Conj)...)
	}
	slices.Sort(joined)
	return joined
}
