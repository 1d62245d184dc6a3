package lexicon

import (
	_ "embed"
	"fmt"
)

// Negator is how a word negates what it governs.
type Negator uint8

// The kinds of negators.
const (
	NegParticle    Negator = iota // not, n't
	NegDeterminer                 // no, neither
	NegPronoun                    // nobody, nothing, none
	NegAdverb                     // never, nowhere, no longer
	NegPreposition                // without
	NegApproximate                // hardly, barely, rarely, few: nearly negative
	NegVerb                       // fail, refuse, deny, lack, prevent
	NegNoun                       // lack, absence, failure, refusal, denial
	NegAdjective                  // unable, false, untrue, absent
)

var negatorNames = []string{"particle", "determiner", "pronoun", "adverb", "preposition", "approximate", "verb", "noun", "adjective"}

func (n Negator) String() string { return negatorNames[n] }

var (
	//go:embed data/negators.txt
	negatorsText string

	negators = wordlist[[]Negator]{name: "negators", text: negatorsText, row: func(fields []string) ([]Negator, error) {
		if len(fields) == 0 {
			return nil, fmt.Errorf("no kind")
		}
		kinds := make([]Negator, len(fields))
		for i, field := range fields {
			kind, err := Choice[Negator](field, negatorNames)
			if err != nil {
				return nil, err
			}
			kinds[i] = kind
		}
		return kinds, nil
	}}
)

// Negation tells how a word negates. A word of several kinds ("lack", verb and
// noun; "neither") gives the kind that it has most often; Negates tells all.
func Negation(lemma string) (Negator, bool) {
	kinds, ok := negators.find(folded(lemma))
	if !ok {
		return 0, false
	}
	return kinds[0], true
}

// Negates reports whether a word can negate in the manner of kind.
func Negates(lemma string, kind Negator) bool {
	kinds, _ := negators.find(folded(lemma))
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return false
}
