package resolve

import (
	"slices"
	"strings"

	"xref/extract/lexicon"
)

// bodyName is the name of a body, a place or a thing: its folded words without
// the articles and prepositions between them, and where its head stands.
type bodyName struct {
	words   []string
	surface string
	head    int    // in words: the last one before "of", "for", "in"
	nation  string // the country that the name begins with: "U.S. Navy", "British Army"
	rest    string // the words behind that

	// Made of the words once, since every name is held against many.
	key         string // the words as one
	lasting     string // as canonical has it
	initials    string // of the words
	allInitials string // of the linking words too
}

// linkers are the words that initials of a name leave out.
var linkers = lexicon.BodyWords.Words("words that initials leave out")

func parseBody(surface string) bodyName {
	b := bodyName{surface: surface, head: -1}
	b.nation, b.rest = nationInFront(surface)
	for _, word := range nameWords(surface) {
		if linkers.Has(word) {
			if !leadingLinkers.Has(word) && b.head < 0 && len(b.words) > 0 {
				b.head = len(b.words) - 1
			}
			continue
		}
		b.words = append(b.words, word)
	}
	if b.head < 0 {
		b.head = len(b.words) - 1
	}
	b.key, b.lasting = strings.Join(b.words, ""), canonical(surface)
	for _, word := range b.words {
		b.initials += word[:1]
	}
	for _, word := range nameWords(surface) {
		if word != "the" {
			b.allInitials += word[:1]
		}
	}
	return b
}

// acronym reports whether the surface looks like one: F.B.I., ICRC, YPG.
func (b bodyName) acronym() bool {
	letters := len(b.key)
	return len(b.words) == 1 && letters >= 2 && letters <= 7 && capitals(b.surface) >= letters-1 && capitals(b.surface) >= 2
}

// isAcronymOf reports whether b is made of the initials of full, the linking
// words counted or not.
func (b bodyName) isAcronymOf(full bodyName) bool {
	if !b.acronym() || len(full.words) < 2 {
		return false
	}
	return b.key == full.initials || b.key == full.allInitials
}

// sameBody tells whether two names of bodies or places can be one's, and
// whether one is a shortening that only context makes sure.
func sameBody(a, b bodyName, typ Type) (ok, short bool) {
	if len(a.words) == 0 || len(b.words) == 0 {
		return false, false
	}
	if slices.Equal(a.words, b.words) || a.key == b.key || a.lasting == b.lasting {
		return true, false
	}
	if a.isAcronymOf(b) || b.isAcronymOf(a) {
		return true, false
	}
	if respeltBodies(&a, &b) || a.nation != "" && a.nation == b.nation && a.rest == b.rest {
		return true, false
	}
	if typ == Place {
		return false, false
	}
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if len(a.words) == len(b.words) || a.acronym() {
		return false, false
	}
	ok = shortens(a, b)
	return ok, ok
}

// shortens reports whether a is b with words left off that a second mention
// can do without.
func shortens(a, b bodyName) bool {
	if slices.Equal(a.words, b.words[:len(a.words)]) {
		rest := b.words[len(a.words):]
		if all(rest, func(w string) bool {
			n := bodyNouns.Of(w)
			return n.reach == suffixOnly || n.reach == anyReach && n.typ == Organisation
		}) {
			return true
		}
		first := a.words[0]
		_, country := lexicon.Country(a.surface)
		_, demonym := lexicon.Demonym(a.surface)
		_, seat := lexicon.Seat(a.surface)
		_, state := lexicon.USState(a.surface)
		if !country && !demonym && !seat && !state && len(a.words) == 1 && len(first) > 3 &&
			!lexicon.Known(first, lexicon.Noun) && !lexicon.Known(first, lexicon.Adjective) {
			return true
		}
		return false
	}
	if n := bodyNouns.Of(a.words[0]); len(a.words) == 1 && (n.reach == anyReach || chambers.Has(a.words[0])) {
		return false
	}
	return subsequence(a.words, b.words) && slices.Contains(a.words, b.words[b.head]) && a.words[len(a.words)-1] == b.words[b.head]
}

// branch reports whether the longer of two names says in front of the shorter, which
// is a whole name itself, which one of several it is: "Oakley Rural Party", "Rural
// Party". A country in front says nothing new to who lives there.
func branch(a, b bodyName) bool {
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if len(a.words) == len(b.words) || a.acronym() || a.words[0] == b.words[0] {
		return false
	}
	front := slices.Index(b.words, a.words[0])
	if front <= 0 {
		return false
	}
	if b.nation != "" || capitals(strings.Fields(b.surface)[0]) > 1 {
		return false // "U.S. Navy", "U.N. Security Council"
	}
	return len(a.words) > 1 || dictionaryWord(a.words[0])
}

// nation is the country in front of the longer of two names of which the shorter is the
// rest, a common noun: "U.S. Navy", "Navy"; "" where that isn't so.
func nation(short, long bodyName) string {
	n := len(long.words) - len(short.words)
	if n <= 0 || len(short.words) != 1 || !dictionaryWord(short.words[0]) || !slices.Equal(long.words[n:], short.words) {
		return ""
	}
	if name, ok := lexicon.Country(strings.Join(long.words[:n], " ")); ok {
		return name
	}
	name, _ := lexicon.Country(strings.Fields(long.surface)[0])
	return name
}

// mostNation is how many words the name of a country has that stands in front of another.
const mostNation = 3

// nationInFront is the country or nationality that a name begins with, and the words
// behind it, where those are common ones: what else stands there is a name in itself.
func nationInFront(surface string) (nation, rest string) {
	words := strings.Fields(surface)
	if len(words) > 0 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	for n := min(mostNation, len(words)-1); n > 0; n-- {
		front := strings.Join(words[:n], " ")
		name, ok := lexicon.Country(front)
		if !ok {
			name, ok = lexicon.Demonym(front)
		}
		if ok && all(nameWords(strings.Join(words[n:], " ")), dictionaryWord) {
			return name, strings.Join(nameWords(strings.Join(words[n:], " ")), " ")
		}
	}
	return "", ""
}

// chambers are the nouns that are a body's whole name as well, so that they
// shorten no other's.
var chambers = lexicon.BodyWords.Words("nouns that are a body's whole name as well")

// respeltBodies reports whether two names are spellings of one, word by word.
func respeltBodies(a, b *bodyName) bool {
	if len(a.words) != len(b.words) {
		return len(a.key) >= 7 && alike(a.key, b.key) == respelt
	}
	for i, word := range a.words {
		if l := alike(word, b.words[i]); l != same && (l != respelt || len(word) < 4) {
			return false
		}
	}
	return true
}

// canonical is the lasting name of a country or state that has several, else
// the folded surface.
func canonical(surface string) string {
	if name, ok := lexicon.Country(surface); ok {
		return name
	}
	if name, ok := lexicon.USState(surface); ok && strings.Contains(surface, ".") {
		return name
	}
	return fold(surface)
}

func all(words []string, is func(string) bool) bool {
	for _, word := range words {
		if !is(word) {
			return false
		}
	}
	return true
}
