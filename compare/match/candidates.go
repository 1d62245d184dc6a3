package match

import (
	"cmp"
	"context"
	"slices"
)

// candidate is a pair of passages of two articles that are worth comparing,
// with what comparing them gave.
type candidate struct {
	a, b     int // places in Index.passages, a before b
	features *Features
	near     float64 // how near their sentences are by their vectors, where these alone found them; 0 where the index did
	verbatim bool    // they say the same in the same words
	Probabilities
}

func (c candidate) compare(o candidate) int {
	return cmp.Or(cmp.Compare(c.a, o.a), cmp.Compare(c.b, o.b))
}

// sameWords reports whether two clauses say the same in the same words, those of
// clauses within them too.
func sameWords(a, b *passage) bool {
	return a.assertion.Negated == b.assertion.Negated && slices.Equal(a.forms, b.forms) && slices.Equal(a.wholeForms(), b.wholeForms())
}

// candidates finds the pairs whose clauses share a term and of which the scoring
// says at least least that they are about one matter, by an inverted index over
// the terms of the clauses. They come in the order of their passages.
func (x *Index) candidates(ctx context.Context, scoring Scoring, least float64) ([]candidate, Reading, error) {
	return newSearch(x, scoring, least).run(ctx, len(x.sentences), func(c *comparer, n int) int {
		c.context.hold(&x.sentences[n].context)
		c.gather(n)
		return n
	})
}

// run compares n sentences: choose tells which comes nth, having gathered those
// that it is to be held against.
func (s *search) run(ctx context.Context, n int, choose func(c *comparer, nth int) (sentence int)) ([]candidate, Reading, error) {
	x := s.index
	all, compared, err := s.each(ctx, n, choose)
	if err != nil {
		return nil, Reading{}, err
	}
	x.crowded = map[int]int{}
	for n, cut := range s.cut {
		if cut {
			x.crowded[x.sentences[n].article]++
		}
	}
	var read Reading
	if s.Encoder != nil {
		if read.Pieces, err = x.readVectors(ctx, s.Encoder, s.Whole); err != nil {
			return nil, Reading{}, err
		}
		near, further, err := s.compareNear(ctx, x.nearPairs(all))
		if err != nil {
			return nil, Reading{}, err
		}
		all, compared = append(all, near...), append(compared, further...)
	}
	compete(x, all, compared)
	if s.Encoder != nil {
		pairs, err := x.encode(ctx, s.Encoder, s.Whole, read.Pieces, all, s.promising)
		if err != nil {
			return nil, Reading{}, err
		}
		read.Add(pairs)
	}
	for i := range all {
		c := &all[i]
		c.Probabilities = s.Scorer.Score(c.features)
		c.verbatim = sameWords(x.passages[c.a], x.passages[c.b])
	}
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.Same < s.least })
	slices.SortFunc(all, candidate.compare) // mostly so ordered already
	return all, read, nil
}

// each compares n sentences as run does, and gives the candidates in the order of their
// passages, and all that was compared.
func (s *search) each(ctx context.Context, n int, choose func(c *comparer, nth int) (sentence int)) ([]candidate, [][]comparison, error) {
	found := make([][]candidate, n)
	compared := make([][]comparison, n)
	comparers := make([]*comparer, workers(n))
	inParallel(n, func(worker, i int) {
		if ctx.Err() != nil {
			return
		}
		c := comparers[worker]
		if c == nil {
			c = newComparer(s)
			comparers[worker] = c
		}
		found[i], compared[i] = c.compare(choose(c, i))
		slices.SortFunc(found[i], candidate.compare)
	})
	return slices.Concat(found...), compared, ctx.Err()
}

// promising is how probable it is that a candidate reports one matter, by what is known before
// it is read.
func (s *search) promising(c *candidate) float64 {
	same := s.First.Score(c.features).Same
	if c.near > 0 {
		same = max(same, promiseOfNear(c.near))
	}
	return same
}

