package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/lang"
)

// requireLaws holds what is true of the quotations of any text: spans lie in
// it; a content has pieces, in order and apart; what is marked lies in the
// content; cue and source stand outside the content's own pieces where there
// is a cue; and quotations come in the order of their contents.
func requireLaws(t require.TestingT, text *lang.Text, found []Quotation) {
	last := 0
	for i, q := range found {
		require.NotEmpty(t, q.Content)
		require.GreaterOrEqual(t, q.Content[0].Start, last)
		last = q.Content[0].Start
		end := 0
		for _, c := range q.Content {
			require.False(t, c.Empty())
			require.GreaterOrEqual(t, c.Start, end)
			require.LessOrEqual(t, c.End, len(text.Source))
			end = c.End
			require.False(t, q.CueHead >= 0 && c.Contains(text.Tokens[q.CueHead].Span), "the cue's head stands in the content")
		}
		for _, m := range q.Marked {
			inside := false
			for _, c := range q.Content {
				inside = inside || c.Contains(m)
			}
			require.True(t, inside, "marked words outside the content")
		}
		require.Equal(t, q.Kind == Indirect, len(q.Marked) == 0)
		require.Equal(t, q.CueHead < 0, q.Cue.Empty())
		require.Equal(t, q.CueHead < 0, q.Lemma == "")
		require.Equal(t, q.Speaker < 0, q.Source.Empty())
		if q.Speaker >= 0 {
			require.True(t, q.Source.Contains(text.Tokens[q.Speaker].Span), "the speaker stands outside the source")
		}
		require.NotEqual(t, i, q.Outer)
		require.Less(t, q.Outer, len(found))
		for o, n := q.Outer, 0; o >= 0; o, n = found[o].Outer, n+1 {
			require.Less(t, n, len(found), "quotations stand in each other")
		}
	}
}

// scraps are what generated texts are made of: cues, marks and breaks in every
// order.
var scraps = []string{
	"“", "”", "\"", "'", "‘", "’", "''", ",", ".", "?", ":", ";", "—", "\n\n", "(", ")",
	"said", "says", "told", "according to", "claims that", "is accused of", "was told", "wants to", "called", "saying",
	"the mayor", "she", "it", "who", "Maria Lopez", "reporters", "the bridge is closed", "a disgrace", "that", "and", "as", "in her view",
	"the claim that", "its decision to", "confident that", "reportedly", "go", "not", "'90s", "U.S.",
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 40).Draw(t, "words")
		text := analysed(strings.Join(words, rapid.SampledFrom([]string{" ", ""}).Draw(t, "between")))
		found := Find(text)
		requireLaws(t, text, found)
		require.Equal(t, found, Find(text))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("“The bridge is closed,” said Maria Lopez. “We don't know why.\n\n“Ask the ‘builders’.”")
	f.Add("''It's 'safe,''' he said: the '90s' bridge, according to him, \"is")
	f.Fuzz(func(t *testing.T, text string) {
		a := analysed(strings.ToValidUTF8(text, "\uFFFD"))
		requireLaws(t, a, Find(a))
	})
}

func BenchmarkFind(b *testing.B) {
	text := analysed(strings.Repeat("“The bridge is closed,” said Maria Lopez, who runs the port. The council, according to her, plans to open it in May. Residents believe that it’s unsafe, and they were told that nobody knows why.\n\n", 200))
	b.SetBytes(int64(len(text.Source)))
	for b.Loop() {
		Find(text)
	}
}
