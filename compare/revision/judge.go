package revision

import (
	"slices"

	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
)

// quotation is the kind of altered words between quotation marks.
const quotation kind.ID = "quote"

// judgement is what sort of thing a hunk changes, and how gravely.
type judgement struct {
	kind    kind.ID
	verdict kind.Verdict
}

// judges are the kinds in the order in which they are tried: the first that
// recognises the differing words tells the kind.
var judges = []func(o, n *version, h hunk) (judgement, bool){
	judgeQuote, judgeNumber, judgeDate, judgeNegation, judgeModality, judgePronoun, judgeName, judgeAttribution, judgeTitle, judgeFraming, judgeScope,
}

func judge(o, n *version, h hunk) judgement {
	for _, j := range judges {
		if found, ok := j(o, n, h); ok {
			return found
		}
	}
	return judgement{fact, kind.Differ}
}

// marked reports whether a token stands between quotation marks.
func (v *version) marked(i int) bool {
	return slices.ContainsFunc(v.Quotations, func(q quote.Quotation) bool {
		return slices.ContainsFunc(q.Marked, func(s article.Span) bool { return s.Contains(v.Text.Tokens[i].Span) })
	})
}

func judgeQuote(o, n *version, h hunk) (judgement, bool) {
	inside := func(v *version, tokens []int) bool {
		return !slices.ContainsFunc(tokens, func(i int) bool { return !v.marked(i) })
	}
	return judgement{quotation, kind.Differ}, inside(o, h.old) && inside(n, h.new)
}

// number is the quantity whose number stands among tokens.
func (v *version) number(tokens []int) (quantity.Quantity, bool) {
	for _, q := range v.Quantities {
		for _, i := range tokens {
			if q.Number.Contains(v.Text.Tokens[i].Span) {
				return q, true
			}
		}
	}
	return quantity.Quantity{}, false
}

// bounded is whether tokens limit a number: "at least", "nearly".
func (v *version) bounded(tokens []int) bool {
	return slices.ContainsFunc(v.Quantities, func(q quantity.Quantity) bool {
		return slices.ContainsFunc(tokens, func(i int) bool { return q.Bounded.Contains(v.Text.Tokens[i].Span) })
	})
}

// judgeNumber tells other numbers, which conflict where no number is both, from
// other bounds.
func judgeNumber(o, n *version, h hunk) (judgement, bool) {
	a, inOld := o.number(h.old)
	b, inNew := n.number(h.new)
	switch {
	case inOld && inNew && (a.High < b.Low || b.High < a.Low) && a.Unit == b.Unit:
		return judgement{"number", kind.Conflict}, true
	case inOld && inNew && a.Low == b.Low && a.High == b.High:
		return judgement{"quantifier", kind.Differ}, true
	case inOld && inNew:
		return judgement{"number", kind.Differ}, true
	}
	return judgement{"quantifier", kind.Differ}, inOld || inNew || o.bounded(h.old) || n.bounded(h.new)
}

func (v *version) date(tokens []int) int {
	for k, t := range v.Times {
		for _, i := range tokens {
			if t.Span.Contains(v.Text.Tokens[i].Span) {
				return k
			}
		}
	}
	return -1
}

// judgeDate tells other times; those that don't overlap conflict.
func judgeDate(o, n *version, h hunk) (judgement, bool) {
	i, j := o.date(h.old), n.date(h.new)
	if i < 0 && j < 0 {
		return judgement{}, false
	}
	verdict := kind.Differ
	if i >= 0 && j >= 0 {
		a, b := o.Times[i], n.Times[j]
		if !a.Begin.IsZero() && !b.Begin.IsZero() && (!a.Stop.After(b.Begin) || !b.Stop.After(a.Begin)) {
			verdict = kind.Conflict
		}
	}
	return judgement{"date", verdict}, true
}

// judgeNegation tells that one side denies what the other says.
func judgeNegation(o, n *version, h hunk) (judgement, bool) {
	denies := func(v *version, tokens []int) int {
		count := 0
		for _, i := range tokens {
			if v.Text.Tokens[i].Feats.Polarity == lang.PolarityNeg || lexicon.Negates(v.lemma(i), lexicon.NegParticle) || lexicon.Negates(v.lemma(i), lexicon.NegAdverb) || lexicon.Negates(v.lemma(i), lexicon.NegDeterminer) {
				count++
			}
		}
		return count % 2
	}
	return judgement{"negation", kind.Conflict}, denies(o, h.old) != denies(n, h.new)
}

