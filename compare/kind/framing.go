package kind

import (
	"strings"

	"xref/compare/align"
	"xref/extract/assertion"
	"xref/extract/lexicon"
)

// Framing compares the words that articles choose for the same act.
var Framing = &Kind{
	ID:      "framing",
	Title:   "choice of words",
	Meaning: "The same act, actor or place goes by a word that says more, less or something else about it.",
	Example: "“the troops entered the town” here, “the troops stormed the town” there.",
	Find:    ofKind("framing"),
}

func framings(s *Scene, c align.Claim) (values []string, phrase string) {
	for i, m := range c.Members {
		values = append(values, "")
		for _, o := range c.Members[:i] {
			if m.Article != o.Article && s.renamed(m, o) {
				phrase = "other words for it"
			}
		}
	}
	return values, phrase
}

// renamed reports whether two members have two verbs of one sense for what
// happened, neither of them a verb of saying.
func (s *Scene) renamed(m, o align.Member) bool {
	x, y := s.assertion(m).Predicate, s.assertion(o).Predicate
	if x.Form != assertion.Verbal || y.Form != assertion.Verbal {
		return false
	}
	a, b := strings.ToLower(x.Lemma), strings.ToLower(y.Lemma)
	if _, saying := lexicon.ReportingVerb(a); saying {
		return false
	}
	return a != b && lexicon.Similarity(a, b) >= 0.5
}
