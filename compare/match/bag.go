package match

import (
	"math"
	"slices"
)

// bag is a set of terms, ascending, with their weights.
type bag struct {
	terms   []term
	weights []float64
	total   float64 // sum of weights
	square  float64 // sum of their squares
}

// newBag sorts the terms in place and keeps them.
func newBag(terms []term, weight []float64) bag {
	slices.Sort(terms)
	b := bag{terms: slices.Compact(terms)}
	b.weights = make([]float64, len(b.terms))
	for i, id := range b.terms {
		w := weight[id]
		b.weights[i] = w
		b.total += w
		b.square += w * w
	}
	return b
}

func (b *bag) has(id term) bool {
	_, ok := slices.BinarySearch(b.terms, id)
	return ok
}

// overlap is how far the terms of two bags are the same. A term that the other
// bag lacks counts in part where the other has one like it.
type overlap struct {
	cosine, exact  float64 // with similar terms and without
	coverA, coverB float64 // share of each bag's weight that is found in the other
	rarest         float64 // weight of the weightiest term in common
	shared         int
	common         float64 // weight of the terms in common
	weight         float64 // the same with similar terms, in the bag where they weigh less
	plain          float64 // share of the terms that the other bag has, all weighing the same
}

// spread is a bag spread out over all terms of an index, so that many others can
// be held against it in one pass over each. One goroutine uses it at a time.
type spread struct {
	related [][]related
	bag     *bag
	weight  []float64 // of each term; 0 where the bag lacks it
	nearest []nearest // of each term: what another bag has of it
	seen    []term    // those that nearest has something of
}

// nearest is the term of another bag that is most similar to a given one: how
// similar, and what it weighs.
type nearest struct{ similarity, weight float64 }

// identical is more than any similarity: the other bag has the term itself.
const identical = 2

func newSpread(x *Index) *spread {
	return &spread{related: x.related, weight: make([]float64, len(x.keys)), nearest: make([]nearest, len(x.keys))}
}

// hold replaces the bag.
func (s *spread) hold(b *bag) {
	if s.bag != nil {
		for _, id := range s.bag.terms {
			s.weight[id] = 0
		}
	}
	s.bag = b
	for i, id := range b.terms {
		s.weight[id] = b.weights[i]
	}
}

// overlap compares another bag with the one that is held.
func (s *spread) overlap(o *bag) (v overlap) {
	if s.bag.total == 0 || o.total == 0 {
		return v
	}
	dot, soft, coverA, coverB, alike := 0.0, 0.0, 0.0, 0.0, 0.0
	for i, id := range o.terms {
		w := o.weights[i]
		found := s.weight[id] > 0
		if found {
			dot += w * w
			v.common += w
			v.rarest = max(v.rarest, w)
			v.shared++
			s.keepNearest(id, nearest{identical, w})
		}
		for _, r := range s.related[id] {
			similarity := standIn(r.Relation)
			if similarity == 0 {
				break // opposites come last
			}
			other := s.weight[r.term]
			if other == 0 {
				continue
			}
			if !found { // the most similar come first
				found = true
				soft += similarity * w * other
				coverB += similarity * w
				alike += similarity
			}
			s.keepNearest(r.term, nearest{similarity, w})
		}
	}
	for _, id := range s.seen {
		if n := s.nearest[id]; n.similarity < identical {
			soft += n.similarity * n.weight * s.weight[id]
			coverA += n.similarity * s.weight[id]
			alike += n.similarity
		}
		s.nearest[id] = nearest{}
	}
	s.seen = s.seen[:0]
	norm := math.Sqrt(s.bag.square * o.square)
	v.exact = dot / norm
	v.cosine = (dot + soft/2) / norm
	v.coverA, v.coverB = (v.common+coverA)/s.bag.total, (v.common+coverB)/o.total
	v.weight = v.common + min(coverA, coverB)
	v.plain = (float64(2*v.shared) + alike) / float64(len(s.bag.terms)+len(o.terms))
	return v
}

// share is how much of the weight of both bags the terms in common are.
func (s *spread) share(o *bag) float64 {
	common := 0.0
	for _, id := range o.terms {
		common += s.weight[id]
	}
	return common / (s.bag.total + o.total)
}

// keepNearest keeps the most similar counterpart of a term, the weightier one of
// two.
func (s *spread) keepNearest(id term, n nearest) {
	was := s.nearest[id]
	if was.similarity == 0 {
		s.seen = append(s.seen, id)
	}
	if n.similarity > was.similarity || n.similarity == was.similarity && n.weight > was.weight {
		s.nearest[id] = n
	}
}
