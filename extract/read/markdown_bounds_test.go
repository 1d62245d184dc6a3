package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPlainer(t *testing.T) {
	for reason, source := range map[string]string{
		"prose":          prose,
		"a list":         strings.Repeat("- one\n  - two\n    1. three\n", 300),
		"links":          strings.Repeat("A [link](https://p.example/a_b) and *more* of `it`. ", 60),
		"quotations":     strings.Repeat("> > said\n", 3000),
		"a table":        "| a | b |\n| - | - |\n" + strings.Repeat("| *1* | **2** |\n", 40),
		"white space":    strings.Repeat("\n\n    code\n", 500),
		"bold in a list": strings.Repeat("* **One** and *two*\n", 500),
	} {
		require.Equal(t, source, string(plainer([]byte(source))), reason)
	}
	for reason, row := range map[string]struct {
		source string
		most   map[string]int // of each in what is left
	}{
		"containers in a line": {strings.Repeat("> ", 500), map[string]int{">": mostContainers}},
		"lists in a line":      {strings.Repeat("+\t", 500) + "\n" + strings.Repeat("1. ", 500), map[string]int{"+": mostContainers, "1.": mostContainers}},
		"items":                {strings.Repeat("- a\n", 9000), map[string]int{"-": mostItems}},
		"openers in a block":   {strings.Repeat("*a _b ~c [d ", 900), map[string]int{"*": mostOpeners, "_": mostOpeners, "~": mostOpeners, "[": mostOpeners}},
		"indents":              {strings.Repeat(" ", 900) + "a", map[string]int{" ": mostIndent}},
	} {
		made := string(plainer([]byte(row.source)))
		require.Len(t, made, len(row.source), reason)
		for piece, most := range row.most {
			require.Equal(t, most, strings.Count(made, piece), reason)
		}
	}
}
