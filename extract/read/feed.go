package read

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// feed is a list of articles that an outlet publishes, with or without their
// text.
var feed = Format{
	Name:    "feed",
	Endings: []string{".rss", ".atom", ".xml", ".rdf"},
	Kinds:   []string{"application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml", "text/xml"},
	Reads:   "RSS, Atom and JSON Feed: items with their whole text are articles, others are fetched under --follow; the feed's title is the outlet",
	Like:    likeFeed,
	Read:    readFeed,
}

func likeFeed(head []byte) bool {
	return hasRoot(head, "rss", "feed", "RDF") || likeJSON(head) && bytes.Contains(head, []byte("jsonfeed.org/version"))
}

// Bounds of what is a whole text: of what a feed gives as content, and as
// summary, in words.
const (
	leastContent = 60
	leastSummary = 150
)

func readFeed(in input) (contents, error) {
	if !likeFeed(bytes.TrimPrefix(in.data[:min(len(in.data), headBytes)], []byte("\xEF\xBB\xBF"))) {
		if _, err := parseXML(in.data, in.limits); err != nil {
			return contents{}, in.skip(err.Error())
		}
		if !in.listed && in.depth == 0 {
			return contents{}, errPassedOver
		}
		return contents{}, in.skip("XML of another kind than feeds, NewsML-G2 and NITF")
	}
	parsed, err := timely(in.limits, func() (*gofeed.Feed, error) { return gofeed.NewParser().Parse(bytes.NewReader(in.data)) })
	if err != nil {
		return contents{}, in.skip("a feed that doesn't parse: " + err.Error())
	}
	var out contents
	most := int(in.limits.Of("articles"))
	for i, it := range parsed.Items {
		part := fmt.Sprintf("item %d", i+1)
		if i == most {
			out.skipped = append(out.skipped, in.skip("more items than "+tooMuch("articles", int64(most))+"; the others are left out"))
			break
		}
		d, whole := feedItem(in, parsed, it)
		link := firstURL(it.Link, it.GUID)
		switch {
		case whole:
			out.addPart(in, part, contents{documents: []document{d}})
		case link != "":
			out.follow = append(out.follow, item{link: link, outlet: d.outlet, title: d.headline, date: feedDate(it), where: "the feed", fallback: true})
		default:
			out.skipPart(in, part, fmt.Errorf("%q has neither its text nor a link", shortened(d.headline)))
		}
	}
	if len(parsed.Items) == 0 {
		return contents{}, in.skip("a feed without items")
	}
	return out, nil
}

// feedItem is the document of an item, and whether it has the article's whole
// text.
func feedItem(in input, from *gofeed.Feed, it *gofeed.Item) (document, bool) {
	const where = "the feed"
	var d document
	d.fact("outlet", &d.outlet, feedName.Replace(plainText(from.Title)), where)
	d.fact("url", &d.url, original(firstURL(it.Link, it.GUID)), where)
	d.host = hostOf(d.url)
	d.fact("language", &d.language, from.Language, where)
	var authors []string
	for _, a := range it.Authors {
		if a != nil && a.Name != "" {
			authors = append(authors, authorOf(plainText(a.Name)))
		}
	}
	d.fact("author", &d.author, strings.Join(authors, ", "), where)
	d.date(feedDate(it), where)
	title := plainText(it.Title)
	if title != "" {
		d.found("title", where)
	}
	d.headline = title
	for _, c := range []struct {
		text  string
		least int
	}{{it.Content, leastContent}, {it.Description, leastSummary}} {
		text := c.text
		if !likeMarkup(text) && strings.Contains(text, "&lt;/p&gt;") {
			text = html.UnescapeString(text) // it was escaped twice
		}
		paragraphs := proseParagraphs(text)
		if likeMarkup(text) {
			paragraphs = fragmentParagraphs(text)
		}
		if wordsOf(paragraphs) < c.least || endsOpen(paragraphs) {
			continue
		}
		if d.compose(title, paragraphs) == nil {
			return d, true
		}
	}
	return d, false
}

// endsOpen reports whether a text breaks off.
func endsOpen(paragraphs []string) bool {
	if len(paragraphs) == 0 {
		return false
	}
	last := strings.ToLower(strings.TrimRight(paragraphs[len(paragraphs)-1], " .»→>]["))
	for _, ending := range []string{"…", "...", "read more", "continue reading", "read on", "&hellip;"} {
		if strings.HasSuffix(paragraphs[len(paragraphs)-1], ending) || strings.HasSuffix(last, ending) {
			return true
		}
	}
	return strings.Contains(last, "continue reading ")
}

// feedName takes off what titles of feeds have beside the outlet's name.
var feedName = strings.NewReplacer(" - RSS Feed", "", " RSS Feed", "", " RSS", "", " - Latest News", "", " - Top Stories", "", " - All Articles", "")

func feedDate(it *gofeed.Item) string {
	for _, s := range []string{it.Published, it.Updated} {
		if _, ok := ParseDate(s); ok {
			return s
		}
	}
	for _, t := range []*time.Time{it.PublishedParsed, it.UpdatedParsed} {
		if t != nil && t.Year() > 0 {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}
