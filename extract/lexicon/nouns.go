package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// nounKinds is what a noun names according to the list, which beats WordNet.
type nounKinds struct {
	person, group, place bool
	gender               Gender
}

var (
	//go:embed data/nouns.txt
	nounsText string

	nouns = wordlist[nounKinds]{name: "nouns", text: nounsText, row: nounRow}
)

func nounRow(fields []string) (kinds nounKinds, err error) {
	if len(fields) < 1 || len(fields) > 2 {
		return kinds, fmt.Errorf("%d fields, want kinds and perhaps a gender", len(fields))
	}
	for kind := range strings.SplitSeq(fields[0], ";") {
		switch kind {
		case "person":
			kinds.person = true
		case "group":
			kinds.group = true
		case "place":
			kinds.place = true
		case "none":
		default:
			return kinds, fmt.Errorf("%q is no kind of noun", kind)
		}
	}
	if kinds.person != (len(fields) == 2) {
		return kinds, fmt.Errorf("a gender for persons, and for them only")
	}
	if kinds.person {
		kinds.gender, err = Choice[Gender](fields[1], genderNames[:])
	}
	return kinds, err
}

// tops are the synsets under which a noun names a woman, a man, a body of
// people, a place.
type tops struct {
	female, male, groups, notGroups, places []uint32
}

var topsOfNouns = sync.OnceValue(func() *tops {
	w := dictionaryOfWordNet()
	return &tops{
		female:    w.first(NounPerson, "female", "woman"),
		male:      w.first(NounPerson, "male", "man"),
		groups:    w.first(NounGroup, "social group", "unit", "organization"),
		notGroups: w.first(NounGroup, "gathering", "subculture", "kinship"),
		places: append(w.first(NounArtifact, "structure", "way", "facility"),
			w.first(NounObject, "geological formation", "body of water", "land")...),
	}
})

// first gives for each noun its first synset of the supersense.
func (w *wordnet) first(s Supersense, lemmas ...string) (synsets []uint32) {
	for _, lemma := range lemmas {
		var e entry
		w.find(lemma, &e)
		for _, synset := range e.senses[Noun].synset[:e.senses[Noun].count] {
			if w.supersense(synset) == s {
				synsets = append(synsets, synset)
				break
			}
		}
	}
	return synsets
}

// under reports whether a synset is one of the tops or below one.
func (w *wordnet) under(synset uint32, tops []uint32) bool {
	var buffer [64]uint32
	all := append(buffer[:0], synset)
	for i := 0; i < len(all) && i < cap(buffer)-8; i++ {
		for _, top := range tops {
			if all[i] == top {
				return true
			}
		}
		all = w.above(all[i], all)
	}
	return false
}

// PersonNoun reports whether a noun names a person (activist, queen), and the
// gender that it tells. Words of -man and -woman tell it by their ending,
// others that don't tell it in general English are Unknown.
func PersonNoun(lemma string) (gender Gender, ok bool) {
	lemma = folded(lemma)
	if kinds, listed := nouns.find(lemma); listed {
		return kinds.gender, kinds.person
	}
	w := dictionaryOfWordNet()
	var e entry
	known := w.find(lemma, &e)
	switch {
	case len(lemma) > 6 && strings.HasSuffix(lemma, "woman") && !strings.Contains(lemma, "-"):
		return Feminine, true
	case !known && len(lemma) > 8 && strings.HasSuffix(lemma, "person"):
		return Unknown, true
	case !known:
		return Unknown, false
	}
	synset, ok := w.personSense(&e)
	if !ok || Stopword(lemma) {
		return Unknown, false
	}
	tops := topsOfNouns()
	switch {
	case w.under(synset, tops.female):
		return Feminine, true
	case w.compoundOfMan(lemma), w.under(synset, tops.male):
		return Masculine, true
	}
	return Unknown, true
}

// personSense gives the first sense that is a person, if the noun is one by its
// first sense or in three of ten of its occurrences in the tagged texts.
func (w *wordnet) personSense(e *entry) (synset uint32, ok bool) {
	nouns := &e.senses[Noun]
	if nouns.prominent == 0 {
		return 0, false
	}
	total, persons, first := uint32(0), uint32(0), -1
	for i := range nouns.count {
		total += nouns.tagged[i]
		if w.supersense(nouns.synset[i]) == NounPerson {
			persons += nouns.tagged[i]
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 || first > 0 && (total < FewOccurrences || 10*persons < 3*total) {
		return 0, false
	}
	return nouns.synset[first], true
}

// compoundOfMan tells gunman and airman from German and human: what stands
// before -man is a word.
func (w *wordnet) compoundOfMan(lemma string) bool {
	stem, ok := strings.CutSuffix(lemma, "man")
	var e entry
	return ok && len(stem) > 2 && w.find(strings.TrimSuffix(stem, "s"), &e)
}

// GroupNoun reports whether a noun names a body of people that can act and
// speak (committee, watchdog, army).
func GroupNoun(lemma string) bool {
	lemma = folded(lemma)
	if kinds, listed := nouns.find(lemma); listed {
		return kinds.group
	}
	w := dictionaryOfWordNet()
	var e entry
	if !w.find(lemma, &e) || e.senses[Noun].prominent == 0 || Stopword(lemma) {
		return false
	}
	synset, tops := e.senses[Noun].synset[0], topsOfNouns()
	return w.supersense(synset) == NounGroup && w.under(synset, tops.groups) && !w.under(synset, tops.notGroups)
}

// PlaceNoun reports whether a noun names a place or a structure that things
// happen in or at (village, hospital, border).
func PlaceNoun(lemma string) bool {
	lemma = folded(lemma)
	if kinds, listed := nouns.find(lemma); listed {
		return kinds.place
	}
	w := dictionaryOfWordNet()
	var e entry
	if !w.find(lemma, &e) || e.senses[Noun].prominent == 0 || Stopword(lemma) {
		return false
	}
	synset := e.senses[Noun].synset[0]
	return w.supersense(synset) == NounLocation || w.under(synset, topsOfNouns().places)
}
