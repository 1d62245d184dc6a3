package match_test

import (
	"testing"

	"pgregory.net/rapid"

	"xref/compare/match"
)

// longest is the length of the longest sequence that two lists share in order,
// found by trying every way to go on.
func longest(a, b []int) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return 0
	case a[0] == b[0]:
		return 1 + longest(a[1:], b[1:])
	}
	return max(longest(a[1:], b), longest(a, b[1:]))
}

func TestInOrderLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.IntRange(0, 3), 0, 8)
		a, b := list.Draw(t, "a"), list.Draw(t, "b")
		blocks := match.InOrder(len(a), len(b), func(i, j int) bool { return a[i] == b[j] })
		i, j := 0, 0
		for k, c := range blocks {
			if c.N < 1 || c.A < i || c.B < j || c.A+c.N > len(a) || c.B+c.N > len(b) {
				t.Fatalf("block %+v of %v and %v is out of order or bounds", c, a, b)
			}
			if k > 0 && c.A == i && c.B == j {
				t.Fatalf("block %+v of %v and %v goes on where the last one ends", c, a, b)
			}
			for n := range c.N {
				if a[c.A+n] != b[c.B+n] {
					t.Fatalf("block %+v of %v and %v joins other items", c, a, b)
				}
			}
			i, j = c.A+c.N, c.B+c.N
		}
		if got, want := match.Length(blocks), longest(a, b); got != want {
			t.Fatalf("%v and %v share %d in order, want %d", a, b, got, want)
		}
	})
}
