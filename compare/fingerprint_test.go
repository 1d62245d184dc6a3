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

// Two stories may say the same of the same outlets: both findings stay, each with an id of
// its own; what one story says twice is one finding.
func TestFindingsOfTwoStoriesStay(t *testing.T) {
	var documents []*extract.Document
	for _, id := range []string{"a", "b", "c", "d"} {
		documents = append(documents, &extract.Document{Article: &article.Article{ID: id, Outlet: map[string]string{"a": "Herald", "b": "Post", "c": "Herald", "d": "Post"}[id]}})
	}
	found := func(story, first int) kind.Finding {
		return kind.Finding{Kind: kind.Number.ID, Verdict: kind.Differ, Story: story, Subject: "towns", Evidence: []kind.Evidence{{Article: first, Value: "19"}, {Article: first + 1, Value: "20"}}}
	}
	ids := func(all ...kind.Finding) (ids []string) {
		for _, f := range identified(documents, all, Options{}) {
			ids = append(ids, f.ID)
		}
		return ids
	}
	one := ids(found(0, 0), found(0, 0))
	require.Len(t, one, 1)
	two := ids(found(1, 2), found(0, 0), found(0, 0))
	require.Len(t, two, 2)
	require.Equal(t, one[0], two[0], "the first keeps its id")
	require.NotEqual(t, two[0], two[1])
	require.Equal(t, two, ids(found(0, 0), found(1, 2)))
}
