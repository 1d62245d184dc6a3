package render

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// border is what a grid of n columns takes beside its cells: a line at either
// end and between columns, a space on both sides of a cell.
func border(n int) int { return 3*n + 1 }

// writeGrid draws a grid no wider than width. The table writer draws its frame and
// its rules; cells are wrapped here and set by frame.Row, as the table writer would
// measure each of their lines several times over.
func writeGrid(w io.Writer, g *grid, width int, ink ink) error {
	cut := g.cut()
	widths := columnWidths(g.columns, cut, width-border(len(g.columns)))
	f := &frame{entries: cut[1:], columns: g.columns, widths: widths, ink: ink}
	ruled := tw.Off // rules between rows, where a row has several lines
	if !g.tight && slices.ContainsFunc(f.entries, func(e cutEntry) bool { return len(f.set(e)[0]) > 1 }) {
		ruled = tw.On
	}
	f.Blueprint = renderer.NewBlueprint(tw.Rendition{
		Borders: tw.Border{Left: tw.On, Right: tw.On, Top: tw.On, Bottom: tw.On},
		Symbols: tw.NewSymbols(tw.StyleLight),
		Settings: tw.Settings{
			Separators: tw.Separators{BetweenRows: ruled, BetweenColumns: tw.On, ShowHeader: tw.On},
			Lines:      tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.On, ShowBottom: tw.On},
		},
	})
	t := tablewriter.NewTable(w, tablewriter.WithRenderer(f),
		tablewriter.WithHeaderAutoFormat(tw.Off), tablewriter.WithRowAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone), tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAlignment(tw.AlignLeft), tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithTrimSpace(tw.Off), tablewriter.WithTrimLine(tw.Off), tablewriter.WithTrimTab(tw.Off),
		tablewriter.WithEastAsian(tw.Off),
	)
	titles := make([]string, len(g.columns))
	for i, lines := range f.set(cut[0]) {
		texts := make([]string, len(lines))
		for j, l := range lines {
			texts[j] = l.padded(ink, widths[i], g.columns[i].right)
		}
		titles[i] = strings.Join(texts, "\n")
	}
	t.Header(titles)
	stands := make([]string, len(g.columns))
	for i := range stands {
		stands[i] = "x"
	}
	if err := t.Bulk(slices.Repeat([][]string{stands}, len(f.entries))); err != nil {
		return err
	}
	return t.Render()
}

// cutEntry is an entry whose lines are cut where they may be broken.
type cutEntry struct {
	head []cutCell
	rows [][]cutCell
}

type cutCell [][]piece

// cut is the titles of a grid, as an entry, and its entries.
func (g *grid) cut() []cutEntry {
	cutAll := func(row cells) []cutCell {
		out := make([]cutCell, len(row))
		for i, c := range row {
			out[i] = make(cutCell, len(c))
			for j, l := range c {
				out[i][j] = pieces(l)
			}
		}
		return out
	}
	titles := make(cells, len(g.columns))
	for i, c := range g.columns {
		titles[i] = cell{say(strong, c.title)}
	}
	out := make([]cutEntry, 1, len(g.entries)+1)
	out[0].rows = [][]cutCell{cutAll(titles)}
	for _, e := range g.entries {
		c := cutEntry{head: cutAll(e.head)}
		for _, row := range e.rows {
			c.rows = append(c.rows, cutAll(row))
		}
		out = append(out, c)
	}
	return out
}

// frame draws a grid about its entries: of a row the table writer knows that it is
// there, and Row sets the next entry in its place.
type frame struct {
	*renderer.Blueprint
	w       io.Writer
	entries []cutEntry // those that aren't set yet
	columns []column
	widths  []int
	ink     ink
}

func (f *frame) Start(w io.Writer) error {
	f.w = w
	return f.Blueprint.Start(w)
}

// Row can't report an error: the table is written to memory.
func (f *frame) Row([]string, tw.Formatting) {
	lines := f.set(f.entries[0])
	f.entries = f.entries[1:]
	var b bytes.Buffer
	for n := range lines[0] {
		for i := range lines {
			b.WriteString("│ ")
			lines[i][n].write(&b, f.ink, f.widths[i], f.columns[i].right)
			b.WriteString(" ")
		}
		b.WriteString("│\n")
	}
	_, _ = f.w.Write(b.Bytes())
}

