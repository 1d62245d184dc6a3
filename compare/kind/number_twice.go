package kind

import (
	"strings"

	"xref/extract/lexicon"
)

// twiceLimited is how sure it is that an article that gives one number of one
// act in two ways means the same by both.
const twiceLimited = 0.6

// limitedTwice gathers, article by article, the numbers that it gives twice for
// the same things of the same act, once limited otherwise: 16 killed in the
// headline, at least 16 below it. Of several such pairs the first one counts.
func (s *Scene) limitedTwice(story int) []population {
	var found []population
	told := map[[2]float64]bool{} // by article and number
	book := newWordbook()
	counts := s.counts(story, book)
	for i := range counts {
		for j := i + 1; j < len(counts) && counts[j].place == counts[i].place; j++ {
			a, b := &counts[i], &counts[j]
			value := nominal(a.quantity)
			if value < telling || value != nominal(b.quantity) || told[[2]float64{float64(a.place), value}] {
				continue
			}
			if a.quantity.Kind != b.quantity.Kind || a.quantity.Unit != b.quantity.Unit || a.quantity.Of != b.quantity.Of || a.quantity.Scope != b.quantity.Scope {
				continue
			}
			p := population{story: story, counts: []count{*a, *b}, sure: twiceLimited}
			if p.fit() == bounded && s.oneAct(a, b) && book.sameThings(a, b, true) && !s.elsewhen(a, b) {
				found = append(found, p)
				told[[2]float64{float64(a.place), value}] = true
			}
		}
	}
	return found
}

// oneAct reports whether two numbers of one article stand with the same act.
func (s *Scene) oneAct(a, b *count) bool {
	d := s.Documents[a.place]
	x, y := d.Assertions[a.assertion].Predicate.Lemma, d.Assertions[b.assertion].Predicate.Lemma
	return lexicon.Similarity(strings.ToLower(x), strings.ToLower(y)) >= mostAkin
}
