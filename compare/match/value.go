package match

import (
	"slices"

	"xref/compare/encoder"
	"xref/extract/article"
	"xref/extract/quantity"
	"xref/extract/when"
)

// ValuePair is a number or a time of one document and one of another that can be held
// against each other: of which it can be asked whether both say how much, how many or when
// of one thing.
type ValuePair struct {
	A, B  Run
	Equal bool // they say the same
	Apart bool // they can't both be true of one thing
}

// ValuePairs are the pairs of numbers and of times in two runs of tokens.
func ValuePairs(p, q *Prepared, a, b Run) (found []ValuePair) {
	for _, i := range p.numbersIn(a) {
		for _, j := range q.numbersIn(b) {
			x, y := &p.Quantities[i], &q.Quantities[j]
			if fit, _ := quantity.Relate(x, y); fit != quantity.NotComparable {
				found = append(found, ValuePair{Run{x.First, x.End}, Run{y.First, y.End}, fit == quantity.Equal, fit == quantity.Apart})
			}
		}
	}
	for _, i := range p.timesIn(a) {
		for _, j := range q.timesIn(b) {
			x, y := &p.Times[i], &q.Times[j]
			if fit, _ := when.Relate(x, y); fit != when.NotComparable {
				found = append(found, ValuePair{Run{x.First, x.End}, Run{y.First, y.End}, fit == when.Equal, fit == when.Apart})
			}
		}
	}
	return found
}

// tokensKey is two tokens by their articles, that of the article that comes first in front: words, or
// the first of values.
type tokensKey [2]struct{ article, first int }

func newTokensKey(articleA, firstA, articleB, firstB int) (k tokensKey) {
	k[0].article, k[0].first, k[1].article, k[1].first = articleA, firstA, articleB, firstB
	if articleB < articleA {
		k[0], k[1] = k[1], k[0]
	}
	return k
}

// valuesOf are the pairs of values of two sentences.
func (x *Index) valuesOf(a, b int) []ValuePair {
	p, q := x.Documents[x.sentences[a].article], x.Documents[x.sentences[b].article]
	run := func(sentence int) Run {
		of := x.passages[x.sentences[sentence].passages[0]]
		s := of.document.Text.Sentences[of.assertion.Sentence]
		return Run{s.First, s.End}
	}
	return ValuePairs(p, q, run(a), run(b))
}

// valueParts are values of two sentences as an encoder reads them, in bytes of the sentences.
func (x *Index) valueParts(a, b int, values []ValuePair) (parts []encoder.Parts) {
	spans := func(sentence int, r Run) []article.Span {
		within, _ := x.sentenceSpan(sentence)
		s := x.Documents[x.sentences[sentence].article].Span(r)
		return []article.Span{{Start: s.Start - within.Start, End: s.End - within.Start}}
	}
	for _, v := range values {
		parts = append(parts, encoder.Parts{A: spans(a, v.A), B: spans(b, v.B)})
	}
	return parts
}

// noteTogether takes notice of what an encoder says of values of two articles.
func (x *Index) noteTogether(a, b int, values []ValuePair, together []float32) {
	for i, v := range values {
		x.together[newTokensKey(a, v.A.First, b, v.B.First)] = float64(together[i])
	}
}

// Together is how probable an encoder says it is that the values with which two passages begin are
// of one thing; 0 where they are none, or none has read them.
func (x *Index) Together(a, b Unit) float64 {
	return x.together[newTokensKey(a.Article, a.First, b.Article, b.First)]
}

// ofOneThing tells how an encoder sees the values that begin with token i of side A and token j of
// side B: as values of one thing, as values of two, or neither, as where none has read them.
func (l *alignment) ofOneThing(i, j int) (one, two bool) {
	p, read := l.index.together[newTokensKey(l.sides[SideA].Article, i, l.sides[SideB].Article, j)]
	return read && p >= leastTogether, read && p < leastMaybe
}

// ValuesApart reports whether a number or a time of one of two units and one of the other
// can't both be true of one thing, and neither goes together with any other of the two units.
func (x *Index) ValuesApart(a, b Unit) bool {
	pairs := ValuePairs(x.Documents[a.Article], x.Documents[b.Article], a.Run, b.Run)
	goes := func(v ValuePair) bool {
		return slices.ContainsFunc(pairs, func(o ValuePair) bool { return !o.Apart && (o.A == v.A || o.B == v.B) })
	}
	return slices.ContainsFunc(pairs, func(v ValuePair) bool { return v.Apart && !goes(v) })
}

// numbersIn are the quantities whose number stands in a run of tokens, other than parts of
// dates, the first of them.
func (p *Prepared) numbersIn(r Run) []int {
	if r.Empty() {
		return nil
	}
	var found []int
	for i, end := p.quantitiesIn(r.First, r.End); i < end && len(found) < mostNumbers; i++ {
		q := &p.Quantities[i]
		if t := p.Tokens[q.First].Time; q.First >= r.First && q.End <= r.End && (t < 0 || p.Times[t].Type == when.Duration) {
			found = append(found, i)
		}
	}
	return found
}

// timesIn are the times that stand in a run of tokens, the first of them.
func (p *Prepared) timesIn(r Run) []int {
	var found []int
	for i := range p.Times {
		if w := &p.Times[i]; w.First >= r.First && w.End <= r.End && len(found) < mostNumbers {
			found = append(found, i)
		}
	}
	return found
}
