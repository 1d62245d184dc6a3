package measure

import (
	"xref/compare"
	"xref/compare/kind"
	"xref/compare/match"
)

// Stage is the last stage that a core finding of an annotation came to.
type Stage uint8

// The stages, in their order.
const (
	NoCandidate Stage = iota // no two of its passages of two articles were compared
	Unlikely                 // what was compared isn't likely enough to be joined
	Unjoined                 // likely, but in no claim
	Untold                   // in a claim, of which nothing is told
	Misjudged                // told with another verdict, or by a kind that doesn't fit
	Told                     // a finding that fits meets it
	stageCount
)

// StageNames names the stages.
var StageNames = [stageCount]string{"no candidate", "unlikely", "unjoined", "untold", "misjudged", "told"}

// Stages counts the core findings of an annotation by the stage that they came to, those
// within one article left out. pairs are those that were compared for the report; least is
// the probability from which a pair may be joined.
func Stages(r *compare.Report, pairs []match.Pair, g *Gold, least float64) (n [stageCount]int) {
	s := scorer{ground: newGround(r)}
	s.take(r)
	s.place(g)
	claims := s.items[len(s.findings):]
	for _, gold := range s.golds {
		if gold.Weight != Core || gold.Verdict == kind.Internal {
			continue
		}
		n[s.stage(r, pairs, gold, claims, least)]++
	}
	return n
}

func (s *scorer) stage(r *compare.Report, pairs []match.Pair, g golden, claims []item, least float64) Stage {
	met := false
	for _, f := range s.findings {
		if !meets(f, g) {
			continue
		}
		if met = true; fits(f, g) {
			return Told
		}
	}
	if met {
		return Misjudged
	}
	for _, c := range claims {
		if meets(c, g) {
			return Untold
		}
	}
	likeliest := -1.0
	for i := range pairs {
		p := &pairs[i]
		a, aok := s.at(p.A.Article, r.Documents[p.A.Article].Assertions[p.A.Assertion].Span)
		b, bok := s.at(p.B.Article, r.Documents[p.B.Article].Assertions[p.B.Assertion].Span)
		if aok && bok && a.overlapsAny(g.passages) && b.overlapsAny(g.passages) {
			likeliest = max(likeliest, p.Same)
		}
	}
	switch {
	case likeliest < 0:
		return NoCandidate
	case likeliest < least:
		return Unlikely
	}
	return Unjoined
}
