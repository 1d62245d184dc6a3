package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// Line is a run of text on one baseline, with the box of its ink. Size is the
// estimated size of its type in points.
type Line struct {
	Text                     string
	Left, Right, Bottom, Top float64
	Size                     float64
	Bold                     bool
	page                     int
	drawn                    int // its place among the pieces of the page, in the order in which they are drawn
}

// Shares of the type's size that the ink of a letter is high, by its shape.
const (
	xHeight    = 0.49
	ascender   = 0.71
	descender  = 0.69
	columnGap  = 1.6  // sizes of type that part two columns on one line
	wordGap    = 0.15 // sizes of type that part two words
	sameHeight = 0.6  // share of the height in which pieces of one line overlap
)

// heightOf is the share of the type's size that the ink of r is high; 0 where
// that isn't known.
func heightOf(r rune) float64 {
	switch {
	case strings.ContainsRune("aceimnorsuvwxz", r) && r != 'i':
		return xHeight
	case strings.ContainsRune("bdfhkl", r), unicode.IsUpper(r) && r < 128 && r != 'Q' && r != 'J', '0' <= r && r <= '9':
		return ascender
	case strings.ContainsRune("gpqy", r):
		return descender
	}
	return 0
}

// linesOf makes lines of the characters of a page, pieces of one line put
// together, in no order yet.
func linesOf(p Page, number int) []Line {
	var lines []Line
	var run []Char
	end := func() {
		if l, ok := lineOf(run); ok {
			l.page, l.drawn = number, len(lines)
			lines = append(lines, l)
		}
		run = nil
	}
	for _, c := range p.Chars {
		switch {
		case c.Turned:
			continue
		case c.Rune == '\r' || c.Rune == '\n':
			end()
			continue
		}
		if last, ok := lastInk(run); ok && !isSpace(c.Rune) && apart(last, c) {
			end()
		}
		run = append(run, c)
	}
	end()
	return merged(withoutMarks(lines))
}

// footnoteMark is what refers to a note.
var footnoteMark = expression(`^[\d*†‡§,]{1,4}$`)

// withoutMarks is the pieces without the small raised figures that refer to notes. One
// behind the sign of a measure is its power.
func withoutMarks(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		text := strings.TrimSpace(l.Text)
		if footnoteMark().MatchString(text) && slices.ContainsFunc(lines, func(o Line) bool {
			gap := l.Left - o.Right
			return l.Size < 0.88*o.Size && gap > -o.Size/3 && gap < o.Size/2 && l.Bottom > o.Bottom+o.Size/8 && l.Bottom < o.Top && l.Top > o.Bottom+o.Size/2 && !measure().MatchString(o.Text)
		}) {
			continue
		}
		l.drawn = len(out)
		out = append(out, l)
	}
	return out
}

// measure ends in the sign of a measure that has powers.
var measure = expression(`\b(?:[ckm]?m|ft|in|mi|yd)\s*$`)

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == 0xA0 }

// lastInk is the last character of a run that isn't a space.
func lastInk(run []Char) (Char, bool) {
	for _, c := range slices.Backward(run) {
		if !isSpace(c.Rune) {
			return c, true
		}
	}
	return Char{}, false
}

// apart reports whether c stands in another column or on another line than the
// character before it.
func apart(last, c Char) bool {
	height := math.Max(last.Top-last.Bottom, c.Top-c.Bottom)
	size := math.Max(height/xHeight*0.8, 4)
	if c.Left-last.Right > columnGap*size*1.2 || c.Left < last.Left-size {
		return true
	}
	return c.Bottom > last.Top+size/2 || c.Top < last.Bottom-size/2
}

// lineOf is the line of a run of characters; ok is false where it has no ink.
func lineOf(run []Char) (Line, bool) {
	l := Line{Left: math.Inf(1), Right: math.Inf(-1), Bottom: math.Inf(1), Top: math.Inf(-1)}
	var b strings.Builder
	var sizes []float64
	ink, bold := 0, 0
	for _, c := range run {
		b.WriteRune(c.Rune)
		if isSpace(c.Rune) || c.Right <= c.Left && c.Top <= c.Bottom {
			continue
		}
		ink++
		if c.Bold {
			bold++
		}
		l.Left, l.Right = math.Min(l.Left, c.Left), math.Max(l.Right, c.Right)
		l.Bottom, l.Top = math.Min(l.Bottom, c.Bottom), math.Max(l.Top, c.Top)
		if share := heightOf(c.Rune); share > 0 && c.Top > c.Bottom {
			sizes = append(sizes, (c.Top-c.Bottom)/share)
		}
	}
	if ink == 0 {
		return l, false
	}
	l.Text = b.String()
	l.Size, l.Bold = (l.Top-l.Bottom)/0.95, 2*bold > ink
	if len(sizes) > 0 {
		sort.Float64s(sizes)
		l.Size = sizes[len(sizes)/2]
	}
	return l, true
}

// merged puts together pieces that stand on one baseline, one close behind the
// other; those that aren't drawn one after the other must be closer, since two columns
// may be as near as two words.
func merged(lines []Line) []Line {
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].Left < lines[j].Left })
	var out []Line
	for _, l := range lines {
		joined := false
		for i := range out {
			o := &out[i]
			overlap := math.Min(o.Top, l.Top) - math.Max(o.Bottom, l.Bottom)
			size := math.Max(o.Size, l.Size)
			gap := l.Left - o.Right
			most := wordGap * 3 * size
			if l.drawn == o.drawn+1 {
				most = 0.9 * size
			}
			if overlap < sameHeight*math.Min(o.Top-o.Bottom, l.Top-l.Bottom) || gap < -size/3 || gap > most {
				continue
			}
			if gap > wordGap*size && !strings.HasSuffix(o.Text, " ") {
				o.Text += " "
			}
			o.Text += l.Text
			if l.Right-l.Left > o.Right-o.Left {
				o.Size, o.Bold = l.Size, l.Bold
			}
			o.drawn = l.drawn
			o.Right, o.Bottom, o.Top = math.Max(o.Right, l.Right), math.Min(o.Bottom, l.Bottom), math.Max(o.Top, l.Top)
			joined = true
			break
		}
		if !joined {
			out = append(out, l)
		}
	}
	return out
}
