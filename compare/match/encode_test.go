package match_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/encoder"
	"xref/compare/match"
)

// dearReader reads as if every pair cost so much, and says that all words belong to
// one matter where both sentences have the word "mill".
type dearReader struct {
	sightless
	cost int
	read map[[2]string]int
}

func (r *dearReader) Cost(encoder.Pair) int { return r.cost }

func (r *dearReader) Score(_ context.Context, pairs []encoder.Pair) ([]encoder.Result, error) {
	var results []encoder.Result
	for _, p := range pairs {
		r.read[[2]string{p.A, p.B}]++
		same := float32(0.1)
		if strings.Contains(p.A, "mill") && strings.Contains(p.B, "mill") {
			same = 0.8
		}
		result := encoder.Result{Probabilities: []float32{1 - same, same / 2, same / 2}}
		for range p.Clauses {
			result.Clauses = append(result.Clauses, result.Probabilities)
		}
		result.Values = make([]float32, len(p.Values))
		results = append(results, result)
	}
	return results, nil
}

const (
	millFire  = "The fire killed 12 workers at the old mill in Dover. The owner closed the harbour road in Dover on Monday."
	millBlaze = "The blaze at the old mill in Dover left a dozen workers dead. On Monday the harbour road in Dover was closed."
)

func TestEncoderReadsWithinItsWork(t *testing.T) {
	x, _ := indexOf(t, millFire, millBlaze)
	for _, row := range []struct {
		reason string
		cost   int
		whole  bool
		want   int // pairs of sentences that are read
	}{
		{"all that are cheap", 10, false, 4},
		{"the likeliest of dear ones", 2_000, false, 2},
		{"none that costs more than all may", 1_000_000, false, 0},
		{"all, whatever they cost", 1_000_000, true, 4},
	} {
		t.Run(row.reason, func(t *testing.T) {
			r := &dearReader{cost: row.cost, read: map[[2]string]int{}}
			s := match.Learned(r)
			s.Whole = row.whole
			_, read, err := x.Pairs(t.Context(), s, 0)
			require.NoError(t, err)
			require.Equal(t, match.Reading{Pairs: row.want, Of: 4, Pieces: row.want * row.cost}, read)
			require.Len(t, r.read, row.want)
			for p, times := range r.read {
				require.Equal(t, 1, times, p[0])
			}
		})
	}
}

func TestLikeliestSentencesAreReadFirst(t *testing.T) {
	x, _ := indexOf(t, millFire, millBlaze)
	r := &dearReader{cost: 3_000, read: map[[2]string]int{}}
	_, _, err := x.Pairs(t.Context(), match.Learned(r), 0)
	require.NoError(t, err)
	require.Len(t, r.read, 1)
	for p := range r.read {
		require.Equal(t, strings.Contains(p[0], "mill"), strings.Contains(p[1], "mill"), "%s | %s", p[0], p[1])
	}
}

func TestWithoutEncoderNothingIsRead(t *testing.T) {
	x, _ := indexOf(t, millFire, millBlaze)
	pairs, read, err := x.Pairs(t.Context(), match.Learned(nil), 0)
	require.NoError(t, err)
	require.NotEmpty(t, pairs)
	require.Zero(t, read)
	for _, p := range pairs {
		require.Equal(t, p.Features, p.Features.Unread())
	}
}
