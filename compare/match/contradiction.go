package match

import (
	"xref/compare/encoder"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/when"
)

// How probable an encoder must say it is that two sentences report one matter for their words
// to be held against each other, and how many words of each are: the first.
const (
	answersFrom   = 0.2
	mostAnswering = 32
)

// Answer is how probable an encoder says it is that two words say the same of one thing, and
// that they contradict each other in it. The rest of 1 is that they are of two things.
type Answer struct{ Same, Contradicting float64 }

// answering are the words of a sentence that are held against those of another, as tokens and as bytes of the
// sentence: words that say something by themselves, pronouns, and operators.
func (x *Index) answering(sentence int) (tokens []int, spans []article.Span) {
	p := x.passages[x.sentences[sentence].passages[0]]
	text := p.document.Text
	s := text.Sentences[p.assertion.Sentence]
	for i := s.First; i < s.End && len(tokens) < mostAnswering; i++ {
		if t := &text.Tokens[i]; OpenClass(t.UPOS) || t.UPOS == lang.PRON || p.document.Tokens[i].Operator != NoOperator {
			tokens = append(tokens, i)
			spans = append(spans, article.Span{Start: t.Span.Start - s.Span.Start, End: t.Span.End - s.Span.Start})
		}
	}
	return tokens, spans
}

// noteAnswers takes notice of what an encoder says of the words of two sentences.
func (x *Index) noteAnswers(a, b int, r *encoder.Result) {
	if len(r.Answers) == 0 {
		return
	}
	of, _ := x.answering(a)
	in, _ := x.answering(b)
	for i, v := range of {
		for j, w := range in {
			p := r.Answers[(i*len(in)+j)*encoder.AnswerClasses:]
			if answer := (Answer{float64(p[encoder.Same]), float64(p[encoder.Contradicting])}); answer.Same+answer.Contradicting >= leastAnswer {
				x.answers[newTokensKey(x.sentences[a].article, v, x.sentences[b].article, w)] = answer
			}
		}
	}
}

// leastAnswer is how probable it is at least that two words are of one thing for it to be
// kept.
const leastAnswer = 0.05

// Answer is what an encoder says of the words of two passages, of each by the two words of which
// that is most probable. Both are 0 where none has held them against each other.
func (x *Index) Answer(a, b Unit) (most Answer) {
	for i := a.First; i < a.End; i++ {
		for j := b.First; j < b.End; j++ {
			answer := x.answers[newTokensKey(a.Article, i, b.Article, j)]
			most = Answer{max(most.Same, answer.Same), max(most.Contradicting, answer.Contradicting)}
		}
	}
	return most
}

// leastShown is how probable it must be that two words contradict each other for them to be shown as what
// differs in passages that surely do.
const leastShown = 0.3

// Contradicting are the words of two passages of which an encoder says soonest that they contradict each
// other; empty where it says so of none.
func (x *Index) Contradicting(a, b Unit) (of, with Run) {
	most, v, w := leastShown, -1, -1
	for i := a.First; i < a.End; i++ {
		for j := b.First; j < b.End; j++ {
			if c := x.answers[newTokensKey(a.Article, i, b.Article, j)].Contradicting; c > most {
				most, v, w = c, i, j
			}
		}
	}
	if v < 0 {
		return Run{}, Run{}
	}
	return one(v), one(w)
}

// readContrasts gives the words of two sides of which an encoder says that they contradict
// each other, where nothing that is known of them says that they don't: the surest pair of words, that
// of numbers and that of times.
func (l *alignment) readContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	type pair struct {
		v, w int
		sure float64
	}
	var best [endOfValues]pair
	for i := p.First; i < p.End; i++ {
		for j := q.First; j < q.End; j++ {
			of, may := l.mayContradict(i, j)
			if c := l.contradicting(i, j); may && c > max(leastContradicting, best[of].sure) {
				best[of] = pair{i, j, c}
			}
		}
	}
	var found []Contrast
	for of, b := range best {
		if b.sure > 0 {
			found = append(found, Contrast{p.phraseOf(b.v), q.phraseOf(b.w), ContradictionCause{Value(of)}, l.firm(b.v, b.w)})
		}
	}
	return found
}

