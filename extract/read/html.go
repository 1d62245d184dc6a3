package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// webPage is a page as a browser saves it.
var webPage = Format{
	Name:    "web page",
	Endings: []string{".html", ".htm", ".xhtml"},
	Kinds:   []string{"text/html", "application/xhtml+xml"},
	Limit:   "archive-bytes",
	Like:    looksLikeHTML,
	Reads:   "the article on the page; outlet, title, author, date and URL from its JSON-LD and meta tags",
	Read:    readHTML,
}

var (
	errNoArticle = errors.New("no article found on the web page")
	errNoText    = errors.New("no text in it beside title and metadata")
)

func readHTML(in input) (contents, error) {
	most := in.limits.Of("page-bytes")
	if int64(len(in.data)) > most {
		in.data = withoutEmbedded(in.data)
	}
	if int64(len(in.data)) > most {
		return contents{}, in.skip("a web page larger than " + tooMuch("page-bytes", most))
	}
	if !bytes.Contains(in.data, []byte("<")) {
		return readPlain(in)
	}
	if zeros := bytes.Count(in.data, []byte{0}); zeros > 0 && zeros*100 < len(in.data) {
		in.data = bytes.ReplaceAll(in.data, []byte{0}, nil) // as browsers do
	}
	source, _, err := decode(in.data, first(in.charset, declaredCharset(in.data)))
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	found, err := timely(in.limits, func() (contents, error) { return parsePage(in, source) })
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	return found, nil
}

// parsePage makes one text of the title and the paragraphs of the page's
// article. What is nested deeper than 512 elements the HTML parser refuses by
// itself.
func parsePage(in input, source string) (contents, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return contents{}, fmt.Errorf("not read as a web page: %w", err)
	}
	if most := in.limits.Of("page-elements"); int64(elements(root)) > most {
		return contents{}, errors.New("a web page of more elements than " + tooMuch("page-elements", most))
	}
	meta := metadataOf(root)
	d := meta.document()
	if d.url == "" {
		d.fact("url", &d.url, original(savedFrom(source)), "the address it was saved from")
		d.host = hostOf(d.url)
	}
	if entries := liveBlog(root, meta, d); entries != nil {
		return contents{documents: entries}, nil
	}
	var guessed time.Time
	if d.published.IsZero() {
		guessed = guessedDate(root, d.url)
	}
	d.fact("author", &d.author, bylineOf(root), "the byline")
	if d.published.IsZero() && !guessed.IsZero() {
		d.published = guessed
		d.found("date", fromPage)
	}
	paragraphs := mainParagraphs(root, meta.title)
	if given := textParagraphs(meta.body); 2*wordsOf(paragraphs) < wordsOf(given) {
		paragraphs = given // the page is made by a script
	}
	if d.compose(meta.title, paragraphs) != nil {
		return contents{}, errNoArticle
	}
	return one(d, nil)
}

// fromPage is where a date is from that the page's metadata doesn't give.
const fromPage = "the page's words or address"

// savedMark is how programs that save a page put down its address: browsers,
// SingleFile and monolith.
var savedMark = expression(`<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*|Saved from )(https?://[^\s<>]+)`)

// savedFrom is the address that a page was saved from; "" where it isn't told.
func savedFrom(source string) string {
	const far = 8 << 10
	if m := savedMark().FindStringSubmatch(source[:min(len(source), far)]); m != nil {
		return m[1]
	}
	return ""
}

// withoutEmbedded is a page without the pictures and types that are embedded in
// it as text.
func withoutEmbedded(data []byte) []byte {
	mark := []byte(";base64,")
	var out []byte
	for {
		at := bytes.Index(data, mark)
		if at < 0 {
			return append(out, data...)
		}
		at += len(mark)
		out = append(out, data[:at]...)
		data = data[at:]
		end := 0
		for end < len(data) && isBase64[data[end]] {
			end++
		}
		data = data[end:]
	}
}

var isBase64 = func() (set [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_") {
		set[c] = true
	}
	return set
}()

// elements counts the elements below root.
func elements(root *html.Node) int {
	n := 0
	for node := range root.Descendants() {
		if node.Type == html.ElementNode {
			n++
		}
	}
	return n
}

// blocks are the elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Section: true, atom.Article: true, atom.Figure: true,
	atom.Figcaption: true, atom.Hr: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Aside: true, atom.Body: true,
	atom.Br: true,
}

// silent are the elements whose text isn't shown.
var silent = map[atom.Atom]bool{atom.Figcaption: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true}

// invisible are NUL and characters that only tell where a line may break: soft hyphen,
// zero width space, word joiner and zero width no-break space.
var invisible = strings.NewReplacer("\x00", "", "\u00AD", "", "\u200B", "", "\u2060", "", "\uFEFF", "")

// tag goes by the element's name, since nodes that the extraction made have no
// atom.
func tag(n *html.Node) atom.Atom { return atom.Lookup([]byte(n.Data)) }

// isHidden reports whether an element says itself that it isn't shown.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// paragraphsOf is the text below node, one string a block, white space in it
// one space. A block that says the same as the one before it is left out.
func paragraphsOf(node *html.Node) []string { return paragraphsWithout(node, nil) }

// paragraphsWithout is paragraphsOf without the elements that skip tells of; nil tells
// of none.
func paragraphsWithout(node *html.Node, skip func(*html.Node) bool) []string {
	var paragraphs []string
	var current strings.Builder
	end := func() {
		p := strings.Join(strings.Fields(current.String()), " ")
		if p != "" && (len(paragraphs) == 0 || paragraphs[len(paragraphs)-1] != p) {
			paragraphs = append(paragraphs, p)
		}
		current.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			current.WriteString(invisible.Replace(strings.ToValidUTF8(n.Data, "\uFFFD")))
			return
		case n.Type == html.ElementNode && (silent[tag(n)] || isHidden(n) || skip != nil && skip(n)):
			return
		}
		block := n.Type == html.ElementNode && blocks[tag(n)]
		if block {
			end()
		}
		if tag(n) == atom.Td || tag(n) == atom.Th {
			current.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			end()
		}
	}
	walk(node)
	end()
	return paragraphs
}

// declaredCharset is the label that a meta tag at the head of the page gives,
// "" where none does.
func declaredCharset(data []byte) string {
	tokens := html.NewTokenizer(io.LimitReader(bytes.NewReader(data), 64<<10))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if token.DataAtom == atom.Body {
				return ""
			}
			if token.DataAtom != atom.Meta {
				continue
			}
			if label := attribute(token.Attr, "charset"); label != "" {
				return label
			}
			if strings.EqualFold(attribute(token.Attr, "http-equiv"), "content-type") {
				if _, label, ok := strings.Cut(strings.ToLower(attribute(token.Attr, "content")), "charset="); ok {
					return strings.Trim(label, `"' ;`)
				}
			}
		}
	}
}

func attribute(attributes []html.Attribute, name string) string {
	for _, a := range attributes {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
