package read

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"xref/extract/article"
)

var (
	//go:embed data/furniture.tsv
	furnitureTable string
	//go:embed data/notes.tsv
	notesTable string
)

// pattern is a form of paragraphs that aren't part of an article.
type pattern struct {
	what      string
	mostWords int                   // of the paragraph; 0 for any number
	hints     []string              // one of which the paragraph begins with (^), ends in ($) or holds
	form      func() *regexp.Regexp // compiled where a hint fits
}

// fits reports whether a paragraph is of that form; low is its lower case.
func (p pattern) fits(paragraph, low string) bool {
	for _, h := range p.hints {
		switch {
		case h[0] == '^' && strings.HasPrefix(low, h[1:]), h[0] == '$' && strings.HasSuffix(strings.TrimRight(low, ".)] "), h[1:]),
			h[0] != '^' && h[0] != '$' && strings.Contains(low, h):
			return p.form().MatchString(paragraph)
		}
	}
	return false
}

var (
	furniture = sync.OnceValue(func() []pattern { return patterns(furnitureTable, true) })
	notes     = sync.OnceValue(func() []pattern { return patterns(notesTable, false) })
)

// patterns reads a table: what it is, the most words where counted, the form.
func patterns(table string, counted bool) []pattern {
	var all []pattern
	for row := range strings.Lines(table) {
		row = strings.TrimRight(row, "\r\n")
		if row == "" || row[0] == '#' {
			continue
		}
		cells := strings.Split(row, "\t")
		p := pattern{what: cells[0], hints: strings.Split(cells[len(cells)-2], ",")}
		p.form = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?i)" + cells[len(cells)-1]) })
		if counted {
			n, err := strconv.Atoi(cells[1])
			if err != nil {
				panic("the table of what isn't part of an article: " + row)
			}
			p.mostWords = n
		}
		all = append(all, p)
	}
	return all
}

// longestFurniture is the most words of a paragraph that is looked at.
const longestFurniture = 90

// whatIs says what a paragraph is that isn't part of an article; "" where it is.
func whatIs(paragraph string, all []pattern) string {
	words := len(strings.Fields(paragraph))
	if words > longestFurniture {
		return ""
	}
	paragraph = trimmedMarks(paragraph)
	low := strings.ToLower(paragraph)
	for _, p := range all {
		if (p.mostWords == 0 || words <= p.mostWords) && p.fits(paragraph, low) {
			return p.what
		}
	}
	return ""
}

// trimmedMarks is a paragraph without the marks of emphasis, lists and links about it.
func trimmedMarks(paragraph string) string { return strings.Trim(paragraph, " \t\r*_[]#>•·▪●") }

// paragraphs is the body's paragraphs: what stands between blank lines.
func (d *document) paragraphs() []string {
	return strings.Split(d.body.In(d.text), "\n\n")
}

