package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// usageOf is how the verb at i attributes. Verbs of reporting that have no
// frames of their own take words between marks and clauses after "that".
func (f *finder) usageOf(i int) usage {
	tok := &f.t.Tokens[i]
	if u, ok := verbs.Find(tok.Lemma); ok {
		return u
	}
	if c, ok := lexicon.ReportingVerb(tok.Lemma); ok {
		switch c.Class {
		case lexicon.Say, lexicon.Claim, lexicon.Deny, lexicon.Agree, lexicon.Warn, lexicon.Predict, lexicon.Suggest:
			return usage{frames: quotes | clause | withThat}
		}
	}
	return usage{}
}

// verbCue tries the verb at v as a cue: with words between marks first, then
// with what depends on it, then with a clause that it follows.
func (f *finder) verbCue(v int) {
	if f.modifies(v) || f.orders(v) || f.possessed(v) {
		return
	}
	u, particle := f.usageHere(v)
	if f.tagCue(v, u) || u.frames == 0 {
		return
	}
	if f.dashed(v) {
		f.frontedCue(v, u)
		return
	}
	if f.medialCue(v, u) || f.openingCue(v, u) || f.framedCue(v, u, particle) {
		return
	}
	f.frontedCue(v, u)
}

// modifies reports whether the verb at v only describes a noun: "the alleged
// plot", "the proposed law".
func (f *finder) modifies(v int) bool {
	if v > 0 && f.t.Tokens[v].XPOS == lang.XPOSVBG && f.t.Form(v-1) == "," && f.usageOf(v).has(quotes) {
		return false // "He left, telling reporters"
	}
	return f.t.Is(v, lang.Amod, lang.Compound, lang.Case, lang.Mark, lang.Aux, lang.Cop, lang.Flat)
}

// orders reports whether the verb at v tells the reader to do something, which
// is nobody's saying it: "Read the full statement: “…”", "Please note that …".
func (f *finder) orders(v int) bool {
	t := f.t
	if f.within[v] >= 0 || t.Tokens[v].XPOS != lang.XPOSVB && t.Tokens[v].XPOS != lang.XPOSVBP || t.Lower(v) != t.Tokens[v].Lemma || t.Dependent(v, lang.Nsubj) >= 0 {
		return false
	}
	for i := v - 1; i >= t.Sentences[f.sentence[v]].First; i-- {
		if !beforeOrder.Has(t.Lower(i)) {
			return false
		}
	}
	return true
}

// tagCue takes the verb at v as the tag of a quotation before it. A verb that
// isn't one of speech may be: “…,” smiled Jones.
func (f *finder) tagCue(v int, u usage) bool {
	m, g, ok := f.taggedBefore(v)
	if !ok || f.holder[m] >= 0 && f.found[f.holder[m]].head >= 0 {
		return false
	}
	speech := u.has(quotes) || u.has(tags)
	lead := f.leadIn(m)
	if !speech {
		if !f.finite(v) || !lead.empty() || f.ending(m) != ',' || g.end-g.tokens.first > 8 || f.hasComplement(v) || !f.whole(m) {
			return false
		}
	}
	src := f.tagSource(v, g)
	if src.head < 0 && !(f.finite(v) && u.has(passive)) {
		return false
	}
	if !speech && src.head < 0 {
		return false
	}
	pieces := f.stretchPieces(m)
	if !lead.empty() {
		pieces = append(pieces, lead)
	}
	pieces = append(pieces, f.runOn(m, v)...)
	rule := "tag"
	if !speech {
		rule = "tag.any"
	}
	f.add(finding{pieces: pieces, head: v, cue: f.cueTokens(v), lemma: f.t.Tokens[v].Lemma, source: src, rule: rule, spoken: true})
	return true
}

// tagSource is the subject of a tag: from the parse where it stands between the
// quotation and the verb or follows the verb, else the nominal beside the verb.
func (f *finder) tagSource(v int, g gap) source {
	s := f.sourceOf(v)
	if s.head >= 0 && (g.has(s.head) || s.head > v && s.head < v+12 || f.t.Tokens[v].Rel == lang.Conj || !f.finite(v)) {
		return s
	}
	if !f.finite(v) && f.t.Tokens[v].XPOS != lang.XPOSVBN {
		return s
	}
	for i := v - 1; i >= g.tokens.first; i-- {
		if f.nominal(i) {
			return f.phrase(f.top(i, g.tokens))
		}
	}
	if g.empty() {
		for i := v + 1; i < len(f.t.Tokens) && i < v+6 && f.sentence[i] == f.sentence[v]; i++ {
			if f.nominal(i) {
				return f.phrase(f.top(i, tokens{v + 1, v + 16}))
			}
		}
	}
	return nobody
}

