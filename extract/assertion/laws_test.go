package assertion

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
	"xref/internal/analyser"
)

// build runs the stages below and Build on a text.
func build(text *lang.Text) []Assertion {
	quotations := quote.Find(text)
	return Build(text, quantity.Find(text), when.Find(text, time.Time{}), quotations, resolve.Resolve(text, quotations))
}

// requireLaws holds what is true of any text: the clauses of a sentence share
// out its tokens; an assertion's span is short, lies in the text and holds its
// predicate, its tokens ascend, it names the rules that made it; assertions
// come by their places; and building them twice gives the same.
func requireLaws(t require.TestingT, text *lang.Text) {
	for _, s := range text.Sentences {
		var all []int
		for _, c := range clauses(newTree(text), s) {
			require.Contains(t, c.tokens, c.head)
			all = append(all, c.tokens...)
		}
		slices.Sort(all)
		require.Len(t, all, s.End-s.First)
		for n, i := range all {
			require.Equal(t, s.First+n, i, "a token in no clause or in two")
		}
	}
	found := build(text)
	last := 0
	for _, a := range found {
		require.GreaterOrEqual(t, a.Span.Start, last)
		last = a.Span.Start
		require.LessOrEqual(t, a.Span.End, len(text.Source))
		predicate := text.Tokens[a.Predicate.Head].Span
		require.True(t, a.Span.Contains(predicate), "the predicate outside the span")
		require.LessOrEqual(t, a.Span.Len(), max(longest, predicate.Len()))
		require.True(t, slices.IsSorted(a.Tokens))
		require.Contains(t, a.Tokens, a.Predicate.Head)
		require.NotEmpty(t, a.Rules)
		for _, g := range a.Arguments {
			require.False(t, g.Span.Empty())
		}
	}
	require.Equal(t, found, build(text))
}

// scraps are what generated texts are made of.
var scraps = []string{
	"“", "”", "\"", "(", ")", "'", ",", ".", "?", ":", "—", "\n\n", "and", "but", "that", "who", "if", "because", "without", "not", "no", "to",
	"said", "told reporters", "denied", "failed to", "may", "will", "was", "is", "resigned", "were killed", "plans to leave", "according to",
	"Maria Olsen", "the head of the port", "three of the nine barges", "in Larnby", "on Tuesday", "the resignation of", "evidence", "she", "nobody",
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(scraps), 1, 60).Draw(t, "words")
		requireLaws(t, analyser.English().AnalyseString(strings.Join(words, " ")))
	})
}

func FuzzBuild(f *testing.F) {
	for _, text := range []string{
		"", "\x00\xff", "“", "Olsen, the head of the port, “denied (that she failed to”) act.", "No one said: \"If not",
		strings.Repeat("and the barge sank ", 200), strings.Repeat("“(", 300),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		requireLaws(t, analyser.English().AnalyseString(text))
	})
}