// judgeModality tells that one side is surer than the other.
func judgeModality(o, n *version, h hunk) (judgement, bool) {
	hedges := func(v *version, tokens []int) bool {
		return slices.ContainsFunc(tokens, func(i int) bool {
			_, modal := lexicon.Modal(v.lemma(i))
			_, hedge := lexicon.Hedge(v.lemma(i))
			return modal && v.Text.Tokens[i].UPOS == lang.AUX || hedge && v.Text.Tokens[i].UPOS != lang.ADP
		})
	}
	return judgement{"modality", kind.Differ}, hedges(o, h.old) || hedges(n, h.new)
}

// judgePronoun tells that one person or body has another pronoun.
func judgePronoun(o, n *version, h hunk) (judgement, bool) {
	class := func(v *version, tokens []int) (resolve.Class, bool) {
		if len(tokens) != 1 {
			return resolve.NoClass, false
		}
		for _, e := range v.Resolution.Entities {
			for _, m := range e.Mentions {
				if m.Form == resolve.Pronoun && m.Head == tokens[0] {
					return m.Class, true
				}
			}
		}
		return resolve.NoClass, false
	}
	a, inOld := class(o, h.old)
	b, inNew := class(n, h.new)
	return judgement{"pronoun", kind.Conflict}, inOld && inNew && a != b
}

// judgeName tells other names.
func judgeName(o, n *version, h hunk) (judgement, bool) {
	named := func(v *version, tokens []int) bool {
		return len(tokens) > 0 && !slices.ContainsFunc(tokens, func(i int) bool { return v.Text.Tokens[i].UPOS != lang.PROPN && v.weighs(i) })
	}
	return judgement{"name", kind.Differ}, named(o, h.old) && named(n, h.new)
}

// judgeAttribution tells that another is said to have said it, or says it in
// another manner.
func judgeAttribution(o, n *version, h hunk) (judgement, bool) {
	source := func(v *version, tokens []int) bool {
		return slices.ContainsFunc(v.Quotations, func(q quote.Quotation) bool {
			return slices.ContainsFunc(tokens, func(i int) bool {
				return v.weighs(i) && (q.Source.Contains(v.Text.Tokens[i].Span) || q.CueHead == i)
			})
		})
	}
	return judgement{"attribution", kind.Differ}, source(o, h.old) || source(n, h.new)
}

// judgeTitle tells that somebody is called otherwise.
func judgeTitle(o, n *version, h hunk) (judgement, bool) {
	title := func(v *version, tokens []int) bool {
		for _, e := range v.Resolution.Entities {
			for _, m := range e.Mentions {
				if m.Form == resolve.Title && len(tokens) > 0 && m.First <= tokens[0] && tokens[len(tokens)-1] < m.End {
					return true
				}
			}
		}
		return false
	}
	return judgement{"title", kind.Differ}, title(o, h.old) || title(n, h.new)
}

// near is how alike two words are that are said of the same.
const near = 0.6

// judgeFraming tells another word for the same.
func judgeFraming(o, n *version, h hunk) (judgement, bool) {
	one := func(v *version, tokens []int) (int, bool) {
		at := -1
		for _, i := range tokens {
			if v.contentWord(i) {
				if at >= 0 {
					return 0, false
				}
				at = i
			}
		}
		return at, at >= 0
	}
	i, inOld := one(o, h.old)
	j, inNew := one(n, h.new)
	return judgement{"framing", kind.Differ}, inOld && inNew && o.Text.Tokens[i].UPOS == n.Text.Tokens[j].UPOS &&
		o.Text.Tokens[i].UPOS != lang.PROPN && lexicon.Similarity(o.lemma(i), n.lemma(j)) >= near
}

// judgeScope tells that it is said where, of which or of whom, on one side or
// otherwise.
func judgeScope(o, n *version, h hunk) (judgement, bool) {
	limits := func(v *version, tokens []int) bool {
		return len(tokens) > 0 && (v.Text.Tokens[tokens[0]].UPOS == lang.ADP || v.Text.Tokens[tokens[0]].UPOS == lang.ADJ)
	}
	return judgement{"scope", kind.Differ}, (len(h.old) == 0 || limits(o, h.old)) && (len(h.new) == 0 || limits(n, h.new))
}

// fewest is how many words make it a matter that they stand between quotation
// marks on one side only.
const fewest = 3

// quotedOtherwise tells that the same words stand between quotation marks in one
// version and not in the other.
func quotedOtherwise(o, n *version, a, b sentence, same [][2]int) (Change, bool) {
	c := Change{What: Quote, Kind: quotation, Verdict: kind.Differ, Old: Passage{Span: a.Span}, New: Passage{Span: b.Span}}
	var olds, news []int
	for _, s := range same {
		if o.marked(s[0]) != n.marked(s[1]) {
			olds, news = append(olds, s[0]), append(news, s[1])
		}
	}
	if len(olds) < fewest {
		return c, false
	}
	c.Old.Marks, c.New.Marks = o.cover(olds), n.cover(news)
	return c, true
}
