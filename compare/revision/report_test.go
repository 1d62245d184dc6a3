package revision_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/revision"
)

// A change is a finding that points into both versions; what only one of them has is a
// note with one passage.
func TestReport(t *testing.T) {
	old := document(t, "Ferry runs aground", "The ferry had 48 passengers on board.\n\nThe owner lives in Skagen.")
	new := document(t, "Ferry runs aground", "The ferry had 52 passengers on board.\n\nDivers searched the hull until nightfall.")
	gone := document(t, "Council meets", "The council will meet on Thursday.")
	all := []revision.Versions{{Old: gone}, {Old: old, New: new, Changes: revision.Compare(old, new, compare.Options{})}, {New: gone}}
	r, ids := revision.Report(all, compare.Options{Severities: map[kind.ID]kind.Severity{"number": kind.Warning}})

	require.Len(t, r.Documents, 2)
	require.Len(t, r.Stories, 1)
	require.Len(t, r.Skipped, 2)
	require.Empty(t, ids[0])
	require.Len(t, ids[1], len(all[1].Changes))
	require.Len(t, r.Findings, len(ids[1]))
	require.Equal(t, old.Article.Outlet, gone.Article.Outlet, "the documents that were given keep their names")
	notes := 0
	for i, f := range r.Findings {
		require.Equal(t, i+1, f.Rank)
		require.Contains(t, ids[1], f.ID)
		for _, e := range f.Evidence {
			require.NotEmpty(t, e.Span.In(r.Documents[e.Article].Article.Text))
		}
		if len(f.Evidence) == 1 {
			require.Equal(t, kind.Note, f.Severity)
			notes++
			continue
		}
		require.Equal(t, kind.ID("number"), f.Kind)
		require.Equal(t, kind.Warning, f.Severity, "the severity that is set for the kind")
		require.Equal(t, []string{"52", "48"}, []string{f.Evidence[0].Value, f.Evidence[1].Value})
	}
	require.Equal(t, 2, notes)
}
