package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/claim"
)

// Quotations that were changed stand before those that weren't, and those of one
// article alone nowhere.
func TestUtterancesByGravity(t *testing.T) {
	require.Len(t, changeOrder, len(changeNames))
	b := newBuilder(t)
	a := b.article("a", "A", "Bridge", "", "one two three four")
	c := b.article("b", "B", "Bridge", "", "one two three four")
	s := b.story("Bridge", a, c)
	b.utterance(s, -1, claim.Identical, clause{a, "one"}, clause{c, "one"})
	b.utterance(s, -1, claim.Moved, clause{a, "two"}, clause{c, "two"})
	b.utterance(s, -1, claim.Altered, clause{a, "three"})
	b.utterance(s, -1, claim.Altered, clause{a, "four"}, clause{c, "four"})
	require.Equal(t, []int{3, 1, 0}, newView(b.r, Options{}, Options{}.sideBySide).utterances())
}
