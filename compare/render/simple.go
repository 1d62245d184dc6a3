package render

import (
	"io"
	"strings"
)

// Table is a small table of the command's own: a title for each column and rows
// of texts. A title that begins with ">" sets its column to the right.
type Table struct {
	Columns []string
	Rows    [][]string
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
	for _, title := range t.Columns {
		right := strings.HasPrefix(title, ">")
		g.columns = append(g.columns, column{title: strings.TrimPrefix(title, ">"), weight: 1, right: right})
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
