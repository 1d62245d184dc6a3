// Package extract is the door to the analysis of one article: Article in,
// Document out.
package extract

import (
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
	"xref/internal/analyser"
)

// Document is an article with all that is found in it. All spans point into
// Article.Text, all token indices into Text.Tokens. Nothing changes a Document
// once it is made.
type Document struct {
	Article    *article.Article
	Text       *lang.Text
	Quantities []quantity.Quantity
	Times      []when.Time
	Quotations []quote.Quotation
	Resolution *resolve.Resolution
	Assertions []assertion.Assertion
}

// Analyse runs every stage on one article.
func Analyse(a *article.Article) *Document {
	d := &Document{Article: a, Text: analyser.Analyse(a)}
	d.Quantities = quantity.Find(d.Text)
	d.Times = when.Find(d.Text, a.Published)
	d.Quotations = quote.Find(d.Text)
	d.Resolution = resolve.Resolve(d.Text, d.Quotations)
	d.Assertions = assertion.Build(d.Text, d.Quantities, d.Times, d.Quotations, d.Resolution)
	return d
}
