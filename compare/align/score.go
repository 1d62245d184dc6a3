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

// weights are learned by `go run ./cmd/train align`, which writes weights.txt.
var weights = sync.OnceValue(func() Traits {
	w, err := ParseWeights(weightsText)
	if err != nil {
		panic("align/weights.txt: " + err.Error())
	}
	return w
})

// ParseWeights reads weights: a trait's name and its weight on each line, in
// any order; lines that start with # are comments. Every trait must have one.
func ParseWeights(text string) (w Traits, err error) {
	seen := 0
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		i, ok := traitIndex[name]
		if !ok {
			return w, fmt.Errorf("line %d: no trait %q", n+1, name)
		}
		if w[i], err = strconv.ParseFloat(value, 64); err != nil {
			return w, fmt.Errorf("line %d: %w", n+1, err)
		}
		seen++
	}
	if seen != len(w) {
		return w, fmt.Errorf("%d traits have a weight, want %d", seen, len(w))
	}
	return w, nil
}

// Score is the probability, 0 to 1, that a pair with these traits says
// something about the same thing: the logistic function of the weighted sum.
func (tr Traits) Score(w Traits) float64 {
	sum := 0.0
	for i, v := range tr {
		sum += v * w[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
