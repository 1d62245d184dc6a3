package claim

import (
	_ "embed"
	"math"
	"sync"

	"xref/compare/match"
)

//go:embed weights.txt
var weightsText string

// Weights weigh the features of a claim, for saying that its members agree and
// for saying that they differ. A claim may do both.
type Weights struct {
	Agree, Differ Features
}

// Learned are the weights that `go run ./cmd/train pairs` learns and writes.
var Learned = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(weightsText)
	if err != nil {
		panic("claim/weights.txt: " + err.Error())
	}
	return w
})

// ParseWeights reads weights in the form of match.ParseWeights. Every feature must
// have some.
func ParseWeights(text string) (*Weights, error) {
	agree, differ, err := match.ParseWeights(text, FeatureNames[:])
	if err != nil {
		return nil, err
	}
	return &Weights{Features(agree), Features(differ)}, nil
}

// Weigh gives the probabilities, 0 to 1, that the members of a claim say the same
// of something, and that they differ in something.
func (w *Weights) Weigh(f *Features) (agree, differ float64) {
	return f.Probability(&w.Agree), f.Probability(&w.Differ)
}

// Probability is what weights give the features by logistic regression.
func (f *Features) Probability(weights *Features) float64 {
	sum := 0.0
	for i, v := range f {
		sum += v * weights[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
