package match

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Contrast is two runs in one place that say different things; one is empty where
// a side leaves out what the other says.
type Contrast struct {
	A, B     Run
	Cause    Cause
	Excludes bool // both can't be true of one event, population and time
}

// Cause is why two runs are a contrast. It is one of the types below, told apart
// by a type switch.
type Cause interface{ mirrored() Cause }

// The causes.
type (
	// QuantityCause: two numbers of the same things that aren't equal.
	QuantityCause struct{ QuantityPair }
	// TimeCause: two times of the same act that don't fit.
	TimeCause struct{ TimePair }
	// NameCause: two names in one place that aren't of one entity.
	NameCause struct{ Place bool }
	// RoleCause: another participant, or the same ones the other way round.
	RoleCause struct {
		Role   assertion.Role
		Change RoleChange
	}
	// PolarityCause: affirmed on one side and denied on the other, or opposites.
	PolarityCause struct{ By Polarity }
	// StanceCause: put with another modality.
	StanceCause struct {
		A, B      assertion.Modality
		Attempted bool // one side says that it was only tried
	}
	// OperatorCause: an operator that only one side has.
	OperatorCause struct {
		Side     Side
		Operator Operator
	}
	// SourceCause: on the word of another source.
	SourceCause struct{ A, B Voice }
	// WordCause: another word in the same place.
	WordCause struct {
		How  How
		Part Part
	}
	// FunctionWordCause: function words that say opposite things: before and after.
	FunctionWordCause struct{ Opposition lexicon.Opposition }
	// ContradictionCause: two words that contradict each other, as an encoder says.
	ContradictionCause struct{ Of Value }
)

// RoleChange is how a participant differs.
type RoleChange uint8

// The changes of roles.
const (
	OtherParticipant RoleChange = iota
	LeftOut                     // one side doesn't say who did it
	Exchanged                   // doer and target are the other way round
	Narrowed                    // the same noun, narrowed down in another way
)

// Polarity is what makes one side affirm what the other denies.
type Polarity uint8

// The ways to deny.
const (
	ByNegator   Polarity = iota // not, never, no, without
	ByOpposites                 // opened, closed
)

// Value is what words are that contradict each other.
type Value uint8

// The values.
const (
	NoValue       Value = iota // words that are neither
	QuantityValue              // numbers
	TimeValue                  // times
	endOfValues
)

// Part is what part of what is told a word stands for.
type Part uint8

// The parts.
const (
	Act         Part = iota
	Person           // a noun for somebody
	Thing            // a noun for something else
	Restriction      // what narrows a noun or an act down
	Pronoun
)

func (c QuantityPair) mirrored() QuantityPair {
	return QuantityPair{c.B, c.A, c.Fit.Mirror(), c.Why, c.Together}
}

func (c TimePair) mirrored() TimePair { return TimePair{c.B, c.A, c.Fit.Mirror(), c.Said, c.Together} }

func (c QuantityCause) mirrored() Cause      { return QuantityCause{c.QuantityPair.mirrored()} }
func (c TimeCause) mirrored() Cause          { return TimeCause{c.TimePair.mirrored()} }
func (c NameCause) mirrored() Cause          { return c }
func (c RoleCause) mirrored() Cause          { return c }
func (c PolarityCause) mirrored() Cause      { return c }
func (c StanceCause) mirrored() Cause        { return StanceCause{c.B, c.A, c.Attempted} }
func (c OperatorCause) mirrored() Cause      { return OperatorCause{c.Side.other(), c.Operator} }
func (c SourceCause) mirrored() Cause        { return SourceCause{c.B, c.A} }
func (c FunctionWordCause) mirrored() Cause  { return c }
func (c ContradictionCause) mirrored() Cause { return c }
func (c WordCause) mirrored() Cause          { return WordCause{c.How.mirrored(), c.Part} }

// finders are what looks for contrasts, in the order in which they count: what an
// earlier one has told of, no later one tells again.
var finders = []struct {
	name string
	find func(*alignment) []Contrast
}{
	{"quantity", (*alignment).quantityContrasts},
	{"unit", (*alignment).unitContrasts},
	{"time", (*alignment).timeContrasts},
	{"polarity", (*alignment).polarityContrasts},
	{"role", (*alignment).roleContrasts},
	{"stance", (*alignment).stanceContrasts},
	{"operator", (*alignment).operatorContrasts},
	{"source", (*alignment).sourceContrasts},
	{"contradiction", (*alignment).readContrasts},
	{"word", (*alignment).wordContrasts},
}

