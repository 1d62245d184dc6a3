package read

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// entriesOf lists what is read of a page: each article's date, title and body.
func entriesOf(t *testing.T, page string) []string {
	all, _, err := Readings("a.html", []byte(page), Options{})
	require.NoError(t, err)
	var out []string
	for _, r := range all {
		wellFormed(t, r.Article)
		out = append(out, r.Article.Published.UTC().Format("01-02 15:04")+" "+r.Article.Headline+": "+strings.ReplaceAll(r.Prose(), "\n\n", " / "))
	}
	return out
}

// said are the entries of the pages below.
var said = []string{
	"The gates of the port of Halden are open again since noon, the union said on its page.",
	"Talks went on through the morning without a result, and both sides left the town hall by the back door.",
	"Some 1,200 dock workers stood at the gates before dawn, and no ship left the port of Halden.",
}

func livePage(head, list string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>Strike in Halden: live</title>` + head + `</head><body><header><nav><a href="/">Home</a></nav></header><main><h1>Strike in Halden: live</h1>` + list +
		`<aside><ul><li><time datetime="2021-03-01T10:00:00Z">1 March</time><a href="/b">Ferries late again</a></li></ul></aside></main><footer>Terms</footer></body></html>`
}

func TestLiveBlogPages(t *testing.T) {
	each := func(form string) string {
		out := ""
		for i, s := range said {
			out += fmt.Sprintf(form, []string{"12:05", "10:30", "06:45"}[i], []string{"Gates open", "No result", "Gates shut"}[i], s)
		}
		return out
	}
	titled := []string{"03-09 12:05 Gates open: " + said[0], "03-09 10:30 No result: " + said[1], "03-09 06:45 Gates shut: " + said[2]}
	untitled := []string{"03-09 12:05 Strike in Halden: live: " + said[0], "03-09 10:30 Strike in Halden: live: " + said[1], "03-09 06:45 Strike in Halden: live: " + said[2]}
	ofDay := `<meta property="article:published_time" content="2021-03-09T06:00:00Z">`
	for _, test := range []struct {
		reason, page string
		want         []string
	}{
		{"JSON-LD", livePage(`<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Strike in Halden: live","datePublished":"2021-03-09T06:00:00Z","liveBlogUpdate":[`+
			strings.TrimSuffix(each(`{"@type":"BlogPosting","datePublished":"2021-03-09T%s:00Z","headline":"%s","articleBody":"%s"},`), ",")+`]}</script>`, "<p>The strike goes on.</p>"), titled},
		{"microdata", livePage("", `<div itemscope itemtype="https://schema.org/LiveBlogPosting">`+each(`<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><meta itemprop="datePublished" content="2021-03-09T%s:00Z"><h2 itemprop="headline">%s</h2><div itemprop="articleBody"><p>%s</p></div></div>`)+`</div>`), titled},
		{"articles with time elements", livePage("", `<section>`+each(`<article><time datetime="2021-03-09T%s:00Z">some time ago</time><h3>%s</h3><p>%s</p></article>`)+`</section>`), titled},
		{"items of a list, the time below the title", livePage("", `<ol class="live">`+strings.ReplaceAll(each(`<li><div class="post"><span class="when"><time datetime="2021-03-09T%s:00Z">-</time></span><h2>%s</h2><p>%s</p><div class="share">Share</div></div></li>`), "-</time></span>", "</time></span>")+`</ol>`), titled},
		{"clock times as headings", livePage(ofDay, each(`<h3>%s</h3><!-- %s --><p>%s</p>`)), untitled},
		{"clock times in bold, with a zone", livePage(ofDay, strings.ReplaceAll(each(`<p><strong>%s</strong></p><!-- %s --><p>%s</p>`), "</strong>", " GMT</strong>")), untitled},
		{"an article with one time", livePage(ofDay, `<article><time datetime="2021-03-09T08:00:00Z">8 a.m.</time><p>`+strings.Join(said, "</p><p>")+`</p></article>`), []string{"03-09 06:00 Strike in Halden: live: " + strings.Join(said, " / ")}},
		{"an article with comments", livePage(ofDay, `<article><p>`+strings.Join(said, "</p><p>")+`</p></article><div class="comments">`+each(`<div><time datetime="2021-03-09T%s:00Z">x</time><b>%s</b><p>%s</p></div>`)+`</div>`),
			[]string{"03-09 06:00 Strike in Halden: live: " + strings.Join(said, " / ")}},
		{"an article that names times out of order", livePage(ofDay, `<article><p>`+strings.Join(said, "</p><p>")+`</p><ul><li><b>10:00</b> Halden</li><li><b>09:00</b> Moss</li><li><b>11:00</b> Larvik</li></ul></article>`), nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			got := entriesOf(t, test.page)
			if test.want == nil {
				require.Len(t, got, 1)
				return
			}
			require.Equal(t, test.want, got)
		})
	}
}

