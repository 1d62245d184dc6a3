package lexicon

import (
	"slices"
	"sync"
)

// The similarities of words that are related in each way.
const (
	simSynonym        = 0.9
	simListed         = 0.8 // by the list, which is generous
	simRareSynonym    = 0.5 // by a sense that one of them seldom has
	simDerived        = 0.85
	simFamilySynonym  = 0.75 // synonym of a derivation: killing (n.), murder (v.)
	simParaphrase     = 0.65 // a strong pair of the paraphrase database
	simWeakParaphrase = 0.4
	simSupport        = 0.08 // what a paraphrase adds to a path
	simSibling        = 0.45
	simCousin         = 0.3
	simAntonym        = 0.4
	simShallow        = 0.2 // what meeting near the top of the nouns takes off
)

var simHypernym = [hypernymSteps + 1]float64{0, 0.7, 0.55, 0.45}

// Similarity is how near in meaning two lemmas are, from 0 (unrelated as far
// as is known) to 1 (the same lemma): about 0.9 for synonyms, 0.85 for
// derivations, 0.75 for a synonym of a derivation, 0.7 and less for hypernyms,
// paraphrases and words with a common hypernym. Opposites are at 0.4: they talk
// of the same thing. It is symmetrical.
func Similarity(a, b string) float64 {
	var x, y Lemma
	x.open(a)
	y.open(b)
	return x.Similarity(&y)
}

// familySynonyms reports whether a word derived from x, or x from it, is a
// synonym of y.
func (w *wordnet) familySynonyms(x, y *entry) bool {
	found := false
	x.links(x.derived, func(id uint32) bool {
		var relative entry
		relative.readSenses(&cursor{text: w.words.record(id)})
		found = synonyms(&relative, y)
		return !found
	})
	return found
}

// climbs takes into best the relation by each synset that both words' senses of
// a part of speech lie in or under. Meeting at a synset that is itself near the
// top (act, person, change) counts for less.
func (w *wordnet) climbs(x, y *entry, pos POS, best *Relation) {
	xs := x.senses[pos].synset[:min(x.senses[pos].prominent, hypernymSenses)]
	ys := y.senses[pos].synset[:min(y.senses[pos].prominent, hypernymSenses)]
	if len(xs) == 0 || len(ys) == 0 {
		return
	}
	var up, other climb
	for _, synset := range xs {
		up.from(w, synset)
	}
	for _, synset := range ys {
		other.from(w, synset)
	}
	for m, synset := range up.synset[:up.count] {
		for n, same := range other.synset[:other.count] {
			if synset != same {
				continue
			}
			r := atStep(int(up.step[m]), int(other.step[n]))
			if r.Similarity > 0 && pos == Noun && !w.deep(synset) {
				r.Similarity -= simShallow
			}
			best.take(r)
		}
	}
}

// atStep is the relation of two words that meet so many steps above them.
func atStep(up, down int) Relation {
	switch {
	case up == 0 && down == 0:
		return Relation{}
	case down == 0:
		return Relation{Narrower, WordNet, simHypernym[up]}
	case up == 0:
		return Relation{Broader, WordNet, simHypernym[down]}
	case up == 1 && down == 1:
		return Relation{Sibling, WordNet, simSibling}
	case up+down == 3:
		return Relation{Sibling, WordNet, simCousin}
	}
	return Relation{}
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
	pairs := make([][2]uint32, 0, 2*synsets)
	w.words.each(func(id uint32, record string) {
		var e entry
		e.readSenses(&cursor{text: record})
		for pos := range e.senses {
			for i := range e.senses[pos].prominent {
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
