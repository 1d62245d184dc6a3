package analyser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
)

func cut(text string) []string {
	var forms []string
	for _, span := range Tokenize(nil, text, article.Span{End: len(text)}) {
		forms = append(forms, span.In(text))
	}
	return forms
}

func TestTokens(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"They don't know it's ours.", "They do n't know it 's ours .", "clitics are words of their own"},
		{"He cannot, and won’t, pay.", "He can not , and wo n’t , pay .", "cannot is two words, curly apostrophes are apostrophes"},
		{"The farmers' union's plan", "The farmers ' union 's plan", "possessive marks with and without s"},
		{"a well-known, non-profit e-mail list", "a well - known , non-profit e-mail list", "hyphens part words but not prefixes"},
		{"It cost $3.5 million (about 12%).", "It cost $ 3.5 million ( about 12 % ) .", "signs stand apart from figures"},
		{"At 5pm on 3/14/2019 the U.S. team left.", "At 5 pm on 3/14/2019 the U.S. team left .", "units part from numbers, dates and acronyms hold together"},
		{"Mr. Bell met Dr. Ruiz vs. nobody.", "Mr. Bell met Dr. Ruiz vs. nobody .", "abbreviations keep their full stop"},
		{"No. 5 said no.", "No. 5 said no .", "the abbreviation of number needs a number"},
		{"Write to desk@paper.example.org or see https://paper.example.org/a?b=1.", "Write to desk@paper.example.org or see https://paper.example.org/a?b=1 .", "addresses are one token"},
		{"“Stop!” she said—twice...", "“ Stop ! ” she said — twice ...", "quotation marks, dashes and dots"},
		{"The '90s were O'Neil's.", "The '90s were O'Neil 's .", "an apostrophe inside a name or before a decade is no mark"},
		{"1,250 and 10:45 and 1/2", "1,250 and 10:45 and 1/2", "figures hold together"},
		{"First item.Second item", "First item . Second item", "a missing space after a full stop"},
		{"and/or", "and / or", "a slash between words parts them"},
		{"", "", "nothing gives nothing"},
		{" \t\r\n\u00a0\ufeff", "", "blanks give nothing"},
	} {
		require.Equal(t, strings.Fields(row.want), append([]string{}, cut(row.text)...), row.reason)
	}
}

// Tokens stand in order, do not overlap, are not empty and leave out blanks only.
func requireRebuilt(t require.TestingT, text string, tokens []article.Span) {
	at := 0
	for _, span := range tokens {
		require.LessOrEqual(t, at, span.Start)
		require.Less(t, span.Start, span.End)
		require.Empty(t, strings.TrimFunc(text[at:span.Start], blank))
		at = span.End
	}
	require.Empty(t, strings.TrimFunc(text[at:], blank))
}

func TestTokensRebuildTheText(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"can't", "U.S.", "’s", "''", "...", "a-b", "1.", "(", ")", "“", "@", "http://", "N°.", ".x.", "\n", "-", "5pm", "e-", "Ph.D."}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		requireRebuilt(t, text, Tokenize(nil, text, article.Span{End: len(text)}))
	})
}
