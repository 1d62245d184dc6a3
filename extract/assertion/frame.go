package assertion

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quote"
)

// content is how many content words a clause has of its own, those of the frame
// that it gives a quotation left out.
func (b binder) content(c clause) int {
	q := b.frames[c.head]
	n := 0
	for _, i := range c.tokens {
		if Contentful(b.Text, i) && (q == nil || !b.framed(c.head, i, q)) {
			n++
		}
	}
	return n
}

// framed reports whether token i belongs to the frame that predicate p gives
// quotation q: the cue, the phrase that names the source, and of a verb of
// saying to whom, when, where and how it was said.
func (b binder) framed(p, i int, q *quote.Quotation) bool {
	t := b.tree
	if span := t.Tokens[i].Span; i == p || q.Cue.Contains(span) || q.Source.Contains(span) {
		return true
	}
	if cue, ok := lexicon.ReportingVerb(t.Tokens[p].Lemma); !ok || !sayings[cue.Class] {
		return false
	}
	for i >= 0 && t.Tokens[i].Head != p {
		i = t.Tokens[i].Head
	}
	return i >= 0 && t.Is(i, lang.Obl, lang.Iobj, lang.Advmod, lang.Nsubj, lang.Aux, lang.Discourse) || i >= 0 && t.Is(i, lang.Obj) && t.one(p, lang.Ccomp) >= 0
}

// sayings are the classes of cues whose clause says nothing but that somebody
// speaks.
var sayings = map[lexicon.CueClass]bool{lexicon.Say: true, lexicon.Claim: true, lexicon.Think: true, lexicon.Agree: true}
