package render

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"

	"xref/compare"
)

// commaSeparated is CSV (RFC 4180) with a line of titles and a row for each piece
// of evidence.
var commaSeparated = &Format{
	ID:      "csv",
	Title:   "CSV, a row for each piece of evidence",
	Endings: []string{".csv"},
	Mark:    func(data []byte) bool { return bytes.HasPrefix(data, []byte(strings.Join(evidenceTitles, ",")+"\r\n")) },
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		return writeCSV(w, newLocated(r, o).evidenceSheet())
	},
}

// writeCSV writes a sheet with its titles.
func writeCSV(w io.Writer, s sheet) error {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	if err := out.Write(s.titles); err != nil {
		return err
	}
	record := make([]string, len(s.titles))
	for _, row := range s.rows {
		for i, value := range row {
			record[i] = cellString(value)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	_, err := w.Write(b.Bytes())
	return err
}
