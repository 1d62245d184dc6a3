package kind

import "xref/compare/match"

// Attribution compares on whose word articles assert the same thing.
var Attribution = &Kind{
	ID:      "attribution",
	Title:   "on whose word",
	Meaning: "The same thing is asserted on the word of two different sources.",
	Example: "“The dam failed, residents said” here, “the dam failed, the ministry said” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		if cause, ok := c.Cause.(match.SourceCause); ok && cause.A == cause.B { // "the governor" may be whom the other names
			return OtherSource
		}
		return NoReason
	},
}
