package match

// Unanswered are the runs of a unit that none of the others answers: content words
// with the function words between them, and operators. share is how much of the
// unit's content words that is, 0 to 1. Without others nothing is unanswered.
func (x *Index) Unanswered(u Unit, others []Unit) (runs []Run, share float64) {
	if u.Empty() || len(others) == 0 {
		return nil, 0
	}
	answered := make([]bool, u.End-u.First)
	for _, o := range others {
		l := x.align(u, o)
		s := &l.sides[SideA]
		for i := u.First; i < u.End; i++ {
			answered[i-u.First] = answered[i-u.First] || l.answers(s, i)
		}
	}
	p := x.Documents[u.Article]
	content, alone := 0, 0
	open := false
	for i := u.First; i < u.End; i++ {
		t := &p.Tokens[i]
		if !t.Content && t.Operator == NoOperator {
			continue
		}
		if t.Content {
			content++
		}
		if answered[i-u.First] {
			open = false
			continue
		}
		if t.Content {
			alone++
		}
		if open {
			runs[len(runs)-1].End = i + 1
		} else {
			runs = append(runs, one(i))
		}
		open = true
	}
	if content > 0 {
		share = float64(alone) / float64(content)
	}
	return runs, share
}

// answers reports whether side B answers token i of side A.
func (l *alignment) answers(s *side, i int) bool {
	if o := s.Tokens[i].Operator; o != NoOperator && o != Source {
		return l.answersOperator(SideA, i)
	}
	return s.answered(i) || s.addresses(i)
}
