package read

import (
	"time"

	"xref/extract/article"
)

// document is what a format makes of one file's bytes: the decoded text, the
// spans in it and the metadata that the file itself gives ("" or zero where it
// gives none).
type document struct {
	text         string
	extracted    bool // the text's lines aren't the file's
	title, body  article.Span
	markup       []article.Span
	headline     string
	outlet       string
	host         string // of the URL, which names the outlet where nothing else does
	author       string
	url          string
	language     string // as it stands in the file
	languageLine int
	published    time.Time
	warnings     []Warning
}

func (d *document) warn(path string, line int, message string) {
	d.warnings = append(d.warnings, Warning{Path: path, Line: line, Message: message})
}
