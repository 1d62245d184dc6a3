package match

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// terms is a scene of nine terms, of which some are like others.
func someTerms() (*Index, []float64) {
	x := &Index{texts: []string{"w:a", "w:b", "w:c", "w:d", "w:e", "w:f", "w:g", "w:h", "w:i"}}
	x.near = [][]neighbour{
		{{1, 0.9}, {2, 0.6}},
		{{0, 0.9}},
		{{3, 0.8}, {0, 0.6}},
		{{2, 0.8}},
		nil, nil, nil, nil, nil,
	}
	return x, []float64{5, 4, 3, 2.5, 2, 1.5, 1, 0.5, 0.25}
}

func aBag(t *rapid.T, weight []float64, label string) bag {
	return newBag(rapid.SliceOfN(rapid.IntRange(0, len(weight)-1), 0, 12).Draw(t, label), weight)
}

// What a spreadBag says of two bags is what their definitions say, and the same
// either way round.
func TestOverlap(t *testing.T) {
	x, weight := someTerms()
	glass := newSpreadBag(x)
	rapid.Check(t, func(t *rapid.T) {
		a, b := aBag(t, weight, "a"), aBag(t, weight, "b")
		glass.show(&a)
		o := glass.overlap(&b)
		share := glass.share(&b)
		glass.show(&b)
		back := glass.overlap(&a)
		if a.total == 0 || b.total == 0 {
			require.Zero(t, o)
			return
		}
		shared, dot, common := 0, 0.0, 0.0
		for _, id := range a.terms {
			if b.has(id) {
				shared++
				dot += weight[id] * weight[id]
				common += weight[id]
			}
		}
		require.Equal(t, shared, o.shared)
		require.InDelta(t, dot/math.Sqrt(a.square*b.square), o.exact, 1e-9)
		require.InDelta(t, common/(a.total+b.total), share, 1e-9)
		plain := 0.0
		for _, id := range a.terms {
			plain += x.found(id, &b)
		}
		for _, id := range b.terms {
			plain += x.found(id, &a)
		}
		require.InDelta(t, plain/float64(len(a.terms)+len(b.terms)), o.plain, 1e-9)
		require.GreaterOrEqual(t, o.cosine, o.exact)
		require.InDelta(t, o.cosine, back.cosine, 1e-9)
		require.InDelta(t, o.coverA, back.coverB, 1e-9)
		require.InDelta(t, o.coverB, back.coverA, 1e-9)
		require.InDelta(t, o.weight, back.weight, 1e-9)
		require.InDelta(t, o.rarest, back.rarest, 1e-9)
	})
}

func TestABagCoversItself(t *testing.T) {
	x, weight := someTerms()
	glass := newSpreadBag(x)
	rapid.Check(t, func(t *rapid.T) {
		a := aBag(t, weight, "a")
		if a.total == 0 {
			t.Skip("empty")
		}
		glass.show(&a)
		o := glass.overlap(&a)
		require.InDelta(t, 1, o.exact, 1e-9)
		require.InDelta(t, 1, o.coverA, 1e-9)
		require.InDelta(t, 1, o.plain, 1e-9)
		require.Equal(t, len(a.terms), o.shared)
	})
}

// The longest run of words is that which comparing every place with every other
// finds.
func TestRun(t *testing.T) {
	var w wording
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.Uint64Range(0, 5), 0, 30)
		a, b := words.Draw(t, "a"), words.Draw(t, "b")
		longest := 0
		for i := range a {
			for j := range b {
				n := 0
				for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
					n++
				}
				longest = max(longest, n)
			}
		}
		w.take(a)
		require.Equal(t, longest, w.run(b))
	})
}
