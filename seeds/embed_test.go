package seeds

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEveryArticleSaysThatItIsMadeUp(t *testing.T) {
	names, err := fs.Glob(Files, "*.txt")
	require.NoError(t, err)
	require.Len(t, names, 4)
	for _, name := range names {
		data, err := fs.ReadFile(Files, name)
		require.NoError(t, err)
		front, body, ok := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n\n")
		require.True(t, ok, name)
		require.Contains(t, front, "# Written for the demo of xref. No such outlet exists.\n", name)
		require.NotEmpty(t, strings.TrimSpace(body), name)
	}
}
