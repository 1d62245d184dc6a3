package tables

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xref/extract/lexicon"
)

var namesHeader = []string{
	"version: 1",
	"source: Names Corpus, Version 1.3, Copyright (C) 1991 Mark Kantrowitz, additions by Bill Ross",
	"licence: free for any use with credit; see NOTICE",
}

// BuildNames makes the table of given names from lists of one name a line.
func BuildNames(male, female string) ([]byte, error) {
	genders := map[string]lexicon.Gender{}
	for gender, list := range map[lexicon.Gender]string{lexicon.Masculine: male, lexicon.Feminine: female} {
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
	var out lexicon.DictionaryWriter
	for _, name := range slices.Sorted(maps.Keys(genders)) {
		out.Add(name, []byte{byte(genders[name])})
	}
	blocks, lengths := out.Sections()
	return lexicon.WriteTable(lexicon.NamesTable, namesHeader, blocks, lengths), nil
}
