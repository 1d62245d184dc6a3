// Package tables makes the tables of words that the lexicon embeds.
package tables

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"xref/extract/lexicon"
)

const (
	keptSenses   = 6 // per part of speech, and all that occur in the tagged texts
	linkedSenses = 4 // per part of speech, of which derivations are kept
	familyPrefix = 3 // bytes that words of one family begin with alike
)

var wordnetHeader = []string{
	"version: 1",
	"source: WordNet 3.0, Copyright 2006 by Princeton University; PPDB lexical pairs, Ganitkevitch, Van Durme and Callison-Burch 2013",
	"licence: WordNet 3.0 licence; CC BY 3.0",
}

// entryDraft is a word's record before it is written.
type entryDraft struct {
	senses      [4][]sourceSense
	derived     map[string]bool
	antonyms    map[string]bool
	paraphrases map[string]bool // true for strong ones
}

// BuildWordNet makes the table of words, senses and relations from WordNet's
// dictionary folder and lines of two words, separated by a tab, that
// paraphrase each other.
func BuildWordNet(dict fs.FS, paraphrases string) ([]byte, error) {
	s, err := readSource(dict)
	if err != nil {
		return nil, err
	}
	entries := s.entries()
	s.addParaphrases(entries, paraphrases)
	words := slices.Sorted(maps.Keys(entries))
	ids := make(map[string]int, len(words))
	for i, word := range words {
		ids[word] = i
	}
	numbers, order := s.numbered(words, entries)
	var out lexicon.DictionaryWriter
	for i, word := range words {
		if len(word) > 255 {
			return nil, fmt.Errorf("%.40q is too long", word)
		}
		out.Add(word, entries[word].record(i, ids, numbers))
	}
	blocks, lengths := out.Sections()
	synsets, more := s.above(order, numbers)
	irregular, irregularLengths := s.irregular()
	return lexicon.WriteTable(lexicon.WordnetTable, wordnetHeader, blocks, lengths, synsets, more, irregular, irregularLengths), nil
}

// entries drafts all words, with the links that are words' own.
func (s *source) entries() map[string]*entryDraft {
	entries := map[string]*entryDraft{}
	linked, prominent := map[string]map[int]bool{}, map[string]map[int]bool{}
	for pos, lemmas := range s.senses {
		for lemma, senses := range lemmas {
			if s.rare(lemma, senses) {
				continue
			}
			entry := entries[lemma]
			if entry == nil {
				entry = &entryDraft{derived: map[string]bool{}, antonyms: map[string]bool{}, paraphrases: map[string]bool{}}
				entries[lemma] = entry
				linked[lemma], prominent[lemma] = map[int]bool{}, map[int]bool{}
			}
			total := s.occurrences(lemma)
			for i, sense := range senses {
				if i < keptSenses || sense.count > 0 {
					entry.senses[pos] = append(entry.senses[pos], sense)
				}
				if i < linkedSenses || sense.count > 0 {
					linked[lemma][sense.synset] = true
				}
				if total < lexicon.FewOccurrences && i < 2 || total >= lexicon.FewOccurrences && lexicon.ProminentShare*sense.count >= total {
					prominent[lemma][sense.synset] = true
				}
			}
		}
	}
	for number, synset := range s.synsets {
		for _, link := range synset.links {
			if link.to > len(s.synsets[link.synset].words) {
				continue
			}
			to := s.synsets[link.synset].words[link.to-1]
			from, other := entries[link.from], entries[to]
			if from == nil || other == nil || link.from == to {
				continue
			}
			switch {
			case link.antonym && prominent[link.from][number] && prominent[to][link.synset]:
				from.antonyms[to], other.antonyms[link.from] = true, true
			case !link.antonym && linked[link.from][number] && linked[to][link.synset]:
				from.derived[to], other.derived[link.from] = true, true
			}
		}
	}
	addFamilyAntonyms(entries)
	return entries
}

// occurrences is how often the lemma occurs in the tagged texts, as whatever
// part of speech.
func (s *source) occurrences(lemma string) (total int) {
	for _, lemmas := range s.senses {
		for _, sense := range lemmas[lemma] {
			total += sense.count
		}
	}
	return total
}

