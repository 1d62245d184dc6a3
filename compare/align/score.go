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

// ParseWeights reads weights: a trait's name, its weight for agreement and its
// weight for difference on each line, parted by tabs, in any order; lines that
// start with # are comments. Every trait must stand once.
func ParseWeights(text string) (*Weights, error) {
	var w Weights
	seen := map[int]bool{}
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		i, ok := traitIndex[fields[0]]
		switch {
		case !ok:
			return nil, fmt.Errorf("line %d: no trait %q", n+1, fields[0])
		case seen[i]:
			return nil, fmt.Errorf("line %d: trait %q twice", n+1, fields[0])
		case len(fields) != 3:
			return nil, fmt.Errorf("line %d: %d fields, want 3", n+1, len(fields))
		}
		agree, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		differ, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		w.Agree[i], w.Differ[i], seen[i] = agree, differ, true
	}
	if len(seen) != len(w.Agree) {
		return nil, fmt.Errorf("%d traits have weights, want %d", len(seen), len(w.Agree))
	}
	return &w, nil
}

// Odds are the probabilities, 0 to 1, that two assertions assert the same and
// that they assert something else about the same matter.
type Odds struct {
	Agree, Differ float64
}

// Joined is the probability that two assertions are about the same matter.
func (o Odds) Joined() float64 { return o.Agree + o.Differ }

// Odds weighs the traits by multinomial logistic regression.
func (tr *Traits) Odds(w *Weights) Odds { return odds(tr.logits(w)) }

// logits are the weighted sums of the traits for agreement and for difference.
func (tr *Traits) logits(w *Weights) (agree, differ float64) {
	for i, v := range tr {
		agree += v * w.Agree[i]
		differ += v * w.Differ[i]
	}
	return agree, differ
}

func odds(agree, differ float64) Odds {
	agree, differ = math.Exp(agree), math.Exp(differ)
	return Odds{agree / (1 + agree + differ), differ / (1 + agree + differ)}
}
