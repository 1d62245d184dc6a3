package quote

import (
	"strings"
	"unicode/utf8"

	"xref/extract/lang"
)

// gapLimit is how many tokens may stand between a quotation and its cue.
const gapLimit = 40

// gap is what stands between a stretch and a cue.
type gap struct {
	tokens
	finite bool   // a finite verb that isn't the subject's relative clause or the cue's own
	last   string // the form of its last token; "" where it is empty
	first  string
}

// gapBetween describes tokens [first, end) beside the cue at v. It is no gap
// where a sentence ends in it or it is too long.
func (f *finder) gapBetween(first, end, v int) (gap, bool) {
	g := gap{tokens: tokens{first, end}}
	if end-first > gapLimit {
		return g, false
	}
	for i := first; i < end; i++ {
		if f.isMark[i] && f.t.Tokens[i].UPOS == lang.PUNCT {
			continue
		}
		form := f.t.Form(i)
		if g.first == "" {
			g.first = form
		}
		g.last = form
		switch form {
		case ".", "?", "!", ";":
			return g, false
		case ":":
			if i < end-1 {
				return g, false
			}
		}
		if f.finite(i) && f.t.Tokens[i].Head != v && !f.relative(i, first) {
			g.finite = true
		}
	}
	return g, true
}

// finite reports whether token i is a finite verb or auxiliary.
func (f *finder) finite(i int) bool {
	switch f.t.Tokens[i].XPOS {
	case lang.XPOSVBD, lang.XPOSVBZ, lang.XPOSVBP, lang.XPOSMD:
		return true
	}
	return false
}

// relative reports whether token i stands in a relative clause that begins at
// or after first, by the parse or right after a relative pronoun.
func (f *finder) relative(i, first int) bool {
	for j := i; j >= first; j = f.t.Tokens[j].Head {
		if f.t.Tokens[j].Rel == lang.AclRelcl && f.t.Tokens[j].Head >= first {
			return true
		}
	}
	for j := i - 1; j >= first && j >= i-4 && f.t.Form(j) != ","; j-- {
		switch f.t.Tokens[j].XPOS {
		case lang.XPOSWP, lang.XPOSWDT, lang.XPOSWPPoss:
			return true
		}
	}
	return false
}

// taggedBefore finds the stretch that the cue at v tags: “…,” said Jones, and
// “…,” Jones said.
func (f *finder) taggedBefore(v int) (m int, g gap, ok bool) {
	m = f.stretchBefore(v)
	if m < 0 {
		return
	}
	first := f.t.TokenAt(f.marked[m].outer.End)
	if g, ok = f.gapBetween(first, v, v); !ok || g.finite || !f.predicates(v) || f.relative(v, first) {
		return m, g, false
	}
	if s := f.t.Dependent(v, lang.Nsubj); g.empty() && len(f.runOn(m, v)) == 0 && s >= 0 && s < v && (s < f.words[m].first || !f.anyFinite(f.words[m].first, f.words[m].end)) {
		return m, g, false // a title at the end of its subject: the author of “Dunes,” thanked …
	}
	if f.cueBetween(first, v) {
		return m, g, false
	}
	own := f.hasComplement(v)
	switch f.ending(m) {
	case ',', '?', '!', '-', '–', '—', '…':
		if (g.first == "and" || g.first == "but") && own {
			return m, g, false
		}
		return m, g, true
	case '.':
		inverted := g.empty() && !startsUpper(f.t.Form(v))
		return m, g, inverted || !own && !g.empty() && f.short(m, v)
	}
	if g.first == "," || g.first == "-" || g.first == "–" || g.first == "—" {
		return m, g, true
	}
	// A text without commas.
	switch lang.UPOS(f.t.Tokens[min(first, len(f.t.Tokens)-1)].UPOS) {
	case lang.CCONJ, lang.SCONJ, lang.ADP, lang.PART, lang.AUX:
		return m, g, false
	}
	return m, g, !own && f.words[m].end-f.words[m].first >= 4
}

