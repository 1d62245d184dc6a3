package kind

import (
	"slices"

	"xref/compare/match"
	"xref/extract/article"
	"xref/extract/lexicon"
)

// The confidence that two who are given as the only ones contradict each other, and
// the weight of it.
const (
	rivalsConfidence = 0.6
	rivalsWeight     = 0.7
)

// rivals are the contradictions about who did what one at most can have done (doers),
// and about who is what only one can be.
func (c *Comparison) rivals(doers bool) []Finding {
	var found []Finding
	for _, pair := range c.Index.Rivals() {
		if (pair[0].Way == lexicon.SoleDoer) != doers || !c.sameDay(pair[0].Article, pair[1].Article) {
			continue
		}
		f := finding()
		f.Verdict, f.Reason, f.Confidence, f.Weight = Conflict, OneHolderOnly, rivalsConfidence, rivalsWeight
		for _, h := range pair {
			f.Evidence = append(f.Evidence, c.showHolder(h))
		}
		slices.SortFunc(f.Evidence, func(a, b Evidence) int { return a.Article - b.Article })
		f.Subject = min(c.stating(pair[0]), c.stating(pair[1]))
		found = append(found, f)
	}
	return found
}

// showHolder shows a holder in the clause that names it.
func (c *Comparison) showHolder(h match.Holder) Evidence {
	focus := c.Documents[h.Article].Text.Tokens[h.Token].Span
	span := article.Span.Cover(h.Span, focus)
	return Evidence{Article: h.Article, Span: span, Focus: focus, Value: c.text(h.Article, span)}
}

// stating is what the clause of a holder says, in words that stand by themselves.
func (c *Comparison) stating(h match.Holder) string {
	s := c.speller(h.Article)
	for i := h.Token; i >= 0; i = s.t.Tokens[i].Head {
		if text, _ := s.sentence(i); s.finite(i) && s.stands(text) {
			return text
		}
	}
	return s.nominal(h.Token)
}
