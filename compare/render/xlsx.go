package render

import (
	"archive/zip"
	"bytes"
	"io"

	"xref/compare"
)

// workbook is an Office Open XML workbook (ISO/IEC 29500): findings, evidence,
// coverage and articles, a sheet each. No cell of it is a formula or a link.
var workbook = &Format{
	ID:      "xlsx",
	Title:   "Excel workbook: findings, evidence, coverage, articles",
	Endings: []string{".xlsx"},
	Binary:  true,
	Mark:    madeWorkbook,
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		l := newLocated(r, o)
		return writeWorkbook(w, []sheet{l.findingSheet(), l.evidenceSheet(), l.coverageSheet(), l.articleSheet()})
	},
}

const (
	workbookCreator    = "xref"
	workbookProperties = "docProps/core.xml"
)

// madeWorkbook reports whether data is a workbook whose properties name xref as
// its creator.
func madeWorkbook(data []byte) bool {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	f, err := in.Open(workbookProperties)
	if err != nil {
		return false
	}
	defer f.Close()
	properties, err := io.ReadAll(io.LimitReader(f, headBytes))
	return err == nil && bytes.Contains(properties, []byte(">"+workbookCreator+"</dc:creator>"))
}

// longestCell is the most UTF-16 units that a cell of a workbook holds.
const longestCell = 32767

// cut is text of at most so many UTF-16 units.
func cut(text string, most int) string {
	units := 0
	for at, r := range text {
		if units++; r > 0xFFFF {
			units++
		}
		if units > most {
			return text[:at]
		}
	}
	return text
}
