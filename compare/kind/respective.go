package kind

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/quantity"
)

// misallots finds a number of the clause that the sentence gives to another of
// its participants: "Hall and Reyes got two and three years, respectively" gives
// Hall no three.
func misallots(c *counterpart) (of, in int, ok bool) {
	a := c.assertion()
	if a.Negated || a.Modality != assertion.Asserted || len(a.Quantities) != 1 {
		return 0, 0, false
	}
	q := &c.of.Quantities[a.Quantities[0]]
	x := argument(a, assertion.Patient)
	if !a.Predicate.Passive || x == nil {
		x = argument(a, assertion.Agent)
	}
	if x == nil || q.Vague || coordinated(c.of.Text, x.Head) {
		return 0, 0, false
	}
	for _, l := range c.in.allotments(c.sentence) {
		own := -1
		for n, who := range l.to {
			if c.of.like(x.Head, c.in, who) == 1 {
				own = n
			}
		}
		if own < 0 || l.what[own].Unit != q.Unit || fits(q, l.what[own]) || l.what[own].Kind != q.Kind {
			continue
		}
		return q.First, l.what[own].First, true
	}
	return 0, 0, false
}

// allotment gives each of several participants the number in the same place of
// the list of numbers.
type allotment struct {
	to   []int // tokens
	what []*quantity.Quantity
}

// allotments are those that the word "respectively" makes in a sentence.
func (r *reading) allotments(sentence int) (found []allotment) {
	t := r.Text
	s := t.Sentences[sentence]
	for at := s.First; at < s.End; at++ {
		if t.Lower(at) != "respectively" {
			continue
		}
		var what []*quantity.Quantity
		for i := range r.Quantities {
			q := &r.Quantities[i]
			if q.First < s.First || q.End > at || q.Vague {
				continue
			}
			if n := len(what); n > 0 && !r.listed(what[n-1].End, q.First) {
				what = what[:0]
			}
			what = append(what, q)
		}
		if len(what) < 2 {
			continue
		}
		for i := s.First; i < what[0].First; i++ {
			if !t.Is(i, lang.Nsubj, lang.NsubjPass, lang.Appos) {
				continue
			}
			to := conjuncts(t, i)
			if len(to) == len(what)+1 && t.Dependent(i, lang.Nummod) >= 0 {
				to = to[1:] // "two sailors, Hall and Reyes"
			}
			if len(to) == len(what) {
				found = append(found, allotment{to, slices.Clone(what)})
			}
		}
	}
	return found
}

// listed reports whether the tokens from first to end only join the items of a
// list, the thing counted left in.
func (r *reading) listed(first, end int) bool {
	joined := false
	for i := first; i < end; i++ {
		switch r.Text.Tokens[i].UPOS {
		case lang.CCONJ:
			joined = true
		case lang.PUNCT:
			joined = joined || r.Text.Form(i) == ","
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

// coordinated reports whether token i is one of several joined by a conjunction.
func coordinated(t *lang.Text, i int) bool {
	return t.Is(i, lang.Conj) || t.Dependent(i, lang.Conj) >= 0
}
