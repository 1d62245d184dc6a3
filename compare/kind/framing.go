package kind

import (
	"strings"

	"xref/compare/align"
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
		lemma := strings.ToLower(s.assertion(m).Predicate.Lemma)
		values = append(values, lemma)
		for _, o := range values[:i] {
			if lexicon.Similarity(o, lemma) < 0.5 {
				phrase = "other words for it"
			}
		}
	}
	return values, phrase
}
