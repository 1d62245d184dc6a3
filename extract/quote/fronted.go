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
	if f.bareTag(v, u, start, end) {
		return
	}
	src := f.sourceOf(v)
	if src.head < 0 {
		src = f.besides(v)
	}
	if src.head < 0 || t.Is(v, lang.AclRelcl) || t.Is(src.head, lang.Obj) || f.pronounOfClause(src.head) {
		return
	}
	if o := t.Dependent(v, lang.Obj); o > v && !u.has(addressee) {
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

// dashed reports whether the verb at v ends a tag between a comma and a dash:
// The plan is dead, she said — a blow to the town.
func (f *finder) dashed(v int) bool {
	t := f.t
	s := t.Sentences[f.sentence[v]]
	if v+1 >= s.End || !f.predicates(v) {
		return false
	}
	switch t.Form(v + 1) {
	case "-", "–", "—", "--":
	default:
		return false
	}
	src := f.sourceOf(v)
	return src.head >= 0 && src.first > s.First && src.end <= v && t.Form(src.first-1) == "," && f.anyFinite(s.First, src.first)
}

// pronounOfClause reports whether token i is a relative or interrogative pronoun.
func (f *finder) pronounOfClause(i int) bool {
	switch f.t.Tokens[i].XPOS {
	case lang.XPOSWP, lang.XPOSWDT, lang.XPOSWPPoss:
		return true
	}
	return false
}

// medialCue takes a cue that interrupts an unmarked clause.
func (f *finder) medialCue(v int, u usage) bool {
	if !u.has(clause) {
		return false
	}
	src := f.sourceOf(v)
	left, right, ok := f.interrupts(v, u, src)
	if !ok {
		return false
	}
	if w := f.within[right.first]; f.isMark[right.first] || w >= 0 && w != f.within[v] {
		// A quotation begins there: the words before are its beginning only if
		// they are a subject that it goes on from.
		i := right.first
		for i < right.end && f.isMark[i] {
			i++
		}
		if i >= right.end || startsUpper(f.t.Form(i)) || !f.nominal(left.first) && f.t.Tokens[left.first].UPOS != lang.DET && f.t.Tokens[left.first].UPOS != lang.ADJ {
			return false
		}
	}
	f.add(finding{pieces: []tokens{left, right}, head: v, cue: f.cueTokens(v), lemma: f.t.Tokens[v].Lemma, source: src, rule: "medial"})
	return true
}

// interrupts reports whether the verb at v with its subject stands between
// commas within a clause: If it fails, she said, we go on.
func (f *finder) interrupts(v int, u usage, src source) (left, right tokens, ok bool) {
	t := f.t
	if !u.has(quotes) && !u.has(tags) || !f.predicates(v) || src.head < 0 || src.head > v+6 || f.pronounOfClause(src.head) {
		return
	}
	start, end := t.Sentences[f.sentence[v]].First, f.limit(v)
	if m := f.within[v]; m >= 0 {
		start = max(start, f.words[m].first)
	}
	from := min(src.first, v)
	if from-1 <= start || t.Form(from-1) != "," {
		return
	}
	to := max(src.end, v+1)
	for to < end && to < v+10 && t.Form(to) != "," {
		if top, below := f.below(v, to); !below || !t.Is(top, lang.Obl, lang.OblUnmarked, lang.Advmod, lang.Obj, lang.Iobj) {
			return
		}
		to++
	}
	if to >= end || t.Form(to) != "," || to+1 >= end || !f.anyFinite(to+1, end) {
		return
	}
	switch t.Tokens[to+1].UPOS {
	case lang.CCONJ:
		return
	}
	if t.Lower(to+1) == "that" || t.Tokens[to+1].XPOS == lang.XPOSVBG || t.Tokens[to+1].XPOS == lang.XPOSWP || t.Tokens[to+1].XPOS == lang.XPOSWDT {
		return
	}
	for start < from && (t.Tokens[start].UPOS == lang.CCONJ || f.edge(start)) {
		start++
	}
	if f.cueBetween(start, from-1) || f.anyFinite(start, from-1) && !f.subordinate(start) {
		return
	}
	return tokens{start, from - 1}, tokens{to + 1, end}, true
}

// subordinate reports whether a clause that can't stand alone begins at token i.
func (f *finder) subordinate(i int) bool {
	return f.t.Tokens[i].UPOS == lang.SCONJ || f.t.Tokens[i].XPOS == lang.XPOSWRB
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
