package read

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of what recurring time stamps make a live blog.
const (
	leastUpdates   = 3
	leastUpdate    = 12 // words of an entry, on average
	mostStampWords = 9  // of a block that is a time stamp
	mostLinked     = 0.5
)

// liveBlog are the entries of a page that is a live blog, and its introduction; nil
// where it is none. about is what is known of all.
func liveBlog(root *html.Node, meta metadata, about document) []document {
	found, opening := updatesOf(root, about.published)
	updates, least := found, leastUpdates
	introduction := textParagraphs(meta.body)
	if len(meta.updates) > 1 {
		updates, least = meta.updates, 2
	}
	if len(updates) < least {
		return nil
	}
	if opening != nil && len(introduction) == 0 {
		introduction = paragraphsBefore(root, opening, meta.title)
	}
	entries := liveEntries(about, introduction, updates)
	if len(entries) < least {
		return nil
	}
	return entries
}

// updatesOf are the entries of a live blog in the form of schema.org's
// liveBlogUpdate: those that the page marks up as such, or those that time stamps
// part which recur among the parts of one element, in the order of time or
// against it; opening is the element that the first of them begins with. published is
// the page's date, of which clock times are.
func updatesOf(root *html.Node, published time.Time) (updates []any, opening *html.Node) {
	var marked, stamps []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			if isBeside(n) {
				return
			}
			if slices.Contains(strings.Fields(attribute(n.Attr, "itemprop")), "liveBlogUpdate") {
				marked = append(marked, n)
			}
			if isStamp(n) {
				stamps = append(stamps, n)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if len(marked) > 1 {
		var all []any
		for _, n := range marked {
			all = append(all, update(published, n))
		}
		return all, marked[0]
	}
	if len(stamps) < leastUpdates {
		return nil, nil
	}
	list, starts := commonList(stamps)
	if len(starts) < leastUpdates {
		return nil, nil
	}
	if published.IsZero() {
		all := timeline(list, starts, noDay)
		for _, u := range all {
			if o := u.(map[string]any); strings.HasPrefix(o["datePublished"].(string), noDay.Format(time.DateOnly)) {
				o["datePublished"] = ""
			}
		}
		return all, starts[0]
	}
	return timeline(list, starts, published), starts[0]
}

// noDay is the day of clock times whose day isn't known, for their order.
var noDay = time.Unix(0, 0).UTC()

// clockTime is a time of day by itself, with a zone where it has one.
var clockTime = expression(`(?i)^(?:at |posted |updated |published )*(\d{1,2})(?:[:.h](\d{2}))? ?(a\.?m\.?|p\.?m\.?)?(?: ?\(?([A-Z]{2,4})\)?)?$`)

// isStamp reports whether an element is a time stamp: a time element with a date, or
// a short block that is a time of day.
func isStamp(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Time:
		return stampOf(n, time.Time{}) != ""
	case !blocks[n.DataAtom] && n.DataAtom != atom.Span && n.DataAtom != atom.Strong && n.DataAtom != atom.B || n.FirstChild == nil || n.FirstChild.NextSibling != nil || n.FirstChild.Type != html.TextNode:
		return false
	}
	return stampOf(n, noDay) != ""
}

// stampOf is the date of a time stamp as text, "" where it has none; a clock time is
// of day, where that is known.
func stampOf(n *html.Node, day time.Time) string {
	if at := attribute(n.Attr, "datetime"); at != "" {
		if _, ok := ParseDate(at); ok {
			return at
		}
	}
	words := oneLine(textOf(n))
	if len(strings.Fields(words)) > mostStampWords {
		return ""
	}
	m := clockTime().FindStringSubmatch(words)
	if m == nil || m[2] == "" && m[3] == "" {
		if _, ok := ParseDate(words); ok && n.DataAtom == atom.Time {
			return words
		}
		return ""
	}
	if day.IsZero() {
		return words
	}
	hour, minute := number(m[1]), number(m[2])
	switch half := strings.ToLower(m[3]); {
	case hour > 23, minute > 59, half != "" && hour > 12:
		return ""
	case strings.HasPrefix(half, "p") && hour < 12:
		hour += 12
	case strings.HasPrefix(half, "a") && hour == 12:
		hour = 0
	}
	zone := zones[strings.ToUpper(m[4])]
	if zone == "" {
		zone = day.Format("Z07:00")
	}
	return day.Format(time.DateOnly) + fmt.Sprintf("T%02d:%02d", hour, minute) + zone
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0 // no digits: no minutes
	}
	return n
}

// besides are the elements of a page that stand beside its article.
var besides = map[atom.Atom]bool{atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true, atom.Button: true, atom.Iframe: true, atom.Svg: true, atom.Select: true}

