package read_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/read"
)

// What was read file by file and put together is what Paths reads of the files.
func TestTogetherIsWhatPathsReads(t *testing.T) {
	const first = "The ferry to Lunden sank on Monday in a heavy storm, and nine people who had clung to its rafts for hours were saved by a trawler. The harbour office counts two missing."
	const second = "Nobody knows why the Lunden ferry sank within minutes, the harbour office said on Tuesday, and divers can't go down before the wind drops. The owners wouldn't speak to reporters."
	for _, row := range []struct {
		reason string
		files  map[string]string
	}{
		{"names that differ", map[string]string{"north.txt": first, "south.txt": second}},
		{"one name in two folders", map[string]string{"monday/north.txt": first, "tuesday/north.txt": second}},
		{"one name in two folders and endings", map[string]string{"monday/north.txt": first, "monday/north.md": second, "tuesday/north.txt": second}},
		{"one article twice", map[string]string{"north.txt": "outlet: North\n\n" + first, "north (1).txt": "outlet: North\n\n" + first, "south.txt": second}},
		{"several articles of a file", map[string]string{"all.jsonl": `{"title": "Ferry sinks", "text": "` + first + `"}` + "\n" + `{"title": "Ferry sinks", "text": "` + second + `"}` + "\n", "south.txt": second}},
		{"a file that looks like a part of another", map[string]string{"all.jsonl": `{"title": "Ferry sinks", "text": "` + first + `"}` + "\n" + `{"title": "Ferry sinks", "text": "` + second + `"}` + "\n", "all-1.txt": second}},
		{"parts of two files of one name", map[string]string{
			"a/all.jsonl": `{"title": "Ferry sinks", "text": "` + first + `"}` + "\n" + `{"title": "Ferry sinks", "text": "` + second + `"}` + "\n",
			"b/all.jsonl": `{"title": "Ferry sinks", "text": "` + second + ` So it is."}` + "\n" + `{"title": "Ferry sinks", "text": "` + first + ` So it was."}` + "\n",
		}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			folder := t.TempDir()
			var paths []string
			var readings []read.Reading
			for name, text := range row.files {
				path := filepath.Join(folder, filepath.FromSlash(name))
				require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
				require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
				paths = append(paths, path)
				of, _, err := read.Readings(path, []byte(text), read.Options{})
				require.NoError(t, err)
				readings = append(readings, of...)
			}
			want, err := read.Paths(paths, read.Options{DropSame: true})
			require.NoError(t, err)
			require.Equal(t, want.Articles, read.Together(readings).Articles)
		})
	}
}