// predicates reports whether the verb at v is finite or has a finite auxiliary.
func (f *finder) predicates(v int) bool {
	if f.finite(v) {
		return true
	}
	for _, a := range f.t.Dependents(v, lang.Aux) {
		if f.finite(a) {
			return true
		}
	}
	return false
}

// short reports whether the sentence of the cue at v holds little more than the
// cue: a tag that a full stop parts from its quotation.
func (f *finder) short(m, v int) bool {
	s := f.t.Sentences[f.sentence[v]]
	return s.End-s.First <= 12 && f.t.Tokens[s.First].Span.Start >= f.marked[m].outer.End
}

// ending is the last character within stretch m.
func (f *finder) ending(m int) rune {
	r, _ := utf8.DecodeLastRuneInString(f.marked[m].inner.In(f.t.Source))
	if r == '\'' || r == '’' || r == '"' || r == '”' {
		s := strings.TrimRight(f.marked[m].inner.In(f.t.Source), "'’\"”")
		r, _ = utf8.DecodeLastRuneInString(s)
	}
	return r
}

// stretchBefore is the last stretch of token v's paragraph that ends before v
// and stands in the same stretch as v, if any; -1 where there is none.
func (f *finder) stretchBefore(v int) int {
	at := f.t.Tokens[v].Span.Start
	for m := f.firstStretchAfter(at) - 1; m >= 0; m-- {
		s := &f.marked[m]
		if s.outer.End <= at && f.parent[m] == f.within[v] {
			if !f.paras[s.para].Contains(f.t.Tokens[v].Span) {
				return -1
			}
			return m
		}
	}
	return -1
}

// stretchAfter is the first stretch that starts after token v and stands in the
// same stretch as v, if any; -1 where there is none.
func (f *finder) stretchAfter(v int) int {
	for m := f.firstStretchAfter(f.t.Tokens[v].Span.End); m < len(f.marked); m++ {
		if f.parent[m] == f.within[v] {
			return m
		}
		if f.marked[m].depth == 0 {
			break
		}
	}
	return -1
}

