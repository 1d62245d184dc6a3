package main

import (
	"math"

	"xref/compare/match"
)

// The constants of the regression.
const (
	rounds = 25   // of Newton's method, which is done long before
	ridge  = 2.0  // weight of half the squared weights
	settle = 1e-9 // the change of weights at which it stops
)

// learn fits multinomial logistic regression with a ridge penalty to the
// examples by Newton's method, which needs no chance and no order.
func learn(examples []example) *match.Linear {
	const d = len(match.Linear{}.Agree)
	w := make([]float64, 2*d) // agreement, then difference
	for range rounds {
		gradient := make([]float64, 2*d)
		hessian := make([][]float64, 2*d)
		for i := range hessian {
			hessian[i] = make([]float64, 2*d)
			hessian[i][i] = ridge
			gradient[i] = ridge * w[i]
		}
		current := unpack(w)
		for n := range examples {
			e := &examples[n]
			p := current.Score(&e.features)
			a, b := p.Agree, p.Differ
			for i, x := range e.features[:d] {
				if x == 0 {
					continue
				}
				gradient[i] += e.weight * (a - e.agree) * x
				gradient[d+i] += e.weight * (b - e.differ) * x
				for j, y := range e.features[:i+1] {
					xy := e.weight * x * y
					hessian[i][j] += a * (1 - a) * xy
					hessian[d+i][d+j] += b * (1 - b) * xy
					hessian[d+i][j] -= a * b * xy
					if i != j {
						hessian[d+j][i] -= a * b * xy
					}
				}
			}
		}
		change := solve(hessian, gradient)
		most := 0.0
		for i := range w {
			w[i] -= change[i]
			most = max(most, math.Abs(change[i]))
		}
		if most < settle {
			break
		}
	}
	return unpack(w)
}

func unpack(w []float64) *match.Linear {
	var weights match.Linear
	copy(weights.Agree[:], w)
	copy(weights.Differ[:], w[len(weights.Agree):])
	return &weights
}

// solve returns x with m·x = b for a symmetric positive definite matrix of
// which the lower triangle is given, by Cholesky decomposition in place.
func solve(m [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := range i + 1 {
			sum := m[i][j]
			for k := range j {
				sum -= m[i][k] * m[j][k]
			}
			if i == j {
				m[i][i] = math.Sqrt(sum)
			} else {
				m[i][j] = sum / m[j][j]
			}
		}
	}
	x := make([]float64, n)
	for i := range n {
		sum := b[i]
		for k := range i {
			sum -= m[i][k] * x[k]
		}
		x[i] = sum / m[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= m[k][i] * x[k]
		}
		x[i] /= m[i][i]
	}
	return x
}
