package read

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"xref/extract/read/pdf"
)

// portable is the Portable Document Format.
var portable = Format{
	Name:    "PDF",
	Endings: []string{".pdf"},
	Kinds:   []string{"application/pdf"},
	Reads:   "paragraphs in reading order, column by column, without headers, footers and page numbers, hyphens undone; the title by its size or the properties, author and date of the properties",
	Limit:   "archive-bytes",
	Like:    func(head []byte) bool { return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) },
	Read:    readPDF,
}

func readPDF(in input) (contents, error) {
	engine, err := pdf.Acquire()
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	defer engine.Abandon()
	ctx, cancel := context.WithTimeout(context.Background(), in.limits.seconds("parse-seconds"))
	defer cancel()
	d, err := timely(in.limits, func() (document, error) {
		defer engine.Release()
		return pdfDocument(ctx, engine, in)
	})
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	return one(d, nil)
}

func pdfDocument(ctx context.Context, engine *pdf.Lease, in input) (document, error) {
	var d document
	file, err := engine.Read(ctx, in.data, int(in.limits.Of("pages")))
	if err != nil {
		return d, err
	}
	text := file.Text()
	if len(text.Paragraphs) == 0 {
		return d, errors.New("a PDF without text, as of a scanner; xref reads no pictures")
	}
	created := file.Created
	for _, out := range text.LeftOut {
		d.leave("header or footer", out)
		if pdf.IsPrintMark(out) {
			created = "" // a page that was printed: when it was is not the article's date
		}
		for _, word := range strings.Fields(out) {
			if isLink(word) {
				d.fact("url", &d.url, word, "the page's footer")
				d.host = hostOf(d.url)
			}
		}
	}
	title, rest := pdfTitle(text)
	var paragraphs []string
	for _, p := range rest {
		if p.Text != "" {
			paragraphs = append(paragraphs, p.Text)
		}
	}
	if d.url != "" {
		created = ""
	}
	d.properties(file.Title, file.Author, created, "")
	err = d.composeTitled(title, "", file.Title, paragraphs)
	if title != "" {
		d.from["title"] = "the largest type on the first page"
	}
	return d, err
}

// pdfTitle parts the title from the paragraphs: the largest type among the first
// of them, where it is clearly larger than that of the text.
func pdfTitle(text pdf.Text) (title string, rest []pdf.Paragraph) {
	const reach, larger = 6, 1.25
	best := -1
	for i, p := range text.Paragraphs[:min(reach, len(text.Paragraphs))] {
		if p.Size > larger*text.Body && titleLike(p.Text) && (best < 0 || p.Size > 1.02*text.Paragraphs[best].Size) {
			best = i
		}
	}
	if best < 0 || len(text.Paragraphs) == 1 {
		return "", text.Paragraphs
	}
	rest = append(append([]pdf.Paragraph{}, text.Paragraphs[:best]...), text.Paragraphs[best+1:]...)
	return text.Paragraphs[best].Text, rest
}
