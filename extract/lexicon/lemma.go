package lexicon

import "slices"

// Lemma is a lemma that was looked up, for being held against many others.
type Lemma struct {
	text                 string // folded
	plain                bool   // it was so already
	entry                entry
	contraries, synonyms []string // that are listed
	family               [4][]uint32
	gathered             bool // family has, by part of speech, the prominent senses of the words that the lemma is derived from or that are derived from it
}

// NewLemma looks a lemma up.
func NewLemma(lemma string) *Lemma {
	x := new(Lemma)
	x.open(lemma)
	w := dictionaryOfWordNet()
	x.entry.links(x.entry.derived, func(id uint32) bool {
		var relative entry
		relative.readSenses(&cursor{text: w.words.record(id)})
		for pos := range relative.senses {
			senses := &relative.senses[pos]
			x.family[pos] = append(x.family[pos], senses.synset[:senses.prominent]...)
		}
		return true
	})
	x.gathered = true
	return x
}

func (x *Lemma) open(lemma string) {
	x.text = folded(lemma)
	x.plain = x.text == lemma
	x.contraries, _ = contraries.find(x.text)
	x.synonyms, _ = listedSynonyms.find(x.text)
	dictionaryOfWordNet().find(x.text, &x.entry)
}

// familySynonyms reports whether a word derived from x, or x from it, is a
// synonym of y.
func (x *Lemma) familySynonyms(y *Lemma) bool {
	if !x.gathered {
		return dictionaryOfWordNet().familySynonyms(&x.entry, &y.entry)
	}
	for pos := range x.family {
		senses := &y.entry.senses[pos]
		if len(x.family[pos]) > 0 && senses.count > 0 && meet(x.family[pos], senses.synset[:senses.prominent]) {
			return true
		}
	}
	return false
}

// Similarity is the function of that name of the two lemmas.
func (x *Lemma) Similarity(y *Lemma) float64 {
	if x.text == y.text {
		return 1
	}
	switch {
	case slices.Contains(x.contraries, y.text) || slices.Contains(y.contraries, x.text):
		return simAntonym
	case slices.Contains(x.synonyms, y.text) || slices.Contains(y.synonyms, x.text):
		return simListed
	}
	if !x.entry.known || !y.entry.known {
		return 0
	}
	w, a, b := dictionaryOfWordNet(), &x.entry, &y.entry
	switch {
	case w.antonyms(a, b):
		return simAntonym
	case synonyms(a, b):
		return simSynonym
	case derived(a, b, x.text, y.text):
		return simDerived
	case x.familySynonyms(y), y.familySynonyms(x):
		return simFamilySynonym
	}
	sim := 0.0
	for pos := range a.senses {
		xs, ys := &a.senses[pos], &b.senses[pos]
		if xs.count == 0 || ys.count == 0 {
			continue
		}
		if meet(xs.synset[:min(xs.count, prominentSenses)], ys.synset[:min(ys.count, prominentSenses)]) {
			sim = max(sim, simRareSynonym)
		}
		if POS(pos) != Adverb {
			sim = max(sim, w.path(a, b, POS(pos)))
		}
	}
	switch {
	case a.linked(a.strong, b.id):
		return max(simParaphrase, min(sim+simSupport, simFamilySynonym))
	case a.linked(a.weak, b.id):
		return max(simWeakParaphrase, min(sim+simSupport, simFamilySynonym))
	}
	return sim
}

// near calls listed with the words that the list has as synonyms, and known with
// the numbers of the words that share a prominent sense, are related by
// derivation or are strong paraphrases; with some of them more than once.
func (x *Lemma) near(listed func(word string), known func(id uint32)) {
	for _, word := range x.synonyms {
		listed(word)
	}
	m := membersOfSynsets()
	for pos := range x.entry.senses {
		senses := &x.entry.senses[pos]
		for _, synset := range senses.synset[:senses.prominent] {
			for _, id := range m.of(synset) {
				known(id)
			}
		}
	}
	all := func(id uint32) bool {
		known(id)
		return true
	}
	x.entry.links(x.entry.derived, all)
	x.entry.links(x.entry.strong, all)
}

// Lemmas are several lemmas that others of them can be looked for among.
type Lemmas struct {
	all  []*Lemma
	text map[string]int // the place of each
	id   map[uint32]int // the same by the number in the dictionary
}

// NewLemmas takes different lemmas, some of which may be nil.
func NewLemmas(all []*Lemma) *Lemmas {
	s := &Lemmas{all: all, text: make(map[string]int, len(all)), id: make(map[uint32]int, len(all))}
	for i, x := range all {
		if x == nil || !x.plain {
			continue
		}
		s.text[x.text] = i
		if x.entry.known {
			s.id[x.entry.id] = i
		}
	}
	return s
}

// Similar lists the places of lemmas to look for where the one at place i is
// sought: synonyms by the first senses, derivations and strong paraphrases. The
// first call reads the whole dictionary, which takes some milliseconds.
func (s *Lemmas) Similar(i int) []int {
	var found []int
	add := func(j int, ok bool) {
		if ok && j != i && !slices.Contains(found, j) {
			found = append(found, j)
		}
	}
	s.all[i].near(func(word string) {
		j, ok := s.text[word]
		add(j, ok)
	}, func(id uint32) {
		j, ok := s.id[id]
		add(j, ok)
	})
	return found
}
