package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"xref/cmd/train/english"
	"xref/extract/lang"
	"xref/extract/lang/conllu"
)

// ewtNameData holds names in the train part of the English Web Treebank, by
// document, sentence and word.
//
//go:embed data/ewt-names.txt
var ewtNameData string

// ewtTypes are the types of names in ewtNameData.
var ewtTypes = map[byte]lang.NameType{'P': lang.Person, 'O': lang.Organisation, 'L': lang.Place, 'X': lang.OtherName}

// ewtNames gives the sentences of the English Web Treebank their names. It fails
// on names of sentences and words that are not there.
func ewtNames(sentences []conllu.Sentence) ([]english.NamedSentence, error) {
	named := make([]english.NamedSentence, len(sentences))
	number := map[string]int{}
	for i, s := range sentences {
		number[s.ID] = i
		for _, w := range s.Words {
			named[i].Forms = append(named[i].Forms, w.Form)
		}
	}
	for line := range strings.Lines(ewtNameData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		for _, field := range fields[1:] {
			sentence, names, _ := strings.Cut(field, ":")
			n, _ := strconv.Atoi(sentence)
			id := fmt.Sprintf("%s-%04d", fields[0], n)
			i, ok := number[id]
			if !ok {
				return nil, fmt.Errorf("names of EWT: no sentence %s", id)
			}
			for name := range strings.SplitSeq(names, ",") {
				n, err := readName(name)
				if err != nil || n.First < 0 || n.First >= n.End || n.End > len(named[i].Forms) {
					return nil, fmt.Errorf("names of EWT: sentence %s has no name %q", id, name)
				}
				named[i].Names = append(named[i].Names, n)
			}
		}
	}
	return named, nil
}

// readName reads first word, end and type of a name, as in 3-5P.
func readName(s string) (lang.Name, error) {
	first, end, _ := strings.Cut(s, "-")
	if end == "" {
		return lang.Name{}, strconv.ErrSyntax
	}
	kind, ok := ewtTypes[end[len(end)-1]]
	if !ok {
		return lang.Name{}, strconv.ErrSyntax
	}
	a, err := strconv.Atoi(first)
	if err != nil {
		return lang.Name{}, err
	}
	b, err := strconv.Atoi(end[:len(end)-1])
	return lang.Name{First: a, End: b, Type: kind}, err
}
