package quote

import (
	"xref/extract/lang"
)

// source is the phrase that names whose a content is, as tokens, and its head;
// head is -1 where the text names none.
type source struct {
	tokens
	head int
}

var nobody = source{head: -1}

// sourceOf finds who says what the verb at v cues: its subject, or that of the
// clause or noun it depends on.
func (f *finder) sourceOf(v int) source {
	return f.subjectOf(v, 0)
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
	if s := t.Dependent(v, lang.Nsubj); s >= 0 {
		return f.phrase(s)
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
var issued = map[string]bool{
	"statement": true, "letter": true, "tweet": true, "message": true, "post": true, "memo": true,
	"release": true, "email": true, "e-mail": true, "note": true, "petition": true, "press": true,
}

// issuer is the source of a participle that modifies the noun at head.
func (f *finder) issuer(head, depth int) source {
	t := f.t
	if issued[t.Tokens[head].Lemma] {
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
	return source{tokens{low, high + 1}, h}
}

// closesName reports whether a mark of punctuation at a phrase's end is part of
// it: the bracket of "(R-Tenn.)".
func closesName(form string) bool { return form == ")" }
