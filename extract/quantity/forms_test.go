package quantity_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/quantity"
	"xref/fixtures"
)

var (
	kindNames  = []string{"count", "ordinal", "percent", "money", "measure", "duration", "age", "score"}
	boundNames = []string{"", "at least", "more than", "at most", "less than", "about", "between"}
	scopeNames = []string{"", "all", "part", "more"}
)

// described is all that is known of a quantity, in one line.
func described(text string, q *quantity.Quantity, counted string) string {
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
	parts := []string{kindNames[q.Kind], number(q.Low)}
	if q.High != q.Low {
		parts[1] += " to " + number(q.High)
	}
	add := func(format, value string, told bool) {
		if told {
			parts = append(parts, fmt.Sprintf(format, value))
		}
	}
	add("%s", q.Unit, q.Unit != "")
	add("per %s", q.Per, q.Per != "")
	add("%s", boundNames[q.Bound], q.Bound != quantity.Exact)
	add("%s", scopeNames[q.Scope], q.Scope != quantity.Plain)
	add("of %s", number(q.Of), q.Of > 0 && !q.Ratio)
	add("of every %s", number(q.Of), q.Ratio)
	add("vague, to %s", number(q.Most), q.Vague)
	add("of what: %s", counted, counted != "")
	return fmt.Sprintf("  %q: %s", q.Span.In(text), strings.Join(parts, ", "))
}

// The file has a text a line and below it what is found in it, and headings.
func TestForms(t *testing.T) {
	const file = "testdata/forms.txt"
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var made strings.Builder
	texts := 0
	for line := range strings.Lines(string(data)) {
		text := strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(text, "  ") {
			continue
		}
		fmt.Fprintln(&made, text)
		if text == "" || text[0] == '#' {
			continue
		}
		texts++
		x := analyse(text)
		found := quantity.Find(x)
		for i := range found {
			counted := ""
			if found[i].Counted >= 0 {
				counted = x.Form(found[i].Counted)
			}
			fmt.Fprintln(&made, described(text, &found[i], counted))
		}
	}
	require.Greater(t, texts, 200)
	fixtures.Same(t, file, made.String())
}
