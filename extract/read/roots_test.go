package read

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Nothing outside of the roots is read, and of nothing outside is told whether it is
// there.
func TestRoots(t *testing.T) {
	inFolder(t, map[string]string{
		"in/a.txt": prose, "in/sub/b.txt": prose, "in/.hidden/c.txt": prose, "in/.secret.txt": prose,
		"other/d.txt": prose, "in2/e.txt": prose,
	})
	links := map[string]string{
		"in/out.txt": "../other/d.txt", "in/folder": "../other", "in/inside.txt": "sub/b.txt", "in/whole.txt": absolute(t, "in/a.txt"),
		"in/away.txt": absolute(t, "other/d.txt"), "in/nowhere.txt": "../other/nothing.txt", "in/loop.txt": "loop.txt", "by": "in",
		"in/tosecret.txt": ".secret.txt",
	}
	for at, to := range links {
		if os.Symlink(to, at) != nil {
			t.Skip("no symbolic links here")
		}
	}
	const outside, absent = "outside of the folders that may be read", "no such file or folder"
	for _, row := range []struct{ reason, path, ids, wrong string }{
		{"a file", "in/a.txt", "a", ""},
		{"a file below", "in/sub/b.txt", "b", ""},
		{"by its whole path", absolute(t, "in/a.txt"), "a", ""},
		{"a way out and back", "in/../in/a.txt", "a", ""},
		{"a link that stays in", "in/inside.txt", "inside", ""},
		{"a link by a whole path that stays in", "in/whole.txt", "whole", ""},
		{"a link to the root", "by/a.txt", "a", ""},
		{"a file that isn't there", "in/none.txt", "", absent},
		{"a way out", "in/../other/d.txt", "", outside},
		{"another folder", "other/d.txt", "", outside},
		{"another folder, nothing there", "other/nothing.txt", "", outside},
		{"another folder of a name that begins alike", "in2/e.txt", "", outside},
		{"the folder above", "..", "", outside},
		{"the root of all", "/", "", outside},
		{"a file of the system", "/etc/passwd", "", outside},
		{"a link out", "in/out.txt", "", outside},
		{"a link out by a whole path", "in/away.txt", "", outside},
		{"a link out to nothing", "in/nowhere.txt", "", outside},
		{"through a linked folder", "in/folder/d.txt", "", outside},
		{"through a linked folder to nothing", "in/folder/nothing.txt", "", outside},
		{"a link to itself", "in/loop.txt", "", outside},
		{"a hidden file", "in/.secret.txt", "", outside},
		{"in a hidden folder", "in/.hidden/c.txt", "", outside},
		{"a link to a hidden file", "in/tosecret.txt", "", outside},
	} {
		within, err := NewRoots([]string{"in"})
		require.NoError(t, err)
		found, err := PathsContext(t.Context(), nil, Options{Within: within, Inputs: []Input{{Path: row.path}}})
		if row.wrong != "" {
			require.ErrorContains(t, err, row.path+": "+row.wrong, row.reason)
			_, err = Paths([]string{row.path}, Options{Within: within})
			require.ErrorContains(t, err, row.wrong, row.reason)
			continue
		}
		require.NoError(t, err, row.reason)
		require.Equal(t, row.ids, ids(found), row.reason)
	}

	within, err := NewRoots([]string{"in"})
	require.NoError(t, err)
	found, err := Paths([]string{"in"}, Options{Within: within})
	require.NoError(t, err)
	require.Equal(t, "a inside", ids(found), "a folder, without what leads out of it; two paths to one file are one article")
	for _, s := range found.Skipped {
		require.Equal(t, outside, s.Reason, s.Path)
	}
	require.Len(t, found.Skipped, 6)

	both, err := NewRoots([]string{"in", "by/../other"})
	require.NoError(t, err)
	found, err = Paths([]string{"in/out.txt", "in/a.txt"}, Options{Within: both})
	require.NoError(t, err)
	require.Equal(t, "a out", ids(found), "a link from one root to another")

	_, err = NewRoots([]string{"none"})
	require.EqualError(t, err, "none: no such file or folder")
	_, err = NewRoots([]string{"in/a.txt"})
	require.EqualError(t, err, "in/a.txt is no folder")
}

func absolute(t *testing.T, path string) string {
	whole, err := filepath.Abs(path)
	require.NoError(t, err)
	return whole
}
