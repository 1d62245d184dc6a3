package read

import (
	"strings"
	"time"

	"xref/extract/article"
)

// document is what a format makes of one article: the decoded text, the spans in
// it and the metadata that the file itself gives ("" or zero where it gives
// none).
type document struct {
	text         string
	extracted    bool // the text's lines aren't the file's
	title, body  article.Span
	markup       []article.Span
	headline     string
	outlet       string
	host         string // of the URL, which names the outlet where nothing else does
	agency       string // whose copy it is
	author       string
	url          string
	language     string // as it stands in the file
	languageLine int
	published    time.Time
	filed        string // when the file says that it was made
	marked       bool   // the page says that it is an article
	restricted   bool   // the page says that it takes a subscription
	truncated    string // why it is only the beginning of an article; "" where it is whole
	part         string // what it is of its file, "message 3"; "" where the file is one article
	corrections  []string
	from         map[string]string // where each fact was found, by its name
	leftOut      []LeftOut
	extra        []Extra
	format       string // the format's name; "" for that of the file
	warnings     []Warning
}

func (d *document) warn(path string, line int, message string) {
	d.warnings = append(d.warnings, Warning{Path: path, Line: line, Message: message})
}

// found notes where a fact was found; what was noted first stands.
func (d *document) found(fact, where string) {
	if d.from == nil {
		d.from = map[string]string{}
	}
	if d.from[fact] == "" {
		d.from[fact] = where
	}
}

// leave notes a passage that is left out of the text, and what it is.
func (d *document) leave(what, text string) {
	d.leftOut = append(d.leftOut, LeftOut{What: what, Text: text})
}

// compose makes the text of a headline and paragraphs that were taken out of a
// file; a first paragraph that says the headline again is left out.
func (d *document) compose(headline string, paragraphs []string) error {
	if len(paragraphs) > 0 && headline != "" && letters(paragraphs[0]) == letters(headline) {
		paragraphs = paragraphs[1:]
	}
	if len(paragraphs) == 0 {
		return errNoText
	}
	var b strings.Builder
	d.extracted, d.headline, d.title = true, headline, article.Span{}
	if headline != "" {
		b.WriteString(headline)
		d.title = article.Span{Start: 0, End: b.Len()}
		b.WriteString("\n\n")
	}
	d.body.Start = b.Len()
	b.WriteString(strings.Join(paragraphs, "\n\n"))
	d.body.End = b.Len()
	b.WriteByte('\n')
	d.text = b.String()
	return nil
}

// fact sets one of the strings of the metadata where nothing has set it before,
// and notes where it is from.
func (d *document) fact(name string, to *string, value, where string) {
	if value = oneLine(value); value != "" && *to == "" {
		*to = value
		d.found(name, where)
	}
}

// date sets when it was published, where nothing has before and value is a date.
func (d *document) date(value, where string) {
	if t, ok := ParseDate(value); ok && d.published.IsZero() {
		d.published = t
		d.found("date", where)
	}
}
