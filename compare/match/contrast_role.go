package match

import (
	"strings"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// roleContrasts gives the acts that have another doer or target on the other side,
// or the same ones the other way round.
func (l *alignment) roleContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	if v, w, ok := l.turned(); ok {
		found = append(found, Contrast{one(v), one(w), RoleCause{assertion.Agent, Exchanged}, true})
	}
	for _, c := range l.acts() {
		if c.how == Opposite || c.how == Contrary || c.a.Negated != c.b.Negated {
			continue
		}
		if v, w, ok := l.exchanged(c); ok {
			found = append(found, Contrast{one(v), one(w), RoleCause{assertion.Agent, Exchanged}, settled(c.a) && settled(c.b)})
			continue
		}
		if r, ok := l.leftOut(c); ok {
			found = append(found, r)
			continue
		}
		o, ok := l.otherParticipant(c)
		if !ok || c.shared == 0 || o.narrowed && !l.oneAct(c) || !o.narrowed && (!o.sure || !l.samePlace(o.v.Head, o.w.Head)) {
			continue
		}
		if p.name(o.v.Head) && q.name(o.w.Head) {
			continue // told as names
		}
		r := Contrast{A: p.tokensIn(o.v.Span, c.a.Sentence), B: q.tokensIn(o.w.Span, c.b.Sentence), Cause: RoleCause{o.role, OtherParticipant}}
		switch {
		case o.narrowed:
			r.Cause = RoleCause{o.role, Narrowed}
		case p.person(o.v.Head) && q.person(o.w.Head):
			r.Cause = WordCause{Unrelated, Person}
		}
		found = append(found, r)
	}
	return found
}

// turned finds two things that are compared the other way round: exports fell faster than
// imports, imports fell faster than exports.
func (l *alignment) turned() (v, w int, ok bool) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	a, b := p.standard(), q.standard()
	if a < 0 || b < 0 {
		return 0, 0, false
	}
	v, w = q.partnerOf(b), p.partnerOf(a)
	return v, w, v >= 0 && w >= 0 && v < a && w < b && p.noun(a) && q.noun(b)
}

// standard is the word that something is compared with: that which "than" governs, where
// there is one "than"; -1 for none.
func (s *side) standard() int {
	found := -1
	for i := s.First; i < s.End; i++ {
		if s.Text.Lower(i) != "than" || !s.Text.Is(i, lang.Case, lang.Mark) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = s.Text.Tokens[i].Head
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

// person reports whether token i is a noun for somebody.
func (s *side) person(i int) bool {
	_, ok := lexicon.PersonNoun(s.Tokens[i].Lemma)
	return ok && s.Text.Tokens[i].UPOS == lang.NOUN
}

// leftOut finds that only one side says who did a harm. Of other acts that only adds.
func (l *alignment) leftOut(c act) (Contrast, bool) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	v, w := argument(c.a, assertion.Agent), argument(c.b, assertion.Agent)
	if (v == nil) == (w == nil) || !lexicon.Harm(c.a.Predicate.Lemma) || !l.oneAct(c) {
		return Contrast{}, false
	}
	r := Contrast{Cause: RoleCause{assertion.Agent, LeftOut}}
	switch {
	case v != nil && c.b.Predicate.Passive && p.noun(v.Head):
		r.A, r.B = p.tokensIn(v.Span, c.a.Sentence), one(c.j)
	case w != nil && c.a.Predicate.Passive && q.noun(w.Head):
		r.A, r.B = one(c.i), q.tokensIn(w.Span, c.b.Sentence)
	default:
		return Contrast{}, false
	}
	return r, true
}
