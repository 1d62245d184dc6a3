package resolve

import (
	"strings"
	"sync"

	"xref/extract/lexicon"
)

// respelling lists what transliteration into English writes in several ways,
// longest first, each with one letter for all of them. It is applied to folded
// words from left to right, once.
// By their first letters.
var respelling = sync.OnceValue(func() *[256][][]string {
	var by [256][][]string
	for _, r := range lexicon.PersonWords.Rows("spellings that transliteration varies") {
		by[r[0][0]] = append(by[r[0][0]], r)
	}
	return &by
})

// spellingKey is alike for the spellings that transliteration gives one name:
// Zelensky, Zelenskyy and Zelenskiy; Rashidin and Rashideen.
func spellingKey(folded string) string { return string(appendKey(nil, folded)) }

// appendKey appends a word's spelling key.
func appendKey(to []byte, folded string) []byte {
	start := len(to)
	for i := 0; i < len(folded); {
		from, letters := 1, folded[i:i+1]
		for _, r := range respelling()[folded[i]] {
			if strings.HasPrefix(folded[i:], r[0]) {
				from, letters = len(r[0]), r[1]
				break
			}
		}
		if n := len(to); n == start || string(to[n-1:]) != letters {
			to = append(to, letters...)
		}
		i += from
	}
	if n := len(to); n-start > 3 && to[n-1] == 'h' {
		to = to[:n-1]
	}
	return to
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// skeleton is a spelling key without its vowels but for the first letter.
func skeleton(key string) string {
	var b []byte
	for i := range len(key) {
		if i == 0 || !vowel(key[i]) {
			b = append(b, key[i])
		}
	}
	return string(b)
}

// commonSkeleton is how many letters the skeleton of two keys has; 0 where they
// have two.
func commonSkeleton(a, b []byte) int {
	n := 0
	for i, j := 0, 0; ; n++ {
		for i < len(a) && i > 0 && vowel(a[i]) {
			i++
		}
		for j < len(b) && j > 0 && vowel(b[j]) {
			j++
		}
		if i == len(a) && j == len(b) {
			return n
		}
		if i == len(a) || j == len(b) || a[i] != b[j] {
			return 0
		}
		i++
		j++
	}
}

// likeness is how two folded words of names relate.
type likeness uint8

const (
	unlike  likeness = iota
	variant          // two spellings that one name can have; needs support
	respelt          // spellings that only transliteration tells apart
	same
)

// Below these lengths, in letters, words that differ are different names.
const (
	shortestRespelt = 3
	shortestVariant = 7
)

// mostVowels is in how many letters two spellings of one name differ at most that
// have the same consonants.
const mostVowels = 2

// alike compares two folded words of names. Two names that differ by one
// letter are usually two names (Johnson, Johnston), so what isn't explained by
// transliteration is at most a variant.
func alike(a, b string) likeness {
	if a == b {
		return same
	}
	if len(a) < shortestRespelt || len(b) < shortestRespelt || a[0] != b[0] && !interchangeable(a[0], b[0]) {
		return unlike
	}
	var bufferA, bufferB [64]byte
	ka, kb := appendKey(bufferA[:0], a), appendKey(bufferB[:0], b)
	if string(ka) == string(kb) {
		return respelt
	}
	if len(ka) >= 4 && len(kb) >= 4 && commonSkeleton(ka, kb) >= 3 && editDistance(ka, kb, mostVowels) <= mostVowels {
		return variant
	}
	if min(len(a), len(b)) >= shortestVariant && oneEdit(ka, kb) {
		return variant
	}
	return unlike
}

// interchangeable reports whether transliterations begin one name with either letter.
func interchangeable(a, b byte) bool {
	const pairs = "ck kc kq qk cq qc yi iy jy yj vw wv"
	return strings.Contains(pairs, string([]byte{a, b}))
}

// oneEdit reports whether one word becomes the other by one letter more, less or
// other, or by two neighbours that change places; or is the other.
func oneEdit(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		if i == len(a) {
			return true
		}
		swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
		return swapped || string(a[i+1:]) == string(b[i+1:])
	case 1:
		return string(a[i:]) == string(b[i+1:])
	}
	return false
}

// editDistance is the Damerau-Levenshtein distance (with adjacent
// transpositions) in bytes, or limit+1 where it is above limit.
func editDistance(a, b []byte, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var room [3][65]int // enough for the words of names
	before, last, row := room[0][:], room[1][:], room[2][:]
	if len(b) >= len(row) {
		before, last, row = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	}
	last = last[:len(b)+1]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
