package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// bareTag takes the cue at v as the tag of a sentence whose commas are left
// out, as some feeds have them: "A bomb killed six the channel reported on
// Monday". What the parse makes of such a sentence is of no use: the source is
// the nominal right before the verb.
func (f *finder) bareTag(v int, u usage, start, end int) bool {
	t := f.t
	if !u.has(thing) && !u.has(addressee) || f.within[v] >= 0 || !f.closes(v, u, end) {
		return false
	}
	for i := start; i < end; i++ {
		if t.Form(i) == "," || f.isMark[i] {
			return false
		}
	}
	first, ok := f.nominalBefore(v, start)
	if !ok || first-start < 4 || !f.anyFinite(start, first) && !f.passiveIn(start, first) {
		return false
	}
	if p := t.Tokens[first-1]; p.UPOS == lang.CCONJ || p.UPOS == lang.SCONJ || p.UPOS == lang.ADP {
		return false
	}
	q := finding{pieces: []tokens{{start, first}}, head: v, cue: f.cueTokens(v), lemma: t.Tokens[v].Lemma, rule: "bare"}
	q.source = source{tokens{first, v}, f.person(tokens{first, v}, v-1)}
	f.add(q)
	return true
}

// dayparts are what may follow a day's name.
var dayparts = lexicon.TimeWords.Words("parts of the day behind a weekday")

// closes reports whether the verb at v has no content after it: what follows is
// the sentence's end, a day, or an adjunct.
func (f *finder) closes(v int, u usage, end int) bool {
	t := f.t
	i := v + 1
	if u.has(addressee) {
		for i < end && i < v+3 && f.nominal(i) {
			i++
		}
	}
	if i < end && times.Has(t.Lower(i)) {
		i++
		return i >= end || t.Tokens[i].UPOS == lang.PUNCT || t.Tokens[i].UPOS == lang.ADP || t.Tokens[i].XPOS == lang.XPOSVBG
	}
	if i >= end {
		return true
	}
	switch tok := t.Tokens[i]; tok.UPOS {
	case lang.PUNCT:
		return t.Form(i) == "."
	case lang.ADP:
		return true
	default:
		return tok.XPOS == lang.XPOSVBG || t.Lower(i) == "without"
	}
}

// passiveIn reports whether a past participle stands in [first, end), which a
// tagger may take a finite verb for.
func (f *finder) passiveIn(first, end int) bool {
	for i := first; i < end; i++ {
		if f.t.Tokens[i].UPOS == lang.VERB && f.t.Tokens[i].XPOS == lang.XPOSVBN {
			return true
		}
	}
	return false
}

// nominalBefore is where the nominal that ends right before v begins: at its
// determiner, else after the object of a preposition, which an adjective after
// a noun or the end of a name shows to be over ("of Riga | Latvian state
// television"). It is not ok where that can't be told.
func (f *finder) nominalBefore(v, start int) (first int, ok bool) {
	t := f.t
	i := v - 1
	if i < start || !f.nominal(i) {
		return 0, false
	}
	if t.Tokens[i].UPOS == lang.PRON {
		return i, true
	}
	for j := i; j > start && (f.nominal(j) || t.Tokens[j].UPOS == lang.ADJ || t.Tokens[j].UPOS == lang.DET || t.Tokens[j].UPOS == lang.CCONJ); j-- {
		if times.Has(t.Lower(j-1)) && t.Tokens[j].UPOS != lang.CCONJ {
			// The day on which it happened ends what was said.
			if dayparts.Has(t.Lower(j)) && j+1 < v {
				j++
			}
			return j, true
		}
	}
	for i >= start && (f.nominal(i) && t.Tokens[i].UPOS != lang.PRON || t.Tokens[i].UPOS == lang.ADJ) {
		i--
	}
	if i >= start && t.Tokens[i].UPOS == lang.DET {
		return i, true
	}
	first = i + 1
	if i < start {
		return 0, false
	}
	for j := first + 1; j < v; j++ {
		if t.Tokens[j].UPOS == lang.ADJ && f.nominal(j-1) {
			return j, true
		}
		if n := t.NameAt(j - 1); n >= 0 && t.Names[n].End == j && t.Names[n].Type == lang.Place {
			return j, true
		}
	}
	return 0, false
}
