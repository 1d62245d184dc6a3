package revision

import (
	"slices"

	"xref/compare/kind"
	"xref/compare/match"
)

// moved are the sentences that stand word for word in both versions in another order:
// as few as can be, so that the others keep theirs. Those that follow each other in
// both are one change. pairs come in the order of the new version.
func (v *versions) moved(pairs []match.Became) []placed {
	stays := inOrder(pairs)
	var out []placed
	last := match.Became{Old: -2, New: -2}
	for i, p := range pairs {
		if stays[i] || !p.Same || v.index.ContentWords(v.new.sentences.Units[p.New]) < leastSaid {
			continue
		}
		old := Passage{Span: v.old.span(v.index, v.old.sentences.Units[p.Old].Run)}
		new := Passage{Span: v.new.span(v.index, v.new.sentences.Units[p.New].Run)}
		if p.Old == last.Old+1 && p.New == last.New+1 {
			c := &out[len(out)-1].Change
			c.Old.Span, c.New.Span = c.Old.Span.Cover(old.Span), c.New.Span.Cover(new.Span)
		} else {
			out = append(out, placed{Change{What: Moved, Kind: kind.Fact.ID, Old: old, New: new}, 2*p.New + 1, new.Span.Start})
		}
		last = p
	}
	return out
}

// inOrder tells of each pair whether it is one of the most that stand in the same order
// in both versions.
func inOrder(pairs []match.Became) []bool {
	var ends []int // the pair that ends the best run of each length
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.Old, func(e, old int) int { return pairs[e].Old - old })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	stays := make([]bool, len(pairs))
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			stays[i] = true
		}
	}
	return stays
}
