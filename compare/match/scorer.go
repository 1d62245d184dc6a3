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
	// UpperBound is the most that Same can become, whatever pairs compete with
	// this one and whatever else is learned of it later.
	UpperBound(f *Features) float64
}

// Linear is multinomial logistic regression over the features of a pair: weights
// for agreeing and for differing; the third case, that the pair is about nothing
// in common, has none.
type Linear struct {
	Agree, Differ Features
}

//go:embed weights.txt
var weightsText string

// Learned is the scorer that `go run ./cmd/train pairs` learns and writes.
var Learned = sync.OnceValue(func() *Linear {
	w, err := ParseLinear(weightsText)
	if err != nil {
		panic("match/weights.txt: " + err.Error())
	}
	return w
})

// ParseLinear reads weights in the form of ParseWeights. Every feature must have
// some.
func ParseLinear(text string) (*Linear, error) {
	agree, differ, err := ParseWeights(text, FeatureNames[:])
	if err != nil {
		return nil, err
	}
	return &Linear{Features(agree), Features(differ)}, nil
}

// Score implements Scorer.
func (w *Linear) Score(f *Features) Probabilities {
	agree, differ := w.logits(f)
	agree, differ = math.Exp(agree), math.Exp(differ)
	sum := 1 + agree + differ
	return Probabilities{Same: (agree + differ) / sum, Agree: agree / sum, Differ: differ / sum}
}

// UpperBound implements Scorer.
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
	for i, v := range f {
		agree += v * w.Agree[i]
		differ += v * w.Differ[i]
	}
	return agree, differ
}
