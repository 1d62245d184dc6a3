package render

import (
	"io"
	"unicode/utf8"

	"xref/compare"
	"xref/extract/article"
)

// webAnnotation is a page of annotations by the W3C's Web Annotation Data Model,
// in JSON-LD: an annotation a finding, a target a piece of evidence.
var webAnnotation = &Format{
	ID:      "web-annotation",
	Title:   "W3C Web Annotations in JSON-LD, for annotation tools",
	Endings: []string{".jsonld"},
	Mark:    beginsLike(`\{\s*"@context":\s*"[^"]*",\s*"id":\s*"urn:xref:report"`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		return writeJSON(w, annotationsOf(newLocated(r, o)), "  ")
	},
}

type annotationPage struct {
	Context string       `json:"@context"`
	ID      string       `json:"id"`
	Type    string       `json:"type"`
	Items   []annotation `json:"items"`
}

type annotation struct {
	ID         string             `json:"id"`
	Type       string             `json:"type"`
	Motivation string             `json:"motivation"`
	Generator  annotationAgent    `json:"generator"`
	Body       []annotationBody   `json:"body"`
	Target     []annotationTarget `json:"target"`
}

type annotationAgent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type annotationBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format"`
	Purpose string `json:"purpose"`
}

type annotationTarget struct {
	Type     string `json:"type"`
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

// quoteSelector is a passage by its words and those around it.
type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// positionSelector is a passage by its place in the text, in characters (Unicode
// code points) from 0.
type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// findingURN begins the name of a finding's annotation.
const findingURN = "urn:xref:finding:"

// quotedAround is how many characters before and after a passage are given.
const quotedAround = 32

func annotationsOf(l *located) annotationPage {
	page := annotationPage{"http://www.w3.org/ns/anno.jsonld", "urn:xref:report", "AnnotationPage", []annotation{}}
	places := make([]characters, len(l.Documents))
	for i := range places {
		places[i] = newCharacters(l.article(i).Text)
	}
	l.shown(func(f *compare.Finding) {
		a := annotation{
			ID: findingURN + f.ID, Type: "Annotation", Motivation: "assessing", Generator: annotationAgent{"Software", "xref"},
			Body: []annotationBody{
				{"TextualBody", l.sentenceWith(f, Plain, unlinked), "text/plain", "assessing"},
				{"TextualBody", string(f.Kind), "text/plain", "classifying"},
				{"TextualBody", string(f.Verdict), "text/plain", "tagging"},
			},
			Target: []annotationTarget{},
		}
		if f.Accepted != nil {
			a.Body = append(a.Body, annotationBody{"TextualBody", acceptedText(f.Accepted), "text/plain", "commenting"})
		}
		for _, e := range f.Evidence {
			text := l.article(e.Article).Text
			a.Target = append(a.Target, annotationTarget{"SpecificResource", l.source(e.Article), []any{
				quoteSelector{"TextQuoteSelector", e.Span.In(text), before(text, e.Span.Start, quotedAround), after(text, e.Span.End, quotedAround)},
				places[e.Article].selector(e.Span),
			}})
		}
		page.Items = append(page.Items, a)
	})
	return page
}

// source is the IRI of what article i was read from: the page's where it was
// extracted from one whose address is known, else the file's.
func (l *located) source(i int) string {
	if a := l.article(i); a.Extracted && Address(a.URL) != "" {
		return a.URL
	}
	return l.uri(i)
}

// before is the last n characters of text[:at].
func before(text string, at, n int) string {
	from := at
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	return text[from:at]
}

// after is the first n characters of text[at:].
func after(text string, at, n int) string {
	to := at
	for ; n > 0 && to < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	return text[at:to]
}

// characters turns byte offsets of one text into places in characters.
type characters struct {
	text  string
	marks []int // characters before each multiple of stride bytes
}

const stride = 1024

func newCharacters(text string) characters {
	c := characters{text: text}
	n := 0
	for at := 0; at <= len(text); at += stride {
		c.marks = append(c.marks, n)
		for i := at; i < min(at+stride, len(text)); i++ {
			if utf8.RuneStart(text[i]) {
				n++
			}
		}
	}
	return c
}

// before is how many characters begin before a byte offset.
func (c characters) before(offset int) int {
	n := c.marks[offset/stride]
	for i := offset / stride * stride; i < offset; i++ {
		if utf8.RuneStart(c.text[i]) {
			n++
		}
	}
	return n
}

func (c characters) selector(s article.Span) positionSelector {
	return positionSelector{"TextPositionSelector", c.before(s.Start), c.before(s.End)}
}
