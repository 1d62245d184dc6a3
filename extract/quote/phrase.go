package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// phraseCue takes prepositional cues: "according to Jones", "in Jones's view",
// "in the words of Jones".
func (f *finder) phraseCue(i int) {
	t := f.t
	switch t.Lower(i) {
	case "according":
		if i+1 < len(t.Tokens) && t.Lower(i+1) == "to" {
			f.according(i, i+1, "according")
		}
	case "in":
		f.viewOf(i)
	}
}

// according takes a cue of the tokens [i, last] whose source follows it. The
// content is the clause around the phrase, less the phrase.
func (f *finder) according(i, last int, lemma string) {
	limit := f.limit(i)
	h := f.afterPreposition(last, limit)
	if h < 0 {
		return
	}
	src := f.phrase(h)
	if src.first <= last {
		src.first = last + 1
	}
	f.adjunctCue(i, tokens{i, src.end}, finding{head: i, cue: []int{i, last}, lemma: lemma, source: src, rule: "according"})
}

// afterPreposition is the head of the nominal that follows token p; -1 where
// none does.
func (f *finder) afterPreposition(p, limit int) int {
	t := f.t
	for j := p + 1; j < limit && j < p+12; j++ {
		if t.Tokens[j].UPOS == lang.PUNCT && !f.isMark[j] {
			return -1
		}
		if f.nominal(j) {
			top := f.top(j, tokens{p + 1, limit})
			// A modifier before its noun: climb at most to a noun within reach.
			return top
		}
	}
	return -1
}

// adjunctCue adds q with the clause around its phrase as content.
func (f *finder) adjunctCue(at int, phrase tokens, q finding) {
	t := f.t
	s := t.Sentences[f.sentence[at]]
	start, end := s.First, f.limit(at)
	if m := f.within[at]; m >= 0 {
		start = max(start, f.words[m].first)
	}
	for start < at && (t.Tokens[start].UPOS == lang.CCONJ || f.edge(start)) {
		start++
	}
	after := phrase.end
	for after < end && t.Form(after) != "," {
		// What follows the name up to a comma describes it: "a study published Monday".
		after++
	}
	if m := f.besideStretch(at, phrase); m >= 0 {
		q.pieces = f.stretchPieces(m)
		if f.marked[m].outer.End <= t.Tokens[at].Span.Start {
			if lead := f.leadIn(m); !lead.empty() {
				q.pieces = append(q.pieces, lead)
			}
			q.pieces = append(q.pieces, f.runOn(m, phrase.end-1)...)
		}
		q.spoken = true
		f.add(q)
		return
	}
	switch {
	case at <= start:
		if after >= end {
			after = phrase.end
		}
		q.pieces = []tokens{{min(after+1, end), end}}
		if !f.anyFinite(after, end) && phrase.end < end {
			q.pieces = []tokens{{phrase.end, end}}
		}
	default:
		q.pieces = []tokens{{f.clauseStart(start, at), at}}
		if after < end && f.anyFinite(after, end) && !f.anyFinite(start, at) {
			q.pieces = append(q.pieces, tokens{after + 1, end})
		}
	}
	f.add(q)
}

// besideStretch is the stretch between marks that a phrase tags or introduces,
// with a comma between them: “…,” according to Jones. It is -1 where there is
// none.
func (f *finder) besideStretch(at int, phrase tokens) int {
	t := f.t
	if m := f.stretchBefore(at); m >= 0 && f.holder[m] < 0 && t.TokenAt(f.marked[m].outer.End) == at {
		switch f.ending(m) {
		case ',', '?', '!', '…':
			return m
		}
	}
	if phrase.end >= len(t.Tokens) || t.Form(phrase.end) != "," && t.Form(phrase.end) != ":" {
		return -1
	}
	if m := f.stretchAfter(phrase.end - 1); m >= 0 && f.holder[m] < 0 && t.TokenAt(f.marked[m].outer.Start) == phrase.end+1 && !f.openEnded(m) && f.marked[m].para == f.paraOf(at) && f.whole(m) {
		return m
	}
	return -1
}

// clauseStart moves the start of a content that ends at end behind a tag of its
// own: in "Jones said it fell, but it rose, according to Smith" to "it rose".
func (f *finder) clauseStart(start, end int) int {
	t := f.t
	for i := end - 2; i > start; i-- {
		if t.Form(i) == "," && t.Tokens[i+1].UPOS == lang.CCONJ && f.anyFinite(i+1, end) && f.cueBetween(start, i) {
			return i + 2
		}
	}
	return start
}

// views are the nouns that, with a possessor after "in", say whose a thought is.
var views = lexicon.SpeechWords.Words("nouns of view")

// viewOf takes "in her view" and "in the words of Jones" at the start of a
// clause or between commas.
func (f *finder) viewOf(i int) {
	t := f.t
	for j := i + 1; j < len(t.Tokens) && j < i+7 && f.sentence[j] == f.sentence[i]; j++ {
		if !views.Has(t.Tokens[j].Lemma) {
			continue
		}
		p := t.Dependent(j, lang.NmodPoss)
		end := j + 1
		if p < 0 {
			for _, n := range t.Dependents(j, lang.Nmod) {
				if c := t.Dependent(n, lang.Case); c >= 0 && t.Lower(c) == "of" {
					p = n
				}
			}
			if p < 0 {
				return
			}
			end = f.phrase(p).end
		}
		src := f.phrase(p)
		f.adjunctCue(i, tokens{i, end}, finding{head: j, cue: []int{i, j}, lemma: t.Tokens[j].Lemma, source: src, rule: "view"})
		return
	}
}

// hearsay are the adverbs that give a clause as what unnamed others say.
var hearsay = lexicon.SpeechWords.Words("adverbs of hearsay")

// adverbCue takes "reportedly" with its clause; its source is unknown.
func (f *finder) adverbCue(i int) {
	t := f.t
	if !hearsay.Has(t.Lower(i)) || t.Tokens[i].Head < 0 {
		return
	}
	h := t.Tokens[i].Head
	if t.Tokens[h].UPOS != lang.VERB {
		return
	}
	span := f.clauseRange(h)
	f.add(finding{pieces: []tokens{{span.first, i}, {i + 1, span.end}}, head: i, cue: []int{i}, lemma: t.Lower(i), source: nobody, rule: "hearsay"})
}

// clauseRange is the range of the clause that h heads, without coordinated
// clauses and relative pronouns.
func (f *finder) clauseRange(h int) tokens {
	sub := f.t.SubtreeWithout(h, lang.Conj, lang.Parataxis, lang.Cc, lang.Advcl, lang.Mark, lang.Punct)
	return tokens{sub[0], sub[len(sub)-1] + 1}
}
