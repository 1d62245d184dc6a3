package resolve

import (
	"slices"
	"strings"
	"unicode"

	"xref/extract/lexicon"
)

// NameFit is how two names of one entity differ.
type NameFit uint8

// The fits, from alike to unlike.
const (
	SameName    NameFit = iota // the same words, points and hyphens aside
	Titled                     // one has a title or form of address
	ShorterForm                // one leaves words of the other out: Lorrimer, Ada Lorrimer
	Initials                   // one has initials for words of the other: A. Lorrimer; UN
	Respelt                    // two spellings of one name: Zelensky, Zelenskyy
	Nickname                   // one has a short form of the given name: Jim, James
	OtherName                  // other words
)

var nameFitNames = [...]string{"same name", "titled", "shorter form", "initials", "respelt", "nickname", "other name"}

func (f NameFit) String() string { return nameFitNames[f] }

// RelateNames says how two names of one entity differ, the names as the texts
// have them. It doesn't ask whether they can be one entity's. RelateNames(b, a)
// is the same.
func RelateNames(a, b string, t Type) NameFit {
	v, titledV := wordsOfName(a)
	w, titledW := wordsOfName(b)
	switch {
	case slices.Equal(v, w) && titledV != titledW:
		return Titled
	case slices.Equal(v, w):
		return SameName
	case len(v) == 0 || len(w) == 0:
		return OtherName
	case acronymOf(a, b) || acronymOf(b, a):
		return Initials
	case strings.Join(v, "") == strings.Join(w, ""):
		return Respelt
	}
	if len(v) > len(w) {
		v, w = w, v
	}
	if subsequence(v, w) {
		return ShorterForm
	}
	if t == Person && v[len(v)-1] == w[len(w)-1] && len(v) > 1 {
		return relateGivenNames(v, w)
	}
	if t != Person && len(v) != len(w) {
		return OtherName
	}
	return relateWords(v, w)
}

// wordsOfName are the words of a name in lower case, without titles, possessive
// ending and points, and whether it had a title.
func wordsOfName(name string) (words []string, titled bool) {
	name = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(name, "’", "'"), "'s"), "'")
	fields := strings.Fields(name)
	for len(fields) > 1 {
		if _, ok := lexicon.Honorific(fields[0]); !ok && !lexicon.Title(fields[0]) {
			break
		}
		fields, titled = fields[1:], true
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsSpace(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		case r == '-', r == '\u2011':
			return ' '
		}
		return -1
	}, strings.Join(fields, " "))
	words = strings.Fields(plain)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words, titled
}

// acronymOf reports whether one name is made of the initials of the other.
func acronymOf(short, full string) bool {
	return parseBody(short).isAcronymOf(parseBody(full))
}

// relateGivenNames compares two full names of a person that end in one surname,
// of which neither only leaves words out.
func relateGivenNames(v, w []string) NameFit {
	x, y := v[0], w[0]
	if x == y {
		return relateWords(v[1:], w[1:])
	}
	if len(x) == 1 || len(y) == 1 {
		if x[0] == y[0] {
			return Initials
		}
		return OtherName
	}
	a, b := fold(x), fold(y)
	switch {
	case alike(a, b) < respelt && sameGivenName(a, b):
		return Nickname
	case len(v) == len(w):
		return relateWords(v[:len(v)-1], w[:len(w)-1])
	case alike(a, b) >= respelt:
		return Respelt
	}
	return OtherName
}

// relateWords compares the words of two names from the last one on: at most one
// may differ by its letters, more only where transliteration explains it.
func relateWords(v, w []string) NameFit {
	different, explained, initials := 0, true, false
	for i := range min(len(v), len(w)) {
		x, y := v[len(v)-1-i], w[len(w)-1-i]
		switch {
		case x == y:
		case (len(x) == 1 || len(y) == 1) && x[0] == y[0]:
			initials = true
		default:
			different++
			explained = explained && alike(fold(x), fold(y)) >= respelt
			if !explained && !respeltLetters(x, y) {
				return OtherName
			}
		}
	}
	switch {
	case different == 1, different > 0 && explained:
		return Respelt
	case different > 0:
		return OtherName
	case initials:
		return Initials
	}
	return ShorterForm
}

// inCommon is how many of ten letters two spellings of a name share in order.
const inCommon = 7

// respeltLetters reports whether two words are spellings of one name by the
// letters that they share, and no singular and plural.
func respeltLetters(a, b string) bool {
	if a+"s" == b || b+"s" == a {
		return false
	}
	x, y := []rune(a), []rune(b)
	return 10*lettersInOrder(x, y) >= inCommon*max(len(x), len(y))
}

// lettersInOrder is the length of the longest common subsequence.
func lettersInOrder(a, b []rune) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			up := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}
