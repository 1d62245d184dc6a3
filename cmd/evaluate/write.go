package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"xref/extract/measure"
)

// write prints figures as a table of two columns or as one flat JSON object.
func write(w io.Writer, figures []measure.Figure, asJSON bool) error {
	if !asJSON {
		for _, f := range figures {
			if _, err := fmt.Fprintf(w, "%-24s %12s\n", f.Name, number(f)); err != nil {
				return err
			}
		}
		return nil
	}
	fields := make([]string, len(figures))
	for i, f := range figures {
		name, err := json.Marshal(f.Name)
		if err != nil {
			return err
		}
		fields[i] = string(name) + ": " + number(f)
	}
	_, err := fmt.Fprintln(w, "{"+strings.Join(fields, ", ")+"}")
	return err
}

// number prints counts whole and everything else to two places.
func number(f measure.Figure) string {
	if f.Count {
		return strconv.FormatInt(int64(f.Value), 10)
	}
	return strconv.FormatFloat(f.Value, 'f', 2, 64)
}
