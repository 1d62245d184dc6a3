package kind

import (
	"xref/compare/match"
	"xref/extract/assertion"
	"xref/extract/lexicon"
)

// Role compares who did what to whom.
var Role = &Kind{
	ID:      "role",
	Title:   "who did it to whom",
	Meaning: "The same act has another doer or another target in another article, or one article leaves out who did it.",
	Example: "“Police shot the man” here, “the man shot police” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		switch cause := c.Cause.(type) {
		case match.RoleCause:
			switch {
			case cause.Change == match.Exchanged:
				return DoerAndTargetExchanged
			case cause.Change == match.Narrowed:
				return NoReason
			case cause.Change == match.LeftOut:
				return DoerLeftOut
			case cause.Role == assertion.Patient:
				return OtherTarget
			}
			return OtherDoer
		case match.FunctionWordCause:
			if cause.Opposition == lexicon.OppositionOfDirection {
				return DoerAndTargetExchanged
			}
		}
		return NoReason
	},
	Find: func(c *Comparison) []Finding { return c.rivals(true) },
}
