package align

import (
	"cmp"
	"runtime"
	"slices"
)

// candidate is a pair of passages of two articles that are worth comparing,
// with what comparing them gave.
type candidate struct {
	a, b   int // places in scene.passages, a before b
	traits Traits
	odds   Odds
}

// The limits of the search. A term that very many sentences share tells nothing
// and is no key; of a sentence's partners in one article the most promising few
// are compared in full.
const (
	commonest = 0.2 // share of the sentences of a small story
	smallest  = 48  // a term in so few sentences is a key in any story
	partners  = 8   // of a sentence in one article
)

// candidates finds the pairs whose clauses share a term and that w gives odds of
// at least least, by an inverted index over the terms of the clauses. They come
// in order of their passages.
func (sc *scene) candidates(w *Weights, least float64) []candidate {
	return newSearch(sc, w, least).run(len(sc.sentences), func(c *comparer, x int) int {
		c.touch(x)
		return x
	})
}

// run compares n sentences: choose tells which comes nth, having gathered those
// that it is to be held against.
func (s *search) run(n int, choose func(c *comparer, nth int) (sentence int)) []candidate {
	sc, w, least := s.scene, s.weights, s.least
	found := make([][]candidate, n)
	rivals := make([][]rival, n)
	comparers := make([]*comparer, runtime.GOMAXPROCS(0))
	inParallel(n, func(worker, i int) {
		c := comparers[worker]
		if c == nil {
			c = newComparer(s)
			comparers[worker] = c
		}
		found[i], rivals[i] = c.compare(choose(c, i))
	})
	all := slices.Concat(found...)
	compete(sc, all, rivals)
	for i := range all {
		c := &all[i]
		c.odds = c.traits.Odds(w)
		if same(sc.passages[c.a], sc.passages[c.b]) {
			c.odds = Odds{Agree: c.odds.Joined()}
		}
	}
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.odds.Joined() < least })
	slices.SortFunc(all, func(x, y candidate) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return all
}

// same reports whether two clauses say the same in the same words, whatever
// their order.
func same(a, b *passage) bool {
	return a.assertion.Negated == b.assertion.Negated && len(a.words) == len(b.words) && a.sum == b.sum
}

// rival is how alike a pair of passages is that was compared.
type rival struct {
	a, b     int
	likeness float64
}

// compete tells of each pair whether its passages are each other's best match
// in the other's article, by the likeness of clauses and sentences.
func compete(sc *scene, pairs []candidate, rivals [][]rival) {
	type side struct{ passage, article int32 }
	best := map[side]float64{}
	for _, list := range rivals {
		for _, r := range list {
			x, y := side{int32(r.a), int32(sc.passages[r.b].Article)}, side{int32(r.b), int32(sc.passages[r.a].Article)}
			best[x], best[y] = max(best[x], r.likeness), max(best[y], r.likeness)
		}
	}
	for i := range pairs {
		p := &pairs[i]
		l := p.traits.likeness()
		x, y := side{int32(p.a), int32(sc.passages[p.b].Article)}, side{int32(p.b), int32(sc.passages[p.a].Article)}
		switch {
		case l >= best[x] && l >= best[y]:
			p.traits[traitBestBoth] = 1
		case l >= best[x] || l >= best[y]:
			p.traits[traitBestOne] = 1
		}
	}
}

// likeness is that of the clauses and the sentences together.
func (tr *Traits) likeness() float64 { return tr[traitCosine] + tr[traitContext] }

// search is the index of a scene's sentences, which all goroutines read.
type search struct {
	scene    *scene
	weights  *Weights
	least    float64
	weight   []float64 // of each term
	keys     [][]term  // of each sentence: the terms of its clauses
	postings [][]int   // of each term that is a key: the sentences with it, ascending
}

func newSearch(sc *scene, w *Weights, least float64) *search {
	s := &search{scene: sc, weights: w, least: least}
	s.keys = make([][]term, len(sc.sentences))
	s.postings = make([][]int, len(sc.texts))
	s.weight = make([]float64, len(sc.texts))
	for x, sentence := range sc.sentences {
		for _, p := range sentence.passages {
			b := &sc.passages[p].bag
			s.keys[x] = append(s.keys[x], b.terms...)
			for i, id := range b.terms {
				s.weight[id] = b.weights[i]
			}
		}
		slices.Sort(s.keys[x])
		s.keys[x] = slices.Compact(s.keys[x])
		for _, id := range s.keys[x] {
			s.postings[id] = append(s.postings[id], x)
		}
	}
	limit := max(smallest, int(commonest*float64(len(sc.sentences))))
	for id := range s.postings {
		if len(s.postings[id]) > limit {
			s.postings[id] = nil
		}
	}
	return s
}

