package quote

import (
	"sort"
	"strings"

	"xref/extract/article"
	"xref/extract/lang"
)

// Find returns the attributions of a text, in the order of their contents.
func Find(t *lang.Text) []Quotation {
	if len(t.Tokens) == 0 {
		return nil
	}
	f := newFinder(t)
	for i := range t.Tokens {
		f.cueAt(i)
	}
	f.transcribed()
	f.introduced()
	f.signed()
	f.continued()
	f.uncued()
	return f.assemble()
}

// finder holds what the rules look at and what they have found so far.
type finder struct {
	t        *lang.Text
	paras    []article.Span
	marked   []marked
	words    []tokens // of each stretch: its tokens
	within   []int    // of each token: the innermost stretch it stands in, -1 for none
	isMark   []bool   // of each token: it is a quotation mark
	holder   []int    // of each stretch: the index in found of what has it as content, -1 for none
	next     []int    // of each stretch: the one of a later paragraph that carries it on, -1 for none
	parent   []int    // of each stretch: the innermost one it stands in, -1 for none
	found    []finding
	known    map[string]bool // parts of the names of persons and bodies; nil until asked for
	sentence []int           // of each token: its sentence
	lifted   map[int]int     // of verbs that the parse joins to a content: the cue they are joined to in truth
}

// finding is a quotation as a rule makes it: pieces are ranges of tokens.
type finding struct {
	pieces []tokens
	head   int // token index of the cue; -1 where there is none
	cue    []int
	lemma  string
	source source
	rule   string
	spoken bool // a stretch of its content is speech by its shape
}

// tokens is a half-open range of token indexes.
type tokens struct{ first, end int }

func (r tokens) empty() bool    { return r.first >= r.end }
func (r tokens) has(i int) bool { return r.first <= i && i < r.end }

func newFinder(t *lang.Text) *finder {
	f := &finder{t: t, paras: paragraphs(t), lifted: map[int]int{}}
	f.marked = pairMarks(t.Source, f.paras)
	f.within = make([]int, len(t.Tokens))
	f.isMark = make([]bool, len(t.Tokens))
	f.sentence = make([]int, len(t.Tokens))
	for i := range f.within {
		f.within[i] = -1
	}
	for s := range t.Sentences {
		for i := t.Sentences[s].First; i < t.Sentences[s].End; i++ {
			f.sentence[i] = s
		}
	}
	f.holder = make([]int, len(f.marked))
	f.next = make([]int, len(f.marked))
	f.parent = make([]int, len(f.marked))
	for m := range f.marked {
		f.holder[m], f.next[m], f.parent[m] = -1, -1, -1
		for p := m - 1; p >= 0 && f.marked[m].depth > 0; p-- {
			if f.marked[p].depth < f.marked[m].depth {
				f.parent[m] = p
				break
			}
		}
	}
	f.words = make([]tokens, len(f.marked))
	for m := range f.marked {
		r := f.tokensOf(f.marked[m].inner)
		f.words[m] = r
		for i := r.first; i < r.end; i++ {
			f.within[i] = m
		}
		if p := f.marked[m].follows; p >= 0 {
			f.next[p] = m
		}
	}
	for i := range t.Tokens {
		f.isMark[i] = onlyMarks(t.Form(i))
	}
	return f
}

func onlyMarks(form string) bool {
	return form != "" && strings.Trim(form, "\"'`“”„‟«»‘’‚‹›") == ""
}

// tokensOf is the range of tokens that stand in span as a whole.
func (f *finder) tokensOf(span article.Span) tokens {
	first := sort.Search(len(f.t.Tokens), func(i int) bool { return f.t.Tokens[i].Span.Start >= span.Start })
	end := first
	for end < len(f.t.Tokens) && f.t.Tokens[end].Span.End <= span.End {
		end++
	}
	return tokens{first, end}
}

// cueAt tries the rules for a cue at token i, the most telling first.
func (f *finder) cueAt(i int) {
	tok := &f.t.Tokens[i]
	switch tok.UPOS {
	case lang.VERB:
		f.verbCue(i)
	case lang.NOUN:
		f.nounCue(i)
	case lang.ADV:
		f.adverbCue(i)
	case lang.ADJ:
		f.adjectiveCue(i)
	}
	if tok.UPOS != lang.NOUN {
		f.phraseCue(i)
	}
}

// add keeps a finding and marks the stretches of its content as held.
func (f *finder) add(q finding) {
	q.source = f.nominalOf(q.source, q.head)
	q.pieces = f.tidy(q.pieces, q.head)
	if len(q.pieces) == 0 {
		return
	}
	for _, p := range q.pieces {
		m := sort.Search(len(f.words), func(m int) bool { return f.words[m].first >= p.first })
		for ; m < len(f.words) && f.words[m].first < p.end; m++ {
			if f.holder[m] < 0 && !f.words[m].empty() && !f.words[m].has(q.head) {
				f.holder[m] = len(f.found)
				q.spoken = q.spoken || f.whole(m)
			}
		}
	}
	f.found = append(f.found, q)
}

// tidy trims marks and punctuation off the pieces' edges, drops what is empty
// and joins what touches. The cue itself is in no piece.
func (f *finder) tidy(pieces []tokens, head int) []tokens {
	var kept []tokens
	for _, p := range pieces {
		p.first, p.end = max(p.first, 0), min(p.end, len(f.t.Tokens))
		if head >= 0 && p.has(head) {
			if head-p.first > p.end-head {
				p.end = head
			} else {
				p.first = head + 1
			}
		}
		for !p.empty() && f.edge(p.first) {
			p.first++
		}
		for !p.empty() && f.edge(p.end-1) {
			p.end--
		}
		if !p.empty() {
			kept = append(kept, p)
		}
	}
	sort.Slice(kept, func(i, j int) bool { return kept[i].first < kept[j].first })
	joined := kept[:0]
	for _, p := range kept {
		if n := len(joined); n > 0 && p.first <= joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, p.end)
			continue
		}
		joined = append(joined, p)
	}
	return joined
}

// edge reports whether token i doesn't belong at a content's edge.
func (f *finder) edge(i int) bool {
	if f.isMark[i] {
		return true
	}
	if f.t.Tokens[i].UPOS != lang.PUNCT {
		return false
	}
	switch f.t.Form(i) {
	case ",", ":", ";", "-", "–", "—", "―", "--":
		return true
	case ".":
		return f.within[i] < 0
	}
	return false
}
