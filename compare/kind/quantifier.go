package kind

import (
	"slices"

	"xref/compare/match"
	"xref/extract/lexicon"
	"xref/extract/quantity"
)

// Quantifier compares the bounds, precision and denominators of a value that
// the articles agree on.
var Quantifier = &Kind{
	ID:      "quantifier",
	Title:   "bounds and shares of a number",
	Meaning: "Articles give numbers for the same things that fit each other but are limited differently: at least, about, all, 22 of 29.",
	Example: "“19 towns” here, “at least 19” there, “all 19 we visited” elsewhere.",
	Tells: func(c *match.Contrast) Reason {
		if cause, ok := c.Cause.(match.FunctionWordCause); ok && cause.Opposition == lexicon.OppositionOfAmount {
			return OtherBound
		}
		return NoReason
	},
	Find: quantifiers,
}

func quantifiers(c *Comparison) []Finding {
	var found []Finding
	again := c.countsAgain()
	for _, g := range c.counted {
		if g.fit() == quantity.Narrower && !g.spread() && !c.givenAlike(&g, again) {
			found = append(found, c.showCounts(&g, Differ, OtherBound))
		}
	}
	for _, g := range c.limitedTwice() {
		found = append(found, c.showCounts(&g, Internal, TwoBounds))
	}
	return found
}

// articleSort is one article's numbers of one sort.
type articleSort struct {
	article int
	sort    countSort
}

// countsAgain are the places among the numbers of those that are looked at, by article and sort.
func (c *Comparison) countsAgain() map[articleSort][]int {
	of := map[articleSort][]int{}
	for i := range c.counts {
		if n := &c.counts[i]; !n.repeated() {
			of[articleSort{n.Article, n.sort}] = append(of[articleSort{n.Article, n.sort}], i)
		}
	}
	return of
}

// givenAlike reports whether each two articles of a group give the number in one way somewhere: what a
// headline gives flatly, "at least 16", the text below it may limit as another article does.
func (c *Comparison) givenAlike(g *countGroup, again map[articleSort][]int) bool {
	ways := make([][]*count, len(g.counts))
	for k := range g.counts {
		n := &g.counts[k]
		ways[k] = []*count{n}
		for _, i := range again[articleSort{n.Article, n.sort}] {
			if o := &c.counts[i]; o.index != n.index && o.sort.value >= specificNumber && (o.quantity.Counted < 0 || n.quantity.Counted < 0 || c.sameThings(c.Index, n, o)) && !c.elsewhen(n, o) {
				ways[k] = append(ways[k], o)
			}
		}
	}
	alike := func(v, w []*count) bool {
		return slices.ContainsFunc(v, func(a *count) bool {
			return slices.ContainsFunc(w, func(b *count) bool {
				fit, _ := quantity.Relate(a.quantity, b.quantity)
				return fit == quantity.Equal
			})
		})
	}
	for i := range ways {
		for j := range i {
			if !alike(ways[i], ways[j]) {
				return false
			}
		}
	}
	return true
}

// twiceLimited is how sure it is that an article that gives one number of one
// act in two ways means the same by both.
const twiceLimited = 0.6

// limitedTwice gathers, article by article, the numbers that it gives twice for
// the same things of the same act, once limited otherwise: 16 killed in the
// headline, at least 16 below it. Of several such pairs the first one counts.
func (c *Comparison) limitedTwice() []countGroup {
	var found []countGroup
	type given struct {
		article int
		value   float64
	}
	again := map[given][]int{} // the numbers that an article gives as one value
	for i := range c.counts {
		if n := &c.counts[i]; n.sort.value >= specificNumber && !n.quantity.Vague && !n.repeated() {
			again[given{n.Article, n.sort.value}] = append(again[given{n.Article, n.sort.value}], i)
		}
	}
	told := map[given]bool{}
	x := c.Index
	for i := range c.counts {
		a := &c.counts[i]
		of := given{a.Article, a.sort.value}
		for _, j := range again[of] {
			b := &c.counts[j]
			if j <= i || told[of] || a.quantity.Vague || a.repeated() || a.quantity.Of != b.quantity.Of || a.quantity.Scope != b.quantity.Scope {
				continue
			}
			g := countGroup{counts: []count{*a, *b}, sure: twiceLimited}
			if g.fit() == quantity.Narrower && x.SamePredicate(a.Member, b.Member) && c.sameThings(x, a, b) && !c.elsewhen(a, b) {
				found = append(found, g)
				told[of] = true
			}
		}
	}
	return found
}
