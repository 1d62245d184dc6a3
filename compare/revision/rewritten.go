package revision

import (
	"slices"

	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract/assertion"
)

// rewritten is what changed from a sentence to the one that it became: a change
// for each kind of thing that the differing words are.
func (v *versions) rewritten(p match.Became) []placed {
	a, b := v.old.sentences.Units[p.Old], v.new.sentences.Units[p.New]
	r := v.index.Rewritten(a, b)
	before, after := Passage{Span: v.old.span(v.index, a.Run)}, Passage{Span: v.new.span(v.index, b.Run)}
	at := func(c Change) placed { return placed{c, 2*p.New + 1, after.Span.Start} }
	var out []placed
	places := map[kind.ID]int{}
	for i := range r.Edits {
		e := &r.Edits[i]
		if v.elsewhere(e) {
			continue
		}
		if c, whole := v.clause(e); whole {
			out = append(out, at(c))
			continue
		}
		id, verdict := v.kindOf(e)
		n, ok := places[id]
		if !ok {
			what := Changed
			if id == kind.Quote.ID {
				what = Quote
			}
			n = len(out)
			places[id] = n
			out = append(out, at(Change{What: what, Kind: id, Verdict: verdict, Old: before, New: after}))
		}
		if verdict == kind.Conflict {
			out[n].Verdict = kind.Conflict
		}
		v.mark(&out[n].Change, e.A, e.B)
	}
	if _, told := places[kind.Quote.ID]; !told {
		if olds, news, ok := v.quotedOtherwise(r.Same); ok {
			c := Change{What: Quote, Kind: kind.Quote.ID, Verdict: kind.Differ, Old: before, New: after}
			v.mark(&c, olds, news)
			out = append(out, at(c))
		}
	}
	return out
}

// mark adds the words of two runs to the marks of a change.
func (v *versions) mark(c *Change, a, b match.Run) {
	if !a.Empty() {
		c.Old.Marks = append(slices.Clip(c.Old.Marks), v.old.span(v.index, a))
	}
	if !b.Empty() {
		c.New.Marks = append(slices.Clip(c.New.Marks), v.new.span(v.index, b))
	}
}

// kindOf is what sort of thing an edit changes, and how gravely.
func (v *versions) kindOf(e *match.Edit) (kind.ID, kind.Verdict) {
	if v.old.marked(e.A) && v.new.marked(e.B) {
		return kind.Quote.ID, kind.Differ
	}
	if id, verdict, ok := kind.OfChange(e); ok {
		return id, verdict
	}
	return kind.Fact.ID, kind.Differ
}

// marked reports whether all tokens of a run stand between quotation marks.
func (v *version) marked(r match.Run) bool {
	for i := r.First; i < r.End; i++ {
		if !v.markedAt(i) {
			return false
		}
	}
	return true
}

// markedAt reports whether a token stands between quotation marks.
func (v *version) markedAt(i int) bool {
	return v.quoted.Contains(v.Text.Tokens[i].Span)
}

// elsewhere reports whether the words of an edit that only adds or takes away stand
// together in the other version too: a sentence was cut in two, or two were joined.
func (v *versions) elsewhere(e *match.Edit) bool {
	moved := func(from *version, r match.Run, to *version) bool {
		u := match.Unit{Article: from.place, Assertion: -1, Run: r}
		return v.index.ContentWords(u) >= leastSaid && to.sentences.Tell(u)
	}
	return e.B.Empty() && moved(&v.old, e.A, &v.new) || e.A.Empty() && moved(&v.new, e.B, &v.old)
}

// clause is the words that an edit only adds or takes away, where they make an
// assertion of their own that the other version doesn't make.
func (v *versions) clause(e *match.Edit) (Change, bool) {
	if e.Cause != nil {
		if _, limits := e.Cause.Cause.(match.OperatorCause); limits {
			return Change{}, false // "if the strike goes on" makes the rest another assertion
		}
	}
	fresh := func(of *version, r match.Run, other *version) bool {
		return of.asserted(r) && !other.sentences.Tell(match.Unit{Article: of.place, Assertion: -1, Run: r})
	}
	switch {
	case e.A.Empty() && fresh(&v.new, e.B, &v.old):
		return Change{What: Added, Kind: kind.Fact.ID, New: Passage{Span: v.new.span(v.index, e.B)}}, true
	case e.B.Empty() && fresh(&v.old, e.A, &v.new):
		return Change{What: Gone, Kind: kind.Fact.ID, Old: Passage{Span: v.old.span(v.index, e.A)}}, true
	}
	return Change{}, false
}

// mostly is the share of an assertion's tokens in a run from which the run is that
// assertion.
const mostly = 0.8

// asserted reports whether an assertion's predicate stands in a run with most of
// the assertion's tokens.
func (v *version) asserted(r match.Run) bool {
	return slices.ContainsFunc(v.Assertions, func(a assertion.Assertion) bool {
		if !r.Contains(a.Predicate.Head) {
			return false
		}
		all, in := 0, 0
		for i, end := v.Text.TokensIn(a.Span); i < end; i++ {
			all++
			if r.Contains(i) {
				in++
			}
		}
		return in >= leastSaid && float64(in) >= mostly*float64(all)
	})
}

// fewest is how many words make it a matter that they stand between quotation
// marks on one side only.
const fewest = 3

// quotedOtherwise finds the same words between quotation marks in one version and
// not in the other.
func (v *versions) quotedOtherwise(same [][2]int) (a, b match.Run, ok bool) {
	n := 0
	for _, s := range same {
		if v.old.markedAt(s[0]) == v.new.markedAt(s[1]) {
			continue
		}
		if n++; n == 1 {
			a.First, b.First = s[0], s[1]
		}
		a.End, b.End = s[0]+1, s[1]+1
	}
	return a, b, n >= fewest
}

// headline compares the titles, which are words like any others.
func (v *versions) headline() []placed {
	before, after := v.old.Article.Title, v.new.Article.Title
	r := v.index.Rewritten(v.index.UnitOf(oldVersion, before), v.index.UnitOf(newVersion, after))
	c := Change{What: Headline, Old: Passage{Span: before}, New: Passage{Span: after}}
	for i := range r.Edits {
		e := &r.Edits[i]
		if id, verdict := v.kindOf(e); c.Kind == "" || verdict == kind.Conflict {
			c.Kind, c.Verdict = id, verdict
		}
		v.mark(&c, e.A, e.B)
	}
	if c.Kind == "" {
		return nil
	}
	return []placed{{c, -1, 0}}
}