// clean takes out of the body what isn't part of the article, and takes down
// what the article says of itself. In a text of the file's own lines it is
// marked; of extracted text, it is left out. Where nothing would be left, all
// stays. The error says that there is no text.
func (d *document) clean() error {
	if d.body.Empty() {
		return errNoText
	}
	type passage struct {
		span article.Span
		what string
	}
	var out, all []passage
	kept, consent, notice := 0, 0, ""
	switch whatIs(d.headline, notes()) {
	case "consent":
		consent++
	case "notice":
		notice = d.headline
	}
	for _, span := range d.blocks() {
		text := d.unmarked(span)
		what := whatIs(text, notes())
		switch what {
		case "correction":
			d.corrections = append(d.corrections, text)
		case "truncated":
			d.truncated = first(d.truncated, "it says “"+shortened(text)+"”")
		case "consent":
			consent++
		case "notice":
			notice = first(notice, text)
		default:
			what = whatIs(text, furniture())
		}
		if what == "" {
			kept++
		}
		all = append(all, passage{span, what})
	}
	for i, foot := len(all)-1, 0; i >= 0 && foot < footBlocks && kept > 1; i-- {
		if all[i].what != "" {
			continue
		}
		if all[i].what = d.footing(d.unmarked(all[i].span)); all[i].what == "" {
			foot++
		} else {
			kept--
		}
	}
	for _, p := range all {
		if p.what != "" {
			out = append(out, p)
		}
	}
	d.creditAgency()
	d.teaser(consent, notice)
	if kept == 0 {
		d.corrections = nil
		return nil
	}
	if len(out) == 0 {
		return nil
	}
	for _, p := range out {
		d.leave(p.what, d.unmarked(p.span))
	}
	if d.extracted {
		var paragraphs []string
		at := 0
		for _, span := range d.blocks() {
			if at < len(out) && out[at].span == span {
				at++
				continue
			}
			paragraphs = append(paragraphs, span.In(d.text))
		}
		return d.compose(d.headline, paragraphs)
	}
	var marks []article.Span
	for _, p := range out {
		for at := p.span.Start; at < p.span.End; {
			_, next := line(d.text[:p.span.End], at)
			if l := trimmed(d.text, at, next); !l.Empty() {
				marks = append(marks, l)
			}
			at = next
		}
	}
	d.markup = united(d.markup, marks)
	d.body = withoutMarkup(d.text, d.body, d.markup)
	return nil
}

// blocks are the spans of the body's paragraphs: what stands between blank lines,
// or where a text has none, its lines.
func (d *document) blocks() []article.Span {
	body := d.body.In(d.text)
	lines := !strings.Contains(body, "\n\n") && !strings.Contains(body, "\r\n\r\n")
	var spans []article.Span
	start := d.body.Start
	add := func(end int) {
		if s := trimmed(d.text, start, end); !s.Empty() {
			spans = append(spans, s)
		}
	}
	for at := d.body.Start; at < d.body.End; {
		content, next := line(d.text[:d.body.End], at)
		if lines || strings.TrimFunc(content, unicode.IsSpace) == "" {
			if lines {
				add(next)
			} else {
				add(at)
			}
			start = next
		}
		at = next
	}
	add(d.body.End)
	return spans
}

// united is two lists of spans as one, in order and disjoint.
func united(a, b []article.Span) []article.Span {
	var out []article.Span
	for len(a) > 0 || len(b) > 0 {
		var next article.Span
		if len(b) == 0 || len(a) > 0 && a[0].Start <= b[0].Start {
			next, a = a[0], a[1:]
		} else {
			next, b = b[0], b[1:]
		}
		if n := len(out); n > 0 && next.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, next.End)
			continue
		}
		out = append(out, next)
	}
	return out
}

// moreChars is how an interface to news tells that it gives only a beginning.
var moreChars = expression(`\[\+\d+ chars\]$`)

// Bounds of texts that are no whole article.
const (
	fewWords     = 150 // of an article for subscribers
	consentLines = 2
	noticeWords  = 60 // of a page that is little but a notice
)

// teaser notes that the text is only a part, where it says so or the page does.
func (d *document) teaser(consent int, notice string) {
	if d.truncated != "" {
		return
	}
	body := strings.TrimSpace(d.body.In(d.text))
	words := len(strings.Fields(body))
	switch {
	case consent >= consentLines && words < 2*fewWords:
		d.truncated = "a page that asks for consent"
	case notice != "" && (words < noticeWords || notice == d.headline && words < fewWords):
		d.truncated = "a notice in the article's place: “" + shortened(notice) + "”"
	case d.restricted && words < fewWords:
		d.truncated = "the page says that it is for subscribers, and has " + counted(words, "word")
	case moreChars().MatchString(body):
		d.truncated = "it ends in “" + moreChars().FindString(body) + "”"
	case strings.HasSuffix(body, "[…]") || strings.HasSuffix(body, "[...]"):
		d.truncated = "it ends in […]"
	case words < fewWords && (strings.HasSuffix(body, "…") || strings.HasSuffix(body, "...")) && d.extracted:
		d.truncated = "it ends in …"
	}
}

func shortened(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "…"
	}
	return s
}
