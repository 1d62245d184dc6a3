package match_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/encoder"
	"xref/compare/match"
)

func TestValuesApart(t *testing.T) {
	for _, row := range []struct {
		a, b   string
		want   bool
		reason string
	}{
		{"Six ships left the port.", "Nine ships left the port.", true, "two numbers"},
		{"Six ships left the port.", "Nine boats sailed out of the harbour.", true, "two numbers of things by other names"},
		{"The port opened on Monday.", "The harbour opened on Tuesday.", true, "two days"},
		{"The fine was 200 euros.", "He has to pay 300 euros.", true, "two sums"},
		{"Six ships left the port.", "Six ships left the port.", false, "one number"},
		{"Six ships and nine boats left the port.", "Nine boats left the port.", false, "the other number is on one side alone"},
		{"Nine ships left the port.", "At least six ships left the port.", false, "both can be true"},
		{"About 60 ships left the port.", "62 ships left the port.", false, "one rounded"},
		{"The port opened on Monday.", "The port opened on Monday morning.", false, "one told more finely"},
		{"Six ships left the port.", "Ships left the port.", false, "one number alone"},
		{"Six ships left the port.", "The fine was 200 euros.", false, "numbers that can't be compared"},
	} {
		for _, texts := range [][2]string{{row.a, row.b}, {row.b, row.a}} {
			x, _ := indexOf(t, texts[0], texts[1])
			whole := func(article int) match.Unit {
				return match.Unit{Article: article, Assertion: -1, Run: match.Run{End: len(x.Documents[article].Tokens)}}
			}
			require.Equal(t, row.want, x.ValuesApart(whole(0), whole(1)), row.reason)
		}
	}
}

// saying reads all sentences as of one matter, and says of all values how probable it is
// that they are of one thing.
type saying struct {
	sightless
	sure float32
}

func (saying) Cost(encoder.Pair) int { return 10 }

func (s saying) Score(_ context.Context, pairs []encoder.Pair) ([]encoder.Result, error) {
	results := make([]encoder.Result, len(pairs))
	for i, p := range pairs {
		results[i].Probabilities = []float32{0.1, 0.5, 0.4}
		for range p.Clauses {
			results[i].Clauses = append(results[i].Clauses, results[i].Probabilities)
		}
		for range p.Values {
			results[i].Values = append(results[i].Values, s.sure)
		}
	}
	return results, nil
}

func TestNumbersAreOfOneThingWhereTheEncoderSaysSo(t *testing.T) {
	const alike, otherwise = "The blaze at the old mill in Dover left nine workers dead.", "Nine people perished when the old mill in Dover burned."
	for _, row := range []struct {
		b      string
		says   float32
		want   bool
		reason string
	}{
		{alike, 0.5, true, "the words say so, and the encoder nothing"},
		{alike, 0.05, false, "the encoder says that they are of two"},
		{otherwise, 0.9, true, "the encoder says so"},
	} {
		x, _ := indexOf(t, "The blaze at the old mill in Dover left twelve workers dead.", row.b)
		_, _, err := x.Pairs(t.Context(), match.Learned(saying{sure: row.says}), 0)
		require.NoError(t, err)
		whole := func(article int) match.Unit {
			return match.Unit{Article: article, Assertion: -1, Run: match.Run{End: len(x.Documents[article].Tokens)}}
		}
		m := x.Match(whole(0), whole(1))
		found := false
		for _, c := range m.Contrasts {
			cause, ok := c.Cause.(match.QuantityCause)
			found = found || ok
			if ok {
				require.Equal(t, row.says >= 0.8, cause.Together, row.reason)
			}
		}
		require.Equal(t, row.want, found, row.reason)
	}
}
