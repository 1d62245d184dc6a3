package read

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed data/beside.tsv
var besideTable string

// besideWords are the words of classes and ids by what they say of an element.
var besideWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for row := range strings.Lines(besideTable) {
		if how, list, ok := strings.Cut(strings.TrimSpace(row), "\t"); ok && row[0] != '#' {
			for _, w := range strings.Fields(list) {
				words[w] = how
			}
		}
	}
	return words
})

// Bounds of what is prose on a page, and of what is the article's part of it.
const (
	proseWords  = 8    // of a block
	linkedProse = 0.4  // share of words in links from which a block is none
	linkedBlock = 0.6  // share from which a short block is a list of links
	mostLinks   = 40   // words of such a block
	smallLine   = 25   // words of a line about the article
	shortLine   = 5    // words of a block that needs no end of a sentence to be a remark
	mostProse   = 0.4  // share of a page's prose from which an element is no side of it
	allProse    = 0.97 // share of an element's prose from which a part of it stands for it
	ownProse    = 0.6  // share of a page's prose that its article has at least

	articleWords = 150 // of prose that are an article beside pictures
)

// pageText finds the article on a page by where its prose is.
type pageText struct {
	prose map[*html.Node]int // words of prose below each element
	text  map[*html.Node]run // words below each element, and those in links
	how   map[*html.Node]string
	holds map[*html.Node]bool // elements with the page's heading or what is marked as its text
}

// mainParagraphs are the paragraphs of the page's article, without what stands beside
// it; title is left out where the text has it again.
func mainParagraphs(root *html.Node, title string) []string {
	p, body := proseOfPage(root)
	found := p.paragraphs(p.article(body), title)
	if len(found) == 0 { // a page of nothing but what stands beside
		p.how = map[*html.Node]string{}
		p.measureAll(body)
		found = p.paragraphs(body, title)
	}
	return found
}

// paragraphsBefore are the paragraphs of the page's article that stand before an element.
func paragraphsBefore(root, end *html.Node, title string) []string {
	p, body := proseOfPage(root)
	p.how[end] = "after"
	at := end
	for at != body && at.Parent != nil {
		for s := at.NextSibling; s != nil; s = s.NextSibling {
			p.how[s] = "after"
		}
		if at = at.Parent; p.holds[at] || at.DataAtom == atom.Main {
			break
		}
	}
	return p.paragraphs(at, title)
}

// proseOfPage finds where a page has prose, and marks what stands beside its article.
func proseOfPage(root *html.Node) (p *pageText, body *html.Node) {
	body = root
	for n := range root.Descendants() {
		if n.DataAtom == atom.Body {
			body = n
			break
		}
	}
	p = &pageText{how: map[*html.Node]string{}}
	showFolded(body)
	p.measureAll(body)
	for _, kinds := range [][]atom.Atom{{atom.Script, atom.Template}, {atom.Noscript}} {
		if p.prose[body] < leastOutside && unfolded(body, kinds...) {
			p.measureAll(body)
		}
	}
	p.findHolders(body)
	p.dropSides(body, p.prose[body])
	p.dropForms(body, p.prose[body])
	p.measureAll(body)
	p.dropAnnounced(body, p.prose[body])
	p.dropTeasers(body, p.prose[body])
	p.measureAll(body)
	return p, body
}

// measureAll counts the words of prose anew.
func (p *pageText) measureAll(body *html.Node) {
	p.prose, p.text = map[*html.Node]int{}, map[*html.Node]run{}
	p.measure(body)
}

// measure counts the words of prose below each element. What is returned is the inline
// text that stands in the block around n.
func (p *pageText) measure(n *html.Node) (inline run) {
	switch {
	case n.Type == html.TextNode:
		inline.add(n.Data)
		return inline
	case n.Type == html.ElementNode && p.isLeftOut(n):
		return inline
	}
	var below run
	block := blocks[tag(n)] || n.Type == html.DocumentNode || tag(n) == atom.Td
	prose := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		part := p.measure(c)
		prose += p.prose[c]
		if c.Type == html.TextNode {
			below.join(part)
		} else {
			below.join(p.text[c])
		}
		if tag(c) == atom.Br && c.Type == html.ElementNode {
			prose += inline.prose()
			inline = run{}
		}
		inline.join(part)
	}
	if tag(n) == atom.A && n.Type == html.ElementNode {
		inline.links, below.links = inline.words, below.words
	}
	if below.words > 0 {
		p.text[n] = below
	}
	if block {
		prose += inline.prose()
		inline = run{}
	}
	if prose > 0 {
		p.prose[n] = prose
	}
	return inline
}

