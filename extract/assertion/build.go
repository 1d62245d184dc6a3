package assertion

import (
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
)

// Build returns the assertions of a text in text order.
func Build(t *lang.Text, quantities []quantity.Quantity, times []when.Time, quotations []quote.Quotation, who *resolve.Resolution) []Assertion {
	return nil
}
