package neural

import (
	"testing"

	"github.com/stretchr/testify/require"
)

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
