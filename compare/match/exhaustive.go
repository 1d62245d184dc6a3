package match

import (
	"context"
	"slices"
)

// Exhaustive holds some articles of the story against all others without the
// index: every pair of clauses that share a term. It is for telling what the
// search misses.
func (x *Index) Exhaustive(ctx context.Context, scoring Scoring, least float64, some []int) ([]Pair, error) {
	var chosen []int
	for n, sentence := range x.sentences {
		if slices.Contains(some, sentence.article) {
			chosen = append(chosen, n)
		}
	}
	all := newSearch(x, scoring, least)
	found, _, err := all.run(ctx, len(chosen), func(c *comparer, nth int) int {
		n := chosen[nth]
		c.context.hold(&x.sentences[n].context)
		c.gathered = c.gathered[:0]
		for m, o := range x.sentences {
			if o.article != x.sentences[n].article && (m > n || !slices.Contains(some, o.article)) && c.context.share(&o.context) >= all.leastShare {
				c.gathered = append(c.gathered, m)
			}
		}
		return n
	})
	if err != nil {
		return nil, err
	}
	return x.pairs(found), nil
}
