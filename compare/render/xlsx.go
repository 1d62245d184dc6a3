package render

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

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
		f := excelize.NewFile()
		defer f.Close()
		bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top"}})
		if err != nil {
			return err
		}
		wrapped, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
		if err != nil {
			return err
		}
		for i, s := range []sheet{l.findingSheet(), l.evidenceSheet(), l.coverageSheet(), l.articleSheet()} {
			if i == 0 {
				err = f.SetSheetName("Sheet1", s.name)
			} else {
				_, err = f.NewSheet(s.name)
			}
			if err == nil {
				err = writeSheet(f, s, bold, wrapped)
			}
			if err != nil {
				return err
			}
		}
		if err := f.SetDocProps(&excelize.DocProperties{Creator: workbookCreator}); err != nil {
			return err
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			return err
		}
		return inOrder(w, b.Bytes())
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

// inOrder writes a ZIP archive anew with its files in the order of their names:
// excelize takes sheets from a map.
func inOrder(w io.Writer, archive []byte) error {
	in, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		if err := out.Copy(f); err != nil {
			return err
		}
	}
	return out.Close()
}

// longestCell is the most UTF-16 units that a cell of a workbook holds.
const longestCell = 32767

// writeSheet fills a sheet whose first row are titles that stay in view.
func writeSheet(f *excelize.File, s sheet, bold, wrapped int) error {
	out, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	titles := make([]any, len(s.titles))
	for i, t := range s.titles {
		titles[i] = excelize.Cell{StyleID: bold, Value: cellText(t)}
	}
	if err := out.SetRow("A1", titles); err != nil {
		return err
	}
	cells := make([]any, len(s.titles))
	for n, row := range s.rows {
		for i, value := range row {
			if text, ok := value.(string); ok {
				value = cut(cellText(text), longestCell)
			}
			cells[i] = excelize.Cell{StyleID: wrapped, Value: value}
		}
		at, err := excelize.CoordinatesToCellName(1, n+2)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

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
