package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// table is figures in rows, with lines that show what they count.
type table struct {
	columns []string
	rows    [][]any // strings and numbers, one a column
	details []string
}

func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

// write writes the rows in columns, or as a JSON array of objects.
func (t *table) write(w io.Writer, asJSON bool) error {
	if asJSON {
		objects := []string{}
		for _, row := range t.rows {
			var pairs []string
			for i, cell := range row {
				value, err := json.Marshal(cell)
				if err != nil {
					return err
				}
				pairs = append(pairs, fmt.Sprintf("%q: %s", t.columns[i], value))
			}
			objects = append(objects, " {"+strings.Join(pairs, ", ")+"}")
		}
		_, err := fmt.Fprintf(w, "[\n%s\n]\n", strings.Join(objects, ",\n"))
		return err
	}
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(columns, strings.Join(t.columns, "\t"))
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			switch c := cell.(type) {
			case float64:
				cells[i] = fmt.Sprintf("%.1f", c)
			default:
				cells[i] = fmt.Sprint(c)
			}
		}
		fmt.Fprintln(columns, strings.Join(cells, "\t"))
	}
	return columns.Flush()
}
