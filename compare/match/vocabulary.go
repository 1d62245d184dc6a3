package match

import (
	"cmp"
	"slices"
	"strconv"

	"xref/extract/lexicon"
)

// term is one unit of content: a lemma, a linked entity, a number or a time, by
// its number in a vocabulary.
type term = int

// sort tells the sorts of terms apart.
type sort uint8

const (
	lemmaTerm sort = iota
	entityTerm
	quantityTerm
	timeTerm
)

// key identifies a term: terms of two sorts are never equal.
type key struct {
	sort sort
	text string
}

// vocabulary numbers terms in the order in which they are met.
type vocabulary struct {
	keys    []key
	numbers map[key]term
}

func newVocabulary() *vocabulary { return &vocabulary{numbers: map[key]term{}} }

// number is that of a key; a new one gets the next.
func (v *vocabulary) number(k key) term {
	id, ok := v.numbers[k]
	if !ok {
		id = len(v.keys)
		v.numbers[k] = id
		v.keys = append(v.keys, k)
	}
	return id
}

func (v *vocabulary) lemma(lemma string) term { return v.number(key{lemmaTerm, lemma}) }

func (v *vocabulary) entity(linked int) term {
	return v.number(key{entityTerm, strconv.Itoa(linked)})
}

func (v *vocabulary) interval(low, high float64) term {
	return v.number(key{quantityTerm, strconv.FormatFloat(low, 'g', -1, 64) + "–" + strconv.FormatFloat(high, 'g', -1, 64)})
}

func (v *vocabulary) time(value string) term { return v.number(key{timeTerm, value}) }

// related is a term that is related to another, and how.
type related struct {
	term term
	lexicon.Relation
}

// Relate tells how two lemmas are related. It is the one test of two words that
// comparing rests on.
type Relate func(a, b *lexicon.Lemma) lexicon.Relation

// relations finds, for each lemma of a vocabulary, the others that are related to
// it, the most similar first; opposites, which are not similar, last. weight
// settles which of two equally similar ones comes first.
func relations(keys []key, weight []float64, relate Relate) [][]related {
	opened := make([]*lexicon.Lemma, len(keys))
	inParallel(len(keys), func(_, id int) {
		if keys[id].sort == lemmaTerm {
			opened[id] = lexicon.NewLemma(keys[id].text)
		}
	})
	lemmas := lexicon.NewLemmas(opened)
	found := make([][]related, len(keys)) // of each term, those that its own entry leads to
	inParallel(len(keys), func(_, id int) {
		if opened[id] == nil {
			return
		}
		for _, other := range lemmas.Similar(id) {
			if r := relate(opened[id], opened[other]); r.How != lexicon.Unrelated {
				found[id] = append(found[id], related{other, r})
			}
		}
	})
	all := make([][]related, len(keys))
	for id := range found {
		for _, r := range found[id] {
			all[id] = append(all[id], r)
			if !slices.ContainsFunc(found[r.term], func(back related) bool { return back.term == id }) {
				all[r.term] = append(all[r.term], related{id, mirror(r.Relation)})
			}
		}
	}
	for id := range all {
		slices.SortFunc(all[id], func(a, b related) int {
			return cmp.Or(cmp.Compare(standIn(b.Relation), standIn(a.Relation)), cmp.Compare(weight[b.term], weight[a.term]), cmp.Compare(keys[a.term].text, keys[b.term].text))
		})
	}
	return all
}

// standIn is how well one word can stand for another in this relation, 0 to 1; 0
// where it can't.
func standIn(r lexicon.Relation) float64 {
	switch r.How {
	case lexicon.Unrelated, lexicon.Opposite, lexicon.Contrary:
		return 0
	}
	if r.Similarity < leastSimilarity {
		return 0
	}
	return r.Similarity
}

// mirror is a relation seen from the other word.
func mirror(r lexicon.Relation) lexicon.Relation {
	r.How = r.How.Mirror()
	return r
}
