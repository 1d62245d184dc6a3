package compare

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/compare/origin"
)

func TestCopiesDoNotAgree(t *testing.T) {
	origins := []origin.Origin{{Kind: origin.Copy, Articles: []int{0, 2}}, {Kind: origin.Agency, Articles: []int{1, 3}}}
	for _, row := range []struct {
		reason   string
		verdict  kind.Verdict
		articles []int
		kept     bool
	}{
		{"two copies", kind.Agree, []int{0, 2}, false},
		{"a copy and another article", kind.Agree, []int{0, 1, 2}, true},
		{"edited agency copy is no copy", kind.Agree, []int{1, 3}, true},
		{"copies that differ", kind.Differ, []int{0, 2}, true},
	} {
		f := kind.Finding{Verdict: row.verdict}
		for _, a := range row.articles {
			f.Evidence = append(f.Evidence, kind.Evidence{Article: a})
		}
		require.Equal(t, row.kept, len(withoutCopies([]kind.Finding{f}, origins)) == 1, row.reason)
	}
}
