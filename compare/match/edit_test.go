package match_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare/match"
)

// edited is the edits from the first text to the second: old > new, and the cause.
func edited(t require.TestingT, old, new string) []string {
	x, _ := indexOf(t, old, new)
	var told []string
	for _, e := range x.Rewritten(whole(x, 0), whole(x, 1)).Edits {
		text := func(a int, r match.Run) string { return x.Documents[a].Span(r).In(x.Documents[a].Article.Text) }
		cause := "details"
		if e.Cause != nil {
			cause = causeOf(*e.Cause)
		}
		told = append(told, strings.TrimSpace(text(0, e.A)+" > "+text(1, e.B)+": "+cause))
	}
	return told
}

func TestRewritten(t *testing.T) {
	for _, row := range []struct {
		reason, old, new string
		want             []string
	}{
		{"the same", "The council closed the mill.", "The council closed the mill.", nil},
		{"words that moved", "On Tuesday the council closed the mill.", "The council closed the mill on Tuesday.", nil},
		{"other forms", "The council closes the mill.", "The council closed the mills.", nil},
		{"articles", "The council closed mills in Skagen.", "The council closed the mills in Skagen.", nil},
		{"one value", "Repairs cost 20% of the budget.", "Repairs cost 20 percent of the budget.", nil},
		{"another number", "The ferry had 48 passengers.", "The ferry had 52 passengers.", []string{"48 > 52: quantity"}},
		{"a bound", "The ferry had 48 passengers.", "The ferry had nearly 48 passengers.", []string{"> nearly: quantity"}},
		{"a number more", "The ferry had passengers.", "The ferry had 48 passengers.", []string{"> 48: quantity"}},
		{"a time more", "The council closed the mill.", "The council closed the mill on Tuesday.", []string{"> on Tuesday: time"}},
		{"a denial", "The captain was drunk.", "The captain was not drunk.", []string{"> not: polarity"}},
		{"a condition", "The council will close the mill.", "The council will close the mill if the strike goes on.", []string{"> if the strike goes on: operator"}},
		{"only", "The crew freed two sailors.", "The crew freed only two sailors.", []string{"> only: operator"}},
		{"exchanged", "The pilot attacked the guard.", "The guard attacked the pilot.", []string{"pilot > guard: role", "guard > pilot: role"}},
		{"a word of near meaning", "The council purchased the mill.", "The council bought the mill.", []string{"purchased > bought: word"}},
		{"a restriction", "The council closed the mill.", "The council closed the old mill.", []string{"> old: word"}},
	} {
		require.Equal(t, row.want, edited(t, row.old, row.new), row.reason)
	}
}

// Turned round, an edit turns round; a sentence isn't rewritten into itself.
func TestRewritingLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sentence(t, "a"), sentence(t, "b")
		x, _ := indexOf(t, a, b)
		u, v := whole(x, 0), whole(x, 1)
		require.Empty(t, x.Rewritten(u, u).Edits)
		for _, e := range x.Rewritten(u, v).Edits {
			require.False(t, e.A.Empty() && e.B.Empty())
			require.True(t, inUnit(e.A, u) && inUnit(e.B, v))
		}
		require.Equal(t, len(x.Rewritten(u, v).Edits) > 0, len(x.Rewritten(v, u).Edits) > 0)
	})
}
