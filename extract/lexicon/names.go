package lexicon

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

const namesTable = "given-names"

var namesHeader = []string{
	"version: 1",
	"source: Names Corpus, Version 1.3, Copyright (C) 1991 Mark Kantrowitz, additions by Bill Ross",
	"licence: free for any use with credit; see NOTICE",
}

var (
	//go:embed data/given-names.txt
	givenNamesText string
	//go:embed data/given-names.bin
	givenNamesData string

	givenNames = wordlist[Gender]{name: "given-names", text: givenNamesText, row: genderRow}

	englishNames = sync.OnceValue(func() *dictionary {
		parts, err := openTable(givenNamesData, namesTable, 2)
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

// BuildNames makes the table of given names from lists of one name a line.
func BuildNames(male, female string) ([]byte, error) {
	genders := map[string]Gender{}
	for gender, list := range map[Gender]string{Masculine: male, Feminine: female} {
		for line := range strings.Lines(list) {
			name := strings.TrimSpace(line)
			if len(name) < 2 || len(name) > 255 || strings.ContainsAny(name, "#\t") {
				continue
			}
			genders[name] |= gender
		}
	}
	if len(genders) == 0 {
		return nil, fmt.Errorf("no names")
	}
	var out dictionaryWriter
	for _, name := range slices.Sorted(maps.Keys(genders)) {
		out.add(name, []byte{byte(genders[name])})
	}
	blocks, lengths := out.sections()
	return writeTable(namesTable, namesHeader, blocks, lengths), nil
}
