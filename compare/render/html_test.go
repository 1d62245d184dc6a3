package render

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/kind"
	"xref/extract/resolve"
	"xref/fixtures"
)

// pageOf is the HTML of a report.
func pageOf(t testing.TB, r *compare.Report) string {
	var b bytes.Buffer
	require.NoError(t, htmlReport.Write(&b, r, Options{Version: "v1.2.3"}))
	return b.String()
}

// embedded are the style sheet and the scripts, which are files of their own.
var embedded = regexp.MustCompile(`(?s)(<style>|<script[^>]*>).*?(</style>|</script>)`)

func TestHTMLOfReports(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/html")
	policy := regexp.MustCompile(`sha256-\S+?=&#39;`)
	for _, r := range further {
		page := pageOf(t, r.make(t))
		require.Len(t, embedded.FindAllString(page, -1), 3, r.name)
		page = embedded.ReplaceAllString(page, "$1$2")
		golden.Equal(t, r.name+".html", policy.ReplaceAllString(page, "sha256-&#39;"))
	}
}

// hostileHTML is what would act in a page: elements, the ends of those that it
// stands in, attributes, actions of templates.
var hostileHTML = []string{
	`</script><script>hacked=1</script>`,
	`</style><style>body{display:none}</style>`,
	`</title><img src=x onerror="hacked=1">`,
	`<svg/onload=hacked=1><a href="javascript:hacked=1">x</a>`,
	`" onmouseover="hacked=1" autofocus onfocus="hacked=1`,
	`' style='display:none' x='`,
	"`${hacked=1}` {{.}} {{template \"x\"}} <%= 1 %>",
	`<!-- <meta http-equiv=refresh content="0;url=https://example.org"> --> <base href=//example.org>`,
	`&lt;script&gt; &#60;script&#62; <iframe srcdoc="<script>hacked=1</script>"></iframe>`,
	`javascript:hacked=1`,
}

// hostilePage is a report all of whose texts are hostile, front matter included.
func hostilePage(t testing.TB) *compare.Report {
	b := newBuilder(t)
	text := strings.ToValidUTF8(strings.Join(append(hostileHTML, hostile...), " "), "\uFFFD")
	a := b.article(`a"><script>hacked=1</script>`, text, text, "2024-05-02", "first "+text, "second "+text, "she "+text)
	c := b.article(`b' onclick='hacked=1`, text+"2", text, "", "third "+text, "fourth "+text, "he "+text)
	for i, url := range []string{"javascript:hacked=1", "https://example.org/\"><script>hacked=1</script>"} {
		d := b.r.Documents[i].Article
		d.URL, d.Author, d.Path, d.Language = url, text, text, text
	}
	s := b.story(text, a, c)
	e := b.entity(resolve.Person, text,
		spoken{a, "first", resolve.Name, resolve.NoClass}, spoken{a, "second " + text, resolve.Title, resolve.NoClass}, spoken{a, "she ", resolve.Pronoun, resolve.She},
		spoken{c, "third", resolve.Name, resolve.NoClass}, spoken{c, "he " + text, resolve.Pronoun, resolve.He})
	u := b.utterance(s, e, claim.Altered, clause{a, "first " + text}, clause{c, "third " + text})
	claim := b.claim(s, kind.Differ, 1, text, clause{a, "second " + text}, clause{c, "fourth " + text})
	f := b.finding(s, "quote", kind.Differ, 0.5, text, text, b.says(a, "first "+text, "", text), b.says(c, "third "+text, "", text))
	f.Entity, f.Utterance, f.Claim = e, u, claim
	b.finding(s, "pronoun", kind.Conflict, 0.5, text, text, b.says(a, "she "+text, "she", "<b>she"), b.says(c, "he "+text, "he", "\"he'"))
	b.r.Skipped = []compare.Skipped{{Path: text, Reason: text}}
	return b.r
}

