package match_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/match"
	"xref/extract/article"
)

func whole(x *match.Index, a int) match.Unit {
	return x.UnitOf(a, article.Span{End: len(x.Documents[a].Article.Text)})
}

func TestUnanswered(t *testing.T) {
	for _, row := range []struct {
		reason string
		texts  []string
		want   []string // the runs of each text that the others don't answer, parted by bars
	}{
		{"whatever the form and order", []string{"The council inspected the bridge on Monday.", "On Monday the council had inspected the rusty bridges."}, []string{"", "rusty"}},
		{"words that only hold others together are none", []string{"The engineer of the town inspected the old bridge.", "An engineer from the town had inspected that bridge."}, []string{"old", ""}},
		{"whether and how surely it is so is told by small words", []string{"The council may close the bridges.", "The council does not close the bridges."}, []string{"may", "not"}},
		{"a word of the same meaning answers", []string{"The council purchased the mill.", "The council bought the mill."}, []string{"", ""}},
		{"one of several others is enough", []string{"The council closed the old bridge.", "The council closed the bridge.", "The old bridge was rotten."}, []string{"", "", "rotten"}},
		{"nothing without others", []string{"The council closed the bridge."}, []string{""}},
	} {
		x, _ := indexOf(t, row.texts...)
		for i := range row.texts {
			var others []match.Unit
			for j := range row.texts {
				if j != i {
					others = append(others, whole(x, j))
				}
			}
			runs, share := x.Unanswered(whole(x, i), others)
			var words []string
			for _, r := range runs {
				words = append(words, x.Documents[i].Span(r).In(x.Documents[i].Article.Text))
			}
			require.Equal(t, row.want[i], strings.Join(words, "|"), row.reason)
			require.True(t, 0 <= share && share <= 1)
		}
	}
}
