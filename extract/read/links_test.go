package read

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// newsPage is a page with an article of its own words.
func newsPage(title, canonical, words string) string {
	return "<html><head><title>" + title + "</title><meta property=\"og:site_name\" content=\"The Halden Post\"><link rel=canonical href=\"" + canonical + "\"></head><body><article><h1>" + title + "</h1><p>" +
		strings.Repeat(words+" ", 12) + "</p><img src=\"/never.png\"><p>Fourteen ships wait outside the port of Halden for the men to come back.</p></article></body></html>"
}

// server is a site of a few pages; asked lists the paths that were asked for.
func server(t *testing.T) (url string, asked func() []string) {
	var guard sync.Mutex
	var paths []string
	mux := http.NewServeMux()
	page := func(path, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, body)
		})
	}
	page("/strike", newsPage("Strike goes on", "https://haldenpost.example/strike", "The dock workers have left the port, the union said."))
	page("/strike/amp", newsPage("Strike goes on", "https://haldenpost.example/strike", "The dock workers have left the port, the union said."))
	page("/talks.html", newsPage("Talks fail", "", "The talks between the port and the union have failed."))
	page("/empty", "")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guard.Lock()
		paths = append(paths, r.URL.Path)
		guard.Unlock()
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, func() []string {
		guard.Lock()
		defer guard.Unlock()
		return slices.Clone(paths)
	}
}

var local = Options{AllowPrivate: true, DropSame: true}

func TestFetched(t *testing.T) {
	url, asked := server(t)
	inFolder(t, map[string]string{"a.txt": prose})
	r, err := Paths([]string{url + "/strike?utm_source=x#top", "Morning=" + url + "/talks.html", "a.txt", url + "/gone", url + "/empty"}, Options{AllowPrivate: true, Jobs: 1})
	require.NoError(t, err)
	require.Equal(t, "Morning a strike", ids(r))
	require.Equal(t, url+"/empty: empty\n"+url+"/gone: there is no such page (404 Not Found)", skips(r))
	require.Equal(t, "The Halden Post", r.Articles[0].Outlet)
	require.Equal(t, url+"/talks.html", r.Articles[0].URL)
	require.Equal(t, "the address it was fetched from", r.Readings[0].From["url"])
	require.Equal(t, "The Halden Post", r.Articles[2].Outlet)
	require.Equal(t, "https://haldenpost.example/strike", r.Articles[2].URL)
	require.Equal(t, "Strike goes on", r.Articles[2].Headline)
	require.NotContains(t, asked(), "/never.png", "only what is named is asked for")
}

func TestLinksOffline(t *testing.T) {
	url, asked := server(t)
	r, err := Paths([]string{url + "/strike"}, Options{AllowPrivate: true, Offline: true})
	require.NoError(t, err)
	require.Contains(t, skips(r), "--offline")
	require.Empty(t, asked())
}

func TestLinksOfThisMachine(t *testing.T) {
	url, asked := server(t)
	r, err := Paths([]string{url + "/strike"}, Options{})
	require.NoError(t, err)
	require.Contains(t, skips(r), "--allow-private")
	require.Empty(t, asked())
}

// One article under two addresses is read once, and told.
func TestSameArticle(t *testing.T) {
	url, _ := server(t)
	r, err := Paths([]string{url + "/strike", url + "/strike/amp"}, local)
	require.NoError(t, err)
	require.Len(t, r.Articles, 1)
	require.Len(t, r.Warnings, 1)
	require.Contains(t, r.Warnings[0].String(), "the same article as")
}

