package measure

import (
	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// Labels tells what an annotation says of pairs of passages. NewLabels makes
// it.
type Labels struct {
	ground *ground
	golds  []golden
}

// NewLabels lays an annotation over the documents that it annotates.
func NewLabels(documents []*extract.Document, g *Gold) *Labels {
	s := &scorer{ground: newGround(&compare.Report{Documents: documents})}
	s.place(g)
	return &Labels{s.ground, s.golds}
}

// Of is the verdict and kind of the annotated finding that joins two passages
// of two articles; empty where none does. Where several join them, an agreement
// gives way to a difference.
func (l *Labels) Of(a int, x article.Span, b int, y article.Span) (verdict kind.Verdict, id kind.ID) {
	p, pok := l.ground.at(a, x)
	q, qok := l.ground.at(b, y)
	if !pok || !qok {
		return "", ""
	}
	for _, g := range l.golds {
		if g.Verdict == kind.Internal || !p.overlapsAny(g.passages) || !q.overlapsAny(g.passages) {
			continue
		}
		if verdict == "" || verdict == kind.Agree {
			verdict, id = g.Verdict, g.Kind
		}
	}
	return verdict, id
}
