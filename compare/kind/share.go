package kind

import (
	"xref/compare/align"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// answering is the similarity from which one word answers for another.
const answering = 0.6

// share is what of one passage the sentence of another has too, and what not.
type share struct {
	common float64 // weight of its words that the other sentence has, or has one like
	own    float64 // weight of the others
	tokens []int   // the tokens of the others, "Mr" and its like left out
	hedges int     // words of its that hedge
}

// share tells what the passage of member m says that the sentence of member o
// says too, and what only it says.
func (s *Scene) share(m, o align.Member) share {
	var held share
	t := s.Documents[m.Article].Text
	a := s.assertion(m)
	sentence := t.Sentences[a.Sentence]
	book := newWordbook()
	for i := sentence.First; i < sentence.End; i++ {
		if !a.Span.Contains(t.Tokens[i].Span) {
			continue
		}
		lemma := lower(t, i)
		if _, ok := lexicon.Hedge(lemma); ok {
			held.hedges++
		}
		if !assertion.Contentful(t, i) {
			continue
		}
		weight := weightOf(t, i)
		if s.answers(m, i, book.number(lemma), o, book) {
			held.common += weight
		} else {
			held.own += weight
			if _, address := lexicon.Honorific(t.Form(i)); !address {
				held.tokens = append(held.tokens, i)
			}
		}
	}
	return held
}

// answers reports whether the sentence of member o has token i of member m's
// article, whose lemma has a number in book: the same word, the same entity or a
// like word.
func (s *Scene) answers(m align.Member, i, lemma int, o align.Member, book *wordbook) bool {
	d, e := s.Documents[m.Article], s.Documents[o.Article]
	u := e.Text
	sentence := u.Sentences[s.assertion(o).Sentence]
	entity := d.Resolution.Of[i]
	name := d.Text.Tokens[i].UPOS == lang.PROPN
	for j := sentence.First; j < sentence.End; j++ {
		if f := e.Resolution.Of[j]; entity >= 0 && f >= 0 && s.Linked[m.Article][entity] == s.Linked[o.Article][f] {
			return true
		}
		other := book.number(lower(u, j))
		if other == lemma || !name && assertion.Contentful(u, j) && book.similarity(lemma, other) >= answering {
			return true
		}
	}
	return false
}

// phrase is the weightiest stretch of a text that is made of the given tokens,
// which ascend, and of function words between them.
func phrase(t *lang.Text, own []int) article.Span {
	var best article.Span
	most := 0.0
	for from := 0; from < len(own); {
		weight, to := weightOf(t, own[from]), from+1
		for to < len(own) && own[to]-own[from] < longPhrase && adjoining(t, own[to-1], own[to]) {
			weight += weightOf(t, own[to])
			to++
		}
		if weight > most {
			most, best = weight, t.Tokens[own[from]].Span.Cover(t.Tokens[own[to-1]].Span)
		}
		from = to
	}
	return best
}

// longPhrase is how many tokens a phrase that shows a difference has at most.
const longPhrase = 10

// adjoining reports whether nothing but function words stands between tokens i
// and j.
func adjoining(t *lang.Text, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if t.Tokens[k].UPOS == lang.PUNCT || assertion.Contentful(t, k) {
			return false
		}
	}
	return true
}

// weightOf is how much a word tells, 0.25 to 1.
func weightOf(t *lang.Text, i int) float64 {
	if t.Tokens[i].UPOS == lang.PROPN {
		return 1
	}
	return lexicon.Telling(lower(t, i))
}
