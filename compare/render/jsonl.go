package render

import (
	"bytes"
	"encoding/json"
	"io"

	"xref/compare"
)

// jsonLines is the findings of the JSON report, one on each line.
var jsonLines = &Format{
	ID:      "jsonl",
	Title:   "findings as JSON Lines, each as in the JSON report",
	Endings: []string{".jsonl", ".ndjson"},
	Mark:    beginsLike(`\{"id":"XR-`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		j := newJSONWriter(r, o)
		var err error
		j.shown(func(f *compare.Finding) {
			if err == nil {
				err = e.Encode(j.finding(f))
			}
		})
		if err != nil {
			return err
		}
		_, err = w.Write(safeJSON(b.Bytes()))
		return err
	},
}
