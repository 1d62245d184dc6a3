package match

import (
	_ "embed"
	"math"
	"sync"
)

// Probabilities, 0 to 1, of two passages: that they report one matter, that they
// agree in it, that they differ in it.
type Probabilities struct{ Same, Agree, Differ float64 }

// Scorer turns the features of a pair into probabilities.
type Scorer interface {
	Score(f *Features) Probabilities
}

// Scoring is how the pairs of a story are scored.
type Scoring struct {
	// First tells from what is known before pairs compete and before anything is
	// read which are worth scoring, and which an encoder reads first.
	First   *Linear
	Scorer  Scorer
	Encoder Encoder // nil where none reads the sentences
	Whole   bool    // the encoder reads all of them, whatever it costs
}

// Learned is the scoring that `go run ./cmd/train pairs` learns and writes: that for
// pairs that e has read, or, if e is nil, for pairs that nobody has.
func Learned(e Encoder) Scoring {
	l := learned()
	if e == nil {
		return Scoring{First: &l.linear, Scorer: &Boosted{Linear: &l.linear, Same: &l.counted}}
	}
	return Scoring{First: &l.linear, Scorer: &Boosted{Linear: &l.linear, Same: &l.encoded, Counted: &l.counted}, Encoder: e}
}

//go:embed weights.txt
var weightsText string

//go:embed trees.txt
var treesText string

//go:embed trees-encoded.txt
var encodedTreesText string

type learnedModels struct {
	linear           Linear
	counted, encoded Trees
}

var learned = sync.OnceValue(func() *learnedModels {
	var l learnedModels
	w, err := ParseLinear(weightsText)
	if err != nil {
		panic("match/weights.txt: " + err.Error())
	}
	l.linear = *w
	for _, file := range []struct {
		name, text string
		to         *Trees
	}{{"trees.txt", treesText, &l.counted}, {"trees-encoded.txt", encodedTreesText, &l.encoded}} {
		t, err := ParseTrees(file.text, FeatureNames[:])
		if err != nil {
			panic("match/" + file.name + ": " + err.Error())
		}
		*file.to = *t
	}
	return &l
})

// Boosted goes by trees for whether both report one matter, and by Linear for how
// probable it is that they then agree in it or differ. Counted, if it isn't nil, are trees
// that know nothing of an encoder: of near copies, which one changed word may part for an
// encoder, what they say is the least.
type Boosted struct {
	Linear  *Linear
	Same    *Trees
	Counted *Trees
}

// nearCopy is the share of the terms in common from which two passages are near copies.
const nearCopy = 0.7

// Score implements Scorer.
func (s *Boosted) Score(f *Features) Probabilities {
	p := s.Linear.Score(f)
	same := s.Same.Probability(f[:])
	if s.Counted != nil && f[featurePlain] >= nearCopy {
		unread := f.Unread()
		same = max(same, s.Counted.Probability(unread[:]))
	}
	share := same / p.Same
	return Probabilities{Same: same, Agree: p.Agree * share, Differ: p.Differ * share}
}

// Linear is multinomial logistic regression over the first linearFeatures features
// of a pair: weights for agreeing and for differing; the third case, that the pair
// is about nothing in common, has none.
type Linear struct {
	Agree, Differ [linearFeatures]float64
}

// LinearNames names the features that a Linear weighs.
var LinearNames = FeatureNames[:linearFeatures]

// ParseLinear reads weights in the form of ParseWeights. Every feature must have
// some.
func ParseLinear(text string) (*Linear, error) {
	agree, differ, err := ParseWeights(text, LinearNames)
	if err != nil {
		return nil, err
	}
	return &Linear{[linearFeatures]float64(agree), [linearFeatures]float64(differ)}, nil
}

// Score implements Scorer.
func (w *Linear) Score(f *Features) Probabilities {
	agree, differ := w.logits(f)
	agree, differ = math.Exp(agree), math.Exp(differ)
	sum := 1 + agree + differ
	return Probabilities{Same: (agree + differ) / sum, Agree: agree / sum, Differ: differ / sum}
}

// UpperBound is the most that Same can become, whatever pairs compete with this one.
func (w *Linear) UpperBound(f *Features) float64 {
	agree, differ := w.logits(f)
	most := 0.0
	for _, of := range competitions {
		a, d := agree, differ
		for _, feature := range of {
			a += w.Agree[feature]
			d += w.Differ[feature]
		}
		most = max(most, math.Exp(a)+math.Exp(d))
	}
	return most / (1 + most)
}

// competitions are all ways in which a pair may stand against the others.
var competitions = [][]int{
	{}, {featureBestBoth}, {featureBestOne}, {featureSentenceBoth}, {featureSentenceOne},
	{featureBestBoth, featureSentenceBoth}, {featureBestBoth, featureSentenceOne}, {featureBestOne, featureSentenceBoth}, {featureBestOne, featureSentenceOne},
}

// logits are the weighted sums of the features for agreement and for difference.
func (w *Linear) logits(f *Features) (agree, differ float64) {
	for i, v := range f[:linearFeatures] {
		agree += v * w.Agree[i]
		differ += v * w.Differ[i]
	}
	return agree, differ
}
