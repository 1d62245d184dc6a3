package kind

import (
	"slices"

	"xref/compare/align"
	"xref/extract/article"
	"xref/extract/quote"
)

// Attribution compares on whose word articles assert the same thing.
var Attribution = &Kind{
	ID:      "attribution",
	Title:   "on whose word",
	Meaning: "The same thing is asserted in the outlet's own voice in one article and on a source's word in another, or on the word of two sources.",
	Example: "“The dam failed” here, “the dam failed, the ministry said” there.",
	Find:    ofKind("attribution"),
}

// ownVoice is the value of an assertion that nobody is given as the source of.
const ownVoice = "own voice"

func attributions(s *Scene, c align.Claim) (values []string, phrase string) {
	for _, m := range c.Members {
		values = append(values, s.source(m))
	}
	switch known := unequal(values); {
	case known && contains(values, ownVoice):
		return values, "in the outlet's own voice in one, on a source's word in another"
	case known:
		return values, "on the word of different sources"
	}
	return values, ""
}

// framed is the clause of a member with the words that give it as somebody's,
// where they stand near it.
func (s *Scene) framed(m align.Member) article.Span {
	a := s.assertion(m)
	if len(a.Attribution) == 0 {
		return a.Span
	}
	q := s.Documents[m.Article].Quotations[a.Attribution[len(a.Attribution)-1].Quotation]
	whole := a.Span.Cover(q.Source).Cover(q.Cue)
	if whole.Len() > passageLimit {
		return a.Span
	}
	return whole
}

// passageLimit is how many bytes of a passage are shown as evidence.
const passageLimit = 300

// reported reports whether the sentence of a member has a source for something
// else in it, so that whose voice the member is in can't be told.
func (s *Scene) reported(m align.Member) bool {
	d := s.Documents[m.Article]
	sentence := d.Text.Sentences[s.assertion(m).Sentence].Span
	return slices.ContainsFunc(d.Quotations, func(q quote.Quotation) bool {
		return sentence.Overlaps(q.Cue) || sentence.Overlaps(q.Source)
	})
}

// source is who a member is given on the word of, "" where somebody unknown.
func (s *Scene) source(m align.Member) string {
	chain := s.assertion(m).Attribution
	if len(chain) == 0 {
		if s.reported(m) {
			return ""
		}
		return ownVoice
	}
	e := chain[len(chain)-1].Entity
	if e < 0 {
		return ""
	}
	return s.Entities[s.Linked[m.Article][e]].Name
}
