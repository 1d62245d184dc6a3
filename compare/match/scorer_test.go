package match

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLearnedWeightsAreOfEveryName(t *testing.T) {
	require.NotZero(t, Learned().Agree)
	require.NotZero(t, Learned().Differ)
	_, err := ParseWeights("")
	require.ErrorContains(t, err, FeatureNames[0])
}

// Probabilities are probabilities that leave room for the third case.
func TestOdds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tr Features
		for i := range tr {
			tr[i] = rapid.Float64Range(0, 1).Draw(t, FeatureNames[i])
		}
		o := tr.Probabilities(Learned())
		require.GreaterOrEqual(t, o.Agree, 0.0)
		require.GreaterOrEqual(t, o.Differ, 0.0)
		require.LessOrEqual(t, o.Same(), 1.0)
		require.GreaterOrEqual(t, tr.upperBound(Learned(), outcomes(Learned())), o.Same())
	})
}
