package pdf

import (
	"fmt"
	"math"
	"strings"
	"unicode"
)

// Bounds of what can be a header or a footer.
const (
	margin      = 0.12 // share of the page's height
	outerMargin = 0.07
	smaller     = 0.92 // of the body's type
	mostWords   = 10   // of a running head that only one page has
)

var (
	pageNumber = expression(`(?i)^(?:page |p\. ?|seite )?[–—-]? ?(?:\d{1,4}|[ivxlc]{1,6})(?: ?(?:/|of|von) ?\d{1,4})? ?[–—-]?$`)
	printMark  = expression(`(?i)^(?:https?://|file://|www\.)\S+$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}`)
)

// IsPrintMark reports whether a header or footer is what browsers put on a page that they
// print: its address, or when it was printed.
func IsPrintMark(text string) bool { return printMark().MatchString(strings.TrimSpace(text)) }

// withoutMargins is the lines of each page without headers, footers and page
// numbers, and what was left out: what several pages have in one place but for
// its figures, page numbers and print marks in the margin, and small type at the
// very edge.
func withoutMargins(pages []Page, lines [][]Line, body float64) ([][]Line, []string) {
	seen := map[string]map[int]bool{}
	for i, p := range pages {
		for _, l := range lines[i] {
			if inMargin(p, l, margin) {
				k := key(p, l)
				if seen[k] == nil {
					seen[k] = map[int]bool{}
				}
				seen[k][i] = true
			}
		}
	}
	out := make([][]Line, len(lines))
	var left []string
	for i, p := range pages {
		for _, l := range lines[i] {
			text := strings.TrimSpace(l.Text)
			repeated := len(pages) > 1 && len(seen[key(p, l)]) > 1
			alone := inMargin(p, l, outerMargin) && l.Size < 1.03*body && len(strings.Fields(text)) <= mostWords && !endsSentence(text) && isolated(l, lines[i])
			drop := alone || inMargin(p, l, margin) && (repeated || pageNumber().MatchString(text) || printMark().MatchString(text)) ||
				inMargin(p, l, outerMargin) && l.Size < smaller*body
			if drop {
				left = append(left, text)
			} else {
				out[i] = append(out[i], l)
			}
		}
	}
	return out, left
}

// isolated reports whether a line stands well apart from those above and below it.
func isolated(l Line, lines []Line) bool {
	for _, o := range lines {
		apart := math.Max(l.Bottom-o.Top, o.Bottom-l.Top)
		if o != l && apart < 1.2*l.Size && apart > -l.Size/2 {
			return false
		}
	}
	return len(lines) > 1
}

func inMargin(p Page, l Line, share float64) bool {
	return l.Bottom > p.Height*(1-share) || l.Top < p.Height*share
}

// key is the same for headers that differ in their figures only.
func key(p Page, l Line) string {
	place := "top"
	if l.Top < p.Height/2 {
		place = "bottom"
	}
	text := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		}
		return -1
	}, l.Text)
	for strings.Contains(text, "00") {
		text = strings.ReplaceAll(text, "00", "0")
	}
	return fmt.Sprintf("%s %.0f %s", place, l.Bottom/20, text)
}
