package match

import "xref/extract/lexicon"

// residue is what each side says beyond the other: runs of content words that
// nothing answers, function words between them included, and the operators, in the
// order of side and text.
func (l *alignment) residue() []Residue {
	var found []Residue
	for _, of := range [...]Side{SideA, SideB} {
		s := &l.sides[of]
		r := Residue{Side: of, Over: -1}
		flush := func() {
			if r.Weight > 0 {
				found = append(found, r)
			}
			r = Residue{Side: of, Over: -1}
		}
		for i := s.First; i < s.End; i++ {
			t := &s.Tokens[i]
			switch {
			case t.Operator != NoOperator && t.Operator != Source && !l.answersOperator(of, i):
				flush()
				found = append(found, Residue{of, one(i), t.Operator, t.Over, 0})
			case !t.Content:
			case s.answered(i):
				flush()
			case s.addresses(i):
			default:
				if r.Weight == 0 {
					r.Tokens.First = i
				}
				r.Tokens.End = i + 1
				r.Weight += t.Specificity
			}
		}
		flush()
	}
	return found
}

// addresses reports whether token i is a form of address: "Mr".
func (s *side) addresses(i int) bool {
	_, ok := lexicon.Honorific(s.Text.Form(i))
	return ok
}
