package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"xref/extract/measure"
	"xref/extract/quote"
	"xref/extract/resolve"
)

// trainAntecedent writes the weights by which a pronoun's antecedent is
// chosen: a log-linear ranking of candidates, learned from the coreference of
// GUM's train part and from GAP's development part. The resolver runs over the
// texts, so that the candidates and their features are those of the product.
func trainAntecedent(args []string) error {
	flags := flag.NewFlagSet("antecedent", flag.ContinueOnError)
	out := flags.String("o", "extract/resolve/data/antecedent.txt", "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want the folder of the data")
	}
	t := &antecedentTrainer{}
	if err := t.read(flags.Arg(0)); err != nil {
		return err
	}
	t.reset()
	for range antecedentRounds {
		t.collect()
		t.reset()
		t.learn()
	}
	return t.write(*out)
}

// antecedentExample is one decision with the candidates that would be right.
type antecedentExample struct {
	candidates [][]resolve.Feature
	right      []bool
}

type antecedentTrainer struct {
	chains     []measure.Chains
	quotations [][]quote.Quotation // of chains
	pairs      []measure.Pair
	examples   []antecedentExample
	weights    []float64
	squares    []float64 // sums of squared gradients (AdaGrad)
}

// read reads and analyses the texts of the sets.
func (t *antecedentTrainer) read(folder string) error {
	chains, err := os.Open(filepath.Join(folder, "treebank", "en_gum-permissive-train.conllu"))
	if err != nil {
		return err
	}
	defer chains.Close()
	if t.chains, err = measure.ReadChains(chains); err != nil {
		return err
	}
	for _, d := range t.chains {
		t.quotations = append(t.quotations, quote.Find(d.Text))
	}
	pairs, err := os.Open(filepath.Join(folder, "gap", "gap-development.tsv"))
	if err != nil {
		return err
	}
	defer pairs.Close()
	t.pairs, err = measure.ReadPairs(pairs)
	return err
}

// reset sets the weights to those that are fixed, and zero else.
func (t *antecedentTrainer) reset() {
	t.weights = make([]float64, resolve.FeatureCount())
	t.squares = make([]float64, resolve.FeatureCount())
	for i := range t.weights {
		t.weights[i], _ = resolve.Feature(i).Fixed()
	}
}

// collect runs the resolver with the weights learned so far and makes the
// examples anew.
func (t *antecedentTrainer) collect() {
	t.examples = nil
	for i := range t.chains {
		t.fromChains(&t.chains[i], t.quotations[i])
	}
	for i := range t.pairs {
		t.fromPair(&t.pairs[i])
	}
}

// fromChains makes an example of each third-person pronoun of a document, and
// lets the resolver go on as if it had chosen right.
func (t *antecedentTrainer) fromChains(d *measure.Chains, quotations []quote.Quotation) {
	heads := d.Heads()
	resolve.Observe(d.Text, quotations, t.weights, func(decision *resolve.Decision) int {
		last := len(decision.Candidates) - 1
		e := antecedentExample{right: make([]bool, last+1)}
		entity, known := heads[decision.Anaphor]
		choice := -1
		for i, c := range decision.Candidates {
			e.candidates = append(e.candidates, c.Features)
			for _, head := range c.Heads {
				if other, ok := heads[head]; known && ok && other == entity {
					e.right[i] = true
					if choice < 0 {
						choice = i
					}
					break
				}
			}
		}
		if choice < 0 {
			choice = last
			e.right[last] = true
		}
		t.examples = append(t.examples, e)
		return choice
	})
}

