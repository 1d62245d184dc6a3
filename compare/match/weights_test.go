package match

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseWeights(t *testing.T) {
	names := []string{"bias", "length", "names"}
	lines := []string{"names\t3\t-3", "bias\t1.5\t0", "length\t2\t-2"}
	agree, differ, err := ParseWeights("# a comment\n\n"+strings.Join(lines, "\n"), names)
	require.NoError(t, err)
	require.Equal(t, []float64{1.5, 2, 3}, agree)
	require.Equal(t, []float64{0, -2, -3}, differ)
	for _, row := range []struct {
		reason string
		lines  []string
		says   string
	}{
		{"a name too few", lines[1:], `no weights of "names"`},
		{"a name twice", append(lines[:3:3], lines[0]), `line 4: "names" twice`},
		{"a name that isn't", append(lines[:3:3], "mood\t1\t1"), `line 4: nothing called "mood"`},
		{"a field too few", []string{"bias\t1"}, "line 1: 2 fields"},
		{"a word for a number", []string{"bias\t1\tmuch"}, "line 1"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, _, err := ParseWeights(strings.Join(row.lines, "\n"), names)
			require.ErrorContains(t, err, row.says)
		})
	}
}

func FuzzParseWeights(f *testing.F) {
	f.Add("bias\t1\t2\nlength\t1\t0")
	f.Add("bias\t1\n#\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		agree, differ, err := ParseWeights(text, []string{"bias", "length"})
		require.True(t, (len(agree) == 2 && len(differ) == 2) == (err == nil))
	})
}
