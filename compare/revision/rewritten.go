package revision

import (
	"slices"

	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/assertion"
)

// hunk is neighbouring words of a sentence that became others; one side may be
// empty. Tokens are of the old version and of the new.
type hunk struct{ old, new []int }

// longest is how many tokens of a sentence are held against another's: what is
// longer is no sentence.
const longest = 1500

// rewritten is what changed from a sentence to the one that it became: a change
// for each kind of thing that the differing words are.
func rewritten(o, n *version, p pair) []placed {
	a, b := o.sentences[p.old], n.sentences[p.new]
	olds, news := o.words(a.First, a.End), n.words(b.First, b.End)
	same, hunks := difference(o, n, olds, news)
	at := func(c Change) placed { return placed{c, 2*p.new + 1, b.Span.Start} }
	var out []placed
	places := map[kind.ID]int{}
	for _, h := range hunks {
		if !o.matter(n, h) || o.elsewhere(n, h) {
			continue
		}
		if c, whole := o.clause(n, h); whole {
			out = append(out, at(c))
			continue
		}
		found := judge(o, n, h)
		i, ok := places[found.kind]
		if !ok {
			what := Changed
			if found.kind == quotation {
				what = Quote
			}
			i = len(out)
			places[found.kind] = i
			out = append(out, at(Change{What: what, Kind: found.kind, Verdict: found.verdict, Old: Passage{Span: a.Span}, New: Passage{Span: b.Span}}))
		}
		if found.verdict == kind.Conflict {
			out[i].Verdict = kind.Conflict
		}
		out[i].Old.Marks = append(out[i].Old.Marks, o.cover(h.old)...)
		out[i].New.Marks = append(out[i].New.Marks, n.cover(h.new)...)
	}
	if _, told := places[quotation]; !told {
		if c, ok := quotedOtherwise(o, n, a, b, same); ok {
			out = append(out, at(c))
		}
	}
	return out
}

// words are the tokens from first to end that have a key.
func (v *version) words(first, end int) []int {
	var out []int
	for i := first; i < end && len(out) < longest; i++ {
		if v.keys[i] != "" {
			out = append(out, i)
		}
	}
	return out
}

// difference aligns two sequences of tokens by their longest common subsequence
// and returns the tokens that are the same and the hunks between them.
func difference(o, n *version, olds, news []int) (same [][2]int, hunks []hunk) {
	rows := make([][]int32, len(olds)+1)
	for i := range rows {
		rows[i] = make([]int32, len(news)+1)
	}
	for i := len(olds) - 1; i >= 0; i-- {
		for j := len(news) - 1; j >= 0; j-- {
			if o.keys[olds[i]] == n.keys[news[j]] {
				rows[i][j] = rows[i+1][j+1] + 1
			} else {
				rows[i][j] = max(rows[i+1][j], rows[i][j+1])
			}
		}
	}
	var now hunk
	end := func() {
		if len(now.old) > 0 || len(now.new) > 0 {
			hunks = append(hunks, now)
		}
		now = hunk{}
	}
	i, j := 0, 0
	for i < len(olds) || j < len(news) {
		switch {
		case i < len(olds) && j < len(news) && o.keys[olds[i]] == n.keys[news[j]]:
			end()
			same = append(same, [2]int{olds[i], news[j]})
			i, j = i+1, j+1
		case j == len(news) || i < len(olds) && rows[i+1][j] >= rows[i][j+1]:
			now.old = append(now.old, olds[i])
			i++
		default:
			now.new = append(now.new, news[j])
			j++
		}
	}
	end()
	return same, hunks
}

// matter reports whether a hunk changes more than the form of words.
func (v *version) matter(n *version, h hunk) bool {
	side := func(v *version, tokens []int) []string {
		var out []string
		for _, i := range tokens {
			if v.weighs(i) {
				out = append(out, v.lemma(i))
			}
		}
		slices.Sort(out)
		return out
	}
	return !slices.Equal(side(v, h.old), side(n, h.new))
}

// elsewhere reports whether the words of a hunk of one side stand together in
// the other version too: a sentence was cut in two, or two were joined.
func (v *version) elsewhere(n *version, h hunk) bool {
	moved := func(from *version, tokens []int, to *version) bool {
		words := map[string]bool{}
		for _, i := range tokens {
			if from.contentWord(i) {
				words[from.lemma(i)] = true
			}
		}
		return len(words) >= least && to.hold(words)
	}
	return len(h.new) == 0 && moved(v, h.old, n) || len(h.old) == 0 && moved(n, h.new, v)
}

// clause is the words that a hunk of one side only adds or takes away, where they
// make an assertion of their own.
func (v *version) clause(n *version, h hunk) (Change, bool) {
	switch {
	case len(h.old) == 0:
		if span := n.cover(h.new)[0]; n.asserted(h.new) && !v.hold(n.content(span)) {
			return Change{What: Added, Kind: fact, New: Passage{Span: span}}, true
		}
	case len(h.new) == 0:
		if span := v.cover(h.old)[0]; v.asserted(h.old) && !n.hold(v.content(span)) {
			return Change{What: Gone, Kind: fact, Old: Passage{Span: span}}, true
		}
	}
	return Change{}, false
}

// mostly is the share of an assertion's words that a hunk has which is that
// assertion.
const mostly = 0.8

// asserted reports whether an assertion's predicate stands in tokens with most of
// the assertion's words.
func (v *version) asserted(tokens []int) bool {
	return slices.ContainsFunc(v.Assertions, func(a assertion.Assertion) bool {
		if !slices.Contains(tokens, a.Predicate.Head) {
			return false
		}
		all, in := 0, 0
		for i := v.Text.TokenAt(a.Span.Start); i < len(v.keys) && v.Text.Tokens[i].Span.Start < a.Span.End; i++ {
			if v.keys[i] != "" {
				all++
				if slices.Contains(tokens, i) {
					in++
				}
			}
		}
		return in >= least && float64(in) >= mostly*float64(all)
	})
}

// cover is the span of tokens that stand beside each other; none of none.
func (v *version) cover(tokens []int) []article.Span {
	if len(tokens) == 0 {
		return nil
	}
	return []article.Span{v.Text.Tokens[tokens[0]].Span.Cover(v.Text.Tokens[tokens[len(tokens)-1]].Span)}
}

// headline compares the titles, which are words like any others.
func headline(o, n *version) []placed {
	olds, news := o.titleWords(), n.titleWords()
	_, hunks := difference(o, n, olds, news)
	c := Change{What: Headline, Kind: fact, Verdict: kind.Differ, Old: Passage{Span: o.Article.Title}, New: Passage{Span: n.Article.Title}}
	told := false
	for _, h := range hunks {
		if !o.matter(n, h) {
			continue
		}
		if found := judge(o, n, h); !told || found.verdict == kind.Conflict {
			c.Kind, c.Verdict = found.kind, found.verdict
		}
		told = true
		c.Old.Marks = append(c.Old.Marks, o.cover(h.old)...)
		c.New.Marks = append(c.New.Marks, n.cover(h.new)...)
	}
	if !told {
		return nil
	}
	return []placed{{c, -1, 0}}
}

func (v *version) titleWords() []int {
	title := v.Article.Title
	if title.Empty() {
		return nil
	}
	var out []int
	for i := range v.keys {
		if title.Contains(v.Text.Tokens[i].Span) && v.keys[i] != "" {
			out = append(out, i)
		}
	}
	return out
}
