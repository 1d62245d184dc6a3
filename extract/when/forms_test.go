package when_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/when"
	"xref/fixtures"
)

var (
	typeNames     = []string{"date", "clock", "duration", "set"}
	modifierNames = []string{"", "before", "after", "since", "until", "early", "mid", "late", "approximate", "at least", "more than", "at most", "less than"}
)

// described is all that is known of a time, in one line.
func described(text string, x *when.Time) string {
	parts := []string{typeNames[x.Type] + " " + x.Value}
	add := func(format, value string, told bool) {
		if told {
			parts = append(parts, fmt.Sprintf(format, value))
		}
	}
	add("%s", modifierNames[x.Modifier], x.Modifier != when.Plain)
	add("to %s", x.Longest, x.Longest != "")
	add("%s times", strconv.Itoa(x.Freq), x.Freq > 0)
	add("zone %s", x.Zone, x.Zone != "")
	add("%s", x.Begin.Format("2006-01-02T15:04")+" to "+x.Stop.Format("2006-01-02T15:04"), !x.Begin.IsZero())
	return fmt.Sprintf("  %q: %s", x.Span.In(text), strings.Join(parts, ", "))
}

// The file has a text a line and below it what is found in it, and headings.
// All texts are of the same day.
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
		found := when.Find(analyse(text), published)
		for i := range found {
			fmt.Fprintln(&made, described(text, &found[i]))
		}
	}
	require.Greater(t, texts, 200)
	fixtures.Same(t, file, made.String())
}
