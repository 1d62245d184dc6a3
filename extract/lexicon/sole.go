package lexicon

import (
	_ "embed"
	"fmt"
)

// Sole is in what way a word allows a thing one partner only.
type Sole uint8

// The ways of being the only one.
const (
	Several    Sole = iota // it doesn't
	SoleDoer               // an act that one at most does to a thing: to invent
	SoleTie                // a thing stands so to one other, for good: mother, birthplace
	SoleOffice             // one at a time: mayor, currency
)

var soleNames = []string{"act", "tie", "office"}

//go:embed data/sole.txt
var soleText string

var soles = wordlist[Sole]{name: "sole", text: soleText, row: func(fields []string) (Sole, error) {
	if len(fields) != 1 {
		return Several, fmt.Errorf("%d fields, want one", len(fields))
	}
	way, err := Choice[Sole](fields[0], soleNames)
	return way + 1, err
}}

// SoleOf tells in what way a lemma allows a thing one partner only.
func SoleOf(lemma string) Sole {
	way, _ := soles.find(folded(lemma))
	return way
}
