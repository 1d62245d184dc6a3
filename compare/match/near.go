package match

import (
	"cmp"
	"context"
	"slices"

	"xref/compare/encoder"
	"xref/extract/lang"
)

// Passages that say one thing without a word in common are found by the vectors of their
// sentences.

// readVectors has an encoder read the sentences of the story, each alone and each text once:
// of an article the first ones that it may read. It gives the pieces that were read. whole
// reads them all, whatever it costs.
func (x *Index) readVectors(ctx context.Context, e Encoder, whole bool) (pieces int, err error) {
	x.vectors = make([]encoder.Vector, len(x.sentences))
	if len(x.telling) < 2 || len(x.telling) > articlesWithVectors && !whole {
		return 0, nil
	}
	texts, costs := make([]string, len(x.sentences)), make([]int, len(x.sentences))
	inParallel(len(texts), func(_, n int) {
		texts[n] = x.textOf(n)
		costs[n] = e.VectorCost(texts[n])
	})
	place := map[string]int{}
	var chosen []string
	left := 0
	for n, s := range x.sentences {
		if n == 0 || x.sentences[n-1].article != s.article {
			left = piecesPerArticle
		}
		if left -= costs[n]; left < 0 && !whole {
			texts[n] = ""
			continue
		}
		if _, known := place[texts[n]]; !known {
			place[texts[n]] = len(chosen)
			chosen = append(chosen, texts[n])
			pieces += costs[n]
		}
	}
	vectors, err := e.Vectors(ctx, chosen)
	if err != nil {
		return 0, err
	}
	for n, text := range texts {
		if i, known := place[text]; known {
			x.vectors[n] = vectors[i]
		}
	}
	return pieces, nil
}

// nearness of two sentences is the cosine of their vectors, 0 where one wasn't read or they point
// apart.
func (x *Index) nearness(a, b int) float64 { return max(0, x.vectors[a].Cosine(x.vectors[b])) }

// nearPair is two sentences of two articles whose vectors are near each other.
type nearPair struct {
	a, b     int // places in Index.sentences, a before b
	nearness float64
}

// nearPairs are the pairs of sentences without a candidate of which one is among the nearest to
// the other in its article. They come in the order of their sentences.
func (x *Index) nearPairs(found []candidate) []nearPair {
	told := x.candidateSentences(found)
	bodies := x.bodies()
	var both [][2]int
	for i := range bodies {
		for j := i + 1; j < len(bodies); j++ {
			both = append(both, [2]int{i, j})
		}
	}
	near := make([][]nearPair, len(both))
	inParallel(len(both), func(_, k int) {
		near[k] = x.nearIn(bodies[both[k][0]], bodies[both[k][1]], told)
	})
	all := slices.Concat(near...)
	slices.SortFunc(all, func(p, q nearPair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return all
}

// candidateSentences are the pairs of sentences that have candidates.
func (x *Index) candidateSentences(found []candidate) map[[2]int]bool {
	told := map[[2]int]bool{}
	for i := range found {
		told[[2]int{x.passages[found[i].a].sentence, x.passages[found[i].b].sentence}] = true
	}
	return told
}

// nearIn are the near pairs of the bodies of two articles.
func (x *Index) nearIn(first, second []int, told map[[2]int]bool) []nearPair {
	ofFirst, ofSecond := make([]nearestPairs, len(first)), make([]nearestPairs, len(second))
	for i, n := range first {
		for j, m := range second {
			if p := (nearPair{n, m, x.nearness(n, m)}); p.nearness >= leastNear {
				ofFirst[i].note(p)
				ofSecond[j].note(p)
			}
		}
	}
	var all []nearPair
	taken := map[[2]int]bool{}
	for _, list := range [...][]nearestPairs{ofFirst, ofSecond} {
		for _, n := range list {
			for _, p := range n {
				key := [2]int{p.a, p.b}
				if !taken[key] && !told[key] {
					taken[key] = true
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// bodies are, for each article in order, the sentences of its body that have a vector.
func (x *Index) bodies() (all [][]int) {
	for n, s := range x.sentences {
		if n == 0 || x.sentences[n-1].article != s.article {
			all = append(all, nil)
		}
		p := x.passages[s.passages[0]]
		role := p.document.Text.Sentences[p.assertion.Sentence].Role
		if (role == lang.Prose || role == lang.Bullet) && x.vectors[n] != nil {
			all[len(all)-1] = append(all[len(all)-1], n)
		}
	}
	return all
}

// nearestPairs are the nearest pairs of one sentence, the nearest first; of equally near ones those
// that were noted first.
type nearestPairs []nearPair

func (l *nearestPairs) note(p nearPair) {
	at := len(*l)
	for at > 0 && (*l)[at-1].nearness < p.nearness {
		at--
	}
	if at < nearestSentences {
		*l = slices.Insert(*l, at, p)
		*l = (*l)[:min(len(*l), nearestSentences)]
	}
}

// compareNear makes candidates of all clauses of near sentences.
func (s *search) compareNear(ctx context.Context, near []nearPair) ([]candidate, [][]comparison, error) {
	var firsts []int // where the pairs of each first sentence begin
	for i := range near {
		if i == 0 || near[i-1].a != near[i].a {
			firsts = append(firsts, i)
		}
	}
	return s.each(ctx, len(firsts), func(c *comparer, nth int) int {
		n := near[firsts[nth]].a
		c.context.hold(&s.index.sentences[n].context)
		c.gathered, c.near = c.gathered[:0], c.near[:0]
		for _, p := range near[firsts[nth]:] {
			if p.a != n {
				break
			}
			c.gathered, c.near = append(c.gathered, p.b), append(c.near, p.nearness)
		}
		return n
	})
}

// promiseOfNear is how probable it is taken to be, before they are read, that two sentences report
// one matter which are so near each other.
func promiseOfNear(nearness float64) float64 {
	return promiseOfLeast + (promiseOfMost-promiseOfLeast)*max(0, nearness-leastNear)/(1-leastNear)
}
