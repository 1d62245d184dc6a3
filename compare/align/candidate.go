package align

import (
	"cmp"
	"slices"
)

// candidate is a pair of passages of two articles that are worth comparing,
// with what comparing them gave.
type candidate struct {
	a, b   int // places in scene.passages, a before b
	traits Traits
	odds   Odds
}

// The limits of the search. A term that very many passages share tells nothing
// and is no key; of a passage's partners in one article the most promising few
// are compared in full.
const (
	commonest = 0.2 // share of the passages of a large story
	smallest  = 48  // a term in so few passages is a key in any story
	partners  = 8   // of a passage in one article
)

// candidates compares the pairs that share a telling term, by an inverted index
// over the terms of the clauses. They come in order of their passages.
func (sc *scene) candidates(w *Weights) []candidate {
	postings := make([][]int, len(sc.texts))
	for i, p := range sc.passages {
		for _, id := range p.bag.terms {
			postings[id] = append(postings[id], i)
		}
	}
	limit := max(smallest, int(commonest*float64(len(sc.passages))))
	promise := make([]float64, len(sc.passages))
	var found []candidate
	for a, p := range sc.passages {
		var touched []int
		for k, id := range p.bag.terms {
			if len(postings[id]) > limit {
				continue
			}
			from, _ := slices.BinarySearch(postings[id], a+1)
			for _, b := range postings[id][from:] {
				if sc.passages[b].Article == p.Article {
					continue
				}
				if promise[b] == 0 {
					touched = append(touched, b)
				}
				promise[b] += p.bag.weights[k]
			}
		}
		for _, b := range touched {
			promise[b] /= sc.passages[b].bag.total + p.bag.total
		}
		slices.SortFunc(touched, func(x, y int) int {
			return cmp.Or(cmp.Compare(sc.passages[x].Article, sc.passages[y].Article), cmp.Compare(promise[y], promise[x]), cmp.Compare(x, y))
		})
		article, taken := -1, 0
		for _, b := range touched {
			if sc.passages[b].Article != article {
				article, taken = sc.passages[b].Article, 0
			}
			if taken++; taken > partners {
				continue
			}
			found = append(found, candidate{a: a, b: b, traits: sc.traits(p, sc.passages[b])})
		}
		for _, b := range touched {
			promise[b] = 0
		}
	}
	slices.SortFunc(found, func(x, y candidate) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	sc.compete(found)
	for i := range found {
		c := &found[i]
		c.odds = c.traits.Odds(w)
		if same(sc.passages[c.a], sc.passages[c.b]) {
			c.odds = Odds{Agree: c.odds.Joined()}
		}
	}
	return found
}

// same reports whether two clauses say the same in the same words, whatever
// their order.
func same(a, b *passage) bool {
	x, y := slices.Sorted(slices.Values(a.words)), slices.Sorted(slices.Values(b.words))
	return a.assertion.Negated == b.assertion.Negated && slices.Equal(x, y)
}

// compete tells of each pair whether its passages are each other's best match
// in the other's article, by the likeness of clauses and sentences.
func (sc *scene) compete(pairs []candidate) {
	type side struct{ passage, article int }
	best := map[side]float64{}
	likeness := func(c *candidate) float64 {
		return c.traits[traitIndex["cosine"]] + c.traits[traitIndex["context"]]
	}
	sides := func(c *candidate) (x, y side) {
		return side{c.a, sc.passages[c.b].Article}, side{c.b, sc.passages[c.a].Article}
	}
	for i := range pairs {
		x, y := sides(&pairs[i])
		l := likeness(&pairs[i])
		best[x], best[y] = max(best[x], l), max(best[y], l)
	}
	for i := range pairs {
		x, y := sides(&pairs[i])
		switch l := likeness(&pairs[i]); {
		case l >= best[x] && l >= best[y]:
			pairs[i].traits[traitIndex["best.both"]] = 1
		case l >= best[x] || l >= best[y]:
			pairs[i].traits[traitIndex["best.one"]] = 1
		}
	}
}
