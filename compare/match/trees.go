package match

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Trees are boosted regression trees over named features (Friedman, "Greedy Function
// Approximation: A Gradient Boosting Machine", 2001): the sum of what the trees give is
// the logit of a probability.
type Trees struct {
	Bias  float64
	Trees [][]Node
}

// Node is a node of a tree, which starts with its root. A leaf has Feature -1 and its
// value as Threshold; from another node it goes on to Left where the feature is less than
// Threshold, else to Right.
type Node struct {
	Feature     int
	Threshold   float64
	Left, Right int
}

// Logit is the sum over all trees, and the bias.
func (t *Trees) Logit(f []float64) float64 {
	sum := t.Bias
	for _, nodes := range t.Trees {
		at := 0
		for nodes[at].Feature >= 0 {
			if f[nodes[at].Feature] < nodes[at].Threshold {
				at = nodes[at].Left
			} else {
				at = nodes[at].Right
			}
		}
		sum += nodes[at].Threshold
	}
	return sum
}

// Contributions are what each feature adds to the logit: at each step down a tree the
// change from the mean of the leaves below to that of those below the next node (Saabas,
// "Interpreting random forests", 2014). With the mean of all trees they sum to the logit.
func (t *Trees) Contributions(f []float64) []float64 {
	added := make([]float64, len(f))
	for _, nodes := range t.Trees {
		means := leafMeans(nodes)
		for at := 0; nodes[at].Feature >= 0; {
			next := nodes[at].Right
			if f[nodes[at].Feature] < nodes[at].Threshold {
				next = nodes[at].Left
			}
			added[nodes[at].Feature] += means[next] - means[at]
			at = next
		}
	}
	return added
}

// leafMeans are, of each node, the mean of the leaves at it or below.
func leafMeans(nodes []Node) []float64 {
	means, leaves := make([]float64, len(nodes)), make([]float64, len(nodes))
	var of func(at int)
	of = func(at int) {
		n := nodes[at]
		if n.Feature < 0 {
			means[at], leaves[at] = n.Threshold, 1
			return
		}
		of(n.Left)
		of(n.Right)
		leaves[at] = leaves[n.Left] + leaves[n.Right]
		means[at] = (means[n.Left]*leaves[n.Left] + means[n.Right]*leaves[n.Right]) / leaves[at]
	}
	of(0)
	return means
}

// Probability is the probability, 0 to 1, of which Logit is the logit.
func (t *Trees) Probability(f []float64) float64 { return 1 / (1 + math.Exp(-t.Logit(f))) }

// Text is what ParseTrees reads: the bias, then a tree a line, its nodes in
// preorder: the name of a feature with its threshold after an equals sign, the value of a
// leaf alone.
func (t *Trees) Text(names []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.6g\n", t.Bias)
	for _, nodes := range t.Trees {
		var write func(at int)
		write = func(at int) {
			if at > 0 {
				b.WriteByte(' ')
			}
			n := nodes[at]
			if n.Feature < 0 {
				fmt.Fprintf(&b, "%.4g", n.Threshold)
				return
			}
			fmt.Fprintf(&b, "%s=%.5g", names[n.Feature], n.Threshold)
			write(n.Left)
			write(n.Right)
		}
		write(0)
		b.WriteByte('\n')
	}
	return b.String()
}

// ParseTrees reads the text of trees over features of these names. Lines that start with # are comments.
func ParseTrees(text string, names []string) (*Trees, error) {
	t, begun := &Trees{}, false
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		var err error
		if !begun {
			t.Bias, err = finite(line)
			begun = true
		} else {
			var nodes []Node
			nodes, err = parseTree(line, names)
			t.Trees = append(t.Trees, nodes)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if !begun {
		return nil, fmt.Errorf("no bias")
	}
	return t, nil
}

// parseTree reads the nodes of one tree in preorder.
func parseTree(line string, names []string) ([]Node, error) {
	fields := strings.Fields(line)
	var nodes []Node
	var read func() error
	read = func() error {
		at := len(nodes)
		if at == len(fields) {
			return fmt.Errorf("the tree ends before its last leaf")
		}
		name, value, inner := strings.Cut(fields[at], "=")
		node := Node{Feature: -1}
		if !inner {
			value = name
		} else if node.Feature = slices.Index(names, name); node.Feature < 0 {
			return fmt.Errorf("no feature is called %q", name)
		}
		var err error
		if node.Threshold, err = finite(value); err != nil {
			return err
		}
		nodes = append(nodes, node)
		if !inner {
			return nil
		}
		nodes[at].Left = len(nodes)
		if err := read(); err != nil {
			return err
		}
		nodes[at].Right = len(nodes)
		return read()
	}
	if err := read(); err != nil {
		return nil, err
	}
	if len(nodes) < len(fields) {
		return nil, fmt.Errorf("%q after the tree's last leaf", fields[len(nodes)])
	}
	return nodes, nil
}

func finite(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
		err = fmt.Errorf("%q is no number", s)
	}
	return v, err
}
