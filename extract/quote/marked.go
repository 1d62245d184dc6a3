package quote

import (
	"cmp"
	"slices"

	"xref/extract/article"
)

// Marked are the spans of a text between quotation marks, in their order, each with how far
// those up to it reach, so that one look tells of a place what all quotations would.
type Marked struct {
	spans []article.Span
	reach []int
}

// MarkedBy are the spans between the marks of quotations.
func MarkedBy(quotations []Quotation) Marked {
	var m Marked
	for i := range quotations {
		m.spans = append(m.spans, quotations[i].Marked...)
	}
	slices.SortFunc(m.spans, func(a, b article.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	reach := 0
	for _, s := range m.spans {
		reach = max(reach, s.End)
		m.reach = append(m.reach, reach)
	}
	return m
}

// Contains reports whether a span stands between the marks of a quotation.
func (m Marked) Contains(span article.Span) bool {
	after, _ := slices.BinarySearchFunc(m.spans, span.Start+1, func(s article.Span, start int) int { return cmp.Compare(s.Start, start) })
	return after > 0 && m.reach[after-1] >= span.End
}
