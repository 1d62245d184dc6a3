package english

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/lang"
	"xref/internal/analyser"
)

// Following actions of no cost builds the gold tree, whatever its shape, as
// long as no arcs cross.
func TestOracleBuildsProjectiveTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads := projective(t, rapid.IntRange(1, 12).Draw(t, "words"))
		var s analyser.ParserState
		s.Start(make([]analyser.Word, len(heads)))
		for !s.Done() {
			cost := costs(&s, heads)
			var free []int
			for a := range analyser.Actions {
				if s.Allowed(a) && cost[a] == 0 {
					free = append(free, a)
				}
			}
			require.NotEmpty(t, free)
			s.Apply(rapid.SampledFrom(free).Draw(t, "action"), lang.Dep)
		}
		for i, h := range heads {
			require.Equal(t, h, s.Nodes[i].Head)
		}
	})
}

// projective draws a tree without crossing arcs; len(heads) stands for the root.
func projective(t *rapid.T, n int) []int32 {
	heads := make([]int32, n)
	var grow func(first, end, head int)
	grow = func(first, end, head int) {
		if first == end {
			return
		}
		top := rapid.IntRange(first, end-1).Draw(t, "top")
		heads[top] = int32(head)
		for _, side := range [][2]int{{first, top}, {top + 1, end}} {
			for at := side[0]; at < side[1]; {
				stop := rapid.IntRange(at+1, side[1]).Draw(t, "stop")
				grow(at, stop, top)
				at = stop
			}
		}
	}
	grow(0, n, n)
	return heads
}
