package quote

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// introduced takes quotations after a colon that no verb of speech introduces:
// a headline's “Jones: ‘…’” and “Jones took to the radio: “…””. A headline's
// name and colon introduce words without marks too.
func (f *finder) introduced() {
	t := f.t
	for i := range t.Tokens {
		if t.Form(i) != ":" || i == 0 {
			continue
		}
		s := t.Sentences[f.sentence[i]]
		m := f.firstStretchAfter(t.Tokens[i].Span.End)
		if m < len(f.marked) && f.parent[m] == f.within[i] && f.holder[m] < 0 && f.adjoins(i, m) {
			f.afterColon(i, m, s)
			continue
		}
		if s.Role == lang.Headline && f.within[i] < 0 {
			if src, ok := f.label(s.First, i, false); ok && i+1 < s.End && !f.topic(i-1) {
				f.add(finding{pieces: []tokens{{i + 1, s.End}}, head: i, cue: []int{i}, lemma: ":", source: src, rule: "headline"})
			}
		}
	}
}

// signed takes a paragraph that is a quotation, a dash and a name: “…” — Jones.
func (f *finder) signed() {
	t := f.t
	for m := range f.marked {
		s := &f.marked[m]
		if f.holder[m] >= 0 || f.parent[m] >= 0 || s.follows >= 0 || s.outer.Start != f.paras[s.para].Start || !f.whole(m) {
			continue
		}
		dash := t.TokenAt(s.outer.End)
		if dash >= len(t.Tokens) || !f.paras[s.para].Contains(t.Tokens[dash].Span) {
			continue
		}
		switch t.Form(dash) {
		case "-", "–", "—", "―", "--":
		default:
			continue
		}
		end := t.TokenAt(f.paras[s.para].End)
		for end > dash && t.Tokens[end-1].UPOS == lang.PUNCT {
			end--
		}
		if src, ok := f.label(dash+1, end, true); ok {
			f.add(finding{pieces: f.stretchPieces(m), head: dash, cue: []int{dash}, lemma: t.Form(dash), source: src, rule: "signed", spoken: true})
		}
	}
}

// adjoins reports whether stretch m opens directly after the colon at i, be it
// in the next paragraph.
func (f *finder) adjoins(i, m int) bool {
	first := f.t.TokenAt(f.marked[m].outer.Start)
	return first == i+1 && f.marked[m].para-f.paraOf(i) <= 1
}

