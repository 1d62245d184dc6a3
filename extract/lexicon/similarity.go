package lexicon

import (
	"cmp"
	"slices"
	"sync"
)

// The similarities of words that are related in each way.
const (
	simSynonym        = 0.9
	simDerived        = 0.85
	simFamilySynonym  = 0.75 // synonym of a derivation: killing (n.), murder (v.)
	simParaphrase     = 0.65 // a strong pair of the paraphrase database
	simWeakParaphrase = 0.4
	simSupport        = 0.08 // what a paraphrase adds to a path
	simSibling        = 0.45
	simCousin         = 0.3
	simAntonym        = 0.4
)

var simHypernym = [hypernymSteps + 1]float64{0, 0.7, 0.55, 0.45}

// Similarity is how near in meaning two lemmas are, from 0 (unrelated as far
// as is known) to 1 (the same lemma): about 0.9 for synonyms, 0.85 for
// derivations, 0.75 for a synonym of a derivation, 0.7 and less for hypernyms,
// paraphrases and words with a common hypernym. Opposites are at 0.4: they talk
// of the same thing. It is symmetrical.
func Similarity(a, b string) float64 {
	a, b = folded(a), folded(b)
	if a == b {
		return 1
	}
	w := dictionaryOfWordNet()
	var x, y entry
	if !w.find(a, &x) || !w.find(b, &y) {
		if contrary(a, b) {
			return simAntonym
		}
		return 0
	}
	switch {
	case contrary(a, b), w.antonyms(&x, &y):
		return simAntonym
	case synonyms(&x, &y):
		return simSynonym
	case derived(&x, &y, a, b):
		return simDerived
	case w.familySynonyms(&x, &y), w.familySynonyms(&y, &x):
		return simFamilySynonym
	}
	sim := max(w.path(&x, &y, Noun), w.path(&x, &y, Verb), w.path(&x, &y, Adjective))
	if i := ordinal(&x, y.id); i >= 0 {
		floor := simWeakParaphrase
		if x.strong(i) {
			floor = simParaphrase
		}
		sim = max(floor, min(sim+simSupport, simFamilySynonym))
	}
	return sim
}

// ordinal is y's place among the paraphrases of x, -1 where it isn't there.
func ordinal(x *entry, y uint32) int {
	place := -1
	x.links(x.paraphrases, func(i int, id uint32) bool {
		if id == y {
			place = i
		}
		return place < 0
	})
	return place
}

// familySynonyms reports whether a word derived from x, or x from it, is a
// synonym of y by the first two senses.
func (w *wordnet) familySynonyms(x, y *entry) bool {
	found := false
	x.links(x.derived, func(_ int, id uint32) bool {
		var relative entry
		relative.read(w.words.record(id))
		for pos := range relative.senses {
			rs, ys := &relative.senses[pos], &y.senses[pos]
			for i := range min(rs.count, hypernymSenses) {
				for j := range min(ys.count, hypernymSenses) {
					found = found || rs.synset[i] == ys.synset[j]
				}
			}
		}
		return !found
	})
	return found
}

// path is the similarity by the shortest way up and down. Meeting at a synset
// that is itself near the top (act, person, change) counts for less.
func (w *wordnet) path(x, y *entry, pos POS) float64 {
	xs, ys := &x.senses[pos], &y.senses[pos]
	if xs.count == 0 || ys.count == 0 {
		return 0
	}
	best := 0.0
	for i := range min(xs.count, hypernymSenses) {
		var up climb
		up.from(w, xs.synset[i])
		for j := range min(ys.count, hypernymSenses) {
			var other climb
			other.from(w, ys.synset[j])
			for m := range up.count {
				for n := range other.count {
					if up.synset[m] != other.synset[n] {
						continue
					}
					if sim := pathSimilarity(int(up.step[m]), int(other.step[n])); sim > best {
						if pos == Noun && !w.deep(up.synset[m]) {
							sim -= 0.2
						}
						best = max(best, sim)
					}
				}
			}
		}
	}
	return best
}

func pathSimilarity(up, down int) float64 {
	switch {
	case up == 0 || down == 0:
		return simHypernym[up+down]
	case up == 1 && down == 1:
		return simSibling
	case up+down == 3:
		return simCousin
	}
	return 0
}

// deep reports whether a noun's synset has at least five above it.
func (w *wordnet) deep(synset uint32) bool {
	var buffer [8]uint32
	for range 5 {
		above := w.above(synset, buffer[:0])
		if len(above) == 0 {
			return false
		}
		synset = above[0]
	}
	return true
}

// members are the words of each synset by their first senses.
type members struct {
	starts []uint32
	words  []uint32
}

var membersOfSynsets = sync.OnceValue(func() *members {
	w := dictionaryOfWordNet()
	return w.members()
})

// members goes through the whole dictionary, twice.
func (w *wordnet) members() *members {
	synsets := len(w.synsets) / 4
	m := &members{starts: make([]uint32, synsets+1)}
	var pairs [][2]uint32
	w.words.each(func(id uint32, record string) {
		var e entry
		e.read(record)
		for pos := range e.senses {
			for i := range min(e.senses[pos].count, synonymSenses) {
				if synset := e.senses[pos].synset[i]; int(synset) < synsets {
					pairs = append(pairs, [2]uint32{synset, id})
					m.starts[synset+1]++
				}
			}
		}
	})
	for i := range synsets {
		m.starts[i+1] += m.starts[i]
	}
	m.words = make([]uint32, len(pairs))
	next := slices.Clone(m.starts)
	for _, pair := range pairs {
		m.words[next[pair[0]]] = pair[1]
		next[pair[0]]++
	}
	return m
}

func (m *members) of(synset uint32) []uint32 {
	if int(synset)+1 >= len(m.starts) {
		return nil
	}
	return m.words[m.starts[synset]:m.starts[synset+1]]
}

// Similar lists lemmas to look for where one is sought: synonyms by the first
// senses, derivations and strong paraphrases, nearest first, then by the
// alphabet. It reads the whole dictionary on first use, which takes some
// milliseconds.
func Similar(lemma string) []string {
	w := dictionaryOfWordNet()
	var e entry
	if !w.find(lemma, &e) {
		return nil
	}
	m := membersOfSynsets()
	type candidate struct {
		id  uint32
		sim float64
	}
	var found []candidate
	for pos := range e.senses {
		for i := range min(e.senses[pos].count, synonymSenses) {
			for _, id := range m.of(e.senses[pos].synset[i]) {
				found = append(found, candidate{id, simSynonym})
			}
		}
	}
	e.links(e.derived, func(_ int, id uint32) bool {
		found = append(found, candidate{id, simDerived})
		return true
	})
	e.links(e.paraphrases, func(i int, id uint32) bool {
		if e.strong(i) {
			found = append(found, candidate{id, simParaphrase})
		}
		return true
	})
	slices.SortFunc(found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.sim, x.sim), cmp.Compare(x.id, y.id))
	})
	seen := map[uint32]bool{e.id: true}
	var words []string
	for _, c := range found {
		if !seen[c.id] {
			seen[c.id] = true
			word, _ := w.words.word(c.id)
			words = append(words, word)
		}
	}
	return words
}