func (f *finder) nominal(i int) bool {
	switch f.t.Tokens[i].UPOS {
	case lang.NOUN, lang.PROPN, lang.PRON:
		return true
	}
	return false
}

// top climbs from token i to the head of the nominal that it belongs to within r.
func (f *finder) top(i int, r tokens) int {
	for n := 0; n < 12; n++ {
		h := f.t.Tokens[i].Head
		if h < 0 || !r.has(h) || !f.nominal(h) || f.sentence[h] != f.sentence[i] {
			return i
		}
		i = h
	}
	return i
}

// openingCue takes the verb at v as what introduces a quotation after it.
func (f *finder) openingCue(v int, u usage) bool {
	m, g, direct := f.opened(v)
	if m < 0 || !direct || f.holder[m] >= 0 {
		return false
	}
	if !u.has(quotes) {
		return false
	}
	r := f.words[m]
	if c := f.t.Dependent(v, lang.Ccomp); c > v && !r.has(c) && g.last != ":" {
		if span := f.reach(c); span.first < r.end && span.end > r.end+2 {
			return false // the words between marks are a part of the clause
		}
	}
	if g.last == "" && f.scare(m) && !u.has(clause) {
		return false
	}
	src := f.sourceOf(v)
	if src.head < 0 {
		src = f.besides(v)
	}
	pieces := f.stretchPieces(m)
	if e := f.t.TokenAt(f.marked[m].outer.End); (g.last == "" || g.last == "that") && f.openEnded(m) && f.sentence[min(e, len(f.sentence)-1)] == f.sentence[v] && e < f.limit(v) && u.has(clause) {
		pieces = append(pieces, tokens{r.first, f.clauseEnd(v, r.first)})
	}
	f.add(finding{pieces: pieces, head: v, cue: f.cueTokens(v), lemma: f.t.Tokens[v].Lemma, source: src, rule: "introduced", spoken: f.ended(m) || f.whole(m)})
	return true
}

// openEnded reports whether stretch m ends without punctuation, within or right
// after it.
func (f *finder) openEnded(m int) bool {
	switch f.ending(m) {
	case '.', ',', '?', '!', '…', '-', '–', '—':
		return false
	}
	e := f.t.TokenAt(f.marked[m].outer.End)
	return e < len(f.t.Tokens) && f.t.Tokens[e].UPOS != lang.PUNCT && f.t.Tokens[e].UPOS != lang.CCONJ && !f.isMark[e]
}

// scare reports whether stretch m is too little to be speech by itself.
func (f *finder) scare(m int) bool {
	r := f.words[m]
	return r.end-r.first < 3
}

// besides is the nominal directly before a finite verb, or after it in
// inversion, where the parse gives it no subject.
func (f *finder) besides(v int) source {
	if !f.finite(v) {
		return nobody
	}
	for i := v - 1; i >= 0 && i > v-5 && f.sentence[i] == f.sentence[v]; i-- {
		switch {
		case f.nominal(i):
			if !f.names(i) || f.within[i] != f.within[v] {
				return nobody
			}
			p := f.phrase(f.top(i, tokens{f.t.Sentences[f.sentence[v]].First, v}))
			if p == nobody || f.t.Is(p.head, lang.Obl, lang.Obj, lang.Nmod) && !f.begins(p.first) {
				return nobody
			}
			return p
		case f.t.Tokens[i].UPOS != lang.ADV && f.t.Tokens[i].UPOS != lang.AUX:
			return nobody
		}
	}
	return nobody
}

// begins reports whether a clause can begin at token i: at a sentence's start
// and after a comma, a conjunction or an opening mark.
func (f *finder) begins(i int) bool {
	if i == f.t.Sentences[f.sentence[i]].First {
		return true
	}
	p := &f.t.Tokens[i-1]
	return p.UPOS == lang.PUNCT || p.UPOS == lang.CCONJ || p.UPOS == lang.SCONJ
}

