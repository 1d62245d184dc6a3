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
func spellingKey(folded string) string {
	var b strings.Builder
	for i := 0; i < len(folded); {
		from, to := folded[i:i+1], folded[i:i+1]
		for _, r := range respelling()[folded[i]] {
			if strings.HasPrefix(folded[i:], r[0]) {
				from, to = r[0], r[1]
				break
			}
		}
		if s := b.String(); len(s) == 0 || s[len(s)-1:] != to {
			b.WriteString(to)
		}
		i += len(from)
	}
	key := b.String()
	if len(key) > 3 {
		key = strings.TrimSuffix(key, "h")
	}
	return key
}

// skeleton is a spelling key without its vowels but for the first letter.
func skeleton(key string) string {
	var b strings.Builder
	for i := 0; i < len(key); i++ {
		if i == 0 || !strings.Contains("aeiou", key[i:i+1]) {
			b.WriteByte(key[i])
		}
	}
	return b.String()
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
	ka, kb := spellingKey(a), spellingKey(b)
	if ka == kb {
		return respelt
	}
	if len(ka) >= 4 && len(kb) >= 4 && len(skeleton(ka)) >= 3 && skeleton(ka) == skeleton(kb) && editDistance(ka, kb, mostVowels) <= mostVowels {
		return variant
	}
	if min(len(a), len(b)) >= shortestVariant && editDistance(ka, kb, 1) <= 1 {
		return variant
	}
	return unlike
}

// interchangeable reports whether transliterations begin one name with either letter.
func interchangeable(a, b byte) bool {
	const pairs = "ck kc kq qk cq qc yi iy jy yj vw wv"
	return strings.Contains(pairs, string([]byte{a, b}))
}

// editDistance is the Damerau-Levenshtein distance (with adjacent
// transpositions) in bytes, or limit+1 where it is above limit.
func editDistance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
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
