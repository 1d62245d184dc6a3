package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"xref/compare/story"
	"xref/extract"
	"xref/extract/lexicon"
)

// term is one unit of content: a lemma, a linked entity, a number or a time.
// Its text starts with the mark of its sort, so that terms of two sorts are
// never equal.
type term = int

// The marks of the sorts of terms.
const (
	lemmaTerm    = "w:"
	entityTerm   = "e:"
	quantityTerm = "#:"
	timeTerm     = "@:"
)

// scene is all passages of one story, with the terms they are made of. Articles
// stand in it in the order of their texts, so that nothing depends on their
// names.
type scene struct {
	passages  []*passage  // by article, then assertion
	sentences []*sentence // those that passages stand in, by article
	articles  int
	texts     []string      // of terms
	near      [][]neighbour // of each term, the other terms that are like it, the most similar first
}

// sentence is what the passages of one sentence have in common.
type sentence struct {
	article  int
	context  bag // of the sentence
	around   bag // of the sentences before and after
	words    []word
	passages []int
}

// neighbour is a term that is like another, and how like, 0 to 1.
type neighbour struct {
	term       term
	similarity float64
}

// likeness is the least similarity at which one word can stand for another.
const likeness = 0.6

// newScene prepares the assertions of a story's articles. Terms weigh more the
// rarer they are in the story and in English at large.
func newScene(documents []*extract.Document, s story.Story, linked Linking) *scene {
	order := slices.Clone(s.Articles)
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(documents[a].Article.Text, documents[b].Article.Text)
	})
	read := make([]*reader, len(order))
	inParallel(len(order), func(_, i int) {
		d := order[i]
		read[i] = &reader{document: documents[d], place: d, linked: linked[d], vocabulary: newVocabulary()}
		read[i].read()
	})
	sc := &scene{articles: len(order)}
	sc.gather(read)
	weight := sc.weights()
	inParallel(len(sc.sentences), func(_, x int) {
		s := sc.sentences[x]
		s.context = newBag(s.context.terms, weight)
		s.around = newBag(s.around.terms, weight)
		for _, i := range s.passages {
			p := sc.passages[i]
			p.bag = newBag(p.bag.terms, weight)
		}
	})
	sc.neighbours(weight)
	return sc
}

// gather puts what was read of each document together and numbers its terms
// anew, so that one term has one number in all of them.
func (sc *scene) gather(read []*reader) {
	terms := map[string]term{} // by their texts
	into := make([][]term, len(read))
	for i, r := range read {
		into[i] = make([]term, len(r.vocabulary.texts))
		for local, text := range r.vocabulary.texts {
			id, ok := terms[text]
			if !ok {
				id = len(sc.texts)
				terms[text] = id
				sc.texts = append(sc.texts, text)
			}
			into[i][local] = id
		}
	}
	inParallel(len(read), func(_, i int) { read[i].renumber(into[i]) })
	passages, sentences := 0, 0
	for _, r := range read {
		passages, sentences = passages+len(r.passages), sentences+len(r.sentences)
	}
	sc.passages, sc.sentences = make([]*passage, 0, passages), make([]*sentence, 0, sentences)
	for _, r := range read {
		for _, s := range r.sentences {
			for j := range s.passages {
				s.passages[j] += len(sc.passages)
			}
		}
		for _, p := range r.passages {
			p.sentence += len(sc.sentences)
		}
		sc.passages = append(sc.passages, r.passages...)
		sc.sentences = append(sc.sentences, r.sentences...)
	}
}

// weights are the weights of all terms.
func (sc *scene) weights() []float64 {
	frequency := make([]int, len(sc.texts))
	for _, p := range sc.passages {
		slices.Sort(p.bag.terms)
		p.bag.terms = slices.Compact(p.bag.terms)
		for _, id := range p.bag.terms {
			frequency[id]++
		}
	}
	size := fewest
	for size < len(sc.passages) {
		size *= 2
	}
	weight := make([]float64, len(sc.texts))
	for id, text := range sc.texts {
		weight[id] = math.Log(float64(size+2)/(float64(frequency[id])+0.5)) * general(text)
	}
	return weight
}

// fewest is how many passages a story counts as at the least, so that the words
// of a few lines weigh as much as those of articles. Larger ones count as this
// doubled, and doubled again, so that a paragraph more seldom changes a weight.
const fewest = 100

// general is how telling a term is in English at large, 0.25 to 1.
func general(text string) float64 {
	lemma, ok := strings.CutPrefix(text, lemmaTerm)
	if !ok {
		return 1
	}
	return lexicon.Telling(lemma)
}

// neighbours finds the terms of the scene that are like each other.
func (sc *scene) neighbours(weight []float64) {
	sc.near = make([][]neighbour, len(sc.texts))
	found := make([][]neighbour, len(sc.texts)) // of each term, later ones that its own list has
	opened := make([]*lexicon.Lemma, len(sc.texts))
	inParallel(len(sc.texts), func(_, id int) {
		if lemma, ok := strings.CutPrefix(sc.texts[id], lemmaTerm); ok {
			opened[id] = lexicon.NewLemma(lemma)
		}
	})
	lemmas := lexicon.NewLemmas(opened)
	inParallel(len(sc.texts), func(_, id int) {
		if opened[id] == nil {
			return
		}
		for _, o := range lemmas.Similar(id) {
			if s := opened[id].Similarity(opened[o]); s >= likeness {
				found[id] = append(found[id], neighbour{o, s})
			}
		}
	})
	for id := range found {
		for _, n := range found[id] {
			sc.near[id] = append(sc.near[id], n)
			if !slices.ContainsFunc(found[n.term], func(back neighbour) bool { return back.term == id }) {
				sc.near[n.term] = append(sc.near[n.term], neighbour{id, n.similarity})
			}
		}
	}
	for id := range sc.near {
		slices.SortFunc(sc.near[id], func(a, b neighbour) int {
			return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(weight[b.term], weight[a.term]), cmp.Compare(sc.texts[a.term], sc.texts[b.term]))
		})
	}
}

// similarity of two terms: 1 for one and the same, 0 for terms that are not
// alike.
func (sc *scene) similarity(a, b term) float64 {
	if a == b {
		return 1
	}
	for _, n := range sc.near[a] {
		if n.term == b {
			return n.similarity
		}
	}
	return 0
}

// found is how like id the term of the bag is that is most like it; 1 where the
// bag has it.
func (sc *scene) found(id term, b *bag) float64 {
	if b.has(id) {
		return 1
	}
	for _, n := range sc.near[id] {
		if b.has(n.term) {
			return n.similarity
		}
	}
	return 0
}
