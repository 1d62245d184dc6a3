package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// nounCue takes a noun of speech or thought with its content: "the claim that",
// "its decision to", "their criticism of". Without "that" it must be somebody's.
func (f *finder) nounCue(i int) {
	t := f.t
	u, ok := nouns.Find(t.Tokens[i].Lemma)
	if !ok || t.Is(i, lang.Compound, lang.Flat) {
		return
	}
	q := finding{head: i, cue: []int{i}, lemma: t.Tokens[i].Lemma, source: f.ownerOf(i)}
	if u.has(clause) {
		for _, c := range t.Dependents(i, lang.Acl, lang.Ccomp) {
			m := t.Dependent(c, lang.Mark)
			if c > i && t.Tokens[c].Rel != lang.AclRelcl && m >= 0 && t.Lower(m) == "that" {
				r := f.reach(c)
				r.first = max(r.first, i+1)
				q.pieces, q.rule = []tokens{f.skipThat(r)}, "noun.clause"
				if q.source.head < 0 {
					q.source = f.holderOf(i)
				}
				f.add(q)
				return
			}
		}
	}
	if q.source.head < 0 {
		return
	}
	if that := i + 1; u.has(clause) && that+1 < f.limit(i) && t.Lower(that) == "that" && t.Tokens[that].UPOS == lang.SCONJ && f.anyFinite(that+1, f.limit(i)) {
		q.pieces, q.rule = []tokens{{that + 1, f.clauseEnd(i, that+1)}}, "noun.clause"
		f.add(q)
		return
	}
	if u.has(infinitive) {
		for _, c := range t.Dependents(i, lang.Acl, lang.Advcl, lang.Xcomp) {
			if c > i && infinitival(t, c) {
				r := f.reach(c)
				q.pieces, q.rule = []tokens{{max(r.first, i+1), r.end}}, "noun.infinitive"
				f.add(q)
				return
			}
		}
	}
	for _, n := range t.Dependents(i, lang.Nmod, lang.Acl, lang.Obl) {
		c := t.Dependent(n, lang.Case, lang.Mark)
		if n < i || c < 0 || u.withWord(t.Lower(c)) == 0 || n == q.source.head {
			continue
		}
		r := f.reach(n)
		q.pieces, q.rule = []tokens{{max(r.first, c+1), r.end}}, "noun.object"
		q.cue = append(q.cue, c)
		f.add(q)
		return
	}
}

// ownerOf is whose the noun at i is: its possessor, or what "by", "from" or
// "among" names.
func (f *finder) ownerOf(i int) source {
	t := f.t
	if p := t.Dependent(i, lang.NmodPoss); p >= 0 && p < i {
		return f.phrase(p)
	}
	for _, n := range t.Dependents(i, lang.Nmod) {
		if c := t.Dependent(n, lang.Case); c >= 0 && n > i {
			if ownership.Has(t.Lower(c)) {
				return f.phrase(n)
			}
		}
	}
	return nobody
}

// light are the verbs whose subject is the one whose thought their object is:
// "made the claim that", "rejected" is not one.
var light = lexicon.SpeechWords.Words("verbs whose subject is the one whose thought their object is")

// holderOf is the subject of a light verb that the noun at i is the object of.
func (f *finder) holderOf(i int) source {
	h := f.t.Tokens[i].Head
	if h < 0 || !f.t.Is(i, lang.Obj) || !light.Has(f.t.Tokens[h].Lemma) {
		return nobody
	}
	return f.sourceOf(h)
}

// adjectiveCue takes a predicate adjective of thought with its content:
// "confident that", "eager to", "critical of".
func (f *finder) adjectiveCue(i int) {
	t := f.t
	u, ok := adjectives.Find(t.Lower(i))
	if !ok || t.Is(i, lang.Amod) {
		return
	}
	src := f.sourceOf(i)
	if src.head < 0 {
		return
	}
	q := finding{head: i, cue: []int{i}, lemma: t.Lower(i), source: src, rule: "adjective"}
	for _, c := range t.Dependents(i, lang.Ccomp, lang.Xcomp, lang.Advcl) {
		if c < i {
			continue
		}
		r := f.reach(c)
		r.first = max(r.first, i+1)
		if to := infinitival(t, c); to && u.has(infinitive) || !to && u.has(clause) && t.Is(c, lang.Ccomp) {
			q.pieces = []tokens{f.skipThat(r)}
			f.add(q)
			return
		}
	}
	for _, n := range t.Dependents(i, lang.Obl, lang.Nmod) {
		c := t.Dependent(n, lang.Case)
		if n < i || c < 0 || u.withWord(t.Lower(c)) == 0 {
			continue
		}
		r := f.reach(n)
		q.pieces, q.cue = []tokens{{max(r.first, c+1), r.end}}, append(q.cue, c)
		f.add(q)
		return
	}
}

// possessed takes a noun of speech that the tagger has for a verb, though a
// possessor stands before it: "the mayor's claim that". It reports whether one
// does.
func (f *finder) possessed(i int) bool {
	t := f.t
	if i == 0 || t.Tokens[i-1].XPOS != lang.XPOSPOS && t.Tokens[i-1].XPOS != lang.XPOSPRPPoss {
		return false
	}
	u, ok := nouns.Find(t.Tokens[i].Lemma)
	that := i + 1
	if !ok || !u.has(clause) || that+1 >= f.limit(i) || t.Lower(that) != "that" {
		return true
	}
	owner := i - 1
	if t.Tokens[owner].XPOS == lang.XPOSPOS {
		owner--
	}
	if owner < 0 || !f.names(owner) && t.Tokens[owner].XPOS != lang.XPOSPRPPoss {
		return true
	}
	src := f.phrase(owner)
	src.end = min(src.end, owner+1)
	f.add(finding{pieces: []tokens{{that + 1, f.clauseEnd(i, that+1)}}, head: i, cue: []int{i}, lemma: t.Tokens[i].Lemma, source: src, rule: "noun.clause"})
	return true
}
