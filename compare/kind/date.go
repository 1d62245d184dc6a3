package kind

import (
	"xref/compare/match"
	"xref/extract/lexicon"
	"xref/extract/when"
)

// Date compares when articles say that a thing happened.
var Date = &Kind{
	ID:      "date",
	Title:   "dates and times",
	Meaning: "Articles date the same event to the same time, or to times that don't fit each other.",
	Example: "“on July 29” here, “last Friday” there.",
	Tells: func(c *match.Contrast) Reason {
		switch cause := c.Cause.(type) {
		case match.TimeCause:
			return OtherTime
		case match.ContradictionCause:
			if cause.Of == match.TimeValue {
				return OtherTime
			}
		case match.FunctionWordCause:
			if cause.Opposition == lexicon.OppositionOfTime {
				return OtherTime
			}
		}
		return NoReason
	},
	Find: sameTimes,
}

// sameTimes are the agreements in when a thing was: one for each claim, of the
// first time that two articles share.
func sameTimes(c *Comparison) []Finding {
	var found []Finding
	for i := range c.Claims {
		cl := &c.Claims[i]
		f := c.about(i)
		f.Verdict, f.Reason = Agree, SameTime
		shown := map[match.Member]bool{}
		for k := range cl.Matches {
			m, p := &cl.Matches[k], &cl.Pairs[k]
			if p.A.Article == p.B.Article || p.Same < leastDating || p.ReadClausesAlike() < leastAlikeAround {
				continue
			}
			f.Confidence = max(f.Confidence, 0.85*p.Same)
			for _, t := range m.Times {
				if t.Fit != when.Equal {
					continue
				}
				for _, side := range [...]struct {
					member match.Member
					time   int
				}{{p.A, t.A}, {p.B, t.B}} {
					if w := &c.Documents[side.member.Article].Times[side.time]; !shown[side.member] && w.Type == when.Date {
						shown[side.member] = true
						f.Evidence = append(f.Evidence, c.evidence(side.member, w.Span, c.text(side.member.Article, w.Span)))
					}
				}
				break
			}
		}
		if distinct(f.Evidence) > 1 {
			found = append(found, f)
		}
	}
	return found
}
