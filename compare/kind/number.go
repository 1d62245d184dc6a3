package kind

import (
	"math"

	"xref/compare/match"
	"xref/extract/quantity"
)

// Number compares values.
var Number = &Kind{
	ID:      "number",
	Title:   "numbers",
	Meaning: "Articles count or measure the same things and give the same number, or numbers that don't fit each other.",
	Example: "31 people killed here, at least 43 there.",
	Tells: func(c *match.Contrast) Reason {
		switch cause := c.Cause.(type) {
		case match.QuantityCause:
			if cause.Fit == quantity.NotComparable {
				return OtherUnit
			}
		case match.ContradictionCause:
			if cause.Of == match.QuantityValue {
				return OtherNumber
			}
		}
		return NoReason
	},
	Find: numbers,
}

func numbers(c *Comparison) []Finding {
	var found []Finding
	for _, g := range c.counted {
		switch fit := g.fit(); {
		case fit == quantity.Equal:
			found = append(found, c.showCounts(&g, Agree, SameNumber))
		case (fit == quantity.Apart || fit == quantity.Overlaps) && g.excludes:
			found = append(found, c.showCounts(&g, Conflict, OtherNumber))
		case fit == quantity.Apart || fit == quantity.Overlaps || fit == quantity.Narrower && g.spread():
			found = append(found, c.showCounts(&g, Differ, OtherNumber))
		}
	}
	return append(found, c.ages()...)
}

// fit is how the numbers of a group go together: the worst of all pairs, Narrower
// standing for all fits that only limit a number otherwise.
func (g *countGroup) fit() quantity.Fit {
	result := quantity.Equal
	for i, a := range g.counts {
		for _, b := range g.counts[:i] {
			switch fit, _ := quantity.Relate(a.quantity, b.quantity); fit {
			case quantity.Apart, quantity.Overlaps:
				return quantity.Apart
			case quantity.NotComparable:
				return quantity.NotComparable
			case quantity.Equal:
			default:
				result = quantity.Narrower
			}
		}
	}
	return result
}

// farApart is by how much one number exceeds another, as a share of it, where the two are other
// numbers though a bound lets them fit: "more than 200" and "more than 400".
const farApart = 0.25

// openEnd is 1 for a number that is told as the least, -1 as the most, else 0.
func openEnd(q *quantity.Quantity) int {
	switch q.Bound {
	case quantity.AtLeast, quantity.MoreThan:
		return 1
	case quantity.AtMost, quantity.LessThan:
		return -1
	}
	return 0
}

// spread reports whether the numbers that two articles of a group name are far apart, or two that are limited alike.
func (g *countGroup) spread() bool {
	for i := range g.counts {
		for j := range i {
			a, b := &g.counts[i], &g.counts[j]
			if a.quantity.Vague || b.quantity.Vague || a.quantity.Of != b.quantity.Of || a.quantity.Kind != b.quantity.Kind || a.quantity.Kind == quantity.Score {
				continue
			}
			low, high := min(a.sort.value, b.sort.value), max(a.sort.value, b.sort.value)
			if low > 0 && (high > (1+farApart)*low || high > low && openEnd(a.quantity) != 0 && openEnd(a.quantity) == openEnd(b.quantity)) {
				return true
			}
		}
	}
	return false
}

// nominal is the number that a text gives, its bound left out.
func nominal(q *quantity.Quantity) float64 {
	switch {
	case math.IsInf(q.High, 0):
		return q.Low
	case math.IsInf(q.Low, 0):
		return q.High
	case q.Bound == quantity.AtMost || q.Bound == quantity.LessThan:
		return q.High
	}
	return (q.Low + q.High) / 2
}
