package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
	"xref/extract/lang"
)

func TestContextOfEvidence(t *testing.T) {
	sentence := strings.Repeat("word ", 40) + "end. "
	b := newBuilder(t)
	long := b.article("long", "Long", "Title", "", strings.TrimSpace(strings.Repeat(sentence, 12)))
	d := b.r.Documents[long]
	start := d.Article.Body.Start
	d.Text.Sentences = nil
	for i := range 12 {
		at := start + i*len(sentence)
		d.Text.Sentences = append(d.Text.Sentences, lang.Sentence{Span: article.Span{Start: at, End: at + len(sentence) - 1}, Paragraph: 1})
	}
	short := b.article("short", "Short", "Title", "", "One. Two.", "Three.")
	none := b.article("none", "None", "Title", "", "One.", "Two words.", "Three.")
	b.r.Documents[none].Text.Sentences = nil
	nth := func(i int) article.Span { return d.Text.Sentences[i].Span }
	for _, row := range []struct {
		reason        string
		article       int
		span          article.Span
		want          string
		before, after bool
	}{
		{"a short paragraph is whole", short, b.span(short, "Two"), "One. Two.", false, false},
		{"of a long one two sentences on each side", long, nth(5), nth(3).Cover(nth(7)).In(d.Article.Text), true, true},
		{"at its beginning none before", long, nth(0), nth(0).Cover(nth(2)).In(d.Article.Text), false, true},
		{"at its end none after", long, nth(11), nth(9).Cover(nth(11)).In(d.Article.Text), true, false},
		{"around all sentences of the evidence", long, nth(4).Cover(nth(6)), nth(2).Cover(nth(8)).In(d.Article.Text), true, true},
		{"without sentences the line", none, b.span(none, "words"), "Two words.", false, false},
	} {
		got, before, after := contextOf(b.r.Documents[row.article], row.span)
		require.Equal(t, row.want, got.In(b.r.Documents[row.article].Article.Text), row.reason)
		require.True(t, got.Contains(row.span), row.reason)
		require.Equal(t, []bool{row.before, row.after}, []bool{before, after}, row.reason)
	}
}
