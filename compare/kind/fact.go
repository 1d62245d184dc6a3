package kind

import (
	"cmp"
	"slices"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/assertion"
)

// Fact says that articles assert the same thing.
var Fact = &Kind{
	ID:      "fact",
	Title:   "content",
	Meaning: "The articles assert the same thing, in the same or other words, or contradict each other in it.",
	Example: "“The bridge was closed on Monday” here, “authorities shut the crossing” there.",
	Clauses: true,
	Tells: func(c *match.Contrast) Reason {
		if cause, ok := c.Cause.(match.ContradictionCause); ok && cause.Of == match.NoValue {
			return Contradictory
		}
		return NoReason
	},
	Find: facts,
}

func facts(c *Comparison) []Finding {
	found := c.rivals(false)
	for i := range c.Claims {
		for _, members := range agreeing(&c.Claims[i], c.contrasted, c.valuesApart) {
			if !c.says(members) || c.describing(members) == len(members) {
				continue
			}
			f := c.about(i)
			f.Verdict, f.Confidence, f.Reason = Agree, 1, SameMatter
			for _, m := range members {
				span := c.assertion(m.Member).Span
				f.Confidence = min(f.Confidence, m.sure)
				f.Evidence = append(f.Evidence, c.evidence(m.Member, span, c.text(m.Article, span)))
			}
			found = append(found, f)
		}
	}
	return found
}

// agreeingMember is a member of a claim that says the same as one of another article, and
// how sure that is.
type agreeingMember struct {
	match.Member
	sure float64
}

// agreeing are the members of a claim that say the same, in groups that pairs of them hold
// together, the surest first: two groups between which a difference stands stay apart.
func agreeing(cl *claim.Claim, contrasted, valuesApart func(*match.Match) bool) [][]agreeingMember {
	order := make([]int, 0, len(cl.Matches))
	differs := make([]bool, len(cl.Matches))
	for k := range cl.Matches {
		p := &cl.Pairs[k]
		if p.A.Article == p.B.Article {
			continue
		}
		if differs[k] = !p.Verbatim && contrasted(&cl.Matches[k]); !differs[k] && agrees(cl, k) && (p.Verbatim || !valuesApart(&cl.Matches[k])) {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(k, l int) int { return cmp.Compare(agreement(cl, l), agreement(cl, k)) })
	group := map[match.Member]int{}
	var groups [][]agreeingMember
	for _, k := range order {
		p, sure := &cl.Pairs[k], agreement(cl, k)
		for _, m := range [...]match.Member{p.A, p.B} {
			if _, ok := group[m]; !ok {
				group[m] = len(groups)
				groups = append(groups, []agreeingMember{{m, sure}})
			}
		}
		x, y := group[p.A], group[p.B]
		if x == y || apart(cl, groups[x], groups[y], differs) {
			continue
		}
		for _, m := range groups[y] {
			group[m.Member] = x
		}
		groups[x], groups[y] = append(groups[x], groups[y]...), nil
	}
	groups = slices.DeleteFunc(groups, func(g []agreeingMember) bool { return len(g) < 2 })
	for _, g := range groups {
		slices.SortFunc(g, func(a, b agreeingMember) int { return a.Compare(b.Member) })
	}
	return groups
}

// agreement is how sure it is that pair k of a claim says the same.
func agreement(cl *claim.Claim, k int) float64 {
	if cl.Pairs[k].Verbatim {
		return verbatimAgreement
	}
	return max(cl.Judged[k].Agree, leastAgreeing)
}

// agrees reports whether pair k of a claim says the same: in the same words, in words of
// which each answers one, or probably enough.
func agrees(cl *claim.Claim, k int) bool {
	p, m := &cl.Pairs[k], &cl.Matches[k]
	return p.Verbatim || !repeated(m) &&
		(allAnswered(m) || cl.Judged[k].Agree >= leastAgreeing && p.Same >= leastSameMatter && cl.Judged[k].Differ < leastOtherwise && p.ReadAlike() >= leastAlike && p.ReadClausesAlike() >= leastAlikeClauses)
}

// apart reports whether a pair that differs has members of two groups of a claim.
func apart(cl *claim.Claim, x, y []agreeingMember, differs []bool) bool {
	in := func(g []agreeingMember, m match.Member) bool {
		return slices.ContainsFunc(g, func(o agreeingMember) bool { return o.Member == m })
	}
	for k := range cl.Matches {
		p := &cl.Pairs[k]
		if differs[k] && (in(x, p.A) && in(y, p.B) || in(x, p.B) && in(y, p.A)) {
			return true
		}
	}
	return false
}

// repeated reports whether one of two passages says that something was again, or for the
// first time, and the other doesn't.
func repeated(m *match.Match) bool {
	return slices.ContainsFunc(m.Residue, func(r match.Residue) bool { return r.Operator == match.Again })
}

// allAnswered reports whether each word of two passages answers one that means the same.
func allAnswered(m *match.Match) bool {
	return len(m.Residue) == 0 && !slices.ContainsFunc(m.Links, func(l match.Link) bool { return l.How > match.Derived || l.Within != match.InUnit })
}

// contrasted reports whether a contrast stands between two passages, so that they can't be
// said to agree. One of source counts where both are named: what two people say are two statements. A weak one counts
// where the two are worded alike but for it.
func (c *Comparison) contrasted(m *match.Match) bool {
	for i := range m.Contrasts {
		t := &m.Contrasts[i]
		of, source := t.Cause.(match.SourceCause)
		if t.Excludes || source && of.A == match.Known && of.B == match.Known || !source && (!weak(t.Cause) || c.alike(m, t)) {
			return true
		}
	}
	return false
}

// valuesApart reports whether two passages have numbers or times that can't both be true of one
// thing: where nothing tells that they are of two, the passages can't be said to agree.
func (c *Comparison) valuesApart(m *match.Match) bool { return c.Index.ValuesApart(m.A, m.B) }

// describing counts the members that only say who somebody is, by an
// apposition: that is compared as a title.
func (c *Comparison) describing(members []agreeingMember) int {
	n := 0
	for _, m := range members {
		if c.assertion(m.Member).Predicate.Form == assertion.Appositive {
			n++
		}
	}
	return n
}

// How many content words every passage of an agreement has at least: with fewer it
// is a mere phrase.
const (
	leastWords = 2 // of a clause
	leastNamed = 3 // of a phrase without a verb
)

// says reports whether every member is more than a phrase.
func (c *Comparison) says(members []agreeingMember) bool {
	for _, m := range members {
		t, n := c.Documents[m.Article].Text, 0
		for _, i := range c.assertion(m.Member).Tokens {
			if assertion.Contentful(t, i) {
				n++
			}
		}
		if n < leastWords || n < leastNamed && c.assertion(m.Member).Predicate.Form == assertion.Nominal {
			return false
		}
	}
	return true
}

// weak reports whether two words in one place say little where the passages around them are
// worded differently: another noun, verb or modifier is most often the same thing by another
// name.
func weak(cause match.Cause) bool {
	switch cause := cause.(type) {
	case match.RoleCause:
		return cause.Change == match.OtherParticipant || cause.Change == match.Narrowed
	case match.WordCause:
		return cause.Part == match.Act || cause.Part == match.Thing || cause.Part == match.Restriction
	}
	return false
}
