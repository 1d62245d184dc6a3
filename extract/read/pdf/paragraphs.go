package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraph is a paragraph or heading, with the size of its type.
type Paragraph struct {
	Text string
	Size float64
	Bold bool
	page int
}

// Text is the text of a PDF in reading order.
type Text struct {
	Paragraphs []Paragraph
	Body       float64  // the size of type that most of it has
	LeftOut    []string // headers, footers and page numbers
}

// Text makes paragraphs of the pages: headers, footers and page numbers left out,
// columns one after the other, hyphens at the ends of lines undone.
func (d *Document) Text() Text {
	pages := make([][]Line, len(d.Pages))
	var all []Line
	for i, p := range d.Pages {
		pages[i] = linesOf(p, i)
		all = append(all, pages[i]...)
	}
	t := Text{Body: typical(all)}
	pages, t.LeftOut = withoutMargins(d.Pages, pages, t.Body)
	words := vocabulary(pages)
	var open *Paragraph
	openRight := false // the last line fills its column
	for _, lines := range pages {
		for _, r := range regions(lines, 0) {
			left := leftEdge(r.lines)
			for i, l := range r.lines {
				fresh := open == nil || !alike(*open, l)
				if !fresh {
					if i > 0 {
						fresh = begins(r.lines[i-1], l, left, r.right, pitchOf(r.lines, l.Size), l.Size > heading*t.Body)
					} else {
						fresh = !openRight || isIndented(l, left) || endsSentence(open.Text) && !goesOn(l.Text)
					}
				}
				if fresh {
					t.Paragraphs = append(t.Paragraphs, Paragraph{Size: l.Size, Bold: l.Bold, page: l.page})
					open = &t.Paragraphs[len(t.Paragraphs)-1]
				}
				open.Text = attach(open.Text, l.Text, words)
				openRight = r.right-l.Right < 0.2*(r.right-r.left)
			}
		}
	}
	for i := range t.Paragraphs {
		t.Paragraphs[i].Text = unspaced.Replace(strings.Join(strings.Fields(clean.Replace(t.Paragraphs[i].Text)), " "))
	}
	return t
}

// unspaced takes out the space that a change of type leaves within quotation marks.
var unspaced = strings.NewReplacer(", ”", ",”", ". ”", ".”", "? ”", "?”", "! ”", "!”", "“ ", "“", "‘ ", "‘")

// clean takes out what only says how text is set, and takes ligatures apart.
var clean = strings.NewReplacer(
	"\u00AD", "", "\uFFFE", "", "\u0002", "", "\u200B", "", "\uFEFF", "", "\u2060", "", "\x00", "",
	"\uFB00", "ff", "\uFB01", "fi", "\uFB02", "fl", "\uFB03", "ffi", "\uFB04", "ffl", "\uFB05", "st", "\uFB06", "st",
)

// alike reports whether a line may go on with a paragraph: its type is of the same
// size.
func alike(p Paragraph, l Line) bool {
	const most = 1.12
	return l.Size < p.Size*most && p.Size < l.Size*most && (p.Bold == l.Bold || !p.Bold)
}

// heading is how much larger than the text the type of a headline is.
const heading = 1.25

// begins reports whether a line begins a paragraph after the one above it.
func begins(above, l Line, left, right, pitch float64, large bool) bool {
	gap := above.Top - l.Top
	const wide = 1.3
	switch {
	case gap > wide*pitch && above.Bottom-l.Top > 0.35*l.Size && gap > 1.45*l.Size:
		return true
	case large:
		return false // lines of a headline may be centred
	case isIndented(l, left) && !isIndented(above, left):
		return true
	case bullet().MatchString(l.Text):
		return true
	case above.Bold != l.Bold:
		return above.Bold
	}
	// A sentence that ends where the next word would have had room ends its paragraph.
	return right-above.Right > math.Min(0.25*(right-left), firstWord(l)+l.Size) && endsSentence(above.Text) && !goesOn(l.Text)
}

// firstWord is how wide the first word of a line is, about.
func firstWord(l Line) float64 {
	word, _, _ := strings.Cut(strings.TrimSpace(l.Text), " ")
	return (l.Right - l.Left) * float64(utf8.RuneCountInString(word)) / float64(max(utf8.RuneCountInString(l.Text), 1))
}

// bullet begins an item of a list.
var bullet = expression(`^\s*(?:[•‣▪◦●○∙·–—*]\s+|\(?\d{1,2}[.)]\s)`)

func isIndented(l Line, left float64) bool {
	return l.Left-left > 0.8*l.Size && l.Left-left < 5*l.Size
}

func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	return unicode.IsLower(r)
}

func endsSentence(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), "\"'”’»)]")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, ":") || strings.HasSuffix(text, ";")
}

// pitchOf is the usual distance from line to line in type of that size.
func pitchOf(lines []Line, size float64) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if g := a.Top - b.Top; g > 0 && g < 3*b.Size && math.Abs(a.Size-size) < 0.12*size && math.Abs(b.Size-size) < 0.12*size {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 1.2 * size
	}
	sort.Float64s(gaps)
	return gaps[len(gaps)/3] // gaps between paragraphs are wider
}

// leftEdge is where most lines begin.
func leftEdge(lines []Line) float64 {
	const near = 1.5
	all := make([]float64, len(lines))
	for i, l := range lines {
		all[i] = l.Left
	}
	sort.Float64s(all)
	best, edge, from, to := 0, math.Inf(1), 0, 0
	for _, left := range all {
		for all[from] <= left-near {
			from++
		}
		for to < len(all) && all[to] < left+near {
			to++
		}
		if to-from > best {
			best, edge = to-from, left
		}
	}
	return edge
}

// vocabulary is the words of a text that don't stand at the end of a line.
func vocabulary(pages [][]Line) map[string]bool {
	words := map[string]bool{}
	for _, lines := range pages {
		for _, l := range lines {
			fields := strings.Fields(strings.ToLower(l.Text))
			for _, f := range fields[:max(0, len(fields)-1)] {
				words[strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) })] = true
			}
		}
	}
	return words
}
