package match

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
)

// stanceContrasts gives the acts that the two sides put with another modality:
// alleged, possible, planned, demanded here, asserted there.
func (l *alignment) stanceContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, c := range l.acts() {
		attempted := slices.Contains(c.a.Rules, assertion.RuleAttempt) != slices.Contains(c.b.Rules, assertion.RuleAttempt)
		if c.a.Modality == c.b.Modality && !attempted || c.a.Negated != c.b.Negated || c.how == Opposite || c.how == Contrary {
			continue
		}
		if !l.oneAct(c) || !p.propounds(c.a) && !q.propounds(c.b) || c.a.Predicate.Form == assertion.Nominal || c.b.Predicate.Form == assertion.Nominal {
			continue
		}
		if _, other := l.otherParticipant(c); other {
			continue
		}
		if c.a.Modality == assertion.Asked || c.b.Modality == assertion.Asked || !attempted && (p.canOnly(c.a) || q.canOnly(c.b)) {
			continue
		}
		if c.a.Negated && c.b.Negated && min(c.a.Modality, c.b.Modality) == assertion.Asserted && max(c.a.Modality, c.b.Modality) == assertion.Planned {
			continue // what isn't wanted isn't done
		}
		a, b := p.put(c.i, c.a), q.put(c.j, c.b)
		if a == one(c.i) && c.a.Modality == assertion.Demanded || b == one(c.j) && c.b.Modality == assertion.Demanded || a == one(c.i) && b == one(c.j) {
			continue // no word shows it
		}
		found = append(found, Contrast{a, b, StanceCause{c.a.Modality, c.b.Modality, attempted}, false})
	}
	return found
}

// propounds reports whether an assertion says something by itself; infinitives,
// gerunds and nouns only say what the clause around them is about.
func (s *side) propounds(a *assertion.Assertion) bool {
	if a.Predicate.Form == assertion.Nominal {
		return false
	}
	head := a.Predicate.Head
	form := s.Text.Tokens[head].XPOS
	return form != lang.XPOSVB && form != lang.XPOSVBG || s.Text.Dependent(head, lang.Nsubj, lang.Csubj, lang.Expl, lang.Aux) >= 0
}

// canOnly reports whether an assertion tells of what can be done, not of what may be so.
func (s *side) canOnly(a *assertion.Assertion) bool {
	if a.Modality != assertion.Possible {
		return false
	}
	modal := s.Text.Dependent(a.Predicate.Head, lang.Aux)
	return modal >= 0 && s.Text.Tokens[modal].Lemma == "can" && s.Text.Lower(modal) != "could"
}

// put is the run that shows how a predicate is put: from the modal verb, the hedge or the
// verb that governs it, where that stands near before it, to the predicate.
func (s *side) put(i int, a *assertion.Assertion) Run {
	for _, k := range a.Tokens {
		if o := s.Tokens[k].Operator; (o == Modal || o == Hedge) && k < i && i-k <= nearNegator {
			return Run{k, i + 1}
		}
	}
	if h := s.Text.Tokens[i].Head; a.Modality != assertion.Asserted && s.Text.Is(i, lang.Xcomp, lang.Ccomp) && h < i && i-h <= nearGovernor && h >= s.Text.Sentences[a.Sentence].First {
		return Run{h, i + 1}
	}
	return one(i)
}

// nearGovernor is how many tokens may stand between a verb and the one that governs it for both
// to be shown.
const nearGovernor = 8
