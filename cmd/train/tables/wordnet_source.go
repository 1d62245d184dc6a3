package tables

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"xref/extract/lexicon"
)

// source is WordNet as its files have it (wndb(5WN)): synsets numbered over all
// parts of speech in the files' order, and each lemma's senses, most frequent
// first. Words are in lower case with spaces for underscores.
type source struct {
	synsets []sourceSynset
	senses  [4]map[string][]sourceSense
	irregul [4]map[string]string // irregular form to lemma
}

type sourceSynset struct {
	pos        lexicon.POS
	supersense lexicon.Supersense
	words      []string
	above      []int        // hypernyms; of a satellite adjective, its head
	instance   bool         // of a class: a single person, place or thing
	links      []sourceLink // antonyms and derivations of its words
}

type sourceLink struct {
	antonym    bool
	from       string
	synset, to int // to is the ordinal of the word in the synset, from 1
}

type sourceSense struct {
	synset, count int // count of occurrences in the sense-tagged texts
}

var fileSuffixes = [4]string{"noun", "verb", "adj", "adv"}

// readSource reads the dictionary's folder: data.*, index.*, *.exc and cntlist.rev.
func readSource(dict fs.FS) (*source, error) {
	s := &source{}
	files := [4][]string{}
	byOffset := [4]map[string]int{}
	for pos, suffix := range fileSuffixes {
		lines, err := readLines(dict, "data."+suffix)
		if err != nil {
			return nil, err
		}
		byOffset[pos] = make(map[string]int, len(lines))
		for _, line := range lines {
			offset, _, _ := strings.Cut(line, " ")
			byOffset[pos][offset] = len(byOffset[0]) + len(byOffset[1]) + len(byOffset[2]) + len(byOffset[3])
		}
		files[pos] = lines
	}
	for pos, lines := range files {
		for _, line := range lines {
			synset, err := parseSynset(line, lexicon.POS(pos), byOffset)
			if err != nil {
				return nil, fmt.Errorf("data.%s: %.40q: %w", fileSuffixes[pos], line, err)
			}
			s.synsets = append(s.synsets, synset)
		}
	}
	counts, err := readCounts(dict)
	if err != nil {
		return nil, err
	}
	for pos, suffix := range fileSuffixes {
		if err := s.readIndex(dict, lexicon.POS(pos), suffix, byOffset[pos], counts); err != nil {
			return nil, fmt.Errorf("index.%s: %w", suffix, err)
		}
		lines, err := readLines(dict, suffix+".exc")
		if err != nil {
			return nil, err
		}
		s.irregul[pos] = make(map[string]string, len(lines))
		for _, line := range lines {
			form, base, ok := strings.Cut(line, " ")
			if !ok {
				return nil, fmt.Errorf("%s.exc: %q has no base form", suffix, line)
			}
			base, _, _ = strings.Cut(base, " ")
			s.irregul[pos][spaced(form)] = spaced(base)
		}
	}
	return s, nil
}

