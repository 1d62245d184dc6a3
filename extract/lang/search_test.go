package lang

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

// seenSentences sees and tags the sentences of a text.
func seenSentences(m *Model, source string) [][]word {
	r := m.newRun(source)
	r.block(block{span: article.Span{End: len(source)}, role: Prose})
	r.annotate()
	var all [][]word
	for _, s := range r.text.Sentences {
		all = append(all, r.words[s.First:s.End])
	}
	return all
}

func TestSearchFindsNothingLessLikelyThanTheGreedyPass(t *testing.T) {
	m := English()
	r := m.newRun(prose)
	changed := 0
	for _, words := range seenSentences(m, prose) {
		guides := r.guider.guide(nil, words)
		r.parser.search(words, guides)
		var found []int32
		for _, n := range r.parser.state.nodes[:len(words)] {
			found = append(found, n.head)
		}
		greedy := r.parser.paths[0]
		for i := 1; i < len(greedy); i++ {
			require.GreaterOrEqual(t, greedy[i].cost, greedy[i-1].cost)
		}
		path := r.parser.follow(words, nil, nil)
		require.Equal(t, total(greedy), total(path))
		for i, n := range r.parser.state.nodes[:len(words)] {
			if n.head != found[i] {
				changed++
			}
		}
	}
	require.Positive(t, changed, "no second thought in the whole text")
}

func TestGuidesTellTheLastDependent(t *testing.T) {
	m := English()
	g := newGuider(m.guide)
	sentences := seenSentences(m, prose)
	require.NotEmpty(t, sentences)
	for _, words := range sentences {
		guides := g.guide(nil, words)
		require.Len(t, guides, len(words))
		last := make([]int32, len(words)+1)
		for i := range last {
			last[i] = none
		}
		for i, guide := range guides {
			last[guide.head] = int32(i)
		}
		for i, guide := range guides {
			require.Equal(t, last[i], guide.last)
		}
	}
}

func TestLessClearChoicesCostMore(t *testing.T) {
	require.Equal(t, int64(710), surprise(0), "one of two: log 2")
	for margin := int32(1); margin < 20*marginScale; margin++ {
		require.LessOrEqual(t, surprise(margin), surprise(margin-1))
	}
	require.Zero(t, surprise(1<<30))
}
