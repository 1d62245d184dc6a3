package kind

import (
	"xref/compare/match"
	"xref/extract/lexicon"
)

// Negation compares whether articles affirm or deny the same thing.
var Negation = &Kind{
	ID:      "negation",
	Title:   "affirmed or denied",
	Meaning: "One article affirms what another denies.",
	Example: "“The minister had been told” here, “the minister had not been told” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		switch cause := c.Cause.(type) {
		case match.PolarityCause:
			if cause.By == match.ByNegator {
				return Denied
			}
			return Opposites
		case match.FunctionWordCause:
			if cause.Opposition == lexicon.OppositionOfSide {
				return Opposites
			}
		case match.OperatorCause:
			if cause.Operator == match.Without {
				return WithoutLeftOut
			}
		}
		return NoReason
	},
}
