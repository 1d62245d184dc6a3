package kind

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
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

// ParseWeights reads weights: a feature's name, its weight for agreement and its
// weight for difference on each line, parted by tabs, in the order of
// ContrastNames; lines that start with # are comments.
func ParseWeights(text string) (*Weights, error) {
	var w Weights
	i := 0
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if i == len(ContrastNames) || len(fields) != 3 || fields[0] != ContrastNames[i] {
			return nil, fmt.Errorf("line %d: want the weights of feature %d of %d and no more", n+1, i+1, len(ContrastNames))
		}
		for k, to := range []*float64{&w.Agree[i], &w.Differ[i]} {
			value, err := strconv.ParseFloat(fields[k+1], 64)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			*to = value
		}
		i++
	}
	if i != len(ContrastNames) {
		return nil, fmt.Errorf("%d features have weights, want %d", i, len(ContrastNames))
	}
	return &w, nil
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
