package analyser

import (
	"strings"
	"sync"

	"xref/extract/lexicon"
)

const titleSection = "titles that are not part of a name"

// personTitles stand before the names of persons and are not part of them.
var personTitles = lexicon.PersonWords.Words(titleSection)

func PersonTitle(form string) bool {
	return personTitles.Has(strings.ToLower(strings.TrimSuffix(form, ".")))
}

// titleWords are the titles as words are seen, with and without a full stop.
var titleWords = sync.OnceValue(func() map[uint32]bool {
	m := map[uint32]bool{}
	s := Seer{}
	for _, row := range lexicon.PersonWords.Rows(titleSection) {
		m[s.See(row[0]).Lower] = true
		m[s.See(row[0]+".").Lower] = true
	}
	return m
})
