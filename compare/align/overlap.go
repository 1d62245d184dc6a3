package align

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
	cosine, exact  float64 // with like terms and without
	coverA, coverB float64 // share of each bag's weight that is found in the other
	rarest         float64 // weight of the weightiest term in common
	shared         int
	common         float64 // weight of the terms in common
	weight         float64 // the same with like terms, in the bag where they weigh less
	plain          float64 // share of the terms that the other bag has, all weighing the same
}

// lens is a bag spread out over all terms of a scene, so that many others can
// be held against it in one pass over each. One goroutine uses it at a time.
type lens struct {
	near    [][]neighbour
	bag     *bag
	weight  []float64 // of each term; 0 where the bag lacks it
	mirror  []image   // of each term: what the other bag has of it
	touched []term    // those that mirror has something of
}

// image is the term of another bag that is most like a given one: how like, and
// what it weighs.
type image struct{ similarity, weight float64 }

// met is more than any similarity: the other bag has the term itself.
const met = 2

func newLens(sc *scene) *lens {
	return &lens{near: sc.near, weight: make([]float64, len(sc.texts)), mirror: make([]image, len(sc.texts))}
}

// turn points the lens at another bag.
func (l *lens) turn(b *bag) {
	if l.bag != nil {
		for _, id := range l.bag.terms {
			l.weight[id] = 0
		}
	}
	l.bag = b
	for i, id := range b.terms {
		l.weight[id] = b.weights[i]
	}
}

// overlap holds another bag against that of the lens.
func (l *lens) overlap(o *bag) (v overlap) {
	if l.bag.total == 0 || o.total == 0 {
		return v
	}
	dot, soft, coverA, coverB, alike := 0.0, 0.0, 0.0, 0.0, 0.0
	for i, id := range o.terms {
		w := o.weights[i]
		found := l.weight[id] > 0
		if found {
			dot += w * w
			v.common += w
			v.rarest = max(v.rarest, w)
			v.shared++
			l.reflect(id, image{met, w})
		}
		for _, n := range l.near[id] {
			other := l.weight[n.term]
			if other == 0 {
				continue
			}
			if !found { // the most similar come first
				found = true
				soft += n.similarity * w * other
				coverB += n.similarity * w
				alike += n.similarity
			}
			l.reflect(n.term, image{n.similarity, w})
		}
	}
	for _, id := range l.touched {
		if m := l.mirror[id]; m.similarity < met {
			soft += m.similarity * m.weight * l.weight[id]
			coverA += m.similarity * l.weight[id]
			alike += m.similarity
		}
		l.mirror[id] = image{}
	}
	l.touched = l.touched[:0]
	norm := math.Sqrt(l.bag.square * o.square)
	v.exact = dot / norm
	v.cosine = (dot + soft/2) / norm
	v.coverA, v.coverB = (v.common+coverA)/l.bag.total, (v.common+coverB)/o.total
	v.weight = v.common + min(coverA, coverB)
	v.plain = (float64(2*v.shared) + alike) / float64(len(l.bag.terms)+len(o.terms))
	return v
}

// share is how much of the weight of both bags the terms in common are.
func (l *lens) share(o *bag) float64 {
	common := 0.0
	for _, id := range o.terms {
		common += l.weight[id]
	}
	return common / (l.bag.total + o.total)
}

// reflect keeps the most similar image of a term, the weightier one of two.
func (l *lens) reflect(id term, m image) {
	was := l.mirror[id]
	if was.similarity == 0 {
		l.touched = append(l.touched, id)
	}
	if m.similarity > was.similarity || m.similarity == was.similarity && m.weight > was.weight {
		l.mirror[id] = m
	}
}