// leastContradicting is how probable an encoder must say it is that two words contradict each
// other for them to be a contrast though nothing else says that they stand in one place.
const leastContradicting = 0.7

// mayContradict reports whether nothing that is known of two words settles how they answer each
// other: both are of numbers or both of times, which don't fit each other and aren't of two things, or they are words of one sort, but not the same
// one in another spelling, nor the name of one that the other article names too.
func (l *alignment) mayContradict(i, j int) (Value, bool) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	v, w := &p.Tokens[i], &q.Tokens[j]
	switch {
	case v.Time >= 0 && w.Time >= 0:
		fit, _ := when.Relate(&p.Times[v.Time], &q.Times[w.Time])
		_, two := l.ofOneThing(p.Times[v.Time].First, q.Times[w.Time].First)
		return TimeValue, !two && (fit == when.NotComparable || fit == when.Apart)
	case v.Quantity >= 0 && w.Quantity >= 0 && v.Time < 0 && w.Time < 0:
		if p.answered(i) || q.answered(j) {
			return QuantityValue, false // the other gives it too, beside another
		}
		fit, _ := quantity.Relate(&p.Quantities[v.Quantity], &q.Quantities[w.Quantity])
		_, two := l.ofOneThing(p.Quantities[v.Quantity].First, q.Quantities[w.Quantity].First)
		return QuantityValue, !two && (fit == quantity.NotComparable || fit == quantity.Apart || fit == quantity.Overlaps)
	case v.Quantity >= 0 || w.Quantity >= 0 || v.Time >= 0 || w.Time >= 0:
		return NoValue, false
	case v.Lemma == w.Lemma, p.partnerOf(i) == j && p.how[i-p.First] <= Derived, p.Text.Tokens[i].UPOS != q.Text.Tokens[j].UPOS, !OpenClass(p.Text.Tokens[i].UPOS):
		return NoValue, false
	case lexicon.SharedPrefix(v.Lemma, w.Lemma) >= stemLength:
		return NoValue, false // Shia, Shiite
	case p.name(i) || q.name(j):
		return NoValue, p.name(i) && q.name(j) && !p.answered(i) && !q.answered(j) && l.otherNames(i, j)
	}
	return NoValue, true
}

// contradicting is how probable an encoder says it is that a token of side A and one of side B contradict
// each other.
func (l *alignment) contradicting(i, j int) float64 {
	return l.index.answers[newTokensKey(l.sides[SideA].Article, i, l.sides[SideB].Article, j)].Contradicting
}

// readApart reports whether an encoder says of two numbers or times, each by its first word, that
// they contradict each other.
func (l *alignment) readApart(i, j int) bool { return l.contradicting(i, j) >= leastTogether }

// stemLength is how many bytes two lemmas begin with alike that are most often one word by another ending
// or spelling.
const stemLength = 4

// phraseOf is the number or time that token i is a word of, else its noun phrase.
func (s *side) phraseOf(i int) Run {
	switch t := &s.Tokens[i]; {
	case t.Time >= 0:
		return Run{s.Times[t.Time].First, s.Times[t.Time].End}
	case t.Quantity >= 0:
		return Run{s.Quantities[t.Quantity].First, s.Quantities[t.Quantity].End}
	}
	return s.nounPhrase(i)
}

// nounPhrase is token i with the words before it that belong to it, a few of them.
func (s *side) nounPhrase(i int) Run {
	r := one(i)
	for r.First > s.First && i-r.First < nearNegator && s.Text.Tokens[r.First-1].Head == i && s.Text.Tokens[r.First-1].UPOS != lang.PUNCT {
		r.First--
	}
	return r
}
