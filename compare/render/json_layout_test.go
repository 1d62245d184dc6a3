package render

import (
	"bytes"
	contexts "context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare"
	"xref/extract"
	"xref/extract/read"
)

func TestLayout(t *testing.T) {
	for _, row := range []struct{ reason, value, want string }{
		{"a passage is one line", `{"a":[{"start":1,"text":"x"}],"b":{"c":{"d":1}}}`, `{
  "a": [
    {"start": 1, "text": "x"}
  ],
  "b": {
    "c": {"d": 1}
  }
}
`},
		{"a list of words", `{"a":["x","y"],"b":[1]}`, `{
  "a": ["x", "y"],
  "b": [1]
}
`},
		{"what looks like brackets in a string", `{"a":"{","b":["}","x [","],"]}`, `{
  "a": "{",
  "b": ["}", "x [", "],"]
}
`},
		{"what is empty holds nothing", `{"a":[],"b":{}}`, `{"a": [], "b": {}}` + "\n"},
		{"a number alone", `1`, "1\n"},
	} {
		var b bytes.Buffer
		require.NoError(t, writeJSON(&b, json.RawMessage(row.value), "  "))
		require.Equal(t, row.want, b.String(), row.reason)
	}
}

// A line of more than widestLine characters is only one that was so before: a field.
func TestLinesAreNoWiderThanTheyMayBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(widestLine-20, widestLine+20).Draw(t, "characters")
		text := bytes.Repeat([]byte("é"), n)
		var b bytes.Buffer
		require.NoError(t, writeJSON(&b, map[string]any{"a": map[string]string{"b": string(text)}}, "  "))
		one := len(`  "a": {"b": ""}`)+n <= widestLine
		require.Equal(t, one, bytes.Contains(b.Bytes(), []byte(`{"b": `)), "%s", b.String())
	})
}

// However a value is set, it is the same value with its fields in the same order.
func TestLayoutKeepsTheValue(t *testing.T) {
	for _, r := range further {
		var b, before, after bytes.Buffer
		report := r.make(t)
		require.NoError(t, jsonReport.Write(&b, report, Options{}))
		require.NoError(t, json.Compact(&after, b.Bytes()))
		require.NoError(t, writeJSON(&before, newJSONWriter(report, Options{}).report(), ""))
		require.Equal(t, before.String(), after.String()+"\n", r.name)
	}
}

// The report of many articles of a sentence each is at most ten times as long as they are.
func TestReportOfTinyArticlesIsInProportion(t *testing.T) {
	var documents []*extract.Document
	bytesRead := 0
	for i := range 300 {
		text := fmt.Sprintf("The storm that crossed Harwick on Tuesday cut power to %d homes and left %d people hurt, the county said in the evening.\n", 4000+i%5, 12+i%2)
		a, _, err := read.Bytes(fmt.Sprintf("tiny/a%04d.txt", i), []byte(text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
		bytesRead += len(text)
	}
	r, err := compare.Compare(contexts.Background(), documents, compare.Options{})
	require.NoError(t, err)
	require.NotEmpty(t, r.Findings)
	var b bytes.Buffer
	require.NoError(t, jsonReport.Write(&b, r, Options{Version: "v1"}))
	require.LessOrEqual(t, b.Len(), 10*bytesRead, "%d bytes of articles", bytesRead)
}
