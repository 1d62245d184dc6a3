package read

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"xref/extract/article"
)

// frontMatterField is a key of the front matter, the other names that it goes by,
// and what it sets; span is where the value's words stand in the text.
type frontMatterField struct {
	name  string
	other []string
	set   func(d *document, path, value string, line int, span article.Span)
}

var frontMatterKeys = []frontMatterField{
	{"outlet", []string{"publisher", "publication", "site_name"}, func(d *document, _, v string, _ int, _ article.Span) { d.outlet = v }},
	{"title", []string{"headline"}, func(d *document, _, v string, _ int, s article.Span) { d.headline, d.title = v, s }},
	{"date", []string{"published", "datepublished", "date_published", "publish_date", "pubdate", "publication_date"}, setFrontMatterDate},
	{"author", []string{"authors", "byline"}, func(d *document, _, v string, _ int, _ article.Span) { d.author = v }},
	{"url", []string{"link", "canonical", "canonical_url", "permalink"}, func(d *document, _, v string, _ int, _ article.Span) { d.url = v }},
	{"lang", []string{"language"}, func(d *document, _, v string, line int, _ article.Span) { d.language, d.languageLine = v, line }},
}

func setFrontMatterDate(d *document, path, value string, line int, _ article.Span) {
	published, ok := ParseDate(value)
	if !ok {
		d.warn(path, line, fmt.Sprintf("date %q isn't understood; write it as 2022-08-04", value))
		return
	}
	d.published = published
}

// decodeWithFrontMatter decodes the input and reads its front matter, if there
// is any; the body is all that follows. The error is of type Skipped.
func decodeWithFrontMatter(in input) (document, error) {
	text, replaced, err := decode(in.data, in.charset)
	if err != nil {
		return document{}, in.skip(err.Error())
	}
	d := document{text: text}
	if replaced > 0 {
		line := 1 + strings.Count(text[:strings.Index(text, "\uFFFD")], "\n")
		d.warn(in.path, line, fmt.Sprintf("%s that stand for no character are replaced by U+FFFD, the first here", counted(replaced, "byte")))
	}
	end, err := d.readFrontMatter(in)
	if err != nil {
		return document{}, err
	}
	d.body = trimmed(text, end, len(text))
	return d, nil
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// keyLine is a line that gives a key its value.
var keyLine = expression(`^["']?([A-Za-z][\w .-]{0,39}?)["']?[ \t]*:(?:[ \t]|\r?$)`)

// frontMatterBounds finds front matter: a first line of three hyphens, and a
// later one of three hyphens or dots. It is text[:end], its opening line
// included, so that lines count as in the file. A line of hyphens that a blank
// line follows is a rule, unless a key comes next. Where keys begin and nothing
// ends them, they end at the first blank line; closed is false then.
func frontMatterBounds(text string) (end, bodyStart int, closed, ok bool) {
	content, next := line(text, 0)
	if strings.TrimRight(content, " \t\r") != "---" {
		return 0, 0, false, false
	}
	opened, begun, blank := false, false, -1
	for at := next; at < len(text); {
		content, after := line(text, at)
		content = strings.TrimRight(content, " \t\r")
		if content == "---" || content == "..." {
			return at, after, true, true
		}
		if content == "" && begun && blank < 0 {
			blank = at
		}
		if at == next && content != "" {
			opened = true
		}
		if !begun && content != "" && !strings.HasPrefix(content, "#") {
			if begun = keyLine().MatchString(content); !begun && !opened {
				return 0, 0, false, false
			}
			opened = opened || begun
		}
		at = after
	}
	if begun && blank >= 0 {
		return blank, blank, false, true
	}
	return 0, 0, false, false
}

// line is the line of text that begins at start, without its "\n", and where the
// next one begins.
func line(text string, start int) (content string, next int) {
	if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
		return text[start : start+i], start + i + 1
	}
	return text[start:], len(text)
}

// entry is what front matter gives one key.
type entry struct {
	key   string
	line  int
	value string
	text  bool         // the value is a text or a list of texts
	span  article.Span // of the value's words; empty where they stand apart
}

