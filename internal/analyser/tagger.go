package analyser

import (
	"xref/extract/lang"
	"xref/extract/lang/perceptron"
)

// TagPair is one class of the tagger: both tags of a token at once.
type TagPair struct {
	Upos lang.UPOS
	Xpos lang.XPOS
}

// Tagger gives each word of a sentence its tags, from left to right.
type Tagger struct {
	tags     []TagPair
	Sure     []int // for the number of a word's usual tags: the tag that needs no deciding, or -1
	weights  scorer
	Features []perceptron.Feature
	Scores   []int32
}

func NewTagger(pairs []TagPair, sure []int, weights scorer) *Tagger {
	return &Tagger{tags: pairs, Sure: sure, weights: weights, Scores: make([]int32, weights.Classes())}
}

// boundary stands for the places before and after a sentence.
var boundary = Word{exact: 1, Lower: 1, shape: 1, cluster: 1 << 20, coarse: 1 << 20, Usual: 1 << 20, Tag: 1 << 20, Upos: 1 << 20}

// at is word i, or the boundary where i is outside of the sentence.
func at(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &boundary
	}
	return &words[i]
}

// Tag sets the tags of the words.
func (t *Tagger) Tag(words []Word) {
	style := CaseStyle(words)
	for i := range words {
		w := &words[i]
		if w.Usual != 0 && t.Sure[w.Usual] >= 0 {
			t.Assign(w, t.Sure[w.Usual])
			continue
		}
		t.See(words, i, style)
		clear(t.Scores)
		t.weights.Score(t.Features, t.Scores)
		t.Assign(w, Best(t.Scores))
	}
}

func (t *Tagger) Assign(w *Word, class int) {
	w.Tag = uint32(class) + 1
	w.Upos = uint32(t.tags[class].Upos) + 1
}

// styleLower is the style of a sentence without capitals.
const styleLower = 3

// CaseStyle classes how a sentence uses capitals: 0 as prose does, 1 mostly
// capitalised words, 2 mostly words in capitals, styleLower no capitals.
func CaseStyle(words []Word) uint32 {
	letters, capitalised, capitals := 0, 0, 0
	for i := range words {
		switch words[i].shape {
		case shapeLower:
			letters++
		case shapeTitle:
			letters++
			capitalised++
		case shapeUpper:
			letters++
			capitals++
		}
	}
	switch {
	case letters == 0:
		return 0
	case capitals*2 > letters:
		return 2
	case (capitalised+capitals)*5 > letters*3 && letters > 2:
		return 1
	case capitalised+capitals == 0:
		return styleLower
	}
	return 0
}

// The shapes of words of two and more letters.
var (
	shapeLower = (&Seer{}).See("aaa").shape
	shapeTitle = (&Seer{}).See("Aaa").shape
	shapeUpper = (&Seer{}).See("AAA").shape
)

// See fills features with what the decision on word i rests on.
func (t *Tagger) See(words []Word, i int, style uint32) {
	w, p1, p2, n1, n2 := &words[i], at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	cased := w.shape<<2 | style
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	t.Features = append(t.Features[:0],
		perceptron.F1(100, 0),
		perceptron.F1(101, w.exact),
		perceptron.F1(102, w.Lower),
		perceptron.F1(103, w.suffix[0]),
		perceptron.F1(104, w.suffix[1]),
		perceptron.F1(105, w.suffix[2]),
		perceptron.F1(106, w.suffix[3]),
		perceptron.F1(107, w.prefix[0]),
		perceptron.F1(108, w.prefix[1]),
		perceptron.F1(109, w.prefix[2]),
		perceptron.F2(110, cased, first),
		perceptron.F2(111, cased, w.suffix[2]),
		perceptron.F1(112, w.cluster),
		perceptron.F1(113, w.coarse),
		perceptron.F1(114, w.Usual),
		perceptron.F1(115, p1.Tag),
		perceptron.F2(116, p1.Tag, p2.Tag),
		perceptron.F2(117, p1.Tag, w.Lower),
		perceptron.F2(118, p1.Tag, w.Usual),
		perceptron.F2(119, p1.Tag, w.suffix[2]),
		perceptron.F3(120, p1.Tag, p2.Tag, w.Usual),
		perceptron.F1(121, p1.Lower),
		perceptron.F1(122, p2.Lower),
		perceptron.F1(123, n1.Lower),
		perceptron.F1(124, n2.Lower),
		perceptron.F2(125, p1.Lower, w.Lower),
		perceptron.F2(126, w.Lower, n1.Lower),
		perceptron.F2(127, p1.Lower, n1.Lower),
		perceptron.F1(128, n1.suffix[2]),
		perceptron.F1(129, n1.suffix[1]),
		perceptron.F1(130, p1.suffix[2]),
		perceptron.F2(131, n1.shape, cased),
		perceptron.F2(132, p1.shape, cased),
		perceptron.F1(133, n1.Usual),
		perceptron.F2(134, n1.Usual, w.Usual),
		perceptron.F3(135, n1.Usual, w.Usual, p1.Tag),
		perceptron.F2(136, n1.Usual, n2.Usual),
		perceptron.F3(137, n1.Usual, n2.Usual, w.Usual),
		perceptron.F1(138, n1.cluster),
		perceptron.F1(139, p1.cluster),
		perceptron.F2(140, n1.cluster, w.cluster),
		perceptron.F2(141, p1.cluster, w.cluster),
		perceptron.F2(142, n1.coarse, w.Lower),
		perceptron.F2(143, p1.coarse, w.Lower),
		perceptron.F1(144, n2.cluster),
		perceptron.F2(145, n1.Usual, w.Lower),
		perceptron.F3(146, p1.Tag, w.Usual, n1.coarse),
		perceptron.F2(147, p2.Tag, w.Lower),
		perceptron.F2(148, p1.Tag, n1.Lower),
	)
}
