package kind

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLearnedWeightsAreOfEveryName(t *testing.T) {
	require.NotZero(t, Learned().Agree)
	require.NotZero(t, Learned().Differ)
	_, err := ParseWeights("")
	require.ErrorContains(t, err, ContrastNames[0])
}

// Chances are probabilities, and words in common make either likelier.
func TestChances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var x Contrast
		for i := range x {
			x[i] = rapid.Float64Range(0, 2).Draw(t, ContrastNames[i])
		}
		c := x.Chances(Learned())
		for _, p := range []float64{c.Agree, c.Differ} {
			require.GreaterOrEqual(t, p, 0.0)
			require.LessOrEqual(t, p, 1.0)
		}
		x[contrastCommon]++
		more := x.Chances(Learned())
		require.GreaterOrEqual(t, more.Agree, c.Agree)
		require.GreaterOrEqual(t, more.Differ, c.Differ)
	})
}
