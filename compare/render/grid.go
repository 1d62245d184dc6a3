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
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.Border{Left: tw.On, Right: tw.On, Top: tw.On, Bottom: tw.On},
			Symbols: tw.NewSymbols(tw.StyleLight),
			Settings: tw.Settings{
				Separators: tw.Separators{BetweenRows: ruled, BetweenColumns: tw.On, ShowHeader: tw.On},
				Lines:      tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.On, ShowBottom: tw.On},
			},
		})),
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

// columnWidths shares room among the columns: each gets what its widest line
// takes, or else its part by weight of what the content ones leave. Each gets
// one column of a terminal at least.
func columnWidths(g *grid, room int) []int {
	n := len(g.columns)
	wants, words := make([]int, n), make([]int, n)
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
				wants[first+i] = max(wants[first+i], total)
			}
		}
	}
	for i, c := range g.columns {
		wants[i], words[i] = displayWidth(Plain(c.title)), displayWidth(Plain(c.title))
	}
	for _, e := range g.entries {
		measure(0, e.head)
		for _, row := range e.rows {
			measure(len(e.head), row)
		}
	}
	widths := make([]int, n)
	left, weight := room, 0
	for _, c := range g.columns {
		weight += c.weight
	}
	settled := make([]bool, n)
	settle := func(i, width int) {
		widths[i], settled[i] = width, true
		left -= width
		weight -= g.columns[i].weight
	}
	for i, c := range g.columns {
		if c.rigid && wants[i] <= room/4 {
			settle(i, wants[i])
		}
	}
	for again := true; again; {
		again = false
		for i, c := range g.columns {
			if !settled[i] && wants[i]*weight <= left*c.weight {
				settle(i, wants[i])
				again = true
			}
		}
	}
	// A column whose longest word is only a little too wide for its part gets it.
	for i, c := range g.columns {
		if share := left * c.weight / max(weight, 1); !settled[i] && words[i] > share && words[i] <= share+share/3 && words[i] < left {
			settle(i, words[i])
		}
	}
	for i, c := range g.columns {
		if !settled[i] {
			settle(i, max(1, left*c.weight/max(weight, 1)))
		}
	}
	return widths
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
