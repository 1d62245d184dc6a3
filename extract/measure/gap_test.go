package measure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReadPairs(t *testing.T) {
	const heading = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
	pairs, err := ReadPairs(strings.NewReader(heading + "x-1\tZoë met Ana. She left.\tShe\t13\tZoë\t0\tTRUE\tAna\t8\tFALSE\thttp://en.wikipedia.org/wiki/Zo%C3%AB_(film)\n"))
	require.NoError(t, err)
	require.Len(t, pairs, 1)
	p := pairs[0]
	require.Equal(t, "She", p.Text[p.At:p.At+3], "offsets count characters")
	require.Equal(t, "Zoë", p.A.In(p.Text))
	require.Equal(t, "Ana", p.B.In(p.Text))
	require.Equal(t, "Zoë", p.Page)
	require.True(t, p.MeansA && !p.MeansB)
	for reason, line := range map[string]string{"columns": "x\ty\n", "offset": "x-1\tShe\tShe\t9\tA\t0\tTRUE\tB\t0\tFALSE\tu\n"} {
		_, err := ReadPairs(strings.NewReader(heading + line))
		require.ErrorContains(t, err, "line 2", reason)
	}
}

func FuzzReadPairs(f *testing.F) {
	f.Add("x-1\tShe left\tShe\t0\tA\t0\tTRUE\tB\t4\tFALSE\thttp://en.wikipedia.org/wiki/A")
	f.Fuzz(func(t *testing.T, line string) {
		pairs, err := ReadPairs(strings.NewReader(line))
		if err != nil {
			return
		}
		for _, p := range pairs {
			require.True(t, p.At <= len(p.Text) && p.A.End <= len(p.Text) && p.B.End <= len(p.Text) && p.A.Start <= p.A.End)
		}
	})
}
