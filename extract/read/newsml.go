package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// newsML is NewsML-G2 of the IPTC, as agencies send it: a news item or a message
// of several.
var newsML = Format{
	Name:    "NewsML-G2",
	Endings: []string{".newsml", ".g2"},
	Kinds:   []string{"application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml"},
	Reads:   "each news item with a text: headline, date, byline, language and provider; the provider is the agency",
	Like:    func(head []byte) bool { return hasRoot(head, "newsItem", "newsMessage", "packageItem") },
	Read:    readNewsML,
}

// hasRoot reports whether an XML document begins with one of the elements named.
func hasRoot(head []byte, names ...string) bool {
	for {
		at := bytes.IndexByte(head, '<')
		if at < 0 || len(bytes.TrimSpace(head[:at])) > 0 {
			return false
		}
		head = head[at+1:]
		ending := ""
		switch {
		case bytes.HasPrefix(head, []byte("?")):
			ending = "?>"
		case bytes.HasPrefix(head, []byte("!--")):
			ending = "-->"
		case bytes.HasPrefix(head, []byte("!")):
			ending = ">"
			if subset := bytes.IndexByte(head, '['); subset >= 0 && subset < bytes.IndexByte(head, '>') {
				ending = "]"
			}
		}
		if ending != "" {
			end := bytes.Index(head, []byte(ending))
			if end < 0 {
				return false
			}
			head = head[end+len(ending):]
			if ending == "]" {
				head = bytes.TrimPrefix(bytes.TrimSpace(head), []byte(">"))
			}
			continue
		}
		name := head
		if end := bytes.IndexAny(head, " \t\r\n/>"); end >= 0 {
			name = head[:end]
		}
		if colon := bytes.IndexByte(name, ':'); colon >= 0 {
			name = name[colon+1:]
		}
		for _, n := range names {
			if string(name) == n {
				return true
			}
		}
		return false
	}
}

func readNewsML(in input) (contents, error) {
	root, err := parseXML(in.data, in.limits)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	items := root.all("newsItem")
	if root.name == "newsItem" {
		items = []*element{root}
	}
	var out contents
	most := int(in.limits.Of("articles"))
	for i, item := range items {
		if i == most {
			out.skipped = append(out.skipped, in.skip("more items than "+tooMuch("articles", int64(most))+"; the others are left out"))
			break
		}
		d, err := newsItem(item)
		if len(items) == 1 {
			if err != nil {
				return contents{}, in.skip(err.Error())
			}
			return one(d, nil)
		}
		part := fmt.Sprintf("item %d", i+1)
		if err != nil {
			out.skipPart(in, part, err)
			continue
		}
		out.addPart(in, part, contents{documents: []document{d}})
	}
	if len(items) == 0 {
		return contents{}, in.skip("NewsML without a news item")
	}
	return out, nil
}

func newsItem(item *element) (document, error) {
	const where = "NewsML-G2"
	var d document
	content := item.find("contentSet")
	if content == nil {
		return d, errors.New("a news item without a text")
	}
	var paragraphs []string
	headline := item.words("contentMeta", "headline")
	if nitf := content.find("nitf"); nitf != nil {
		inner, err := nitfDocument(nitf)
		if err != nil {
			return d, err
		}
		d, paragraphs = inner, inner.paragraphs()
		headline = first(headline, inner.headline)
	} else if inline := content.find("inlineXML"); inline != nil {
		paragraphs = newsFlow.paragraphs(inline)
	} else if data := content.find("inlineData"); data != nil {
		var b strings.Builder
		data.write(&b)
		paragraphs = proseParagraphs(b.String())
	}
	if status := item.words("itemMeta", "pubStatus"); strings.Contains(strings.ToLower(status), "cancel") {
		return d, errors.New("a news item that its agency has cancelled")
	}
	d.fact("author", &d.author, strings.TrimPrefix(item.words("contentMeta", "by"), "By "), where)
	agency := ""
	for _, at := range [][]string{{"contentMeta", "creditline"}, {"contentMeta", "infoSource", "name"}, {"itemMeta", "provider", "name"}, {"itemMeta", "provider"}} {
		agency = first(agency, item.words(at...))
	}
	if p := item.find("itemMeta", "provider"); agency == "" && p != nil {
		agency = first(p.attr("literal"), strings.TrimPrefix(p.attr("qcode"), "nprov:"))
	}
	if isAgency(agency) {
		d.agency = agency
	}
	d.fact("outlet", &d.outlet, first(agencies[strings.ToLower(agency)], agency), where+"'s provider")
	if l := item.find("contentMeta", "language"); l != nil {
		d.fact("language", &d.language, l.attr("tag"), where)
	}
	for _, at := range [][]string{{"contentMeta", "contentCreated"}, {"itemMeta", "firstCreated"}, {"itemMeta", "versionCreated"}} {
		d.date(item.words(at...), where)
	}
	if headline != "" {
		d.found("title", where)
	}
	return d, d.compose(headline, paragraphs)
}

// newsFlow is that of XHTML and NITF within news items.
var newsFlow = flow{
	blocks: setOf("p", "div", "h1", "h2", "h3", "h4", "hl1", "hl2", "li", "ul", "ol", "table", "tr", "block", "bq", "blockquote", "br", "body", "head", "section", "note", "tagline", "pre"),
	skip:   setOf("media", "figure", "figcaption", "head", "script", "style", "aside", "body.end"),
	spaces: map[string]string{"td": " ", "th": " "},
}