// addFamilyAntonyms makes a word the opposite of the opposites of the words
// that it is derived from, and of what is derived from them: acceptance of
// reject and of rejection.
func addFamilyAntonyms(entries map[string]*entryDraft) {
	family := func(word string) []string {
		members := []string{word}
		for other := range entries[word].derived {
			if lexicon.SharedPrefix(word, other) >= familyPrefix {
				members = append(members, other)
			}
		}
		return members
	}
	added := map[[2]string]bool{}
	for word, entry := range entries {
		for antonym := range entry.antonyms {
			for _, a := range family(word) {
				for _, b := range family(antonym) {
					if a != b && !entries[a].derived[b] {
						added[[2]string{a, b}] = true
					}
				}
			}
		}
	}
	for pair := range added {
		entries[pair[0]].antonyms[pair[1]], entries[pair[1]].antonyms[pair[0]] = true, true
	}
}

// rare reports whether news can do without a lemma: the name of a single person
// or thing, or a compound that names a plant or an animal.
func (s *source) rare(lemma string, senses []sourceSense) bool {
	compound := strings.Contains(lemma, " ")
	for _, sense := range senses {
		synset := s.synsets[sense.synset]
		organism := synset.supersense == lexicon.NounPlant || synset.supersense == lexicon.NounAnimal
		if sense.count > 0 || !(synset.instance || compound && organism) {
			return false
		}
	}
	return true
}

// addParaphrases keeps the pairs of lemmas. Strong pairs are those that the
// database has more than once, as other forms or the other way round, and whose
// words have a supersense in common.
func (s *source) addParaphrases(entries map[string]*entryDraft, lines string) {
	type pair struct{ a, b string }
	times := map[pair]int{}
	for line := range strings.Lines(lines) {
		a, b, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		a, b = s.lemma(a), s.lemma(b)
		if a == "" || b == "" || a == b || lexicon.SharedPrefix(a, b) >= min(len(a), len(b))-1 {
			continue
		}
		times[pair{min(a, b), max(a, b)}]++
	}
	for p, n := range times {
		a, b := entries[p.a], entries[p.b]
		if a == nil || b == nil {
			continue
		}
		strong := n > 1 && s.commonSupersense(a, b)
		a.paraphrases[p.b], b.paraphrases[p.a] = strong, strong
	}
}

// people takes groups for persons: soldiers are troops.
func people(s lexicon.Supersense) lexicon.Supersense {
	if s == lexicon.NounGroup {
		return lexicon.NounPerson
	}
	return s
}

// commonSupersense looks at the first three senses.
func (s *source) commonSupersense(a, b *entryDraft) bool {
	for pos := range a.senses {
		for _, x := range a.senses[pos][:min(3, len(a.senses[pos]))] {
			for _, y := range b.senses[pos][:min(3, len(b.senses[pos]))] {
				if people(s.synsets[x.synset].supersense) == people(s.synsets[y.synset].supersense) {
					return true
				}
			}
		}
	}
	return false
}

