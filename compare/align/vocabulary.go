package align

import (
	"strconv"
	"strings"
)

// vocabulary numbers the terms of one document in the order in which they are
// met.
type vocabulary struct {
	texts    []string
	lemmas   map[string]term // in lower case
	entities map[int]term    // by their places among those linked
	numbers  map[[2]float64]term
	times    map[string]term
}

func newVocabulary() *vocabulary {
	return &vocabulary{
		lemmas:   map[string]term{},
		entities: map[int]term{},
		numbers:  map[[2]float64]term{},
		times:    map[string]term{},
	}
}

// numbered is the number of key; a new one gets the next.
func numbered[K comparable](v *vocabulary, of map[K]term, key K, text func() string) term {
	id, ok := of[key]
	if !ok {
		id = len(v.texts)
		of[key] = id
		v.texts = append(v.texts, text())
	}
	return id
}

func (v *vocabulary) lemma(lemma string) term {
	lemma = strings.ToLower(lemma)
	return numbered(v, v.lemmas, lemma, func() string { return lemmaTerm + lemma })
}

func (v *vocabulary) entity(linked int) term {
	return numbered(v, v.entities, linked, func() string { return entityTerm + strconv.Itoa(linked) })
}

func (v *vocabulary) number(low, high float64) term {
	return numbered(v, v.numbers, [2]float64{low, high}, func() string {
		return quantityTerm + strconv.FormatFloat(low, 'g', -1, 64) + "–" + strconv.FormatFloat(high, 'g', -1, 64)
	})
}

func (v *vocabulary) time(value string) term {
	return numbered(v, v.times, value, func() string { return timeTerm + value })
}
