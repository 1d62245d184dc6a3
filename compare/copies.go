package compare

import (
	"slices"

	"xref/compare/kind"
	"xref/compare/origin"
)

// withoutCopies is the findings less the agreements among copies of one text:
// what one text says, its copies don't agree on. Differences among copies stay.
func withoutCopies(found []kind.Finding, origins []origin.Origin) []kind.Finding {
	var kept []kind.Finding
	for _, f := range found {
		articles := make([]int, len(f.Evidence))
		for i, e := range f.Evidence {
			articles[i] = e.Article
		}
		if f.Verdict != kind.Agree || !copied(articles, origins) {
			kept = append(kept, f)
		}
	}
	return kept
}

// copied reports whether the articles are all copies of one text.
func copied(articles []int, origins []origin.Origin) bool {
	return slices.ContainsFunc(origins, func(o origin.Origin) bool {
		return o.Kind == origin.Copy && !slices.ContainsFunc(articles, func(a int) bool { return !slices.Contains(o.Articles, a) })
	})
}
