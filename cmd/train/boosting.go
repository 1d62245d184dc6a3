package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"xref/compare/match"
)

// The constants of boosting.
const (
	pairRounds     = 300 // for pairs of assertions
	claimRounds    = 120 // for claims
	contrastRounds = 100 // for contrasts
	learningRate   = 0.06
	mostLeaves     = 12
	leastRows      = 40   // of a leaf
	leastHessian   = 4.0  // of a leaf: about how many rows of unsure outcome
	leafPenalty    = 10.0 // weight of half the squared value of a leaf
	featureShare   = 0.4  // of the features, drawn anew for each tree
	mostBins       = 64
	boostingSeed1  = 2026
	boostingSeed2  = 11
)

// row is what boosting learns from: features, whether what is asked holds, 0 to 1, and
// what the row counts.
type row struct {
	features       []float64
	target, weight float64
}

// binned is rows whose features are numbers of bins, for finding splits by sums
// over bins.
type binned struct {
	bins   [][]uint8   // of each feature: that of each row
	limits [][]float64 // of each feature: where each bin but the first begins
}

func newBinned(rows []row) *binned {
	b := &binned{}
	values := make([]float64, len(rows))
	for f := range rows[0].features {
		for i := range rows {
			values[i] = rows[i].features[f]
		}
		limits := binLimits(values)
		column := make([]uint8, len(rows))
		for i := range rows {
			at, found := slices.BinarySearch(limits, rows[i].features[f])
			if found {
				at++
			}
			column[i] = uint8(at)
		}
		b.bins, b.limits = append(b.bins, column), append(b.limits, limits)
	}
	return b
}

// binLimits parts values into at most mostBins bins of about as many values each, with
// limits halfway between two values.
func binLimits(values []float64) []float64 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	distinct := slices.Compact(slices.Clone(sorted))
	var limits []float64
	if len(distinct) <= mostBins {
		for i := 1; i < len(distinct); i++ {
			limits = append(limits, (distinct[i-1]+distinct[i])/2)
		}
		return limits
	}
	for k := 1; k < mostBins; k++ {
		at := k * len(sorted) / mostBins
		if sorted[at] == sorted[at-1] {
			for at < len(sorted) && sorted[at] == sorted[at-1] {
				at++
			}
			if at == len(sorted) {
				break
			}
		}
		if limit := (sorted[at-1] + sorted[at]) / 2; len(limits) == 0 || limit > limits[len(limits)-1] {
			limits = append(limits, limit)
		}
	}
	return limits
}

// boost fits as many trees to the rows by Newton boosting with the logistic loss (Chen and
// Guestrin, "XGBoost", 2016), each tree grown leaf by leaf where it gains most.
func boost(rows []row, rounds int) *match.Trees {
	b := newBinned(rows)
	n := len(rows)
	mean, all := 1.0, 2.0
	for _, r := range rows {
		mean += r.weight * r.target
		all += r.weight
	}
	mean /= all
	trees := &match.Trees{Bias: math.Log(mean / (1 - mean))}
	logits := make([]float64, n)
	for i := range logits {
		logits[i] = trees.Bias
	}
	gradients, hessians := make([]float64, n), make([]float64, n)
	draw := rand.New(rand.NewPCG(boostingSeed1, boostingSeed2))
	for range rounds {
		for i, z := range logits {
			p := 1 / (1 + math.Exp(-z))
			gradients[i], hessians[i] = rows[i].weight*(p-rows[i].target), rows[i].weight*p*(1-p)
		}
		g := &growing{binned: b, gradients: gradients, hessians: hessians, logits: logits}
		for _, f := range draw.Perm(len(b.bins))[:int(featureShare*float64(len(b.bins)))] {
			if len(b.limits[f]) > 0 {
				g.features = append(g.features, f)
			}
		}
		slices.Sort(g.features)
		trees.Trees = append(trees.Trees, g.grow())
	}
	return trees
}

// growing is a tree that grows.
type growing struct {
	*binned
	gradients, hessians, logits []float64
	features                    []int
	nodes                       []match.Node
}