// hasComplement reports whether the verb at v has its content after it.
func (f *finder) hasComplement(v int) bool {
	for _, c := range f.t.Dependents(v, lang.Ccomp, lang.Xcomp) {
		if c > v {
			return true
		}
	}
	u := f.usageOf(v)
	if o := f.t.Dependent(v, lang.Obj); o > v && !u.has(addressee) && u.has(object|naming) && f.t.Tokens[v].XPOS != lang.XPOSVBN {
		return true
	}
	return false
}

// cueTokens are the verb at v with its auxiliaries' negation left out and its
// particle.
func (f *finder) cueTokens(v int) []int {
	cue := []int{v}
	if p := f.t.Dependent(v, lang.CompoundPrt); p > v {
		cue = append(cue, p)
	}
	return cue
}

// reach is the range of tokens that the clause at c covers, in its sentence:
// from the first to the last of its subtree that no outer mark parts from it.
func (f *finder) reach(c int) tokens {
	sub := f.t.Subtree(c)
	return tokens{sub[0], sub[len(sub)-1] + 1}
}

// framedCue takes the verb at v with the content that its frames allow to
// depend on it.
func (f *finder) framedCue(v int, u usage, particle int) bool {
	t := f.t
	passiveVoice := t.Dependent(v, lang.AuxPass) >= 0 || t.Dependent(v, lang.NsubjPass) >= 0
	bare := t.Tokens[v].XPOS == lang.XPOSVBN && t.Tokens[v].Rel == lang.Acl
	frames := u.frames
	q := finding{head: v, cue: f.cueTokens(v), lemma: t.Tokens[v].Lemma, source: f.sourceOf(v)}
	if particle >= 0 {
		q.cue = append(q.cue, particle)
		q.lemma += " " + t.Lower(particle)
	}
	if passiveVoice || bare {
		if !u.has(passive) || bare && !u.has(accusing) {
			return false
		}
		return f.passiveCue(v, u, q, bare)
	}
	if q.source.head < 0 {
		q.source = f.besides(v)
	}
	if t.Tokens[v].XPOS == lang.XPOSVB && q.source.head < 0 {
		return false // an order or a bare infinitive: nobody's words yet
	}
	if frames&clause != 0 {
		if r, ok := f.clauseAfter(v, u); ok {
			q.pieces, q.rule = []tokens{r}, "clause"
			q.pieces = append(q.pieces, f.colonAfter(r)...)
			f.add(q)
			return true
		}
	}
	if frames&(infinitive|gerund) != 0 {
		if r, ok := f.verbalAfter(v, frames, u); ok {
			q.pieces, q.rule = []tokens{r}, "infinitive"
			f.add(q)
			return true
		}
	}
	if t.Tokens[v].XPOS == lang.XPOSVB && t.Is(v, lang.Acl, lang.Advcl) {
		return false // what something is for: "a chance to discuss it"
	}
	if frames&(object|naming|namingAs|accusing) != 0 || frames&reportShow != 0 && q.source.head >= 0 && reports.Has(t.Tokens[q.source.head].Lemma) {
		if r, ok := f.objectAfter(v, frames, particle); ok && (frames&namingAs == 0 || frames&object != 0 || f.taken(v)) {
			q.pieces, q.rule = []tokens{r}, "object"
			f.add(q)
			return true
		}
	}
	return false
}

// usageHere is how the verb at v attributes with the words that stand after it,
// and the token of the word that its frames ask for; -1 where none does.
func (f *finder) usageHere(v int) (usage, int) {
	u := f.usageOf(v)
	for _, p := range u.with {
		for i := v + 1; i < len(f.t.Tokens) && i <= v+6 && f.sentence[i] == f.sentence[v]; i++ {
			if f.t.Lower(i) != p.word {
				continue
			}
			if h := f.t.Tokens[i].Head; h == v || h >= 0 && f.t.Tokens[h].Head == v || i == v+1 {
				return usage{frames: u.withWord(p.word)}, i
			}
		}
	}
	return u, -1
}

// reports are the nouns for texts and counts that show what they show.
var reports = lexicon.SpeechWords.Words("nouns for texts and counts")

