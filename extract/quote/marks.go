package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// marked is a stretch between quotation marks within one paragraph. pairMarks
// makes them from the paragraphs' text, whatever the tokens are; a stretch that
// runs over a paragraph break is a chain of them.
type marked struct {
	outer    article.Span // with its marks
	inner    article.Span // without marks and the space beside them
	para     int          // index into the paragraphs
	depth    int          // how many other stretches it stands in
	single   bool         // its marks are single ones
	unclosed bool         // it has no closing mark in its paragraph
	follows  int          // the stretch of an earlier paragraph that this one carries on; -1 where none
}

// paragraphs gives the spans of the text's paragraphs, from the first byte of
// their first sentence to the first of the next paragraph's, trailing space
// trimmed: marks that a sentence's span leaves out are within.
func paragraphs(t *lang.Text) []article.Span {
	var spans []article.Span
	last := -1
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Paragraph != last || len(spans) == 0 {
			if n := len(spans); n > 0 {
				spans[n-1].End = max(spans[n-1].End, s.Span.Start)
			}
			spans = append(spans, s.Span)
			last = s.Paragraph
		}
		n := len(spans)
		spans[n-1].End = max(spans[n-1].End, s.Span.End)
	}
	if n := len(spans); n > 0 {
		// A closing mark that stands after the last sentence belongs to it.
		end := spans[n-1].End
		for end < len(t.Source) && t.Source[end] != '\n' {
			end++
		}
		spans[n-1].End = end
	}
	for i := range spans {
		spans[i] = trimSpace(t.Source, spans[i])
	}
	return spans
}

// side is what a mark can be where it stands.
type side uint8

const (
	opens side = 1 << iota
	closes
)

// mark is one quotation mark or what looks like one.
type mark struct {
	span   article.Span
	single bool
	side   side
	curly  bool // its shape says which side it is
}

// pairMarks pairs the quotation marks of each paragraph: curly, straight,
// doubled single and angled ones, and single ones where they aren't
// apostrophes. The stretches are in the order of their starts, an outer one
// before those in it.
func pairMarks(source string, paras []article.Span) []marked {
	var all []marked
	hanging := -1 // the stretch that the paragraph before left unclosed at its end
	for p, span := range paras {
		marks := scanMarks(source, span)
		stretches, orphan := pairDoubles(source, span, marks)
		if hanging >= 0 && orphan.Len() > 0 {
			stretches = append(stretches, marked{
				outer: article.Span{Start: span.Start, End: orphan.End},
				inner: article.Span{Start: span.Start, End: orphan.Start},
			})
			sortMarked(stretches)
		}
		stretches = pairSingles(source, span, marks, stretches)
		base := len(all)
		for i := range stretches {
			s := &stretches[i]
			s.para, s.follows = p, -1
			s.inner = trimSpace(source, s.inner)
			if i == 0 && s.outer.Start == span.Start && hanging >= 0 {
				s.follows = hanging
			}
		}
		setDepths(stretches)
		all = append(all, stretches...)
		hanging = -1
		for i := base; i < len(all); i++ {
			if all[i].unclosed && all[i].depth == 0 && all[i].outer.End == span.End {
				hanging = i
			}
		}
	}
	settleHanging(source, paras, all)
	return all
}

// settleHanging ends an unclosed stretch at the first sentence-like end where no
// next paragraph carries it on: only a reopened mark shows that all of the
// paragraph is meant.
func settleHanging(source string, paras []article.Span, all []marked) {
	carried := make([]bool, len(all))
	for i := range all {
		if f := all[i].follows; f >= 0 {
			carried[f] = true
		}
	}
	for i := range all {
		s := &all[i]
		if !s.unclosed || carried[i] || s.outer.Start == paras[s.para].Start {
			continue
		}
		if end := sentenceEnd(source, s.inner); end < s.inner.End {
			s.inner.End, s.outer.End = end, end
		}
	}
}

// sentenceEnd is the end of the first full stop, question or exclamation mark
// in span that space follows; span.End where there is none.
func sentenceEnd(source string, span article.Span) int {
	for i := span.Start; i+1 < span.End; i++ {
		switch source[i] {
		case '.', '?', '!':
			if source[i+1] == ' ' && !unicode.IsUpper(runeBefore(source, i, span.Start)) {
				return i + 1
			}
		}
	}
	return span.End
}

