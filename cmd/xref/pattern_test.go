package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLikePattern(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.txt", "news/b.txt", "news/north/c.txt", "news/north/d.html", "news/north/old/e.txt", "other/f.txt"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, nil, 0o644))
	}
	t.Chdir(folder)
	for _, row := range []struct {
		reason, pattern string
		want            []string
	}{
		{"letters of one name", "*.txt", []string{"a.txt"}},
		{"folders of one name", "n*/*.txt", []string{"news/b.txt"}},
		{"any folders, or none", "news/**/*.txt", []string{"news/b.txt", "news/north/c.txt", "news/north/old/e.txt"}},
		{"any folders from here", "**/*.txt", []string{"a.txt", "news/b.txt", "news/north/c.txt", "news/north/old/e.txt", "other/f.txt"}},
		{"any folders in the middle", "news/**/old/*", []string{"news/north/old/e.txt"}},
		{"all files below", "news/north/**", []string{"news/north/c.txt", "news/north/d.html", "news/north/old/e.txt"}},
		{"twice", "**/north/**/?.txt", []string{"news/north/c.txt", "news/north/old/e.txt"}},
		{"no such folder", "nosuch/**/*.txt", nil},
		{"no such ending", "**/*.pdf", nil},
		{"from the root", filepath.ToSlash(folder) + "/other/**", []string{filepath.ToSlash(folder) + "/other/f.txt"}},
	} {
		found, err := likePattern(row.pattern)
		require.NoError(t, err, row.reason)
		for i := range found {
			found[i] = filepath.ToSlash(found[i])
		}
		require.Equal(t, row.want, found, row.reason)
	}
	_, err := likePattern("news/**/[a")
	require.ErrorIs(t, err, filepath.ErrBadPattern)
}
