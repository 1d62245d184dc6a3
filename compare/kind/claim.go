package kind

import (
	"slices"
	"strings"

	"xref/compare/align"
)

// judge looks for one kind of difference among the members of a claim. It gives
// a value for each member, "" where it has none, and says in a phrase what
// differs; the phrase is empty where nothing does.
type judge func(s *Scene, c align.Claim) (values []string, phrase string)

// judges are the kinds that tell how the members of a claim differ, the telling
// ones first: where several see a difference, the first one names it.
var judges = []struct {
	kind  ID
	judge judge
}{
	{"negation", negations},
	{"modality", modalities},
	{"role", roles},
	{"scope", scopes},
	{"attribution", attributions},
	{"framing", framings},
}

// tellable is the least probability at which a difference, or an agreement, is
// told of a claim.
const tellable = 0.15

// OfClauses reports whether findings of a kind hold whole clauses against each
// other.
func (id ID) OfClauses() bool {
	for _, j := range judges {
		if j.kind == id {
			return true
		}
	}
	return id == "fact"
}

// seen is how much of the probability that two members are about one act goes
// to a difference that a judge sees between them.
const seen = 0.4

// second is how much less it matters that a claim may also differ where it more
// likely agrees, and the other way round.
const second = 0.1

// ofKind returns the findings of one of the judges: those of the claims whose
// most telling difference it names.
func ofKind(id ID) func(*Scene) []Finding {
	return func(s *Scene) []Finding {
		var found []Finding
		for i, c := range s.Claims {
			if kind, values, phrase := s.difference(c); kind == id {
				f := s.differing(i, values, phrase)
				if id == "attribution" {
					for k, m := range c.Members {
						f.Evidence[k].Span = s.framed(m)
					}
				}
				found = append(found, f)
			}
		}
		return found
	}
}

// difference names what differs among the members of a claim; no kind where
// they are too unlikely to differ. Where they are more likely to differ than to
// agree and no judge sees how, the kind is "fact". The same words can differ
// only in whose they are.
func (s *Scene) difference(c align.Claim) (kind ID, values []string, phrase string) {
	verbatim := c.Odds.Differ == 0
	if len(c.Members) < 2 || c.Odds.Differ < tellable && !s.sameAct(c) {
		return "", nil, ""
	}
	for _, j := range judges {
		if verbatim && j.kind != "attribution" {
			continue
		}
		if values, phrase := j.judge(s, c); phrase != "" {
			return j.kind, values, phrase
		}
	}
	if verbatim || c.Odds.Differ < unnamed || c.Links[0].Traits.Covered() > allCovered {
		return "", nil, ""
	}
	return "fact", make([]string, len(c.Members)), "told differently"
}

// unnamed is the least probability at which a difference is told that no judge
// can name.
const unnamed = 0.22

// allCovered is how much of the less covered clause stands in the other where
// nothing is told differently.
const allCovered = 0.9

// differing is the finding that the members of claim i differ in values; a
// member without a value shows its clause.
func (s *Scene) differing(i int, values []string, phrase string) Finding {
	f := s.about(i)
	f.Verdict, f.Confidence = Differ, s.Claims[i].Odds.Differ
	if s.Claims[i].Odds.Agree > f.Confidence {
		f.Weight *= second
	}
	if s.sameAct(s.Claims[i]) {
		f.Confidence = max(f.Confidence, seen*s.Claims[i].Score)
	}
	var known []string
	for k, m := range s.Claims[i].Members {
		span := s.assertion(m).Span
		value := values[k]
		if value == "" {
			value = s.text(m.Article, span)
		} else {
			known = append(known, value)
		}
		f.Evidence = append(f.Evidence, s.evidence(m, span, value))
	}
	f.Summary = phrase
	if len(known) > 0 {
		f.Summary += ": " + strings.Join(slices.Compact(known), "; ")
	}
	return f
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
