package match

import (
	"testing"

	"github.com/stretchr/testify/require"
)

var treeNames = []string{"height", "age"}

const forest = "-0.5\nheight=1.5 -1 age=30 0.25 2\n0.125\n"

func TestTreesAddUp(t *testing.T) {
	trees, err := ParseTrees("# a comment\n\n"+forest, treeNames)
	require.NoError(t, err)
	for _, row := range []struct {
		reason      string
		height, age float64
		want        float64
	}{
		{"less goes left", 1.4, 50, -0.5 - 1 + 0.125},
		{"the threshold itself goes right", 1.5, 29, -0.5 + 0.25 + 0.125},
		{"right twice", 2, 30, -0.5 + 2 + 0.125},
	} {
		t.Run(row.reason, func(t *testing.T) {
			require.InDelta(t, row.want, trees.Logit([]float64{row.height, row.age}), 1e-12)
		})
	}
	require.InDelta(t, 0.5, (&Trees{}).Probability(nil), 1e-12)
}

func TestContributionsSumToTheLogit(t *testing.T) {
	trees, err := ParseTrees(forest, treeNames)
	require.NoError(t, err)
	base := trees.Logit([]float64{1, 1}) // whatever the features: less what they add
	for i, c := range trees.Contributions([]float64{1, 1}) {
		require.Equal(t, i == 0, c != 0, "only the height is asked for")
		base -= c
	}
	for _, f := range [][]float64{{2, 20}, {2, 40}, {0, 40}} {
		sum := base
		for _, c := range trees.Contributions(f) {
			sum += c
		}
		require.InDelta(t, trees.Logit(f), sum, 1e-12)
	}
}

func TestTreesAreReadAsWritten(t *testing.T) {
	trees, err := ParseTrees(forest, treeNames)
	require.NoError(t, err)
	require.Equal(t, forest, trees.Text(treeNames))
}

func TestParseTreesTellsWhatIsWrong(t *testing.T) {
	for _, row := range []struct{ reason, text, says string }{
		{"nothing", "# only a comment\n", "no bias"},
		{"a word for the bias", "high\n", "line 1"},
		{"an unknown feature", "0\nmood=1 0 1\n", `line 2: no feature is called "mood"`},
		{"a leaf too few", "0\nage=1 0\n", "line 2: the tree ends before its last leaf"},
		{"a leaf too many", "0\nage=1 0 1 2\n", `line 2: "2" after the tree's last leaf`},
		{"no number", "0\nage=1 0 NaN\n", `line 2: "NaN" is no number`},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, err := ParseTrees(row.text, treeNames)
			require.ErrorContains(t, err, row.says)
		})
	}
}

func FuzzParseTrees(f *testing.F) {
	f.Add(forest)
	f.Add("0\nage=1 height=2 1 2 3")
	f.Fuzz(func(t *testing.T, text string) {
		trees, err := ParseTrees(text, treeNames)
		if err != nil {
			return
		}
		trees.Logit([]float64{1, 2})
		again, err := ParseTrees(trees.Text(treeNames), treeNames)
		require.NoError(t, err)
		require.Equal(t, len(trees.Trees), len(again.Trees))
	})
}

func TestLeadersTellTheMargin(t *testing.T) {
	l := leaders{}
	// Passages 1 and 2 of article 0, 7 and 8 of article 1.
	l.note(1, 0, 7, 1, 0.9)
	l.note(1, 0, 8, 1, 0.3)
	l.note(2, 0, 7, 1, 0.5)
	for _, row := range []struct {
		reason     string
		a, b       int
		similarity float64
		want       float64
	}{
		{"the best of row and column, by the nearer of the two", 1, 7, 0.9, 0.5 + (0.9-0.5)/2},
		{"a worse one", 1, 8, 0.3, 0.5 + (0.3-0.9)/2},
		{"the same similarity twice is no rival", 2, 7, 0.5, 0.5 + (0.5-0.9)/2},
	} {
		t.Run(row.reason, func(t *testing.T) {
			require.InDelta(t, row.want, l.margin(row.a, 0, row.b, 1, row.similarity), 1e-12)
		})
	}
}
