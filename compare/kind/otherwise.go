package kind

import (
	"slices"

	"xref/compare/match"
	"xref/extract/article"
	"xref/extract/lang"
)

// otherwise are the findings that two passages of a claim tell its matter differently, where what
// they say as a whole is surely different and none of what was found says in what: by the most probable of
// their contrasts, else by the words that an encoder sees contradict each other soonest. Near copies are left
// out: of them every word that differs was looked at.
func (c *Comparison) otherwise(found []Finding) (all []Finding) {
	for i := range c.Claims {
		cl := &c.Claims[i]
		for k := range cl.Matches {
			p := &cl.Pairs[k]
			if p.A.Article == p.B.Article || p.Verbatim || p.AmongLike() || cl.Judged[k].Differ < leastOtherwise || c.counterparts.elsewhere(p.A, p.B) ||
				c.differently(found, p) || c.differently(all, p) {
				continue
			}
			all = append(all, c.differing(i, c.inWhat(i, k)))
		}
	}
	return all
}

// differently reports whether a finding tells a difference of two passages.
func (c *Comparison) differently(found []Finding, p *match.Pair) bool {
	a, b := c.assertion(p.A).Span, c.assertion(p.B).Span
	shows := func(f *Finding, doc int, span article.Span) bool {
		return slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return e.Article == doc && e.Span.Overlaps(span) })
	}
	return slices.ContainsFunc(found, func(f Finding) bool {
		return (f.Verdict == Differ || f.Verdict == Conflict) && shows(&f, p.A.Article, a) && shows(&f, p.B.Article, b)
	})
}

// inWhat is in what the passages of pair k of claim i differ: by a contrast that is probable enough, by the words
// of which an encoder says soonest that they contradict each other, by how the two are put; as a whole where
// none of these tells.
func (c *Comparison) inWhat(i, k int) *told {
	cl := &c.Claims[i]
	p, m := &cl.Pairs[k], &cl.Matches[k]
	t := &told{sure: cl.Judged[k].Differ}
	var a, b match.Run
	best := leastInWhat
	for j := range m.Contrasts {
		if kind, reason := kindOf(&m.Contrasts[j]); kind != nil && cl.Judged[k].Real[j] > best {
			best, t.kind, t.reason, a, b = cl.Judged[k].Real[j], kind, reason, m.Contrasts[j].A, m.Contrasts[j].B
		}
	}
	if t.kind == nil {
		if a, b = c.Index.Contradicting(m.A, m.B); a.Empty() {
			a, b = c.unanswered(m, match.SideA), c.unanswered(m, match.SideB)
		}
		t.kind, t.reason = c.ofWords(m, a, b)
	}
	if t.kind == nil {
		if t.kind, t.reason = c.ofStance(p); t.kind != Fact {
			a, b = match.Run{}, match.Run{}
		}
	}
	t.runs = map[match.Member]match.Run{p.A: a, p.B: b}
	return t
}

// ofWords is the kind of difference that two words make; nil where they don't tell.
func (c *Comparison) ofWords(m *match.Match, a, b match.Run) (*Kind, Reason) {
	if a.Empty() || b.Empty() {
		return nil, NoReason
	}
	v, w := &c.Index.Documents[m.A.Article].Tokens[a.First], &c.Index.Documents[m.B.Article].Tokens[b.First]
	switch {
	case v.Quantity >= 0 && w.Quantity >= 0:
		x, y := &c.Index.Documents[m.A.Article].Quantities[v.Quantity], &c.Index.Documents[m.B.Article].Quantities[w.Quantity]
		if nominal(x) == nominal(y) {
			return Quantifier, OtherBound
		}
		return Number, OtherNumber
	case v.Time >= 0 && w.Time >= 0:
		return Date, OtherTime
	case c.properName(m.A, a) && c.properName(m.B, b):
		return Name, OtherName
	}
	return nil, NoReason
}

// unanswered is the first number or time of one side of a match that nothing of the other answers; empty where
// there is none.
func (c *Comparison) unanswered(m *match.Match, side match.Side) match.Run {
	u := m.A
	if side == match.SideB {
		u = m.B
	}
	d := c.Index.Documents[u.Article]
	for _, r := range m.Residue {
		for i := r.Tokens.First; r.Side == side && i < r.Tokens.End; i++ {
			switch t := &d.Tokens[i]; {
			case t.Time >= 0:
				return match.Run{First: d.Times[t.Time].First, End: d.Times[t.Time].End}
			case t.Quantity >= 0:
				return match.Run{First: d.Quantities[t.Quantity].First, End: d.Quantities[t.Quantity].End}
			}
		}
	}
	return match.Run{}
}

// properName reports whether a word of a passage is one of a name.
func (c *Comparison) properName(u match.Unit, r match.Run) bool {
	return c.Documents[u.Article].Text.Tokens[r.First].UPOS == lang.PROPN
}

// ofStance is the kind of difference that two passages make as they are put: denied, with other certainty.
func (c *Comparison) ofStance(p *match.Pair) (*Kind, Reason) {
	a, b := c.assertion(p.A), c.assertion(p.B)
	switch {
	case a.Negated != b.Negated:
		return Negation, Denied
	case a.Modality != b.Modality:
		return Modality, OtherCertainty
	}
	return Fact, ToldOtherwise
}
