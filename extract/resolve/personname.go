package resolve

import (
	"slices"
	"strings"
	"unicode"

	"xref/extract/lexicon"
)

// personName is a person's name taken apart: given name first, surname last.
// All words are folded; titles and honorifics are left out.
type personName struct {
	words  []string
	joined string         // the words as one
	suffix string         // "jr", "sr", "iii"
	gender lexicon.Gender // by an honorific that is part of the name
}

// generations are the suffixes that tell fathers from sons.
var generations = lexicon.PersonWords.Names("suffixes of names")

// particles are parts of names that come and go between spellings.
var particles = lexicon.PersonWords.Words("parts of names that come and go between spellings")

// nameWords splits the surface of a name at spaces and hyphens into folded
// words, possessive endings and bracketed or quoted marks left off.
func nameWords(surface string) []string {
	var words []string
	for _, part := range strings.FieldsFunc(surface, func(r rune) bool { return r == '-' || r == '\u2011' || unicode.IsSpace(r) }) {
		part = strings.Trim(part, ",;:()[]\"“”?!")
		for _, ending := range []string{"'s", "’s", "‘s"} {
			part = strings.TrimSuffix(part, ending)
		}
		if part = fold(part); part != "" {
			words = append(words, part)
		}
	}
	return words
}

// parsePerson takes a name's surface apart.
func parsePerson(surface string) personName {
	var p personName
	words := nameWords(surface)
	for len(words) > 1 {
		gender, ok := lexicon.Honorific(words[0])
		if !ok && !lexicon.Title(words[0]) {
			break
		}
		if _, given := lexicon.GivenName(words[0]); given && !ok {
			break
		}
		if gender == lexicon.Masculine || gender == lexicon.Feminine {
			p.gender = gender
		}
		words = words[1:]
	}
	for len(words) > 1 && generations.Of(words[len(words)-1]) != "" {
		p.suffix = generations.Of(words[len(words)-1])
		words = words[:len(words)-1]
	}
	for i, word := range words {
		if particles.Has(word) && i+1 < len(words) {
			continue
		}
		p.words = append(p.words, word)
	}
	p.joined = strings.Join(p.words, "")
	return p
}

func (p personName) single() bool { return len(p.words) == 1 }

// surname is the last word of the name.
func (p personName) surname() string { return p.words[len(p.words)-1] }

// kinship is how two names of persons relate.
type kinship uint8

const (
	strangers   kinship = iota
	byGivenName         // one is the other's given name alone
	byVariant           // one may be a misspelling of the other's surname
	bySurname           // one is the other's surname alone, or a part that ends in it
	bySelf              // both are full and agree
)

// comparePersons tells whether two names can be one person's.
func comparePersons(a, b personName) kinship {
	if len(a.words) == 0 || len(b.words) == 0 || a.suffix != "" && b.suffix != "" && a.suffix != b.suffix {
		return strangers
	}
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if a.single() {
		k := compareSingle(a.words[0], b)
		if k == byGivenName && a.suffix != "" {
			return strangers // "Elizabeth II" is no Elizabeth Lund
		}
		return k
	}
	last := alike(a.surname(), b.surname())
	given := sameGivenName(a.words[0], b.words[0])
	switch {
	case last == same && given, last == respelt && given:
		if clash(a.words[1:len(a.words)-1], b.words[1:len(b.words)-1]) {
			return strangers
		}
		return bySelf
	case last == variant && given && len(a.words[0]) > 1 && len(b.words[0]) > 1:
		return bySelf
	case subsequence(a.words, b.words) && last == same:
		return bySurname
	case len(a.words) >= 2 && given && contiguous(b.words, a.words):
		return bySelf
	case alike(a.joined, b.joined) >= respelt:
		return bySelf
	}
	return strangers
}

func compareSingle(word string, b personName) kinship {
	if b.single() {
		switch alike(word, b.words[0]) {
		case same, respelt:
			return bySelf
		case variant:
			return byVariant
		}
		return strangers
	}
	switch alike(word, b.surname()) {
	case same, respelt:
		return bySurname
	case variant:
		return byVariant
	}
	if len(word) > 1 && (word == b.words[0] || sameGivenName(word, b.words[0])) {
		return byGivenName
	}
	for _, middle := range b.words[1 : len(b.words)-1] {
		if len(word) >= 4 && middle == word {
			return bySurname
		}
	}
	return strangers
}

// clash reports whether the middle names of two persons differ where both have
// as many: "Michael G." and "Michael S.".
func clash(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i][0] != b[i][0] {
			return true
		}
	}
	return false
}

// subsequence reports whether all of a stand in b in the same order.
func subsequence(a, b []string) bool {
	i := 0
	for _, word := range b {
		if i < len(a) && a[i] == word {
			i++
		}
	}
	return i == len(a)
}

// contiguous reports whether part stands in whole as one piece.
func contiguous(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
