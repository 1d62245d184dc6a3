package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// Columns of a line of any length are the characters before an offset, and one.
func TestPositionOfLongLines(t *testing.T) {
	for _, text := range []string{strings.Repeat("a – b, ", 900), strings.Repeat("日本語\n", 700), strings.Repeat("x", 5*stretch) + "\n" + strings.Repeat("é", 3*stretch)} {
		lines := NewLines(text)
		for offset := range text {
			start := strings.LastIndexByte(text[:offset], '\n') + 1
			line, column := lines.Position(offset)
			require.Equal(t, 1+strings.Count(text[:offset], "\n"), line, offset)
			require.Equal(t, 1+utf8.RuneCountInString(text[start:offset]), column, offset)
		}
	}
}
