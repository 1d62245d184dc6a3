package compare

import (
	"cmp"
	"fmt"
	"slices"

	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/assertion"
	"xref/extract/when"
)

// leastUntold is how sure it must be that passages are about one matter for them to be a claim that
// several articles carry, where no finding tells anything of it.
const leastUntold = 0.75

// told are the claims of which a finding tells something, those that are surely one, and what one article
// alone says; and the findings, which point to their places among these.
func told(findings []Finding, claims []claim.Claim) ([]Finding, []claim.Claim) {
	of := make([]bool, len(claims))
	for _, f := range findings {
		if f.Claim >= 0 {
			of[f.Claim] = true
		}
	}
	var kept []claim.Claim
	place := make([]int, len(claims))
	for i, c := range claims {
		if place[i] = len(kept); of[i] || len(c.Members) == 1 || c.Same >= leastUntold {
			kept = append(kept, c)
		}
	}
	pointing := slices.Clone(findings)
	for i := range pointing {
		if f := &pointing[i]; f.Claim >= 0 {
			f.Claim = place[f.Claim]
		}
	}
	return pointing, kept
}

// settle gives the aligned claims their verdicts, from the findings about them,
// and their coverage.
func settle(r *Report, aligned []claim.Claim) []Claim {
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
	origin := r.originOf()
	claims := make([]Claim, len(aligned))
	for i, c := range aligned {
		claims[i] = Claim{Claim: c, ID: fmt.Sprintf("C%d", i+1), Verdict: verdicts[i]}
		origins := map[int]bool{}
		var articles []int
		carried := map[int]bool{}
		for _, m := range c.Members {
			origins[origin[m.Article]] = true
			carried[m.Article] = true
			articles = append(articles, m.Article)
		}
		claims[i].Text = clearest(r.Documents, c.Members)
		claims[i].Origins = len(origins)
		switch {
		case claims[i].Verdict != "":
		case len(c.Members) == 1, copied(articles, r.Origins):
			claims[i].Verdict = kind.Single
		default:
			claims[i].Verdict = kind.Agree
		}
		claims[i].Coverage = make([]Coverage, 0, len(r.Stories[c.Story].Articles))
		for _, a := range r.Stories[c.Story].Articles {
			status := Absent
			switch {
			case differing[i][a]:
				status = Differs
			case carried[a]:
				status = Carries
			case predates(r.Documents, a, c.Members):
				status = Predates
			}
			claims[i].Coverage = append(claims[i].Coverage, Coverage{a, status})
		}
	}
	return claims
}

// originOf is the origin of each document, by its place.
func (r *Report) originOf() []int {
	origin := make([]int, len(r.Documents))
	for o, og := range r.Origins {
		for _, a := range og.Articles {
			origin[a] = o
		}
	}
	return origin
}

// predates reports whether article a was published before what the members of a
// claim tell of, as far as they date it.
func predates(documents []*extract.Document, a int, members []match.Member) bool {
	published := documents[a].Article.Published
	if published.IsZero() {
		return false
	}
	for _, m := range members {
		d := documents[m.Article]
		for _, t := range d.Assertions[m.Assertion].Times {
			if w := d.Times[t]; w.Type == when.Date && w.Begin.After(published) && !w.Begin.After(d.Article.Published) {
				return true
			}
		}
	}
	return false
}

// The length, in bytes, of a clause that reads well by itself.
const (
	shortClause = 40
	longClause  = 160
)

// clearest is the clause of the member that reads best by itself: one that
// names who or what it is about, has a verb, and is neither short nor long. Of
// several the shortest is taken, which says least that others don't carry.
func clearest(documents []*extract.Document, members []match.Member) string {
	best, most := "", -1
	for _, m := range members {
		d := documents[m.Article]
		a := &d.Assertions[m.Assertion]
		text := a.Span.In(d.Text.Source)
		score := 0
		if a.Predicate.Form == assertion.Verbal || a.Predicate.Form == assertion.Copular {
			score++
		}
		if len(text) >= shortClause && len(text) <= longClause {
			score += 2
		}
		for _, arg := range a.Arguments {
			if arg.Entity >= 0 && d.Resolution.Entities[arg.Entity].Named && a.Span.Contains(arg.Span) {
				score++
				break
			}
		}
		if score > most || score == most && cmp.Or(cmp.Compare(len(text), len(best)), cmp.Compare(text, best)) < 0 {
			best, most = text, score
		}
	}
	return best
}
