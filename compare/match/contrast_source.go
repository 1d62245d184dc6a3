package match

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quote"
)

// Voice is on whose word a passage is told.
type Voice uint8

// The voices.
const (
	Unclear   Voice = iota // there may be a source, but which can't be told
	Own                    // the outlet speaks for itself
	Known                  // an entity with a name
	Described              // a phrase that stands for no named entity: "police", "a neighbour"
)

// source is on whose word a unit is told: the quotation that gives it, the token
// that heads its speaker.
type source struct {
	voice     Voice
	quotation int // -1
	speaker   int // token; -1
}

// sourceContrasts gives two different sources of what both sides tell. A source on
// one side only adds to what is told.
func (l *alignment) sourceContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	v, w := p.source(), q.source()
	if v.voice < Known || w.voice < Known {
		return nil
	}
	a, b := p.claimed(), q.claimed()
	if _, score := l.relate(a.Predicate.Head, b.Predicate.Head); score == 0 {
		return nil
	}
	if e := p.linked(l.index, v.speaker); e >= 0 && e == q.linked(l.index, w.speaker) {
		return nil
	}
	if _, score := l.relate(v.speaker, w.speaker); score > 0 || p.Tokens[v.speaker].Lemma == q.Tokens[w.speaker].Lemma {
		return nil
	}
	if v.voice == Described && w.voice == Described && (p.anyBody(v.speaker) || q.anyBody(w.speaker)) {
		return nil // "the group" may be the other's "watchdog"
	}
	return []Contrast{{p.sourceRun(v), q.sourceRun(w), SourceCause{v.voice, w.voice}, false}}
}

// source tells on whose word the side's unit is.
func (s *side) source() source {
	a := s.claimed()
	if a == nil || len(a.Attribution) == 0 {
		return source{quotation: -1, speaker: -1}
	}
	link := a.Attribution[len(a.Attribution)-1]
	q := &s.Quotations[link.Quotation]
	if !states(q) || q.Speaker < 0 {
		return source{quotation: -1, speaker: -1}
	}
	if s.Text.Tokens[q.Speaker].UPOS == lang.PRON {
		return source{quotation: -1, speaker: -1}
	}
	found := source{Described, link.Quotation, q.Speaker}
	if link.Entity >= 0 && s.Resolution.Entities[link.Entity].Named && s.hasName(s.sourceRun(found)) {
		found.voice = Known
	} else if !speaks(s.Text, q.Speaker) {
		found.voice = Unclear
	}
	return found
}

// states reports whether a quotation gives its content as what somebody said or
// knows, and not as what they asked for, want or speak about.
func states(q *quote.Quotation) bool {
	return q.Kind != quote.Indirect || !q.Wanted()
}

// speaks reports whether the noun at a source's head stands for one and the same
// body in every article: "police", "the ministry". "The writers" may be the
// scholars of another article, and a letter theirs.
func speaks(t *lang.Text, head int) bool {
	if t.Tokens[head].UPOS != lang.NOUN {
		return t.Tokens[head].UPOS == lang.PROPN
	}
	_, person := lexicon.PersonNoun(lower(t.Tokens[head].Lemma))
	return person || lexicon.GroupNoun(lower(t.Tokens[head].Lemma))
}

// hasName reports whether a run has a word of a name.
func (s *side) hasName(r Run) bool {
	for i := r.First; i < r.End; i++ {
		if s.Text.Tokens[i].UPOS == lang.PROPN {
			return true
		}
	}
	return false
}

// anyBody reports whether a word stands for whatever body was named before.
func (s *side) anyBody(i int) bool { return bodies.Has(lower(s.Text.Tokens[i].Lemma)) }

var bodies = lexicon.BodyWords.Words("nouns that stand for any body named before")

// sourceRun is the phrase that names a source.
func (s *side) sourceRun(of source) Run {
	q := &s.Quotations[of.quotation]
	r := s.tokensIn(q.Source, s.Text.SentenceOf(of.speaker))
	if r.Empty() {
		return one(of.speaker)
	}
	return r
}
