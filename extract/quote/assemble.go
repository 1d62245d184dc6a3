package quote

import (
	"slices"
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
		out.Marked = f.markedIn(out.Content, f.level(q.head))
		if q.rule == turnRule {
			out.Marked = out.Content
		}
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
	reach := make([]int, len(quotations)) // of each: how far it or any before it goes
	for i := range quotations {
		c := quotations[i].Content
		reach[i] = c[len(c)-1].End
		if i > 0 {
			reach[i] = max(reach[i], reach[i-1])
		}
	}
	for i := range quotations {
		quotations[i].Outer = outerOf(quotations, reach, i)
	}
	return quotations
}

// settle drops findings that another makes void: of two with the same cue or
// the same content, the first made stays.
func (f *finder) settle() {
	heads := make(map[int]bool, len(f.found))
	contents := make(map[tokens][]int, len(f.found))
	kept := f.found[:0]
	for _, q := range f.found {
		if len(q.pieces) == 0 || q.head >= 0 && heads[q.head] {
			continue
		}
		whole := tokens{q.pieces[0].first, q.pieces[len(q.pieces)-1].end}
		same := false
		for _, k := range contents[whole] {
			same = same || slices.Equal(kept[k].pieces, q.pieces)
		}
		if same {
			continue
		}
		if q.head >= 0 {
			heads[q.head] = true
		}
		contents[whole] = append(contents[whole], len(kept))
		kept = append(kept, q)
	}
	f.found = kept
}

// spanOf is the span of a piece. One that is all of a stretch between marks has
// the stretch's span, but for a comma that only separates it from its tag.
func (f *finder) spanOf(p tokens) article.Span {
	return f.t.Cover(p.first, p.end)
}

// level is the stretch that the cue at head stands in; -1 for none.
func (f *finder) level(head int) int {
	if head < 0 {
		return -1
	}
	return f.within[head]
}

// markedIn are the parts of content that stand between quotation marks, of
// those that open within the stretch that the cue stands in: a thought told
// within a quotation has no marks of its own.
func (f *finder) markedIn(content []article.Span, level int) []article.Span {
	var parts []article.Span
	for _, c := range content {
		m := f.firstStretchAfter(c.Start)
		for w := f.within[f.t.TokenAt(c.Start)]; w >= 0; w = f.parent[w] {
			m = min(m, w)
		}
		for ; m < len(f.marked); m++ {
			s := &f.marked[m]
			if s.outer.Start >= c.End {
				break
			}
			if f.parent[m] != level {
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
func outerOf(all []Quotation, reach []int, i int) int {
	q := &all[i]
	what := q.Cue
	if what.Empty() {
		what = q.Content[0]
	}
	own := extent(q.Content)
	last := sort.Search(len(all), func(j int) bool { return all[j].Content[0].Start > what.Start })
	best, smallest := -1, 0
	for j := last - 1; j >= 0 && reach[j] >= what.End; j-- {
		size := extent(all[j].Content)
		if j == i || size < own || size == own && j > i {
			continue // so that no two stand in each other
		}
		for _, c := range all[j].Content {
			if c.Contains(what) && (best < 0 || size < smallest) {
				best, smallest = j, size
			}
		}
	}
	return best
}
