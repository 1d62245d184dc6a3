package lang

import "xref/extract/lang/perceptron"

// namer finds names by labelling words from left to right.
type namer struct {
	weights   scorer
	gazetteer *table
	features  []perceptron.Feature
	scores    [nameLabels]int32
}

// The labels of words: outside of names, or for each type of name the first
// word, an inner, the last and the only one of a name.
const (
	nameOutside = 0
	nameFirst   = 1
	nameInner   = 2
	nameLast    = 3
	nameOnly    = 4
	nameLabels  = 1 + 4*4
)

func nameLabel(t NameType, part int) int { return int(t)*4 + part }

// follows tells whether label may stand after the label before it.
func follows(before, label int) bool {
	open := before != nameOutside && ((before-1)%4 == nameFirst-1 || (before-1)%4 == nameInner-1)
	inside := label != nameOutside && ((label-1)%4 == nameInner-1 || (label-1)%4 == nameLast-1)
	if open != inside {
		return false
	}
	return !open || (before-1)/4 == (label-1)/4
}

// find labels the words of a sentence.
func (n *namer) find(words []word) []int {
	labels := make([]int, len(words))
	before, before2 := nameOutside, nameOutside
	style := caseStyle(words)
	for i := range words {
		n.see(words, i, before, before2, style)
		n.scores = [nameLabels]int32{}
		n.weights.Score(n.features, n.scores[:])
		top := none
		for l := range nameLabels {
			if !follows(before, l) || i+1 == len(words) && !follows(l, nameOutside) {
				continue
			}
			if top == none || n.scores[l] > n.scores[top] {
				top = l
			}
		}
		labels[i] = top
		before2, before = before, top
	}
	return labels
}

// listed tells which lists of names hold a word: bit set, 0 for none.
func (n *namer) listed(w *word) uint32 {
	if !w.upper {
		return 0
	}
	v, _ := n.gazetteer.find(w.lower)
	return uint32(v)
}

func (n *namer) see(words []word, i, before, before2 int, style uint32) {
	w, p1, p2, n1, n2 := &words[i], at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	b, bb := uint32(before), uint32(before2)
	lw, lp, ln := n.listed(w), n.listed(p1), n.listed(n1)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	shape := w.shape<<3 | style<<1 | first
	n.features = append(n.features[:0],
		perceptron.F1(600, b), perceptron.F2(601, b, bb), perceptron.F1(602, w.exact), perceptron.F2(603, w.lower, b), perceptron.F1(604, w.lower),
		perceptron.F2(605, w.tag, b), perceptron.F2(606, shape, b), perceptron.F3(607, shape, w.tag, b), perceptron.F1(608, w.suffix[2]), perceptron.F1(609, w.suffix[3]),
		perceptron.F1(610, w.prefix[2]), perceptron.F2(611, w.cluster, b), perceptron.F2(612, w.coarse, b), perceptron.F1(613, w.cluster),
		perceptron.F1(614, p1.lower), perceptron.F2(615, p1.lower, b), perceptron.F1(616, n1.lower), perceptron.F2(617, n1.lower, b), perceptron.F1(618, p2.lower), perceptron.F1(619, n2.lower),
		perceptron.F2(620, p1.lower, w.lower), perceptron.F2(621, w.lower, n1.lower), perceptron.F2(622, p1.cluster, b), perceptron.F2(623, n1.cluster, b), perceptron.F2(624, n1.coarse, p1.coarse),
		perceptron.F2(625, p1.tag, w.tag), perceptron.F2(626, w.tag, n1.tag), perceptron.F3(627, p1.tag, w.tag, n1.tag), perceptron.F2(628, n1.tag, b), perceptron.F2(629, p1.tag, b),
		perceptron.F3(630, p1.shape, w.shape, n1.shape), perceptron.F2(631, n1.shape, b), perceptron.F2(632, n2.tag, n1.tag), perceptron.F2(633, p2.lower, p1.lower), perceptron.F2(634, n1.lower, n2.lower),
		perceptron.F2(635, lw, b), perceptron.F3(636, lw, ln, b), perceptron.F3(637, lp, lw, b), perceptron.F2(638, ln, b), perceptron.F3(639, lw, w.tag, n1.tag),
		perceptron.F2(640, w.suffix[2], b), perceptron.F3(641, n1.lower, shape, b), perceptron.F3(642, p1.lower, shape, b), perceptron.F3(643, w.cluster, n1.cluster, b), perceptron.F3(644, w.cluster, p1.cluster, b),
	)
}

// names turns labels of the words from token first on into names.
func namesOf(names []Name, labels []int, first int, tokens []Token) []Name {
	start := 0
	for i, l := range labels {
		if l == nameOutside {
			continue
		}
		switch (l-1)%4 + 1 {
		case nameFirst:
			start = i
		case nameOnly:
			start = i
			fallthrough
		case nameLast:
			n := Name{First: first + start, End: first + i + 1, Type: NameType((l - 1) / 4)}
			n.Span = tokens[n.First].Span.Cover(tokens[n.End-1].Span)
			names = append(names, n)
		}
	}
	return names
}