// readFrontMatter takes what the front matter says and returns where the body
// begins: 0 where there is none. What is valid YAML is read as such, and
// otherwise each line that gives a key its value: in headlines, colons and
// quotation marks are common and mean nothing. What looks like front matter and
// has no key that is known is text. The error is of type Skipped.
func (d *document) readFrontMatter(in input) (bodyStart int, err error) {
	end, bodyStart, closed, ok := frontMatterBounds(d.text)
	if !ok {
		return d.readHeader(in.path), nil
	}
	if most := in.limits.Of("front-matter-bytes"); int64(end) > most && closed {
		return 0, Skipped{Path: in.path, Line: 1, Reason: "front matter larger than " + tooMuch("front-matter-bytes", most)}
	} else if int64(end) > most {
		return 0, nil
	}
	source := d.text[:end]
	entries, strays, ok := yamlEntries(source)
	if !ok || strings.TrimSpace(source) != "---" && len(entries) == 0 {
		entries, strays = lineEntries(source)
	}
	if strings.TrimSpace(source) == "---" {
		return bodyStart, nil
	}
	known, prose := 0, len(strays) > 0
	for _, e := range entries {
		if frontMatterKey(e.key) >= 0 {
			known++
		}
		prose = prose || strings.HasSuffix(withoutClosingQuotes(e.value), ".") || endsSentence(e.value)
	}
	if known == 0 && (prose || !closed || len(entries) == 0) {
		return 0, nil
	}
	if !closed {
		d.warn(in.path, 1, "no line --- ends the front matter; it is taken to end at the first blank line")
	}
	for _, l := range strays {
		d.warn(in.path, l, "this line of the front matter is not of the form key: value")
	}
	d.take(in.path, entries)
	return bodyStart, nil
}

// Bounds of a head without a line of hyphens about it.
const (
	mostHeader   = 20 // lines
	leastKnown   = 2  // keys that are known
	headerReason = "the lines at the head"
)

// readHeader takes what the first lines say of an article, up to a blank one, where each
// gives a key its value and several keys are known: "Title: …", "Outlet: …", "Date: …". It
// returns where the body begins; 0 where there is no such head.
func (d *document) readHeader(path string) (bodyStart int) {
	var entries []entry
	known := map[int]bool{}
	for at, number := 0, 1; at < len(d.text); number++ {
		content, next := line(d.text, at)
		if strings.TrimSpace(content) == "" && len(entries) > 0 {
			if len(known) < leastKnown {
				return 0
			}
			d.take(path, entries)
			for fact, where := range d.from {
				if where == fromFrontMatter {
					d.from[fact] = headerReason
				}
			}
			return next
		}
		if !keyLine().MatchString(content) || number > mostHeader {
			return 0
		}
		e := lineEntry(d.text, at, next, number)
		if k := frontMatterKey(e.key); k >= 0 && e.value != "" {
			known[k] = true
		}
		entries = append(entries, e)
		at = next
	}
	return 0
}

// fromFrontMatter is where a fact is from that front matter gives.
const fromFrontMatter = "front matter"

// take sets what the entries give; the first of a key counts.
func (d *document) take(path string, entries []entry) {
	seen := map[string]int{}
	for _, e := range entries {
		k := frontMatterKey(e.key)
		name := strings.ToLower(e.key)
		if k >= 0 {
			name = frontMatterKeys[k].name
		}
		if first, twice := seen[name]; twice {
			d.warn(path, e.line, fmt.Sprintf("key %q is given twice; line %d counts", e.key, first))
			continue
		}
		seen[name] = e.line
		switch {
		case k < 0:
			if near := nearKey(name); near != "" {
				d.warn(path, e.line, fmt.Sprintf("unknown key %q; did you mean %s?", e.key, near))
			}
			d.extra = append(d.extra, Extra{Key: e.key, Value: e.value})
		case !e.text:
			d.warn(path, e.line, fmt.Sprintf("the value of %q is no text", e.key))
		case e.value != "":
			frontMatterKeys[k].set(d, path, e.value, e.line, e.span)
			d.found(name, fromFrontMatter)
		}
	}
}

// frontMatterKey is the place of a key in frontMatterKeys, -1 where it isn't
// known.
func frontMatterKey(key string) int {
	key = strings.ToLower(key)
	return slices.IndexFunc(frontMatterKeys, func(k frontMatterField) bool { return k.name == key || slices.Contains(k.other, key) })
}

// nearKey is the known key that a misspelt one is likely to mean: one letter
// more or less, another, or two changed round; "" where there is none.
func nearKey(key string) string {
	for _, k := range frontMatterKeys {
		if len(k.name) >= 4 && oneSlip(key, k.name) {
			return k.name
		}
	}
	return ""
}

// oneSlip reports whether a and b differ by one slip of the hand.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i < len(a) && (a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:])
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}