// fromPair makes an example of a pronoun of GAP: right is the name that is
// meant, or all but the two where neither is. The two by themselves make
// another. Other pronouns are chosen as the resolver does.
func (t *antecedentTrainer) fromPair(p *measure.Pair) {
	p.Observe(t.weights, func(decision *resolve.Decision, a, b int) {
		e := antecedentExample{right: make([]bool, len(decision.Candidates))}
		found := false
		for i, c := range decision.Candidates {
			e.candidates = append(e.candidates, c.Features)
			e.right[i] = p.MeansA && i == a || p.MeansB && i == b || !p.MeansA && !p.MeansB && i != a && i != b
			found = found || e.right[i]
		}
		if !found || a == b {
			return
		}
		t.examples = append(t.examples, e)
		if a >= 0 && b >= 0 && (p.MeansA || p.MeansB) {
			t.examples = append(t.examples, antecedentExample{
				candidates: [][]resolve.Feature{e.candidates[a], e.candidates[b]}, right: []bool{p.MeansA, p.MeansB},
			})
		}
	})
}

// The course of learning: how often the examples are made anew with what was
// learned from them, passes over the examples, the rate of the first step, and
// how strongly weights are drawn to zero.
const (
	antecedentRounds = 3
	antecedentPasses = 20
	antecedentRate   = 0.05
	antecedentDecay  = 1e-3
)

// learn maximises the probability that the choice is right, by AdaGrad over
// the examples in a fixed order that differs in each pass. The weights after
// each pass are averaged.
func (t *antecedentTrainer) learn() {
	n := len(t.examples)
	sums := make([]float64, len(t.weights))
	for pass := range antecedentPasses {
		step := 7919 + 2*pass
		for gcd(step, n) != 1 {
			step++
		}
		for k, i := 0, 0; k < n; k, i = k+1, (i+step)%n {
			t.update(t.examples[i])
		}
		for i, weight := range t.weights {
			sums[i] += weight
		}
	}
	for i, sum := range sums {
		t.weights[i] = sum / antecedentPasses
	}
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func (t *antecedentTrainer) update(e antecedentExample) {
	all, right := make([]float64, len(e.candidates)), make([]float64, len(e.candidates))
	top := math.Inf(-1)
	for i, c := range e.candidates {
		for _, f := range c {
			all[i] += t.weights[f]
		}
		top = max(top, all[i])
	}
	sum, sumRight := 0.0, 0.0
	for i := range all {
		all[i] = math.Exp(all[i] - top)
		sum += all[i]
		if e.right[i] {
			right[i] = all[i]
			sumRight += all[i]
		}
	}
	if sumRight == 0 {
		return
	}
	gradient := map[resolve.Feature]float64{}
	var order []resolve.Feature
	for i, c := range e.candidates {
		slope := all[i]/sum - right[i]/sumRight
		if math.Abs(slope) < 1e-9 {
			continue
		}
		for _, f := range c {
			if _, ok := gradient[f]; !ok {
				order = append(order, f)
			}
			gradient[f] += slope
		}
	}
	for _, f := range order {
		if _, fixed := f.Fixed(); fixed {
			continue
		}
		g := gradient[f] + antecedentDecay*t.weights[f]
		t.squares[f] += g * g
		t.weights[f] -= antecedentRate * g / math.Sqrt(1e-6+t.squares[f])
	}
}

const antecedentHeader = `# Weights of the choice of a pronoun's antecedent: kind of pronoun, question,
# answer, weight. Made by "train antecedent" from GUM (annotation CC BY 4.0) and
# GAP (Apache-2.0); see NOTICE. The questions are in feature.go.
`

func (t *antecedentTrainer) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprint(w, antecedentHeader)
	lines := make([]string, 0, len(t.weights))
	for i, weight := range t.weights {
		if _, fixed := resolve.Feature(i).Fixed(); !fixed && t.squares[i] > 0 && math.Abs(weight) >= 0.0005 {
			lines = append(lines, fmt.Sprintf("%s\t%.3f\n", resolve.Feature(i).Describe(), weight))
		}
	}
	for _, line := range lines {
		fmt.Fprint(w, line)
	}
	return errors.Join(w.Flush(), f.Close())
}