// leaf is rows that stand together, with their sums and the best way to part them.
type leaf struct {
	node              int
	rows              []int32
	sums              []binSum // of each of the features in turn, mostBins each
	gradient, hessian float64
	gain              float64
	feature, bin      int // rows whose bin of the feature is below bin go left
}

// binSum is what the rows of one bin sum up to.
type binSum struct {
	gradient, hessian float64
	rows              int32
}

func (g *growing) grow() []match.Node {
	all := make([]int32, len(g.logits))
	for i := range all {
		all[i] = int32(i)
	}
	g.nodes = []match.Node{{Feature: -1}}
	leaves := []*leaf{g.leafOf(0, all, g.sum(all))}
	for len(leaves) < mostLeaves {
		best := slices.MaxFunc(leaves, func(a, b *leaf) int { return cmp.Or(cmp.Compare(a.gain, b.gain), b.node-a.node) })
		if best.gain <= 0 {
			break
		}
		left, right := g.split(best)
		leaves[slices.Index(leaves, best)] = left
		leaves = append(leaves, right)
	}
	for _, l := range leaves {
		value := -learningRate * l.gradient / (l.hessian + leafPenalty)
		g.nodes[l.node].Threshold = value
		for _, i := range l.rows {
			g.logits[i] += value
		}
	}
	return g.nodes
}

// sum adds up rows by the bins of each feature.
func (g *growing) sum(rows []int32) []binSum {
	sums := make([]binSum, len(g.features)*mostBins)
	for k, f := range g.features {
		of, column := sums[k*mostBins:(k+1)*mostBins], g.bins[f]
		for _, i := range rows {
			s := &of[column[i]]
			s.gradient += g.gradients[i]
			s.hessian += g.hessians[i]
			s.rows++
		}
	}
	return sums
}

func (g *growing) leafOf(node int, rows []int32, sums []binSum) *leaf {
	l := &leaf{node: node, rows: rows, sums: sums}
	for _, i := range rows {
		l.gradient += g.gradients[i]
		l.hessian += g.hessians[i]
	}
	worth := func(gradient, hessian float64) float64 { return gradient * gradient / (hessian + leafPenalty) }
	for k, f := range g.features {
		var below binSum
		for bin := 1; bin <= len(g.limits[f]); bin++ {
			s := sums[k*mostBins+bin-1]
			below.gradient += s.gradient
			below.hessian += s.hessian
			below.rows += s.rows
			above := len(rows) - int(below.rows)
			if below.rows < leastRows || above < leastRows || below.hessian < leastHessian || l.hessian-below.hessian < leastHessian {
				continue
			}
			gain := worth(below.gradient, below.hessian) + worth(l.gradient-below.gradient, l.hessian-below.hessian) - worth(l.gradient, l.hessian)
			if gain > l.gain {
				l.gain, l.feature, l.bin = gain, f, bin
			}
		}
	}
	return l
}

// split parts a leaf. The sums of the larger side are those of both less those of the
// smaller.
func (g *growing) split(l *leaf) (left, right *leaf) {
	var rows [2][]int32
	for _, i := range l.rows {
		side := 0
		if int(g.bins[l.feature][i]) >= l.bin {
			side = 1
		}
		rows[side] = append(rows[side], i)
	}
	small := 0
	if len(rows[1]) < len(rows[0]) {
		small = 1
	}
	var sums [2][]binSum
	sums[small] = g.sum(rows[small])
	sums[1-small] = l.sums
	for i, s := range sums[small] {
		o := &sums[1-small][i]
		o.gradient -= s.gradient
		o.hessian -= s.hessian
		o.rows -= s.rows
	}
	at := len(g.nodes)
	g.nodes[l.node] = match.Node{Feature: l.feature, Threshold: g.limits[l.feature][l.bin-1], Left: at, Right: at + 1}
	g.nodes = append(g.nodes, match.Node{Feature: -1}, match.Node{Feature: -1})
	return g.leafOf(at, rows[0], sums[0]), g.leafOf(at+1, rows[1], sums[1])
}