// contrasts are those that the finders see; of two that overlap on both sides the
// earlier one is kept.
func (l *alignment) contrasts() []Contrast {
	var kept []Contrast
	for _, f := range finders {
		for _, c := range f.find(l) {
			if !slices.ContainsFunc(kept, func(k Contrast) bool { return k.overlaps(c) }) {
				kept = append(kept, c)
			}
		}
	}
	return kept
}

// overlaps reports whether two contrasts are about the same words: on both sides,
// or on the one that has words.
func (c Contrast) overlaps(o Contrast) bool {
	a, b := c.A.meets(o.A), c.B.meets(o.B)
	switch {
	case a && b:
		return true
	case a:
		return c.B.Empty() || o.B.Empty()
	case b:
		return c.A.Empty() || o.A.Empty()
	}
	return false
}

// one is the run of a single token.
func one(i int) Run { return Run{i, i + 1} }

// samePlace reports whether token i of side A and token j of side B stand in the
// same place: in one gap between words that the units share in order, or in the
// same relation to words that are partners.
func (l *alignment) samePlace(i, j int) bool { return l.sameGap(i, j) || l.sameRelation(i, j) }

// sameGap reports whether two tokens stand in one gap that is short on both
// sides, of units that share most of their words in order.
func (l *alignment) sameGap(i, j int) bool {
	g, ok := l.gapOf(i, j)
	return ok && l.parallel(leastParallel) && g.a.End-g.a.First <= longestGap && g.b.End-g.b.First <= longestGap
}

// replaces reports whether one of two tokens is what became of the other: they are
// the only content words of one gap, or the only words, of units that share
// nearly all else in order.
func (l *alignment) replaces(i, j int) bool {
	g, ok := l.gapOf(i, j)
	if !ok || !l.parallel(leastCopied) {
		return false
	}
	return l.sides[SideA].alone(i, g.a) && l.sides[SideB].alone(j, g.b)
}

// alone reports whether token i is the only content word of a run, or the only word
// where it is none.
func (s *side) alone(i int, r Run) bool {
	for k := r.First; k < r.End; k++ {
		if k != i && (s.Tokens[k].Content || !s.Tokens[i].Content && s.Text.Tokens[k].UPOS != lang.PUNCT) {
			return false
		}
	}
	return true
}

// gapOf is the gap that token i of side A and token j of side B stand in.
func (l *alignment) gapOf(i, j int) (gap, bool) {
	for _, g := range l.gaps {
		if g.a.Contains(i) && g.b.Contains(j) {
			return g, true
		}
	}
	return gap{}, false
}

// longestGap is how many tokens a gap has at most for what stands in it to stand
// in the same place.
const longestGap = 6

// How much of the shorter unit the other has in order for their gaps to be places,
// and for what stands in them to be what became of each other.
const (
	leastParallel = 0.5
	leastCopied   = 0.65
)

// parallel reports whether two units share at least so much of the shorter one in
// order.
func (l *alignment) parallel(least float64) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	shorter := min(p.words(), q.words())
	return shorter > 0 && float64(l.order) >= least*float64(shorter)
}

// words is how many words the unit has, punctuation left out.
func (s *side) words() int { return len(s.formsOf(s.First, s.End)) }

// sameRelation reports whether the heads of two tokens are partners and the
// tokens stand in the same relation to them.
func (l *alignment) sameRelation(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	h, g := p.Text.Tokens[i].Head, q.Text.Tokens[j].Head
	if h < 0 || g < 0 || p.partnerOf(h) != g {
		return false
	}
	return p.relation(i) == q.relation(j)
}

// relation is the relation of token i to its head as it is compared: the subject
// of a passive is an object, the "by" of one a subject, and an oblique or a
// modifying phrase goes by its preposition.
func (p *Prepared) relation(i int) string {
	t := p.Text
	switch base := t.Tokens[i].Rel.Base(); {
	case t.Is(i, lang.NsubjPass), base == lang.Obj:
		return "object"
	case base == lang.Nsubj, t.Is(i, lang.OblAgent):
		return "subject"
	case base == lang.Obl || base == lang.Nmod:
		c := t.Dependent(i, lang.Case)
		if c < 0 {
			return base.String()
		}
		return "phrase:" + t.Lower(c)
	default:
		return base.String()
	}
}
