package kind

import (
	"xref/extract/assertion"
	"xref/extract/lang"
)

// recasts finds that the clause says of somebody that they are one sort of thing
// and that the sentence says of the same one that they are the opposite sort:
// a liberal writer here, a conservative one there.
func recasts(c *counterpart) (of, in int, ok bool) {
	a := c.assertion()
	x := argument(a, assertion.Agent)
	if a.Predicate.Form != assertion.Copular || a.Negated || a.Modality != assertion.Asserted || x == nil || coordinated(c.of.Text, a.Predicate.Head) {
		return 0, 0, false
	}
	for i := range c.in.Assertions {
		b := &c.in.Assertions[i]
		if b.Sentence != c.sentence || b.Predicate.Form != assertion.Copular && b.Predicate.Form != assertion.Appositive || b.Negated || b.Modality != assertion.Asserted || coordinated(c.in.Text, b.Predicate.Head) {
			continue
		}
		y := argument(b, assertion.Agent)
		if y == nil || !c.sameOne(x, y) {
			continue
		}
		for _, j := range c.of.sorts(a.Predicate.Head) {
			for _, k := range c.in.sorts(b.Predicate.Head) {
				if c.of.book.excludes(c.of.words[j].lemma, c.in.words[k].lemma) {
					return j, k, true
				}
			}
		}
	}
	return 0, 0, false
}

// sameOne reports whether two arguments stand for one named participant.
func (c *counterpart) sameOne(x, y *assertion.Argument) bool {
	e := c.of.entity[x.Head]
	return e >= 0 && e == c.in.entity[y.Head]
}

// sorts are what is predicated and the adjectives beside it.
func (r *reading) sorts(i int) []int {
	sorts := []int{i}
	for _, j := range r.Text.Dependents(i, lang.Amod) {
		if r.Text.Tokens[j].UPOS == lang.ADJ {
			sorts = append(sorts, j)
		}
	}
	return sorts
}
