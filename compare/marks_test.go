package compare

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
)

func TestMarked(t *testing.T) {
	for _, row := range []struct {
		reason  string
		verdict kind.Verdict
		texts   []string // the focus of each between asterisks
		want    []string
	}{
		{"the focus", kind.Differ, []string{"The council closed the *old* mill.", "The council closed the *new* mill."}, []string{"old", "new"}},
		{"the focus of agreements too", kind.Agree, []string{"The council closed the mill on *Monday*.", "The mill closed on *Monday*."}, []string{"Monday", "Monday"}},
		{"where one has a focus the other is whole", kind.Differ, []string{"The council closed the *old* mill.", "The council closed the mill."}, []string{"old", ""}},
		{"else what the other doesn't answer", kind.Differ, []string{"The council closed the old mill.", "On Monday the council closed the mill."}, []string{"old", "Monday"}},
		{"nothing where nearly all is another", kind.Differ, []string{"Divers searched the muddy river.", "The mayor apologised."}, []string{"", ""}},
		{"nothing of whole passages that agree", kind.Agree, []string{"The council closed the old mill.", "The council closed the mill."}, []string{"", ""}},
	} {
		var documents []*extract.Document
		s := story.Story{}
		f := kind.Finding{Kind: kind.Fact.ID, Verdict: row.verdict}
		for i, text := range row.texts {
			parts := strings.Split(text, "*")
			a, _, err := read.Bytes(string(rune('a'+i))+".txt", []byte(strings.Join(parts, "")+"\n"))
			require.NoError(t, err)
			documents, s.Articles = append(documents, extract.Analyse(a)), append(s.Articles, i)
			e := kind.Evidence{Article: i, Span: article.Span{End: len(strings.TrimSpace(a.Text))}}
			if len(parts) == 3 {
				e.Focus = article.Span{Start: len(parts[0]), End: len(parts[0]) + len(parts[1])}
			}
			f.Evidence = append(f.Evidence, e)
		}
		c := &kind.Comparison{Documents: documents, Articles: s.Articles, Index: OneStory(documents, s, nil)}
		for i, e := range marked(c, []kind.Finding{f})[0].Evidence {
			var words []string
			for _, m := range e.Marks {
				require.True(t, e.Span.Contains(m))
				words = append(words, m.In(documents[i].Article.Text))
			}
			require.Equal(t, row.want[i], strings.Join(words, "|"), row.reason)
		}
		require.Nil(t, f.Evidence[0].Marks, "what was found is not changed")
	}
}

// Values that overlap the focus or each other are marked once, and in their order.
func TestMarksDontOverlap(t *testing.T) {
	span := func(start, end int) article.Span { return article.Span{Start: start, End: end} }
	for _, row := range []struct {
		reason string
		focus  article.Span
		values []article.Span
		want   []article.Span
	}{
		{"one value", article.Span{}, []article.Span{span(5, 9)}, []article.Span{span(5, 9)}},
		{"a value before the focus", span(20, 30), []article.Span{span(5, 9)}, []article.Span{span(5, 9), span(20, 30)}},
		{"a value within the focus", span(20, 30), []article.Span{span(22, 24)}, []article.Span{span(20, 30)}},
		{"a value that goes on from the focus", span(20, 30), []article.Span{span(28, 36)}, []article.Span{span(20, 36)}},
		{"the same value twice", article.Span{}, []article.Span{span(5, 9), span(5, 9)}, []article.Span{span(5, 9)}},
		{"values out of order", article.Span{}, []article.Span{span(30, 34), span(5, 9)}, []article.Span{span(5, 9), span(30, 34)}},
		{"values that touch", article.Span{}, []article.Span{span(9, 12), span(5, 9)}, []article.Span{span(5, 9), span(9, 12)}},
	} {
		f := kind.Finding{Verdict: kind.Agree, Evidence: []kind.Evidence{{Span: span(0, 40), Focus: row.focus, Values: row.values}, {Article: 1, Span: span(0, 40)}}}
		require.Equal(t, row.want, marked(&kind.Comparison{}, []kind.Finding{f})[0].Evidence[0].Marks, row.reason)
	}
}