// markKind says whether the text at i starts a quotation mark, how many bytes
// it takes and what its shape tells.
func markKind(source string, i, end int) (size int, single, curly bool, shape side) {
	switch c := source[i]; {
	case c == '"':
		return 1, false, false, opens | closes
	case c == '\'':
		if i+1 < end && source[i+1] == '\'' {
			return 2, false, false, opens | closes
		}
		return 1, true, false, opens | closes
	case c == '`':
		if i+1 < end && source[i+1] == '`' {
			return 2, false, true, opens
		}
		return 1, true, true, opens
	case c < utf8.RuneSelf:
		return 0, false, false, 0
	}
	r, size := utf8.DecodeRuneInString(source[i:end])
	switch r {
	case '“', '„', '«':
		return size, false, true, opens
	case '”', '»':
		return size, false, true, closes
	case '‟':
		return size, false, false, opens | closes
	case '‘', '‚', '‹':
		return size, true, true, opens
	case '’', '›':
		return size, true, true, closes
	}
	return 0, false, false, 0
}

// Bounds of what is looked at, which no prose comes near: marks of a paragraph, marks
// between two that make a pair, and marks in a row.
const (
	mostMarks   = 1000
	mostBetween = 200
	mostInARow  = 32
)

// scanMarks lists the first marks of a paragraph with the sides that their shape and
// their neighbours leave open.
func scanMarks(source string, span article.Span) []mark {
	var marks []mark
	for i := span.Start; i < span.End && len(marks) < mostMarks; {
		size, single, curly, shape := markKind(source, i, span.End)
		if size == 0 {
			i++
			continue
		}
		// In ''' the single mark stands inside the double one.
		if size == 2 && source[i] == '\'' && i+2 < span.End && source[i+2] == '\'' && closesHere(source, span, i, i+3) && !opensHere(source, span, i, i+3) {
			size, single = 1, true
		}
		m := mark{span: article.Span{Start: i, End: i + size}, single: single, curly: curly, side: shape}
		can := side(0)
		if opensHere(source, span, i, i+size) {
			can |= opens
		}
		if closesHere(source, span, i, i+size) {
			can |= closes
		}
		switch {
		case m.side&can != 0:
			m.side &= can
		case !curly || single || can != 0:
			m.side = can // a mark of the wrong shape, as in “so“
		}
		marks = append(marks, m)
		i += size
	}
	return marks
}

// opensHere reports whether a mark at [from, to) has nothing before it but
// space or opening punctuation, and something after it.
func opensHere(source string, span article.Span, from, to int) bool {
	before := outsideMarks(source, span, from, -1)
	after := outsideMarks(source, span, to, +1)
	return (before == 0 || unicode.IsSpace(before) || isOpening(before)) && after != 0 && (to == span.End || !unicode.IsSpace(runeAt(source, to, span.End)))
}

// closesHere reports whether a mark at [from, to) has nothing after it but
// space or closing punctuation, and something before it.
func closesHere(source string, span article.Span, from, to int) bool {
	before := outsideMarks(source, span, from, -1)
	after := outsideMarks(source, span, to, +1)
	return (after == 0 || unicode.IsSpace(after) || isClosing(after)) && before != 0 && (from == span.Start || !unicode.IsSpace(runeBefore(source, from, span.Start)))
}

func isOpening(r rune) bool {
	switch r {
	case '(', '[', '{', '-', '–', '—', '/', ':', '…', '=', '>':
		return true
	}
	return false
}

func isClosing(r rune) bool {
	switch r {
	case ')', ']', '}', '-', '–', '—', '/', '.', ',', ';', ':', '?', '!', '…', '<':
		return true
	}
	return false
}

// outsideMarks is the first rune that isn't a quotation mark from i on, forward
// or backward; 0 at the paragraph's edge and beyond mostInARow.
func outsideMarks(source string, span article.Span, i, step int) rune {
	for range mostInARow {
		var r rune
		var size int
		if step > 0 {
			if i >= span.End {
				return 0
			}
			r, size = utf8.DecodeRuneInString(source[i:span.End])
			i += size
		} else {
			if i <= span.Start {
				return 0
			}
			r, size = utf8.DecodeLastRuneInString(source[span.Start:i])
			i -= size
		}
		switch r {
		case '"', '\'', '`', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›':
			continue
		}
		return r
	}
	return 0
}

