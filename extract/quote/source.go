package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// source is the phrase that names whose a content is, as tokens, and its head;
// head is -1 where the text names none.
type source struct {
	tokens
	head int
}

var nobody = source{head: -1}

// sourceOf finds who says what the verb at v cues: its subject, or that of the
// clause or noun it depends on. A source in other quotation marks than the cue
// is none.
func (f *finder) sourceOf(v int) source {
	if p := f.pronounBefore(v); p >= 0 {
		return source{tokens{p, p + 1}, p}
	}
	s := f.subjectOf(v, 0)
	if s.head >= 0 && (f.within[s.head] != f.within[v] || !f.names(s.head)) {
		s = nobody
	}
	if s.head < 0 && f.t.Tokens[v].XPOS == lang.XPOSVBG {
		s = f.mainSubject(v)
	}
	return f.nearest(s, v)
}

// pronounBefore is the subject pronoun that stands right before the finite verb
// at v: he, she, who; -1 where none does. No parse knows better.
func (f *finder) pronounBefore(v int) int {
	t := f.t
	if !f.predicates(v) || t.Dependent(v, lang.AuxPass) >= 0 {
		return -1
	}
	i := v - 1
	for i >= 0 && f.sentence[i] == f.sentence[v] && (t.Tokens[i].UPOS == lang.AUX || t.Tokens[i].UPOS == lang.ADV) {
		i--
	}
	if i < 0 || f.sentence[i] != f.sentence[v] || f.within[i] != f.within[v] {
		return -1
	}
	if subjects.Has(t.Lower(i)) {
		return i
	}
	return -1
}

// names reports whether the token at h can head a source.
func (f *finder) names(h int) bool {
	if times.Has(f.t.Lower(h)) || f.t.Form(h)[0] == '\'' {
		return false
	}
	switch f.t.Tokens[h].UPOS {
	case lang.NOUN, lang.PROPN, lang.PRON, lang.NUM, lang.DET, lang.ADJ, lang.X, lang.SYM:
		return true
	}
	return false
}

// mainSubject is the subject of the finite verb before the participle at v that
// a comma parts from it: She left, saying …
func (f *finder) mainSubject(v int) source {
	t := f.t
	first := t.Sentences[f.sentence[v]].First
	comma := v - 1
	for comma > first && comma > v-4 && t.Form(comma) != "," {
		comma--
	}
	if comma <= first || t.Form(comma) != "," {
		return nobody
	}
	for i := comma - 1; i >= first; i-- {
		if t.Tokens[i].UPOS != lang.VERB || f.within[i] != f.within[v] || !f.predicates(i) || f.relative(i, first) || t.Is(i, lang.Ccomp, lang.Advcl) {
			continue
		}
		if s := f.subjectOf(i, 1); s.head >= 0 && s.head < v && f.names(s.head) {
			return s
		}
	}
	return nobody
}

// nearest corrects a source where the parse takes what leads up to the sentence
// for it: in "After the talks in the east, the group said" the nominal between
// the comma and the verb speaks. A list has a conjunction there, and a
// description is closed by a comma of its own.
func (f *finder) nearest(s source, v int) source {
	if s.head < 0 || s.head >= v || !f.predicates(v) {
		return s
	}
	t := f.t
	comma := v - 1
	for comma > s.first && t.Form(comma) != "," {
		if t.Tokens[comma].UPOS == lang.CCONJ || f.within[comma] != f.within[v] {
			return s
		}
		comma--
	}
	if comma <= s.first || t.Tokens[comma+1].UPOS == lang.ADP || s.head > comma {
		return s
	}
	r := tokens{comma + 1, v}
	for i := v - 1; i > comma; i-- {
		switch {
		case f.pronounOfClause(i):
			return s
		case f.nominal(i) && !times.Has(t.Lower(i)):
			h := f.top(i, r)
			return source{tokens{r.first, i + 1}, f.person(r, h)}
		case t.Tokens[i].UPOS != lang.ADV && t.Tokens[i].UPOS != lang.AUX:
			return s
		}
	}
	return s
}

func (f *finder) subjectOf(v, depth int) source {
	if depth > 6 {
		return nobody
	}
	t := f.t
	if cue, ok := f.lifted[v]; ok {
		return f.governing(cue, depth)
	}
	if t.Dependent(v, lang.AuxPass) >= 0 || t.Dependent(v, lang.NsubjPass) >= 0 {
		return f.agentOf(v)
	}
	for _, s := range t.Dependents(v, lang.Nsubj) {
		if f.within[s] == f.within[v] || t.Dependent(v, lang.Nsubj) == s && len(t.Dependents(v, lang.Nsubj)) == 1 {
			return f.phrase(s)
		}
	}
	head := t.Tokens[v].Head
	if head < 0 {
		return nobody
	}
	switch t.Tokens[v].Rel {
	case lang.Conj:
		return f.governing(head, depth)
	case lang.Xcomp:
		if o := t.Dependent(head, lang.Obj, lang.Iobj); o >= 0 && o < v {
			return f.phrase(o)
		}
		return f.governing(head, depth)
	case lang.Advcl, lang.Parataxis, lang.Ccomp, lang.Dep:
		if f.finite(v) {
			return nobody
		}
		if m := t.Dependent(v, lang.Mark); m >= 0 && t.Lower(m) == "as" {
			if o := t.Dependent(head, lang.Obj); o >= 0 {
				return f.phrase(o) // quoted her as saying
			}
		}
		return f.governing(head, depth)
	case lang.Acl, lang.AclRelcl:
		if t.Tokens[v].Rel == lang.AclRelcl && f.finite(v) {
			return nobody
		}
		if v > 0 && f.nominal(v-1) && v-1 != head && (reports.Has(t.Tokens[v-1].Lemma) || issued.Has(t.Tokens[v-1].Lemma)) {
			return f.phrase(v - 1)
		}
		return f.issuer(head, depth)
	}
	return nobody
}

