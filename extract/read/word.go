package read

import (
	"errors"
	"strings"
)

// wordDocument is Office Open XML.
var wordDocument = Format{
	Name:    "Word",
	Endings: []string{".docx", ".docm"},
	Kinds:   []string{"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	Reads:   "paragraphs and headings, without comments, deletions, footnotes, headers and captions; the title by its style or the properties, author and date of the properties",
	Like: func(head []byte) bool {
		return zipped(head, "word/", "[Content_Types].xml") && !zipped(head, "xl/", "ppt/")
	},
	Read: func(in input) (contents, error) {
		d, err := timely(in.limits, func() (document, error) { return readWord(in) })
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		return one(d, nil)
	},
}

// wordFlow is that of one paragraph: text stands in t alone.
var wordFlow = flow{
	blocks: setOf("p"),
	skip:   setOf("del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "sectPr", "footnoteReference", "endnoteReference", "commentReference"),
	spaces: map[string]string{"tab": " ", "br": lineBreak, "cr": lineBreak, "noBreakHyphen": "-"},
	text:   setOf("t"),
}

func readWord(in input) (document, error) {
	var d document
	archive, err := openZip(in)
	if err != nil {
		switch kind := binaryKind(in.data); {
		case strings.HasPrefix(string(in.data[:min(4, len(in.data))]), "\xD0\xCF\x11\xE0"):
			return d, errors.New("an old Word document, or one with a password")
		case kind != "" && !strings.HasPrefix(string(in.data), zipMagic):
			return d, errors.New(kind + ", no Word document")
		}
		return d, err
	}
	root, err := archive.xml(mainPart(archive, in.limits), in.limits)
	if err != nil {
		return d, err
	}
	body := root.find("body")
	if body == nil {
		return d, errors.New("a Word document without a body")
	}
	var paragraphs []string
	var title, heading string
	for _, p := range wordParagraphs(body) {
		style := ""
		if s := p.find("pPr", "pStyle"); s != nil {
			style = strings.ToLower(s.attr("val"))
		}
		lines := wordFlow.paragraphs(visible(p))
		text := strings.Join(lines, " ")
		switch {
		case text == "":
		case strings.Contains(style, "caption"):
			d.leave("caption", text)
		case strings.HasPrefix(style, "title") && title == "":
			title = text
		case style == "author" || style == "date":
			d.leave(style, text)
			if style == "author" {
				d.fact("author", &d.author, authorOf(text), "the paragraph styled as author")
			} else {
				d.date(text, "the paragraph styled as date")
			}
		default:
			if strings.HasPrefix(style, "heading1") && heading == "" && len(paragraphs) == 0 {
				heading = text
			}
			paragraphs = append(paragraphs, lines...)
		}
	}
	core, err := archive.xml("docProps/core.xml", in.limits)
	if err != nil {
		core = &element{}
	}
	d.properties(core.words("title"), core.words("creator"), core.words("created"), core.words("language"))
	return d, d.composeTitled(title, heading, core.words("title"), paragraphs)
}

// mainPart is the name of the part that has the document: what the package says, or the
// usual one.
func mainPart(archive *unzipping, l Limits) string {
	const usual = "word/document.xml"
	if archive.files[usual] != nil {
		return usual
	}
	root, err := archive.xml("_rels/.rels", l)
	if err != nil {
		return usual
	}
	for _, r := range root.all("Relationship") {
		if strings.HasSuffix(r.attr("Type"), "/officeDocument") && r.attr("TargetMode") != "External" {
			return strings.TrimPrefix(r.attr("Target"), "/")
		}
	}
	return usual
}

// wordParagraphs are the paragraphs below e, those of text boxes after the one
// that they are anchored in.
func wordParagraphs(e *element) []*element {
	var all []*element
	for _, c := range e.children {
		switch {
		case wordFlow.skip[c.name] || c.name == "txbxContent":
		case c.name == "p":
			all = append(all, c)
			for _, box := range boxes(c) {
				all = append(all, wordParagraphs(box)...)
			}
		default:
			all = append(all, wordParagraphs(c)...)
		}
	}
	return all
}

func boxes(e *element) []*element {
	var all []*element
	for _, c := range e.children {
		switch {
		case c.name == "Fallback":
		case c.name == "txbxContent":
			all = append(all, c)
		default:
			all = append(all, boxes(c)...)
		}
	}
	return all
}

// visible is a paragraph without hidden runs and text boxes.
func visible(p *element) *element {
	out := &element{name: p.name, text: p.text, attrs: p.attrs}
	for _, c := range p.children {
		if c.name == "txbxContent" || c.name == "r" && hidden(c) {
			continue
		}
		out.children = append(out.children, visible(c))
	}
	return out
}

func hidden(run *element) bool {
	v := run.find("rPr", "vanish")
	return v != nil && v.attr("val") != "0" && v.attr("val") != "false"
}

// templateDates are those of templates that come with programs, which files made
// from them keep.
var templateDates = setOf("2013-12-23T23:15:00Z") // of python-docx

// templateAuthors are what programs put down that know no author.
var templateAuthors = setOf("python-docx", "anonymous", "unknown", "user", "administrator", "admin", "microsoft office user", "windows user", "author", "root")

// fromProperties is where a fact is from that a document's properties give.
const fromProperties = "the document's properties"

// properties takes what a document's properties say. Their date is that of the
// file, which may be another than the article's.
func (d *document) properties(title, author, created, language string) {
	if !templateAuthors[strings.ToLower(strings.Trim(author, " ()"))] {
		d.fact("author", &d.author, authorOf(author), fromProperties)
	}
	d.fact("language", &d.language, language, fromProperties)
	if !templateDates[created] {
		d.filed = created
	}
	if title != "" {
		d.found("title", fromProperties)
	}
}

// composeTitled makes the text with the best of the titles: what is styled as
// one, else the properties' where the text begins with it, else a heading at the
// top, else the properties', else a first line that looks like one.
func (d *document) composeTitled(styled, heading, property string, paragraphs []string) error {
	where, title := "the paragraph styled as title", styled
	switch {
	case title != "":
	case property != "" && len(paragraphs) > 0 && letters(property) == letters(paragraphs[0]):
		where, title = fromProperties, property
	case heading != "":
		where, title = "the first heading", heading
	case property != "" && !looksLikeFileName(property):
		where, title = fromProperties, property
	case len(paragraphs) > 1 && titleLike(paragraphs[0]) && !endsSentence(paragraphs[0]):
		where, title = "the first line", paragraphs[0]
	}
	if title != "" {
		delete(d.from, "title")
		d.found("title", where)
	} else {
		delete(d.from, "title")
	}
	return d.compose(title, paragraphs)
}

// looksLikeFileName reports whether a title is what programs make of a file's
// name.
func looksLikeFileName(title string) bool {
	lower := strings.ToLower(title)
	for _, ending := range []string{".doc", ".docx", ".odt", ".pdf", ".indd", ".html", ".htm", ".md", ".txt", ".qxd", ".pages"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return strings.HasPrefix(lower, "microsoft word - ") || lower == "untitled" || strings.HasPrefix(lower, "untitled ") || lower == "title" || lower == "document"
}
