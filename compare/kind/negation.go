package kind

import "xref/compare/align"

// Negation compares whether articles affirm or deny the same thing.
var Negation = &Kind{
	ID:      "negation",
	Title:   "affirmed or denied",
	Meaning: "One article affirms what another denies.",
	Example: "“The minister had been told” here, “the minister had not been told” there.",
	Find:    ofKind("negation"),
}

func negations(s *Scene, c align.Claim) (values []string, phrase string) {
	for _, m := range c.Members {
		if s.assertion(m).Negated {
			values = append(values, "denied")
		} else {
			values = append(values, "affirmed")
		}
	}
	if unequal(values) && s.sameAct(c) {
		return values, "affirmed in one, denied in another"
	}
	return values, ""
}
