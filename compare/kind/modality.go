package kind

import "xref/compare/match"

// Modality compares how sure articles put the same thing.
var Modality = &Kind{
	ID:      "modality",
	Title:   "how sure",
	Meaning: "The same thing is asserted in one article and alleged, possible, planned, demanded or conditional in another.",
	Example: "“put residents at risk” here, “may have put residents at risk” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		switch cause := c.Cause.(type) {
		case match.StanceCause:
			return OtherCertainty
		case match.OperatorCause:
			switch cause.Operator {
			case match.Condition:
				return ConditionLeftOut
			case match.Hedge:
				return HedgeLeftOut
			}
		}
		return NoReason
	},
}
