package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

const NamesTable = "given-names"

var (
	//go:embed data/given-names.txt
	givenNamesText string
	//go:embed data/given-names.bin
	givenNamesData string

	givenNames = wordlist[Gender]{name: "given-names", text: givenNamesText, row: genderRow}

	englishNames = sync.OnceValue(func() *dictionary {
		parts, err := openTable(givenNamesData, NamesTable, 2)
		if err != nil {
			panic("lexicon: given names: " + err.Error())
		}
		d := openDictionary(parts[0], parts[1])
		return &d
	})
)

// GivenName tells the gender of a given name as lists of names have it: Either
// where women and men bear it. The form may be in capitals; the gender of a
// double name (Jean-Luc) that isn't listed is that of its first part. Some
// names are words, surnames or places as well (Will, Jordan, Paris).
func GivenName(form string) (Gender, bool) {
	form = capitalized(straight(form))
	if gender, ok := givenNames.find(form); ok {
		return gender, true
	}
	if _, record, ok := englishNames().find(form); ok {
		c := cursor{text: record}
		return Gender(min(c.byte(), byte(Either))), true
	}
	if first, _, ok := strings.Cut(form, "-"); ok {
		return GivenName(first)
	}
	return Unknown, false
}
