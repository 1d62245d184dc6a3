package read

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
)

// wellFormed holds for every article that was read: the text is valid UTF-8
// without NUL; title, body and markup are spans of whole
// characters in it; the body isn't empty and begins and ends in no white space;
// title and body don't overlap; markup is in order, disjoint and each within a
// line.
func wellFormed(t require.TestingT, a *article.Article) {
	require.True(t, utf8.ValidString(a.Text))
	require.NotContains(t, a.Text, "\x00")
	whole := func(s article.Span) {
		require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(a.Text), "%v", s)
		require.True(t, utf8.ValidString(s.In(a.Text)), "%v", s)
	}
	whole(a.Title)
	whole(a.Body)
	require.False(t, a.Body.Empty())
	require.Equal(t, strings.TrimSpace(a.Body.In(a.Text)), a.Body.In(a.Text))
	require.False(t, a.Body.Overlaps(a.Title), "%v %v", a.Title, a.Body)
	end := 0
	for _, m := range a.Markup {
		if m.Start < end || m.End <= m.Start || m.End > len(a.Text) || !utf8.ValidString(m.In(a.Text)) || strings.Contains(m.In(a.Text), "\n") {
			require.Fail(t, "markup", "%v", m)
		}
		end = m.End
	}
	for _, s := range []string{a.ID, a.Outlet, a.Headline, a.Author, a.URL} {
		require.True(t, utf8.ValidString(s))
		require.NotContains(t, s, "\n")
	}
	require.NotEmpty(t, a.ID)
	require.NotEmpty(t, a.Outlet)
	require.Equal(t, "en", a.Language)
	require.Len(t, a.SHA256, 64)
}

// source draws a text of the pieces that the reading looks at.
func drawSource(t *rapid.T) string {
	pieces := []string{
		"---\n", "---\r\n", "title: ", "outlet: Post\n", "\"", "'", "date: 2021-03-09\n", "[", "]: ", ": ", "\n", "\n\n", "\r\n", "# ", "**", "* ", "> ",
		"| a | b |\n| - | - |\n", "`", "```\n", "\\", "<p>", "</p>", "<b>", "<!--", "-->", "<h1>", "![", "](", ")", "Łódź “waits” ", "ships wait outside. ", prose,
		"<html><head><title>Strike goes on</title></head><body>", "\xFF", "\uFFFD", "\u2028", "\u0085", "\uFEFF", "&amp;", "~~", "1. ", "    ",
	}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
}

// Reading twice gives the same, and what is read is well formed.
func TestReadingLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := drawSource(t)
		name := rapid.SampledFrom([]string{"a.txt", "a.md", "a.html", "a"}).Draw(t, "name")
		a, warnings, err := Bytes(name, []byte(source))
		again, warningsAgain, errAgain := Bytes(name, []byte(source))
		require.Equal(t, a, again)
		require.Equal(t, warnings, warningsAgain)
		require.Equal(t, err, errAgain)
		if err != nil {
			require.IsType(t, Skipped{}, err)
			return
		}
		wellFormed(t, a)
	})
}

// A plain text that is valid UTF-8 is kept byte for byte, and so is one in
// UTF-16.
func TestTextIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := strings.ToValidUTF8(drawSource(t), "")
		for _, name := range []string{"a.txt", "a.md"} {
			a, _, err := Bytes(name, []byte(source))
			if err != nil || a.Extracted { // a page by another ending
				continue
			}
			require.Equal(t, strings.TrimPrefix(source, "\uFEFF"), a.Text)
			wide, _, err := Bytes(name, utf16LE(a.Text))
			require.NoError(t, err)
			require.Equal(t, a.Text, wide.Text)
			require.Equal(t, a.Body, wide.Body)
			require.Equal(t, a.Title, wide.Title)
		}
	})
}

func utf16LE(s string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8)) // of the basic plane only
	}
	return b
}

// The order of the arguments, and how many files are read at once, change
// nothing.
func TestOrderOfArguments(t *testing.T) {
	files := map[string]string{
		"x/a.txt": prose, "x/b.md": "# Strike\n\n" + prose, "y/a.txt": prose, "y/c.txt": "", "d.txt": "---\ntitel: x\n---\n" + prose, "e.txt": "\x00", "a.md": prose,
	}
	inFolder(t, files)
	args := []string{"x", "y", "d.txt", "e.txt", "N=a.md", "x/a.txt"}
	want, err := Paths(args, Options{Jobs: 1})
	require.NoError(t, err)
	require.Len(t, want.Articles, 5)
	require.Len(t, want.Skipped, 2)
	require.Len(t, want.Warnings, 1)
	order := rand.New(rand.NewSource(1))
	for range 20 {
		order.Shuffle(len(args), func(i, j int) { args[i], args[j] = args[j], args[i] })
		got, err := Paths(args, Options{Jobs: 1 + order.Intn(4)})
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

// Every article of the sets is read, with its front matter.
func TestSets(t *testing.T) {
	folder := os.Getenv("XREF_DATA")
	if folder == "" {
		t.Skip("XREF_DATA is not set: it names the folder that holds seeds/ and cases/")
	}
	files, err := filepath.Glob(filepath.Join(folder, "cases", "*", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	r, err := Paths([]string{filepath.Join(folder, "cases"), filepath.Join(folder, "seeds")}, Options{})
	require.NoError(t, err)
	require.Empty(t, r.Skipped)
	require.Empty(t, r.Warnings)
	require.Greater(t, len(r.Articles), len(files))
	for _, a := range r.Articles {
		wellFormed(t, a)
		data, err := os.ReadFile(a.Path)
		require.NoError(t, err)
		require.Equal(t, string(data), a.Text)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2022-08-04", "Aug. 4, 2022, 3:04 p.m. EDT", "Thu, 04 Aug 2022 10:00:00 GMT"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if date, ok := ParseDate(s); ok {
			require.Positive(t, date.Year())
			again, ok := ParseDate(date.Format("2006-01-02T15:04:05Z07:00"))
			require.True(t, ok)
			require.True(t, date.Equal(again))
		}
	})
}
