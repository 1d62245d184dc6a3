package read

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a web page says of itself; "" or zero where it doesn't.
type metadata struct {
	outlet, title, author, url, language, agency string
	published                                    time.Time
	marked                                       bool  // the page says that it is an article
	restricted                                   bool  // the page says that it takes a subscription
	body                                         any   // the text, as JSON-LD has it
	updates                                      []any // of a live blog, as JSON-LD has them
	from                                         map[string]string
}

// document has what the page says of itself, and no text yet.
func (m metadata) document() document {
	return document{
		headline: m.title, outlet: m.outlet, agency: m.agency, host: hostOf(m.url), author: m.author, url: m.url,
		language: m.language, published: m.published, marked: m.marked, restricted: m.restricted, from: m.from,
	}
}

// The tags that give each field, the better ones first: the name, property or
// itemprop of a meta tag.
var (
	outletTags    = []string{"og:site_name", "publisher", "dc.publisher", "application-name", "apple-mobile-web-app-title"}
	titleTags     = []string{"og:title", "twitter:title", "dc.title", "parsely-title", "headline"}
	authorTags    = []string{"author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "article:author_name"}
	publishedTags = []string{"article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "dc.date.issued", "dcterms.created", "dc.date", "sailthru.date", "pubdate", "publishdate", "publish-date", "date"}
	urlTags       = []string{"og:url", "parsely-link", "twitter:url"}
	languageTags  = []string{"og:locale", "dc.language", "content-language"}
)

// metadataOf reads a page's metadata: JSON-LD goes before meta tags, and they
// before the page's visible elements.
func metadataOf(root *html.Node) metadata {
	p := pageFacts(root)
	article, graph := p.jsonLDArticle()
	const jsonLD, tags = "JSON-LD", "meta tags"
	m := metadata{from: map[string]string{}}
	pick := func(fact string, candidates ...[2]string) string {
		for _, c := range candidates {
			if c[0] != "" {
				m.from[fact] = c[1]
				return c[0]
			}
		}
		return ""
	}
	publisher, source := graph.name(article["publisher"]), graph.name(article["sourceOrganization"])
	if isAgency(source) {
		m.agency, source = source, ""
	}
	m.outlet = pick("outlet", [2]string{publisher, jsonLD}, [2]string{source, jsonLD}, [2]string{p.tag(outletTags), tags})
	m.title = pick("title", [2]string{plainText(article["headline"]), jsonLD}, [2]string{p.tag(titleTags), tags}, [2]string{plainText(article["name"]), jsonLD},
		[2]string{p.onlyHeading(), "the only heading"}, [2]string{withoutSite(p.pageTitle), "the page's title"})
	m.author = pick("author", [2]string{graph.names(article["author"]), jsonLD}, [2]string{graph.names(article["creator"]), jsonLD}, [2]string{authorOf(p.tag(authorTags)), tags})
	for _, c := range [][2]string{{graph.link(article["url"]), jsonLD}, {graph.link(article["mainEntityOfPage"]), jsonLD}, {p.canonical, "the canonical link"}, {p.tag(urlTags), tags}} {
		if u := original(firstURL(c[0])); u != "" {
			m.url = pick("url", [2]string{u, c[1]})
			break
		}
	}
	m.language = pick("language", [2]string{plainText(article["inLanguage"]), jsonLD}, [2]string{p.language, "the page's lang"}, [2]string{p.tag(languageTags), tags})
	for _, c := range [][2]string{
		{plainText(article["datePublished"]), jsonLD}, {p.tag(publishedTags), tags}, {plainText(article["dateCreated"]), jsonLD}, {p.publishedTime, "a time element"},
	} {
		if t, ok := ParseDate(c[0]); ok {
			m.published = t
			m.from["date"] = c[1]
			break
		}
	}
	m.body = article["articleBody"]
	m.updates = graph.updates(article["liveBlogUpdate"])
	m.marked = article != nil || strings.EqualFold(p.tags["og:type"], "article")
	if free := article["isAccessibleForFree"]; free == false || strings.EqualFold(plainText(free), "false") {
		m.restricted = true
	}
	return m
}

// facts are the elements of a page that may carry metadata.
type facts struct {
	tags          map[string]string // lower-case name of a meta tag to its first content
	jsonLD        []string
	headings      []string // the text of each h1
	pageTitle     string
	canonical     string
	language      string
	publishedTime string // of a time element marked as the publication's
}

func pageFacts(root *html.Node) facts {
	p := facts{tags: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.language = attribute(n.Attr, "lang")
		case atom.Meta:
			content := attribute(n.Attr, "content")
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				name := strings.ToLower(attribute(n.Attr, key))
				if _, seen := p.tags[name]; name != "" && content != "" && !seen {
					p.tags[name] = content
				}
			}
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(attribute(n.Attr, "type")), "application/ld+json") {
				p.jsonLD = append(p.jsonLD, textOf(n))
			}
		case atom.Link:
			if strings.EqualFold(attribute(n.Attr, "rel"), "canonical") && p.canonical == "" {
				p.canonical = attribute(n.Attr, "href")
			}
		case atom.Title:
			if p.pageTitle == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				p.pageTitle = oneLine(textOf(n))
			}
		case atom.H1:
			if h := oneLine(textOf(n)); h != "" {
				p.headings = append(p.headings, h)
			}
		case atom.Time:
			marked := hasAttribute(n.Attr, "pubdate") || strings.EqualFold(attribute(n.Attr, "itemprop"), "datePublished")
			if at := attribute(n.Attr, "datetime"); marked && at != "" && p.publishedTime == "" {
				p.publishedTime = at
			}
		}
	}
	return p
}