// A live blog without its date has entries without one.
func TestClockTimesWithoutADay(t *testing.T) {
	all, _, err := Readings("a.html", []byte(livePage("", `<h3>12:05</h3><p>`+said[0]+`</p><h3>10:30</h3><p>`+said[1]+`</p><h3>06:45</h3><p>`+said[2]+`</p>`)), Options{})
	require.NoError(t, err)
	for _, r := range all {
		require.Equal(t, time.Time{}, r.Article.Published)
	}
}

// What stands before the first dated entry is an article of its own, where it says more
// than that a live blog follows.
func TestLiveBlogIntroductions(t *testing.T) {
	const told = "Dock workers in Halden went on strike on Tuesday over a new rota, and the port says that it can hold out until the weekend."
	entries := `<div class="feed">`
	for i, s := range said {
		entries += fmt.Sprintf(`<article><time datetime="2021-03-09T%s:00Z">-</time><p>%s</p></article>`, []string{"12:05", "10:30", "06:45"}[i], s)
	}
	entries += `</div><p>Our coverage of the strike ends here for today, and it goes on at six o’clock tomorrow morning.</p>`
	ofDay := `<meta property="article:published_time" content="2021-03-09T06:00:00Z">`
	posting := func(body string) string {
		return `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Strike in Halden: live","datePublished":"2021-03-09T06:00:00Z","articleBody":"` + body + `","liveBlogUpdate":[` +
			`{"@type":"BlogPosting","datePublished":"2021-03-09T12:05:00Z","articleBody":"` + said[0] + `"},{"@type":"BlogPosting","datePublished":"2021-03-09T10:30:00Z","articleBody":"` + said[1] + `"}]}</script>`
	}
	for _, test := range []struct{ reason, page, want string }{
		{"a paragraph", livePage(ofDay, "<p>"+told+"</p>"+entries), told},
		{"a summary", livePage(ofDay, "<h2>What we know</h2><ul><li>Dock workers are on strike in Halden.</li><li>No ship has left the port since Monday night.</li></ul>"+entries), "What we know / Dock workers are on strike in Halden. / No ship has left the port since Monday night."},
		{"in an element of its own", livePage(ofDay, `<section class="intro"><p>`+told+`</p></section><section>`+entries+`</section>`), told},
		{"with what stands beside an article", livePage(ofDay, "<p>"+told+`</p><p>Share this article</p><div class="newsletter"><p>Sign up for our daily newsletter on the port of Halden.</p></div>`+entries), told},
		{"the body of JSON-LD", livePage(posting(told), "<p>The strike goes on.</p>"), told},
		{"a line that says what follows", livePage(ofDay, "<p>Follow our live coverage of the strike below.</p>"+entries), ""},
		{"nothing but furniture", livePage(ofDay, "<p>Sign up for our daily newsletter on the port of Halden and the towns about it, straight to your inbox.</p>"+entries), ""},
		{"none", livePage(ofDay, entries), ""},
		{"a body of JSON-LD that is the entries", livePage(posting(said[0]+" "+said[1]), "<p>The strike goes on.</p>"), ""},
	} {
		t.Run(test.reason, func(t *testing.T) {
			got := entriesOf(t, test.page)
			if test.want != "" {
				require.Equal(t, "03-09 06:00 Strike in Halden: live: "+test.want, got[0])
				got = got[1:]
			}
			require.GreaterOrEqual(t, len(got), 2)
			require.LessOrEqual(t, len(got), 3)
			require.True(t, strings.HasSuffix(got[0], ": "+said[0]), got[0])
		})
	}
}