func TestSameText(t *testing.T) {
	of := func(outlet, url, text string) string {
		return "---\noutlet: " + outlet + "\nurl: " + url + "\n---\n" + text
	}
	other := prose + "The port wants to talk again on Friday, its head said, and the union may come.\n"
	tests := []struct{ reason, a, b, ids string }{
		{"twice the same", of("Post", "https://p.example/a", prose), of("Post", "https://p.example/a", prose), "a"},
		{"tracking in the address", of("Post", "https://p.example/a?id=1", prose), of("Post", "http://www.p.example/a?id=1&utm_source=x", prose), "a"},
		{"AMP", of("Post", "https://p.example/a", other), of("Post AMP", "https://amp.p.example/a.amp.html", other), "a"},
		{"print view", of("Post", "https://p.example/a", other), of("Print", "https://p.example/a/print/", other), "a"},
		{"another version", of("Post", "https://p.example/a", prose), of("Post", "https://p.example/a", other), "a b"},
		{"another article", of("Post", "https://p.example/a?id=1", prose), of("Post", "https://p.example/a?id=2", other), "a b"},
		{"another outlet", of("Post", "https://p.example/a", prose), of("Mail", "https://m.example/a", prose), "a b"},
		{"nothing known of either", prose, prose, "a b"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			inFolder(t, map[string]string{"a.txt": test.a, "b.txt": test.b})
			r, err := Paths([]string{"."}, Options{DropSame: true})
			require.NoError(t, err)
			require.Equal(t, test.ids, ids(r))
		})
	}
}

func TestLists(t *testing.T) {
	url, _ := server(t)
	rows := [][]string{
		{"URL", "Outlet", "Date", "Title", "path"},
		{url + "/strike", "The Ships, Daily", "2021-03-09", "Halden stands still", ""},
		{"", "Mail", "March 10, 2021", "", "a.txt"},
		{"", "Nobody", "", "", ""},
		{"", "Gone", "", "", "gone.txt"},
		{"ftp://ships.example/a", "", "", "", ""},
		{url + "/gone", "", "", "", ""},
	}
	var comma, semicolon strings.Builder
	for _, r := range rows {
		for i, c := range r {
			if strings.Contains(c, ",") {
				c = `"` + c + `"`
			}
			if i > 0 {
				comma.WriteByte(',')
				semicolon.WriteByte(';')
			}
			comma.WriteString(c)
			semicolon.WriteString(c)
		}
		comma.WriteString("\n")
		semicolon.WriteString("\r\n")
	}
	inFolder(t, map[string]string{"lists/links.csv": comma.String(), "lists/semicolons.csv": semicolon.String(), "lists/a.txt": "---\noutlet: Post\ndate: 2020-01-01\n---\n" + prose})
	book := excelize.NewFile()
	for i, r := range rows {
		for j, c := range r {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			require.NoError(t, book.SetCellValue("Sheet1", at, c))
		}
	}
	require.NoError(t, book.SetCellValue("Sheet1", "C2", time.Date(2021, 3, 9, 0, 0, 0, 0, time.UTC)))
	require.NoError(t, book.SaveAs("lists/links.xlsx"))
	for _, list := range []string{"lists/links.csv", "lists/semicolons.csv", "lists/links.xlsx"} {
		t.Run(list, func(t *testing.T) {
			r, err := Paths(nil, Options{From: []string{list}, AllowPrivate: true})
			require.NoError(t, err)
			require.Equal(t, "a strike", ids(r))
			mail, ships := r.Articles[0], r.Articles[1]
			require.Equal(t, "Mail", mail.Outlet, "the row goes before the file")
			require.Equal(t, "2021-03-10", mail.Published.Format(time.DateOnly))
			require.Equal(t, "The Ships, Daily", ships.Outlet)
			require.Equal(t, "2021-03-09", ships.Published.Format(time.DateOnly))
			require.Equal(t, "Halden stands still", ships.Headline)
			require.Equal(t, "Halden stands still", ships.Title.In(ships.Text))
			require.Equal(t, list+":2", r.Readings[1].From["title"])
			require.Equal(t, url+"/gone: there is no such page (404 Not Found)\n"+
				list+":4: a row with neither url nor path\n"+list+":5: gone.txt: no such file or folder\n"+list+":6: \"ftp://ships.example/a\" is no address on the web", skips(r))
		})
	}
}