// lemma gives the word of the dictionary for a form of lower-case letters, by
// the exceptions and the rules of detachment (morphy(7WN)), "" where there is none.
func (s *source) lemma(form string) string {
	if len(form) < 3 || strings.Trim(form, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	for _, pos := range []lexicon.POS{lexicon.Verb, lexicon.Noun, lexicon.Adjective, lexicon.Adverb} {
		if base, ok := s.irregul[pos][form]; ok && len(s.senses[pos][base]) > 0 {
			return base
		}
	}
	if s.known(form) {
		return form
	}
	for _, rule := range detachments {
		if stem, ok := strings.CutSuffix(form, rule.suffix); ok && len(s.senses[rule.pos][stem+rule.ending]) > 0 {
			return stem + rule.ending
		}
	}
	return ""
}

func (s *source) known(word string) bool {
	for _, lemmas := range s.senses {
		if len(lemmas[word]) > 0 {
			return true
		}
	}
	return false
}

var detachments = []struct {
	suffix, ending string
	pos            lexicon.POS
}{
	{"ses", "s", lexicon.Noun}, {"xes", "x", lexicon.Noun}, {"zes", "z", lexicon.Noun}, {"ches", "ch", lexicon.Noun}, {"shes", "sh", lexicon.Noun},
	{"men", "man", lexicon.Noun}, {"ies", "y", lexicon.Noun}, {"s", "", lexicon.Noun},
	{"ies", "y", lexicon.Verb}, {"es", "e", lexicon.Verb}, {"es", "", lexicon.Verb}, {"s", "", lexicon.Verb},
	{"ed", "e", lexicon.Verb}, {"ed", "", lexicon.Verb}, {"ing", "e", lexicon.Verb}, {"ing", "", lexicon.Verb},
	{"er", "", lexicon.Adjective}, {"est", "", lexicon.Adjective}, {"er", "e", lexicon.Adjective}, {"est", "e", lexicon.Adjective},
}

// numbered numbers the synsets that the words' senses reach, the hypernyms
// included, in the order of the files.
func (s *source) numbered(words []string, entries map[string]*entryDraft) (numbers map[int]int, order []int) {
	reached := make([]bool, len(s.synsets))
	var reach func(synset int)
	reach = func(synset int) {
		if reached[synset] {
			return
		}
		reached[synset] = true
		for _, above := range s.synsets[synset].above {
			reach(above)
		}
	}
	for _, word := range words {
		for _, senses := range entries[word].senses {
			for _, sense := range senses {
				reach(sense.synset)
			}
		}
	}
	numbers = map[int]int{}
	for synset, ok := range reached {
		if ok {
			numbers[synset] = len(order)
			order = append(order, synset)
		}
	}
	return numbers, order
}

// record writes a word's senses and links, as entry.go reads them.
func (e *entryDraft) record(id int, ids map[string]int, numbers map[int]int) []byte {
	var out []byte
	mask := byte(0)
	for pos, senses := range e.senses {
		if len(senses) > 0 {
			mask |= 1 << pos
		}
	}
	out = append(out, mask)
	for _, senses := range e.senses {
		if len(senses) == 0 {
			continue
		}
		tagged := 0
		for _, sense := range senses {
			if sense.count > 0 {
				tagged++
			}
		}
		out = binary.AppendUvarint(out, uint64(len(senses)))
		out = binary.AppendUvarint(out, uint64(tagged))
		for _, sense := range senses {
			out = binary.AppendUvarint(out, uint64(numbers[sense.synset]))
		}
		for _, sense := range senses[:tagged] {
			out = binary.AppendUvarint(out, uint64(sense.count))
		}
	}
	strong, weak := map[string]bool{}, map[string]bool{}
	for word, is := range e.paraphrases {
		if is {
			strong[word] = true
		} else {
			weak[word] = true
		}
	}
	lists := []map[string]bool{e.derived, e.antonyms, strong, weak}
	for len(lists) > 0 && len(lists[len(lists)-1]) == 0 {
		lists = lists[:len(lists)-1]
	}
	for _, words := range lists {
		var list []byte
		last := id
		for _, word := range slices.Sorted(maps.Keys(words)) {
			list = binary.AppendVarint(list, int64(ids[word]-last))
			last = ids[word]
		}
		out = binary.AppendUvarint(out, uint64(len(list)))
		out = append(out, list...)
	}
	return out
}

// above writes four bytes a synset, its supersense and the number of the one
// above it plus one, and apart from them the pairs for synsets with several.
func (s *source) above(order []int, numbers map[int]int) (synsets, more []byte) {
	for number, original := range order {
		synset := s.synsets[original]
		first := 0
		flags := byte(synset.supersense)
		for i, above := range synset.above {
			if i == 0 {
				first = numbers[above] + 1
				continue
			}
			flags |= lexicon.MoreAbove
			more = binary.LittleEndian.AppendUint32(more, uint32(number))
			more = binary.LittleEndian.AppendUint32(more, uint32(numbers[above]))
		}
		synsets = append(synsets, flags, byte(first), byte(first>>8), byte(first>>16))
	}
	return synsets, more
}

// irregular writes the exception lists: for each form, the parts of speech and
// the base form of each.
func (s *source) irregular() (blocks, lengths []byte) {
	forms := map[string]bool{}
	for _, exceptions := range s.irregul {
		for form := range exceptions {
			forms[form] = true
		}
	}
	var out lexicon.DictionaryWriter
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		var record []byte
		for pos, exceptions := range s.irregul {
			if base, ok := exceptions[form]; ok {
				record = append(record, byte(pos))
				record = binary.AppendUvarint(record, uint64(len(base)))
				record = append(record, base...)
			}
		}
		out.Add(form, record)
	}
	return out.Sections()
}
