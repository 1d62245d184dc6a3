package render

import (
	"bytes"
	"io"
	"strings"

	"xref/compare"
)

// table is for terminals and CI logs: no line is wider than Options.Width, and
// nothing is cut off.
var table = &Format{
	ID:      "table",
	Title:   "tables for terminals and CI logs",
	Endings: []string{".txt", ".log"},
	Mark:    beginsLike(`(?:\x1b\[[0-9;]*m)*(?:` + reportHeading + `[^=]*?={20}|` + oneVersion + `={10}|` + twoVersions + `={10,}` + changesTally + `)`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		return writeTables(w, newView(r, o, o.sideBySide).sections(), o)
	},
}

// MinWidth is the fewest columns that tables take.
const MinWidth = 40

// outletColumn is how many columns of a terminal an outlet's column takes at
// least, border included.
const outletColumn = 26

func (o Options) width() int {
	if o.Width <= 0 {
		return DefaultWidth
	}
	return max(o.Width, MinWidth)
}

// sideBySide reports whether so many outlets' columns have room beside others
// that take so many columns of the terminal.
func (o Options) sideBySide(outlets, beside int) bool {
	return beside+outlets*outletColumn <= o.width()
}

// writeTables sets a page for a terminal.
func writeTables(w io.Writer, page []block, o Options) error {
	var b bytes.Buffer
	pen := ink{colour: o.Colour}
	put := func(l line, before string) {
		b.WriteString(before)
		for _, p := range wrap(l, o.width()) {
			b.WriteString(pen.outside(p) + "\n")
		}
	}
	for i, each := range page {
		switch each := each.(type) {
		case heading:
			before := ""
			if i > 0 {
				before = "\n"
			}
			if each.level == partLevel {
				put(append(line{{"── ", faint}}, append(each.text, run{" ──", faint})...), before)
				continue
			}
			put(each.text, before)
			underline := map[int]string{1: "=", 2: "=", 3: "-"}[each.level]
			b.WriteString(strings.Repeat(underline, min(displayWidth(Plain(each.text.text())), o.width())) + "\n")
		case paragraph:
			put(each.text, "")
		case gap:
			b.WriteString("\n")
		case *item:
			writeItem(&b, each, o.width(), pen)
		case *grid:
			if err := writeGrid(&b, each, o.width(), pen); err != nil {
				return err
			}
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}
