package lexicon

import "slices"

// Lemma is a lemma that was looked up, for being held against many others.
type Lemma struct {
	text                 string // folded
	plain                bool   // it was so already
	entry                entry
	spelling             string // alike for the spellings of one word
	country              string // that it names, or whose people
	people               bool
	contraries, synonyms []string // that are listed
	incompatible         []string
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
	x.incompatible, _ = incompatible.find(x.text)
	x.synonyms, _ = listedSynonyms.find(x.text)
	x.spelling = spelling(x.text)
	if lemma != "" && 'A' <= lemma[0] && lemma[0] <= 'Z' {
		if x.country, _ = Country(lemma); x.country == "" {
			x.country, x.people = Demonym(lemma)
		}
	}
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
func (x *Lemma) Similarity(y *Lemma) float64 { return x.Relate(y).Similarity }

// near calls listed with the words that the list has as synonyms, and known with
// the numbers of the words that share a prominent sense, are related by
// derivation or are strong paraphrases; with some of them more than once.
func (x *Lemma) near(listed func(word string), known func(id uint32)) {
	for _, list := range [...][]string{x.synonyms, x.contraries, x.incompatible} {
		for _, word := range list {
			listed(word)
		}
	}
	m, w := membersOfSynsets(), dictionaryOfWordNet()
	for pos := range x.entry.senses {
		senses := &x.entry.senses[pos]
		for _, synset := range senses.synset[:senses.prominent] {
			for _, id := range m.of(synset) {
				known(id)
			}
		}
		var buffer [8]uint32
		for _, synset := range senses.synset[:min(senses.prominent, hypernymSenses)] {
			for _, broader := range w.above(synset, buffer[:0]) {
				for _, id := range m.of(broader) {
					known(id)
				}
			}
		}
	}
	all := func(id uint32) bool {
		known(id)
		return true
	}
	x.entry.links(x.entry.derived, all)
	x.entry.links(x.entry.strong, all)
	x.entry.links(x.entry.antonyms, all)
}

// Lemmas are several lemmas that others of them can be looked for among.
type Lemmas struct {
	all      []*Lemma
	text     map[string]int   // the place of each
	id       map[uint32]int   // the same by the number in the dictionary
	spelling map[string][]int // the places of those that are spellings of one word
}

// NewLemmas takes different lemmas, some of which may be nil.
func NewLemmas(all []*Lemma) *Lemmas {
	s := &Lemmas{all: all, text: make(map[string]int, len(all)), id: make(map[uint32]int, len(all)), spelling: make(map[string][]int)}
	for i, x := range all {
		if x == nil || !x.plain {
			continue
		}
		s.text[x.text] = i
		s.spelling[x.spelling] = append(s.spelling[x.spelling], i)
		if x.entry.known {
			s.id[x.entry.id] = i
		}
	}
	return s
}

// Similar lists the places of lemmas to look for where the one at place i is
// sought: spellings, synonyms by the first senses, the words for more than it, derivations,
// strong paraphrases and opposites. The first call reads the whole dictionary, which takes some milliseconds.
func (s *Lemmas) Similar(i int) []int {
	var found []int
	add := func(j int, ok bool) {
		if ok && j != i && !slices.Contains(found, j) {
			found = append(found, j)
		}
	}
	for _, j := range s.spelling[s.all[i].spelling] {
		add(j, true)
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
