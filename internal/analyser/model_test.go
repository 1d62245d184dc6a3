package analyser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestModelThatDoesNotFitIsRefused(t *testing.T) {
	for _, row := range []struct {
		data, want, reason string
	}{
		{"", "no model", "nothing"},
		{"PK\x03\x04 something else\n", "no model", "another kind of file"},
		{strings.Replace(embedded, ModelMagic, "xref.lang 9", 1), "does not fit this program", "a model of another version"},
		{embedded[:len(embedded)/2], "cut short", "half a model"},
		{embedded + "x", "more data", "a model with something behind it"},
		{strings.Replace(embedded, "\ntagger ", "\ntugger ", 1), "section tagger is missing", "a model without a section"},
	} {
		_, err := Load(row.data)
		require.ErrorContains(t, err, row.want, row.reason)
	}
	m, err := Load(embedded)
	require.NoError(t, err)
	require.Contains(t, m.Header, "CC BY-SA 4.0")
}

func TestModelIsSmall(t *testing.T) { require.Less(t, len(embedded), 12<<20) }
