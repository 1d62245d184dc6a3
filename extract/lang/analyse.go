package lang

import "xref/extract/article"

// Analyse annotates the title and the body of an article. It accepts any text.
func Analyse(a *article.Article) *Text {
	return &Text{Source: a.Text}
}
