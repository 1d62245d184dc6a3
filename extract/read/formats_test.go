package read

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A Format that is declared is listed, and an ending has one Format.
func TestFormatsAreListed(t *testing.T) {
	declared := 0
	files, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		require.NoError(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if literal, ok := spec.Values[0].(*ast.CompositeLit); ok {
				if name, ok := literal.Type.(*ast.Ident); ok && name.Name == "Format" {
					declared++
				}
			}
			return true
		})
	}
	require.NotZero(t, declared)
	require.Len(t, Formats, declared)

	taken := map[string]string{}
	for _, f := range Formats {
		require.NotEmpty(t, f.Name)
		require.NotEmpty(t, f.Reads)
		require.NotEmpty(t, f.Endings)
		require.NotNil(t, f.Read)
		for _, e := range f.Endings {
			require.Regexp(t, `^(\.[a-z0-9]+)+$`, e)
			require.Empty(t, taken[e], "%s has two formats", e)
			taken[e] = f.Name
		}
	}
}

func TestFormatOf(t *testing.T) {
	tests := []struct{ reason, path, data, want string }{
		{"by its ending", "a.md", "<html>", "Markdown"},
		{"by its ending in capitals", "A.HTM", "text", "web page"},
		{"no ending, begins like a page", "page", "\n<!-- saved --> <!DOCTYPE html><p>x", "web page"},
		{"no ending", "page", "Ships <b>wait</b>", "plain text"},
		{"unknown ending", "page.article", "Ships wait", "plain text"},
		{"a comment that isn't closed", "page", "<!-- <html>", "plain text"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			require.Equal(t, test.want, formatOf(input{name: test.path, data: []byte(test.data)}).Name)
		})
	}
}
