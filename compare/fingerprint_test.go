package compare

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// What a fingerprint is of stays the same where only how it is written changes.
func TestFingerprintHolds(t *testing.T) {
	id := func(outlet, value string) string {
		documents := []*extract.Document{{Article: &article.Article{Outlet: outlet}}}
		return fingerprint(documents, kind.Finding{Kind: kind.Number.ID, Verdict: kind.Differ, Subject: "towns", Evidence: []kind.Evidence{{Value: value}}})
	}
	base := id("The Herald", "about 19 towns")
	for _, row := range []struct{ outlet, value, reason string }{
		{"Herald", "about 19 towns", "an outlet without its article"},
		{"the herald", "about 19 towns", "an outlet in small letters"},
		{"The Herald", "around 19 towns", "another word for about"},
		{"The Herald", "roughly 19 towns", "another word for about"},
		{"The Herald", "about\r\n19  towns", "other line ends and blanks"},
	} {
		require.Equal(t, base, id(row.outlet, row.value), row.reason)
	}
	for _, row := range []struct{ outlet, value, reason string }{
		{"The Herald", "19 towns", "no longer about"},
		{"The Herald", "about 20 towns", "another number"},
		{"The Heralds", "about 19 towns", "another outlet"},
		{"Theherald", "about 19 towns", "no article in the name"},
	} {
		require.NotEqual(t, base, id(row.outlet, row.value), row.reason)
	}
}
