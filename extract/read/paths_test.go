package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// inFolder writes files, path to content, into a new working folder; a path
// that ends in a slash is a folder.
func inFolder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for path, content := range files {
		if strings.HasSuffix(path, "/") {
			require.NoError(t, os.MkdirAll(path, 0o755))
			continue
		}
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
}

func ids(r Result) string {
	var all []string
	for _, a := range r.Articles {
		all = append(all, a.ID)
	}
	return strings.Join(all, " ")
}

func skips(r Result) string {
	var all []string
	for _, s := range r.Skipped {
		all = append(all, s.Error())
	}
	return strings.Join(all, "\n")
}

func TestPaths(t *testing.T) {
	page := "<html><body><article><p>" + strings.Repeat(prose, 6) + "</p></article></body></html>"
	tests := []struct {
		reason  string
		files   map[string]string
		args    string
		ids     string
		skipped string
	}{
		{"a file", map[string]string{"a.txt": prose}, "a.txt", "a", ""},
		{"in the order of IDs, not of arguments", map[string]string{"b.txt": prose, "a.txt": prose}, "b.txt a.txt", "a b", ""},
		{"a file in a folder of which only its name counts", map[string]string{"x/y/a.txt": prose}, "x/y/a.txt", "a", ""},
		{"a folder, and those below it", map[string]string{"x/b.md": prose, "x/a.txt": prose, "x/y/c.html": page}, "x", "a b c", ""},
		{"a folder with other files", map[string]string{"x/a.txt": prose, "x/gold.json": "{}", "x/embed.go": "package x", "x/.b.txt": prose, "x/.git/c.txt": prose}, "x", "a", ""},
		{"files in a folder that might be articles", map[string]string{"x/a.txt": prose, "x/b.rtf": "{\\rtf1", "x/README.md": prose}, "x", "a",
			"x/README.md: no article by its name; name the file itself to read it\nx/b.rtf: rich text files can't be read"},
		{"a README named itself", map[string]string{"x/README.md": prose}, "x/README.md", "README", ""},
		{"an ending that isn't known, named itself", map[string]string{"a.article": prose}, "a.article", "a", ""},
		{"a file given a name", map[string]string{"x/a.txt": prose}, "CNN=x/a.txt", "CNN", ""},
		{"a file whose path has an equals sign", map[string]string{"a=b.txt": prose}, "a=b.txt", "a=b", ""},
		{"two of one name", map[string]string{"x/a.txt": prose, "y/a.txt": prose, "b.txt": prose}, "x y b.txt", "b x/a y/a", ""},
		{"two of one name in folders of one name", map[string]string{"x/1/a.txt": prose, "y/1/a.txt": prose, "y/2/a.txt": prose}, "x y", "2/a x/1/a y/1/a", ""},
		{"two of one name but for the ending", map[string]string{"x/a.txt": prose, "x/a.md": prose}, "x", "x/a.md x/a.txt", ""},
		{"a name that another file has", map[string]string{"x/a.txt": prose, "b.txt": prose}, "x/a.txt a=b.txt", "a x/a", ""},
		{"a file twice", map[string]string{"x/a.txt": prose}, "x/a.txt ./x/a.txt", "a", ""},
		{"a file alone and in its folder", map[string]string{"x/a.txt": prose, "x/b.txt": prose}, "x x/a.txt", "a b", ""},
		{"a file with a name and in its folder", map[string]string{"x/a.txt": prose, "x/b.txt": prose}, "x N=x/a.txt", "N b", ""},
		{"empty and binary files", map[string]string{"a.txt": prose, "b.txt": "", "c.txt": " \r\n\t", "d.txt": "a\x00b", "e.txt": "---\ntitle: x\n---\n\n"}, ".", "a",
			"b.txt: empty\nc.txt: empty\nd.txt: binary, not text\ne.txt: no text in it beside title and metadata"},
		{"front matter that is no YAML", map[string]string{"a.txt": prose, "b.txt": "---\ntitle: [x\n---\n" + prose + prose}, "a.txt b.txt", "a b", ""},
		{"nothing left", map[string]string{"a.txt": ""}, "a.txt", "", "a.txt: empty"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			inFolder(t, test.files)
			for _, jobs := range []int{0, 1, 3} {
				r, err := Paths(strings.Fields(test.args), Options{Jobs: jobs})
				require.NoError(t, err)
				require.Equal(t, test.ids, ids(r))
				require.Equal(t, test.skipped, skips(r))
			}
		})
	}
}