// clauseAfter is the finite clause after the verb at v that is its content.
func (f *finder) clauseAfter(v int, u usage) (tokens, bool) {
	t := f.t
	c := -1
	for _, d := range t.Dependents(v, lang.Ccomp) {
		if d > v {
			c = d
			break
		}
	}
	if u.has(withThat) && (c < 0 || t.Dependent(c, lang.Mark) < 0) {
		return tokens{}, false
	}
	if c < 0 {
		if r, ok := f.clauseByWords(v, u); ok {
			return r, true
		}
		return tokens{}, false
	}
	if infinitival(t, c) && !u.has(infinitive) {
		return tokens{}, false
	}
	r := f.reach(c)
	r.first = max(r.first, v+1)
	if o := t.Dependent(v, lang.Obj); o > v && o < c && !u.has(addressee) {
		r.first = min(r.first, f.reach(o).first)
	}
	for _, m := range t.Dependents(c, lang.Mark) {
		if m > v && m < c && t.Lower(m) == "that" {
			r.first = m + 1
		}
	}
	r = f.skipThat(r)
	if that, ok := f.thatAfter(v, f.limit(v)); ok && that.first < r.first && u.has(quotes) && t.Dependent(c, lang.Mark) < 0 {
		r.first = that.first
	}
	r.end = f.clauseEnd(v, r.first)
	return f.runsOut(r), r.first < r.end
}

// runsOut lengthens a content that ends with its sentence, in a stretch that
// goes on, to the stretch's end.
func (f *finder) runsOut(r tokens) tokens {
	if m := f.within[r.end-1]; m >= 0 && f.words[m].first > r.first && f.words[m].end > r.end {
		last := r.end
		for last < f.words[m].end && f.edge(last) {
			last++
		}
		if last >= f.words[m].end || f.sentence[last] != f.sentence[r.end-1] || f.t.Tokens[r.end].UPOS == lang.PUNCT && f.sentence[r.end] == f.sentence[r.end-1] && r.end+1 < len(f.t.Tokens) && f.sentence[r.end+1] != f.sentence[r.end] {
			r.end = f.words[m].end
		}
	}
	return r
}

// trailing moves the end of a content over what the parse hangs on the cue at v
// though it stands within the content's clause: later dependents that no comma
// parts from it.
func (f *finder) trailing(v, end int) int {
	t := f.t
	s := t.Sentences[f.sentence[v]]
	for end < s.End && !f.isMark[end] {
		tok := &t.Tokens[end]
		if tok.UPOS == lang.PUNCT {
			return end
		}
		top := end
		for t.Tokens[top].Head >= 0 && t.Tokens[top].Head != v && t.Tokens[top].Head >= end {
			top = t.Tokens[top].Head
		}
		if t.Tokens[top].Head != v {
			return end
		}
		switch t.Tokens[top].Rel.Base() {
		case lang.Advcl, lang.Obl, lang.Advmod, lang.Xcomp:
			end = max(end+1, f.reach(top).end)
		default:
			return end
		}
	}
	return end
}

// skipThat drops the conjunction at a clause's beginning, and the day on which
// it was said.
func (f *finder) skipThat(r tokens) tokens {
	for r.first < r.end && (f.edge(r.first) || times.Has(f.t.Lower(r.first)) && r.first+1 < r.end && !f.finite(r.first+1) && f.t.Tokens[r.first+1].UPOS != lang.PART || f.t.Lower(r.first) == "that" && f.t.Tokens[r.first].UPOS == lang.SCONJ) {
		r.first++
	}
	return r
}