// run is inline text: its words, those in links, and whether it has a mark of a
// sentence.
type run struct {
	words, links int
	sentence     bool
}

func (r *run) add(text string) {
	r.words += len(strings.Fields(text))
	r.sentence = r.sentence || strings.ContainsAny(text, ".,;!?”\"")
}

func (r *run) join(o run) {
	r.words, r.links, r.sentence = r.words+o.words, r.links+o.links, r.sentence || o.sentence
}

func (r run) prose() int {
	if r.words < proseWords || !r.sentence || float64(r.links) >= linkedProse*float64(r.words) {
		return 0
	}
	return r.words
}

// dropSides marks what stands beside the article.
func (p *pageText) dropSides(n *html.Node, all int) {
	if n.Type == html.ElementNode {
		how := sideOf(n)
		switch {
		case how == "always" && !p.holds[n], how == "mostly" && float64(p.prose[n]) < mostProse*float64(all),
			how == "pictures" && all-p.prose[n] >= articleWords:
			p.how[n] = "drop"
			return
		case how == "small" && p.prose[n] <= smallLine:
			p.how[n] = how
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.dropSides(c, all)
	}
}

// findHolders finds the elements that have the page's heading or what is marked as its
// text, whatever their classes say.
func (p *pageText) findHolders(body *html.Node) {
	p.holds = map[*html.Node]bool{}
	for n := range body.Descendants() {
		if n.DataAtom == atom.H1 || n.Type == html.ElementNode && strings.Contains(attribute(n.Attr, "itemprop"), "articleBody") {
			for up := n.Parent; up != nil && !p.holds[up]; up = up.Parent {
				p.holds[up] = true
			}
		}
	}
}

// sideOf says how an element stands beside an article: always, mostly, pictures or small; "" where
// nothing tells.
func sideOf(n *html.Node) string {
	switch tag(n) {
	case atom.Body, atom.Html, atom.Main, atom.Article:
		return ""
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Dialog, atom.Menu:
		return "mostly"
	case atom.Button, atom.Iframe, atom.Svg, atom.Select, atom.Textarea, atom.Canvas, atom.Object, atom.Audio, atom.Video:
		return "always"
	case atom.Address, atom.Time:
		return "small"
	}
	found := ""
	for _, w := range classWords(attribute(n.Attr, "class") + " " + attribute(n.Attr, "id") + " " + attribute(n.Attr, "data-component") + " " + attribute(n.Attr, "rel") + " " + attribute(n.Attr, "role")) {
		switch how := besideWords()[w]; {
		case how == "always", how == "mostly" && found != "always", how == "pictures" && found != "always" && found != "mostly", found == "":
			found = first(how, found)
		}
	}
	if strings.Contains(attribute(n.Attr, "itemprop"), "author") {
		return first(found, "small")
	}
	return found
}

// classWords are the words of classes, in lower case, and pairs of them with a hyphen.
func classWords(classes string) []string {
	var out []string
	for _, c := range strings.Fields(classes) {
		var b strings.Builder
		lower := false
		for _, r := range c {
			switch {
			case r == '_' || r == '-':
				b.WriteByte(' ')
				lower = false
				continue
			case unicode.IsUpper(r) && lower:
				b.WriteByte(' ')
			}
			lower = unicode.IsLower(r)
			b.WriteRune(unicode.ToLower(r))
		}
		words := strings.Fields(b.String())
		for i, w := range words {
			out = append(out, w)
			if i > 0 {
				out = append(out, words[i-1]+"-"+w)
			}
		}
	}
	return out
}

// article is the element that has the article's text and as little else as can be.
func (p *pageText) article(body *html.Node) *html.Node {
	var marked, articles, mains *html.Node
	better := func(old, n *html.Node) *html.Node {
		if old == nil || p.prose[n] > p.prose[old] {
			return n
		}
		return old
	}
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || p.prose[n] == 0 {
			continue
		}
		switch {
		case strings.Contains(attribute(n.Attr, "itemprop"), "articleBody") || attribute(n.Attr, "name") == "articleBody":
			marked = better(marked, n)
		case n.DataAtom == atom.Article:
			articles = better(articles, n)
		case n.DataAtom == atom.Main || attribute(n.Attr, "role") == "main":
			mains = better(mains, n)
		}
	}
	at := body
	switch all := float64(p.prose[body]); {
	case marked != nil && (articles == nil || float64(p.prose[marked]) >= ownProse*float64(p.prose[articles])):
		at = marked
	case articles != nil && float64(p.prose[articles]) >= ownProse*all/2:
		at = articles
	case mains != nil:
		at = mains
	}
	for {
		next := at
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && float64(p.prose[c]) >= allProse*float64(p.prose[at]) && p.prose[c] > 0 && c.FirstChild != nil && hasBlocks(c) {
				next = c
			}
		}
		if next == at {
			return at
		}
		at = next
	}
}

