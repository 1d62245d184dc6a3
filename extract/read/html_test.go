package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

// The fixtures in testdata/pages each hold a saved page (page.html) and what is
// to be read from it (want): the metadata a line each, a blank line, the body.
func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		t.Run(stem(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			require.Len(t, archive.Files, 2)
			require.Equal(t, "page.html", archive.Files[0].Name)
			require.Equal(t, "want", archive.Files[1].Name)
			a, warnings, err := Bytes("page.html", archive.Files[0].Data)
			require.NoError(t, err)
			require.Equal(t, string(archive.Files[1].Data), described(a, warnings))
		})
	}
}

func described(a *article.Article, warnings []Warning) string {
	var b strings.Builder
	fmt.Fprintf(&b, "outlet: %s\ntitle: %s\n", a.Outlet, a.Headline)
	if !a.Published.IsZero() {
		fmt.Fprintf(&b, "date: %s\n", a.Published.Format(time.RFC3339))
	}
	for _, field := range []struct{ name, value string }{{"author", a.Author}, {"url", a.URL}} {
		if field.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", field.name, field.value)
		}
	}
	for _, w := range warnings {
		fmt.Fprintf(&b, "warning: %s\n", w)
	}
	fmt.Fprintf(&b, "\n%s\n", a.Body.In(a.Text))
	return b.String()
}

func TestPageText(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/pages/graph.txtar")
	require.NoError(t, err)
	a, _, err := Bytes("page.html", archive.Files[0].Data)
	require.NoError(t, err)
	require.Equal(t, a.Headline+"\n\n"+a.Body.In(a.Text)+"\n", a.Text)
	require.Equal(t, a.Headline, a.Title.In(a.Text))
}

func TestPagesSkipped(t *testing.T) {
	tests := []struct{ reason, page, want string }{
		{"nothing on it", "<html><head><title>x</title></head><body></body></html>", "no article found on the web page"},
		{"nested too deep", "<html><body>" + strings.Repeat("<div>", 600) + prose, "not read as a web page: html: open stack of elements exceeds 512 nodes"},
		{"too many elements", "<html><body>" + strings.Repeat("<p>x</p>", 100_000), "a web page of more elements than 100000 (limit page-elements)"},
		{"too large", "<html><body>" + strings.Repeat(" ", 8<<20), "a web page larger than 8 MB (limit page-bytes)"},
		{"binary", "<html>\x00\x01</html>", "binary, not text"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			_, _, err := Bytes("page.html", []byte(test.page))
			require.EqualError(t, err, "page.html: "+test.want)
		})
	}
}

func TestPageCharset(t *testing.T) {
	page := func(head, quote string) string {
		return "<html><head>" + head + "</head><body><article><p>" + strings.Repeat("Ships wait outside the port of Halden, "+quote+" she said. ", 8) + "</p></article></body></html>"
	}
	tests := []struct{ reason, page, want string }{
		{"declared by name", page(`<meta charset="iso-8859-2">`, "\xA3\xF3d\xBC"), "Łódź"},
		{"declared as in a header", page(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">`, "\xA3\xF3d\xBC"), "Łódź"},
		{"valid UTF-8, whatever is declared", page(`<meta charset="iso-8859-2">`, "Łódź"), "Łódź"},
		{"not declared", page("", "\x93Caf\xE9\x94"), "“Café”"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, _, err := Bytes("page.htm", []byte(test.page))
			require.NoError(t, err)
			require.Contains(t, a.Text, "Halden, "+test.want+" she said.")
		})
	}
}

func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile("testdata/pages/graph.txtar")
	require.NoError(b, err)
	page := txtar.Parse(data).Files[0].Data
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		_, _, err := Bytes("page.html", page)
		require.NoError(b, err)
	}
}

// A page with little text keeps its paragraphs apart.
func TestShortPage(t *testing.T) {
	a, _, err := Bytes("a.html", []byte(`<html><head><title>Strike goes on</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>Strike goes on</h1><p>By Ann Lee</p><p>Ships wait outside Halden.</p><p>Talks failed.</p><aside>Weather</aside></article></main></body></html>`))
	require.NoError(t, err)
	require.Equal(t, "Ships wait outside Halden.\n\nTalks failed.", a.Body.In(a.Text))
	require.Equal(t, []string{"Strike goes on", "Ann Lee"}, []string{a.Headline, a.Author})
}

// What a class says of an element counts for less than what is in it.
func TestPageSides(t *testing.T) {
	text := "<p>Ships wait outside Halden, the port said on Tuesday.</p><p>“No,” she said.</p><p>Talks failed again after nine hours, the union said.</p><p>No ship has left the port of Halden since then, and none is to leave it this week.</p>"
	body := "Ships wait outside Halden, the port said on Tuesday.\n\n“No,” she said.\n\nTalks failed again after nine hours, the union said.\n\nNo ship has left the port of Halden since then, and none is to leave it this week."
	for reason, page := range map[string]string{
		"classes of what it is about":    `<div class="post hentry tag-strike category-news"><h1>Strike goes on</h1>` + text + `</div>`,
		"a wrapper named after its side": `<div class="content-sidebar-wrap"><div class="entry">` + text + `</div><div class="sidebar"><p>Weather: Rain is on its way, says the office.</p></div></div>`,
		"comments closed":                `<div class="story comments-closed"><h1>Strike goes on</h1>` + text + `</div>`,
		"a page within a form":           `<form id="aspnetForm"><div><h1>Strike goes on</h1>` + text + `</div></form>`,
		"blocks of a page builder":       `<div class="elementor"><div class="elementor-widget elementor-widget-heading"><h1>Strike goes on</h1></div>` + strings.NewReplacer("<p>", `<div class="elementor-element elementor-widget"><p>`, "</p>", "</p></div>").Replace(text) + `</div>`,
		"another heading than the title": `<article><h1>Dockers stay out</h1>` + text + `</article>`,
		"a correction in the footer":     `<article>` + text + `<footer class="article-footer"><p>This article was amended on 10 March 2021 to correct a name.</p><p>© Post</p></footer></article>`,
		"a wall in a box":                `<article>` + text + `<div class="subscribe-box"><p>Subscribe to continue reading</p></div></article>`,
	} {
		a, _, err := Bytes("a.html", []byte(`<html><head><title>Strike goes on</title><meta property="og:title" content="Strike goes on"></head><body><nav><a href="/">Home</a></nav>`+page+`</body></html>`))
		require.NoError(t, err, reason)
		require.Equal(t, body, a.Body.In(a.Text), reason)
		require.Equal(t, strings.Contains(reason, "correction"), len(a.Corrections) > 0, reason)
		require.Equal(t, strings.Contains(reason, "wall"), a.Truncated != "", reason)
	}
}
