package measure

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReadGoldSaysWhatIsWrongAndWhere(t *testing.T) {
	for _, row := range []struct{ reason, text, says string }{
		{"the line of a syntax error", "{\n \"case\": \"x\",\n oops}", "line 3"},
		{"the line of a wrong type", "{\n \"findings\":\n [{\"id\": 7}]}", "line 3"},
		{"an annotation without findings measures nothing", `{"case": "x"}`, "no findings"},
		{"a verdict that isn't one", `{"findings": [{"id": "F7", "kind": "fact", "verdict": "same", "evidence": [{"doc": "a", "text": "b"}]}]}`, `finding F7: verdict "same"`},
		{"a verdict that only claims have", `{"findings": [{"id": "F7", "kind": "fact", "verdict": "single", "evidence": [{"doc": "a", "text": "b"}]}]}`, `finding F7: verdict "single"`},
		{"a finding without a kind", `{"findings": [{"id": "F7", "verdict": "agree", "evidence": [{"doc": "a", "text": "b"}]}]}`, "finding F7: no kind"},
		{"a finding without evidence, told by its place", `{"findings": [{"kind": "fact", "verdict": "agree"}]}`, "finding number 1: no evidence"},
		{"evidence without text", `{"findings": [{"id": "F1", "kind": "fact", "verdict": "agree", "evidence": [{"doc": "a", "text": "b"}, {"doc": "c"}]}]}`, "finding F1: evidence 2"},
		{"a trap with a passage too few", `{"findings": [{"id": "F1", "kind": "fact", "verdict": "agree", "evidence": [{"doc": "a", "text": "b"}]}], "traps": [{"id": "T1", "docs": ["a", "b"], "texts": ["x"]}]}`, "trap T1: 2 docs for 1 texts"},
		{"a trap that joins nothing", `{"findings": [{"id": "F1", "kind": "fact", "verdict": "agree", "evidence": [{"doc": "a", "text": "b"}]}], "traps": [{"id": "T1", "docs": ["a"], "texts": ["x"]}]}`, "trap T1: fewer than two"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			g, err := ReadGold(strings.NewReader(row.text))
			require.ErrorContains(t, err, row.says)
			require.Nil(t, g)
		})
	}
}

func TestReadGoldReadsTheAnnotatedCases(t *testing.T) {
	root := os.Getenv("XREF_DATA")
	if root == "" {
		t.Skip("XREF_DATA is not set: no annotated cases to read")
	}
	paths, err := filepath.Glob(filepath.Join(root, "cases", "*", "gold.json"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		f, err := os.Open(path)
		require.NoError(t, err)
		g, err := ReadGold(f)
		f.Close()
		require.NoError(t, err, path)
		require.NotEmpty(t, g.Traps, path)
	}
}

func FuzzReadGold(f *testing.F) {
	f.Add([]byte(`{"case": "x", "findings": [{"id": "F1", "kind": "fact", "verdict": "agree", "evidence": [{"doc": "a", "text": "b"}]}], "traps": []}`))
	f.Add([]byte(`{"findings": [{"verdict": 3}]}`))
	f.Add([]byte("{\"case\": \"\xff\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := ReadGold(strings.NewReader(string(data)))
		require.True(t, (g == nil) == (err != nil))
		if g != nil {
			require.NotEmpty(t, g.Findings)
		}
	})
}