// search is the inverted index of the sentences, which all goroutines read.
type search struct {
	Scoring
	index       *Index
	least       float64
	leastShare  float64
	keys        [][]term  // of each sentence
	others      []float64 // of each sentence: the weight of the terms that are no keys of it
	totals      []float64 // of each sentence: the weight of all its terms
	postings    [][]int   // of each term: the sentences that it is a key of, ascending
	distinctive []bool    // of each term: not so common that it tells nothing
	next        []int     // of each sentence: the first of the article after its own
	cut         []bool    // of each sentence: one of its terms is in more sentences than are looked at
}

// newSearch makes keys of a sentence's terms, but for the commonest: those that
// together weigh less than two sentences must share. The rarest term that two
// sentences share that are to be compared is thus a key of both.
func newSearch(x *Index, scoring Scoring, least float64) *search {
	s := &search{Scoring: scoring, index: x, least: least, leastShare: leastShare(len(x.sentences))}
	frequency := make([]int, len(x.keys))
	for _, sentence := range x.sentences {
		for _, id := range sentence.context.terms {
			frequency[id]++
		}
	}
	s.distinctive = make([]bool, len(x.keys))
	for id, n := range frequency {
		s.distinctive[id] = n <= max(crowdedTerm, len(x.sentences)/5)
	}
	s.keys = make([][]term, len(x.sentences))
	s.others, s.totals = make([]float64, len(x.sentences)), make([]float64, len(x.sentences))
	inParallel(len(x.sentences), func(_, n int) { s.choose(n, frequency) })
	s.next, s.cut = make([]int, len(x.sentences)), make([]bool, len(x.sentences))
	for n := len(x.sentences) - 1; n >= 0; n-- {
		s.next[n] = n + 1
		if n+1 < len(x.sentences) && x.sentences[n+1].article == x.sentences[n].article {
			s.next[n] = s.next[n+1]
		}
	}
	posted := make([]int, len(x.keys))
	for _, keys := range s.keys {
		for _, id := range keys {
			posted[id]++
		}
	}
	s.postings = make([][]int, len(x.keys))
	for n, keys := range s.keys {
		for _, id := range keys {
			if s.postings[id] == nil {
				s.postings[id] = make([]int, 0, posted[id])
			}
			s.postings[id] = append(s.postings[id], n)
		}
	}
	return s
}

// choose tells the keys of sentence n from its other terms.
func (s *search) choose(n int, frequency []int) {
	b := &s.index.sentences[n].context
	order := make([]int, len(b.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(frequency[b.terms[j]]-frequency[b.terms[i]], b.terms[j]-b.terms[i])
	})
	left := s.leastShare * b.total
	s.totals[n] = b.total
	for k, i := range order {
		if left -= b.weights[i]; left > 0 {
			s.others[n] += b.weights[i]
			continue
		}
		s.keys[n] = make([]term, 0, len(order)-k)
		for _, i := range order[k:] {
			s.keys[n] = append(s.keys[n], b.terms[i])
		}
		break
	}
}

// rounding is more than the rounding of a sum of weights can be off by, of 1.
const rounding = 1e-9

// mayShareEnough reports whether two sentences can share enough to be compared,
// that have keys of this weight in common: a term in common that isn't a key of
// both is one of the commonest of one of them, all of which are no keys of it.
func (s *search) mayShareEnough(n, m int, keys float64) bool {
	return (keys+max(s.others[n], s.others[m]))*(1+rounding) >= s.leastShare*(s.totals[n]+s.totals[m])
}

// comparer holds one sentence after another against those that share a key with
// it. One goroutine uses it at a time.
type comparer struct {
	*search
	clause, context, around *spread
	sentence, words         runFinder
	shared                  []float64     // of each sentence: how much it shares
	gathered                []int         // those that share something, or are near
	near                    []float64     // of each gathered: how near it is; empty where they share something
	best                    map[int][]int // of each article: those that share most
	articles                []int         // of the story, ascending
	overlaps                []pairOverlap
}

func newComparer(s *search) *comparer {
	return &comparer{search: s, clause: newSpread(s.index), context: newSpread(s.index), around: newSpread(s.index), shared: make([]float64, len(s.index.sentences)), best: map[int][]int{}, articles: slices.Sorted(slices.Values(s.index.telling))}
}

