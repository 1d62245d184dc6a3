package quote

import (
	"sort"

	"xref/extract/article"
)

// assemble turns the findings into quotations in the order of their contents,
// with what stands between marks and what stands in what.
func (f *finder) assemble() []Quotation {
	f.settle()
	quotations := make([]Quotation, 0, len(f.found))
	for n := range f.found {
		q := &f.found[n]
		out := Quotation{
			CueHead: q.head,
			Lemma:   q.lemma,
			Speaker: -1,
			Outer:   -1,
			Rule:    "quote." + q.rule,
		}
		for _, p := range q.pieces {
			out.Content = append(out.Content, f.spanOf(p))
		}
		if len(out.Content) == 0 {
			continue
		}
		for _, i := range q.cue {
			out.Cue = out.Cue.Cover(f.t.Tokens[i].Span)
		}
		if q.source.head >= 0 {
			out.Source = f.t.Cover(q.source.first, q.source.end)
			out.Speaker = q.source.head
		}
		out.Marked = f.markedIn(out.Content)
		out.Kind = f.kindOf(out.Content, out.Marked)
		quotations = append(quotations, out)
	}
	sort.SliceStable(quotations, func(i, j int) bool {
		a, b := quotations[i], quotations[j]
		if a.Content[0].Start != b.Content[0].Start {
			return a.Content[0].Start < b.Content[0].Start
		}
		if la, lb := extent(a.Content), extent(b.Content); la != lb {
			return la > lb
		}
		return a.CueHead < b.CueHead
	})
	for i := range quotations {
		quotations[i].Outer = outerOf(quotations, i, f)
	}
	return quotations
}

// settle drops findings that another makes void: of two with the same cue or
// the same content, the first made stays.
func (f *finder) settle() {
	kept := f.found[:0]
	for n := range f.found {
		q := f.found[n]
		void := len(q.pieces) == 0
		for _, k := range kept {
			if q.head >= 0 && k.head == q.head || len(q.pieces) > 0 && len(k.pieces) == len(q.pieces) && samePieces(k.pieces, q.pieces) {
				void = true
			}
		}
		if !void {
			kept = append(kept, q)
		}
	}
	f.found = kept
}

func samePieces(a, b []tokens) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// spanOf is the span of a piece. One that is all of a stretch between marks has
// the stretch's span, but for a comma that only separates it from its tag.
func (f *finder) spanOf(p tokens) article.Span {
	return f.t.Cover(p.first, p.end)
}

// markedIn are the parts of content that stand between quotation marks.
func (f *finder) markedIn(content []article.Span) []article.Span {
	var parts []article.Span
	for _, c := range content {
		for m := range f.marked {
			s := &f.marked[m]
			if s.outer.Start >= c.End {
				break
			}
			if s.depth > 0 && (f.parent[m] < 0 || f.marked[f.parent[m]].inner.Overlaps(c)) {
				continue
			}
			part := article.Span{Start: max(s.inner.Start, c.Start), End: min(s.inner.End, c.End)}
			if !part.Empty() {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// kindOf tells whether the marked parts are all of the content, but for
// punctuation and marks between them.
func (f *finder) kindOf(content, parts []article.Span) Kind {
	if len(parts) == 0 {
		return Indirect
	}
	for _, c := range content {
		r := f.tokensOf(c)
		for i := r.first; i < r.end; i++ {
			if f.edge(i) {
				continue
			}
			in := false
			for _, p := range parts {
				in = in || p.Contains(f.t.Tokens[i].Span)
			}
			if !in {
				return Mixed
			}
		}
	}
	return Direct
}

func extent(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// outerOf is the index of the smallest quotation that has the cue of quotation
// i, or where it has none the content, in its content; -1 where there is none.
func outerOf(all []Quotation, i int, f *finder) int {
	q := &all[i]
	what := q.Cue
	if what.Empty() {
		what = q.Content[0]
	}
	best := -1
	for j := range all {
		if j == i || all[j].Content[0].Start > what.Start {
			continue
		}
		if size := extent(all[j].Content); size < extent(q.Content) || size == extent(q.Content) && j > i {
			continue // so that no two stand in each other
		}
		for _, c := range all[j].Content {
			if c.Contains(what) && (best < 0 || extent(all[j].Content) < extent(all[best].Content)) {
				best = j
			}
		}
	}
	return best
}
