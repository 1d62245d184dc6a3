package compare

import (
	"cmp"
	"slices"

	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract/article"
)

// nearlyWhole is how much of the content words of a passage may be marked for the
// marks to tell anything.
const nearlyWhole = 0.75

// marked is findings with the words of their evidence to look at: those that carry
// its value, where they are less than the whole, and values on which the articles
// agree; else, where they differ, those that no other article of the finding answers.
func marked(c *kind.Comparison, found []kind.Finding) []kind.Finding {
	out := make([]kind.Finding, len(found))
	for n, f := range found {
		evidence := make([]kind.Evidence, len(f.Evidence))
		focused := false
		for i, e := range f.Evidence {
			if !e.Focus.Empty() && e.Focus != e.Span && e.Span.Contains(e.Focus) {
				e.Marks, focused = []article.Span{e.Focus}, true
			}
			if len(e.Values) > 0 {
				e.Marks, focused = disjoint(append(slices.Clip(e.Marks), e.Values...)), true
			}
			evidence[i] = e
		}
		if !focused && f.Verdict != kind.Agree {
			markUnanswered(c.Index, evidence)
		}
		f.Evidence = evidence
		out[n] = f
	}
	return out
}

// disjoint is spans in their order, those that overlap as one.
func disjoint(spans []article.Span) []article.Span {
	slices.SortFunc(spans, func(a, b article.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	var out []article.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1] = out[n-1].Cover(s)
			continue
		}
		out = append(out, s)
	}
	return out
}

// markUnanswered marks in each passage the words that no passage of another article
// answers; in one that would be marked nearly whole, none.
func markUnanswered(x *match.Index, evidence []kind.Evidence) {
	units := make([]match.Unit, len(evidence))
	for i, e := range evidence {
		units[i] = x.UnitOf(e.Article, e.Span)
	}
	for i, e := range evidence {
		var others []match.Unit
		for j, o := range evidence {
			if o.Article != e.Article {
				others = append(others, units[j])
			}
		}
		runs, share := x.Unanswered(units[i], others)
		if share > nearlyWhole {
			continue
		}
		for _, r := range runs {
			evidence[i].Marks = append(evidence[i].Marks, x.Documents[e.Article].Span(r))
		}
	}
}