// governing is the subject that a verb without one of its own takes over from
// the clause at head.
func (f *finder) governing(head, depth int) source {
	t := f.t
	if s := t.Dependent(head, lang.Nsubj, lang.Csubj); s >= 0 {
		if t.Tokens[s].Rel.Base() == lang.Csubj {
			return nobody
		}
		return f.phrase(s)
	}
	return f.subjectOf(head, depth+1)
}

// issued are the nouns for what somebody puts out: in "issued a statement
// saying" the source is who issued it.
var issued = lexicon.SpeechWords.Words("things that speak for who wrote them")

// issuer is the source of a participle that modifies the noun at head.
func (f *finder) issuer(head, depth int) source {
	t := f.t
	if issued.Has(t.Tokens[head].Lemma) {
		if p := t.Dependent(head, lang.NmodPoss); p >= 0 {
			return f.phrase(p)
		}
		if g := t.Tokens[head].Head; g >= 0 && t.Tokens[g].UPOS == lang.VERB && t.Is(head, lang.Obj, lang.Obl) {
			if s := f.governing(g, depth+1); s.head >= 0 {
				return s
			}
		}
	}
	return f.phrase(head)
}

// agentOf is who a passive names with "by".
func (f *finder) agentOf(v int) source {
	if a := f.t.Dependent(v, lang.OblAgent); a >= 0 {
		return f.phrase(a)
	}
	for _, o := range f.t.Dependents(v, lang.Obl) {
		if c := f.t.Dependent(o, lang.Case); c >= 0 && f.t.Lower(c) == "by" {
			return f.phrase(o)
		}
	}
	return nobody
}

// phrase is the nominal that token h heads, without prepositions, relative
// clauses and what stands apart from it.
func (f *finder) phrase(h int) source {
	t := f.t
	if t.Is(h, lang.Expl) || t.Lower(h) == "there" {
		return nobody
	}
	low, high := h, h
	subtree := t.SubtreeWithout(h, lang.Case, lang.AclRelcl, lang.Parataxis, lang.Punct, lang.Cc, lang.Mark, lang.Advcl, lang.Discourse)
	in := make(map[int]bool, len(subtree))
	for _, i := range subtree {
		in[i] = true
	}
	joins := func(i int) bool {
		return in[i] || t.Tokens[i].UPOS == lang.PUNCT || t.Is(i, lang.Case, lang.Cc)
	}
	for low > 0 && f.sentence[low-1] == f.sentence[h] && joins(low-1) && f.within[low-1] == f.within[h] {
		low--
	}
	for high+1 < len(t.Tokens) && f.sentence[high+1] == f.sentence[h] && joins(high+1) && f.within[high+1] == f.within[h] {
		high++
	}
	for low < h && !in[low] {
		low++
	}
	for high > h && !in[high] && !closesName(t.Form(high)) {
		high--
	}
	s := tokens{low, high + 1}
	for i := h + 1; i+1 < s.end; i++ {
		if t.Is(i, lang.Case) && times.Has(t.Lower(i+1)) {
			s.end = i // said when, not who
		}
	}
	for s.end > h+1 && times.Has(t.Lower(s.end-1)) {
		s.end--
	}
	return source{s, f.person(s, h)}
}

// times are the words that, at the end of a source, say when it spoke.
var times = lexicon.TimeWords.Words("words that say when a source spoke")

// person is the head of a phrase: that of the person's name at the end of its
// first part where titles and bodies stand before it ("Harbour Board chief Ann
// Marsh"), else h.
func (f *finder) person(s tokens, h int) int {
	t := f.t
	end := s.first
	for end < s.end && !t.Is(end, lang.Case) && (t.Tokens[end].UPOS != lang.PUNCT || t.Form(end) == "-") && t.Tokens[end].UPOS != lang.CCONJ {
		end++
	}
	if end == s.first {
		return h
	}
	n := t.NameAt(end - 1)
	if n < 0 || t.Names[n].Type != lang.Person || t.Names[n].First < s.first || h >= t.Names[n].First && h < t.Names[n].End || h >= end {
		return h
	}
	for i := t.Names[n].First; i < end; i++ {
		if p := t.Tokens[i].Head; p < t.Names[n].First || p >= t.Names[n].End {
			return i
		}
	}
	return t.Names[n].First
}

// closesName reports whether a mark of punctuation at a phrase's end is part of
// it: the bracket of "(R-Tenn.)".
func closesName(form string) bool { return form == ")" }
