package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// ranWithCache runs a report of a folder in JSON with a cache.
func ranWithCache(t *testing.T, folder, kept string) string {
	return runWhole(t, []string{"report", "--config", "none", "--cache", kept, "--format", "json", folder})
}

// What is kept serves the next run, which says the same; what is new in it alone is
// made anew. Damaged files are made anew too.
func TestCacheSaysTheSame(t *testing.T) {
	folder, kept := newsFolder(t, bridges), filepath.Join(t.TempDir(), "kept")
	fresh := runWhole(t, []string{"report", "--config", "none", "--no-cache", "--format", "json", folder})
	require.Equal(t, fresh, ranWithCache(t, folder, kept))
	files, _ := cacheFiles(kept)
	require.Greater(t, len(files), len(bridges), "an analysis each, and stories")
	if runtime.GOOS != "windows" {
		for _, f := range append(files, cacheFile{path: kept}) {
			info, err := os.Stat(f.path)
			require.NoError(t, err)
			require.Zero(t, info.Mode().Perm()&0o077, "%s is for its owner alone", f.path)
		}
	}
	old := time.Now().Add(-48 * time.Hour)
	for _, f := range files {
		require.NoError(t, os.Chtimes(f.path, old, old))
	}
	require.Equal(t, fresh, ranWithCache(t, folder, kept))
	again, _ := cacheFiles(kept)
	require.Len(t, again, len(files), "nothing is made anew")
	for _, f := range again {
		require.True(t, f.used.After(old), "%s was used", f.path)
	}
	for name, damage := range map[string]func([]byte) []byte{
		"a bit":   func(data []byte) []byte { data[len(data)/2] ^= 4; return data },
		"cut":     func(data []byte) []byte { return data[:len(data)-1] },
		"longer":  func(data []byte) []byte { return append(data, 0) },
		"empty":   func([]byte) []byte { return nil },
		"another": func([]byte) []byte { return []byte("---\noutlet: North\n---\n") },
	} {
		for _, f := range files {
			data, err := os.ReadFile(f.path)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(f.path, damage(data), 0o600))
		}
		require.Equal(t, fresh, ranWithCache(t, folder, kept), name)
	}
}

// An article more costs that article and the story that it stands in; what else is
// kept is used, though its places are others now.
func TestCacheServesOtherRuns(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "kept")
	require.NoError(t, os.Mkdir(kept, 0o755))
	few := newsFolder(t, bridges)
	ranWithCache(t, few, kept)
	before, _ := cacheFiles(kept)
	more := map[string]string{"aaa.txt": "The harbour council of Sollby raised its fees by nine crowns on Monday, Mayor Ida Brandt said.\n"}
	for name, text := range bridges {
		more[name] = text
	}
	folder := newsFolder(t, more)
	fresh := runWhole(t, []string{"report", "--config", "none", "--no-cache", "--format", "json", folder})
	require.Equal(t, fresh, ranWithCache(t, folder, kept))
	after, _ := cacheFiles(kept)
	require.Equal(t, len(before)+2, len(after), "the article and its story")
}

// Two runs can use one cache at one time.
func TestCacheServesRunsAtOneTime(t *testing.T) {
	folder, kept := newsFolder(t, bridges), filepath.Join(t.TempDir(), "kept")
	said := make([]string, 4)
	var all sync.WaitGroup
	for i := range said {
		all.Go(func() {
			var stdout, stderr bytes.Buffer
			run([]string{"report", "--config", "none", "--cache", kept, "--format", "json", folder}, strings.NewReader(""), &stdout, &stderr)
			said[i] = stdout.String()
		})
	}
	all.Wait()
	for _, s := range said {
		require.NotEmpty(t, s)
		require.Equal(t, said[0], s)
	}
	left, err := filepath.Glob(filepath.Join(kept, ".xref-*"))
	require.NoError(t, err)
	require.Empty(t, left, "nothing unfinished is left")
}

// A cache takes so much and no more; what was used last stays.
func TestCacheIsBounded(t *testing.T) {
	k := &cache{folder: t.TempDir(), given: true}
	require.NoError(t, k.open())
	for i, name := range []string{"a", "b", "c"} {
		k.Put(name, make([]byte, 1000))
		used := time.Now().Add(time.Duration(i-3) * 24 * time.Hour)
		require.NoError(t, os.Chtimes(k.path(name), used, used))
	}
	require.NotNil(t, k.Get("a"), "used now")
	k.bound(2500)
	require.NotNil(t, k.Get("a"))
	require.Nil(t, k.Get("b"), "used least lately")
	require.NotNil(t, k.Get("c"))
}

// A folder that others look into and that isn't the cache's is left alone.
func TestCacheLeavesOtherFoldersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of folders aren't those of others")
	}
	folder := newsFolder(t, bridges)
	require.NoError(t, os.Chmod(folder, 0o755))
	var stdout, stderr bytes.Buffer
	require.Equal(t, statusWrong, run([]string{"report", "--cache", folder, folder}, strings.NewReader(""), &stdout, &stderr))
	require.Contains(t, stderr.String(), "holds what isn't kept by xref")
	require.Equal(t, statusWrong, run([]string{"report", "--cache", folder, "--no-cache", folder}, strings.NewReader(""), &stdout, &stderr))
	require.Contains(t, stderr.String(), "one of them")
}

func TestCacheIsCleared(t *testing.T) {
	folder, kept := newsFolder(t, bridges), filepath.Join(t.TempDir(), "kept")
	ranWithCache(t, folder, kept)
	require.NoError(t, os.WriteFile(filepath.Join(kept, "mine.txt"), nil, 0o600))
	require.Regexp(t, `: [1-9]\d* files, \d`, runWhole(t, []string{"cache", "--cache", kept}))
	require.Regexp(t, `: [1-9]\d* files removed`, runWhole(t, []string{"cache", "clear", "--cache", kept}))
	require.FileExists(t, filepath.Join(kept, "mine.txt"))
	files, _ := cacheFiles(kept)
	require.Empty(t, files)
}
