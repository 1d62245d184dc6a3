package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTitleFromFirstLine(t *testing.T) {
	paragraph := "Dock workers in the port of Halden walked off the job for a third day on Tuesday, the union said, leaving 14 ships outside."
	tests := []struct{ reason, text, want string }{
		{"set off by a blank line", "Strike in Halden goes on\n\n" + paragraph, "Strike in Halden goes on"},
		{"set off by a blank line, CRLF", "Strike in Halden goes on\r\n\r\n" + paragraph, "Strike in Halden goes on"},
		{"blank lines before it", "\n\n  Strike in Halden goes on  \n\n" + paragraph, "Strike in Halden goes on"},
		{"followed by a line that is a paragraph", "Strike in Halden goes on\n" + paragraph, "Strike in Halden goes on"},
		{"a question before a blank line", "Will the strike in Halden end?\n\n" + paragraph, "Will the strike in Halden end?"},
		{"ends in initials", "Ship for Halden is held in U.S.\n\n" + paragraph, "Ship for Halden is held in U.S."},
		{"followed by a byline", "Strike in Halden goes on\nBy Ann Lee\n" + paragraph, "Strike in Halden goes on"},
		{"a sentence", "The strike in Halden goes on.\n\n" + paragraph, ""},
		{"a sentence in quotes", "“The strike in Halden goes on.”\n\n" + paragraph, ""},
		{"a question and no blank line", "Will it end? Who knows?\n" + paragraph, ""},
		{"wrapped by hand", "Dock workers in the port of Halden walked off the job\nfor a third day on Tuesday, the union said, leaving\n14 ships outside.", ""},
		{"a byline first", "By Ann Lee\n\n" + paragraph, ""},
		{"a date line first", "Posted on 9 March 2021\n\n" + paragraph, ""},
		{"nothing after it", "Strike in Halden goes on\n", ""},
		{"too long", strings.Repeat("strike ", 40) + "\n\n" + paragraph, ""},
		{"a rule", "-----\n\n" + paragraph, ""},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, warnings, err := Bytes("a.txt", []byte(test.text))
			require.NoError(t, err)
			require.Empty(t, warnings)
			require.Equal(t, test.want, a.Title.In(a.Text))
			require.Equal(t, test.want, a.Headline)
			require.False(t, a.Body.Overlaps(a.Title))
			require.Equal(t, strings.TrimSpace(test.text), strings.TrimSpace(a.Text[a.Title.Start:a.Body.End]))
		})
	}
}
