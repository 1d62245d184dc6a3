package kind

import (
	"xref/compare/align"
	"xref/extract/assertion"
)

// Fact says that articles assert the same thing.
var Fact = &Kind{
	ID:      "fact",
	Title:   "content",
	Meaning: "The articles assert the same thing, in the same or other words; or they differ in what they say of it in a way that no other kind names.",
	Example: "“The bridge was closed on Monday” here, “authorities shut the crossing” there.",
	Find:    facts,
}

func facts(s *Scene) []Finding {
	var found []Finding
	for i, c := range s.Claims {
		d := s.weighed[i].difference
		describing := s.describing(c)
		if d.kind == "fact" && describing == 0 {
			found = append(found, s.differing(i, d))
		}
		if s.weighed[i].Agree < agreeing || s.weighed[i].Agree < plainly && !s.sameMatter(c) || !s.says(c) || describing == len(c.Members) {
			continue
		}
		f := s.about(i)
		f.Verdict, f.Confidence = Agree, s.weighed[i].Agree
		f.Summary = "the same: " + f.Subject
		if d.kind != "" {
			f.Summary = "in part the same: " + f.Subject
		}
		for _, m := range c.Members {
			span := s.assertion(m).Span
			f.Evidence = append(f.Evidence, s.evidence(m, span, s.text(m.Article, span)))
		}
		found = append(found, f)
	}
	return found
}

// describing counts the members of a claim that only say who somebody is, by an
// apposition: that is compared as a title.
func (s *Scene) describing(c align.Claim) int {
	n := 0
	for _, m := range c.Members {
		if s.assertion(m).Predicate.Form == assertion.Appositive {
			n++
		}
	}
	return n
}

// plainly is the probability from which members agree whatever their words.
const plainly = 0.6

// How many content words every passage of an agreement has at least: with fewer it
// is a mere phrase.
const (
	leastSaid  = 2 // by a clause
	leastNamed = 3 // by a phrase without a verb
)

// says reports whether every member of a claim is more than a phrase.
func (s *Scene) says(c align.Claim) bool {
	for _, m := range c.Members {
		t, n := s.Documents[m.Article].Text, 0
		for _, i := range s.assertion(m).Tokens {
			if assertion.Contentful(t, i) {
				n++
			}
		}
		if n < leastSaid || n < leastNamed && s.assertion(m).Predicate.Form == assertion.Nominal {
			return false
		}
	}
	return true
}

// How much of the less covered clause must stand in the other for clauses with
// unlike predicates to say the same: less where the act of one is named in the
// other.
const (
	overlapping = 0.2
	swallowed   = 0.45
)

// sameMatter reports whether the members of a claim tell of one act, or share
// enough of their words to say the same of one thing: two things about one actor
// are no agreement, nor are two counts of the same things.
func (s *Scene) sameMatter(c align.Claim) bool {
	if len(c.Members) < 2 {
		return false
	}
	tr := &c.Links[0].Traits
	if tr.Miscounts() {
		return false
	}
	return s.sameAct(c) || tr.Acts() && tr.Covered() >= overlapping || tr.Covered() >= swallowed
}
