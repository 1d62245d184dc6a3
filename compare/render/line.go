package render

import (
	"bytes"
	"io"

	"xref/compare"
)

// lines is a line a finding, in the manner of compilers and linters: it stands where
// the first outlet that it names says so.
var lines = &Format{
	ID:    "line",
	Title: "a line a finding, as compilers print them, to search in",
	Mark:  beginsLike(`[^\n]*: (?:agree|differ|conflict|internal) [a-z]+: [^\n]* \[XR-[0-9a-f]+[^\n]*\]\n`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		var b bytes.Buffer
		l := newLocated(r, o)
		l.shown(func(f *compare.Finding) {
			if len(f.Evidence) > 0 {
				b.WriteString(startOfLine(l.line(f)) + "\n")
			}
		})
		_, err := w.Write(b.Bytes())
		return err
	},
}

// line is a finding in one clean line.
func (l *located) line(f *compare.Finding) string {
	e := f.Evidence[l.firstNamed(f)]
	id := f.ID
	if text := acceptedText(f.Accepted); text != "" {
		id += ", " + text
	}
	return l.place(e.Article, e.Span) + ": " + string(f.Verdict) + " " + Plain(string(f.Kind)) + ": " + Plain(shortened(f.Subject)) + ": " + Plain(l.sentence(f)) + " [" + Plain(id) + "]"
}
