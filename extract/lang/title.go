package lang

import (
	"strings"
	"sync"

	"xref/extract/lexicon"
)

const titleSection = "titles that are not part of a name"

// personTitles stand before the names of persons and are not part of them.
var personTitles = lexicon.PersonWords.Words(titleSection)

func personTitle(form string) bool {
	return personTitles.Has(strings.ToLower(strings.TrimSuffix(form, ".")))
}

// titleWords are the titles as words are seen, with and without a full stop.
var titleWords = sync.OnceValue(func() map[uint32]bool {
	m := map[uint32]bool{}
	s := seer{}
	for _, row := range lexicon.PersonWords.Rows(titleSection) {
		m[s.see(row[0]).lower] = true
		m[s.see(row[0]+".").lower] = true
	}
	return m
})
