package kind

import (
	"strings"

	"xref/compare/align"
	"xref/extract/lexicon"
)

// Negation compares whether articles affirm or deny the same thing.
var Negation = &Kind{
	ID:      "negation",
	Title:   "affirmed or denied",
	Meaning: "One article affirms what another denies.",
	Example: "“The minister had been told” here, “the minister had not been told” there.",
	Find:    ofKind("negation"),
}

func negations(s *Scene, c align.Claim) (values []string, phrase string) {
	values = make([]string, len(c.Members))
	for i, m := range c.Members {
		for j, o := range c.Members[:i] {
			if m.Article == o.Article || !s.denied(m, o) {
				continue
			}
			values[i], values[j] = s.polarity(m), s.polarity(o)
			phrase = "affirmed in one, denied in another"
		}
	}
	return values, phrase
}

// denied reports whether one of two members affirms of the same things what the
// other denies: one is negated, or their predicates are opposites, not both.
func (s *Scene) denied(m, o align.Member) bool {
	a, b := s.assertion(m), s.assertion(o)
	x, y := strings.ToLower(a.Predicate.Lemma), strings.ToLower(b.Predicate.Lemma)
	opposite := lexicon.Antonyms(x, y)
	if !opposite && lexicon.Similarity(x, y) < mostAkin {
		return false
	}
	if opposite == (a.Negated != b.Negated) {
		return false
	}
	_, _, other := s.elsewhere(m, o)
	return !other && !s.otherAct(m, o)
}

// polarity is a member's predicate with its negation.
func (s *Scene) polarity(m align.Member) string {
	a := s.assertion(m)
	if a.Negated {
		return "not " + a.Predicate.Lemma
	}
	return a.Predicate.Lemma
}