// hasBlocks reports whether an element holds more than one line of text.
func hasBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (blocks[tag(c)] || hasBlocks(c)) {
			return true
		}
	}
	return false
}

// textBlock is a paragraph of a page.
type textBlock struct {
	run
	text    strings.Builder
	heading bool
	title   bool // a heading of the first rank
	listed  bool // within a list, a table or a quotation
	about   int  // words that say something about the article
}

// paragraphs are the blocks below n that are text of the article.
func (p *pageText) paragraphs(n *html.Node, title string) []string {
	var all []*textBlock
	var asides []*html.Node
	current := &textBlock{}
	end := func(heading, listed bool) {
		if strings.TrimSpace(current.text.String()) != "" {
			all = append(all, current)
		}
		current = &textBlock{heading: heading, listed: listed}
	}
	var walk func(n *html.Node, heading, listed, small, linked bool)
	walk = func(n *html.Node, heading, listed, small, linked bool) {
		if n.Type == html.TextNode {
			text := invisible.Replace(strings.ToValidUTF8(n.Data, "\uFFFD"))
			current.text.WriteString(text)
			current.add(text)
			if small {
				current.about += len(strings.Fields(text))
			}
			if linked {
				current.links += len(strings.Fields(text))
			}
			return
		}
		if n.Type == html.ElementNode && p.isLeftOut(n) {
			if p.how[n] == "drop" && tag(n) != atom.Nav {
				asides = append(asides, n)
			}
			return
		}
		block := n.Type == html.ElementNode && blocks[tag(n)]
		within := [2]bool{heading, listed}
		switch tag(n) {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			heading = true
		case atom.Li, atom.Tr, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Blockquote, atom.Pre:
			listed = true
		case atom.A:
			linked = true
		}
		small = small || p.how[n] == "small"
		if block {
			end(heading, listed)
			current.title = tag(n) == atom.H1
		}
		if tag(n) == atom.Td || tag(n) == atom.Th {
			current.text.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, heading, listed, small, linked)
		}
		if block {
			end(within[0], within[1])
		}
	}
	walk(n, false, false, false, false)
	end(false, false)

	var out []string
	for i, b := range all {
		text := strings.Join(strings.Fields(b.text.String()), " ")
		switch {
		case len(out) > 0 && out[len(out)-1] == text:
		case letters(text) == letters(title), b.title && len(out) == 0:
		case b.heading && !leads(all[i+1:]):
		case 2*b.about > b.words && b.words <= smallLine && !(b.prose() > 0 && endsSaid(text)):
		case float64(b.links) >= linkedBlock*float64(b.words) && b.words <= mostLinks && !(b.listed && endsSaid(text)):
		case b.words < shortLine && !b.heading && !b.listed && !endsSaid(text):
		default:
			out = append(out, text)
		}
	}
	return append(out, notesIn(asides)...)
}

// mostNotes is how many words an element beside the article's text has at most in which
// notes on the article are looked for.
const mostNotes = 80

// notesIn are corrections, and what tells that a text is only a part, in elements that
// stand within an article and are no text of it.
func notesIn(asides []*html.Node) []string {
	var out []string
	for _, n := range asides {
		paragraphs := paragraphsOf(n)
		if wordsOf(paragraphs) > mostNotes {
			continue
		}
		for _, p := range paragraphs {
			if what := whatIs(p, notes()); what == "correction" || what == "truncated" {
				out = append(out, p)
			}
		}
	}
	return out
}

// leads reports whether blocks begin with text of the article, as below a heading of it.
func leads(blocks []*textBlock) bool {
	for _, b := range blocks {
		if b.heading || float64(b.links) >= linkedBlock*float64(b.words) {
			return false
		}
		if b.prose() > 0 || b.listed || b.words >= shortLine {
			return true
		}
	}
	return false
}

// endsSaid reports whether a text ends as a sentence does.
func endsSaid(text string) bool {
	end := withoutClosingQuotes(text)
	return end != text || strings.ContainsRune(".!?…:;,", lastRune(end))
}
