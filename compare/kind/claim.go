package kind

import (
	"slices"
	"strings"

	"xref/compare/align"
)

// strong is the score from which a claim's members say the same thing, so that
// how they say it can be compared.
const strong = 0.6

// perClaim makes a finding of each strong claim on which judge has a verdict.
// Judge gives a value for each member, "" where it has none.
func (s *Scene) perClaim(judge func(align.Claim) (values []string, verdict Verdict, phrase string)) []Finding {
	var found []Finding
	for i, c := range s.Claims {
		if c.Score < strong {
			continue
		}
		values, verdict, phrase := judge(c)
		if verdict == "" {
			continue
		}
		f := s.about(i)
		f.Verdict = verdict
		for k, m := range c.Members {
			if values[k] != "" {
				f.Evidence = append(f.Evidence, s.evidence(m, s.assertion(m).Span, values[k]))
			}
		}
		f.Summary = phrase + ": " + strings.Join(slices.Compact(slices.DeleteFunc(values, func(v string) bool { return v == "" })), "; ")
		found = append(found, f)
	}
	return found
}

// unequal reports whether two values that are known differ.
func unequal(values []string) bool {
	first := ""
	for _, v := range values {
		switch {
		case v == "":
		case first == "":
			first = v
		case v != first:
			return true
		}
	}
	return false
}

func contains(values []string, v string) bool { return slices.Contains(values, v) }
