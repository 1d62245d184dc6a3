package analyser

import (
	"slices"

	"xref/extract/lang"
	"xref/extract/lang/perceptron"
)

// Namer finds names by labelling words from left to right.
type Namer struct {
	Weights   scorer
	Gazetteer *Table
	Features  []perceptron.Feature
	Scores    [NameLabels]int32
	listed    []listing
	Thin      func([]perceptron.Feature) []perceptron.Feature // leaves features out, in training
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

// EntryKey goes on from the key of the words before to that with one more word.
func EntryKey(before, lower uint32) uint32 { return uint32(perceptron.F2(4, before, lower) >> 20) }

// Look finds the words of a sentence in the lists.
func (n *Namer) Look(words []Word) {
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
			key = EntryKey(key, words[j].Lower)
			v, ok := n.Gazetteer.Find(key)
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
	NameOutside = 0
	nameFirst   = 1
	nameInner   = 2
	NameLabels  = 1 + 2*4
)

func nameLabel(t lang.NameType, part int) int { return int(t)*2 + part }

// follows tells whether label may stand after the label before it.
func follows(before, label int) bool {
	inner := label != NameOutside && (label-1)%2 == nameInner-1
	return !inner || before != NameOutside && (before-1)/2 == (label-1)/2
}

// Idle tells of a word that goes on with no name and can't begin one.
func Idle(w *Word, before int) bool {
	return !w.upper && w.Upos != uint32(lang.PROPN)+1 && before == NameOutside
}

// find labels the words of a sentence.
func (n *Namer) find(words []Word) []int {
	labels := make([]int, len(words))
	before, before2 := NameOutside, NameOutside
	style := CaseStyle(words)
	n.Look(words)
	for i := range words {
		if Idle(&words[i], before) {
			before2, before = before, NameOutside
			continue
		}
		n.See(words, i, before, before2, style)
		n.Scores = [NameLabels]int32{}
		n.Weights.Score(n.Features, n.Scores[:])
		top := None
		for l := range NameLabels {
			if !follows(before, l) {
				continue
			}
			if top == None || n.Scores[l] > n.Scores[top] {
				top = l
			}
		}
		labels[i] = top
		before2, before = before, top
	}
	return labels
}

func (n *Namer) See(words []Word, i, before, before2 int, style uint32) {
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
	n.Features = append(n.Features[:0],
		perceptron.F1(600, b), perceptron.F2(601, b, bb), perceptron.F1(602, w.exact), perceptron.F2(603, w.Lower, b), perceptron.F1(604, w.Lower),
		perceptron.F2(605, w.Tag, b), perceptron.F2(606, shape, b), perceptron.F3(607, shape, w.Tag, b), perceptron.F1(608, w.suffix[2]), perceptron.F1(609, w.suffix[3]),
		perceptron.F1(610, w.prefix[2]), perceptron.F2(611, w.cluster, b), perceptron.F2(612, w.coarse, b), perceptron.F1(613, w.cluster),
		perceptron.F1(614, p1.Lower), perceptron.F2(615, p1.Lower, b), perceptron.F1(616, n1.Lower), perceptron.F2(617, n1.Lower, b), perceptron.F1(618, p2.Lower), perceptron.F1(619, n2.Lower),
		perceptron.F2(620, p1.Lower, w.Lower), perceptron.F2(621, w.Lower, n1.Lower), perceptron.F2(622, p1.cluster, b), perceptron.F2(623, n1.cluster, b), perceptron.F2(624, n1.coarse, p1.coarse),
		perceptron.F2(625, p1.Tag, w.Tag), perceptron.F2(626, w.Tag, n1.Tag), perceptron.F3(627, p1.Tag, w.Tag, n1.Tag), perceptron.F2(628, n1.Tag, b), perceptron.F2(629, p1.Tag, b),
		perceptron.F3(630, p1.shape, w.shape, n1.shape), perceptron.F2(631, n1.shape, b), perceptron.F2(632, n2.Tag, n1.Tag), perceptron.F2(633, p2.Lower, p1.Lower), perceptron.F2(634, n1.Lower, n2.Lower),
		perceptron.F2(635, lw, b), perceptron.F3(636, lw, ln, b), perceptron.F3(637, lp, lw, b), perceptron.F2(638, ln, b), perceptron.F3(639, lw, w.Tag, n1.Tag),
		perceptron.F2(640, w.suffix[2], b), perceptron.F3(641, n1.Lower, shape, b), perceptron.F3(642, p1.Lower, shape, b), perceptron.F3(643, w.cluster, n1.cluster, b), perceptron.F3(644, w.cluster, p1.cluster, b),
	)
	n.Features = append(n.Features, perceptron.F2(712, w.Usual, b), perceptron.F3(713, w.Usual, shape, b), perceptron.F2(714, n1.Usual, b), perceptron.F2(715, p1.Usual, b),
		perceptron.F2(725, n1.Lower, p1.Lower), perceptron.F3(726, shape, p1.Tag, n1.Tag), perceptron.F2(727, p1.Lower, w.Tag), perceptron.F2(728, w.suffix[3], b), perceptron.F2(729, w.prefix[2], w.shape),
		perceptron.F2(730, p2.cluster, p1.cluster), perceptron.F2(731, n1.cluster, n2.cluster), perceptron.F1(732, n2.cluster), perceptron.F1(733, p2.cluster))
	if w.upper {
		head, foot := at(words, i+int(l.run)), at(words, i-int(l.past))
		n.Features = append(n.Features, perceptron.F2(700, head.Lower, b), perceptron.F1(701, head.Lower), perceptron.F2(702, head.cluster, b),
			perceptron.F3(703, uint32(min(l.run, 3)), uint32(min(l.past, 3)), b), perceptron.F2(704, foot.Lower, b), perceptron.F2(705, head.suffix[2], b),
			perceptron.F2(706, at(words, i+int(l.run)+1).Lower, b), perceptron.F2(707, at(words, i-int(l.past)-1).Lower, b), perceptron.F2(708, at(words, i+int(l.run)+1).Tag, at(words, i-int(l.past)-1).Tag))
	}
	if titleWords()[p1.Lower] {
		n.Features = append(n.Features, perceptron.F2(709, b, 0), perceptron.F2(710, b, w.shape), perceptron.F1(711, w.Tag))
	}
	if n.Thin != nil {
		n.Features = n.Thin(n.Features)
	}
	for k := range uint32(len(GazetteerNames)) {
		if l.alone>>k&1 != 0 {
			n.Features = append(n.Features, perceptron.F2(650+k, b, first), perceptron.F2(660+k, w.Tag, n1.Tag), perceptron.F1(670+k, p1.Lower), perceptron.F1(680+k, n1.Lower))
		}
		if l.joint>>k&1 != 0 {
			n.Features = append(n.Features, perceptron.F2(690+k, l.part, b))
		}
	}
}

// namesOf turns labels of the words from token first on into names.
func namesOf(names []lang.Name, labels []int, first int, tokens []lang.Token) []lang.Name {
	for i := 0; i < len(labels); i++ {
		if labels[i] == NameOutside {
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] != NameOutside && (labels[end]-1)%2 == nameInner-1 {
			end++
		}
		n := lang.Name{First: first + i, End: first + end, Type: lang.NameType((labels[i] - 1) / 2)}
		n.Span = tokens[n.First].Span.Cover(tokens[n.End-1].Span)
		names = append(names, n)
		i = end - 1
	}
	return names
}

// GazetteerNames are the lists of names, in the order of their bits.
var GazetteerNames = [...]string{"female", "male", "place", "group", "person", "demonym", "organisation"}

// NameLabelsOf labels the words of a name.
func NameLabelsOf(labels []int, first, end int, t lang.NameType) {
	for i := first; i < end; i++ {
		labels[i] = nameLabel(t, nameInner)
	}
	labels[first] = nameLabel(t, nameFirst)
}
