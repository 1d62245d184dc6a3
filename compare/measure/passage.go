package measure

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"xref/compare"
	"xref/extract/article"
)

// passage is a stretch of one article in characters, half open.
type passage struct {
	doc        int // place among the report's documents
	start, end int
}

// overlaps reports whether what two passages have in common is at least half of
// the shorter one.
func (p passage) overlaps(q passage) bool {
	if p.doc != q.doc {
		return false
	}
	common := min(p.end, q.end) - max(p.start, q.start)
	return common > 0 && 2*common >= min(p.end-p.start, q.end-q.start)
}

// overlapsAny reports whether p overlaps one of others.
func (p passage) overlapsAny(others []passage) bool {
	for _, o := range others {
		if p.overlaps(o) {
			return true
		}
	}
	return false
}

// ground turns byte spans and quoted texts into passages of a report's
// articles.
type ground struct {
	texts      []string
	characters [][]int32      // of each text: the character that each byte belongs to, and one past the end
	docs       map[string]int // by the name that an annotation uses
}

func newGround(r *compare.Report) *ground {
	g := &ground{docs: map[string]int{}}
	for i, d := range r.Documents {
		g.texts = append(g.texts, d.Article.Text)
		g.characters = append(g.characters, characters(d.Article.Text))
		for _, name := range []string{docName(d.Article), d.Article.ID} {
			if _, taken := g.docs[name]; !taken {
				g.docs[name] = i
			}
		}
	}
	return g
}

// docName is what an annotation calls an article: its file's name without the
// ending, or its id where it comes from no file.
func docName(a *article.Article) string {
	name := a.Path
	if name == "" {
		name = a.ID
	}
	name = filepath.Base(name)
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		name = name[:dot]
	}
	return name
}

func characters(text string) []int32 {
	of := make([]int32, len(text)+1)
	n := int32(0)
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		for j := range size {
			of[i+j] = n
		}
		i += size
		n++
	}
	of[len(text)] = n
	return of
}

// at is the passage that a span of a document covers; ok is false where the
// span is empty or lies outside the text.
func (g *ground) at(doc int, s article.Span) (p passage, ok bool) {
	if doc < 0 || doc >= len(g.texts) || s.Empty() || s.Start < 0 || s.End > len(g.texts[doc]) {
		return passage{}, false
	}
	c := g.characters[doc]
	return passage{doc, int(c[s.Start]), int(c[s.End])}, true
}

// find is the first passage of the named article that reads text; ok is false
// where there is no such article or passage.
func (g *ground) find(name, text string) (p passage, ok bool) {
	doc, known := g.docs[name]
	if !known {
		return passage{}, false
	}
	start := strings.Index(g.texts[doc], text)
	if start < 0 {
		return passage{}, false
	}
	return g.at(doc, article.Span{Start: start, End: start + len(text)})
}
