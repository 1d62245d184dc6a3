package lang

import (
	"slices"

	"xref/extract/lang/perceptron"
)

// namer finds names by labelling words from left to right.
type namer struct {
	weights   scorer
	gazetteer *table
	features  []perceptron.Feature
	scores    [nameLabels]int32
	listed    []listing
	thin      func([]perceptron.Feature) []perceptron.Feature // leaves features out, in training
}

// listing is what the lists of names tell of a word: the kinds of lists that it
// is an entry of, the kinds of lists with an entry of several words that it is
// part of, and which part.
type listing struct {
	alone, joint uint16
	part         uint32 // 1 the first, 2 an inner, 3 the last word
	run          uint8  // how many words that begin with a capital go on from here
	past         uint8  // how many stand before
}

// longestRun bounds how far words with capitals are counted.
const longestRun = 8

// longestEntry is how many words an entry of the lists has at most.
const longestEntry = 6

// entryKey goes on from the key of the words before to that with one more word.
func entryKey(before, lower uint32) uint32 { return uint32(perceptron.F2(4, before, lower) >> 20) }

// look finds the words of a sentence in the lists.
func (n *namer) look(words []word) {
	n.listed = slices.Grow(n.listed[:0], len(words))[:len(words)]
	clear(n.listed)
	for i := len(words) - 1; i >= 0; i-- {
		if words[i].upper && i+1 < len(words) && words[i+1].upper {
			n.listed[i].run = min(n.listed[i+1].run+1, longestRun)
		}
	}
	for i := range words {
		if !words[i].upper {
			continue
		}
		if i > 0 && words[i-1].upper {
			n.listed[i].past = min(n.listed[i-1].past+1, longestRun)
		}
		key, end, kinds := uint32(0), 0, uint16(0)
		for j := i; j < len(words) && j < i+longestEntry; j++ {
			key = entryKey(key, words[j].lower)
			v, ok := n.gazetteer.find(key)
			switch {
			case ok && j == i:
				n.listed[i].alone = v
			case ok:
				end, kinds = j, v
			}
		}
		for j := i; j <= end && end > i && n.listed[i].joint == 0 || j > i && j <= end; j++ {
			l := &n.listed[j]
			l.joint, l.part = kinds, 2
			switch j {
			case i:
				l.part = 1
			case end:
				l.part = 3
			}
		}
	}
}

// The labels of words: outside of names, or for each type of name its first
// word or another one.
const (
	nameOutside = 0
	nameFirst   = 1
	nameInner   = 2
	nameLabels  = 1 + 2*4
)

func nameLabel(t NameType, part int) int { return int(t)*2 + part }

// follows tells whether label may stand after the label before it.
func follows(before, label int) bool {
	inner := label != nameOutside && (label-1)%2 == nameInner-1
	return !inner || before != nameOutside && (before-1)/2 == (label-1)/2
}

// idle tells of a word that goes on with no name and can't begin one.
func idle(w *word, before int) bool {
	return !w.upper && w.upos != uint32(PROPN)+1 && before == nameOutside
}

// find labels the words of a sentence.
func (n *namer) find(words []word) []int {
	labels := make([]int, len(words))
	before, before2 := nameOutside, nameOutside
	style := caseStyle(words)
	n.look(words)
	for i := range words {
		if idle(&words[i], before) {
			before2, before = before, nameOutside
			continue
		}
		n.see(words, i, before, before2, style)
		n.scores = [nameLabels]int32{}
		n.weights.Score(n.features, n.scores[:])
		top := none
		for l := range nameLabels {
			if !follows(before, l) {
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

func (n *namer) see(words []word, i, before, before2 int, style uint32) {
	w, p1, p2, n1, n2 := &words[i], at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	b, bb := uint32(before), uint32(before2)
	l := n.listed[i]
	lw, ln, lp := uint32(l.alone)|uint32(l.joint)<<8, uint32(0), uint32(0)
	if i > 0 {
		lp = uint32(n.listed[i-1].alone)
	}
	if i+1 < len(words) {
		ln = uint32(n.listed[i+1].alone)
	}
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
	n.features = append(n.features, perceptron.F2(712, w.usual, b), perceptron.F3(713, w.usual, shape, b), perceptron.F2(714, n1.usual, b), perceptron.F2(715, p1.usual, b),
		perceptron.F2(725, n1.lower, p1.lower), perceptron.F3(726, shape, p1.tag, n1.tag), perceptron.F2(727, p1.lower, w.tag), perceptron.F2(728, w.suffix[3], b), perceptron.F2(729, w.prefix[2], w.shape),
		perceptron.F2(730, p2.cluster, p1.cluster), perceptron.F2(731, n1.cluster, n2.cluster), perceptron.F1(732, n2.cluster), perceptron.F1(733, p2.cluster))
	if w.upper {
		head, foot := at(words, i+int(l.run)), at(words, i-int(l.past))
		n.features = append(n.features, perceptron.F2(700, head.lower, b), perceptron.F1(701, head.lower), perceptron.F2(702, head.cluster, b),
			perceptron.F3(703, uint32(min(l.run, 3)), uint32(min(l.past, 3)), b), perceptron.F2(704, foot.lower, b), perceptron.F2(705, head.suffix[2], b),
			perceptron.F2(706, at(words, i+int(l.run)+1).lower, b), perceptron.F2(707, at(words, i-int(l.past)-1).lower, b), perceptron.F2(708, at(words, i+int(l.run)+1).tag, at(words, i-int(l.past)-1).tag))
	}
	if titleWords()[p1.lower] {
		n.features = append(n.features, perceptron.F2(709, b, 0), perceptron.F2(710, b, w.shape), perceptron.F1(711, w.tag))
	}
	if n.thin != nil {
		n.features = n.thin(n.features)
	}
	for k := range uint32(len(gazetteerNames)) {
		if l.alone>>k&1 != 0 {
			n.features = append(n.features, perceptron.F2(650+k, b, first), perceptron.F2(660+k, w.tag, n1.tag), perceptron.F1(670+k, p1.lower), perceptron.F1(680+k, n1.lower))
		}
		if l.joint>>k&1 != 0 {
			n.features = append(n.features, perceptron.F2(690+k, l.part, b))
		}
	}
}

// namesOf turns labels of the words from token first on into names.
func namesOf(names []Name, labels []int, first int, tokens []Token) []Name {
	for i := 0; i < len(labels); i++ {
		if labels[i] == nameOutside {
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] != nameOutside && (labels[end]-1)%2 == nameInner-1 {
			end++
		}
		n := Name{First: first + i, End: first + end, Type: NameType((labels[i] - 1) / 2)}
		n.Span = tokens[n.First].Span.Cover(tokens[n.End-1].Span)
		names = append(names, n)
		i = end - 1
	}
	return names
}

// gazetteerNames are the lists of names, in the order of their bits.
var gazetteerNames = [...]string{"female", "male", "place", "group", "person", "demonym", "organisation"}

// nameLabelsOf labels the words of a name.
func nameLabelsOf(labels []int, first, end int, t NameType) {
	for i := first; i < end; i++ {
		labels[i] = nameLabel(t, nameInner)
	}
	labels[first] = nameLabel(t, nameFirst)
}