// besideMarks are in the classes and ids of what readers say and what is advertised.
var besideMarks = expression(`(?i)(^|[\s_-])(comments?|disqus|related|recommended|sidebar|newsletter|share|social|promo|advert(isement)?|ad|trending|most-read)([\s_-]|$)`)

func isBeside(n *html.Node) bool {
	return n.Type == html.ElementNode && (besides[tag(n)] || n.DataAtom != atom.Body && n.DataAtom != atom.Html && besideMarks().MatchString(attribute(n.Attr, "class")+" "+attribute(n.Attr, "id")))
}

// commonList is the element among whose children most have a stamp in them, and
// those children in order; the innermost of several.
func commonList(stamps []*html.Node) (list *html.Node, starts []*html.Node) {
	children := map[*html.Node][]*html.Node{}
	for _, s := range stamps {
		for c := s; c.Parent != nil; c = c.Parent {
			of := children[c.Parent]
			if len(of) > 0 && of[len(of)-1] == c {
				break // this and all above have it already
			}
			children[c.Parent] = append(of, c)
		}
	}
	for s := stamps[0].Parent; s != nil; s = s.Parent {
		if len(children[s]) > len(starts) {
			list, starts = s, children[s]
		}
	}
	for _, s := range stamps[1:] {
		for p := s.Parent; p != nil; p = p.Parent {
			if len(children[p]) > len(starts) {
				list, starts = p, children[p]
			}
		}
	}
	return list, starts
}

// timeline are the entries that begin at starts among the children of list; none
// where they are no live blog: too little text, mostly links, or times without order.
func timeline(list *html.Node, starts []*html.Node, published time.Time) []any {
	groups, starting := make([][]*html.Node, 0, len(starts)), map[*html.Node]bool{}
	for _, n := range starts {
		starting[n] = true
	}
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case starting[c]:
			groups = append(groups, []*html.Node{c})
		case len(groups) > 0:
			groups[len(groups)-1] = append(groups[len(groups)-1], c)
		}
	}
	var all []any
	var times []time.Time
	words, linked := 0, 0
	for _, g := range groups {
		u := update(published, g...)
		for _, p := range u["articleBody"].([]any) {
			words += len(strings.Fields(p.(string)))
		}
		for _, n := range g {
			linked += linkedWords(n)
		}
		if t, ok := ParseDate(u["datePublished"].(string)); ok {
			times = append(times, t)
		}
		all = append(all, u)
	}
	up := slices.IsSortedFunc(times, time.Time.Compare)
	down := slices.IsSortedFunc(times, func(a, b time.Time) int { return b.Compare(a) })
	distinct := len(slices.CompactFunc(slices.Clone(times), time.Time.Equal))
	if words < leastUpdate*len(groups) || float64(linked) > mostLinked*float64(words) || !up && !down || distinct < leastUpdates {
		return nil
	}
	return all
}

// linkedWords counts the words of links below n.
func linkedWords(n *html.Node) int {
	if tag(n) == atom.A {
		return len(strings.Fields(textOf(n)))
	}
	words := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		words += linkedWords(c)
	}
	return words
}

// update is an entry of several elements: its date, title and paragraphs.
func update(published time.Time, parts ...*html.Node) map[string]any {
	date, title := "", ""
	var body []*html.Node
	for _, part := range parts {
		for n := range withDescendants(part) {
			prop := attribute(n.Attr, "itemprop")
			switch {
			case prop == "datePublished" && n.DataAtom == atom.Meta:
				date = attribute(n.Attr, "content")
			case prop == "articleBody":
				body = append(body, n)
			case date == "" && isStamp(n):
				date = stampOf(n, published)
			}
			if title == "" && (prop == "headline" || n.DataAtom == atom.H2 || n.DataAtom == atom.H3 || n.DataAtom == atom.H4) && !isStamp(n) && !hasStamp(n) {
				title = oneLine(textOf(n))
			}
		}
	}
	if len(body) == 0 {
		body = parts
	}
	skip := func(n *html.Node) bool { return isBeside(n) || isStamp(n) || n.DataAtom == atom.Time }
	paragraphs := []any{}
	for _, n := range body {
		if skip(n) && !slices.Contains(parts, n) || isStamp(n) {
			continue
		}
		for _, p := range paragraphsWithout(n, skip) {
			if p != title && strings.ContainsFunc(p, unicode.IsLetter) {
				paragraphs = append(paragraphs, p)
			}
		}
	}
	return map[string]any{"headline": title, "datePublished": date, "articleBody": paragraphs}
}

func hasStamp(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && isStamp(d) {
			return true
		}
	}
	return false
}

// withDescendants is n and all nodes below it.
func withDescendants(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		if !yield(n) {
			return
		}
		for d := range n.Descendants() {
			if !yield(d) {
				return
			}
		}
	}
}
