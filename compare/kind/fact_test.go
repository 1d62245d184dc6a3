package kind

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/claim"
	"xref/compare/match"
)

// What pairs of a claim hold together its agreements: each member has one of another article
// that says the same, and a difference keeps groups apart.
func TestAgreeingMembers(t *testing.T) {
	type pair struct {
		a, b        int // articles; each has one member
		same, agree float64
		verbatim    bool
		differs     bool
	}
	for _, row := range []struct {
		reason string
		pairs  []pair
		want   [][]int
	}{
		{"two that say the same", []pair{{0, 1, 0.9, 0.9, false, false}}, [][]int{{0, 1}}},
		{"two of which it isn't sure that they are about one matter", []pair{{0, 1, 0.5, 0.9, false, false}}, nil},
		{"two of which it isn't sure that they say the same", []pair{{0, 1, 0.9, 0.3, false, false}}, nil},
		{"two that differ", []pair{{0, 1, 0.9, 0.9, false, true}}, nil},
		{"two of the same words", []pair{{0, 1, 0.5, 0.1, true, false}}, [][]int{{0, 1}}},
		{"a third one that only resembles them", []pair{{0, 1, 0.9, 0.9, false, false}, {1, 2, 0.5, 0.5, false, false}}, [][]int{{0, 1}}},
		{"a third one that agrees with one of them", []pair{{0, 1, 0.9, 0.9, false, false}, {1, 2, 0.9, 0.8, false, false}}, [][]int{{0, 1, 2}}},
		{"a third one that agrees with one and differs from the other", []pair{{0, 1, 0.9, 0.9, false, false}, {1, 2, 0.9, 0.8, false, false}, {0, 2, 0.9, 0.2, false, true}}, [][]int{{0, 1}}},
		{"two groups between which a difference stands", []pair{{0, 1, 0.9, 0.9, false, false}, {2, 3, 0.9, 0.8, false, false}, {1, 2, 0.9, 0.7, false, false}, {0, 3, 0.9, 0.1, false, true}}, [][]int{{0, 1}, {2, 3}}},
	} {
		cl := &claim.Claim{}
		for _, p := range row.pairs {
			cl.Pairs = append(cl.Pairs, match.Pair{A: match.Member{Article: p.a}, B: match.Member{Article: p.b}, Verbatim: p.verbatim, Probabilities: match.Probabilities{Same: p.same}})
			m := match.Match{Residue: []match.Residue{{}}}
			if p.differs {
				m.Contrasts = append(m.Contrasts, match.Contrast{Cause: match.WordCause{}})
			}
			cl.Matches = append(cl.Matches, m)
			cl.Judged = append(cl.Judged, claim.Judgment{Agree: p.agree})
		}
		var got [][]int
		for _, group := range agreeing(cl, func(m *match.Match) bool { return len(m.Contrasts) > 0 }, func(*match.Match) bool { return false }) {
			var articles []int
			for _, m := range group {
				articles = append(articles, m.Article)
			}
			got = append(got, articles)
		}
		require.Equal(t, row.want, got, row.reason)
	}
}
