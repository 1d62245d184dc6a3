package lang

import "xref/extract/lang/perceptron"

// tagPair is one class of the tagger: both tags of a token at once.
type tagPair struct {
	upos UPOS
	xpos XPOS
}

// tagger gives each word of a sentence its tags, from left to right.
type tagger struct {
	tags     []tagPair
	sure     []int // for the number of a word's usual tags: the tag that needs no deciding, or -1
	weights  scorer
	features []perceptron.Feature
	scores   []int32
}

func newTagger(pairs []tagPair, sure []int, weights scorer) *tagger {
	return &tagger{tags: pairs, sure: sure, weights: weights, scores: make([]int32, weights.Classes())}
}

// boundary stands for the places before and after a sentence.
var boundary = word{exact: 1, lower: 1, shape: 1, cluster: 1 << 20, coarse: 1 << 20, usual: 1 << 20, tag: 1 << 20, upos: 1 << 20}

// at is word i, or the boundary where i is outside of the sentence.
func at(words []word, i int) *word {
	if i < 0 || i >= len(words) {
		return &boundary
	}
	return &words[i]
}

// tag sets the tags of the words.
func (t *tagger) tag(words []word) {
	style := caseStyle(words)
	for i := range words {
		w := &words[i]
		if w.usual != 0 && t.sure[w.usual] >= 0 {
			t.assign(w, t.sure[w.usual])
			continue
		}
		t.see(words, i, style)
		clear(t.scores)
		t.weights.Score(t.features, t.scores)
		t.assign(w, best(t.scores))
	}
}

func (t *tagger) assign(w *word, class int) {
	w.tag = uint32(class) + 1
	w.upos = uint32(t.tags[class].upos) + 1
}

// styleLower is the style of a sentence without capitals.
const styleLower = 3

// caseStyle classes how a sentence uses capitals: 0 as prose does, 1 mostly
// capitalised words, 2 mostly words in capitals, styleLower no capitals.
func caseStyle(words []word) uint32 {
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
	shapeLower = (&seer{}).see("aaa").shape
	shapeTitle = (&seer{}).see("Aaa").shape
	shapeUpper = (&seer{}).see("AAA").shape
)

// see fills features with what the decision on word i rests on.
func (t *tagger) see(words []word, i int, style uint32) {
	w, p1, p2, n1, n2 := &words[i], at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	cased := w.shape<<2 | style
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	t.features = append(t.features[:0],
		perceptron.F1(100, 0),
		perceptron.F1(101, w.exact),
		perceptron.F1(102, w.lower),
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
		perceptron.F1(114, w.usual),
		perceptron.F1(115, p1.tag),
		perceptron.F2(116, p1.tag, p2.tag),
		perceptron.F2(117, p1.tag, w.lower),
		perceptron.F2(118, p1.tag, w.usual),
		perceptron.F2(119, p1.tag, w.suffix[2]),
		perceptron.F3(120, p1.tag, p2.tag, w.usual),
		perceptron.F1(121, p1.lower),
		perceptron.F1(122, p2.lower),
		perceptron.F1(123, n1.lower),
		perceptron.F1(124, n2.lower),
		perceptron.F2(125, p1.lower, w.lower),
		perceptron.F2(126, w.lower, n1.lower),
		perceptron.F2(127, p1.lower, n1.lower),
		perceptron.F1(128, n1.suffix[2]),
		perceptron.F1(129, n1.suffix[1]),
		perceptron.F1(130, p1.suffix[2]),
		perceptron.F2(131, n1.shape, cased),
		perceptron.F2(132, p1.shape, cased),
		perceptron.F1(133, n1.usual),
		perceptron.F2(134, n1.usual, w.usual),
		perceptron.F3(135, n1.usual, w.usual, p1.tag),
		perceptron.F2(136, n1.usual, n2.usual),
		perceptron.F3(137, n1.usual, n2.usual, w.usual),
		perceptron.F1(138, n1.cluster),
		perceptron.F1(139, p1.cluster),
		perceptron.F2(140, n1.cluster, w.cluster),
		perceptron.F2(141, p1.cluster, w.cluster),
		perceptron.F2(142, n1.coarse, w.lower),
		perceptron.F2(143, p1.coarse, w.lower),
		perceptron.F1(144, n2.cluster),
		perceptron.F2(145, n1.usual, w.lower),
		perceptron.F3(146, p1.tag, w.usual, n1.coarse),
		perceptron.F2(147, p2.tag, w.lower),
		perceptron.F2(148, p1.tag, n1.lower),
	)
}
