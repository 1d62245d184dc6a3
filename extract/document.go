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
	d.Times = when.Find(d.Text, a.Published)
	d.Quantities = undated(quantity.Find(d.Text), d.Times)
	d.Quotations = quote.Find(d.Text)
	d.Resolution = resolve.Resolve(d.Text, d.Quotations)
	d.Assertions = assertion.Build(d.Text, d.Quantities, d.Times, d.Quotations, d.Resolution)
	return d
}

// undated leaves out the quantities whose number is part of a date, a clock
// time or what repeats: "half past nine", "every two weeks".
func undated(quantities []quantity.Quantity, times []when.Time) []quantity.Quantity {
	kept, next := quantities[:0], 0
	for _, q := range quantities {
		for next < len(times) && times[next].Core.End <= q.Number.Start {
			next++
		}
		if next == len(times) || times[next].Type == when.Duration || !times[next].Core.Contains(q.Number) ||
			q.Kind != quantity.Count && q.Kind != quantity.Ordinal && q.Kind != quantity.Duration {
			kept = append(kept, q)
		}
	}
	return kept
}
