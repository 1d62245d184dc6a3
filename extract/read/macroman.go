package read

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// isMacRoman reports whether text of one byte a character is in the set of old Macs, and
// not in windows-1252: read in that, it has characters where none can be, such as Õ within
// a word in place of an apostrophe, and read in Mac OS Roman it has few.
func isMacRoman(data []byte) bool {
	odd := func(set *charmap.Charmap) int {
		decoded, err := set.NewDecoder().Bytes(data)
		if err != nil {
			return len(data)
		}
		return misplaced(string(decoded))
	}
	inWindows := odd(charmap.Windows1252)
	return inWindows > 0 && 2*odd(charmap.Macintosh) < inWindows
}

// misplaced counts the characters beyond ASCII that stand where such a character doesn't:
// a capital after a small letter, a letter alone or after a comma, a quotation mark on the
// wrong side of a word, a sign within one.
func misplaced(text string) int {
	runes := []rune(text)
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return ' '
		}
		return runes[i]
	}
	const words = "àèéòóô" // letters that are words of languages near to English
	count := 0
	for i, r := range runes {
		if r <= unicode.MaxASCII {
			continue
		}
		before, after := at(i-1), at(i+1)
		odd := false
		switch {
		case unicode.IsLetter(r):
			odd = unicode.IsLower(before) && unicode.IsUpper(r) || unicode.IsLower(r) && unicode.IsUpper(after) ||
				unicode.IsUpper(r) && unicode.IsUpper(after) && unicode.IsLower(at(i+2)) ||
				strings.ContainsRune(".,;:!?", before) || unicode.IsDigit(after) ||
				!unicode.IsLetter(before) && !unicode.IsLetter(after) && !strings.ContainsRune(words, r)
		case strings.ContainsRune("“‘„‚", r):
			odd = unicode.IsLetter(before) || unicode.IsSpace(after)
		case r == '”':
			odd = unicode.IsLetter(after) || unicode.IsSpace(before)
		case !strings.ContainsRune("’–—…·\u00A0", r):
			odd = r == unicode.ReplacementChar || unicode.IsLetter(before) && unicode.IsLetter(after)
		}
		if odd {
			count++
		}
	}
	return count
}
