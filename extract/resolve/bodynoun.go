package resolve

import (
	"fmt"

	"xref/extract/lexicon"
)

// reach is what bodies a noun can stand for.
type reach uint8

const (
	noReach    reach = iota
	anyReach         // any body named before: "the group"
	ownReach         // one whose name or description has the noun: "the ministry"
	suffixOnly       // no description; may be left off a name
)

var (
	reachNames = []string{"none", "any", "own", "suffix"}
	typeNames  = []string{"other", "person", "organisation", "place"}
)

type bodyNoun struct {
	reach reach
	typ   Type
}

// bodyNouns are the nouns that definite descriptions of bodies and places are made of.
var bodyNouns = lexicon.TableOf(lexicon.BodyWords, "nouns for bodies and places", func(fields []string) (n bodyNoun, err error) {
	if len(fields) != 2 {
		return n, fmt.Errorf("%d fields, want a reach and a type", len(fields))
	}
	if n.reach, err = lexicon.Choice[reach](fields[0], reachNames); err != nil {
		return n, err
	}
	n.typ, err = lexicon.Choice[Type](fields[1], typeNames)
	return n, err
})
