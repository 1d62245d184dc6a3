package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// clauseEnd is where the content that begins at first ends, of a cue at v that
// stands before it: at the end of the sentence, or before what is the writer's
// or another cue's again. Where that begins is told by commas and conjunctions,
// which the parse often joins to the wrong clause.
func (f *finder) clauseEnd(v, first int) int {
	t := f.t
	limit := f.limit(v)
	seen := false // a finite verb of the content's own
	for i := first; i < limit; i++ {
		if seen && f.finite(i) && t.Tokens[v].Rel == lang.AclRelcl && f.above(i, v) {
			return i
		}
		if f.within[i] != f.within[v] {
			if f.finite(i) {
				seen = true
			}
			continue
		}
		if f.finite(i) {
			seen = true
		}
		switch form := t.Form(i); {
		case !seen || i+1 >= limit:
		case form == ";":
			return i
		case form == ":":
			if f.isMark[i+1] {
				return i
			}
		case form == ",", form == "-", form == "–", form == "—", form == "--":
			if f.leaves(v, i+1, limit) || form == "," && f.takesOver(v, i+1, limit) {
				return i
			}
		case t.Tokens[i].UPOS == lang.CCONJ && i > first:
			if f.another(v, i+1, limit) {
				return i
			}
		}
	}
	return limit
}

// above reports whether token i is, or stands right below, a predicate that the
// relative clause of v stands within: "the report that said so was lost".
func (f *finder) above(i, v int) bool {
	t := f.t
	if t.IsAncestor(i, v) {
		return true
	}
	h := t.Tokens[i].Head
	return h >= 0 && h > i && t.Is(i, lang.Aux, lang.Cop) && t.IsAncestor(h, v)
}

// leavers are the words that, after a comma, begin what is no longer content.
var leavers = lexicon.SpeechWords.Words("beginnings of what is no longer content")

// leaves reports whether what begins at i, after a comma or dash, stands
// outside the content of the cue at v.
func (f *finder) leaves(v, i, limit int) bool {
	t := f.t
	if f.isMark[i] {
		return false
	}
	word := t.Lower(i)
	switch {
	case t.Tokens[i].UPOS == lang.CCONJ:
		if i+1 < limit && t.Lower(i+1) == "that" {
			return false
		}
		return f.another(v, i+1, limit) || word == "but" && f.clauseFrom(i+1, limit)
	case leavers.Has(word):
		if i+1 < limit && t.Tokens[i+1].XPOS == lang.XPOSVBG && f.usageOf(i+1).frames != 0 {
			return true
		}
		return f.anyFinite(i, min(limit, i+12)) || leadersIn.Has(word)
	case t.Tokens[i].XPOS == lang.XPOSVBG:
		return f.usageOf(i).frames != 0
	}
	return false
}

// takesOver reports whether, after a comma, another's cue begins at i, where
// the cue at v stands in a clause that leads up to it: Asked if it was safe,
// Jones said …
func (f *finder) takesOver(v, i, limit int) bool {
	t := f.t
	first := t.Sentences[f.sentence[v]].First
	switch x := t.Tokens[first]; {
	case x.UPOS == lang.SCONJ, x.UPOS == lang.ADP, x.UPOS == lang.ADV, x.XPOS == lang.XPOSVBG, x.XPOS == lang.XPOSVBN:
	case first == v:
	default:
		return false
	}
	for j := first; j < v; j++ {
		if t.Form(j) == "," {
			return false
		}
	}
	for j := i; j < limit && j < i+10; j++ {
		tok := &t.Tokens[j]
		switch {
		case f.isMark[j]:
			return false
		case f.finite(j) && tok.UPOS == lang.VERB:
			return j > i && f.nominal(j-1) && f.usageOf(j).has(quotes)
		case tok.UPOS == lang.VERB || tok.UPOS == lang.SCONJ || tok.UPOS == lang.CCONJ:
			return false
		}
	}
	return false
}

// clauseFrom reports whether a subject and its finite verb begin at i.
func (f *finder) clauseFrom(i, limit int) bool {
	for j := i; j < limit && j < i+10; j++ {
		if f.finite(j) {
			return j > i && f.nominal(j-1) || j > i+1
		}
		if f.t.Tokens[j].UPOS == lang.PUNCT {
			return false
		}
	}
	return false
}

// another reports whether, after a conjunction, the words at i take up the
// story again: with a verb of speech that has the tense of the cue at v, and a
// subject of its own or none ("and called for calm", "and she denied it").
func (f *finder) another(v, i, limit int) bool {
	t := f.t
	for j := i; j < limit && j < i+9; j++ {
		tok := &t.Tokens[j]
		switch {
		case tok.UPOS == lang.PUNCT, tok.UPOS == lang.SCONJ:
			return false
		case tok.UPOS == lang.VERB && (f.finite(j) || j == i && tok.XPOS == lang.XPOSVBN && t.Lower(min(j+1, limit-1)) == "that"):
			if tok.XPOS != t.Tokens[v].XPOS && tok.XPOS != lang.XPOSVBN || !f.usageOf(j).has(quotes) {
				return false
			}
			if t.Dependent(j, lang.Nsubj) < 0 {
				f.lifted[j] = v
			}
			return true
		case f.finite(j):
			return false
		}
	}
	return false
}
