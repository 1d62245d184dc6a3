package measure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func ranges(starts ...int) []TokenRange {
	var r []TokenRange
	for _, s := range starts {
		r = append(r, TokenRange{s, s + 1})
	}
	return r
}

func TestCoreferenceScores(t *testing.T) {
	gold := [][]TokenRange{ranges(1, 2, 3), ranges(4, 5)}
	for _, row := range []struct {
		reason          string
		predicted       [][]TokenRange
		muc, cubed, caf float64
	}{
		{"all right", gold, 100, 100, 100},
		{"nothing found", nil, 0, 0, 0},
		{"a chain cut in two, its last mention lost", [][]TokenRange{ranges(1, 2), ranges(4, 5)}, 80, 80, 90},
		{"both chains in one", [][]TokenRange{ranges(1, 2, 3, 4, 5)}, 600.0 / 7, 200 * 0.52 / 1.52, 50},
	} {
		require.InDelta(t, row.muc, mucScore(gold, row.predicted).f1(), 0.01, "MUC: %s", row.reason)
		require.InDelta(t, row.caf, ceafScore(gold, row.predicted).f1(), 0.01, "CEAF: %s", row.reason)
		require.InDelta(t, row.cubed, cubedScore(gold, row.predicted).f1(), 0.01, "B³: %s", row.reason)
	}
}

func TestReadEntities(t *testing.T) {
	rows := []string{
		"1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new-cf1-2-coref",
		"2\tcook\tcook\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=1)",
		"3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_",
		"4\tLeeds\tLeeds\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(2-place-new-cf2-1-sgl-Leeds)|SpaceAfter=No",
		"5\tshe\tshe\tPRON\tPRP\t_\t4\tdep\t_\tEntity=(3-event-new-cf1-1-sgl(1-person-giv-cf1-1-ana)3)",
	}
	documents, err := ReadChains(strings.NewReader("# newdoc id = a\n" + strings.Join(rows, "\n") + "\n\n"))
	require.NoError(t, err)
	require.Len(t, documents, 1)
	require.Equal(t, [][]TokenRange{{{0, 2}, {4, 5}}, {{3, 4}}, {{4, 5}}}, documents[0].Entities)
}
