package kind

import "xref/compare/match"

// Framing compares the words that articles choose for the same act.
var Framing = &Kind{
	ID:      "framing",
	Title:   "choice of words",
	Meaning: "The same act, actor or place goes by a word that says more, less or something else about it.",
	Example: "“the troops entered the town” here, “the troops stormed the town” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		if cause, ok := c.Cause.(match.WordCause); ok && (cause.Part == match.Act || cause.Part == match.Person) {
			return OtherWord
		}
		return NoReason
	},
}
