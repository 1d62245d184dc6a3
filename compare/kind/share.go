package kind

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// phrase is the weightiest whole phrase in a span of a text that tells what the
// given tokens tell: one that they are the better part of. It is empty where
// there is none.
func phrase(t *lang.Text, own []int, within article.Span) article.Span {
	var best article.Span
	most := 0.0
	for _, i := range own {
		top := phraseHead(t, i)
		span, weight := phraseOf(t, top, own)
		if weight > most && within.Contains(span) {
			most, best = weight, span
		}
	}
	return best
}

// longPhrase is how many tokens a phrase that shows a difference has at most.
const longPhrase = 14

// leastTelling is what the words that only one passage has weigh at least in a
// phrase that shows a difference.
const leastTelling = 0.5

// phraseHead is the noun or the verb of the phrase that token i belongs to.
func phraseHead(t *lang.Text, i int) int {
	for t.Tokens[i].Head >= 0 && t.Is(i, lang.Compound, lang.Flat, lang.Amod, lang.Nummod, lang.NmodPoss, lang.Nmod, lang.Fixed, lang.Goeswith) {
		i = t.Tokens[i].Head
	}
	return i
}

// phraseOf is the phrase of a noun with what narrows it down, or of a verb with
// what it is done to, and how much the given tokens in it weigh: nothing where it
// is long, or says mostly other things.
func phraseOf(t *lang.Text, top int, own []int) (article.Span, float64) {
	tokens := t.SubtreeWithout(top, lang.Case, lang.Cc, lang.Punct, lang.Appos, lang.Conj, lang.AclRelcl, lang.Parataxis, lang.Mark, lang.Advcl, lang.Nsubj, lang.NsubjPass, lang.Ccomp)
	switch t.Tokens[top].UPOS {
	case lang.NOUN, lang.PROPN, lang.NUM:
	case lang.VERB:
		if !t.Is(top, lang.Acl, lang.Xcomp, lang.Advcl) || t.Dependent(top, lang.Obj, lang.Obl, lang.Xcomp) < 0 {
			return article.Span{}, 0
		}
	default:
		return article.Span{}, 0
	}
	if len(tokens) > longPhrase || len(tokens) == 0 {
		return article.Span{}, 0
	}
	mine, all := 0.0, 0.0
	for _, i := range tokens {
		if !assertion.Contentful(t, i) {
			continue
		}
		weight := weightOf(t, i)
		all += weight
		if slices.Contains(own, i) {
			mine += weight
		}
	}
	span := t.Tokens[tokens[0]].Span.Cover(t.Tokens[tokens[len(tokens)-1]].Span)
	if next := tokens[len(tokens)-1] + 1; opened(span.In(t.Source)) && next < len(t.Tokens) && t.Tokens[next].UPOS == lang.PUNCT {
		span = span.Cover(t.Tokens[next].Span)
	}
	if mine < leastTelling || 2*mine < all || utf8.RuneCountInString(span.In(t.Source)) < 3 || opened(span.In(t.Source)) {
		return article.Span{}, 0
	}
	return span, mine
}

// opened reports whether a text has a quotation mark or a bracket that it doesn't
// close.
func opened(text string) bool {
	return strings.Count(text, `"`)%2 == 1 || strings.Count(text, "“") > strings.Count(text, "”") || strings.Count(text, "(") > strings.Count(text, ")")
}

// weightOf is how much a word tells, 0.25 to 1.
func weightOf(t *lang.Text, i int) float64 {
	if t.Tokens[i].UPOS == lang.PROPN {
		return 1
	}
	return lexicon.Telling(lower(t, i))
}
