package quote

import "xref/extract/lang"

// Find returns the attributions of a text, in the order of their contents.
func Find(t *lang.Text) []Quotation { return nil }
