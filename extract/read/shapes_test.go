package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/template"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
)

// leastShapes is how well pages in the shapes of publishing systems are read, as the F1 of
// their words in order: on average, and of each.
const (
	leastShapes = 0.985
	leastShape  = 0.85
)

// shaped is an article that a shape is filled with.
type shaped struct {
	Title, Outlet, Author, Date, URL string
	paragraphs                       []string
}

// fill is the page of a shape.
func (s shaped) fill(t *testing.T, shape string) []byte {
	made, err := template.New("").Funcs(template.FuncMap{
		"json": func(v string) (string, error) { b, err := json.Marshal(v); return string(b), err },
		"ps": func(from, to int, opening, closing string) string {
			if to < 0 {
				to = len(s.paragraphs)
			}
			var b strings.Builder
			for _, p := range s.paragraphs[min(from, len(s.paragraphs)):min(to, len(s.paragraphs))] {
				if heading, ok := strings.CutPrefix(p, "## "); ok {
					b.WriteString("<h2>" + html.EscapeString(heading) + "</h2>\n")
				} else {
					b.WriteString(opening + html.EscapeString(p) + closing + "\n")
				}
			}
			return b.String()
		},
	}).Parse(shape)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, made.Execute(&b, s))
	return b.Bytes()
}

// Pages of the shapes of publishing systems, each with the next of the articles, are
// read: the text in its order, and title, date, outlet and author where the page tells them.
func TestShapes(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/shapes/shapes.txtar")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(archive.Files), 60)
	sources, err := filepath.Glob("testdata/formats/source/*.md")
	require.NoError(t, err)
	sum := 0.0
	for i, f := range archive.Files {
		source := sources[i%len(sources)]
		data, err := os.ReadFile(source)
		require.NoError(t, err)
		all, _, err := Readings(source, data, Options{})
		require.NoError(t, err)
		a := all[0].Article
		s := shaped{a.Headline, a.Outlet, a.Author, a.Published.Format(time.DateOnly), a.URL, nil}
		for _, p := range strings.Split(a.Body.In(a.Text), "\n\n") {
			s.paragraphs = append(s.paragraphs, strings.Join(strings.Fields(strings.NewReplacer("**", "", "*", "").Replace(p)), " "))
		}
		read, _, err := Readings("page.html", s.fill(t, string(f.Data)), Options{})
		if err != nil || len(read) != 1 {
			t.Errorf("%s: %d articles, %v", f.Name, len(read), err)
			continue
		}
		got := read[0].Article
		f1 := inOrderF1(words(all[0].Prose()), words(read[0].Prose()))
		sum += f1
		fmt.Printf("%-24s F1 %.4f\n", f.Name, f1)
		if os.Getenv("XREF_SHAPE") == f.Name {
			fmt.Println(read[0].Prose())
		}
		if f1 < leastShape {
			t.Errorf("%s %v", f.Name, f1)
		}
		if letters(s.Title) != letters(got.Headline) {
			t.Errorf("%s title %q", f.Name, got.Headline)
		}
		if read[0].From["date"] == "JSON-LD" || read[0].From["date"] == "meta tags" {
			require.Equal(t, s.Date, got.Published.Format(time.DateOnly), f.Name)
		}
		if strings.Contains(string(f.Data), `"@type":"NewsArticle"`) {
			require.Equal(t, []string{s.Outlet, s.Author}, []string{got.Outlet, got.Author}, f.Name)
		}
	}
	mean := sum / float64(len(archive.Files))
	fmt.Printf("%d shapes: F1 %.4f\n", len(archive.Files), mean)
	require.GreaterOrEqual(t, mean, leastShapes)
}
