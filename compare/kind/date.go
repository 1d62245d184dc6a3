package kind

import (
	"slices"
	"strings"

	"xref/compare/align"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/when"
)

// Date compares when articles say that a thing happened.
var Date = &Kind{
	ID:      "date",
	Title:   "dates and times",
	Meaning: "Articles date the same event: to the same day, more or less exactly, or to days that don't fit each other.",
	Example: "“on July 29” here, “last Friday” there.",
	Find:    dates,
}

func dates(s *Scene) []Finding {
	var found []Finding
	for i, c := range s.Claims {
		if f, ok := s.datesOf(i, c); ok {
			found = append(found, f)
		}
	}
	return found
}

// saidAt lists the times at which the words that carry a member were said: those
// that hang on the cue of its attribution, and on nothing in between.
func (s *Scene) saidAt(m align.Member) []int {
	d := s.Documents[m.Article]
	a := s.assertion(m)
	if len(a.Attribution) == 0 {
		return nil
	}
	q := &d.Quotations[a.Attribution[len(a.Attribution)-1].Quotation]
	if q.CueHead < 0 {
		return nil
	}
	var found []int
	for i, w := range d.Times {
		inside := slices.ContainsFunc(q.Content, func(c article.Span) bool { return c.Overlaps(w.Span) })
		hangs := slices.ContainsFunc(d.Text.Tokens[w.First:w.End], func(t lang.Token) bool { return t.Head == q.CueHead })
		if !inside && hangs {
			found = append(found, i)
		}
	}
	return found
}

// dated is a time of one member of a claim.
type dated struct {
	member align.Member
	time   *when.Time
	said   bool // when it was said rather than when it was
}

// datesOf compares the first known dates of the members of a claim, article by
// article: two articles differ where no date of the one fits one of the other.
func (s *Scene) datesOf(i int, c align.Claim) (Finding, bool) {
	var all []dated
	for _, m := range c.Members {
		own := s.assertion(m).Times
		for i, t := range slices.Concat(own, s.saidAt(m)) {
			w := &s.Documents[m.Article].Times[t]
			if w.Type == when.Date && !w.Begin.IsZero() {
				all = append(all, dated{m, w, i >= len(own)})
				break
			}
		}
	}
	f := s.about(i)
	f.Verdict, f.Summary = "", "the same time"
	var values []string
	for k, d := range all {
		f.Evidence = append(f.Evidence, s.evidence(d.member, d.time.Span, s.text(d.member.Article, d.time.Span)))
		values = append(values, s.text(d.member.Article, d.time.Span))
		for _, o := range all[:k] {
			if o.member.Article == d.member.Article {
				continue
			}
			alike := s.alike(c, d.member, o.member)
			switch fit, ok := fitOf(all, d.member.Article, o.member.Article); {
			case !ok || fit != equal && !alike:
			case fit == apart:
				f.Verdict, f.Summary = Differ, "different times"
			case fit == bounded && f.Verdict != Differ:
				f.Verdict, f.Summary = Differ, "one is more exact"
			case f.Verdict == "":
				f.Verdict = Agree
			}
		}
	}
	switch f.Verdict {
	case Agree:
		if c.Score < oneAct {
			return f, false
		}
		f.Evidence, values = agreed(all, f.Evidence, values)
		f.Confidence = 0.85 * c.Score
	case Differ:
		f.Confidence = 0.7 * c.Score
	}
	f.Summary += ": " + strings.Join(values, "; ")
	return f, f.Verdict != ""
}

// agreed is the evidence and the values of the dates that are those of another
// article too.
func agreed(all []dated, evidence []Evidence, values []string) ([]Evidence, []string) {
	var kept []Evidence
	var told []string
	for k, d := range all {
		if slices.ContainsFunc(all, func(o dated) bool {
			fit, ok := fitOf(all, d.member.Article, o.member.Article)
			return o.member.Article != d.member.Article && ok && fit == equal && d.time.Overlaps(o.time)
		}) {
			kept, told = append(kept, evidence[k]), append(told, values[k])
		}
	}
	return kept, told
}

// oneAct is how sure it must be that the members of a claim are about one thing for
// their dates to agree: much happens on one day.
const oneAct = 0.6

// fitOf is how the dates of two articles fit at best: equal where two overlap,
// bounded where one of these is a day or less and the other one more. When a
// thing was and when it was said may fit; that they don't tells nothing.
func fitOf(all []dated, x, y int) (best fit, ok bool) {
	best = apart
	for _, d := range all {
		for _, o := range all {
			if d.member.Article != x || o.member.Article != y {
				continue
			}
			overlap := d.time.Overlaps(o.time)
			sharp := (d.time.Granularity > when.Day) == (o.time.Granularity > when.Day)
			switch {
			case overlap && sharp:
				return equal, true
			case d.said != o.said:
			case overlap:
				best, ok = bounded, true
			default:
				ok = true
			}
		}
	}
	return best, ok
}
