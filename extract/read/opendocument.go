package read

import (
	"bytes"
	"errors"
	"strings"
)

// openDocument is the text of LibreOffice and others.
var openDocument = Format{
	Name:    "OpenDocument",
	Endings: []string{".odt", ".fodt"},
	Kinds:   []string{"application/vnd.oasis.opendocument.text"},
	Reads:   "as of Word",
	Like: func(head []byte) bool {
		return zipped(head, "opendocument.text") || hasRoot(head, "document") && strings.Contains(string(head), "opendocument")
	},
	Read: func(in input) (contents, error) {
		d, err := timely(in.limits, func() (document, error) { return readOpenDocument(in) })
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		return one(d, nil)
	},
}

var openFlow = flow{
	blocks: setOf("p", "h"),
	skip:   setOf("annotation", "note", "tracked-changes", "frame", "sequence-decls", "forms", "bookmark-start", "ruby-text"),
	spaces: map[string]string{"s": " ", "tab": " ", "line-break": lineBreak},
}

func readOpenDocument(in input) (document, error) {
	var d document
	var content, meta, named *element
	if flat := bytes.HasPrefix(bytes.TrimLeft(in.data, "\xEF\xBB\xBF \t\r\n"), []byte("<")); !flat {
		archive, err := openZip(in)
		if err != nil {
			return d, err
		}
		if manifest, err := archive.xml("META-INF/manifest.xml", in.limits); err == nil && manifest.find("encryption-data") != nil {
			return d, errors.New("a document with a password")
		}
		if content, err = archive.xml("content.xml", in.limits); err != nil {
			return d, err
		}
		if meta, err = archive.xml("meta.xml", in.limits); err != nil {
			meta = &element{}
		}
		if named, err = archive.xml("styles.xml", in.limits); err != nil {
			named = &element{}
		}
	} else {
		root, err := parseXML(in.data, in.limits)
		if err != nil {
			return d, err
		}
		content, meta, named = root, root, root
	}
	text := content.find("body", "text")
	if text == nil {
		return d, errors.New("an OpenDocument without a text")
	}
	parents := map[string]string{} // of automatic styles
	for _, root := range []*element{named, content} {
		for _, s := range root.all("style") {
			parents[s.attr("name")] = s.attr("parent-style-name")
		}
	}
	styleOf := func(p *element) string {
		name := p.attr("style-name")
		for range 8 {
			if low := strings.ToLower(name); low == "title" || strings.Contains(low, "caption") || low == "illustration" || low == "author" || low == "date" || low == "subtitle" {
				return low
			}
			if parents[name] == "" {
				break
			}
			name = parents[name]
		}
		return strings.ToLower(name)
	}
	var paragraphs []string
	var title, heading string
	var walk func(e *element)
	walk = func(e *element) {
		for _, c := range e.children {
			if openFlow.skip[c.name] {
				continue
			}
			if c.name != "p" && c.name != "h" {
				walk(c)
				continue
			}
			lines := openFlow.paragraphs(c)
			words := strings.Join(lines, " ")
			for _, box := range c.all("text-box") {
				if caption := strings.Join(openFlow.paragraphs(box), " "); caption != "" {
					d.leave("text box", caption)
				}
			}
			style := styleOf(c)
			switch {
			case words == "":
			case strings.Contains(style, "caption") || style == "illustration":
				d.leave("caption", words)
			case style == "title" && title == "":
				title = words
			case style == "author":
				d.leave(style, words)
				d.fact("author", &d.author, authorOf(words), "the paragraph styled as author")
			case style == "date":
				d.leave(style, words)
				d.date(words, "the paragraph styled as date")
			default:
				if c.name == "h" && heading == "" && len(paragraphs) == 0 {
					heading = words
				}
				paragraphs = append(paragraphs, lines...)
			}
		}
	}
	walk(text)
	if m := meta.find("meta"); m != nil {
		d.properties(m.words("title"), first(m.words("initial-creator"), m.words("creator")), m.words("creation-date"), m.words("language"))
		return d, d.composeTitled(title, heading, m.words("title"), paragraphs)
	}
	return d, d.composeTitled(title, heading, "", paragraphs)
}
