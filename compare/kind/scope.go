package kind

import (
	"xref/compare/align"
	"xref/extract/assertion"
)

// Scope compares where, and of which ones, articles assert the same thing.
var Scope = &Kind{
	ID:      "scope",
	Title:   "where and which ones",
	Meaning: "The same thing is asserted of another place, or of more, fewer or other things.",
	Example: "“in the north” here, “across the country” there.",
	Find:    ofKind("scope"),
}

func scopes(s *Scene, c align.Claim) (values []string, phrase string) {
	var places []int
	for _, m := range c.Members {
		a := s.argument(m, assertion.Location)
		if a == nil {
			values = append(values, "")
			continue
		}
		values = append(values, s.text(m.Article, a.Span))
		places = append(places, s.Linked[m.Article][a.Entity])
	}
	for _, p := range places {
		if p != places[0] {
			return values, "said of other places"
		}
	}
	return values, ""
}
