package read

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of teasers: links to other articles, each with a line or two of what they tell.
const (
	leastTeasers  = 3    // in a row
	teaserLink    = 3    // words of the link that leads on
	beforeLink    = 8    // words that may stand before it: a section, a time
	longestTeaser = 100  // words of prose
	teaserNodes   = 200  // that are looked at
	leastOutside  = 60   // words of prose on the page outside all teasers
	outsideShare  = 0.15 // and their share
)

// dropTeasers marks rows of teasers. A page that is little else keeps them: it is a list,
// or a digest.
func (p *pageText) dropTeasers(body *html.Node, all int) {
	var rows [][]*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		var row []*html.Node
		beside := false // the text of an article stands beside the row
		from := len(rows)
		end := func() {
			if len(row) >= leastTeasers {
				rows = append(rows, row)
			} else {
				for _, c := range row {
					walk(c)
				}
			}
			row = nil
		}
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode || p.isLeftOut(c) || p.textless(c) {
				continue
			}
			if p.isTeaser(c) {
				if len(row) > 0 && row[0].Data != c.Data {
					end()
				}
				row = append(row, c)
				continue
			}
			end()
			beside = beside || tag(c) == atom.P && p.prose[c] > 0
			walk(c)
		}
		end()
		if beside {
			rows = append(rows[:from], nested(rows[from:], n)...)
		}
	}
	walk(body)
	outside := all
	for _, row := range rows {
		for _, n := range row {
			outside -= p.prose[n]
		}
	}
	if outside < leastOutside || float64(outside) < outsideShare*float64(all) {
		return
	}
	for _, row := range rows {
		for _, n := range row {
			p.how[n] = "drop"
		}
	}
}

// nested are the rows that aren't n's own children.
func nested(rows [][]*html.Node, n *html.Node) [][]*html.Node {
	var out [][]*html.Node
	for _, row := range rows {
		if row[0].Parent != n {
			out = append(out, row)
		}
	}
	return out
}

// isLeftOut reports whether nothing of an element is text of the article.
func (p *pageText) isLeftOut(n *html.Node) bool {
	return silent[tag(n)] || p.how[n] == "drop" || p.how[n] == "after" || isHidden(n)
}

// textless reports whether an element has no text, as a picture or a rule has none.
func (p *pageText) textless(n *html.Node) bool { return p.text[n].words == 0 }

