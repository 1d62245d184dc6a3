package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/quote"
)

// analysed is a report of articles that are analysed, each in one paragraph.
func analysed(t *testing.T, texts ...string) *builder {
	b := newBuilder(t)
	var all []int
	for i, text := range texts {
		at := b.article(string(rune('a'+i)), string(rune('A'+i)), "Bridge", "2024-05-02", text)
		b.r.Documents[at] = extract.Analyse(b.r.Documents[at].Article)
		all = append(all, at)
	}
	b.story("Bridge", all...)
	return b
}

func TestDifferingWords(t *testing.T) {
	for _, row := range []struct {
		reason  string
		kind    kind.ID
		verdict kind.Verdict
		texts   []string
		want    []string // the marked words of each text, parted by bars
	}{
		{"nothing is marked where they agree", "fact", kind.Agree,
			[]string{"The council notified the ministry", "The council told the ministry"},
			[]string{"", ""}},
		{"quotations are held against each other word by word", "quote", kind.Differ,
			[]string{"this bridge was left to rot", "this crossing was left to rot"},
			[]string{"bridge", "crossing"}},
	} {
		b := analysed(t, row.texts...)
		var says []kind.Evidence
		for i, text := range row.texts {
			says = append(says, b.says(i, text, "", text))
		}
		f := b.finding(0, row.kind, row.verdict, 0.5, "bridge", "other details", says...)
		v := newView(b.r, Options{}, Options{}.sideBySide)
		for i, marks := range v.differingWords(f) {
			require.Equal(t, row.want[i], wordsOf(v, i, marks), row.reason)
		}
	}
}

// wordsOf is the marked words of an article, parted by bars.
func wordsOf(v *view, i int, marks []article.Span) string {
	var words []string
	for _, m := range marks {
		words = append(words, v.in(i, m))
	}
	return strings.Join(words, "|")
}

// Of an attribution, what matters is who said it.
func TestSourcesAreMarked(t *testing.T) {
	b := newBuilder(t)
	a := b.article("a", "A", "Bridge", "", "Dana Okoro, the engineer, said the bridge was rotten")
	c := b.article("b", "B", "Bridge", "", "The bridge was rotten")
	b.story("Bridge", a, c)
	b.r.Documents[a].Quotations = []quote.Quotation{{Content: []article.Span{b.span(a, "the bridge was rotten")}, Source: b.span(a, "Dana Okoro, the engineer"), Cue: b.span(a, "said")}}
	f := b.finding(0, attributionKind, kind.Differ, 0.5, "the bridge was rotten", "",
		b.says(a, "Dana Okoro, the engineer, said the bridge was rotten", "the bridge was rotten", "Dana Okoro"), b.says(c, "The bridge was rotten", "", "own voice"))
	v := newView(b.r, Options{}, Options{}.sideBySide)
	marks := v.differingWords(f)
	require.Equal(t, "Dana Okoro, the engineer, said", wordsOf(v, a, marks[0]))
	require.Empty(t, marks[1])
}