// firstStretchAfter is the index of the first stretch that starts at or after
// a byte.
func (f *finder) firstStretchAfter(at int) int {
	lo, hi := 0, len(f.marked)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.marked[mid].outer.Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// cueBetween reports whether another verb of speech stands in [first, end): a
// quotation beyond it is that verb's.
func (f *finder) cueBetween(first, end int) bool {
	for i := first; i < end; i++ {
		if f.t.Tokens[i].UPOS == lang.VERB && f.usageOf(i).has(quotes) && !f.relative(i, first) {
			return true
		}
	}
	return false
}

// opened finds the stretch that the cue at v introduces: said, “…”; told the
// BBC: “…”; said that “…”. direct is false where what stands between belongs to
// the content too.
func (f *finder) opened(v int) (m int, g gap, direct bool) {
	m = f.stretchAfter(v)
	if m < 0 {
		return -1, g, false
	}
	s := &f.marked[m]
	first := v + 1
	end := f.t.TokenAt(s.outer.Start)
	g, ok := f.gapBetween(first, end, v)
	if !ok || f.cueBetween(first, end) {
		return -1, g, false
	}
	if !f.paras[s.para].Contains(f.t.Tokens[v].Span) && (g.last != ":" || s.outer.Start != f.paras[s.para].Start) {
		return -1, g, false
	}
	for i := first; i < end-1; i++ {
		if f.t.Lower(i) == "that" && f.t.Tokens[i].UPOS == lang.SCONJ && f.t.Form(i+1) != ":" {
			return m, g, false
		}
	}
	switch {
	case g.last == "":
		return m, g, true
	case g.last == ":":
		return m, g, !g.finite
	case g.last == ",":
		return m, g, !g.finite || g.first == ","
	case g.finite:
		return m, g, false
	case g.last == "that":
		return m, g, true
	}
	return m, g, f.onlyAdjuncts(v, g.tokens) && f.whole(m)
}

// onlyAdjuncts reports whether the tokens beside the cue at v say whom it was
// told, where or when, and nothing of the content.
func (f *finder) onlyAdjuncts(v int, r tokens) bool {
	told := f.usageOf(v).has(addressee)
	for i := r.first; i < r.end; i++ {
		j := i
		for j >= 0 && f.t.Tokens[j].Head != v {
			j = f.t.Tokens[j].Head
		}
		if j < 0 {
			return false
		}
		switch f.t.Tokens[j].Rel.Base() {
		case lang.Obl, lang.Advmod, lang.Iobj, lang.Compound, lang.Nsubj:
		case lang.Obj:
			if !told {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// whole reports whether stretch m is speech by its shape: it holds a finite
// verb and five words, or starts in upper case and ends as a sentence.
func (f *finder) whole(m int) bool {
	r := f.words[m]
	words, verb := 0, false
	for i := r.first; i < r.end; i++ {
		if f.t.Tokens[i].UPOS != lang.PUNCT {
			words++
		}
		if f.finite(i) {
			verb = true
		}
	}
	return verb && words >= 5 || startsUpper(f.marked[m].inner.In(f.t.Source)) && f.ended(m) && words >= 3
}

// ended reports whether stretch m ends as a sentence does.
func (f *finder) ended(m int) bool {
	switch f.ending(m) {
	case '.', '?', '!', '…':
		return true
	}
	return f.marked[m].unclosed
}

// stretchPieces are the tokens of stretch m, of those of earlier paragraphs
// that it carries on and of those that carry it on.
func (f *finder) stretchPieces(m int) []tokens {
	first := m
	for p := f.marked[first].follows; p >= 0 && f.holder[p] < 0; p = f.marked[first].follows {
		first = p
	}
	var pieces []tokens
	for m = first; m >= 0; m = f.next[m] {
		pieces = append(pieces, f.words[m])
	}
	return pieces
}

// leadIn is the part of a tagged sentence before stretch m that belongs to the
// content: The plan is “dead,” she said.
func (f *finder) leadIn(m int) tokens {
	r := f.tokensOf(f.marked[m].outer)
	if r.empty() || f.marked[m].follows >= 0 {
		return tokens{}
	}
	start := f.t.Sentences[f.sentence[r.first]].First
	if w := f.parent[m]; w >= 0 {
		start = max(start, f.words[w].first)
	}
	for start < r.first && (f.t.Tokens[start].UPOS == lang.CCONJ || f.edge(start)) {
		start++
	}
	if start >= r.first {
		return tokens{}
	}
	switch f.t.Form(r.first - 1) {
	case ",", ":", "—", "–", "-", "--":
		return tokens{}
	}
	for i := start; i < r.first; i++ {
		switch f.t.Form(i) {
		case ":", ";":
			start = i + 1
		}
	}
	return tokens{start, r.first}
}

// runOn is the second half of a quotation that a tag interrupts: “…,” he said,
// “…”.
func (f *finder) runOn(m, v int) []tokens {
	n := f.stretchAfter(v)
	if n < 0 || f.marked[n].para != f.marked[m].para || f.holder[n] >= 0 {
		return nil
	}
	g, ok := f.gapBetween(v+1, f.t.TokenAt(f.marked[n].outer.Start), v)
	if !ok || g.finite || f.cueBetween(g.tokens.first, g.tokens.end) {
		return nil
	}
	if g.last == "" || joints.Has(g.last) {
		return f.stretchPieces(n)
	}
	if strings.HasSuffix(g.last, ".") && startsUpper(f.marked[n].inner.In(f.t.Source)) {
		return f.stretchPieces(n) // the full stop of an abbreviation ends the sentence
	}
	return nil
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError && strings.ToLower(string(r)) != string(r)
}
