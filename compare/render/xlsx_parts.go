package render

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

// The parts of a workbook that don't depend on what it holds.
const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spreadsheetML = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relationType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageType   = "http://schemas.openxmlformats.org/package/2006/relationships"

	packageRelations = xmlHead + `<Relationships xmlns="` + packageType + `"><Relationship Id="rId1" Type="` + relationType + `/officeDocument" Target="xl/workbook.xml"/>` +
		`<Relationship Id="rId2" Type="` + packageType + `/metadata/core-properties" Target="` + workbookProperties + `"/></Relationships>`
	coreProperties = xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>` +
		workbookCreator + `</dc:creator></cp:coreProperties>`
	// The styles of cells by number: 0 as programs have it, then that of titles and of what is below them.
	workbookStyles = xmlHead + `<styleSheet ` + spreadsheetML + `><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>` +
		`<xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>` +
		`<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
)

const (
	titleStyle = 1
	cellStyle  = 2
)

// writeWorkbook writes sheets as Office Open XML, the same bytes each time. Texts
// stand in their cells, so that nothing in them is a formula.
func writeWorkbook(w io.Writer, sheets []sheet) error {
	out := &parts{zip: zip.NewWriter(w)}
	types, list, relations := "", "", ""
	for i, s := range sheets {
		n := strconv.Itoa(i + 1)
		types += `<Override PartName="/xl/worksheets/sheet` + n + `.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
		list += `<sheet name="` + s.name + `" sheetId="` + n + `" r:id="rId` + n + `"/>`
		relations += `<Relationship Id="rId` + n + `" Type="` + relationType + `/worksheet" Target="worksheets/sheet` + n + `.xml"/>`
	}
	last := strconv.Itoa(len(sheets) + 1)
	out.text("[Content_Types].xml", xmlHead+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+
		`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`+
		`<Override PartName="/`+workbookProperties+`" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`+types+`</Types>`)
	out.text("_rels/.rels", packageRelations)
	out.text(workbookProperties, coreProperties)
	out.text("xl/workbook.xml", xmlHead+`<workbook `+spreadsheetML+` xmlns:r="`+relationType+`"><sheets>`+list+`</sheets></workbook>`)
	out.text("xl/_rels/workbook.xml.rels", xmlHead+`<Relationships xmlns="`+packageType+`">`+relations+`<Relationship Id="rId`+last+`" Type="`+relationType+`/styles" Target="styles.xml"/></Relationships>`)
	out.text("xl/styles.xml", workbookStyles)
	for i, s := range sheets {
		out.part("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", func(b *bufio.Writer) { writeSheet(b, s) })
	}
	if out.err != nil {
		return out.err
	}
	return out.zip.Close()
}

// parts writes the files of an archive until one fails.
type parts struct {
	zip *zip.Writer
	err error
}

func (p *parts) text(name, content string) {
	p.part(name, func(b *bufio.Writer) { b.WriteString(content) })
}

func (p *parts) part(name string, write func(b *bufio.Writer)) {
	if p.err != nil {
		return
	}
	f, err := p.zip.Create(name)
	if err == nil {
		b := bufio.NewWriter(f)
		write(b)
		err = b.Flush() // and what went wrong before
	}
	p.err = err
}

// writeSheet writes a sheet whose first row are titles that stay in view.
func writeSheet(b *bufio.Writer, s sheet) {
	b.WriteString(xmlHead + `<worksheet ` + spreadsheetML + `><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, width := range s.widths {
		fmt.Fprintf(b, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, width)
	}
	b.WriteString(`</cols><sheetData>`)
	titles := make([]any, len(s.titles))
	for i, t := range s.titles {
		titles[i] = t
	}
	writeRow(b, 1, titleStyle, titles)
	for n, row := range s.rows {
		writeRow(b, n+2, cellStyle, row)
	}
	b.WriteString(`</sheetData></worksheet>`)
}

func writeRow(b *bufio.Writer, number, style int, values []any) {
	fmt.Fprintf(b, `<row r="%d">`, number)
	for i, value := range values {
		at := columnName(i) + strconv.Itoa(number)
		switch v := value.(type) {
		case string:
			fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">`, at, style)
			_ = xml.EscapeText(b, []byte(cut(cellText(v), longestCell))) // a failure of b stays in it
			b.WriteString(`</t></is></c>`)
		case nil:
			fmt.Fprintf(b, `<c r="%s" s="%d"/>`, at, style)
		default:
			fmt.Fprintf(b, `<c r="%s" s="%d"><v>%v</v></c>`, at, style, v)
		}
	}
	b.WriteString(`</row>`)
}

// columnName is the letters of a column, counted from 0.
func columnName(i int) string {
	const letters = 26
	if i >= letters {
		return columnName(i/letters-1) + string(rune('A'+i%letters))
	}
	return string(rune('A' + i))
}
