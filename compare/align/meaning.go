package align

import (
	"strings"

	"xref/compare/story"
	"xref/extract"
)

// What tells of two short texts that they mean different things: each names, or
// counts, what the other doesn't.
const (
	otherNames   = 0.1
	otherNumbers = 0.1
)

// Meaning is how likely two documents of a sentence or two are to mean the same,
// on a scale from about 0 to 1 that is no probability: the share of the words,
// and of the terms or ones like them, that they have in common, less where both
// name or count something of their own.
func Meaning(documents []*extract.Document, linked Linking) float64 {
	sc := newScene(documents, story.Story{Articles: []int{0, 1}}, linked)
	var words [2]map[word]int
	var terms [2][]term
	for i := range words {
		words[i] = map[word]int{}
	}
	for _, s := range sc.sentences {
		for _, w := range s.words {
			words[s.article][w]++
		}
		terms[s.article] = append(terms[s.article], s.context.terms...)
	}
	weight := make([]float64, len(sc.texts))
	for id := range weight {
		weight[id] = 1
	}
	a, b := newBag(terms[0], weight), newBag(terms[1], weight)
	glass := newLens(sc)
	glass.turn(&a)
	same := (shareOf(words[0], words[1]) + shareOf(words[1], words[0]) + glass.overlap(&b).plain) / 3
	if sc.lacks(&a, &b, entityTerm) && sc.lacks(&b, &a, entityTerm) {
		same -= otherNames
	}
	if sc.lacks(&a, &b, quantityTerm) || sc.lacks(&b, &a, quantityTerm) {
		same -= otherNumbers
	}
	return same
}

// shareOf is how many of the words of one text the other has.
func shareOf(words, others map[word]int) float64 {
	common, all := 0, 0
	for w, n := range words {
		common += min(n, others[w])
		all += n
	}
	return float64(common) / float64(max(1, all))
}

// lacks reports whether a bag has a term of a sort that the other lacks.
func (sc *scene) lacks(a, b *bag, sort string) bool {
	for _, id := range a.terms {
		if strings.HasPrefix(sc.texts[id], sort) && !b.has(id) {
			return true
		}
	}
	return false
}
