package kind

import (
	_ "embed"
	"math"
	"sync"

	"xref/compare/align"
)

//go:embed chances.txt
var chancesText string

// Weights weigh the features of a claim, for saying that its members agree and
// for saying that they differ. A claim may do both.
type Weights struct {
	Agree, Differ Contrast
}

// Chances are the probabilities, 0 to 1, that the members of a claim say the
// same of something, and that they differ in something.
type Chances struct {
	Agree, Differ float64
}

// Learned are the weights that `go run ./cmd/train align` learns and writes.
var Learned = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(chancesText)
	if err != nil {
		panic("kind/chances.txt: " + err.Error())
	}
	return w
})

// ParseWeights reads weights in the form of align.WeightPairs. Every feature must
// have some.
func ParseWeights(text string) (*Weights, error) {
	agree, differ, err := align.WeightPairs(text, ContrastNames[:])
	if err != nil {
		return nil, err
	}
	return &Weights{Contrast(agree), Contrast(differ)}, nil
}

// Chances weighs the features by logistic regression.
func (x *Contrast) Chances(w *Weights) Chances {
	return Chances{x.Chance(&w.Agree), x.Chance(&w.Differ)}
}

// Chance is the probability, 0 to 1, that weights give the features.
func (x *Contrast) Chance(weights *Contrast) float64 {
	sum := 0.0
	for i, v := range x {
		sum += v * weights[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
