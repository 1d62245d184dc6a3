package render

import (
	"io"
	"strings"
)

// Table is a table of a command's own; a row has a text for each column.
type Table struct {
	Columns []Column
	Rows    [][]string
}

// Column is a column of a Table. Weight is its share of the width where not all
// columns get what they ask for; a column of weight 0 gets it before the others.
type Column struct {
	Title  string
	Weight int
	Right  bool // figures, set to the right
}

// WriteTable sets a table for a terminal; lines of a cell are parted by "\n".
func WriteTable(w io.Writer, t Table, o Options) error {
	return writeTables(w, []block{t.grid()}, o)
}

// WriteMarkdownTable sets a table in Markdown.
func WriteMarkdownTable(w io.Writer, t Table) error {
	_, err := w.Write(asMarkdown([]block{t.grid()}))
	return err
}

func (t Table) grid() *grid {
	g := &grid{}
	for _, c := range t.Columns {
		g.columns = append(g.columns, column{title: c.Title, weight: max(1, c.Weight), rigid: c.Weight == 0, right: c.Right})
	}
	for _, texts := range t.Rows {
		row := make(cells, len(g.columns))
		for i, text := range texts {
			for _, l := range strings.Split(text, "\n") {
				row[i] = append(row[i], say(normal, l))
			}
		}
		g.entries = append(g.entries, entry{rows: []cells{row}})
	}
	return g
}
