package align

import (
	"cmp"
	"math"
	"runtime"
	"slices"
)

// candidate is a pair of passages of two articles that are worth comparing,
// with what comparing them gave.
type candidate struct {
	a, b   int // places in scene.passages, a before b
	traits *Traits
	odds   Odds
}

// touching is the least share of the weight of two sentences that they have in
// common for anything in them to be the same, in a story of so many sentences:
// of more, more resemble each other by chance.
func touching(sentences int) float64 {
	const few, tenfold = 100, 0.06
	return max(0, tenfold*math.Log10(float64(sentences)/few))
}

// common is how many sentences may share a term that tells something, and a
// fifth of them.
const common = 48

// partners is how many sentences of one article a sentence is compared with, the
// most promising.
const partners = 12

// candidates finds the pairs whose clauses share a term and that w gives odds of
// at least least, by an inverted index over the terms of the clauses. They come
// in order of their passages.
func (sc *scene) candidates(w *Weights, least float64) []candidate {
	return newSearch(sc, w, least).run(len(sc.sentences), func(c *comparer, x int) int {
		c.context.turn(&sc.sentences[x].context)
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
		slices.SortFunc(found[i], candidate.compare)
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
	slices.SortFunc(all, candidate.compare) // mostly so ordered already
	return all
}

func (c candidate) compare(o candidate) int {
	return cmp.Or(cmp.Compare(c.a, o.a), cmp.Compare(c.b, o.b))
}

// same reports whether two clauses say the same in the same words.
func same(a, b *passage) bool {
	return a.assertion.Negated == b.assertion.Negated && slices.Equal(a.words, b.words)
}

// rival is how alike a pair of passages is that was compared.
type rival struct {
	a, b     int
	likeness float64
	context  float64 // of their sentences
}

// compete tells of each pair whether its passages are each other's best match
// in the other's article, by the likeness of clauses and sentences.
func compete(sc *scene, pairs []candidate, rivals [][]rival) {
	type side struct{ passage, article int32 }
	best, closest := map[side]float64{}, map[side]float64{}
	for _, list := range rivals {
		for _, r := range list {
			a, b := sc.passages[r.a], sc.passages[r.b]
			x, y := side{int32(r.a), int32(b.Article)}, side{int32(r.b), int32(a.Article)}
			best[x], best[y] = max(best[x], r.likeness), max(best[y], r.likeness)
			x, y = side{int32(a.sentence), int32(b.Article)}, side{int32(b.sentence), int32(a.Article)}
			closest[x], closest[y] = max(closest[x], r.context), max(closest[y], r.context)
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
		c := p.traits[traitContext]
		a, b := sc.passages[p.a], sc.passages[p.b]
		x, y = side{int32(a.sentence), int32(b.Article)}, side{int32(b.sentence), int32(a.Article)}
		switch {
		case c >= closest[x] && c >= closest[y]:
			p.traits[traitSentenceBoth] = 1
		case c >= closest[x] || c >= closest[y]:
			p.traits[traitSentenceOne] = 1
		}
	}
}

// likeness is that of the clauses and the sentences together.
func (tr *Traits) likeness() float64 { return tr[traitCosine] + tr[traitContext] }

// search is the index of a scene's sentences, which all goroutines read.
type search struct {
	scene    *scene
	weights  *Weights
	chances  []chance
	least    float64
	touching float64
	keys     [][]term  // of each sentence
	others   []float64 // of each sentence: the weight of the terms that are no keys of it
	totals   []float64 // of each sentence: the weight of all its terms
	postings [][]int   // of each term: the sentences that it is a key of, ascending
	telling  []bool    // of each term: not so common that it tells nothing
}

// newSearch makes keys of a sentence's terms, but for the commonest: those that
// together weigh too little for two sentences to touch that share no others.
// The rarest term that two touching sentences share is thus a key of both.
func newSearch(sc *scene, w *Weights, least float64) *search {
	s := &search{scene: sc, weights: w, chances: chances(w), least: least}
	s.touching = touching(len(sc.sentences))
	frequency := make([]int, len(sc.texts))
	for _, sentence := range sc.sentences {
		for _, id := range sentence.context.terms {
			frequency[id]++
		}
	}
	s.telling = make([]bool, len(sc.texts))
	for id, n := range frequency {
		s.telling[id] = n <= max(common, len(sc.sentences)/5)
	}
	s.keys = make([][]term, len(sc.sentences))
	s.others, s.totals = make([]float64, len(sc.sentences)), make([]float64, len(sc.sentences))
	inParallel(len(sc.sentences), func(_, x int) { s.choose(x, frequency) })
	posted := make([]int, len(sc.texts))
	for _, keys := range s.keys {
		for _, id := range keys {
			posted[id]++
		}
	}
	s.postings = make([][]int, len(sc.texts))
	for x, keys := range s.keys {
		for _, id := range keys {
			if s.postings[id] == nil {
				s.postings[id] = make([]int, 0, posted[id])
			}
			s.postings[id] = append(s.postings[id], x)
		}
	}
	return s
}

// choose tells the keys of sentence x from its other terms.
func (s *search) choose(x int, frequency []int) {
	b := &s.scene.sentences[x].context
	order := make([]int, len(b.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(frequency[b.terms[j]]-frequency[b.terms[i]], b.terms[j]-b.terms[i])
	})
	left := s.touching * b.total
	s.totals[x] = b.total
	for n, i := range order {
		if left -= b.weights[i]; left > 0 {
			s.others[x] += b.weights[i]
			continue
		}
		s.keys[x] = make([]term, 0, len(order)-n)
		for _, i := range order[n:] {
			s.keys[x] = append(s.keys[x], b.terms[i])
		}
		break
	}
}

// rounding is more than the rounding of a sum of weights can be off by, of 1.
const rounding = 1e-9

// mayTouch reports whether two sentences can share enough to touch, that have
// keys of this weight in common: a term in common that isn't a key of both is one
// of the commonest of one of them, all of which are no keys of it.
func (s *search) mayTouch(x, y int, keys float64) bool {
	return (keys+max(s.others[x], s.others[y]))*(1+rounding) >= s.touching*(s.totals[x]+s.totals[y])
}

// comparer holds one sentence after another against those that share a key with
// it. One goroutine uses it at a time.
type comparer struct {
	*search
	clause, context, around *lens
	sentence, words         wording
	promise                 []float64 // of each sentence: what it shares
	touched                 []int     // those that promise something
	meetings                []meeting // of the sentence and those
}

func newComparer(s *search) *comparer {
	return &comparer{search: s, clause: newLens(s.scene), context: newLens(s.scene), around: newLens(s.scene), promise: make([]float64, len(s.scene.sentences))}
}

// compare holds the passages of sentence x, whose context the lens shows, against
// those of the sentences that were gathered.
func (c *comparer) compare(x int) (found []candidate, rivals []rival) {
	sc := c.scene
	s := sc.sentences[x]
	if len(c.touched) == 0 {
		return nil, nil
	}
	c.around.turn(&s.around)
	c.sentence.take(s.words)
	c.meetings = c.meetings[:0]
	for _, y := range c.touched {
		o := sc.sentences[y]
		c.meetings = append(c.meetings, meeting{
			context:    c.context.overlap(&o.context),
			around:     c.around.overlap(&o.around),
			runContext: c.sentence.run(o.words),
		})
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
				m := c.meetings[i]
				m.clause = c.clause.overlap(&q.bag)
				m.verbatim = c.words.run(q.words)
				tr := sc.traits(p, q, &m)
				rivals = append(rivals, rival{a, b, tr.likeness(), tr[traitContext]})
				if tr.hope(c.weights, c.chances) >= c.least {
					kept := tr
					found = append(found, candidate{a: a, b: b, traits: &kept})
				}
			}
		}
	}
	return found, rivals
}

// meets reports whether a clause shares a term with the one that the comparer is
// turned to.
func (c *comparer) meets(b *bag) bool {
	for _, id := range b.terms {
		if c.clause.weight[id] > 0 && c.telling[id] {
			return true
		}
	}
	return false
}

// chance is what a way in which a pair may stand against its rivals adds to the
// weighted sums of its traits.
type chance struct{ agree, differ float64 }

// chances are all that compete may find.
func chances(w *Weights) []chance {
	none := []chance{{}}
	of := func(traits ...int) []chance {
		all := none
		for _, t := range traits {
			all = append(all, chance{w.Agree[t], w.Differ[t]})
		}
		return all
	}
	var all []chance
	for _, p := range of(traitBestBoth, traitBestOne) {
		for _, s := range of(traitSentenceBoth, traitSentenceOne) {
			all = append(all, chance{p.agree + s.agree, p.differ + s.differ})
		}
	}
	return all
}

// hope is the most that a pair can be joined by, whatever others do.
func (tr *Traits) hope(w *Weights, chances []chance) float64 {
	agree, differ := tr.logits(w)
	most := 0.0
	for _, c := range chances {
		most = max(most, math.Exp(agree+c.agree)+math.Exp(differ+c.differ))
	}
	return most / (1 + most)
}

// touch gathers the sentences that are worth holding against x: of those that
// share enough, the most promising of each article.
func (c *comparer) touch(x int) {
	s := c.scene.sentences[x]
	c.touched = c.touched[:0]
	for _, id := range c.keys[x] {
		from, _ := slices.BinarySearch(c.postings[id], x+1)
		w := c.context.weight[id]
		for _, y := range c.postings[id][from:] {
			if c.promise[y] == 0 {
				c.touched = append(c.touched, y)
			}
			c.promise[y] += w
		}
	}
	promising := c.touched[:0]
	for _, y := range c.touched {
		keys := c.promise[y]
		c.promise[y] = 0
		o := c.scene.sentences[y]
		if o.article == s.article || !c.mayTouch(x, y, keys) {
			continue
		}
		if share := c.context.share(&o.context); share >= c.touching {
			c.promise[y] = share
			promising = append(promising, y)
		}
	}
	slices.SortFunc(promising, func(y, z int) int {
		return cmp.Or(cmp.Compare(c.scene.sentences[y].article, c.scene.sentences[z].article), cmp.Compare(c.promise[z], c.promise[y]), cmp.Compare(y, z))
	})
	kept, of, taken := promising[:0], -1, 0
	for _, y := range promising {
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