// set is the lines of an entry in each column, as many in one as in the others
// and one at least.
func (f *frame) set(e cutEntry) [][]physical {
	lines := make([][]physical, len(f.columns))
	first := len(e.head)
	height := 1
	fill := func(i int) {
		for len(lines[i]) < height {
			lines[i] = append(lines[i], physical{})
		}
	}
	wrapped := func(i int, c cutCell) {
		for _, l := range c {
			lines[i] = wrapPieces(lines[i], l, f.widths[i])
		}
		height = max(height, len(lines[i]))
	}
	for _, row := range e.rows {
		for i, c := range row {
			wrapped(first+i, c)
		}
		for i := range row {
			fill(first + i)
		}
	}
	for i, c := range e.head {
		wrapped(i, c)
	}
	for i := range lines {
		fill(i)
	}
	return lines
}

// padded is a line with spaces up to width.
func (p physical) padded(k ink, width int, right bool) string {
	var b bytes.Buffer
	p.write(&b, k, width, right)
	return b.String()
}

// write is padded to a buffer.
func (p physical) write(b *bytes.Buffer, k ink, width int, right bool) {
	space := strings.Repeat(" ", max(0, width-p.width))
	if right {
		b.WriteString(space)
	}
	k.write(b, p.runs)
	if !right {
		b.WriteString(space)
	}
}

// narrowest is the fewest columns of a terminal that a column of a grid has: a
// wide character.
const narrowest = 2

// longWord is how many columns of a terminal a word may take before it is broken
// rather than made room for.
const longWord = 18

// columnWidths shares room among the columns: each gets what its widest line
// takes, or else its part by weight of what the content ones leave, but where there
// is room for it no word is broken, and narrowest at least.
func columnWidths(columns []column, entries []cutEntry, room int) []int {
	wants, words := wanted(len(columns), entries)
	widths := make([]int, len(columns))
	left, weight, open := room, 0, len(columns)
	for _, c := range columns {
		weight += c.weight
	}
	settle := func(i, width int) {
		widths[i] = max(narrowest, min(width, left-narrowest*(open-1)))
		left -= widths[i]
		weight -= columns[i].weight
		open--
	}
	share := func(i int) int { return left * columns[i].weight / max(weight, 1) }
	unsettled := func(settles func(i int) (width int, ok bool)) (any bool) {
		for i := range columns {
			if widths[i] > 0 {
				continue
			}
			if width, ok := settles(i); ok {
				settle(i, width)
				any = true
			}
		}
		return any
	}
	floors := func() (sum int) { // what the open columns take for no word to be broken
		for i, w := range widths {
			if w == 0 {
				sum += min(words[i], longWord)
			}
		}
		return sum
	}
	unsettled(func(i int) (int, bool) { return wants[i], columns[i].rigid && wants[i] <= room/4 })
	for again := true; again; {
		again = unsettled(func(i int) (int, bool) { return wants[i], wants[i] <= share(i) })
		if floors() <= left {
			again = unsettled(func(i int) (int, bool) { return min(words[i], longWord), min(words[i], longWord) > share(i) }) || again
		}
	}
	unsettled(func(i int) (int, bool) { return share(i), true })
	return widths
}

// wanted is how wide the widest line and the widest word of each of so many
// columns are.
func wanted(columns int, entries []cutEntry) (lines, words []int) {
	lines, words = make([]int, columns), make([]int, columns)
	measure := func(first int, row []cutCell) {
		for i, c := range row {
			for _, l := range c {
				total := 0
				for _, p := range l {
					if p.space && total > 0 {
						total++
					}
					total += p.width
					words[first+i] = max(words[first+i], p.width)
				}
				lines[first+i] = max(lines[first+i], total)
			}
		}
	}
	for _, e := range entries {
		measure(0, e.head)
		for _, row := range e.rows {
			measure(len(e.head), row)
		}
	}
	return lines, words
}
