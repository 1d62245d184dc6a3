package quantity

import "xref/extract/lang"

// Find returns the quantities of a text in text order.
func Find(t *lang.Text) []Quantity { return nil }
