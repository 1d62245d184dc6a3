package measure

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

func TestAlignmentsFindWhatTheExhaustiveSearchFinds(t *testing.T) {
	var articles []article.Article
	for i := range 6 {
		text := fmt.Sprintf("The harbour master closed pier %d of the old harbour on Monday. The ferry to Oslip left an hour late.\n", i/2)
		articles = append(articles, whole(fmt.Sprintf("paper-%d", i), text))
	}
	all := Alignments(analyse(articles), 4, 8, 100)
	require.Len(t, all, 2, "there are 12 sentences")
	for _, a := range all {
		require.Positive(t, a.Joined)
		require.Equal(t, a.Joined, a.Found)
		require.Positive(t, a.Took)
	}
}

func TestGrowth(t *testing.T) {
	from := Alignment{Sentences: 1000, Took: time.Second}
	for _, row := range []struct {
		reason string
		to     Alignment
		growth float64
	}{
		{"as many times the time as sentences", Alignment{Sentences: 10000, Took: 10 * time.Second}, 1},
		{"the square", Alignment{Sentences: 2000, Took: 4 * time.Second}, 2},
		{"no more time", Alignment{Sentences: 2000, Took: time.Second}, 0},
	} {
		t.Run(row.reason, func(t *testing.T) { require.InDelta(t, row.growth, Growth(from, row.to), 1e-9) })
	}
}
