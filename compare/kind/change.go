package kind

import (
	"xref/compare/match"
	"xref/extract/quantity"
	"xref/extract/resolve"
	"xref/extract/when"
)

// OfChange is the kind of what an edit from one version of an article to the next
// changes, and how grave that is; false where it changes no more than details.
func OfChange(e *match.Edit) (ID, Verdict, bool) {
	c := e.Cause
	if c == nil {
		return "", "", false
	}
	verdict := Differ
	if c.Excludes {
		verdict = Conflict
	}
	switch cause := c.Cause.(type) {
	case match.QuantityCause:
		switch {
		case cause.Fit == quantity.Apart:
			return Number.ID, Conflict, true
		case e.Figures:
			return Number.ID, Differ, true
		}
		return Quantifier.ID, Differ, true
	case match.TimeCause:
		if cause.Fit == when.Apart {
			verdict = Conflict
		}
		return Date.ID, verdict, true
	case match.MentionCause:
		switch {
		case cause.Classes:
			return Pronoun.ID, Conflict, true
		case cause.A == resolve.Title || cause.B == resolve.Title:
			return Title.ID, Differ, true
		case cause.A == resolve.Name && cause.B == resolve.Name:
			return Name.ID, Differ, true
		}
		return "", "", false
	case match.OperatorCause:
		switch cause.Operator {
		case match.Negation:
			return Negation.ID, Conflict, true
		case match.Modal, match.Question:
			return Modality.ID, Differ, true
		}
	case match.PolarityCause:
		verdict = Conflict
	case match.WordCause:
		if cause.Part == match.Pronoun {
			return Pronoun.ID, Conflict, true
		}
	}
	if k, _ := kindOf(c); k != nil {
		return k.ID, verdict, true
	}
	return "", "", false
}
