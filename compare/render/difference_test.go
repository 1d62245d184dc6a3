package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
)

// shownDifference is both texts with the words in brackets that they don't
// share.
func shownDifference(a, b string) (string, string) {
	wordsA, wordsB := wordsIn(a, article.Span{End: len(a)}), wordsIn(b, article.Span{End: len(b)})
	inA, inB := wordDifference(wordsA, wordsB)
	show := func(text string, spans []article.Span) string {
		var out strings.Builder
		at := 0
		for _, s := range spans {
			out.WriteString(text[at:s.Start] + "[" + s.In(text) + "]")
			at = s.End
		}
		return out.String() + text[at:]
	}
	return show(a, spansOf(wordsA, inA)), show(b, spansOf(wordsB, inB))
}

func TestWordDifference(t *testing.T) {
	for _, row := range []struct{ reason, a, b, wantA, wantB string }{
		{"the same", "left to rot", "left to rot", "left to rot", "left to rot"},
		{"case, punctuation and the shape of marks are nothing", "It’s “left”, to rot", "it's \"left\" to rot.", "It’s “left”, to rot", "it's \"left\" to rot."},
		{"one word for another", "this bridge was left", "this crossing was left", "this [bridge] was left", "this [crossing] was left"},
		{"words more", "In order to spare", "To spare", "[In order] to spare", "To spare"},
		{"neighbours are one mark, with what stands between", "a clear, present danger", "a danger", "a [clear, present] danger", "a danger"},
		{"a shared figure is never part of a mark", "some 19 towns and 22 schools", "all 19 villages and 22 hospitals", "[some] 19 [towns] and 22 [schools]", "[all] 19 [villages] and 22 [hospitals]"},
		{"another figure is", "killed 31 people", "killed 43 people", "killed [31] people", "killed [43] people"},
		{"a currency sign counts", "$5 more", "£5 more", "[$]5 more", "[£]5 more"},
		{"nothing on one side", "", "all of it", "", "[all of it]"},
	} {
		a, b := shownDifference(row.a, row.b)
		require.Equal(t, row.wantA, a, row.reason)
		require.Equal(t, row.wantB, b, row.reason)
	}
}

// What isn't marked is the same words in the same order on both sides; equal
// texts have no marks.
func TestWordDifferenceLeavesWhatIsShared(t *testing.T) {
	text := rapid.StringMatching(`((a|b|to|the|19|22|said|rot)[ ,.]{1,2}){0,30}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		wordsA, wordsB := wordsIn(a, article.Span{End: len(a)}), wordsIn(b, article.Span{End: len(b)})
		inA, inB := wordDifference(wordsA, wordsB)
		shared := func(of []word, in []bool) []string {
			var keys []string
			for i, w := range of {
				if w.key != "" && !in[i] {
					keys = append(keys, w.key)
				}
			}
			return keys
		}
		require.Equal(t, shared(wordsA, inA), shared(wordsB, inB))
		if a == b {
			require.NotContains(t, inA, true)
		}
	})
}

func FuzzWordDifference(f *testing.F) {
	f.Add("this study became", "this research became")
	f.Add("\xff\xfe 19", "19 日本")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, "\uFFFD"), strings.ToValidUTF8(b, "\uFFFD")
		markedA, markedB := shownDifference(a, b)
		require.Equal(t, len(a)+2*(strings.Count(markedA, "[")-strings.Count(a, "[")), len(markedA))
		require.Equal(t, len(b)+2*(strings.Count(markedB, "[")-strings.Count(b, "[")), len(markedB))
	})
}
