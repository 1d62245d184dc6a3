package align

import (
	_ "embed"
	"math"
	"sync"
)

//go:embed weights.txt
var weightsText string

// Weights weigh the traits of a pair, for saying that it asserts the same and
// for saying that it asserts something else about the same matter; the third
// case, that it is about nothing in common, has no weights.
type Weights struct {
	Agree, Differ Traits
}

// Learned are the weights that `go run ./cmd/train align` learns and writes.
var Learned = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(weightsText)
	if err != nil {
		panic("align/weights.txt: " + err.Error())
	}
	return w
})

// ParseWeights reads weights in the form of WeightPairs. Every trait must have
// some.
func ParseWeights(text string) (*Weights, error) {
	agree, differ, err := WeightPairs(text, TraitNames[:])
	if err != nil {
		return nil, err
	}
	return &Weights{Traits(agree), Traits(differ)}, nil
}

// Odds are the probabilities, 0 to 1, that two assertions assert the same and
// that they assert something else about the same matter.
type Odds struct {
	Agree, Differ float64
}

// Joined is the probability that two assertions are about the same matter.
func (o Odds) Joined() float64 { return o.Agree + o.Differ }

// Odds weighs the traits by multinomial logistic regression.
func (tr *Traits) Odds(w *Weights) Odds {
	agree, differ := tr.logits(w)
	agree, differ = math.Exp(agree), math.Exp(differ)
	return Odds{agree / (1 + agree + differ), differ / (1 + agree + differ)}
}

// logits are the weighted sums of the traits for agreement and for difference.
func (tr *Traits) logits(w *Weights) (agree, differ float64) {
	for i, v := range tr {
		agree += v * w.Agree[i]
		differ += v * w.Differ[i]
	}
	return agree, differ
}
