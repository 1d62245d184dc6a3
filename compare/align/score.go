package align

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.txt
var weightsText string

// Weights weigh the traits of a pair.
type Weights Traits

// Learned are the weights that `go run ./cmd/train align` learns and writes.
var Learned = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(weightsText)
	if err != nil {
		panic("align/weights.txt: " + err.Error())
	}
	return w
})

// ParseWeights reads weights: a trait's name, a tab and its weight on each
// line, in any order; lines that start with # are comments. Every trait must
// have one.
func ParseWeights(text string) (*Weights, error) {
	var w Weights
	seen := map[int]bool{}
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		i, ok := traitIndex[name]
		switch {
		case !ok:
			return nil, fmt.Errorf("line %d: no trait %q", n+1, name)
		case seen[i]:
			return nil, fmt.Errorf("line %d: trait %q twice", n+1, name)
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		w[i], seen[i] = v, true
	}
	if len(seen) != len(w) {
		return nil, fmt.Errorf("%d traits have a weight, want %d", len(seen), len(w))
	}
	return &w, nil
}

// Score is the probability, 0 to 1, that a pair with these traits says
// something about the same thing: the logistic function of the weighted sum.
func (tr *Traits) Score(w *Weights) float64 {
	sum := 0.0
	for i, v := range tr {
		sum += v * w[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