// paraOf is the paragraph that token i stands in.
func (f *finder) paraOf(i int) int {
	at := f.t.Tokens[i].Span.Start
	lo, hi := 0, len(f.paras)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.paras[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func (f *finder) afterColon(i, m int, s lang.Sentence) {
	t := f.t
	if src, ok := f.label(s.First, i, true); ok {
		pieces := f.stretchPieces(m)
		if s.Role == lang.Headline {
			pieces = []tokens{{i + 1, s.End}}
		}
		f.add(finding{pieces: pieces, head: i, cue: []int{i}, lemma: ":", source: src, rule: "label"})
		return
	}
	if src, n := f.possessedBefore(i, s); n >= 0 {
		f.add(finding{pieces: f.stretchPieces(m), head: n, cue: []int{n}, lemma: t.Tokens[n].Lemma, source: src, rule: "utterance", spoken: true})
		return
	}
	if !f.whole(m) {
		return
	}
	// The last finite verb before the colon with a subject, not in a relative clause.
	for v := i - 1; v >= s.First; v-- {
		if t.Tokens[v].UPOS != lang.VERB || f.holds(v) || f.relative(v, s.First) {
			continue
		}
		if src := f.sourceOf(v); src.head >= 0 && f.animate(src.head) {
			f.add(finding{pieces: f.stretchPieces(m), head: v, cue: f.cueTokens(v), lemma: t.Tokens[v].Lemma, source: src, rule: "colon"})
			return
		}
	}
}

// holds reports whether the token at v is the cue of a finding already.
func (f *finder) holds(v int) bool {
	for n := range f.found {
		if f.found[n].head == v {
			return true
		}
	}
	return false
}

// animate reports whether the nominal at h can speak: a pronoun of persons, a
// name but of a place, or a noun for a person or body.
func (f *finder) animate(h int) bool {
	t := f.t
	switch t.Tokens[h].UPOS {
	case lang.PRON:
		if noSpeakers.Has(t.Lower(h)) {
			return false
		}
		return true
	case lang.PROPN:
		if n := t.NameAt(h); n >= 0 {
			return t.Names[n].Type != lang.Place
		}
		return true
	}
	if _, ok := lexicon.PersonNoun(t.Tokens[h].Lemma); ok {
		return true
	}
	return lexicon.GroupNoun(t.Tokens[h].Lemma) || reports.Has(t.Tokens[h].Lemma)
}

// rubrics are the words before a headline's colon that name no one.
var rubrics = lexicon.SpeechWords.Words("rubrics before a headline's colon")

// label is the name that tokens [first, colon) consist of, as before a colon in
// a headline or a transcript, or after the last dash in them. Before words
// between marks any capitalized name will do, else it must be one that the text
// gives a person or body.
func (f *finder) label(first, colon int, marked bool) (source, bool) {
	t := f.t
	for i := colon - 1; i > first; i-- {
		if form := t.Form(i); form == "-" || form == "–" || form == "—" {
			first = i + 1
			break
		}
	}
	if colon-first < 1 || colon-first > 8 || rubrics.Has(t.Lower(colon-1)) {
		return nobody, false
	}
	upper := true
	for i := first; i < colon; i++ {
		switch t.Tokens[i].UPOS {
		case lang.PROPN, lang.NOUN, lang.ADJ:
			upper = upper && startsUpper(t.Form(i))
		case lang.DET, lang.ADP, lang.NUM:
		case lang.PUNCT:
			if t.Form(i) != "." && t.Form(i) != "-" && t.Form(i) != "," {
				return nobody, false
			}
		default:
			return nobody, false
		}
	}
	h, known := colon-1, false
	for i := first; i < colon; i++ {
		if n := t.NameAt(i); n >= 0 && (t.Names[n].Type == lang.Person || t.Names[n].Type == lang.Organisation) {
			known, h = true, i
		}
	}
	if !known && !f.knownName(t.Form(h)) && !(marked && upper && f.nominal(h)) && !(f.nominal(h) && t.Tokens[h].UPOS == lang.NOUN && f.animate(h)) {
		return nobody, false
	}
	r := tokens{first, colon}
	return source{r, f.person(r, f.top(h, r))}, true
}

// topic reports whether the last word of a headline's label says what the
// headline is about and not who says it: "Harbour Ferry Dispute: Talks Stall".
func (f *finder) topic(i int) bool {
	word := strings.ToLower(f.t.Form(i))
	if _, person := lexicon.PersonNoun(word); person || lexicon.GroupNoun(word) || reports.Has(word) {
		return false
	}
	switch lexicon.SupersenseOf(word, lexicon.Noun) {
	case lexicon.NounAct, lexicon.NounEvent, lexicon.NounCommunication, lexicon.NounState, lexicon.NounProcess, lexicon.NounPhenomenon:
		return !f.namedBelow(f.t.Form(i))
	}
	return false
}

// namedBelow reports whether form ends the name of a person outside headlines.
func (f *finder) namedBelow(form string) bool {
	return slices.ContainsFunc(f.t.Names, func(n lang.Name) bool {
		return n.Type == lang.Person && f.t.Form(n.End-1) == form && f.t.Sentences[f.sentence[n.First]].Role != lang.Headline
	})
}

// knownName reports whether form is a part of a person's or body's name
// anywhere in the text.
func (f *finder) knownName(form string) bool {
	if f.known == nil {
		f.known = make(map[string]bool)
		for _, n := range f.t.Names {
			if n.Type == lang.Person || n.Type == lang.Organisation {
				for i := n.First; i < n.End; i++ {
					f.known[f.t.Form(i)] = true
				}
			}
		}
	}
	return startsUpper(form) && f.known[form]
}

// continued adds to a quotation what runs on after its tag: “…,” he said. “…”,
// and gives a paragraph that is nothing but quotation the speaker of the one
// directly before it.
func (f *finder) continued() {
	for m := range f.marked {
		if f.holder[m] >= 0 || f.marked[m].follows >= 0 && f.holder[f.marked[m].follows] < 0 {
			continue
		}
		r := f.words[m]
		if r.empty() {
			continue
		}
		if p := f.marked[m].follows; p >= 0 {
			f.extend(f.holder[p], m)
			continue
		}
		if !f.pure(m) {
			continue
		}
		if n := f.before(m); n >= 0 {
			f.extend(n, m)
			continue
		}
		n := f.paragraphBefore(m)
		if n < 0 {
			n = f.toldBefore(m)
		}
		if n >= 0 {
			f.found = append(f.found, finding{pieces: f.tidy(f.stretchPieces(m), -1), head: -1, source: f.found[n].source, rule: "carried"})
			f.hold(len(f.found)-1, m)
		}
	}
}

func (f *finder) extend(n, m int) {
	f.found[n].pieces = f.tidy(append(f.found[n].pieces, f.stretchPieces(m)...), f.found[n].head)
	f.hold(n, m)
}

// hold marks stretch m and those that carry it on as content of finding n.
func (f *finder) hold(n, m int) {
	for ; m >= 0; m = f.next[m] {
		f.holder[m] = n
		f.found[n].spoken = f.found[n].spoken || f.whole(m)
	}
}

// pure reports whether stretch m is one or more whole sentences: it begins with
// a sentence and ends with one.
func (f *finder) pure(m int) bool {
	s := &f.marked[m]
	first := f.t.TokenAt(s.outer.Start)
	if first >= len(f.t.Tokens) || !f.ended(m) {
		return false
	}
	head := f.t.Sentences[f.sentence[first]].First
	if p := f.parent[m]; p >= 0 {
		head = max(head, f.words[p].first)
	}
	if head != first && !(head == first+1 && f.isMark[first]) && !(first > 0 && f.isMark[first-1] && head >= first-1) && !(first > 0 && strings.HasSuffix(f.t.Form(first-1), ".")) {
		return false
	}
	after := f.t.TokenAt(s.outer.End)
	if s.unclosed || after >= len(f.t.Tokens) || !f.paras[s.para].Contains(f.t.Tokens[after].Span) {
		return true
	}
	return startsUpper(f.t.Form(after)) || f.isMark[after] || f.sentence[after] != f.sentence[after-1]
}

// before is the finding that the sentence before stretch m, in its paragraph,
// gives words between marks to or tags; -1 where there is none.
func (f *finder) before(m int) int {
	s := &f.marked[m]
	first := f.t.TokenAt(s.outer.Start)
	for n := len(f.found) - 1; n >= 0; n-- {
		q := &f.found[n]
		if q.head < 0 || q.head >= first || !q.spoken || f.paraOf(q.head) != s.para || f.within[q.head] != f.parent[m] {
			continue
		}
		last := max(q.head, q.pieces[len(q.pieces)-1].end-1)
		if last < first && f.sentence[last]+1 >= f.sentence[first] {
			return n
		}
	}
	return -1
}

// toldBefore is the finding of the sentence before stretch m, in its paragraph,
// that reports somebody's speech without marks: She said it was over. “We are
// done.” It is -1 where there is none or more than one.
func (f *finder) toldBefore(m int) int {
	first := f.t.TokenAt(f.marked[m].outer.Start)
	found := -1
	for n := len(f.found) - 1; n >= 0; n-- {
		q := &f.found[n]
		if q.head < 0 || q.head >= first || q.source.head < 0 || f.within[q.head] != f.parent[m] || f.paraOf(q.head) != f.marked[m].para || f.sentence[q.head]+1 != f.sentence[first] {
			continue
		}
		if f.t.Tokens[q.head].UPOS != lang.VERB || !f.usageOf(q.head).has(quotes) || f.inside(q.head, n) {
			continue
		}
		if found >= 0 && f.found[found].source != q.source {
			return -1
		}
		found = n
	}
	return found
}

// inside reports whether token i stands in the content of a finding but n.
func (f *finder) inside(i, n int) bool {
	for k := range f.found {
		for _, p := range f.found[k].pieces {
			if k != n && p.has(i) {
				return true
			}
		}
	}
	return false
}

// paragraphBefore is the finding whose quotation ends the paragraph before
// stretch m, where m fills its own paragraph; -1 where there is none.
func (f *finder) paragraphBefore(m int) int {
	s := &f.marked[m]
	span := f.paras[s.para]
	if s.outer.Start != span.Start || s.outer.End < span.End || s.para == 0 || f.parent[m] >= 0 {
		return -1
	}
	last := f.t.TokenAt(f.paras[s.para-1].End) - 1
	for n := len(f.found) - 1; n >= 0; n-- {
		q := &f.found[n]
		if len(q.pieces) == 0 || !q.spoken || q.source.head < 0 {
			continue
		}
		end := max(q.head, q.pieces[len(q.pieces)-1].end-1)
		if end <= last && f.paraOf(end) == s.para-1 && f.sentence[end] == f.sentence[max(last, 0)] {
			return n
		}
	}
	return -1
}

// uncued adds the whole sentences between marks that nothing gives to anyone:
// their speaker is unknown.
func (f *finder) uncued() {
	for m := range f.marked {
		if f.holder[m] >= 0 || f.parent[m] >= 0 || f.marked[m].single || !f.whole(m) || !f.ended(m) {
			continue
		}
		if f.t.Sentences[f.sentence[f.t.TokenAt(f.marked[m].inner.Start)]].Role == lang.Headline {
			continue
		}
		f.found = append(f.found, finding{pieces: f.tidy(f.stretchPieces(m), -1), head: -1, source: nobody, rule: "unknown"})
		f.hold(len(f.found)-1, m)
	}
}
