package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
)

func TestGist(t *testing.T) {
	for _, row := range []struct {
		reason, subject, summary string
		values                   []string
		want                     string
	}{
		{"values at the end", "houses", "the number is limited differently: at least 12; all 12", []string{"at least 12", "all 12"}, "the number is limited differently"},
		{"a value that another begins with", "houses", "one is more exact: 12; 12 or 13", []string{"12", "12 or 13"}, "one is more exact"},
		{"the subject at the beginning", "Dana Okoro", "Dana Okoro is she in one article and he in another", []string{"she", "he"}, "is she in one article and he in another"},
		{"nothing but subject and values", "Dana Okoro", "Dana Okoro: engineer; town engineer", []string{"engineer", "town engineer"}, ""},
		{"nothing but values", "Dana Okoro", "Dana Okoro, Dina Okoro", []string{"Dana Okoro", "Dina Okoro"}, ""},
		{"what follows a colon and is no value stays", "“left to rot”", "Dana Okoro: other words between the quotation marks", []string{"left to rot"}, "Dana Okoro: other words between the quotation marks"},
		{"the verdict says it", "the bridge fell", "the same", []string{"the bridge fell"}, ""},
		{"the verdict and the subject say it", "the bridge fell", "the same: the bridge fell", []string{"the bridge fell"}, ""},
		{"no summary", "x", "", nil, ""},
	} {
		f := &compare.Finding{Finding: kind.Finding{Subject: row.subject, Summary: row.summary}}
		for _, v := range row.values {
			f.Evidence = append(f.Evidence, kind.Evidence{Value: v})
		}
		require.Equal(t, row.want, gist(f), row.reason)
	}
}
