package assertion

import (
	"slices"
	"strings"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quote"
)

// content is how many content words a clause has of its own, those of the frame
// that it gives a quotation left out.
func (b binder) content(c clause) int {
	q := b.frames[c.head]
	if q != nil {
		if cue, ok := lexicon.ReportingVerb(q.Lemma); ok && !sayings[cue.Class] {
			q = nil
		}
	}
	n := 0
	for _, i := range c.tokens {
		if Contentful(b.Text, i) && (q == nil || !b.framed(c.head, i, q)) {
			n++
		}
	}
	return n
}

// framed reports whether token i belongs to the frame that predicate p gives
// quotation q: the cue, the phrase that names the source, and to whom, when and
// in what it was said.
func (b binder) framed(p, i int, q *quote.Quotation) bool {
	t := b.tree
	span := t.Tokens[i].Span
	if slices.ContainsFunc(q.Content, func(s article.Span) bool { return s.Contains(span) }) {
		return false
	}
	if i == p || q.Cue.Contains(span) || q.Source.Contains(span) {
		return true
	}
	for i >= 0 && t.Tokens[i].Head != p {
		i = t.Tokens[i].Head
	}
	switch {
	case i < 0:
		return false
	case t.Is(i, lang.Obl):
		return b.temporal[i] || lexicon.CanBe(strings.ToLower(t.Tokens[i].Lemma), lexicon.NounCommunication)
	case t.Is(i, lang.Obj):
		return t.one(p, lang.Ccomp) >= 0
	}
	return t.Is(i, lang.Iobj, lang.Advmod, lang.Nsubj, lang.Aux, lang.Discourse)
}

// sayings are the classes of cues whose clause says nothing but that somebody
// speaks.
var sayings = map[lexicon.CueClass]bool{lexicon.Say: true, lexicon.Claim: true, lexicon.Think: true, lexicon.Agree: true}

// unframed are the words of a clause without those that only say on whose word
// it is.
func (b binder) unframed(c clause) []int {
	if len(b.according) == 0 {
		return c.tokens
	}
	kept := make([]int, 0, len(c.tokens))
	for _, i := range c.tokens {
		if i == c.head || !b.sourced(i) {
			kept = append(kept, i)
		}
	}
	return kept
}

// sourced reports whether token i stands in a phrase such as "according to the
// ministry".
func (b binder) sourced(i int) bool {
	span := b.tree.Tokens[i].Span
	return slices.ContainsFunc(b.according, func(q *quote.Quotation) bool {
		return q.Cue.Contains(span) || q.Source.Contains(span)
	})
}
