package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/match"
	"xref/extract"
	"xref/extract/article"
)

func TestClauseLabelsAreFoundFromEitherSideAndByTheirPlaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clauses.jsonl")
	require.NoError(t, os.WriteFile(path, []byte(
		`{"case":"pier","a":{"article":"courier","start":0,"end":25},"b":{"article":"herald","start":0,"end":26},"relation":"differ","kind":"number"}`+"\n"), 0o600))
	labels, err := readClauseLabels(path)
	require.NoError(t, err)
	documents := []*extract.Document{documentOf("herald", "Nine ships left the port."), documentOf("courier", "Six ships left the port.")}
	a, b := match.Member{Article: 0}, match.Member{Article: 1}
	for _, row := range []struct {
		name   string
		a, b   match.Member
		found  bool
		reason string
	}{
		{"pier", a, b, true, "as they stand"},
		{"pier", b, a, true, "the other way round"},
		{"quay", a, b, false, "of another case"},
	} {
		l := labels.of(row.name, documents, row.a, row.b)
		require.Equal(t, row.found, l != nil, row.reason)
		if l != nil {
			agree, differ := l.outcome()
			require.Equal(t, [2]float64{0, 1}, [2]float64{agree, differ})
		}
	}
	require.False(t, clausePlace{Start: 0, End: 10}.is(article.Span{Start: 0, End: 25}), "a part of the clause only")
}

func documentOf(id, text string) *extract.Document {
	return extract.Analyse(&article.Article{ID: id, Outlet: id, Language: "en", Text: text, Body: article.Span{End: len(text)}})
}

func TestClauseLabelsThatSayNothingAreRefused(t *testing.T) {
	for _, row := range []struct{ text, says string }{
		{"{}\n", `:1: no relation is called ""`},
		{`{"relation":"same"}` + "\n{\n", ":2: unexpected end of JSON input"},
	} {
		path := filepath.Join(t.TempDir(), "clauses.jsonl")
		require.NoError(t, os.WriteFile(path, []byte(row.text), 0o600))
		_, err := readClauseLabels(path)
		require.ErrorContains(t, err, path+row.says)
	}
}

// Every label kept in the repository can be read.
func TestClauseLabelsOfTheRepository(t *testing.T) {
	labels, err := readClauseLabels("labels/clauses.jsonl")
	require.NoError(t, err)
	require.Greater(t, len(labels), 50)
}

func TestAreaUnderTheCurve(t *testing.T) {
	for _, row := range []struct {
		of     ranking
		want   float64
		reason string
	}{
		{ranking{{0.9, true}, {0.1, false}}, 1, "in order"},
		{ranking{{0.1, true}, {0.9, false}}, 0, "the other way round"},
		{ranking{{0.5, true}, {0.5, false}}, 0.5, "a tie"},
		{ranking{{0.9, true}, {0.5, false}, {0.5, true}, {0.1, false}}, 0.875, "three of four, and a tie"},
	} {
		require.InDelta(t, row.want, row.of.area(), 1e-9, row.reason)
	}
}
