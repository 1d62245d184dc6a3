package read

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"xref/extract/lexicon"
)

// addressDate is a day in the address of a page.
var addressDate = expression(`[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[a-z]{3})[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)

// mostDateWords is how many words a line has at most in which a date is looked for.
const mostDateWords = 20

// guessedDate is the day that a page seems to be of, where its metadata doesn't say: the first time
// element, else the first short line that is marked as a date or byline and has one,
// else the day in its address. What stands beside the article doesn't count. Zero
// where there is none.
func guessedDate(root *html.Node, address string) time.Time {
	var timed, lined time.Time
	var walk func(n *html.Node, small bool)
	walk = func(n *html.Node, small bool) {
		if n.Type == html.ElementNode {
			how := sideOf(n)
			if silent[tag(n)] || how == "always" || how == "mostly" || isHidden(n) {
				return
			}
			small = small || how == "small"
			if n.DataAtom == atom.Time && timed.IsZero() {
				timed = firstDate(attribute(n.Attr, "datetime"), textOf(n))
			}
			if (small || n.DataAtom == atom.P || n.DataAtom == atom.Div || n.DataAtom == atom.Span) && lined.IsZero() && !hasBlocks(n) {
				if text := oneLine(textOf(n)); len(strings.Fields(text)) <= mostDateWords {
					lined = firstDate(append([]string{headDate().ReplaceAllString(text, "")}, dateParts(text)...)...)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, small)
		}
	}
	walk(root, false)
	for _, t := range []time.Time{timed, lined} {
		if !t.IsZero() {
			return dayOf(t)
		}
	}
	if m := addressDate().FindStringSubmatch(strings.ToLower(address)); m != nil {
		return dayOf(firstDate(m[1]+"-"+m[2]+"-"+m[3], m[3]+" "+m[2]+" "+m[1]))
	}
	return time.Time{}
}

// bylineOf is who wrote the article as the first short line says that begins with
// "By"; "" where none does.
func bylineOf(root *html.Node) string {
	found := ""
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			if how := sideOf(n); found != "" || silent[tag(n)] || how == "always" || how == "mostly" || isHidden(n) {
				return
			}
			if blocks[n.DataAtom] && !hasBlocks(n) || n.DataAtom == atom.Span || n.DataAtom == atom.Address {
				if found = bylineName(oneLine(textOf(n))); found != "" {
					return
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return found
}

// bylineName is who a line says wrote the article, that begins with "By"; "" where it is
// none.
func bylineName(text string) string {
	rest, ok := strings.CutPrefix(text, "By ")
	if !ok || len(strings.Fields(text)) > mostBylineWords || !startsUpperCase(rest) || endsSaid(rest) {
		return ""
	}
	rest, _, _ = strings.Cut(strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune("|·•–—", r) })[0], "  ")
	if name, behind, ok := strings.Cut(rest, ", "); ok && (!firstDate(behind).IsZero() || !startsUpperCase(behind)) {
		rest = name // behind it is a date, or what the author does
	}
	for _, word := range strings.Fields(rest) {
		if !startsUpperCase(word) && !bylineWords.Has(word) {
			return ""
		}
	}
	return strings.TrimSpace(rest)
}

// bylineWords are what is written small in the names of a byline.
var bylineWords = lexicon.TextWords.Words("lower-case words of a byline")

// mostBylineWords is how many words a byline has at most.
const mostBylineWords = 12

func startsUpperCase(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// firstDate is the first of some texts that is a date of the time of the web.
func firstDate(texts ...string) time.Time {
	for _, s := range texts {
		if t, ok := ParseDate(strings.TrimSpace(headDate().ReplaceAllString(s, ""))); ok && t.Year() >= 1990 && t.Year() <= 2100 {
			return t
		}
	}
	return time.Time{}
}

// dayOf is midnight, as of a date whose time isn't known for sure.
func dayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
