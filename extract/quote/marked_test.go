package quote

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
)

// One look tells what going through all quotations would.
func TestMarkedContainsWhatAQuotationDoes(t *testing.T) {
	span := rapid.Custom(func(t *rapid.T) article.Span {
		start := rapid.IntRange(0, 40).Draw(t, "start")
		return article.Span{Start: start, End: start + rapid.IntRange(0, 20).Draw(t, "length")}
	})
	rapid.Check(t, func(t *rapid.T) {
		var quotations []Quotation
		for _, marked := range rapid.SliceOfN(rapid.SliceOfN(span, 0, 3), 0, 6).Draw(t, "marked") {
			quotations = append(quotations, Quotation{Marked: marked})
		}
		s := span.Draw(t, "span")
		want := slices.ContainsFunc(quotations, func(q Quotation) bool {
			return slices.ContainsFunc(q.Marked, func(m article.Span) bool { return m.Contains(s) })
		})
		require.Equal(t, want, MarkedBy(quotations).Contains(s))
	})
}
