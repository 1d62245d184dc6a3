package read

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// What a program asks for: texts that it has, files and folders, with what it says of
// them.
func TestInputs(t *testing.T) {
	inFolder(t, map[string]string{"x/a.txt": prose, "x/b.txt": "---\noutlet: Own Name\n---\n\n" + prose, "empty/": ""})
	page := "<html><body><article><p>" + prose + prose + prose + "</p></article></body></html>"
	for _, row := range []struct {
		reason string
		inputs []Input
		ids    string
		paths  []string
		outlet string // of the first
		wrong  string
	}{
		{"a text", []Input{{Text: []byte(prose)}}, "1", []string{"text:1"}, "1", ""},
		{"a text by its name", []Input{{Text: []byte(prose), Name: "north"}}, "north", []string{"text:north"}, "north", ""},
		{"a text by what its file is called", []Input{{Text: []byte(page), Path: "north.html"}}, "north", []string{"text:north.html"}, "north", ""},
		{"two texts alike in name", []Input{{Text: []byte(prose), Path: "a.txt"}, {Text: []byte(prose + prose), Path: "a.txt"}}, "a.txt a.txt (2)", []string{"text:a.txt", "text:a.txt"}, "a", ""},
		{"a text beside a file of its name", []Input{{Text: []byte(prose + prose), Path: "x/a.txt"}, {Path: "x/a.txt"}}, "x/a.txt x/a.txt (2)", []string{"text:x/a.txt", "x/a.txt"}, "a", ""},
		{"what is said of it", []Input{{Path: "x/b.txt", Outlet: "Given"}}, "b", []string{"x/b.txt"}, "Given", ""},
		{"what it says itself", []Input{{Path: "x/b.txt"}}, "b", []string{"x/b.txt"}, "Own Name", ""},
		{"a folder", []Input{{Path: "x", Outlet: "Given"}}, "a b", []string{"x/a.txt", "x/b.txt"}, "Given", ""},
		{"one name for two", []Input{{Text: []byte(prose), Name: "n"}, {Path: "x/a.txt", Name: "n"}}, "", nil, "", "the name n is given twice, to text:n and x/a.txt"},
		{"a name for a folder", []Input{{Path: "x", Name: "n"}}, "", nil, "", "a name is for one article, and x is a folder"},
		{"no link", []Input{{Link: "file:///etc/passwd"}}, "", nil, "", `"file:///etc/passwd" is no address on the web`},
		{"a name before a link is part of it", []Input{{Link: "n=https://example.org/"}}, "", nil, "", `"n=https://example.org/" is no address on the web`},
		{"a link is no path", []Input{{Path: "https://example.org/"}}, "", nil, "", "https://example.org/: no such file or folder"},
		{"NAME=FILE is a file's name", []Input{{Path: "n=x/a.txt"}}, "", nil, "", "n=x/a.txt: no such file or folder"},
		{"an empty folder", []Input{{Path: "empty"}}, "", nil, "", "empty: a folder without articles"},
	} {
		found, err := Paths(nil, Options{Offline: true, Inputs: row.inputs})
		if row.wrong != "" {
			require.ErrorContains(t, err, row.wrong, row.reason)
			continue
		}
		require.NoError(t, err, row.reason)
		require.Equal(t, row.ids, ids(found), row.reason)
		var paths []string
		for _, a := range found.Articles {
			paths = append(paths, a.Path)
		}
		require.Equal(t, row.paths, paths, row.reason)
		require.Equal(t, row.outlet, found.Articles[0].Outlet, row.reason)
	}
}

func TestInputsSayWhatIsKnown(t *testing.T) {
	found, err := Paths(nil, Options{Inputs: []Input{{Text: []byte(prose), Name: "n", Outlet: "Post", Date: "2024-05-02", Title: "A title", URL: "https://example.org/a"}}})
	require.NoError(t, err)
	a := found.Articles[0]
	require.Equal(t, []string{"Post", "A title", "https://example.org/a", "2024-05-02"}, []string{a.Outlet, a.Headline, a.URL, a.Published.Format(time.DateOnly)})

	found, err = Paths(nil, Options{Inputs: []Input{{Text: []byte(prose), Date: "05/02/2024"}}})
	require.NoError(t, err)
	require.Len(t, found.Warnings, 1)
	require.Contains(t, found.Warnings[0].Message, "isn't understood")

	found, err = Paths(nil, Options{Limits: Limits{"file-bytes": 10}, Inputs: []Input{{Text: []byte(prose)}}})
	require.NoError(t, err)
	require.Empty(t, found.Articles)
	require.Equal(t, "text:1: larger than 10 bytes (limit file-bytes)", skips(found))
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end()
	_, err := PathsContext(ended, nil, Options{Inputs: []Input{{Text: []byte(prose)}}})
	require.ErrorIs(t, err, context.Canceled)
}

func TestOfFile(t *testing.T) {
	for path, of := range map[string]bool{"a.txt": true, "/x/a.txt": true, "-": false, "text:a.txt": false, "https://example.org/a": false} {
		require.Equal(t, of, OfFile(path), path)
	}
}
