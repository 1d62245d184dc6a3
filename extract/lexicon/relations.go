package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// Relations between words that WordNet leaves out, listed by hand: contraries
// in reports of events, those of them that exclude each other, and synonyms that
// are newer than WordNet.

var (
	//go:embed data/contraries.txt
	contrariesText string
	//go:embed data/incompatible.txt
	incompatibleText string
	//go:embed data/synonyms.txt
	synonymsText string

	//go:embed data/opposed-words.txt
	opposedWordsText string

	opposedWords   = wordlist[opposedRow]{name: "opposed-words", text: opposedWordsText, row: opposedWordsRow}
	contraries     = wordlist[[]string]{name: "contraries", text: contrariesText, row: otherWords}
	incompatible   = wordlist[[]string]{name: "incompatible", text: incompatibleText, row: otherWords}
	listedSynonyms = wordlist[[]string]{name: "synonyms", text: synonymsText, row: otherWords}
)

func otherWords(fields []string) ([]string, error) {
	if len(fields) != 1 || fields[0] == "" {
		return nil, fmt.Errorf("%d fields, want other words", len(fields))
	}
	return strings.Split(fields[0], ";"), nil
}

// related reports whether the list has either word with the other.
func related(list *wordlist[[]string], a, b string) bool {
	for range 2 {
		others, _ := list.find(a)
		for _, other := range others {
			if other == b {
				return true
			}
		}
		a, b = b, a
	}
	return false
}

// Incompatible reports whether two lemmas can't both be true of one thing at one
// time. Opposites that undo each other, such as to open and to close, can.
func Incompatible(a, b string) bool { return related(&incompatible, folded(a), folded(b)) }

// Opposition is how two function words that stand in one place say opposite things.
type Opposition uint8

// The oppositions.
const (
	NoOpposition          Opposition = iota
	OppositionOfTime                 // before, after
	OppositionOfDirection            // from, to
	OppositionOfSide                 // for, against
	OppositionOfAmount               // above, below; all, some
)

var oppositionNames = []string{"none", "time", "direction", "side", "amount"}

func (o Opposition) String() string { return oppositionNames[o] }

type opposedRow struct {
	opposition Opposition
	others     []string
}

func opposedWordsRow(fields []string) (opposedRow, error) {
	if len(fields) != 2 {
		return opposedRow{}, fmt.Errorf("%d fields, want an opposition and other words", len(fields))
	}
	o, err := Choice[Opposition](fields[0], oppositionNames)
	return opposedRow{o, strings.Split(fields[1], ";")}, err
}

// Opposable reports whether there is a word that OpposedWords opposes to this one.
func Opposable(word string) bool { return opposable()[folded(word)] }

var opposable = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	opposedWords.find("") // reads the list
	for word, row := range opposedWords.rows {
		words[word] = true
		for _, other := range row.others {
			words[other] = true
		}
	}
	return words
})

// OpposedWords tells how two function words say opposite things where they stand in
// one place: before and after, from and to, for and against, all and some.
func OpposedWords(a, b string) Opposition {
	a, b = folded(a), folded(b)
	for range 2 {
		row, _ := opposedWords.find(a)
		for _, other := range row.others {
			if other == b {
				return row.opposition
			}
		}
		a, b = b, a
	}
	return NoOpposition
}
