package story

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestCluster(t *testing.T) {
	for _, row := range []struct {
		reason   string
		likeness [][]float64
		groups   [][]int
	}{
		{"nothing", nil, nil},
		{"one alone", [][]float64{{}}, [][]int{{0}}},
		{"two alike, one not", [][]float64{{}, {0.1}, {0.9, 0.2}}, [][]int{{0, 2}, {1}}},
		{"a chain whose ends are unlike", [][]float64{{}, {0.9}, {0.1, 0.6}}, [][]int{{0, 1}, {2}}},
		{"a chain whose ends are alike enough on average", [][]float64{{}, {0.9}, {0.5, 0.6}}, [][]int{{0, 1, 2}}},
		{"just alike enough", [][]float64{{}, {0.5}}, [][]int{{0, 1}}},
	} {
		t.Run(row.reason, func(t *testing.T) { require.Equal(t, row.groups, cluster(row.likeness, 0.5)) })
	}
}

// No two groups that are left are alike enough to be joined, and every place
// stands in one.
func TestClusterJoinsAllThatIsAlikeEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 14).Draw(t, "n")
		likeness := make([][]float64, n)
		for i := range likeness {
			likeness[i] = rapid.SliceOfN(rapid.Float64Range(0, 1), i, i).Draw(t, "row")
		}
		groups := cluster(likeness, 0.5)
		require.Len(t, slices.Concat(groups...), n)
		for i, g := range groups {
			require.True(t, slices.IsSorted(g))
			for _, h := range groups[:i] {
				require.Less(t, h[0], g[0])
				sum := 0.0
				for _, a := range g {
					for _, b := range h {
						sum += likeness[max(a, b)][min(a, b)]
					}
				}
				require.LessOrEqual(t, sum/float64(len(g)*len(h)), 0.5+1e-9)
			}
		}
	})
}
