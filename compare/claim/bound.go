package claim

import "slices"

// Bound is a bound of comparing that an article went beyond, and what became of
// that. No article of the usual kind does: bounds keep the work in proportion to what
// is read.
type Bound struct {
	Article int
	Reached string
}

// boundsOf are the bounds that articles reached, by article: how often each did, and
// how that is told.
func boundsOf(reached map[int]int, told func(n int) string) []Bound {
	var found []Bound
	for article, n := range reached {
		found = append(found, Bound{article, told(n)})
	}
	slices.SortFunc(found, func(a, b Bound) int { return a.Article - b.Article })
	return found
}