func (p facts) tag(names []string) string {
	for _, name := range names {
		if v := oneLine(p.tags[name]); v != "" {
			return v
		}
	}
	return ""
}

func (p facts) onlyHeading() string {
	if len(p.headings) == 1 {
		return p.headings[0]
	}
	return ""
}

// withoutSite takes the outlet's name off the title of a page: a short last
// part after a dash or a bar, where a title of some words is left.
func withoutSite(title string) string {
	const mostSiteWords, leastTitleWords = 4, 3
	for _, separator := range []string{" | ", " - ", " – ", " — ", " :: ", " • "} {
		i := strings.LastIndex(title, separator)
		if i > 0 && len(strings.Fields(title[:i])) >= leastTitleWords && len(strings.Fields(title[i+len(separator):])) <= mostSiteWords {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// graph holds the objects of a page's JSON-LD by their @id.
type graph map[string]map[string]any

// jsonLDArticle is the first object of the page's JSON-LD that describes an
// article, nil where none does, and all objects that others refer to. Blocks
// that are no JSON are passed over.
func (p facts) jsonLDArticle() (map[string]any, graph) {
	var objects []map[string]any
	for _, source := range p.jsonLD {
		source = strings.TrimSpace(source)
		source = strings.TrimSuffix(strings.TrimPrefix(source, "<!--"), "-->")
		source = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(source), "//<![CDATA["), "//]]>")
		source = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(source), "<![CDATA["), "]]>")
		var value any
		if json.Unmarshal([]byte(lenientJSON(source)), &value) == nil {
			objects = gather(objects, value, 0)
		}
	}
	g := graph{}
	var found map[string]any
	for _, o := range objects {
		if id, ok := o["@id"].(string); ok && len(o) > len(g[id]) {
			g[id] = o
		}
		if found == nil && isArticle(o["@type"]) {
			found = o
		}
	}
	return found, g
}

// lenientJSON turns raw line breaks and tabs, which some pages leave in
// strings, into spaces.
func lenientJSON(source string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, source)
}

