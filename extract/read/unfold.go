package read

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostFolded is how many bytes of a page are opened at most: what they hold isn't counted among
// its elements.
const mostFolded = 1 << 20

// unfolded opens what a page shows only to browsers with scripts, or without: templates, then
// noscript. It says whether anything was opened.
func unfolded(body *html.Node, kinds ...atom.Atom) bool {
	var found []*html.Node
	for n := range body.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, k := range kinds {
			if n.DataAtom == k && (k != atom.Script || strings.Contains(strings.ToLower(attribute(n.Attr, "type")), "template") || strings.EqualFold(attribute(n.Attr, "type"), "text/html")) {
				found = append(found, n)
			}
		}
	}
	opened, left := false, mostFolded
	for _, n := range found {
		source := textOf(n)
		if left -= len(source); n.Parent == nil || left < 0 {
			continue
		}
		nodes, err := html.ParseFragment(strings.NewReader(source), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
		if err != nil {
			continue
		}
		box := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		for _, c := range nodes {
			box.AppendChild(c)
		}
		n.Parent.InsertBefore(box, n)
		n.Parent.RemoveChild(n)
		opened = true
	}
	return opened
}

// showFolded shows the hidden rest of a text.
func showFolded(n *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type != html.ElementNode || silent[tag(c)]:
		case !isHidden(c):
			showFolded(c)
		case folded(c):
			c.Attr = slices.DeleteFunc(c.Attr, func(a html.Attribute) bool { return a.Key == "hidden" || a.Key == "style" })
		}
	}
}

// folded reports whether a hidden element is the rest of the text before it, which a reader
// unfolds: paragraphs after paragraphs, and no others than stand there.
func folded(n *html.Node) bool {
	if tag(n) != atom.Div && tag(n) != atom.Section && tag(n) != atom.Span || sideOf(n) != "" {
		return false
	}
	paragraphs, long := 0, 0
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type != html.ElementNode, shortText(c, 0) == "":
		case tag(c) == atom.P:
			paragraphs++
			if len(strings.Fields(shortText(c, proseWords))) >= proseWords {
				long++
			}
		case tag(c) != atom.H2 && tag(c) != atom.H3 && tag(c) != atom.Ul && tag(c) != atom.Ol && tag(c) != atom.Blockquote && tag(c) != atom.Figure:
			return false
		}
	}
	if long < 2 || 2*long < paragraphs {
		return false
	}
	return foldedAfter(n)
}

// foldedAfter reports whether paragraphs stand before n, none of which is in it again.
func foldedAfter(n *html.Node) bool {
	const reach = 40 // elements
	within := letters(textOf(n))
	found := false
	for s, i := n.PrevSibling, 0; s != nil && i < reach; s, i = s.PrevSibling, i+1 {
		if s.Type == html.ElementNode && tag(s) == atom.P && len(strings.Fields(shortText(s, proseWords))) >= proseWords {
			if strings.Contains(within, letters(textOf(s))) {
				return false
			}
			found = true
		}
	}
	return found
}
