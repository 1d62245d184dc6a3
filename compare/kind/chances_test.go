package kind

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// weightLines are the lines of a file of weights, one a feature.
func weightLines() []string {
	var lines []string
	for i, name := range ContrastNames {
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
		{"a feature too few", weightLines()[:2], "2 features have weights"},
		{"a feature too many", append(weightLines(), weightLines()[0]), "no more"},
		{"a feature that isn't", append([]string{"mood\t1\t1"}, weightLines()...), "line 1"},
		{"a field too few", append([]string{"bias\t1"}, weightLines()[1:]...), "line 1"},
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