// gather appends the objects in value, outer ones first, in an order that
// doesn't depend on the map's.
func gather(objects []map[string]any, value any, depth int) []map[string]any {
	const deepest = 8
	if depth > deepest {
		return objects
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			objects = gather(objects, item, depth+1)
		}
	case map[string]any:
		objects = append(objects, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "hasPart", "itemListElement", "item"} {
			objects = gather(objects, v[key], depth+1)
		}
	}
	return objects
}

// isArticle reports whether a schema.org type is Article or one below it.
func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		k = k[strings.LastIndexAny(k, "/:")+1:]
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "BlogPosting") || k == "Report"
	case []any:
		for _, item := range k {
			if isArticle(item) {
				return true
			}
		}
	}
	return false
}

// name is the name of an organization or person: a string, an object, or a
// reference to one.
func (g graph) name(value any) string {
	switch v := value.(type) {
	case string:
		if o, ok := g[v]; ok {
			return plainText(o["name"])
		}
		if strings.Contains(v, "://") {
			return ""
		}
		return plainText(v)
	case map[string]any:
		if name := plainText(v["name"]); name != "" {
			return name
		}
		if id, ok := v["@id"].(string); ok {
			return plainText(g[id]["name"])
		}
	case []any:
		for _, item := range v {
			if name := g.name(item); name != "" {
				return name
			}
		}
	}
	return ""
}

// updates are the entries of a live blog: objects, or references to them.
func (g graph) updates(value any) []any {
	if o, ok := value.(map[string]any); ok {
		value = []any{o}
	}
	list, _ := value.([]any)
	var all []any
	for _, item := range list {
		if s, ok := item.(string); ok && g[s] != nil {
			item = g[s]
		} else if o, ok := item.(map[string]any); ok && len(o) == 1 {
			if id, ok := o["@id"].(string); ok && g[id] != nil {
				item = g[id]
			}
		}
		all = append(all, item)
	}
	return all
}

// names are the names of several, joined by commas.
func (g graph) names(value any) string {
	items, ok := value.([]any)
	if !ok {
		return authorOf(g.name(value))
	}
	var all []string
	for _, item := range items {
		if name := authorOf(g.name(item)); name != "" {
			all = append(all, name)
		}
	}
	return strings.Join(all, ", ")
}

// link is a URL given as a string or as an object's @id.
func (g graph) link(value any) string {
	if o, ok := value.(map[string]any); ok {
		value = o["@id"]
		if value == nil {
			value = o["url"]
		}
	}
	s, _ := value.(string)
	return strings.TrimSpace(s)
}

// authorOf takes "By " off a byline; an address of a profile is no name.
func authorOf(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	return strings.TrimSpace(s)
}

// plainText is a JSON string, or the first of a list, with character references
// decoded and tags taken out, on one line.
func plainText(value any) string {
	switch v := value.(type) {
	case string:
		v = html.UnescapeString(v)
		if strings.Contains(v, "<") && strings.Contains(v, ">") {
			if nodes, err := html.ParseFragment(strings.NewReader(v), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}); err == nil {
				var b strings.Builder
				for _, n := range nodes {
					b.WriteString(textOf(n))
				}
				v = b.String()
			}
		}
		return oneLine(v)
	case []any:
		for _, item := range v {
			if s := plainText(item); s != "" {
				return s
			}
		}
	case map[string]any:
		return plainText(v["@value"])
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(invisible.Replace(strings.ToValidUTF8(s, "\uFFFD"))), " ")
}

func hasAttribute(attributes []html.Attribute, name string) bool {
	for _, a := range attributes {
		if a.Key == name {
			return true
		}
	}
	return false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// firstURL is the first that is an absolute web address.
func firstURL(values ...string) string {
	for _, v := range values {
		if hostOf(v) != "" {
			return v
		}
	}
	return ""
}

// hostOf is the host of a web address without "www.", "" where s is none.
func hostOf(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
