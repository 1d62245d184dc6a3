// Package match holds two passages against each other: which words of one answer
// which of the other, what is left over on each side, what contradicts, and how
// probable it is that both report one matter.
package match

import (
	"math"
	"slices"
	"strings"

	"xref/compare/encoder"
	"xref/compare/story"
	"xref/extract/lexicon"
)

// Index is the documents of one story under one numbering of lemmas, entities and
// values, with their weights and the relations of lemmas. Documents stand in it
// in the order of their texts, so that nothing depends on their names. Goroutines
// share it; nothing changes it once it is made.
type Index struct {
	Documents []*Prepared // all documents of the run, by their places
	Linked    Linking

	passages  []*passage  // by article, then assertion
	sentences []*sentence // those that passages stand in, by article
	places    map[Member]int
	readers   map[int]*reader // by article
	articles  int
	telling   []int       // the articles that have passages
	keys      []key       // of terms
	weight    []float64   // of terms
	related   [][]related // of each term, the other terms that are related to it, the most similar first

	crowded map[int]int // of each article: its sentences that weren't held against all they share a term with, once Pairs has compared them
	// What an encoder says, once Pairs has had it read sentences.
	vectors  []encoder.Vector      // of each sentence; nil of one that wasn't read alone
	together map[tokensKey]float64 // how probable it is that values are of one thing
	answers  map[tokensKey]Answer  // how words of two sentences answer each other, by their tokens
}

// sentence is what the passages of one sentence have in common.
type sentence struct {
	article  int
	context  bag // of the sentence
	around   bag // of the sentences before and after
	forms    []form
	passages []int
}

// leastSimilarity is the least similarity at which one word can stand for
// another.
const leastSimilarity = 0.6

// NewIndex makes the index of a story's documents. Terms weigh more the rarer
// they are in the story and in English at large. relate is the test of two
// words; nil for lexicon.Relate's.
func NewIndex(documents []*Prepared, s story.Story, linked Linking, relate Relate) *Index {
	if relate == nil {
		relate = (*lexicon.Lemma).Relate
	}
	order := slices.Clone(s.Articles)
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(documents[a].Article.Text, documents[b].Article.Text)
	})
	read := make([]*reader, len(order))
	inParallel(len(order), func(_, i int) {
		d := order[i]
		read[i] = &reader{document: documents[d], article: d, linked: linked[d], vocabulary: newVocabulary()}
		read[i].read()
	})
	x := &Index{Documents: documents, Linked: linked, articles: len(order), places: map[Member]int{}, readers: map[int]*reader{}}
	x.gather(read)
	x.weigh()
	inParallel(len(x.sentences), func(_, n int) {
		s := x.sentences[n]
		s.context = newBag(s.context.terms, x.weight)
		s.around = newBag(s.around.terms, x.weight)
		for _, i := range s.passages {
			p := x.passages[i]
			p.bag = newBag(p.bag.terms, x.weight)
		}
	})
	x.related = relations(x.keys, x.weight, relate)
	return x
}

// gather puts what was read of each document together and numbers its terms
// anew, so that one term has one number in all of them.
func (x *Index) gather(read []*reader) {
	all := newVocabulary()
	into := make([][]term, len(read))
	for i, r := range read {
		into[i] = make([]term, len(r.vocabulary.keys))
		for local, k := range r.vocabulary.keys {
			into[i][local] = all.number(k)
		}
		x.readers[r.article] = r
	}
	x.keys = all.keys
	inParallel(len(read), func(_, i int) { read[i].renumber(into[i]) })
	passages, sentences := 0, 0
	for _, r := range read {
		passages, sentences = passages+len(r.passages), sentences+len(r.sentences)
	}
	x.passages, x.sentences = make([]*passage, 0, passages), make([]*sentence, 0, sentences)
	for _, r := range read {
		for _, s := range r.sentences {
			for j := range s.passages {
				s.passages[j] += len(x.passages)
			}
		}
		for _, p := range r.passages {
			p.sentence += len(x.sentences)
		}
		x.passages = append(x.passages, r.passages...)
		x.sentences = append(x.sentences, r.sentences...)
	}
	for i, p := range x.passages {
		x.places[p.Member] = i
		if i == 0 || p.Article != x.passages[i-1].Article {
			x.telling = append(x.telling, p.Article)
		}
	}
}

// weigh gives every term its weight.
func (x *Index) weigh() {
	frequency := make([]int, len(x.keys))
	for _, p := range x.passages {
		slices.Sort(p.bag.terms)
		p.bag.terms = slices.Compact(p.bag.terms)
		for _, id := range p.bag.terms {
			frequency[id]++
		}
	}
	size := fewestPassages
	for size < len(x.passages) {
		size *= 2
	}
	x.weight = make([]float64, len(x.keys))
	for id, k := range x.keys {
		x.weight[id] = math.Log(float64(size+2) / (float64(frequency[id]) + 0.5))
		if k.sort == lemmaTerm {
			x.weight[id] *= lexicon.Telling(k.text)
		}
	}
}

// fewestPassages is how many passages a story counts as at the least, so that the
// words of a few lines weigh as much as those of articles. Larger ones count as
// this doubled, and doubled again, so that a paragraph more seldom changes a
// weight.
const fewestPassages = 100

// similarity of two terms: 1 for one and the same, 0 for terms of which one can't
// stand for the other.
func (x *Index) similarity(a, b term) float64 { return standIn(x.relation(a, b)) }

// relation of two terms.
func (x *Index) relation(a, b term) lexicon.Relation {
	if a == b {
		return lexicon.Relation{How: lexicon.SameLemma, Similarity: 1}
	}
	for _, r := range x.related[a] {
		if r.term == b {
			return r.Relation
		}
	}
	return lexicon.Relation{}
}

// found is how similar to id the term of the bag is that is most similar to it;
// 1 where the bag has it.
func (x *Index) found(id term, b *bag) float64 {
	if b.has(id) {
		return 1
	}
	for _, r := range x.related[id] {
		if b.has(r.term) {
			return standIn(r.Relation)
		}
	}
	return 0
}

// Articles are the articles of the story, in the order of their texts.
func (x *Index) Articles() []int { return x.telling }
