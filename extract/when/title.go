package when

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// relative are the words whose time depends on the day; in running text they
// are capitalized only where they begin a sentence or are part of a title.
var relative = lexicon.TimeWords.Words("words whose time depends on the day")

// title reports whether a moment is or belongs to the name of a programme or a
// paper: the “Today” show, USA Today, “This Week” with its host.
func (p *parser) title(m moment) bool {
	if p.s.Role == lang.Headline {
		return false
	}
	words, upper := 0, 0
	for i := m.first; i < m.end; i++ {
		if p.a[i].Kind == numeral.Figure {
			return false
		}
		if p.a[i].Kind == numeral.Word {
			words++
			if p.capital(i) && p.lowerCase(i) {
				upper++
			}
		}
	}
	if words == 0 || upper < words || !relative.Has(p.a[m.first].Low) && !p.marked(m.first-1) {
		return false
	}
	if words > 1 || p.marked(m.first-1) && p.marked(m.end) {
		return true
	}
	return m.first > 0 && p.a[m.first-1].Kind == numeral.Word && relative.Has(p.a[m.first].Low)
}

// lowerCase reports whether the word at atom i isn't all capitals.
func (p *parser) lowerCase(i int) bool {
	for _, c := range p.a[i].Span.In(p.t.Source) {
		if 'a' <= c && c <= 'z' {
			return true
		}
	}
	return false
}

// marked reports whether atom i is a quotation mark.
func (p *parser) marked(i int) bool {
	switch p.at(i) {
	case "\"", "“", "”", "'", "‘", "’":
		return true
	}
	return false
}