// exhaust makes a key of every term.
func (s *search) exhaust() {
	for id := range s.postings {
		if s.postings[id] == nil {
			s.postings[id] = []int{}
		}
	}
}

// comparer holds one sentence after another against those that share a key with
// it. One goroutine uses it at a time.
type comparer struct {
	*search
	clause, context, around *lens
	sentence, words         wording
	promise                 []float64 // of each sentence: weight of the keys in common
	touched                 []int     // those that promise something
}

func newComparer(s *search) *comparer {
	return &comparer{search: s, clause: newLens(s.scene), context: newLens(s.scene), around: newLens(s.scene), promise: make([]float64, len(s.scene.sentences))}
}

// compare holds the passages of sentence x against those of the sentences that
// were gathered.
func (c *comparer) compare(x int) (found []candidate, rivals []rival) {
	sc := c.scene
	s := sc.sentences[x]
	if len(c.touched) == 0 {
		return nil, nil
	}
	c.context.turn(&s.context)
	c.around.turn(&s.around)
	c.sentence.take(s.words)
	meetings := make([]meeting, len(c.touched))
	for i, y := range c.touched {
		o := sc.sentences[y]
		meetings[i].context = c.context.overlap(&o.context)
		meetings[i].around = c.around.overlap(&o.around)
		meetings[i].runContext = c.sentence.run(o.words)
	}
	for _, a := range s.passages {
		p := sc.passages[a]
		c.clause.turn(&p.bag)
		c.words.take(p.words)
		for i, y := range c.touched {
			for _, b := range sc.sentences[y].passages {
				q := sc.passages[b]
				if !c.meets(&q.bag) {
					continue
				}
				m := meetings[i]
				m.clause = c.clause.overlap(&q.bag)
				m.verbatim = c.words.run(q.words)
				tr := sc.traits(p, q, &m)
				rivals = append(rivals, rival{a, b, tr.likeness()})
				if tr.hope(c.weights) >= c.least {
					found = append(found, candidate{a: a, b: b, traits: tr})
				}
			}
		}
	}
	return found, rivals
}

// meets reports whether a clause shares a key with the one that the comparer is
// turned to.
func (c *comparer) meets(b *bag) bool {
	for _, id := range b.terms {
		if c.clause.weight[id] > 0 && c.postings[id] != nil {
			return true
		}
	}
	return false
}

// hope is the most that a pair can be joined by, whatever others do.
func (tr *Traits) hope(w *Weights) float64 {
	best := *tr
	best[traitBestBoth] = 1
	one := *tr
	one[traitBestOne] = 1
	return max(tr.Odds(w).Joined(), best.Odds(w).Joined(), one.Odds(w).Joined())
}

// touch gathers the sentences that are worth holding against x: those that
// share a key, the most promising of each article.
func (c *comparer) touch(x int) {
	c.touched = c.touched[:0]
	article := c.scene.sentences[x].article
	for _, id := range c.keys[x] {
		from, _ := slices.BinarySearch(c.postings[id], x+1)
		for _, y := range c.postings[id][from:] {
			if c.scene.sentences[y].article == article {
				continue
			}
			if c.promise[y] == 0 {
				c.touched = append(c.touched, y)
			}
			c.promise[y] += c.weight[id]
		}
	}
	for _, y := range c.touched {
		c.promise[y] /= c.scene.sentences[y].context.total + c.scene.sentences[x].context.total
	}
	slices.SortFunc(c.touched, func(y, z int) int {
		return cmp.Or(cmp.Compare(c.scene.sentences[y].article, c.scene.sentences[z].article), cmp.Compare(c.promise[z], c.promise[y]), cmp.Compare(y, z))
	})
	kept, of, taken := c.touched[:0], -1, 0
	for _, y := range c.touched {
		if a := c.scene.sentences[y].article; a != of {
			of, taken = a, 0
		}
		c.promise[y] = 0
		if taken++; taken <= partners {
			kept = append(kept, y)
		}
	}
	c.touched = kept
}
