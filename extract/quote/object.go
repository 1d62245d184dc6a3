package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// objectAfter is the nominal after the verb at v, or after its particle, with
// what completes it: "him for lying", "it a mistake", "the plan as dead".
func (f *finder) objectAfter(v int, frames frame, particle int) (tokens, bool) {
	t := f.t
	first := -1
	if particle >= 0 {
		first = particle + 1
	} else if o := t.Dependent(v, lang.Obj); o > v {
		first = max(v+1, f.reach(o).first)
	} else if frames&naming != 0 {
		if c := t.Dependent(v, lang.Ccomp, lang.Xcomp); c > v {
			first = max(v+1, f.reach(c).first)
		}
	}
	limit := f.limit(v)
	if first < 0 || first >= limit {
		return tokens{}, false
	}
	if f.finite(first) {
		return tokens{}, false
	}
	start, _ := f.below(v, first)
	end := first
	for i := first; i < limit; i++ {
		if f.t.Form(i) == "," && f.parts(v, i+1, limit) {
			break
		}
		top, ok := f.below(v, i)
		if !ok || top != start && !f.completes(top, frames) {
			break
		}
		if t.Tokens[i].UPOS != lang.PUNCT {
			end = i + 1
		}
	}
	return tokens{first, end}, end > first
}

// taken reports whether the verb at v says "as" what something is taken.
func (f *finder) taken(v int) bool {
	t := f.t
	for _, d := range t.Dependents(v, lang.Obl, lang.Advcl, lang.Xcomp, lang.Ccomp) {
		for _, c := range t.Dependents(d, lang.Case, lang.Mark) {
			if t.Lower(c) == "as" {
				return true
			}
		}
	}
	return false
}

// completions are the prepositions that lead what completes an object.
var completions = lexicon.GrammarWords.Words("prepositions that lead what completes an object")

// completes reports whether the dependent of a cue at top belongs to the
// content beside the object.
func (f *finder) completes(top int, frames frame) bool {
	t := f.t
	if t.Tokens[top].UPOS == lang.PUNCT {
		return true
	}
	switch t.Tokens[top].Rel.Base() {
	case lang.Xcomp, lang.Ccomp, lang.Obj, lang.Iobj:
		return true
	case lang.Obl:
		c := t.Dependent(top, lang.Case)
		return c >= 0 && completions.Has(t.Lower(c))
	case lang.Advcl:
		m := t.Dependent(top, lang.Mark)
		return m >= 0 && completions.Has(t.Lower(m))
	}
	return false
}

// parts reports whether what follows a comma, from i on, stands apart from the
// object before it: a description or a clause rather than one more of a list.
func (f *finder) parts(v, i, limit int) bool {
	for j := i; j >= 0 && j < limit; j = f.t.Tokens[j].Head {
		if h := f.t.Tokens[j].Head; h < i {
			return !f.t.Is(j, lang.Conj, lang.Cc) && f.t.Tokens[j].UPOS != lang.CCONJ
		}
	}
	return true
}

// below reports whether token i depends on v, and through which dependent of v.
func (f *finder) below(v, i int) (top int, ok bool) {
	for n := 0; i >= 0 && n < 200; n++ {
		h := f.t.Tokens[i].Head
		if h == v {
			return i, true
		}
		i = h
	}
	return -1, false
}
