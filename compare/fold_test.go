package compare

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// A difference whose passages are the same words shows none.
func TestDifferencesShowDifferentWords(t *testing.T) {
	documents := []*extract.Document{
		{Article: &article.Article{Text: "The mayor's plan failed. The plan may fail. The mayor's plan."}},
		{Article: &article.Article{Text: "So the mayor’s  plan failed. The plan fails. The mayor's plan."}},
	}
	g := &common{documents: documents}
	say := func(i int, passage, focus, value string) kind.Evidence {
		at := strings.Index(documents[i].Article.Text, passage)
		require.GreaterOrEqual(t, at, 0, passage)
		e := kind.Evidence{Article: i, Span: article.Span{Start: at, End: at + len(passage)}, Value: value}
		if focus != "" {
			e.Focus.Start = at + strings.Index(passage, focus)
			e.Focus.End = e.Focus.Start + len(focus)
		}
		return e
	}
	for _, row := range []struct {
		reason    string
		verdict   kind.Verdict
		utterance int
		evidence  []kind.Evidence
		stays     bool
	}{
		{"the same words", kind.Differ, -1, []kind.Evidence{say(0, "mayor's plan", "", "plan"), say(1, "mayor’s  plan", "", "plan")}, false},
		{"the same words, one word to look at", kind.Conflict, -1, []kind.Evidence{say(0, "mayor's plan", "plan", "plan"), say(1, "mayor’s  plan", "plan", "Plan")}, false},
		{"other words to look at", kind.Differ, -1, []kind.Evidence{say(0, "mayor's plan", "mayor", "plan"), say(1, "mayor’s  plan", "plan", "plan")}, true},
		{"other values", kind.Differ, -1, []kind.Evidence{say(0, "mayor's plan", "plan", "the mayor"), say(1, "mayor’s  plan", "plan", "the council")}, true},
		{"other words", kind.Differ, -1, []kind.Evidence{say(0, "may fail", "", "fail"), say(1, "fails", "", "fail")}, true},
		{"an agreement", kind.Agree, -1, []kind.Evidence{say(0, "mayor's plan", "", "plan"), say(1, "mayor’s  plan", "", "plan")}, true},
		{"words quoted alike", kind.Differ, 0, []kind.Evidence{say(0, "mayor's plan", "", "plan"), say(1, "mayor’s  plan", "", "plan")}, true},
		{"one passage", kind.Internal, -1, []kind.Evidence{say(0, "mayor's plan", "", "plan")}, true},
	} {
		left := g.withoutEqual([]kind.Finding{{Verdict: row.verdict, Utterance: row.utterance, Evidence: row.evidence}})
		require.Equal(t, row.stays, len(left) == 1, row.reason)
	}
}
