package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/fixtures"
)

// revisionsFrom are two versions of each report's first two articles, as far as it
// has them: every paragraph changed, one added and one gone.
func revisionsFrom(b *builder) []Revision {
	if len(b.r.Documents) == 0 {
		return nil
	}
	first := b.r.Documents[0]
	out := []Revision{{New: first.Article}}
	if len(b.r.Documents) > 1 {
		second := b.r.Documents[1]
		r := Revision{Old: first.Article, New: second.Article}
		whole := func(a *article.Article, s article.Span) Changed {
			return Changed{Span: s, Marks: []article.Span{{Start: s.Start, End: s.Start + strings.IndexByte(s.In(a.Text)+" ", ' ')}}}
		}
		for i, s := range first.Text.Sentences {
			if i < len(second.Text.Sentences) {
				r.Changes = append(r.Changes, Change{What: "changed", Kind: "number", Verdict: kind.Conflict, Old: whole(first.Article, s.Span), New: whole(second.Article, second.Text.Sentences[i].Span)})
			}
		}
		r.Changes = append(r.Changes,
			Change{What: "quote", Kind: "quote", Verdict: kind.Differ, Old: whole(first.Article, first.Text.Sentences[0].Span), New: whole(second.Article, second.Text.Sentences[0].Span)},
			Change{What: "added", Kind: "fact", New: Changed{Span: second.Text.Sentences[0].Span}},
			Change{What: "gone", Kind: "fact", Old: Changed{Span: first.Text.Sentences[0].Span}, Accepted: &compare.Acceptance{By: "waiver", Reason: "it was a slip", Who: "ines"}})
		out = append(out, r, Revision{Old: first.Article, New: first.Article}, Revision{Old: second.Article})
	}
	return out
}

func TestRevisions(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/revisions")
	endings := map[string]string{"table": ".txt", "markdown": ".md", "json": ".json"}
	for _, r := range reports {
		revisions := revisionsFrom(&builder{t, r.make(t)})
		for _, format := range RevisionFormats {
			var b bytes.Buffer
			require.NoError(t, WriteRevisions(&b, format, revisions, Options{Width: 90, Version: "v1.2.3"}))
			requireHarmless(t, b.String())
			if format == "table" {
				for _, l := range strings.Split(b.String(), "\n") {
					require.LessOrEqual(t, displayWidth(l), 90)
				}
			}
			golden.Equal(t, r.name+endings[format], b.String())
		}
	}
}

// The passages of the JSON are the slices of the versions that they say.
func TestRevisionPassagesAreSlices(t *testing.T) {
	report := bridge(t)
	revisions := revisionsFrom(&builder{t, report})
	var b bytes.Buffer
	require.NoError(t, WriteRevisions(&b, "json", revisions, Options{}))
	var out revisionsJSON
	require.NoError(t, json.Unmarshal(b.Bytes(), &out))
	require.Len(t, out.Revisions, len(revisions))
	checked := 0
	for i, r := range out.Revisions {
		for _, c := range r.Changes {
			for _, side := range []struct {
				article *article.Article
				passage *changedJSON
			}{{revisions[i].Old, c.Old}, {revisions[i].New, c.New}} {
				if side.passage != nil {
					for _, s := range append(side.passage.Marks, side.passage.spanJSON) {
						require.Equal(t, side.article.Text[s.Start:s.End], s.Text)
						checked++
					}
				}
			}
		}
	}
	require.NotZero(t, checked)
}
