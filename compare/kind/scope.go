package kind

import "xref/compare/match"

// Scope compares where, and of which ones, articles assert the same thing.
var Scope = &Kind{
	ID:      "scope",
	Title:   "where and which ones",
	Meaning: "The same thing is asserted of another place, or of more, fewer or other things.",
	Example: "“in the north” here, “across the country” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		switch cause := c.Cause.(type) {
		case match.NameCause:
			if cause.Place {
				return OtherPlace
			}
		case match.RoleCause:
			if cause.Change == match.Narrowed {
				return OtherOnes
			}
		case match.OperatorCause:
			if cause.Operator == match.Only || cause.Operator == match.Except {
				return RestrictionLeftOut
			}
		case match.WordCause:
			if cause.Part == match.Restriction || cause.Part == match.Thing {
				return OtherOnes
			}
		}
		return NoReason
	},
}
