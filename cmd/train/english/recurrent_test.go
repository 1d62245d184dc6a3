package english

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang/neural"
)

func random(n int, seed uint64) []float32 {
	r := rand.New(rand.NewPCG(seed, 1))
	m := make([]float32, n)
	for i := range m {
		m[i] = float32(r.NormFloat64())
	}
	return m
}

func TestRecurrentSlopesAreThoseOfTheLoss(t *testing.T) {
	const width = 16
	ends := []int{4, 5, 9}
	in, weights, toward := random(9*width, 1), random(neural.RecurrentSize(width), 2), random(9*width, 3)
	for i := range weights {
		weights[i] *= 0.3
	}
	loss := func() float64 {
		var tr neural.Trace
		out := make([]float32, len(in))
		l := neural.NewRecurrent(width, weights)
		l.Forward(out, in, ends, &tr)
		sum := 0.0
		for i, o := range out {
			sum += float64(o) * float64(toward[i])
		}
		return sum
	}
	var tr neural.Trace
	out, byIn, slopes := make([]float32, len(in)), make([]float32, len(in)), make([]float32, len(weights))
	l := neural.NewRecurrent(width, weights)
	l.Forward(out, in, ends, &tr)
	backward(width, weights, slopes, byIn, toward, in, ends, &tr)
	for name, part := range map[string][2][]float32{"in": {in, byIn}, "weights": {weights, slopes}} {
		for i := 0; i < len(part[0]); i += 3 {
			const d = 1e-2
			was := part[0][i]
			part[0][i] = was + d
			up := loss()
			part[0][i] = was - d
			down := loss()
			part[0][i] = was
			require.InDelta(t, (up-down)/(2*d), part[1][i], 2e-2, "%s %d", name, i)
		}
	}
}
