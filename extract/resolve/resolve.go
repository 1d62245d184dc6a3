package resolve

import (
	"xref/extract/lang"
	"xref/extract/quote"
)

// Resolve gathers the mentions of one text into entities and links the
// speakers of its quotations to them.
func Resolve(t *lang.Text, quotations []quote.Quotation) *Resolution {
	return &Resolution{Of: make([]int, len(t.Tokens)), Speakers: make([]int, len(quotations))}
}
