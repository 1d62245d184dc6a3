package match_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/encoder"
	"xref/compare/match"
)

// contradicting reads all sentences as of one matter, and says of two words that they contradict
// each other.
type contradicting struct {
	sightless
	a, b     string
	sure     float32
	together float32 // that every two values are of one thing
}

func (contradicting) Cost(encoder.Pair) int { return 10 }

func (c contradicting) Score(_ context.Context, pairs []encoder.Pair) ([]encoder.Result, error) {
	results := make([]encoder.Result, len(pairs))
	for i, p := range pairs {
		r := &results[i]
		r.Probabilities = []float32{0.1, 0.5, 0.4}
		for range p.Clauses {
			r.Clauses = append(r.Clauses, r.Probabilities)
		}
		for range p.Values {
			r.Values = append(r.Values, c.together)
		}
		for _, v := range p.WordsA {
			for _, w := range p.WordsB {
				sure := float32(0)
				if x, y := v.In(p.A), w.In(p.B); x == c.a && y == c.b || x == c.b && y == c.a {
					sure = c.sure
				}
				r.Answers = append(r.Answers, 1-sure, 0, sure)
			}
		}
	}
	return results, nil
}

func TestWordsContradictWhereTheEncoderSaysSo(t *testing.T) {
	const rope = "A frayed rope brought the old crane in Dover down."
	for _, row := range []struct {
		a, b   string
		says   contradicting
		want   string
		reason string
	}{
		{rope, "The old crane in Dover fell because of a gust.", contradicting{a: "rope", b: "gust", sure: 0.9}, "A frayed rope / a gust", "surely"},
		{rope, "The old crane in Dover fell because of a gust.", contradicting{a: "rope", b: "gust", sure: 0.5}, "", "not sure enough"},
		{rope, "The old crane in Dover fell because a rope gave way.", contradicting{a: "rope", b: "rope", sure: 0.9}, "", "one word"},
		{"Nine people left Dover.", "Six people fled from Dover.", contradicting{a: "Nine", b: "Six", sure: 0.9}, "", "numbers have a test of their own"},
		{"The crane in Dover fell on Monday.", "The crane in Dover fell over on Friday.", contradicting{a: "Monday", b: "Friday", sure: 0.9}, "", "so have times"},
		{"All but two of the players signed the letter.", "The letter was signed by half of the squad.", contradicting{a: "two", b: "half", sure: 0.9, together: 0.5}, "two of the players / half of the squad", "numbers that can't be compared"},
		{"The crane in Dover fell on Ada Okoye.", "The falling crane in Dover hit the foreman.", contradicting{a: "Okoye", b: "foreman", sure: 0.9}, "", "a name and what somebody is"},
	} {
		for _, texts := range [][2]string{{row.a, row.b}, {row.b, row.a}} {
			x, _ := indexOf(t, texts[0], texts[1])
			_, _, err := x.Pairs(t.Context(), match.Learned(row.says), 0)
			require.NoError(t, err)
			whole := func(article int) match.Unit {
				return match.Unit{Article: article, Assertion: -1, Run: match.Run{End: len(x.Documents[article].Tokens)}}
			}
			m := x.Match(whole(0), whole(1))
			found := []string{"", ""}
			for _, c := range m.Contrasts {
				if _, ok := c.Cause.(match.ContradictionCause); ok {
					found = []string{x.Documents[0].Span(c.A).In(texts[0]), x.Documents[1].Span(c.B).In(texts[1])}
				}
			}
			if texts[0] != row.a {
				found[0], found[1] = found[1], found[0]
			}
			require.Equal(t, row.want, strings.Trim(strings.Join(found, " / "), " /"), row.reason)
		}
	}
}
