package read

import "fmt"

// input is what a format reads: one file, one response, or one part of either.
type input struct {
	path    string // as shown
	name    string // whose ending may tell the format; "" for none
	data    []byte
	charset string // as declared outside the bytes; "" where nothing does
	kind    string // the media type given outside the bytes; "" where nothing does
	url     string // where the bytes are from; "" where not known
	listed  bool   // named by itself, not found in a folder
	depth   int    // how many files this one lies within
	limits  Limits
	fields  Fields
	parts   partReader
}

// partReader reads what lies within a file, in any format. It keeps the list of
// formats from depending on itself.
type partReader interface {
	parse(in input) (contents, error)
	known(in input) bool // whether its name or media type is that of a format for articles
}

// skip is the error that leaves the input out.
func (in input) skip(reason string) Skipped { return Skipped{Path: in.path, Reason: reason} }

// within is the input of a part that lies in this one: an attachment, a record,
// an entry of an archive.
func (in input) within(data []byte) (input, error) {
	in.depth++
	in.data, in.charset, in.kind, in.url, in.name = data, "", "", "", ""
	if most := in.limits.Of("depth"); int64(in.depth) > most {
		return in, fmt.Errorf("files within files, more than %s", tooMuch("depth", most))
	}
	return in, nil
}

// contents is what an input holds: articles, items of a feed that are to be
// followed, and parts that give no article. Part says of each what it is of its
// file, "message 3"; it is "" where the file is one article.
type contents struct {
	documents []document
	follow    []item
	skipped   []Skipped
}

// one is the contents of a file that is one article.
func one(d document, err error) (contents, error) {
	if err != nil {
		return contents{}, err
	}
	return contents{documents: []document{d}}, nil
}

// skipPart notes a part that gives no article.
func (c *contents) skipPart(in input, part string, err error) {
	var reason string
	if s, ok := err.(Skipped); ok {
		reason = s.Reason
		if s.Part != "" {
			part += ", " + s.Part
		}
		c.skipped = append(c.skipped, Skipped{Path: in.path, Part: part, Line: s.Line, Reason: reason, NotArticle: s.NotArticle})
		return
	}
	c.skipped = append(c.skipped, Skipped{Path: in.path, Part: part, Reason: err.Error()})
}

// addPart adds what a part holds.
func (c *contents) addPart(in input, part string, found contents) {
	for _, d := range found.documents {
		d.part = joined(part, d.part)
		c.documents = append(c.documents, d)
	}
	for _, s := range found.skipped {
		s.Path, s.Part = in.path, joined(part, s.Part)
		c.skipped = append(c.skipped, s)
	}
	c.follow = append(c.follow, found.follow...)
}

func joined(part, inner string) string {
	if part == "" || inner == "" {
		return part + inner
	}
	return part + ", " + inner
}
