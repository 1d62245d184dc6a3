package align

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// weightLines are the lines of a file of weights, one a trait.
func weightLines() []string {
	var lines []string
	for i, name := range TraitNames {
		lines = append(lines, fmt.Sprintf("%s\t%d.5\t-%d", name, i, i))
	}
	return lines
}

func TestParseWeights(t *testing.T) {
	w, err := ParseWeights("# a comment\n\n" + strings.Join(weightLines(), "\n"))
	require.NoError(t, err)
	require.InDelta(t, 1.5, w.Agree[1], 1e-9)
	require.InDelta(t, -1, w.Differ[1], 1e-9)
	for _, row := range []struct {
		reason string
		lines  []string
		says   string
	}{
		{"a trait too few", weightLines()[1:], "want"},
		{"a trait twice", append(weightLines(), weightLines()[0]), "twice"},
		{"a trait that isn't", append(weightLines(), "mood\t1\t1"), `no trait "mood"`},
		{"a field too few", append([]string{"bias\t1"}, weightLines()[1:]...), "line 1: 2 fields"},
		{"a word for a number", append([]string{"bias\tmuch\t1"}, weightLines()[1:]...), "line 1"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, err := ParseWeights(strings.Join(row.lines, "\n"))
			require.ErrorContains(t, err, row.says)
		})
	}
}

func FuzzParseWeights(f *testing.F) {
	f.Add(strings.Join(weightLines(), "\n"))
	f.Add("bias\t1\n#\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := ParseWeights(text)
		require.True(t, (w == nil) == (err != nil))
	})
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
