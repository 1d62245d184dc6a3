package kind

import (
	"cmp"
	"slices"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/when"
)

// contrasts are the findings of the contrasts within claims: one for each claim
// and kind, with what each article says.
func (c *Comparison) contrasts() []Finding {
	var found []Finding
	for i := range c.Claims {
		found = append(found, c.contrastsOf(i)...)
	}
	return found
}

// counterparts are the passages that another article has in the same words, or in
// words of which each answers one: article by article.
type counterparts map[counterpart]bool

type counterpart struct {
	member  match.Member
	article int
}

func (c *Comparison) findCounterparts() counterparts {
	found := counterparts{}
	for i := range c.Claims {
		cl := &c.Claims[i]
		for k := range cl.Matches {
			p, m := &cl.Pairs[k], &cl.Matches[k]
			if len(m.Contrasts) == 0 && (p.Verbatim || answeredWithin(m)) {
				found[counterpart{p.A, p.B.Article}] = true
				found[counterpart{p.B, p.A.Article}] = true
			}
		}
	}
	return found
}

// answeredWithin reports whether each word of two passages answers one of the other passage or of its sentence.
func answeredWithin(m *match.Match) bool {
	return len(m.Residue) == 0 && !slices.ContainsFunc(m.Links, func(l match.Link) bool { return l.Within == match.Beside })
}

// elsewhere reports whether the article of one of two passages has the other in the
// same words in another place: it doesn't tell that differently, but tells something
// else too.
func (c counterparts) elsewhere(a, b match.Member) bool {
	return c[counterpart{a, b.Article}] || c[counterpart{b, a.Article}]
}

// told is what the contrasts of one kind within a claim say.
type told struct {
	kind     *Kind
	reason   Reason
	runs     map[match.Member]match.Run // what each member says
	excludes bool
	sure     float64 // how probable it is that the surest pair differs so
}

// contrastsOf are the findings of the contrasts within claim i.
func (c *Comparison) contrastsOf(i int) []Finding {
	cl := &c.Claims[i]
	var all []*told
	for k := range cl.Matches {
		m := &cl.Matches[k]
		p := &cl.Pairs[k]
		if p.A.Article == p.B.Article || cl.Judged[k].Differ < leastDiffering {
			continue
		}
		for j := range m.Contrasts {
			contrast := &m.Contrasts[j]
			if _, source := contrast.Cause.(match.SourceCause); p.Verbatim && !source {
				continue
			}
			if c.counterparts.elsewhere(p.A, p.B) {
				continue
			}
			kind, reason := kindOf(contrast)
			if kind == nil || p.Same < leastTold(reason) || !c.real(cl, k, j, reason) {
				continue
			}
			sure := p.Same * reliability(reason)
			at := slices.IndexFunc(all, func(t *told) bool { return t.kind == kind })
			if at < 0 {
				at = len(all)
				all = append(all, &told{kind: kind, reason: reason, runs: map[match.Member]match.Run{}})
			}
			t := all[at]
			for _, side := range [...]struct {
				member match.Member
				run    match.Run
			}{{p.A, contrast.A}, {p.B, contrast.B}} {
				if was, ok := t.runs[side.member]; !ok || was.Empty() {
					t.runs[side.member] = side.run
				}
			}
			if sure > t.sure {
				t.sure = sure
				if !t.excludes {
					t.reason = reason
				}
			}
			if contrast.Excludes && reason != Contradictory && c.cantBothBe(p, m) {
				t.excludes, t.reason = true, reason
			}
		}
	}
	var found []Finding
	for _, t := range all {
		found = append(found, c.differing(i, t))
	}
	return found
}

// real reports whether contrast j of pair k of a claim is one that a careful reader would call a
// difference, as far as can be told; all are where all is asked for.
func (c *Comparison) real(cl *claim.Claim, k, j int, reason Reason) bool {
	m := &cl.Matches[k]
	return c.All || cl.Judged[k].Real[j] >= leastReal(reason) || c.copied(&cl.Pairs[k], m, &m.Contrasts[j], reason)
}

// copied reports whether two passages are worded alike but for a contrast, and stand among others
// that are alike too, or have enough in common for a contrast of this reason, or are surely about one matter in
// which an encoder sees that they contradict each other.
func (c *Comparison) copied(p *match.Pair, m *match.Match, contrast *match.Contrast, reason Reason) bool {
	return c.alike(m, contrast) && (p.CommonTerms() >= leastCommon(reason) || p.AmongLike() && leastCommon(reason) <= 1 ||
		p.Same >= surelyOneMatter && c.Index.Answer(m.A.Part(contrast.A), m.B.Part(contrast.B)).Contradicting >= leastContradicting)
}

// alike reports whether two passages are worded alike but for a contrast: beside it some words
// answer each other, and none is unanswered.
func (c *Comparison) alike(m *match.Match, contrast *match.Contrast) bool {
	links, left := claim.Beside(c.Index, m, contrast)
	return left == 0 && links >= leastBeside
}

// kindOf is the kind that tells of a contrast, and the reason; nil where none does.
func kindOf(contrast *match.Contrast) (*Kind, Reason) {
	for _, k := range Kinds {
		if k.Tells == nil {
			continue
		}
		if r := k.Tells(contrast); r != NoReason {
			return k, r
		}
	}
	return nil, NoReason
}

// differing is the finding that the members of claim i differ so; a member that
// leaves out what another says shows its clause.
func (c *Comparison) differing(i int, t *told) Finding {
	f := c.about(i)
	f.Kind, f.Verdict, f.Reason = t.kind.ID, Differ, t.reason
	f.Confidence = t.sure
	if t.excludes {
		f.Verdict = Conflict
	}
	members := make([]match.Member, 0, len(t.runs))
	for m := range t.runs {
		members = append(members, m)
	}
	slices.SortFunc(members, func(a, b match.Member) int { return cmp.Or(a.Compare(b)) })
	for _, m := range members {
		span := c.assertion(m).Span
		value := c.text(m.Article, span)
		focus := span
		if r := t.runs[m]; !r.Empty() {
			focus = c.Index.Documents[m.Article].Span(r)
			value = c.text(m.Article, focus)
		}
		f.Evidence = append(f.Evidence, c.evidence(m, focus, value))
	}
	return f
}

// sameDay reports whether two articles were published on one day, or neither
// tells when: of two days, the later one may know more.
func (c *Comparison) sameDay(a, b int) bool {
	x, y := c.Documents[a].Article.Published, c.Documents[b].Article.Published
	same, known := when.SameDay(x, y)
	return same || !known && x.IsZero() && y.IsZero()
}

// cantBothBe reports whether what excludes each other in two passages is a conflict of the outlets: they are surely
// about one matter, on one day, and not on the word of two speakers.
func (c *Comparison) cantBothBe(p *match.Pair, m *match.Match) bool {
	return p.Same >= leastConflicting && c.sameDay(p.A.Article, p.B.Article) && !twoVoices(m)
}

// twoVoices reports whether two passages stand on the word of two speakers: that they contradict each
// other is the news, not a conflict of the outlets.
func twoVoices(m *match.Match) bool {
	return slices.ContainsFunc(m.Contrasts, func(t match.Contrast) bool {
		_, source := t.Cause.(match.SourceCause)
		return source
	})
}
