package match

import (
	"slices"

	"xref/extract/lang"
)

// limiting are the operators that one side may not leave out of what both tell.
var limiting = []Operator{Condition, Without, Only, Except, Hedge}

// operatorContrasts gives the operators of one side that bear on a word that both
// have and that the other side doesn't answer: a condition, "without", "only".
func (l *alignment) operatorContrasts() []Contrast {
	var found []Contrast
	for _, of := range [...]Side{SideA, SideB} {
		s := &l.sides[of]
		for i := s.First; i < s.End; i++ {
			t := &s.Tokens[i]
			if !slices.Contains(limiting, t.Operator) || l.answersOperator(of, i) {
				continue
			}
			c := Contrast{Cause: OperatorCause{of, t.Operator}}
			if of == SideA {
				c.A = s.operatorRun(i)
			} else {
				c.B = s.operatorRun(i)
			}
			found = append(found, c)
		}
	}
	return found
}

// answersOperator reports whether the other side has the operator at token i too,
// or leaves out what it bears on, so that it limits nothing that both tell.
func (l *alignment) answersOperator(of Side, i int) bool {
	s, o := &l.sides[of], &l.sides[of.other()]
	t := &s.Tokens[i]
	over := o.Text
	shared := -1
	for _, at := range s.bornOn(i) {
		if j := s.partnerOf(at); j >= 0 {
			shared = j
			break
		}
	}
	if shared < 0 {
		return true
	}
	if j := s.partnerOf(i); j >= 0 {
		return true
	}
	sentence := over.Sentences[o.sentence]
	for j := sentence.First; j < sentence.End; j++ {
		u := &o.Tokens[j]
		if u.Operator == t.Operator || t.Operator == Hedge && (u.Operator == Modal || u.Operator == Source) || t.Operator == Without && u.Operator == Negation {
			return true
		}
	}
	return false
}

// bornOn are the words that an operator limits: the one that it bears on, and for
// "only" beside a number or a name, that.
func (s *side) bornOn(i int) []int {
	t := &s.Tokens[i]
	found := []int{t.Over}
	if t.Operator == Only && i+1 < len(s.Tokens) {
		found = append(found, i+1)
	}
	return slices.DeleteFunc(found, func(k int) bool { return k < 0 })
}

// operatorRun is an operator with the clause or phrase that it opens, as far as
// that stands in the unit.
func (s *side) operatorRun(i int) Run {
	r := one(i)
	h := s.Text.Tokens[i].Head
	if h < 0 || !s.Text.Is(i, lang.Mark, lang.Case) {
		return r
	}
	for _, k := range s.Text.Subtree(h) {
		if k > i && k < s.End && k-i <= longestOperator && s.Text.Tokens[k].UPOS != lang.PUNCT {
			r.End = max(r.End, k+1)
		}
	}
	return r
}

// longestOperator is how many tokens of a clause are shown with its operator.
const longestOperator = 12