func TestPathsErrors(t *testing.T) {
	tests := []struct{ reason, args, want string }{
		{"a missing file", "a.txt nosuch.txt", "nosuch.txt: no such file or folder"},
		{"two missing files", "nosuch.txt x=neither.txt", "nosuch.txt: no such file or folder\nneither.txt: no such file or folder"},
		{"a folder without articles", "empty", "empty: a folder without articles (" + endings() + ")"},
		{"a name given twice", "n=a.txt n=b.txt", "the name n is given twice, to a.txt and b.txt"},
		{"two names for a file", "n=a.txt m=a.txt", "a.txt: given two names, n and m"},
		{"a name for a folder", "n=empty", "n=empty: a name is for one file, and empty is a folder"},
		{"no file after the name", "n=", "n=: no file after the ="},
		{"standard input twice", "- -", "-: standard input can be read only once"},
	}
	inFolder(t, map[string]string{"a.txt": prose, "b.txt": prose, "empty/": "", "empty/gold.json": "{}"})
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			_, err := Paths(strings.Fields(test.args), Options{Stdin: strings.NewReader(prose)})
			require.EqualError(t, err, test.want)
		})
	}
	_, err := Paths([]string{""}, Options{})
	require.EqualError(t, err, "an argument is empty; expected a file, a folder, a link, NAME=FILE or -")
}

func TestUnreadableFiles(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("every file can be read by this user")
	}
	inFolder(t, map[string]string{"x/a.txt": prose, "x/b.txt": prose})
	require.NoError(t, os.Chmod("x/b.txt", 0))
	r, err := Paths([]string{"x"}, Options{})
	require.NoError(t, err)
	require.Equal(t, "x/b.txt: no permission to read it", skips(r))
	_, err = Paths([]string{"x/b.txt"}, Options{})
	require.EqualError(t, err, "x/b.txt: no permission to read it")
}

func TestLinks(t *testing.T) {
	inFolder(t, map[string]string{"x/a.txt": prose, "y/b.txt": prose})
	for link, target := range map[string]string{"x/loop": "../x", "x/y": "../y", "x/gone.txt": "nosuch", "x/again.txt": "a.txt"} {
		if err := os.Symlink(target, link); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	r, err := Paths([]string{"x"}, Options{})
	require.NoError(t, err)
	require.Equal(t, "a b", ids(r))
	require.Equal(t, "x/gone.txt: no such file or folder", skips(r))
}

func TestStandardInput(t *testing.T) {
	tests := []struct{ reason, arg, id string }{
		{"without a name", "-", "stdin"},
		{"with a name", "CNN=-", "CNN"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			r, err := Paths([]string{test.arg}, Options{Stdin: strings.NewReader("---\ntitle: Strike\n---\n" + prose)})
			require.NoError(t, err)
			require.Len(t, r.Articles, 1)
			require.Equal(t, test.id, r.Articles[0].ID)
			require.Equal(t, test.id, r.Articles[0].Outlet)
			require.Equal(t, "-", r.Articles[0].Path)
			require.Equal(t, "Strike", r.Articles[0].Headline)
		})
	}
}

func TestDates(t *testing.T) {
	inFolder(t, map[string]string{"x/a.txt": "---\ndate: 2021-01-01\n---\n" + prose, "x/b.txt": prose})
	day := time.Date(2021, 3, 9, 0, 0, 0, 0, time.UTC)
	r, err := Paths([]string{"x"}, Options{Dates: map[string]time.Time{"a": day}})
	require.NoError(t, err)
	require.Equal(t, day, r.Articles[0].Published, "goes before the front matter")
	require.Zero(t, r.Articles[1].Published)

	_, err = Paths([]string{"x"}, Options{Dates: map[string]time.Time{"c": day, "a": day}})
	require.EqualError(t, err, "a date is given for c, which no article is called (there is a, b)")
}

func TestTooLarge(t *testing.T) {
	inFolder(t, map[string]string{
		"a.txt": prose, "b.txt": strings.Repeat(prose, (16<<20)/len(prose)+1), "c.md": strings.Repeat(prose, (512<<10)/len(prose)+1),
		"d.txt": "---\ntitle: x\n" + strings.Repeat("# more\n", (64<<10)/7) + "---\n" + prose,
	})
	r, err := Paths([]string{"."}, Options{})
	require.NoError(t, err)
	require.Equal(t, "a", ids(r))
	require.Equal(t, "b.txt: larger than 16 MB (limit file-bytes)\nc.md: Markdown larger than 512 KB (limit markdown-bytes)\nd.txt:1: front matter larger than 64 KB (limit front-matter-bytes)", skips(r))
}

func TestOutletAndHash(t *testing.T) {
	inFolder(t, map[string]string{"x/a.txt": "\xEF\xBB\xBFShips wait.\r\n", "y/a.txt": prose})
	r, err := Paths([]string{"x", "y"}, Options{})
	require.NoError(t, err)
	a := r.Articles[0]
	require.Equal(t, "x/a", a.ID)
	require.Equal(t, "a", a.Outlet)
	require.Equal(t, filepath.Join("x", "a.txt"), a.Path)
	require.Equal(t, "Ships wait.\r\n", a.Text)
	require.Equal(t, "cd39ad748f27110b", a.SHA256[:16], "of the bytes, mark included")
}
