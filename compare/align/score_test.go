package align

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLearnedWeightsAreOfEveryName(t *testing.T) {
	require.NotZero(t, Learned().Agree)
	require.NotZero(t, Learned().Differ)
	_, err := ParseWeights("")
	require.ErrorContains(t, err, TraitNames[0])
}

// Odds are probabilities that leave room for the third case.
func TestOdds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tr Traits
		for i := range tr {
			tr[i] = rapid.Float64Range(0, 1).Draw(t, TraitNames[i])
		}
		o := tr.Odds(Learned())
		require.GreaterOrEqual(t, o.Agree, 0.0)
		require.GreaterOrEqual(t, o.Differ, 0.0)
		require.LessOrEqual(t, o.Joined(), 1.0)
		require.GreaterOrEqual(t, tr.hope(Learned(), chances(Learned())), o.Joined())
	})
}
