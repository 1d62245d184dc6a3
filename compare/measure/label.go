package measure

import (
	"xref/compare"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/article"
)

// Labels tells what an annotation says of pairs of passages. NewLabels makes
// it.
type Labels struct {
	documents []*extract.Document
	ground    *ground
	golds     []golden
}

// NewLabels lays an annotation over the documents that it annotates.
func NewLabels(documents []*extract.Document, g *Gold) *Labels {
	s := &scorer{ground: newGround(&compare.Report{Documents: documents})}
	s.place(g)
	return &Labels{documents, s.ground, s.golds}
}

// Of tells whether some annotated finding joins two passages of two articles
// as an agreement, and whether one joins them as a difference or conflict.
func (l *Labels) Of(a int, x article.Span, b int, y article.Span) (agree, differ bool) {
	p, pok := l.ground.at(a, x)
	q, qok := l.ground.at(b, y)
	if !pok || !qok {
		return false, false
	}
	for _, g := range l.golds {
		if g.Verdict == kind.Internal || !p.overlapsAny(g.passages) || !q.overlapsAny(g.passages) {
			continue
		}
		agree = agree || g.Verdict == kind.Agree
		differ = differ || g.Verdict != kind.Agree
	}
	return agree, differ
}

// OfPair tells whether the two passages of a pair meet, as a finding would, some annotated
// agreement, and some annotated difference or conflict.
func (l *Labels) OfPair(p *match.Pair) (agree, differ bool) {
	in := taken{scorer: &scorer{ground: l.ground}}
	for _, m := range [...]match.Member{p.A, p.B} {
		in.add(m.Article, l.documents[m.Article].Assertions[m.Assertion].Span)
	}
	for _, g := range l.golds {
		if g.Verdict == kind.Internal || !meets(item{passages: in.passages}, g) {
			continue
		}
		agree = agree || g.Verdict == kind.Agree
		differ = differ || g.Verdict != kind.Agree
	}
	return agree, differ
}