// shortText is the text of an element of at most so many words, and as much of a longer one as
// shows that it is longer.
func shortText(n *html.Node, words int) string {
	var b strings.Builder
	count := 0
	for d := range n.Descendants() {
		if d.Type != html.TextNode || d.Parent != nil && silent[tag(d.Parent)] {
			continue
		}
		if fields := strings.Fields(d.Data); len(fields) > 0 {
			b.WriteString(strings.Join(fields, " ") + " ")
			if count += len(fields); count > words {
				break
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// isTeaser reports whether an element begins with a link, alone on its line, and has little
// text else.
func (p *pageText) isTeaser(n *html.Node) bool {
	if p.prose[n] > longestTeaser || tag(n) == atom.H1 || p.holds[n] {
		return false
	}
	before, nodes := 0, 0
	for d := range n.Descendants() {
		if nodes++; nodes > teaserNodes {
			return false
		}
		if d.Type == html.TextNode && !within(d, n, atom.A) && !within(d, n, atom.Script) && !within(d, n, atom.Style) {
			if before += len(strings.Fields(d.Data)); before > beforeLink {
				return false
			}
		}
		if tag(d) != atom.A || d.Type != html.ElementNode {
			continue
		}
		href := attribute(d.Attr, "href")
		text := shortText(d, longestTeaser)
		if href == "" || href[0] == '#' || len(strings.Fields(text)) < teaserLink {
			continue
		}
		return p.endsLine(d, n)
	}
	return false
}

// within reports whether one of the elements around d, up to n, is of that kind.
func within(d, n *html.Node, kind atom.Atom) bool {
	for ; d != nil && d != n; d = d.Parent {
		if tag(d) == kind && d.Type == html.ElementNode {
			return true
		}
	}
	return false
}

// endsLine reports whether a line ends after link within n.
func (p *pageText) endsLine(link, n *html.Node) bool {
	for d := link; d != n; d = d.Parent {
		for s := d.NextSibling; s != nil; s = s.NextSibling {
			switch {
			case s.Type == html.ElementNode && (blocks[tag(s)] || tag(s) == atom.Td):
				return true
			case !p.textless(s) || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "":
				return s.Type == html.ElementNode && hasBlocks(s)
			}
		}
		if blocks[tag(d)] {
			return true
		}
	}
	return true
}

//go:embed data/headings.tsv
var headingsTable string

// announcements are headings that tell what follows them.
var announcements = sync.OnceValue(func() []pattern { return patterns(headingsTable, false) })

// longestAnnouncement is how many words such a heading has at most.
const longestAnnouncement = 8

// announces is what a heading says that follows it: comments, related or list; "" where it
// is another, or none.
func (p *pageText) announces(n *html.Node) string {
	switch tag(n) {
	case atom.A, atom.Ul, atom.Ol, atom.Li, atom.Table, atom.Img, atom.Button, atom.H1:
		return ""
	}
	if words := p.text[n].words; words == 0 || words > longestAnnouncement {
		return ""
	}
	return whatIs(shortText(n, longestAnnouncement), announcements())
}

// dropAnnounced marks what headings announce that isn't the article's: the whole section that
// such a heading begins, else comments to the end of what they stand in, and links to other
// articles as far as they go. A list must lead elsewhere as a whole: articles have such
// headings too.
func (p *pageText) dropAnnounced(n *html.Node, all int) {
	var following string
	before := 0
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || p.isLeftOut(c) {
			continue
		}
		what := p.announces(c)
		if what == "list" {
			if !p.listAfter(c) {
				what = ""
			} else {
				what = "related"
			}
		}
		switch {
		case what != "" && before == 0 && n.Parent != nil && sectionLike(n) && float64(p.prose[n]) < mostProse*float64(all) && !p.holds[n]:
			p.how[n] = "drop"
			return
		case what == "comments" && before >= leastOutside, what == "related":
			following = what
			p.how[c] = "drop"
			continue
		case following == "comments" && !p.holds[c], following == "related" && p.leadsElsewhere(c):
			p.how[c] = "drop"
			continue
		}
		if following == "related" && !p.textless(c) {
			following = ""
		}
		before += p.prose[c]
		p.dropAnnounced(c, all)
	}
}

// listAfter reports whether all that follows a heading leads elsewhere, as far as is looked.
func (p *pageText) listAfter(heading *html.Node) bool {
	some, looked := false, 0
	for s := heading.NextSibling; s != nil && looked < teaserNodes; s = s.NextSibling {
		looked++
		switch {
		case s.Type == html.TextNode && strings.TrimSpace(s.Data) != "":
			return false
		case s.Type != html.ElementNode || p.isLeftOut(s) || p.textless(s):
		case !p.leadsElsewhere(s):
			return false
		default:
			some = true
		}
	}
	return some
}

// sectionLike reports whether an element may be a section that a heading begins.
func sectionLike(n *html.Node) bool {
	switch tag(n) {
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.P, atom.Td:
		return false
	}
	return true
}

// leadsElsewhere reports whether an element is a teaser, a list of them, or links without
// prose.
func (p *pageText) leadsElsewhere(n *html.Node) bool {
	switch tag(n) {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return p.inLinks(n)
	}
	if p.isTeaser(n) {
		return true
	}
	if p.prose[n] == 0 {
		return p.inLinks(n)
	}
	some := false
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type == html.ElementNode && !p.isLeftOut(c) && !p.textless(c):
			if !p.leadsElsewhere(c) {
				return false
			}
			some = true
		}
	}
	return some
}

// inLinks reports whether an element has text, most of it in links.
func (p *pageText) inLinks(n *html.Node) bool {
	text := p.text[n]
	return text.words > 0 && float64(text.links) >= linkedBlock*float64(text.words)
}

// formWords is how many words a box with a field to fill in has at most.
const formWords = 80

// dropForms marks boxes with a field to fill in: the largest about it of so few words.
func (p *pageText) dropForms(body *html.Node, all int) {
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || !isField(n) {
			continue
		}
		var box *html.Node
		for up := n.Parent; up != nil && up != body && sectionLike(up); up = up.Parent {
			if p.how[up] == "drop" || p.text[up].words > formWords || float64(p.prose[up]) >= mostProse*float64(all) {
				break
			}
			box = up
		}
		if box != nil && p.prose[box] > 0 && !p.holds[box] {
			p.how[box] = "drop"
		}
	}
}

// isField reports whether an element is a field that a reader fills in.
func isField(n *html.Node) bool {
	switch tag(n) {
	case atom.Textarea:
		return true
	case atom.Input:
		switch strings.ToLower(attribute(n.Attr, "type")) {
		case "", "text", "email":
			return true
		}
	}
	return false
}
