package measure

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestBCubed(t *testing.T) {
	for _, row := range []struct {
		reason            string
		gold, predicted   []int
		precision, recall float64
	}{
		{"the same groups under other names", []int{1, 1, 2}, []int{7, 7, 3}, 1, 1},
		{"all in one", []int{1, 1, 2, 2}, []int{0, 0, 0, 0}, 0.5, 1},
		{"each by itself", []int{1, 1, 2, 2}, []int{0, 1, 2, 3}, 1, 0.5},
		{"one element astray", []int{1, 1, 1, 2, 2}, []int{1, 1, 2, 2, 2}, (1 + 1 + 1./3 + 2./3 + 2./3) / 5, (2./3 + 2./3 + 1./3 + 1 + 1) / 5},
	} {
		t.Run(row.reason, func(t *testing.T) {
			c := BCubed(row.gold, row.predicted)
			require.InDelta(t, row.precision, c.Precision, 1e-12)
			require.InDelta(t, row.recall, c.Recall, 1e-12)
			require.InDelta(t, 2*row.precision*row.recall/(row.precision+row.recall), c.F1, 1e-12)
		})
	}
	require.Zero(t, BCubed(nil, nil))
}

// Turning gold and prediction round turns precision and recall round, and
// nothing but equal groupings scores 1.
func TestBCubedIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pairs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]int {
			return [2]int{rapid.IntRange(0, 4).Draw(t, "gold"), rapid.IntRange(0, 4).Draw(t, "predicted")}
		}), 1, 20).Draw(t, "elements")
		gold, predicted := make([]int, len(pairs)), make([]int, len(pairs))
		same := true
		for i, p := range pairs {
			gold[i], predicted[i] = p[0], p[1]
			for _, q := range pairs[:i] {
				same = same && (p[0] == q[0]) == (p[1] == q[1])
			}
		}
		a, b := BCubed(gold, predicted), BCubed(predicted, gold)
		require.InDelta(t, a.Precision, b.Recall, 1e-12)
		require.InDelta(t, a.F1, b.F1, 1e-12)
		require.Equal(t, same, a.F1 > 1-1e-9)
	})
}
