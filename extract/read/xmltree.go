package read

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// element is an element of an XML document, or a piece of text in one, which has
// no name. Names are without their namespace's prefix.
type element struct {
	name     string
	text     string
	attrs    []xml.Attr
	children []*element
}

// deepestXML is how deep elements may lie in one another.
const deepestXML = 512

// parseXML reads a document leniently: HTML's entities are known, and no other
// entity is expanded or fetched.
func parseXML(data []byte, l Limits) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	decoder.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if r, err := charset.NewReaderLabel(label, in); err == nil {
			return r, nil
		}
		return in, nil
	}
	root := &element{}
	open := []*element{root}
	most := 10 * l.Of("page-elements")
	for n := int64(0); ; n++ {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				return nil, fmt.Errorf("XML that doesn't parse: line %d: %s", syntax.Line, syntax.Msg)
			}
			return nil, fmt.Errorf("XML that doesn't parse: %w", err)
		}
		if n > most {
			return nil, fmt.Errorf("XML of more elements than 10 times %s", tooMuch("page-elements", l.Of("page-elements")))
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > deepestXML {
				return nil, fmt.Errorf("XML with elements nested deeper than %d", deepestXML)
			}
			e := &element{name: t.Name.Local, attrs: append([]xml.Attr(nil), t.Attr...)}
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			top.children = append(top.children, &element{text: strings.ToValidUTF8(string(t), "\uFFFD")})
		}
	}
	for _, c := range root.children {
		if c.name != "" {
			return c, nil
		}
	}
	return nil, errors.New("XML without an element")
}

func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all lists the elements of that name below e, in the order of the document; what
// lies within one of them isn't looked at.
func (e *element) all(name string) []*element {
	var found []*element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		} else {
			found = append(found, c.all(name)...)
		}
	}
	return found
}

// find is the first element at a path of names, each anywhere below the one
// before it; nil where there is none.
func (e *element) find(path ...string) *element {
	if len(path) == 0 {
		return e
	}
	for _, c := range e.all(path[0]) {
		if f := c.find(path[1:]...); f != nil {
			return f
		}
	}
	return nil
}

// words is the text below the element at a path, on one line; "" where there is
// none.
func (e *element) words(path ...string) string {
	f := e.find(path...)
	if f == nil {
		return ""
	}
	var b strings.Builder
	f.write(&b)
	return oneLine(b.String())
}

func (e *element) write(b *strings.Builder) {
	b.WriteString(e.text)
	for _, c := range e.children {
		c.write(b)
	}
}

// flow says how elements of a language make paragraphs.
type flow struct {
	blocks map[string]bool   // begin and end a paragraph
	skip   map[string]bool   // have no text of the article
	text   map[string]bool   // alone have text; empty for all
	spaces map[string]string // stand for characters, by what they stand for

}

// lineBreak stands for what breaks a line within a paragraph. Two of them end it.
const lineBreak = "\u2028"

// paragraphs is the text below e, one string a block.
func (f flow) paragraphs(e *element) []string {
	var out []string
	var b strings.Builder
	end := func() {
		lines := strings.Split(b.String(), lineBreak)
		b.Reset()
		paragraph := ""
		for i, l := range lines {
			l = oneLine(l)
			paragraph = strings.TrimSpace(paragraph + " " + l)
			if paragraph != "" && (l == "" || i == len(lines)-1) {
				out = append(out, paragraph)
				paragraph = ""
			}
		}
	}
	var walk func(e *element, within string)
	walk = func(e *element, within string) {
		if f.skip[e.name] {
			return
		}
		if f.blocks[e.name] {
			end()
			defer end()
		}
		b.WriteString(f.spaces[e.name])
		if len(f.text) == 0 || f.text[within] {
			b.WriteString(e.text)
		}
		for _, c := range e.children {
			walk(c, e.name)
		}
	}
	walk(e, "")
	end()
	return out
}

func setOf(names ...string) map[string]bool {
	set := map[string]bool{}
	for _, n := range names {
		set[n] = true
	}
	return set
}
