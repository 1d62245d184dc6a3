package analyser

import (
	"xref/extract/lang"
	"xref/extract/lang/neural"
)

const (
	StatePlaces   = 8  // words that the choice of an action rests on
	stateFeatures = 13 // what else it rests on: one sign of each
	ArcEnds       = 3
	arcFeatures   = 5

	relSigns     = len(lang.RelNames) + 1 // a relation, or none
	valencySigns = 16                     // up to three dependents on either side
	heldSigns    = 32                     // which sorts of dependents there are

	stateSigns = 2*distances + 3*valencySigns + 5*relSigns + 3*heldSigns
	arcSigns   = 2*distances + 2*relSigns + 2*heldSigns
)

// signs numbers signs of several features, one feature after the other.
type signs struct {
	out  []int32
	next int32
	n    int
}

// put adds a feature of count values.
func (s *signs) put(value, count int32) {
	s.out[s.n] = s.next + value
	s.next += count
	s.n++
}

// relation is the sign of the relation by which word i is attached.
func (s *ParserState) relation(i int32) int32 {
	if i < 0 {
		return int32(relSigns - 1)
	}
	return int32(s.Nodes[i].rel)
}

func (n *node) valency() int32 { return int32(min(n.lefts, 3))<<2 | int32(min(n.rights, 3)) }

// sorts are relations of which one sort is had once as a rule.
var sorts = [...][]lang.Rel{
	{lang.Nsubj, lang.NsubjPass, lang.NsubjOuter, lang.Csubj, lang.CsubjPass, lang.CsubjOuter, lang.Expl},
	{lang.Obj, lang.Xcomp, lang.Ccomp},
	{lang.Mark},
	{lang.Cop, lang.Aux, lang.AuxPass},
	{lang.Case},
}

// sortOf is the bit of each relation's sort, or 0.
var sortOf = func() (bits [len(lang.RelNames)]uint8) {
	for i, rels := range sorts {
		for _, r := range rels {
			bits[r] = 1 << i
		}
	}
	return bits
}()

// row is where the encoder keeps word i of the sentence.
func (p *Parser) row(i int32) int32 {
	n := int32(len(p.State.Words))
	encoded := int32(p.encoder.Ends[len(p.encoder.Ends)-1])
	switch {
	case i < 0 || i > n:
		return encoded + 1
	case i == n:
		return encoded
	}
	return int32(p.First) + i
}

// see scores the actions by the words at the top of the stack and at the front of
// the input, their outermost dependents, how far they are apart and what is
// attached to them.
func (p *Parser) see() {
	s := &p.State
	s0, s1, s2, b0 := s.Peek(0), s.Peek(1), s.Peek(2), s.Next
	n0, n1, m0 := s.nodeAt(s0), s.nodeAt(s1), s.nodeAt(b0)
	for k, i := range [StatePlaces]int32{s0, s1, s2, b0, n0.left, n0.right, n1.right, m0.left} {
		p.Places[k] = p.row(i)
	}
	set := signs{out: p.Signs[:]}
	set.put(distance(s1, s0), distances)
	set.put(distance(s0, b0), distances)
	for _, n := range [...]*node{n0, n1, m0} {
		set.put(n.valency(), valencySigns)
	}
	for _, i := range [...]int32{n0.left, n0.right, n1.left, n1.right, m0.left} {
		set.put(s.relation(i), int32(relSigns))
	}
	for _, n := range [...]*node{n0, n1, m0} {
		set.put(int32(n.held), heldSigns)
	}
	w := &p.encoder.Net.Weights
	p.encoder.want(p.Places[:])
	hiddenUnits(p.Hidden, w.Hidden, p.encoder.Places, p.Places[:], w.Signs, p.Signs[:])
	p.encoder.Net.choice.Product(p.Scores, p.Hidden)
	neural.Add(p.Scores, w.Act)
}

// seeArc scores the relations of an arc by its two words, the dependent's
// outermost dependents and how far it goes.
func (p *Parser) seeArc(h, d int32) {
	s := &p.State
	n := s.nodeAt(d)
	for k, i := range [ArcEnds]int32{h, d, n.left} {
		p.Ends[k] = p.row(i)
	}
	side := int32(0)
	if d > h {
		side = 1
	}
	set := signs{out: p.Marks[:]}
	set.put(distance(h, d)<<1|side, 2*distances)
	set.put(s.relation(n.left), int32(relSigns))
	set.put(s.relation(n.right), int32(relSigns))
	set.put(int32(s.nodeAt(h).held), heldSigns)
	set.put(int32(n.held), heldSigns)
	w := &p.encoder.Net.Weights
	p.encoder.wantArcs(p.Ends[:])
	hiddenUnits(p.Linked, w.Linked, p.encoder.Arcs, p.Ends[:], w.Marks, p.Marks[:])
	p.encoder.Net.link.Product(p.Related, p.Linked)
	neural.Add(p.Related, w.Relate)
}

// hiddenUnits sets hidden units to what their bias, words in their places and signs
// add up to, and to nothing where that is negative. byPlace has for each word
// what it adds in every place, bySign what each sign adds.
func hiddenUnits(hidden, bias, byPlace []float32, words []int32, bySign []float32, signs []int32) {
	copy(hidden, bias)
	for place, w := range words {
		neural.Add(hidden, byPlace[(int(w)*len(words)+place)*len(hidden):])
	}
	for _, s := range signs {
		neural.Add(hidden, bySign[int(s)*len(hidden):])
	}
	neural.Rectify(hidden)
}
