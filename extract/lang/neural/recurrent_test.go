package neural

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRecurrentSlopesAreThoseOfTheLoss(t *testing.T) {
	const width = 16
	ends := []int{4, 5, 9}
	in, weights, toward := random(9*width, 1), random(RecurrentSize(width), 2), random(9*width, 3)
	for i := range weights {
		weights[i] *= 0.3
	}
	loss := func() float64 {
		var tr Trace
		out := make([]float32, len(in))
		l := NewRecurrent(width, weights)
		l.Forward(out, in, ends, &tr, true)
		sum := 0.0
		for i, o := range out {
			sum += float64(o) * float64(toward[i])
		}
		return sum
	}
	var tr Trace
	out, byIn, slopes := make([]float32, len(in)), make([]float32, len(in)), make([]float32, len(weights))
	l := NewRecurrent(width, weights)
	l.Forward(out, in, ends, &tr, true)
	l.Backward(slopes, byIn, toward, in, ends, &tr)
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

func TestStepsAreTheSameHoweverTheyAreComputed(t *testing.T) {
	const n = 24
	numbers := func(seed uint64) []float32 {
		x := random(n, seed)
		for i := range x {
			x[i] *= 4
		}
		return x
	}
	s := step{
		make([]float32, n), make([]float32, n), numbers(1), numbers(2), numbers(3), numbers(4), numbers(5),
		numbers(6), numbers(7), numbers(8), numbers(9),
	}
	s.run()
	plain := s
	plain.out, plain.state = make([]float32, n), make([]float32, n)
	plain.runPlainly()
	require.Equal(t, plain.state, s.state)
	require.Equal(t, plain.out, s.out)
}
