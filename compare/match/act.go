package match

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
)

// act is a predicate of side A and one of side B that may tell of one act.
type act struct {
	i, j   int // tokens
	a, b   *assertion.Assertion
	how    How
	shared int // how many participants and circumstances both tell of it
}

// acts are the pairs of predicates of the two units that are partners or
// opposites in one place, in the order of side A.
func (l *alignment) acts() []act {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []act
	for i := p.First; i < p.End; i++ {
		a := p.assertionAt(i)
		if a == nil || core(p.Text, a) != i {
			continue
		}
		if j := p.partnerOf(i); j >= 0 {
			if b := q.assertionAt(j); b != nil && core(q.Text, b) == j {
				found = append(found, act{i, j, a, b, p.how[i-p.First], l.sharedBy(a, b)})
			}
			continue
		}
		for j := q.First; j < q.End; j++ {
			b := q.assertionAt(j)
			if b == nil || core(q.Text, b) != j || q.partnerOf(j) >= 0 || p.Text.Tokens[i].UPOS != q.Text.Tokens[j].UPOS {
				continue
			}
			if how := l.opposed(i, j); how != Unrelated {
				if n := l.sharedBy(a, b); n > 0 {
					found = append(found, act{i, j, a, b, how, n})
				}
			}
		}
	}
	return found
}

// opposed tells how two content words exclude each other: Opposite, Contrary, or
// Unrelated where they don't.
func (l *alignment) opposed(i, j int) How {
	p, q := &l.sides[SideA], &l.sides[SideB]
	if a, b := p.terms.lemmas[i], q.terms.lemmas[j]; a >= 0 && b >= 0 && !p.name(i) && !q.name(j) {
		if how := howOf(l.index.relation(a, b)); how == Opposite || how == Contrary {
			return how
		}
	}
	return Unrelated
}

// sharedBy counts the words of two assertions, participants included, that are
// partners, their predicates left out.
func (l *alignment) sharedBy(a, b *assertion.Assertion) int {
	p, q := &l.sides[SideA], &l.sides[SideB]
	of, v, w := wordsOf(b), core(p.Text, a), core(q.Text, b)
	n := 0
	for _, i := range wordsOf(a) {
		j := p.partnerOf(i)
		if j < 0 || i == v || j == w || !q.Tokens[j].Content {
			continue
		}
		if _, there := slices.BinarySearch(of, j); there {
			n++
		}
	}
	return n
}

// wordsOf are the words of an assertion and the heads of its arguments, ascending, each
// once.
func wordsOf(a *assertion.Assertion) []int {
	words := append(make([]int, 0, len(a.Tokens)+len(a.Arguments)), a.Tokens...)
	for k := range a.Arguments {
		words = append(words, a.Arguments[k].Head)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// argument is the first argument of an assertion in a role, or nil.
func argument(a *assertion.Assertion, role assertion.Role) *assertion.Argument {
	for k := range a.Arguments {
		if a.Arguments[k].Role == role {
			return &a.Arguments[k]
		}
	}
	return nil
}

// sameFiller reports whether two arguments are or may be one participant: they are
// partners, one entity, or one of them is a pronoun that stands for nothing known.
func (l *alignment) sameFiller(v, w *assertion.Argument) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	if p.partnerOf(v.Head) == w.Head {
		return true
	}
	if e := p.linked(l.index, v.Head); e >= 0 && e == q.linked(l.index, w.Head) {
		return true
	}
	if p.vague(v.Head) || q.vague(w.Head) {
		return true
	}
	// The head of one stands elsewhere in the other: "a spokesman for the ministry",
	// "the ministry".
	within := func(s, o *side, head int, span *assertion.Argument) bool {
		j := s.partnerOf(head)
		return j >= 0 && span.Span.Contains(o.Text.Tokens[j].Span)
	}
	if within(p, q, v.Head, w) || within(q, p, w.Head, v) {
		return true
	}
	_, score := l.relate(v.Head, w.Head)
	return score > 0
}

// vague reports whether token i is a pronoun or a determiner that stands for
// nothing that is known.
func (s *side) vague(i int) bool {
	switch s.Text.Tokens[i].UPOS {
	case lang.PRON, lang.DET, lang.NUM:
		return s.Tokens[i].Entity < 0 || !s.Resolution.Entities[s.Tokens[i].Entity].Named
	}
	return false
}

// otherParticipant finds a role that the two assertions of an act fill with
// participants that aren't the same: nouns or names of which neither stands for the
// other, or one noun that is narrowed down in two ways. Sure is whether nothing in the
// other article's passage speaks of either.
func (l *alignment) otherParticipant(c act) (o otherParticipant, ok bool) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	for _, role := range [...]assertion.Role{assertion.Agent, assertion.Patient, assertion.Recipient} {
		v, w := argument(c.a, role), argument(c.b, role)
		if v == nil || w == nil || !p.noun(v.Head) || !q.noun(w.Head) {
			continue
		}
		o = otherParticipant{role: role, v: v, w: w}
		if l.oneQuantity(v.Head, w.Head) {
			continue // told of the numbers
		}
		if l.sameFiller(v, w) {
			if o.narrowed = p.partnerOf(v.Head) == w.Head && l.narrowed(v.Head, w.Head); o.narrowed {
				return o, true
			}
			continue
		}
		o.sure = !p.answered(v.Head) && !q.answered(w.Head)
		return o, true
	}
	return o, false
}

// otherParticipant is a role that two assertions fill differently.
type otherParticipant struct {
	role     assertion.Role
	v, w     *assertion.Argument
	narrowed bool // one noun, narrowed down in two ways
	sure     bool
}

// narrowed reports whether two nouns are each narrowed down by a word that the other
// article has nothing like: "residents of the whole city", "residents of the northern
// districts".
func (l *alignment) narrowed(i, j int) bool {
	return l.sides[SideA].narrowsAlone(i) && l.sides[SideB].narrowsAlone(j)
}

// narrowsAlone reports whether noun i has a word that narrows it down and that
// nothing of the other side answers.
func (s *side) narrowsAlone(i int) bool {
	for _, k := range s.Text.Dependents(i, lang.Amod, lang.Compound, lang.Nmod, lang.NmodPoss, lang.Det) {
		if s.Text.Is(k, lang.Det) {
			if s.Text.Tokens[k].Feats.PronType == lang.PronTypeTot {
				return true
			}
			continue
		}
		if s.Tokens[k].Content && s.Text.Tokens[k].UPOS != lang.PRON && s.Tokens[k].Time < 0 && s.Tokens[k].Quantity < 0 && !s.answered(k) {
			return true
		}
		if s.Text.Is(k, lang.Nmod) && s.narrowsAlone(k) {
			return true
		}
	}
	return false
}
