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
		if len(cl.Members) < 2 || cl.Agree < leastAgreeing || cl.Agree < leastPlain && !c.sameMatter(cl) || !c.says(cl) || c.describing(cl) == len(cl.Members) || unresolved(cl) {
			continue
		}
		f := c.about(i)
		f.Verdict, f.Confidence, f.Reason = Agree, cl.Agree, SameMatter
		for _, m := range cl.Members {
			span := c.assertion(m).Span
			f.Evidence = append(f.Evidence, c.evidence(m, span, c.text(m.Article, span)))
		}
		found = append(found, f)
	}
	return found
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

// How much of the less covered clause must stand in the other for clauses with
// unlike predicates to say the same: less where the act of one is named in the
// other.
const (
	coveredNamed = 0.2
	coveredElse  = 0.45
)

// sameMatter reports whether the members of a claim tell of one act, or share
// enough of their words to say the same of one thing: two things about one actor
// are no agreement.
func (c *Comparison) sameMatter(cl *claim.Claim) bool {
	p := &cl.Pairs[0]
	return claim.SameAct(c.Index, cl) || p.NamesAct() && p.Coverage() >= coveredNamed || p.Coverage() >= coveredElse
}
