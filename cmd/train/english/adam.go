package english

import "math"

// adam learns weights step by step (Kingma and Ba 2015).
type adam struct {
	mean, square []float32
}

// newAdam learns n weights.
func newAdam(n int) *adam { return &adam{make([]float32, n), make([]float32, n)} }

const (
	keepMean   = 0.9
	keepSquare = 0.99
)

// step moves the weights from first to end against their slopes, each times
// share, and clears those. rate is how far they go at most; step is how many
// steps there have been with this one.
func (a *adam) step(weights, slopes []float32, first, end int, share float32, rate float64, step int) {
	steps := float64(step)
	scale := float32(rate * math.Sqrt(1-math.Pow(keepSquare, steps)) / (1 - math.Pow(keepMean, steps)))
	w, g, m, v := weights[first:end], slopes[first:end], a.mean[first:end], a.square[first:end]
	for i := range g {
		s := g[i] * share
		m[i] = float32(keepMean*m[i]) + float32((1-keepMean)*s)
		v[i] = float32(keepSquare*v[i]) + float32((1-keepSquare)*float32(s*s))
		w[i] -= float32(scale*m[i]) / (float32(math.Sqrt(float64(v[i]))) + 1e-8)
		g[i] = 0
	}
}
