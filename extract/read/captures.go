package read

import (
	"fmt"
	"strings"
)

// capture is one response of an archive of pages.
type capture struct {
	url, kind, charset string
	body               []byte
}

// leastCapture is the least words of a page in an archive that doesn't say that it
// is an article: front pages, frames and notices lie there too.
const leastCapture = 120

// shortestPage is the least bytes of a page that can be an article.
const shortestPage = 500

// pageKinds are the media types of responses that may be articles.
var pageKinds = setOf("text/html", "application/xhtml+xml", "application/pdf")

// captured adds the article of a response, where it is one. Its date is that of
// the page; the day of the capture is another.
func (out *contents) captured(in input, c capture, part string) error {
	kind, _, _ := strings.Cut(strings.ToLower(c.kind), ";")
	if !pageKinds[strings.TrimSpace(kind)] || len(c.body) < shortestPage {
		return nil
	}
	inner, err := in.within(c.body)
	if err != nil {
		return err
	}
	inner.kind, inner.charset, inner.url = kind, c.charset, c.url
	found, err := in.parts.parse(inner)
	if err != nil {
		return nil // no article
	}
	for _, d := range found.documents {
		if !d.marked && len(strings.Fields(d.body.In(d.text))) < leastCapture {
			continue
		}
		d.fact("url", &d.url, original(c.url), "the record")
		d.host = hostOf(d.url)
		out.addPart(in, part, contents{documents: []document{d}})
	}
	return nil
}

// noneOf is the error of an archive without articles.
func noneOf(in input, records int) error {
	return in.skip(fmt.Sprintf("no article in it, among %s", counted(records, "record")))
}