// No element, no attribute and no address of the page is an article's: those of
// a hostile report are the kinds that an honest one has.
func TestHTMLHoldsNothingOfTheArticlesButText(t *testing.T) {
	elements := map[string]bool{}
	attributes := map[string]bool{}
	for _, r := range further {
		if r.name != "hostile" {
			walkHTML(t, pageOf(t, r.make(t)), func(n *html.Node, a html.Attribute) {
				elements[n.Data] = true
				attributes[a.Key] = true
			})
		}
	}
	require.True(t, elements["details"])
	elements["noscript"] = true // of findings folded away, which no other report has
	elements["q"] = true        // of values that the sentence lacks
	for _, make := range []func(testing.TB) *compare.Report{hostileReport, hostilePage, hostileMany} {
		page := pageOf(t, make(t))
		requireHarmless(t, page)
		scripts := 0
		walkHTML(t, page, func(n *html.Node, a html.Attribute) {
			require.True(t, elements[n.Data], "<%s>", n.Data)
			require.True(t, a.Key == "" || attributes[a.Key], "%s=%q", a.Key, a.Val)
			require.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
			if a.Key == "href" {
				require.True(t, strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Val, "https://example.org/%22%3E%3Cscript%3E"), a.Val)
			}
			if n.Data == "script" && n.FirstChild.NextSibling == nil && a.Key == "" {
				scripts++
			}
		})
		require.Equal(t, 2, scripts)
	}
}

// hostileMany is more hostile findings than are elements at first.
func hostileMany(t testing.TB) *compare.Report { return repeated(hostilePage(t), mostUnfolded+5) }

// parsed is the page as a browser without scripts reads it.
func parsed(t *testing.T, page string) *html.Node {
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	require.NoError(t, err)
	return root
}

// walkHTML visits every element, first without an attribute and then with each.
func walkHTML(t *testing.T, page string, visit func(*html.Node, html.Attribute)) {
	root := parsed(t, page)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		visit(n, html.Attribute{})
		for _, a := range n.Attr {
			visit(n, a)
		}
	}
}

// Every id stands once, every link within the page leads somewhere, and what
// names or labels by id names what is there.
func TestHTMLLinksLeadSomewhere(t *testing.T) {
	for _, r := range further {
		page := pageOf(t, r.make(t))
		ids := map[string]bool{}
		walkHTML(t, page, func(n *html.Node, a html.Attribute) {
			if a.Key == "id" {
				require.False(t, ids[a.Val], "%s: id %s twice", r.name, a.Val)
				ids[a.Val] = true
			}
		})
		require.NotEmpty(t, ids)
		walkHTML(t, page, func(n *html.Node, a html.Attribute) {
			switch a.Key {
			case "href":
				if at, in := strings.CutPrefix(a.Val, "#"); in {
					at, _, _ = strings.Cut(at, "&")
					require.True(t, ids[at], "%s: %s", r.name, a.Val)
				}
			case "aria-labelledby", "for":
				require.True(t, ids[a.Val], "%s: %s=%s", r.name, a.Key, a.Val)
			}
		})
	}
}

// What has been compared can be read without any script: every passage of every
// finding stands in the page.
func TestHTMLHoldsEveryPassage(t *testing.T) {
	for _, r := range append(slices.Clone(further), reportCase{"many", func(testing.TB) *compare.Report { return many(mostUnfolded + 5) }}, reportCase{"hostile many", hostileMany}) {
		report := r.make(t)
		root := parsed(t, pageOf(t, report))
		var b strings.Builder
		for n := range root.Descendants() {
			if n.Type == html.TextNode {
				b.WriteString(n.Data)
			}
		}
		text := b.String()
		unfolded := 0
		for n := range root.Descendants() {
			if n.Data == "details" && n.Parent.Data == "noscript" {
				unfolded++
			}
		}
		require.Equal(t, max(0, len(report.Findings)-mostUnfolded), unfolded, r.name)
		for _, f := range report.Findings {
			require.Contains(t, text, Plain(f.Subject))
			for _, e := range f.Evidence {
				require.Contains(t, text, Plain(e.Span.In(report.Documents[e.Article].Article.Text)), r.name)
			}
		}
		for _, d := range report.Documents {
			for _, p := range paragraphsIn(d.Article.Text, d.Article.Body) {
				require.Contains(t, text, Plain(p.In(d.Article.Text)), r.name)
			}
		}
	}
}
