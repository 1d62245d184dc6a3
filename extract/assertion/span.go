package assertion

import (
	"xref/extract/article"
	"xref/extract/lang"
)

// longest is how many bytes a passage may have to be shown as one clause.
const longest = 300

// span is the sentence for its main clause. For another it is the clause with
// those that complete it: what is said, what its nouns are told apart by. Those
// that only go on from it are passages of their own. What is too long to be read
// as one passage is cut to the clause's own words.
func (b binder) span(c clause) article.Span {
	t := b.tree
	if t.Tokens[c.head].Head < 0 {
		s := t.Sentences[t.SentenceOf(c.head)]
		if s.Span.Len() <= longest {
			return b.readable(s.First, s.End-1, c.head)
		}
	}
	own := c.tokens
	for len(own) > 1 && b.loose(own[0]) {
		own = own[1:]
	}
	for len(own) > 1 && b.loose(own[len(own)-1]) {
		own = own[:len(own)-1]
	}
	first, last := own[0], own[len(own)-1]
	whole := t.ClauseSpan(c.head)
	for i := min(t.TokenAt(whole.Start), first); i < first; i++ {
		if b.completes(i, c.head) {
			first = i
		}
	}
	for i := max(t.TokenAt(whole.End-1), last); i > last; i-- {
		if b.completes(i, c.head) {
			last = i
		}
	}
	if t.Tokens[last].Span.End-t.Tokens[first].Span.Start > longest {
		first, last = own[0], own[len(own)-1]
	}
	return b.readable(first, last, c.head)
}

// completes reports whether token i belongs to clause p itself or to one
// without which p would not be whole.
func (b binder) completes(i, p int) bool {
	t := b.tree
	for ; i != p; i = t.Tokens[i].Head {
		if i < 0 || t.Is(i, lang.Conj, lang.Parataxis, lang.Advcl) && predicates(t, i) && !b.conditional(i) {
			return false
		}
		if (t.Tokens[i].Rel == lang.AclRelcl || t.Tokens[i].Rel == lang.Acl) && b.setApart(i) {
			return false
		}
	}
	return true
}

// setApart reports whether a comma stands where clause i begins. It is asked again and
// again of clauses within clauses.
func (b binder) setApart(i int) bool {
	apart, known := b.apart[i]
	if !known {
		t := b.tree
		s := t.TokenAt(t.ClauseSpan(i).Start)
		apart = s > 0 && t.Form(s) == "," || s > 1 && t.Form(s-1) == ","
		b.apart[i] = apart
	}
	return apart
}

// loose reports whether token i is punctuation that is no half of a pair.
func (b binder) loose(i int) bool {
	return b.tree.Tokens[i].UPOS == lang.PUNCT && (b.partner[i] == unpaired || b.partner[i] == i)
}

// conditional reports whether clause i says on what the one above it depends.
func (b binder) conditional(i int) bool {
	m := b.tree.one(i, lang.Mark)
	return m >= 0 && b.tree.Is(i, lang.Advcl) && conjunctions.Of(b.tree.Lower(m)) == Conditional
}

// readable is the passage from token first to token last, cut so that it reads
// by itself: connectives and punctuation at its edges are left off, a quotation
// mark or bracket whose other half lies outside cuts it, head's side staying,
// and it has at most longest bytes.
func (b binder) readable(first, last, head int) article.Span {
	t := b.tree
	head = min(max(head, first), last)
	first, last = b.edges(first, last, head)
	first, last = b.balanced(first, last, head)
	first, last = b.edges(first, last, head)
	for t.Tokens[last].Span.End-t.Tokens[first].Span.Start > longest && first < last {
		// the side that is farther from the head gives way, a word at a time
		if t.Tokens[last].Span.End-t.Tokens[head].Span.End >= t.Tokens[head].Span.Start-t.Tokens[first].Span.Start {
			last--
		} else {
			first++
		}
	}
	first, last = b.edges(first, last, head)
	return article.Span{Start: t.Tokens[first].Span.Start, End: t.Tokens[last].Span.End}
}

// edges leaves off what only ties a passage to what stands around it.
func (b binder) edges(first, last, head int) (int, int) {
	t := b.tree
	for first < head && b.edge(first, last) {
		first++
	}
	for last > head && (t.Tokens[last].UPOS == lang.PUNCT && !b.closes(first, last) || t.Is(last, lang.Cc)) {
		last--
	}
	return first, last
}

// edge reports whether token i at the start of a passage only ties it to what
// stands before.
func (b binder) edge(i, last int) bool {
	t := b.tree
	if t.Tokens[i].UPOS == lang.PUNCT {
		return !b.opens(i, last)
	}
	return t.Is(i, lang.Cc, lang.Mark) && t.Tokens[i].UPOS != lang.PART
}

// opens reports whether the mark at i has its other half in the passage.
func (b binder) opens(i, last int) bool { p := b.partner[i]; return p > i && p <= last }

// closes reports whether the mark at i is the other half of one in the passage.
func (b binder) closes(first, i int) bool { p := b.partner[i]; return p >= first && p < i }

// balanced cuts the passage at marks of pairs whose other half lies outside.
func (b binder) balanced(first, last, head int) (int, int) {
	for i := first; i <= last; i++ {
		p := b.partner[i]
		switch {
		case p == unpaired || p >= first && p <= last:
		case i > head:
			// the rest of a quotation that ends with the passage comes with it
			if p == i || p < first || b.tree.Tokens[p].Span.End-b.tree.Tokens[first].Span.Start > longest {
				return first, max(head, i-1)
			}
			last = p
		case i < head:
			first = i + 1
		}
	}
	return first, last
}

// unpaired is the partner of a token that is no mark of a pair. A mark whose
// other half is missing is its own partner.
const unpaired = -1

// partners finds, sentence by sentence, the other half of every quotation mark
// and bracket.
func partners(t *lang.Text) []int {
	partner := make([]int, len(t.Tokens))
	var open []int
	for _, s := range t.Sentences {
		open = open[:0]
		for i := s.First; i < s.End; i++ {
			partner[i] = unpaired
			if t.Tokens[i].UPOS != lang.PUNCT {
				continue
			}
			form := t.Form(i)
			closer, isOpener := pairs[form]
			if form == `"` || form == "''" || form == "``" {
				// straight marks open and close by turns
				closer, isOpener = form, true
			}
			if n := matching(t, open, form); n >= 0 {
				partner[i], partner[open[n]] = open[n], i
				open = open[:n]
				continue
			}
			if isOpener || closers[form] {
				partner[i] = i
			}
			if isOpener && closer != "" {
				open = append(open, i)
			}
		}
	}
	return partner
}

var pairs = map[string]string{"“": "”", "‘": "’", "(": ")", "[": "]", "«": "»", `"`: `"`, "``": "''"}

var closers = map[string]bool{"”": true, ")": true, "]": true, "»": true}

// matching is the place among the open marks of the one that form closes, or -1.
func matching(t *lang.Text, open []int, form string) int {
	for n := len(open) - 1; n >= 0; n-- {
		if pairs[t.Form(open[n])] == form {
			return n
		}
	}
	return -1
}
