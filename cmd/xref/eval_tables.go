package main

import (
	"fmt"

	"xref/compare/measure"
	"xref/compare/render"
)

// calibration is the table of how often findings of a confidence are right.
func calibration(r measure.Result) render.Table {
	t := render.Table{Columns: []render.Column{{Title: "Confidence"}, {Title: "Findings", Right: true}, {Title: "Mean", Right: true}, {Title: "Annotated", Right: true}, {Title: "Verdict right", Right: true}}}
	for i, b := range r.Calibration {
		if b.Findings == 0 {
			continue
		}
		n := float64(b.Findings)
		t.Rows = append(t.Rows, []string{
			fmt.Sprintf("%.1f to %.1f", float64(i)/measure.Bins, float64(i+1)/measure.Bins),
			fmt.Sprint(b.Findings),
			fmt.Sprintf("%.2f", b.Confidence/n),
			fmt.Sprintf("%.0f%%", 100*float64(b.Met)/n),
			fmt.Sprintf("%.0f%%", 100*float64(b.Right)/n),
		})
	}
	return t
}

// byKind is the table of what is answered of the annotation, by kind and
// verdict.
func byKind(r measure.Result) render.Table {
	t := render.Table{Columns: []render.Column{{Title: "Kind"}, {Title: "Verdict"}, {Title: "Core recall", Right: true}, {Title: "All recall", Right: true}}}
	for _, row := range r.Recall {
		t.Rows = append(t.Rows, []string{string(row.Kind), string(row.Verdict), row.Core.String(), row.All.String()})
	}
	return t
}
