package read

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// epub is an electronic book: an article, or an issue of a periodical.
var epub = Format{
	Name:    "EPUB",
	Endings: []string{".epub"},
	Kinds:   []string{"application/epub+zip"},
	Reads:   "the chapters in reading order as one article, without contents and title page; of a periodical each as an article; title, author, publisher, date and language of the package",
	Limit:   "archive-bytes",
	Like:    func(head []byte) bool { return zipped(head, "application/epub+zip") },
	Read: func(in input) (contents, error) {
		found, err := timely(in.limits, func() (contents, error) { return readEPUB(in) })
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		return found, nil
	},
}

// chapter is one document of a book.
type chapter struct {
	title      string
	paragraphs []string
}

func readEPUB(in input) (contents, error) {
	archive, err := openZip(in)
	if err != nil {
		return contents{}, err
	}
	container, err := archive.xml("META-INF/container.xml", in.limits)
	if err != nil {
		return contents{}, err
	}
	rootfile := container.find("rootfile")
	if rootfile == nil {
		return contents{}, errors.New("an EPUB without a package")
	}
	at := rootfile.attr("full-path")
	opf, err := archive.xml(at, in.limits)
	if err != nil {
		return contents{}, err
	}
	chapters, err := chaptersOf(archive, opf, path.Dir(at), in.limits)
	if err != nil {
		return contents{}, err
	}
	const where = "the book's metadata"
	var about document
	meta := opf.find("metadata")
	if meta == nil {
		meta = &element{}
	}
	about.fact("outlet", &about.outlet, meta.words("publisher"), where)
	about.fact("author", &about.author, authorOf(meta.words("creator")), where)
	about.fact("language", &about.language, meta.words("language"), where)
	about.date(meta.words("date"), where)
	if source := meta.words("source"); isLink(source) {
		about.fact("url", &about.url, source, where)
	}
	if !isPeriodical(meta) {
		d := about
		title := meta.words("title")
		if len(chapters) > 1 && onlyNames(chapters[0].paragraphs, title, about.author, about.outlet) {
			chapters = chapters[1:] // a title page that isn't marked
		}
		var paragraphs []string
		for _, c := range chapters {
			paragraphs = append(paragraphs, c.paragraphs...)
		}
		if title != "" {
			d.found("title", where)
		}
		err := d.compose(title, paragraphs)
		return contents{documents: []document{d}}, err
	}
	var out contents
	for i, c := range chapters {
		d := about
		d.from = map[string]string{"title": "the chapter's heading"}
		for fact, from := range about.from {
			d.from[fact] = from
		}
		if d.compose(c.title, c.paragraphs) == nil {
			out.addPart(in, fmt.Sprintf("chapter %d", i+1), contents{documents: []document{d}})
		}
	}
	if len(out.documents) == 0 {
		return contents{}, errNoText
	}
	return out, nil
}

// onlyNames reports whether paragraphs say nothing but names that are known, and dates.
func onlyNames(paragraphs []string, names ...string) bool {
	for _, p := range paragraphs {
		_, date := ParseDate(p)
		if !date && !slices.ContainsFunc(names, func(n string) bool { return n != "" && letters(n) == letters(authorOf(p)) }) {
			return false
		}
	}
	return true
}

// isPeriodical goes by what makers of news as books put down.
func isPeriodical(meta *element) bool {
	for _, m := range meta.all("meta") {
		if strings.HasPrefix(m.attr("content"), "periodical:") || strings.HasPrefix(m.words(), "periodical") {
			return true
		}
	}
	return strings.EqualFold(meta.words("type"), "periodical")
}

// chaptersOf are the documents of the spine that have text of the article.
func chaptersOf(archive *unzipping, opf *element, folder string, l Limits) ([]chapter, error) {
	hrefs, nav := map[string]string{}, map[string]bool{}
	for _, i := range opf.all("item") {
		if href, err := url.PathUnescape(i.attr("href")); err == nil && !strings.Contains(href, "://") {
			hrefs[i.attr("id")] = path.Join(folder, href)
		}
		nav[i.attr("id")] = strings.Contains(" "+i.attr("properties")+" ", " nav ")
	}
	var chapters []chapter
	left := l.Of("page-elements")
	for _, ref := range opf.all("itemref") {
		id := ref.attr("idref")
		if nav[id] || hrefs[id] == "" || ref.attr("linear") == "no" {
			continue
		}
		data, err := archive.read(hrefs[id])
		if errors.Is(err, errNotInZip) {
			continue
		}
		if err != nil {
			return nil, err
		}
		source, _, err := decode(data, declaredCharset(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", hrefs[id], err)
		}
		root, err := html.Parse(strings.NewReader(source))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", hrefs[id], err)
		}
		if left -= int64(elements(root)); left < 0 {
			return nil, errors.New("a book of more elements than " + tooMuch("page-elements", l.Of("page-elements")))
		}
		if c := chapterOf(root); len(c.paragraphs) > 0 {
			chapters = append(chapters, c)
		}
	}
	return chapters, nil
}

// notText are the sorts of documents and sections that aren't the book's text.
var notText = []string{"titlepage", "title-page", "toc", "cover", "copyright-page", "landmarks", "loi", "footnotes", "endnotes", "rearnotes", "footnote", "endnote", "rearnote", "colophon", "nav"}

func chapterOf(root *html.Node) chapter {
	var c chapter
	var drop []*html.Node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.H1 || n.DataAtom == atom.H2 {
			c.title = first(c.title, oneLine(textOf(n)))
		}
		marks := " " + attribute(n.Attr, "epub:type") + " " + attribute(n.Attr, "role") + " "
		for _, sort := range notText {
			if strings.Contains(marks, " "+sort+" ") || strings.Contains(marks, " doc-"+sort+" ") || n.DataAtom == atom.Nav {
				drop = append(drop, n)
				break
			}
		}
	}
	for _, n := range drop {
		if n.DataAtom == atom.Body {
			return chapter{}
		}
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	c.paragraphs = paragraphsOf(root)
	return c
}
