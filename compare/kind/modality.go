package kind

import (
	"slices"

	"xref/compare/align"
	"xref/extract/assertion"
)

// Modality compares how sure articles put the same thing.
var Modality = &Kind{
	ID:      "modality",
	Title:   "how sure",
	Meaning: "The same thing is asserted in one article and alleged, possible, planned, demanded or conditional in another.",
	Example: "“put residents at risk” here, “may have put residents at risk” there.",
	Find:    ofKind("modality"),
}

// modalityNames names what modality findings compare.
var modalityNames = map[assertion.Modality]string{
	assertion.Asserted:    "asserted",
	assertion.Alleged:     "alleged",
	assertion.Possible:    "possible",
	assertion.Planned:     "planned",
	assertion.Demanded:    "demanded",
	assertion.Conditional: "conditional",
	assertion.Asked:       "asked",
}

func modalities(s *Scene, c align.Claim) (values []string, phrase string) {
	for _, m := range c.Members {
		a := s.assertion(m)
		value := modalityNames[a.Modality]
		if slices.Contains(a.Rules, assertion.RuleAttempt) {
			value = "tried"
		}
		values = append(values, value)
	}
	if unequal(values) && s.sameAct(c) && !s.otherActs(c) {
		return values, "put with more or less certainty"
	}
	return values, ""
}
