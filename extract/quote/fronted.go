package quote

import "xref/extract/lang"

// frontedCue takes the verb at v as the tag of an unmarked clause that it
// follows or interrupts: The plan is dead, she said. The plan, she said, is dead.
func (f *finder) frontedCue(v int, u usage) {
	t := f.t
	if !u.has(quotes) && !u.has(tags) || !f.finite(v) || !u.has(clause) {
		return
	}
	s := t.Sentences[f.sentence[v]]
	start, end := s.First, f.limit(v)
	if m := f.within[v]; m >= 0 {
		start = max(start, f.words[m].first)
	}
	src := f.sourceOf(v)
	if src.head < 0 {
		src = f.besides(v)
	}
	if src.head < 0 || t.Is(v, lang.AclRelcl) || t.Is(src.head, lang.Obj) {
		return
	}
	left := min(src.first, v)
	for left > start && left > 0 && (t.Tokens[left-1].UPOS == lang.AUX || t.Tokens[left-1].UPOS == lang.ADV) && t.Tokens[left-1].Head == v {
		left--
	}
	q := finding{head: v, cue: f.cueTokens(v), lemma: t.Tokens[v].Lemma, source: src}
	if as := left - 1; as >= start && t.Lower(as) == "as" {
		f.asCue(q, as, start, end)
		return
	}
	right := max(src.end, v+1)
	if left <= start {
		return
	}
	comma := t.Form(left-1) == ","
	ccompBefore := false
	for _, c := range t.Dependents(v, lang.Ccomp) {
		ccompBefore = ccompBefore || c < v
	}
	parenthetic := t.Is(v, lang.Parataxis) && t.Tokens[v].Head >= 0 && (t.Tokens[v].Head < left || t.Tokens[v].Head > v)
	if !comma && !ccompBefore && !parenthetic {
		return
	}
	if !f.anyFinite(start, left) {
		if !f.resumes(right, end) {
			return
		}
	}
	if f.cueBetween(start, left) && !ccompBefore {
		return
	}
	first := start
	for first < left && (t.Tokens[first].UPOS == lang.CCONJ || f.edge(first)) {
		first++
	}
	q.pieces = []tokens{{first, left}}
	q.rule = "fronted"
	if r := f.afterTag(v, right, end); !f.anyFinite(start, left) || parenthetic && t.Tokens[v].Head > v {
		q.rule = "medial"
		q.pieces = append(q.pieces, r)
	}
	f.add(q)
}

// resumes reports whether a clause goes on after the tag that ends at right.
func (f *finder) resumes(right, end int) bool {
	i := right
	for i < end && f.t.Form(i) != "," {
		i++
	}
	return i < end && f.anyFinite(i, end)
}

// afterTag is what follows the comma that closes a tag.
func (f *finder) afterTag(v, right, end int) tokens {
	for i := right; i < end; i++ {
		if f.t.Form(i) == "," {
			return tokens{i + 1, end}
		}
	}
	return tokens{end, end}
}

// asCue takes "as she said" with the rest of its sentence.
func (f *finder) asCue(q finding, as, start, end int) {
	t := f.t
	close := q.head + 1
	for close < end && t.Form(close) != "," {
		close++
	}
	q.rule = "as"
	switch {
	case as == start:
		q.pieces = []tokens{{min(close+1, end), end}}
	case t.Form(as-1) == ",":
		q.pieces = []tokens{{start, as}}
		if close < end {
			q.pieces = append(q.pieces, tokens{close + 1, end})
		}
	default:
		return
	}
	if !f.anyFinite(start, as) && !f.anyFinite(close, end) {
		return
	}
	f.add(q)
}
