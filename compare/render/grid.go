package render

import (
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// border is what a grid of n columns takes beside its cells: a line at either
// end and between columns, a space on both sides of a cell.
func border(n int) int { return 3*n + 1 }

// writeGrid draws a grid no wider than width. Cells are wrapped and padded to
// the width of their columns here, and set line by line, so that the table
// writer has nothing left to decide.
func writeGrid(w io.Writer, g *grid, width int, ink ink) error {
	widths := columnWidths(g, width-border(len(g.columns)))
	rows := make([][]string, len(g.entries))
	ruled := tw.Off // rules between rows, where a row has several lines
	for i, e := range g.entries {
		rows[i] = drawRow(e, g.columns, widths, ink)
		if strings.Contains(rows[i][0], "\n") {
			ruled = tw.On
		}
	}
	t := tablewriter.NewTable(w,
		tablewriter.WithRenderer(&paddedCells{widths: widths, Blueprint: renderer.NewBlueprint(tw.Rendition{
			Borders: tw.Border{Left: tw.On, Right: tw.On, Top: tw.On, Bottom: tw.On},
			Symbols: tw.NewSymbols(tw.StyleLight),
			Settings: tw.Settings{
				Separators: tw.Separators{BetweenRows: ruled, BetweenColumns: tw.On, ShowHeader: tw.On},
				Lines:      tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.On, ShowBottom: tw.On},
			},
		})}),
		tablewriter.WithHeaderAutoFormat(tw.Off), tablewriter.WithRowAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone), tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAlignment(tw.AlignLeft), tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithTrimSpace(tw.Off), tablewriter.WithTrimLine(tw.Off), tablewriter.WithTrimTab(tw.Off),
		tablewriter.WithEastAsian(tw.Off),
	)
	header := make(cells, len(g.columns))
	for i, c := range g.columns {
		header[i] = cell{say(strong, c.title)}
	}
	t.Header(drawRow(entry{rows: []cells{header}}, g.columns, widths, ink))
	if err := t.Bulk(rows); err != nil {
		return err
	}
	return t.Render()
}

// paddedCells draws lines of cells that have the width of their columns already,
// which Blueprint would measure again.
type paddedCells struct {
	*renderer.Blueprint
	w      io.Writer
	widths []int
}

func (p *paddedCells) Start(w io.Writer) error {
	p.w = w
	return p.Blueprint.Start(w)
}

// Row writes one line of a row; of a blank row the table writer leaves nothing
// to write. It can't report an error: the table is written to memory.
func (p *paddedCells) Row(line []string, _ tw.Formatting) {
	var b strings.Builder
	for i, text := range line {
		if text == "" {
			text = strings.Repeat(" ", p.widths[i])
		}
		b.WriteString("│ " + text + " ")
	}
	b.WriteString("│\n")
	_, _ = io.WriteString(p.w, b.String())
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
func columnWidths(g *grid, room int) []int {
	wants, words := wanted(g)
	widths := make([]int, len(g.columns))
	left, weight, open := room, 0, len(g.columns)
	for _, c := range g.columns {
		weight += c.weight
	}
	settle := func(i, width int) {
		widths[i] = max(narrowest, min(width, left-narrowest*(open-1)))
		left -= widths[i]
		weight -= g.columns[i].weight
		open--
	}
	share := func(i int) int { return left * g.columns[i].weight / max(weight, 1) }
	unsettled := func(settles func(i int) (width int, ok bool)) (any bool) {
		for i := range g.columns {
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
	unsettled(func(i int) (int, bool) { return wants[i], g.columns[i].rigid && wants[i] <= room/4 })
	for again := true; again; {
		again = unsettled(func(i int) (int, bool) { return wants[i], wants[i] <= share(i) })
		if floors() <= left {
			again = unsettled(func(i int) (int, bool) { return min(words[i], longWord), min(words[i], longWord) > share(i) }) || again
		}
	}
	unsettled(func(i int) (int, bool) { return share(i), true })
	return widths
}

// wanted is how wide the widest line and the widest word of each column are.
func wanted(g *grid) (lines, words []int) {
	lines, words = make([]int, len(g.columns)), make([]int, len(g.columns))
	measure := func(first int, row cells) {
		for i, c := range row {
			for _, l := range c {
				total := 0
				for _, p := range pieces(l) {
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
	titles := make(cells, len(g.columns))
	for i, c := range g.columns {
		titles[i] = cell{say(normal, c.title)}
	}
	measure(0, titles)
	for _, e := range g.entries {
		measure(0, e.head)
		for _, row := range e.rows {
			measure(len(e.head), row)
		}
	}
	return lines, words
}

// drawRow sets an entry as one row of the table writer: cells of several lines,
// each line padded to the width of its column.
func drawRow(e entry, columns []column, widths []int, ink ink) []string {
	drawn := make([][]string, len(columns))
	fill := func(i, height int) {
		for len(drawn[i]) < height {
			drawn[i] = append(drawn[i], strings.Repeat(" ", widths[i]))
		}
	}
	first := len(e.head)
	height := 0
	for _, row := range e.rows {
		for i, c := range row {
			drawn[first+i] = append(drawn[first+i], drawCell(c, widths[first+i], columns[first+i].right, ink)...)
			height = max(height, len(drawn[first+i]))
		}
		for i := range row {
			fill(first+i, height)
		}
	}
	for i, c := range e.head {
		drawn[i] = drawCell(c, widths[i], columns[i].right, ink)
		height = max(height, len(drawn[i]))
	}
	joined := make([]string, len(columns))
	for i := range drawn {
		fill(i, height)
		joined[i] = strings.Join(drawn[i], "\n")
	}
	return joined
}

func drawCell(c cell, width int, right bool, ink ink) []string {
	var lines []string
	for _, l := range c {
		for _, p := range wrap(l, width) {
			space := strings.Repeat(" ", max(0, width-p.width))
			if right {
				lines = append(lines, space+ink.set(p.runs))
			} else {
				lines = append(lines, ink.set(p.runs)+space)
			}
		}
	}
	return lines
}