// compare holds the passages of sentence n, whose context is held, against those
// of the sentences that were gathered. Those of near sentences are candidates whatever they
// share.
func (c *comparer) compare(n int) (found []candidate, compared []comparison) {
	x := c.index
	s := x.sentences[n]
	if len(c.gathered) == 0 {
		return nil, nil
	}
	c.around.hold(&s.around)
	c.sentence.take(s.forms)
	c.overlaps = c.overlaps[:0]
	for _, m := range c.gathered {
		o := x.sentences[m]
		c.overlaps = append(c.overlaps, pairOverlap{
			context:    c.context.overlap(&o.context),
			around:     c.around.overlap(&o.around),
			runContext: c.sentence.longest(o.forms),
		})
	}
	for _, a := range s.passages {
		p := x.passages[a]
		c.clause.hold(&p.bag)
		c.words.take(p.forms)
		for i, m := range c.gathered {
			for _, b := range x.sentences[m].passages {
				q := x.passages[b]
				near := 0.0
				if len(c.near) > 0 {
					near = c.near[i]
				}
				if near == 0 && !c.meets(&q.bag) {
					continue
				}
				o := c.overlaps[i]
				o.clause = c.clause.overlap(&q.bag)
				o.verbatim = c.words.longest(q.forms)
				f := x.features(p, q, &o)
				compared = append(compared, comparison{a, b, f.similarity(), f[featureContext]})
				if near > 0 || c.First.UpperBound(&f) >= min(c.least, leastFirst) {
					kept := f
					found = append(found, candidate{a: a, b: b, features: &kept, near: near})
				}
			}
		}
	}
	return found, compared
}

// meets reports whether a clause shares a distinctive term with the one that is
// held.
func (c *comparer) meets(b *bag) bool {
	for _, id := range b.terms {
		if c.clause.weight[id] > 0 && c.distinctive[id] {
			return true
		}
	}
	return false
}

// gather finds the sentences that are worth holding against n: of those that
// share enough, the ones that share most, of each article.
func (c *comparer) gather(n int) {
	c.gathered = c.gathered[:0]
	other := c.next[n]
	for _, id := range c.keys[n] {
		from, _ := slices.BinarySearch(c.postings[id], other)
		w := c.context.weight[id]
		posted := c.postings[id][from:]
		if len(posted) > mostPosted {
			posted = posted[:mostPosted]
			c.cut[n] = true
		}
		for _, m := range posted {
			if c.shared[m] == 0 {
				c.gathered = append(c.gathered, m)
			}
			c.shared[m] += w
		}
	}
	for a := range c.best {
		c.best[a] = c.best[a][:0]
	}
	for _, m := range c.gathered {
		keys := c.shared[m]
		c.shared[m] = 0
		o := c.index.sentences[m]
		if !c.mayShareEnough(n, m, keys) {
			continue
		}
		if share := c.context.share(&o.context); share >= c.leastShare {
			c.shared[m] = share
			c.best[o.article] = c.amongBest(c.best[o.article], m)
		}
	}
	c.gathered = c.gathered[:0]
	for _, a := range c.articles {
		for _, m := range c.best[a] {
			c.shared[m] = 0
			c.gathered = append(c.gathered, m)
		}
	}
}

// amongBest puts a sentence in its place among those of its article that share most,
// where it is one of them: what a long article has of one word is held against every
// sentence, but only a few of it are kept.
func (c *comparer) amongBest(best []int, m int) []int {
	at, _ := slices.BinarySearchFunc(best, m, func(o, m int) int {
		return cmp.Or(cmp.Compare(c.shared[m], c.shared[o]), cmp.Compare(o, m))
	})
	dropped := m
	if at < sentencesPerArticle {
		best = slices.Insert(best, at, m)
		if dropped = -1; len(best) > sentencesPerArticle {
			dropped = best[sentencesPerArticle]
			best = best[:sentencesPerArticle]
		}
	}
	if dropped >= 0 {
		c.shared[dropped] = 0
	}
	return best
}
