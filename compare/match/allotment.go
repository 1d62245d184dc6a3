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
		to := s.allotted(i)
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
	for k := range s.Assertions {
		if slices.Contains(s.Assertions[k].Quantities, i) {
			return &s.Assertions[k]
		}
	}
	return nil
}

// allotted is the participant that "respectively" gives quantity i to: the one in the
// same place of a list as the quantity in the list of numbers; -1 for none.
func (s *side) allotted(i int) int {
	t := s.Text
	sentence := t.Sentences[t.SentenceOf(s.Quantities[i].First)]
	for at := sentence.First; at < sentence.End; at++ {
		if t.Lower(at) != "respectively" {
			continue
		}
		var what []int
		for k := range s.Quantities {
			q := &s.Quantities[k]
			if q.First < sentence.First || q.End > at || q.Vague {
				continue
			}
			if n := len(what); n > 0 && !listed(t, s.Quantities[what[n-1]].End, q.First) {
				what = what[:0]
			}
			what = append(what, k)
		}
		place := slices.Index(what, i)
		if place < 0 || len(what) < 2 {
			continue
		}
		for k := sentence.First; k < s.Quantities[what[0]].First; k++ {
			if !t.Is(k, lang.Nsubj, lang.NsubjPass, lang.Appos) {
				continue
			}
			to := conjuncts(t, k)
			if len(to) == len(what)+1 && t.Dependent(k, lang.Nummod) >= 0 {
				to = to[1:] // "two sailors, Hall and Reyes"
			}
			if len(to) == len(what) {
				return to[place]
			}
		}
	}
	return -1
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
