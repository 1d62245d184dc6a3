package lexicon

// POS is one of the parts of speech that WordNet has.
type POS uint8

// The parts of speech.
const (
	Noun POS = iota
	Verb
	Adjective
	Adverb
)

var posNames = [...]string{"noun", "verb", "adjective", "adverb"}

func (p POS) String() string { return posNames[p] }

const (
	hypernymSenses = 2 // of each word, looked at for what is above
	hypernymSteps  = 3
)

// Known reports whether the lemma is in the dictionary as that part of speech.
func Known(lemma string, pos POS) bool {
	var e entry
	return dictionaryOfWordNet().find(lemma, &e) && e.senses[pos].count > 0
}

// BaseForm gives the lemma of an irregular form from WordNet's exception
// lists: "went" as a verb gives "go".
func BaseForm(form string, pos POS) (string, bool) {
	_, record, ok := dictionaryOfWordNet().irregular.find(folded(form))
	if !ok {
		return "", false
	}
	for c := (cursor{text: record}); !c.done(); {
		as, base := POS(c.byte()), c.take(c.uvarint())
		if as == pos {
			return base, true
		}
	}
	return "", false
}

// Synonyms reports whether two different lemmas share one of their prominent
// senses, or the list of synonyms has them.
func Synonyms(a, b string) bool {
	a, b = folded(a), folded(b)
	if related(&listedSynonyms, a, b) {
		return true
	}
	w := dictionaryOfWordNet()
	var x, y entry
	return w.find(a, &x) && w.find(b, &y) && x.id != y.id && synonyms(&x, &y)
}

func synonyms(x, y *entry) bool {
	for pos := range x.senses {
		if x.senses[pos].count > 0 && y.senses[pos].count > 0 &&
			meet(x.senses[pos].synset[:x.senses[pos].prominent], y.senses[pos].synset[:y.senses[pos].prominent]) {
			return true
		}
	}
	return false
}

func meet(xs, ys []uint32) bool {
	for _, x := range xs {
		for _, y := range ys {
			if x == y {
				return true
			}
		}
	}
	return false
}

// Derived reports whether two different lemmas are of one family by
// derivation: resign and resignation, killing and killer.
func Derived(a, b string) bool {
	w := dictionaryOfWordNet()
	var x, y entry
	return w.find(a, &x) && w.find(b, &y) && x.id != y.id && derived(&x, &y, folded(a), folded(b))
}

// derived follows one link, or two where the words begin alike.
func derived(x, y *entry, a, b string) bool {
	if x.linked(x.derived, y.id) {
		return true
	}
	if shared := SharedPrefix(a, b); shared < 3 || 2*shared < min(len(a), len(b)) {
		return false
	}
	return relatives(x, y)
}

// relatives reports whether two words are derivations of, or from, a third.
func relatives(x, y *entry) bool {
	found := false
	x.links(x.derived, func(id uint32) bool {
		found = y.linked(y.derived, id)
		return !found
	})
	return found
}

// Antonyms reports whether two lemmas are opposites: by WordNet or the list of
// contraries, directly, where one is an adjective similar to the other's
// opposite (damp, dry), or through derivation (acceptance, reject).
func Antonyms(a, b string) bool {
	a, b = folded(a), folded(b)
	if related(&contraries, a, b) {
		return true
	}
	w := dictionaryOfWordNet()
	var x, y entry
	return w.find(a, &x) && w.find(b, &y) && x.id != y.id && w.antonyms(&x, &y)
}

func (w *wordnet) antonyms(x, y *entry) bool {
	return x.linked(x.antonyms, y.id) || w.indirectAntonyms(x, y) || w.indirectAntonyms(y, x)
}

// indirectAntonyms reports whether an antonym of y is the head of the cluster
// of adjectives that x belongs to by its first sense.
func (w *wordnet) indirectAntonyms(x, y *entry) bool {
	if x.senses[Adjective].prominent == 0 || y.senses[Adjective].prominent == 0 {
		return false
	}
	var buffer [4]uint32
	heads := w.above(x.senses[Adjective].synset[0], buffer[:0])
	if len(heads) == 0 {
		return false
	}
	found := false
	y.links(y.antonyms, func(id uint32) bool {
		var opposite entry
		opposite.readSenses(&cursor{text: w.words.record(id)})
		adjectives := &opposite.senses[Adjective]
		for i := range min(adjectives.count, hypernymSenses) {
			found = found || adjectives.synset[i] == heads[0]
		}
		return !found
	})
	return found
}

// Hypernym reports whether b is above a, at most three steps, by the first
// senses: "vehicle" is a hypernym of "car".
func Hypernym(a, b string, pos POS) bool {
	w := dictionaryOfWordNet()
	var x, y entry
	return w.find(a, &x) && w.find(b, &y) && x.id != y.id && w.steps(&x, &y, pos) > 0
}

// steps is how many steps y is above x, 0 where it isn't.
func (w *wordnet) steps(x, y *entry, pos POS) int {
	var up climb
	xs, ys := &x.senses[pos], &y.senses[pos]
	for i := range min(xs.count, hypernymSenses) {
		up.from(w, xs.synset[i])
	}
	best := 0
	for j := range min(ys.count, hypernymSenses) {
		if n := up.steps(ys.synset[j]); n > 0 && (best == 0 || n < best) {
			best = n
		}
	}
	return best
}

// climb collects the synsets up to three steps above some; the first ones
// themselves are at step 0.
type climb struct {
	count  int
	synset [48]uint32
	step   [48]int8
}

func (u *climb) from(w *wordnet, synset uint32) {
	first := u.count
	u.add(synset, 0)
	var buffer [8]uint32
	for i := first; i < u.count; i++ {
		if u.step[i] == hypernymSteps {
			continue
		}
		for _, above := range w.above(u.synset[i], buffer[:0]) {
			u.add(above, u.step[i]+1)
		}
	}
}

func (u *climb) add(synset uint32, step int8) {
	if u.count < len(u.synset) {
		u.synset[u.count], u.step[u.count] = synset, step
		u.count++
	}
}

// steps is 0 both for a synset at step 0 and for one that isn't there.
func (u *climb) steps(synset uint32) int {
	best := 0
	for i := range u.count {
		if u.synset[i] == synset {
			if n := int(u.step[i]); n > 0 && (best == 0 || n < best) {
				best = n
			}
		}
	}
	return best
}

// Paraphrase reports whether the paraphrase database has the pair. It is
// noisy: take it as support, not as proof.
func Paraphrase(a, b string) bool {
	w := dictionaryOfWordNet()
	var x, y entry
	return w.find(a, &x) && w.find(b, &y) && (x.linked(x.strong, y.id) || x.linked(x.weak, y.id))
}
