package kind

import (
	"slices"
	"strings"

	"xref/compare/align"
	"xref/extract/lexicon"
)

// gist is how much of the less covered of two clauses with unlike predicates
// stands in the other where both tell of one act.
const gist = 0.3

// alike reports whether two members of a claim, of two articles, tell of one
// act, so that what one says of it can be held against what the other says:
// they have like predicates or opposite ones, or the act of one is named in the
// other or enough of their words are the same.
func (s *Scene) alike(c align.Claim, m, o align.Member) bool {
	if m.Article == o.Article {
		return false
	}
	i := slices.IndexFunc(c.Links, func(l align.Link) bool { return l.A == m && l.B == o || l.A == o && l.B == m })
	if i < 0 {
		return false
	}
	tr := &c.Links[i].Traits
	x, y := strings.ToLower(s.assertion(m).Predicate.Lemma), strings.ToLower(s.assertion(o).Predicate.Lemma)
	return lexicon.Similarity(x, y) >= leastAkin || lexicon.Antonyms(x, y) || tr.Acts() && tr.Covered() >= overlapping || tr.Covered() >= gist
}
