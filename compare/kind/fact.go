package kind

import (
	"slices"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/assertion"
)

// Fact says that articles assert the same thing.
var Fact = &Kind{
	ID:      "fact",
	Title:   "content",
	Meaning: "The articles assert the same thing, in the same or other words.",
	Example: "“The bridge was closed on Monday” here, “authorities shut the crossing” there.",
	Clauses: true,
	Find:    facts,
}

func facts(c *Comparison) []Finding {
	found := c.rivals(false)
	for i := range c.Claims {
		cl := &c.Claims[i]
		if len(cl.Members) < 2 || !agrees(cl) || !c.says(cl) || c.describing(cl) == len(cl.Members) || unresolved(cl) || repeated(cl) {
			continue
		}
		f := c.about(i)
		f.Verdict, f.Confidence, f.Reason = Agree, max(cl.Agree, leastAgreeing), SameMatter
		for _, m := range cl.Members {
			span := c.assertion(m).Span
			f.Evidence = append(f.Evidence, c.evidence(m, span, c.text(m.Article, span)))
		}
		found = append(found, f)
	}
	return found
}

// agrees reports whether the members of a claim say the same: in the same words, in words
// of which each answers one, or probably enough.
func agrees(cl *claim.Claim) bool {
	return cl.Verbatim() || allAnswered(cl) || cl.Agree >= leastAgreeing && cl.Same >= leastSameMatter && readAlike(cl)
}

// repeated reports whether a claim's passage says that something was again, or for the first
// time, where the other doesn't.
func repeated(cl *claim.Claim) bool {
	return slices.ContainsFunc(cl.Matches, func(m match.Match) bool {
		return slices.ContainsFunc(m.Residue, func(r match.Residue) bool { return r.Operator == match.Again })
	})
}

// allAnswered reports whether each word of a claim's pairs answers one that means the
// same.
func allAnswered(cl *claim.Claim) bool {
	if len(cl.Matches) < len(cl.Pairs) {
		return false
	}
	for k := range cl.Matches {
		m := &cl.Matches[k]
		if len(m.Residue) > 0 || slices.ContainsFunc(m.Links, func(l match.Link) bool { return l.How > match.Derived || l.Within != match.InUnit }) {
			return false
		}
	}
	return true
}

// readAlike reports whether an encoder, if it has read the sentences of a claim's pairs,
// says of none that they tell their matter differently.
func readAlike(cl *claim.Claim) bool {
	for k := range cl.Pairs {
		if p := &cl.Pairs[k]; !p.Verbatim && p.ReadAlike() < leastAlike {
			return false
		}
	}
	return true
}

// unresolved reports whether a contrast that excludes or that is told as a difference
// stands between two members of a claim, so that they can't be said to agree.
func unresolved(cl *claim.Claim) bool {
	for k := range cl.Matches {
		if cl.Pairs[k].Verbatim || cl.Pairs[k].A.Article == cl.Pairs[k].B.Article {
			continue
		}
		if slices.ContainsFunc(cl.Matches[k].Contrasts, func(c match.Contrast) bool {
			_, source := c.Cause.(match.SourceCause)
			return c.Excludes || !source
		}) {
			return true
		}
	}
	return false
}

// describing counts the members of a claim that only say who somebody is, by an
// apposition: that is compared as a title.
func (c *Comparison) describing(cl *claim.Claim) int {
	n := 0
	for _, m := range cl.Members {
		if c.assertion(m).Predicate.Form == assertion.Appositive {
			n++
		}
	}
	return n
}

// How many content words every passage of an agreement has at least: with fewer it
// is a mere phrase.
const (
	leastWords = 2 // of a clause
	leastNamed = 3 // of a phrase without a verb
)

// says reports whether every member of a claim is more than a phrase.
func (c *Comparison) says(cl *claim.Claim) bool {
	for _, m := range cl.Members {
		t, n := c.Documents[m.Article].Text, 0
		for _, i := range c.assertion(m).Tokens {
			if assertion.Contentful(t, i) {
				n++
			}
		}
		if n < leastWords || n < leastNamed && c.assertion(m).Predicate.Form == assertion.Nominal {
			return false
		}
	}
	return true
}
