package main

import (
	"bufio"
	"io/fs"
	"maps"
	"strings"
)

// readWordNetParts reads which parts of speech single words can be: bit 0 noun,
// 1 verb, 2 adjective, 3 adverb. Words that are nouns only are left out.
func readWordNetParts(dictionary fs.FS) (map[string]uint8, error) {
	parts := map[string]uint8{}
	for bit, file := range []string{"index.noun", "index.verb", "index.adj", "index.adv"} {
		text, err := fs.ReadFile(dictionary, file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			word, _, _ := strings.Cut(line, " ")
			if word != "" && word[0] >= 'a' && word[0] <= 'z' && !strings.ContainsAny(word, "_-./'0123456789") {
				parts[word] |= 1 << bit
			}
		}
	}
	maps.DeleteFunc(parts, func(_ string, bits uint8) bool { return bits == 1 })
	return parts, nil
}

// wordNetKinds are the lexicographer files of WordNet whose names are used.
var wordNetKinds = map[string]string{"14": "group", "15": "place", "18": "person"}

// readWordNetNames reads names out of WordNet's nouns, by kind: of groups,
// places and persons, and of peoples (demonym).
func readWordNetNames(dictionary fs.FS) (map[string][]string, error) {
	f, err := dictionary.Open("data.noun")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := map[string][]string{}
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		// offset, file, type, number of words in hexadecimal, word, number, word, number …
		fields := strings.Fields(scanner.Text())
		if strings.HasPrefix(scanner.Text(), " ") || len(fields) < 6 || wordNetKinds[fields[1]] == "" {
			continue
		}
		definition, _, _ := strings.Cut(scanner.Text(), " | ")
		kind := wordNetKinds[fields[1]]
		if !strings.Contains(definition, " @i ") {
			if kind != "person" {
				continue
			}
			kind = "demonym"
		}
		for i := 4; i+1 < len(fields) && len(fields[i+1]) == 1; i += 2 {
			name := fields[i]
			if name[0] < 'A' || name[0] > 'Z' {
				continue
			}
			names[kind] = append(names[kind], strings.ReplaceAll(name, "_", " "))
		}
	}
	return names, scanner.Err()
}
