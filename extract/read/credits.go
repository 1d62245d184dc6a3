package read

import (
	"strings"

	"xref/extract/article"
)

// agencies are news agencies by the names that credit them. An article of theirs
// in another outlet is that outlet's, and the agency's copy.
var agencies = map[string]string{
	"reuters": "Reuters", "thomson reuters": "Reuters", "associated press": "AP", "the associated press": "AP", "ap": "AP", "ap news": "AP",
	"agence france-presse": "AFP", "agence france presse": "AFP", "afp": "AFP", "dpa": "DPA", "deutsche presse-agentur": "DPA",
	"press association": "PA", "pa media": "PA", "pa": "PA", "efe": "EFE", "ansa": "ANSA", "upi": "UPI", "united press international": "UPI",
	"xinhua": "Xinhua", "xinhua news agency": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo", "yonhap": "Yonhap", "yonhap news agency": "Yonhap",
	"interfax": "Interfax", "tass": "TASS", "ians": "IANS", "pti": "PTI", "press trust of india": "PTI", "anadolu agency": "Anadolu",
	"canadian press": "CP", "the canadian press": "CP", "ntb": "NTB", "tt": "TT", "ritzau": "Ritzau", "apa": "APA", "belga": "Belga",
}

func isAgency(name string) bool { return agencies[strings.ToLower(strings.TrimSpace(name))] != "" }

// dateline is the agency in brackets after the place that a report is from.
var dateline = expression(`^[\p{Lu}][^()\n]{0,60}\(([^()\n]{2,40})\) *[-–—]`)

// creditAgency takes the agency from the byline, or from the dateline. Where
// nothing else names the outlet, the agency isn't it.
func (d *document) creditAgency() {
	if d.agency != "" {
		d.agency = first(agencies[strings.ToLower(d.agency)], d.agency)
		return
	}
	for _, name := range strings.FieldsFunc(d.author, func(r rune) bool { return strings.ContainsRune(",;/&|", r) }) {
		if agency := agencies[strings.ToLower(strings.TrimSpace(name))]; agency != "" {
			d.agency = agency
			return
		}
	}
	if d.agency = d.agencyLine(); d.agency != "" {
		return
	}
	if m := dateline().FindStringSubmatch(d.body.In(d.text)); m != nil {
		d.agency = agencies[strings.ToLower(m[1])]
	}
}

// Bounds of the lines at head and foot that tell who wrote an article and when.
const (
	creditLines     = 3
	mostCreditWords = 14
)

// creditWords are what stands beside agencies in a line that credits them.
var creditWords = expression(`(?i)^(?:by|from|source|with|copyright|©|\(c\)|\d{4}|the|staff|writers?|reporters?|agenc(?:y|ies)|news|and|&)$`)

// agencyLine is the agency that a line at the head or foot credits alone: "By The
// Associated Press", "(AFP)", "Source: Reuters".
func (d *document) agencyLine() string {
	blocks := d.blocks()
	for i, span := range blocks {
		if i >= creditLines && i < len(blocks)-creditLines {
			continue
		}
		text := d.unmarked(span)
		if len(strings.Fields(text)) > mostCreditWords {
			continue
		}
		found, other := "", false
		for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;:/|()[]–—", r) }) {
			words := strings.Fields(strings.Trim(part, " .-"))
			for len(words) > 0 && agencies[strings.ToLower(strings.Join(words, " "))] == "" && creditWords().MatchString(words[0]) {
				words = words[1:]
			}
			for len(words) > 0 && agencies[strings.ToLower(strings.Join(words, " "))] == "" && creditWords().MatchString(words[len(words)-1]) {
				words = words[:len(words)-1]
			}
			agency := agencies[strings.ToLower(strings.Join(words, " "))]
			found = first(found, agency)
			other = other || len(words) > 0 && agency == ""
		}
		if found != "" && !other {
			return found
		}
	}
	return ""
}

// headDate is what stands before a date in a line of its own.
var headDate = expression(`(?i)^(?:(?:first |last |originally )?(?:published|posted|updated|issued|released|modified)(?: on| at)?|date|on)[: ]+`)

// dateInHead takes the date from a line at the head that is one, with or without the
// author before it, where nothing else gives it. When it was updated counts only
// where no line tells when it was published.
func (d *document) dateInHead() {
	if !d.published.IsZero() {
		return
	}
	updated := ""
	for _, text := range d.headLines() {
		for _, part := range append([]string{text}, dateParts(text)...) {
			part = strings.TrimSpace(part)
			bare := headDate().ReplaceAllString(part, "")
			if _, ok := ParseDate(bare); !ok {
				continue
			}
			if low := strings.ToLower(part); strings.HasPrefix(low, "updated") || strings.HasPrefix(low, "last ") || strings.HasPrefix(low, "modified") {
				updated = first(updated, bare)
				continue
			}
			d.date(bare, "a line at the head")
			return
		}
	}
	d.date(updated, "a line at the head")
}

// headLines are the short lines at the head, where articles tell who wrote them and when.
func (d *document) headLines() []string {
	var out []string
	blocks := d.blocks()
	for _, span := range blocks[:min(creditLines+1, max(len(blocks)-1, 0))] {
		for at := span.Start; at < span.End; {
			content, next := line(d.text[:span.End], at)
			if text := d.unmarked(article.Span{Start: at, End: at + len(content)}); text != "" && len(strings.Fields(text)) <= mostCreditWords {
				out = append(out, text)
			}
			at = next
		}
	}
	return out
}

// authorInHead takes the author from a line at the head that begins with "By", where nothing
// but the properties of a document gives another.
func (d *document) authorInHead() {
	if d.author != "" && d.from["author"] != fromProperties {
		return
	}
	for _, text := range d.headLines() {
		if name := bylineName(text); name != "" && !isAgency(name) {
			d.author = name
			delete(d.from, "author")
			d.found("author", "the byline")
			return
		}
	}
}

// dateParts are the parts of a line in one of which a date may stand alone.
func dateParts(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("|·•–—", r) })
	if _, rest, ok := strings.Cut(text, ", "); ok {
		parts = append(parts, rest) // behind the author's name
	}
	return parts
}
