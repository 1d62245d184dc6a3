package match

import (
	"strings"

	"xref/extract/assertion"
)

// roleContrasts gives the acts that have another doer or target on the other side,
// or the same ones the other way round.
func (l *alignment) roleContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, c := range l.acts() {
		if c.how == Opposite || c.how == Contrary || c.a.Negated != c.b.Negated {
			continue
		}
		if v, w, ok := l.exchanged(c); ok {
			found = append(found, Contrast{one(v), one(w), RoleCause{assertion.Agent, Exchanged}, settled(c.a) && settled(c.b)})
			continue
		}
		role, v, w, ok := l.otherParticipant(c)
		if !ok || c.shared == 0 || p.name(v.Head) && q.name(w.Head) {
			continue // two names are told as such
		}
		if l.samePlace(v.Head, w.Head) {
			found = append(found, Contrast{p.tokensIn(v.Span, c.a.Sentence), q.tokensIn(w.Span, c.b.Sentence), RoleCause{role, OtherParticipant}, false})
		}
	}
	return found
}

// exchanged finds the doer of one side as the target of the other and the other
// way round.
func (l *alignment) exchanged(c act) (v, w int, ok bool) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	a, b := argument(c.a, assertion.Agent), argument(c.a, assertion.Patient)
	d, e := argument(c.b, assertion.Agent), argument(c.b, assertion.Patient)
	if a == nil || b == nil || d == nil || e == nil {
		return 0, 0, false
	}
	same := func(i, j int) bool {
		if p.vague(i) || q.vague(j) {
			return false
		}
		how, score := l.relate(i, j)
		return score >= 1 && how <= SameValue
	}
	if same(a.Head, e.Head) && same(b.Head, d.Head) && !same(a.Head, d.Head) && !strings.EqualFold(p.Text.Form(a.Head), p.Text.Form(b.Head)) {
		return a.Head, e.Head, true
	}
	return 0, 0, false
}
