package compare_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/read"
)

// A difference that no other kind names says which words only one article has.
func TestDetails(t *testing.T) {
	var documents []*extract.Document
	for _, a := range []struct{ name, text string }{
		{"courier.txt", "The minister of transport opened the new ferry terminal in Lindholm on Tuesday morning after years of delay.\n"},
		{"herald.txt", "The minister of transport opened the new ferry terminal in Lindholm on Tuesday morning amid loud protests.\n"},
	} {
		article, _, err := read.Bytes(a.name, []byte(a.text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(article))
	}
	always := &kind.Weights{}
	always.Differ[0] = 9
	r := compare.CompareWith(compare.Options{Chances: always}, documents)
	values := map[string]string{}
	for _, f := range r.Findings {
		if f.Kind == "fact" && f.Verdict == kind.Differ {
			for _, e := range f.Evidence {
				text := documents[e.Article].Article.Text
				require.Equal(t, e.Value, e.Focus.In(text))
				values[documents[e.Article].Article.ID] = e.Value
			}
		}
	}
	require.Equal(t, map[string]string{"courier": "years of delay", "herald": "loud protests"}, values)
}
