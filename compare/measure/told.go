package measure

import (
	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// ToldTwice counts what a report tells of that another thing in it tells too: of its
// entries those whose passages overlap in two articles with those of another entry of
// the story, and of the aspects of an entry those that show words which another aspect
// shows. Spans overlap where the common part is at least half of the shorter. What
// somebody is called is told by itself and isn't counted.
func ToldTwice(r *compare.Report) Share {
	var s Share
	entries := compare.Entries(r.Findings)
	for i, e := range entries {
		if e.Part == compare.Names {
			continue
		}
		twice := false
		for j, o := range entries {
			twice = twice || i != j && o.Part != compare.Names && e.Story == o.Story && overlapping(r, e.Findings, o.Findings, allOf)
		}
		s.count(twice)
		if len(e.Aspects) < 2 {
			continue
		}
		for a := range e.Aspects {
			twice := false
			for b := range e.Aspects {
				twice = twice || a != b && overlapping(r, e.Aspects[a], e.Aspects[b], looked)
			}
			s.count(twice)
		}
	}
	return s
}

func allOf(e kind.Evidence) article.Span { return e.Span }

// looked is the words of a passage to look at.
func looked(e kind.Evidence) article.Span {
	if e.Focus.Empty() {
		return e.Span
	}
	return e.Focus
}

// overlapping reports whether a finding of one list and one of the other overlap in
// two articles.
func overlapping(r *compare.Report, of, with []int, part func(kind.Evidence) article.Span) bool {
	for _, i := range of {
		for _, j := range with {
			met := map[int]bool{}
			for _, a := range r.Findings[i].Evidence {
				for _, b := range r.Findings[j].Evidence {
					x, y := part(a), part(b)
					shared := min(x.End, y.End) - max(x.Start, y.Start)
					if a.Article == b.Article && shared > 0 && 2*shared >= min(x.Len(), y.Len()) {
						met[a.Article] = true
					}
				}
			}
			if len(met) > 1 {
				return true
			}
		}
	}
	return false
}
