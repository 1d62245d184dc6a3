package baseline

import (
	"cmp"
	"slices"

	"xref/compare"
)

// Traced is which finding of a baseline one of a report was: the place of that, and
// whether it says the same as then.
type Traced struct {
	Known int
	Same  bool
}

// Trace is where the findings of a report come from, by their places: those that are
// known, and those that a known one has become, as it is in the report no more: of its
// kind, with a value that an outlet still gives, and either its subject or most of its
// values.
func (b Baseline) Trace(r *compare.Report) map[int]Traced {
	out := map[int]Traced{}
	used := make([]bool, len(b.Findings))
	for place, at := range b.pairs(r) {
		out[place] = Traced{at, true}
		used[at] = true
	}
	type candidate struct{ place, known, common, subject int }
	var candidates []candidate
	for place := range r.Findings {
		if _, ok := out[place]; ok {
			continue
		}
		now := KnownOf(r, &r.Findings[place])
		for at, then := range b.Findings {
			if used[at] || then.Kind != now.Kind {
				continue
			}
			c := candidate{place: place, known: at, common: inCommon(now.Values, then.Values)}
			if normal(now.Subject) == normal(then.Subject) {
				c.subject = 1
			}
			if c.common > 0 && (c.subject == 1 || 2*c.common > len(then.Values)) {
				candidates = append(candidates, c)
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.common, a.common), cmp.Compare(b.subject, a.subject))
	})
	for _, c := range candidates {
		if _, ok := out[c.place]; !ok && !used[c.known] {
			out[c.place] = Traced{c.known, false}
			used[c.known] = true
		}
	}
	return out
}

// inCommon is how many values are among others too, given by the same outlet.
func inCommon(values, others []Value) int {
	n := 0
	for _, v := range values {
		if slices.ContainsFunc(others, func(o Value) bool { return o.Outlet == v.Outlet && normal(o.Value) == normal(v.Value) }) {
			n++
		}
	}
	return n
}
