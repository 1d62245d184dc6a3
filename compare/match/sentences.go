package match

import (
	"cmp"
	"slices"

	"xref/extract/article"
	"xref/extract/lang"
)

// Sentences is passages of one article made ready to be found by their words.
type Sentences struct {
	Units    []Unit
	index    *Index
	words    [][]term       // of each: the lemmas of its content words, ascending
	postings map[term][]int // of each lemma: the units that have it
}

// commonWord is how many sentences a word may stand in for it to be looked up:
// what stands everywhere tells no sentence from another.
const commonWord = 200

// Sentences makes the passages of one article ready.
func (x *Index) Sentences(units []Unit) *Sentences {
	s := &Sentences{Units: units, index: x, words: make([][]term, len(units)), postings: map[term][]int{}}
	for n, u := range units {
		s.words[n] = x.contentWords(u)
		for _, w := range s.words[n] {
			s.postings[w] = append(s.postings[w], n)
		}
	}
	return s
}

// UnitOf is the passage of all tokens of an article that stand in a span.
func (x *Index) UnitOf(article int, span article.Span) Unit {
	t := x.Documents[article].Text
	starts := func(t lang.Token, offset int) int { return cmp.Compare(t.Span.Start, offset) }
	first, _ := slices.BinarySearchFunc(t.Tokens, span.Start, starts)
	end, _ := slices.BinarySearchFunc(t.Tokens, span.End, starts)
	return Unit{article, -1, Run{first, max(first, end)}}
}

// contentWords are the lemmas of a unit's content words, ascending, each once.
func (x *Index) contentWords(u Unit) []term {
	var words []term
	for _, w := range x.readers[u.Article].lemmas[u.First:u.End] {
		if w >= 0 {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// ContentWords is how many different content words a unit has.
func (x *Index) ContentWords(u Unit) int { return len(x.contentWords(u)) }

// shared is how much of words each unit has that has any: a word that another one
// can stand for counts in part. Words that stand nearly everywhere are left out;
// looked is how many were not.
func (s *Sentences) shared(words []term) (by map[int]float64, looked int) {
	by = map[int]float64{}
	for _, w := range words {
		best := map[int]float64{}
		common := false
		look := func(t term, similarity float64) {
			if len(s.postings[t]) > commonWord {
				common = common || t == w
				return
			}
			for _, n := range s.postings[t] {
				best[n] = max(best[n], similarity)
			}
		}
		look(w, 1)
		if common {
			continue
		}
		looked++
		for _, r := range s.index.related[w] {
			if similarity := standIn(r.Relation); similarity > 0 {
				look(r.term, similarity)
			}
		}
		for n, similarity := range best {
			by[n] += similarity
		}
	}
	return by, looked
}

// mostlyTold is how much of a passage's words a sentence has that tells it too.
const mostlyTold = 0.85

// Tell reports whether one of the sentences has nearly all content words of a
// unit of another article.
func (s *Sentences) Tell(u Unit) bool {
	return s.Share(u) >= mostlyTold
}

// Share is how much of the content words of a unit of another article the sentence has
// that has most of them; 1 where all of them stand nearly everywhere.
func (s *Sentences) Share(u Unit) float64 {
	by, looked := s.shared(s.index.contentWords(u))
	if looked == 0 {
		return 1
	}
	most := 0.0
	for _, share := range by {
		most = max(most, share)
	}
	return most / float64(looked)
}

// Became is a sentence of an older version and the one of the newer that it became,
// by their places among the sentences.
type Became struct {
	Old, New int
	Same     bool // word for word
}

// leastAlike is the least share of content words that two sentences have in
// common, by Dice, for one to have become the other.
const leastAlike = 0.5

// Become finds which sentence became which: first those of the same words,
// wherever they moved to, then the most alike. They come in the order of the new
// version.
func Become(old, new *Sentences) []Became {
	var found []Became
	paired := [2][]bool{make([]bool, len(old.Units)), make([]bool, len(new.Units))}
	add := func(b Became) {
		paired[0][b.Old], paired[1][b.New] = true, true
		found = append(found, b)
	}
	left := map[string][]int{}
	for i, u := range old.Units {
		k := old.index.formsKey(u)
		left[k] = append(left[k], i)
	}
	for j, u := range new.Units {
		k := new.index.formsKey(u)
		if of := left[k]; len(of) > 0 {
			left[k] = of[1:]
			add(Became{of[0], j, true})
		}
	}
	type candidate struct {
		Became
		share float64
	}
	var candidates []candidate
	for j := range new.Units {
		if paired[1][j] {
			continue
		}
		by, _ := old.shared(new.words[j])
		for i, share := range by {
			if share = 2 * share / float64(len(new.words[j])+len(old.words[i])); !paired[0][i] && share >= leastAlike {
				candidates = append(candidates, candidate{Became{Old: i, New: j}, share})
			}
		}
	}
	apart := func(c candidate) int { return max(c.Old-c.New, c.New-c.Old) }
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(apart(a), apart(b)), cmp.Compare(a.New, b.New), cmp.Compare(a.Old, b.Old))
	})
	for _, c := range candidates {
		if !paired[0][c.Old] && !paired[1][c.New] {
			add(c.Became)
		}
	}
	slices.SortFunc(found, func(a, b Became) int { return cmp.Compare(a.New, b.New) })
	return found
}

// formsKey is the words of a unit in order, punctuation left out, as a key.
func (x *Index) formsKey(u Unit) string {
	var key []byte
	for _, f := range x.Documents[u.Article].formsOf(u.First, u.End) {
		for shift := 0; shift < 64; shift += 8 {
			key = append(key, byte(f>>shift))
		}
	}
	return string(key)
}