// readLines leaves out the licence, whose lines begin with two spaces.
func readLines(dict fs.FS, name string) ([]string, error) {
	data, err := fs.ReadFile(dict, name)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, " \r\n"); line != "" && !strings.HasPrefix(line, "  ") {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

func spaced(word string) string { return strings.ToLower(strings.ReplaceAll(word, "_", " ")) }

// parseSynset reads
//
//	offset lex_filenum ss_type w_cnt word lex_id… p_cnt pointer…
//
// where a pointer is symbol, offset, part of speech and the ordinals of the
// two words it links, in hexadecimal, 0000 for whole synsets.
func parseSynset(line string, pos lexicon.POS, byOffset [4]map[string]int) (synset sourceSynset, err error) {
	line, _, _ = strings.Cut(line, " |")
	fields := strings.Fields(line)
	next := func() string {
		if len(fields) == 0 {
			err = fmt.Errorf("too short")
			return "0"
		}
		field := fields[0]
		fields = fields[1:]
		return field
	}
	number := func(field string, base int) int {
		n, bad := strconv.ParseUint(field, base, 16)
		if bad != nil && err == nil {
			err = bad
		}
		return int(n)
	}
	synset.pos = pos
	next()
	file := number(next(), 10)
	if file >= len(lexicon.SupersenseNames)-1 {
		return synset, fmt.Errorf("no lexicographer's file %d", file)
	}
	synset.supersense = lexicon.Supersense(file + 1)
	satellite := next() == "s"
	for n := number(next(), 16); n > 0 && err == nil; n-- {
		word, _, _ := strings.Cut(next(), "(")
		synset.words = append(synset.words, spaced(word))
		next()
	}
	for n := number(next(), 10); n > 0 && err == nil; n-- {
		symbol, offset, part, words := next(), next(), next(), number(next(), 16)
		target, ok := byOffset[strings.Index("nvar", part)&3][offset]
		if !ok {
			return synset, fmt.Errorf("pointer to %s %s, which isn't there", part, offset)
		}
		from, to := words>>8, words&0xff
		switch symbol {
		case "@", "@i":
			synset.instance = synset.instance || symbol == "@i"
			synset.above = append(synset.above, target)
		case "&":
			if satellite {
				synset.above = append(synset.above, target)
			}
		case "!", "+", "\\", "<":
			if from == 0 || to == 0 || from > len(synset.words) {
				continue
			}
			synset.links = append(synset.links, sourceLink{antonym: symbol == "!", from: synset.words[from-1], synset: target, to: to})
		}
	}
	return synset, err
}

// senseKey tells a lemma's senses apart as cntlist.rev does.
type senseKey struct {
	lemma  string
	pos    lexicon.POS
	number int
}

// readCounts reads lines of sense key, sense number and count.
func readCounts(dict fs.FS) (map[senseKey]int, error) {
	lines, err := readLines(dict, "cntlist.rev")
	if err != nil {
		return nil, err
	}
	counts := make(map[senseKey]int, len(lines))
	for _, line := range lines {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			return nil, fmt.Errorf("cntlist.rev: %q has %d fields, want 3", line, len(fields))
		}
		lemma, rest, _ := strings.Cut(fields[0], "%")
		number, err := strconv.Atoi(fields[1])
		if err != nil {
			return nil, fmt.Errorf("cntlist.rev: %q: %w", line, err)
		}
		count, err := strconv.Atoi(fields[2])
		if err != nil {
			return nil, fmt.Errorf("cntlist.rev: %q: %w", line, err)
		}
		if rest == "" || rest[0] < '1' || rest[0] > '5' {
			return nil, fmt.Errorf("cntlist.rev: %q is no sense key", fields[0])
		}
		pos := lexicon.POS(rest[0] - '1')
		if rest[0] == '5' { // satellite adjectives
			pos = lexicon.Adjective
		}
		counts[senseKey{spaced(lemma), pos, number}] = count
	}
	return counts, nil
}

// readIndex reads lines of
//
//	lemma pos synset_cnt p_cnt pointer_symbol… sense_cnt tagsense_cnt offset…
func (s *source) readIndex(dict fs.FS, pos lexicon.POS, suffix string, byOffset map[string]int, counts map[senseKey]int) error {
	lines, err := readLines(dict, "index."+suffix)
	if err != nil {
		return err
	}
	s.senses[pos] = make(map[string][]sourceSense, len(lines))
	for _, line := range lines {
		fields := strings.Fields(line)
		if len(fields) < 4 {
			return fmt.Errorf("%q is too short", line)
		}
		senses, err := strconv.Atoi(fields[2])
		if err != nil || senses <= 0 || senses > len(fields)-4 {
			return fmt.Errorf("%q has no %q senses", line, fields[2])
		}
		lemma := spaced(fields[0])
		for i, offset := range fields[len(fields)-senses:] {
			synset, ok := byOffset[offset]
			if !ok {
				return fmt.Errorf("%s: no synset %s", lemma, offset)
			}
			s.senses[pos][lemma] = append(s.senses[pos][lemma], sourceSense{synset, counts[senseKey{lemma, pos, i + 1}]})
		}
		slices.SortStableFunc(s.senses[pos][lemma], func(a, b sourceSense) int { return b.count - a.count })
	}
	return nil
}