// pairDoubles pairs the double marks of one paragraph. One that its neighbours
// let neither open nor close, as in ‘so.’ ” after a space, closes. orphan is a closing mark
// without an opening one, before any other mark of the paragraph.
func pairDoubles(source string, span article.Span, marks []mark) (pairs []marked, orphan article.Span) {
	var stack []int // open stretches, as indexes into pairs
	for _, m := range marks {
		if m.single || m.side == 0 && len(stack) == 0 {
			continue
		}
		opening := m.side == opens || (m.side == opens|closes && len(stack) == 0)
		if m.side == closes && len(stack) == 0 {
			if len(pairs) == 0 && orphan.Empty() {
				orphan = m.span
			}
			continue
		}
		if opening {
			stack = append(stack, len(pairs))
			pairs = append(pairs, marked{outer: m.span, inner: article.Span{Start: m.span.End, End: m.span.End}, unclosed: true})
			continue
		}
		top := &pairs[stack[len(stack)-1]]
		stack = stack[:len(stack)-1]
		top.outer.End, top.inner.End, top.unclosed = m.span.End, m.span.Start, false
	}
	for _, i := range stack {
		open := &pairs[i]
		open.outer.End, open.inner.End = span.End, span.End
		if i+1 < len(pairs) {
			// The writer forgot to close it: it ends before the next one opens.
			next := pairs[i+1].outer.Start
			open.inner.End = min(next+1, span.End)
			open.inner.End = min(sentenceEnd(source, open.inner), next)
			open.outer.End = open.inner.End
		}
	}
	kept := pairs[:0]
	for _, p := range pairs {
		if !trimSpace(source, p.inner).Empty() {
			kept = append(kept, p)
		}
	}
	return kept, orphan
}

// pairSingles adds the stretches between single marks. A pair crosses no double
// stretch's edge, and a mark that finds no partner is an apostrophe.
func pairSingles(source string, span article.Span, marks []mark, doubles []marked) []marked {
	stretches := doubles
	for i := 0; i < len(marks); i++ {
		m := marks[i]
		if !m.single || m.side&opens == 0 || m.side == closes || elides(source, m.span.End, span.End) {
			continue
		}
		limit := span.End
		for _, d := range doubles {
			if d.inner.Start <= m.span.Start && m.span.End <= d.inner.End {
				limit = d.inner.End
			}
		}
		if j := closingSingle(source, marks, i, limit, doubles); j >= 0 {
			c := marks[j].span
			stretches = append(stretches, marked{
				outer:  article.Span{Start: m.span.Start, End: c.End},
				inner:  article.Span{Start: m.span.End, End: c.Start},
				single: true,
			})
			i = j
		}
	}
	sortMarked(stretches)
	return stretches
}

// closingSingle finds the single mark that closes marks[open] before limit: the
// first after punctuation, else the first that can't be a plural's possessive,
// else the last that could.
func closingSingle(source string, marks []mark, open, limit int, doubles []marked) int {
	possible := -1
	for j := open + 1; j < min(len(marks), open+mostBetween) && marks[j].span.End <= limit; j++ {
		m := marks[j]
		if !m.single {
			continue
		}
		if m.side == opens && !elides(source, m.span.End, limit) {
			break
		}
		if m.side&closes == 0 || crosses(marks[open].span.Start, m.span.End, doubles) {
			continue
		}
		before := runeBefore(source, m.span.Start, marks[open].span.End)
		possessive := (before == 's' || before == 'S') && m.span.End+1 < limit && source[m.span.End] == ' ' && unicode.IsLetter(runeAt(source, m.span.End+1, limit))
		if !possessive {
			return j
		}
		possible = j
	}
	return possible
}

// crosses reports whether [from, to) overlaps a stretch that neither contains
// it nor stands in it.
func crosses(from, to int, stretches []marked) bool {
	s := article.Span{Start: from, End: to}
	for _, d := range stretches {
		if s.Overlaps(d.outer) && !s.Contains(d.outer) && !d.outer.Contains(s) {
			return true
		}
	}
	return false
}

// elided are the words that a leading apostrophe stands before.
var elided = lexicon.SpeechWords.Words("words with a leading apostrophe")

// elides reports whether what stands at i is a word or number whose beginning
// an apostrophe replaces: 'em, '90s.
func elides(source string, i, end int) bool {
	j := i
	for j < end && j < i+6 && (source[j] >= 'a' && source[j] <= 'z' || source[j] >= '0' && source[j] <= '9') {
		j++
	}
	word := source[i:j]
	if len(word) >= 2 && word[0] <= '9' && word[1] <= '9' && (len(word) == 2 || len(word) == 3 && word[2] == 's') {
		return true
	}
	return elided.Has(word)
}

// setDepths counts, for stretches in order, those that each stands in.
func setDepths(stretches []marked) {
	var open []int
	for i := range stretches {
		for len(open) > 0 && stretches[open[len(open)-1]].outer.End < stretches[i].outer.End {
			open = open[:len(open)-1]
		}
		stretches[i].depth = len(open)
		open = append(open, i)
	}
}

func sortMarked(stretches []marked) {
	sort.Slice(stretches, func(i, j int) bool {
		a, b := stretches[i].outer, stretches[j].outer
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
}

func trimSpace(source string, s article.Span) article.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(source[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(source[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// runeAt is the rune at i, 0 at end.
func runeAt(source string, i, end int) rune {
	if i >= end {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(source[i:end])
	return r
}

// runeBefore is the rune that ends at i, 0 at start.
func runeBefore(source string, i, start int) rune {
	if i <= start {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(source[start:i])
	return r
}
