package resolve

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"xref/extract/lexicon"
)

// foldings gives the plain Latin letters for each letter with a diacritic or
// ligature that names in English newspapers carry.
var foldings = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for _, row := range lexicon.PersonWords.Rows("letters with marks") {
		for _, r := range row[1] {
			table[r] = row[0]
		}
	}
	return table
})

// fold is a name's word as names are compared: lower case, without diacritics,
// full stops, apostrophes and combining marks. "F.B.I." gives "fbi".
func fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '.' || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		r = unicode.ToLower(r)
		switch {
		case r == '.' || r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || unicode.Is(unicode.Mn, r):
		case foldings()[r] != "":
			b.WriteString(foldings()[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// capitals is the number of upper-case letters in a word.
func capitals(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// capitalised reports whether a word begins with an upper-case letter.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