// clauseByWords is the content after a verb of speech where the parse has none:
// after "that", or a clause with a finite verb up to the sentence's end.
func (f *finder) clauseByWords(v int, u usage) (tokens, bool) {
	t := f.t
	if !u.has(quotes) && !u.has(tags) || t.Tokens[v].XPOS == lang.XPOSVBN {
		return tokens{}, false
	}
	limit := f.limit(v)
	end := limit
	i := v + 1
	if u.has(addressee) {
		if o := t.Dependent(v, lang.Obj, lang.Iobj); o > v {
			i = f.reach(o).end
		}
		for j := v + 2; j < min(i, v+12); j++ {
			if t.Lower(j) == "that" && (t.Tokens[j].UPOS == lang.SCONJ || t.Tokens[j-1].UPOS == lang.PRON) {
				i = j // a clause that the parse hangs on who was told
			}
		}
	}
	for i < end && (t.Tokens[i].UPOS == lang.ADV && t.Tokens[i].Head == v || t.Tokens[i].Rel == lang.OblUnmarked && t.Tokens[i].Head == v) {
		i++
	}
	if i >= end || t.Tokens[i].UPOS == lang.PUNCT {
		return tokens{}, false
	}
	if r, ok := f.thatAfter(v, end); ok && u.has(clause) {
		r.end = f.clauseEnd(v, r.first)
		return f.runsOut(r), r.first < r.end
	}
	if t.Lower(i) == "that" && i+1 < end && f.anyFinite(i+1, end) {
		return f.runsOut(tokens{i + 1, f.clauseEnd(v, i+1)}), true
	}
	if u.has(withThat) {
		return tokens{}, false
	}
	switch t.Tokens[i].UPOS {
	case lang.PRON, lang.DET, lang.PROPN, lang.NOUN, lang.NUM, lang.ADJ:
	default:
		return tokens{}, false
	}
	if t.IsAncestor(v, i) && f.subjectTop(v, i) {
		// Inversion, but where a verb follows what the parse takes for the subject.
		e := f.reach(f.subjectOver(v, i)).end
		if e >= end || !f.finite(e) || f.t.Form(max(v-1, 0)) != "," {
			return tokens{}, false
		}
	}
	// The subject of a clause, then its verb.
	for j := i; j < end && j < i+12; j++ {
		if t.Tokens[j].UPOS == lang.PUNCT {
			return tokens{}, false
		}
		if f.finite(j) && (t.Is(j, lang.Ccomp, lang.Parataxis, lang.Root, lang.Conj, lang.Aux, lang.Cop) || t.Tokens[j].Rel == lang.AuxPass) {
			return f.runsOut(tokens{i, f.clauseEnd(v, i)}), true
		}
	}
	return tokens{}, false
}

// subjectTop reports whether token i stands in the subject of v.
func (f *finder) subjectTop(v, i int) bool { return f.subjectOver(v, i) >= 0 }

// subjectOver is the head of the subject of v that token i stands in, or -1.
func (f *finder) subjectOver(v, i int) int {
	for ; i >= 0 && i != v; i = f.t.Tokens[i].Head {
		if f.t.Tokens[i].Head == v && f.t.Is(i, lang.Nsubj) {
			return i
		}
	}
	return -1
}

func (f *finder) anyFinite(first, end int) bool {
	for i := first; i < end; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// limit is the end of what can be content of a cue at v: its sentence's end, or
// that of the stretch that v stands in.
func (f *finder) limit(v int) int {
	end := f.t.Sentences[f.sentence[v]].End
	if m := f.within[v]; m >= 0 {
		end = min(end, f.words[m].end)
	}
	return end
}

// verbalAfter is the infinitive or gerund after the verb at v.
func (f *finder) verbalAfter(v int, frames frame, u usage) (tokens, bool) {
	t := f.t
	for _, c := range t.Dependents(v, lang.Xcomp, lang.Ccomp, lang.Advcl) {
		if c < v {
			continue
		}
		to := false
		for _, m := range t.Dependents(c, lang.Mark) {
			to = to || t.Lower(m) == "to"
		}
		if t.Is(c, lang.Advcl) && (!to || t.Form(max(f.reach(c).first-1, 0)) == ",") {
			continue
		}
		if to && frames&infinitive != 0 || t.Tokens[c].XPOS == lang.XPOSVBG && frames&gerund != 0 {
			r := f.reach(c)
			r.first = max(r.first, v+1)
			if o := t.Dependent(v, lang.Obj); o > v && o < c && !u.has(addressee) {
				r.first = min(r.first, f.reach(o).first)
			}
			r.end = f.trailing(v, r.end)
			return r, true
		}
	}
	return tokens{}, false
}

// colonAfter is the quotation that a content runs into after a colon: said he
// was appalled: “…”.
func (f *finder) colonAfter(r tokens) []tokens {
	i := r.end
	if i >= len(f.t.Tokens) || f.t.Form(i) != ":" {
		return nil
	}
	m := f.firstStretchAfter(f.t.Tokens[i].Span.End)
	if m >= len(f.marked) || f.parent[m] != f.within[i] || f.holder[m] >= 0 {
		return nil
	}
	if first := f.words[m].first; first > i+2 || f.words[m].empty() || f.ending(m) == ',' {
		return nil // a comma at its end leads to a cue of its own
	}
	return f.stretchPieces(m)
}
