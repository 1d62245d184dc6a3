package compare

import (
	"fmt"

	"xref/compare/align"
	"xref/compare/kind"
	"xref/extract/article"
)

// settle gives the aligned claims their verdicts, from the findings about them,
// and their coverage.
func settle(r *Report, aligned []align.Claim) []Claim {
	verdicts := make([]kind.Verdict, len(aligned))
	differing := make([]map[int]bool, len(aligned))
	for _, f := range r.Findings {
		if f.Claim < 0 || f.Verdict == kind.Internal {
			continue
		}
		if verdicts[f.Claim] == "" || f.Verdict == kind.Conflict || f.Verdict == kind.Differ && verdicts[f.Claim] == kind.Agree {
			verdicts[f.Claim] = f.Verdict
		}
		if f.Verdict != kind.Agree {
			if differing[f.Claim] == nil {
				differing[f.Claim] = map[int]bool{}
			}
			for _, e := range f.Evidence {
				differing[f.Claim][e.Article] = true
			}
		}
	}
	origin := make([]int, len(r.Documents))
	for o, og := range r.Origins {
		for _, a := range og.Articles {
			origin[a] = o
		}
	}
	claims := make([]Claim, len(aligned))
	for i, c := range aligned {
		claims[i] = Claim{Claim: c, ID: fmt.Sprintf("C%d", i+1), Verdict: verdicts[i]}
		origins := map[int]bool{}
		var articles []int
		carried := map[int]bool{}
		var latest article.Span
		for _, m := range c.Members {
			origins[origin[m.Article]] = true
			carried[m.Article] = true
			articles = append(articles, m.Article)
			span := r.Documents[m.Article].Assertions[m.Assertion].Span
			if latest.Empty() || span.Len() < latest.Len() {
				latest = span
				claims[i].Text = span.In(r.Documents[m.Article].Article.Text)
			}
		}
		claims[i].Origins = len(origins)
		switch {
		case claims[i].Verdict != "":
		case copied(articles, r.Origins):
			claims[i].Verdict = kind.Single
		default:
			claims[i].Verdict = kind.Agree
		}
		for _, a := range r.Stories[c.Story].Articles {
			status := Absent
			switch {
			case differing[i][a]:
				status = Differs
			case carried[a]:
				status = Carries
			}
			claims[i].Coverage = append(claims[i].Coverage, Coverage{a, status})
		}
	}
	return claims
}