func TestListsOfLines(t *testing.T) {
	url, _ := server(t)
	inFolder(t, map[string]string{"links.txt": "# coverage\n" + url + "/strike\n\nMorning=" + url + "/talks.html\na.txt\nnosuch.txt\n", "a.txt": prose})
	r, err := Paths(nil, Options{From: []string{"links.txt"}, AllowPrivate: true})
	require.NoError(t, err)
	require.Equal(t, "Morning a strike", ids(r))
	require.Equal(t, "links.txt:6: nosuch.txt: no such file or folder", skips(r))
}

func TestListErrors(t *testing.T) {
	inFolder(t, map[string]string{"no.csv": "who,what\na,b\n", "empty.txt": "# nothing\n", "bad.xlsx": "PK\x03\x04 no"})
	for list, want := range map[string]string{
		"no.csv": "no.csv:1: no column is called url or path; a list needs one", "empty.txt": "empty.txt: a list without links or files",
		"gone.txt": "gone.txt: no such file or folder",
	} {
		_, err := Paths(nil, Options{From: []string{list}})
		require.EqualError(t, err, want)
	}
	_, err := Paths(nil, Options{From: []string{"bad.xlsx"}})
	require.ErrorContains(t, err, "bad.xlsx: no workbook that can be read")
}

func TestCanonical(t *testing.T) {
	for a, b := range map[string]string{
		"https://www.p.example/a/b.html?utm_source=x&id=3#c": "http://p.example/a/b?id=3",
		"https://amp.p.example/a/amp/":                       "https://p.example/a",
		"https://m.p.example/a":                              "https://p.example/a/",
		"https://p.example/a.amp.html":                       "https://p.example/a.html",
		"https://P.example/a?fbclid=1":                       "https://p.example/a",
	} {
		require.Equal(t, canonical(b), canonical(a))
		require.NotEmpty(t, canonical(a))
	}
	require.NotEqual(t, canonical("https://p.example/a?id=1"), canonical("https://p.example/a?id=2"))
	require.Empty(t, canonical("p.example/a"))
}

// The address of a page in an archive is that of the page.
func TestOriginal(t *testing.T) {
	for link, want := range map[string]string{
		"https://web.archive.org/web/20240601000000/https://p.example/news/a":  "https://p.example/news/a",
		"https://web.archive.org/web/20240601000000id_/http://p.example/a?b=c": "http://p.example/a?b=c",
		"https://archive.example/2024/https://p.example/a":                     "https://p.example/a",
		"https://archive.example/wayback/20240601000000/https:/p.example/a":    "https://p.example/a",
		"https://p.example/2024/06/a":                                          "https://p.example/2024/06/a",
		"https://p.example/share?u=https://q.example/2024/https://r.example":   "https://p.example/share?u=https://q.example/2024/https://r.example",
		"https://p.example/news/2024/06/01/https-is-not-enough":                "https://p.example/news/2024/06/01/https-is-not-enough",
	} {
		require.Equal(t, want, original(link))
	}
	require.Equal(t, canonical("https://p.example/a"), canonical("https://web.archive.org/web/20240601000000/http://www.p.example/a?utm_source=x"))
}

// A row of a list whose quotation marks don't fit costs no other row.
func TestListWithBadRow(t *testing.T) {
	inFolder(t, map[string]string{
		"l.csv": "path,title\na.txt,\"A title, with a comma\"\nb.txt,\"not closed\nc.txt,fine\n", "a.txt": prose, "b.txt": prose, "c.txt": "Talks failed. " + prose,
	})
	r, err := Paths(nil, Options{From: []string{"l.csv"}})
	require.NoError(t, err)
	require.Equal(t, "a c", ids(r))
	require.Equal(t, "l.csv:3: its quotation marks don't fit", skips(r))
	require.Equal(t, "A title, with a comma", r.Articles[0].Headline)
}
