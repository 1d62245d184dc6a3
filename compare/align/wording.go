package align

import (
	"xref/extract/lang"
)

// word stands for a word in lower case: a hash of its bytes.
type word = uint64

// hashed is the word of token i, by FNV-1a.
func hashed(t *lang.Text, i int) word {
	const offset, prime = 14695981039346656037, 1099511628211
	form := t.Form(i)
	for j := range len(form) {
		if form[j] >= 0x80 {
			form = t.Lower(i)
			break
		}
	}
	h := uint64(offset)
	for j := range len(form) {
		c := form[j]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// wording is a stretch of words made ready for finding what others have in
// common with it. One goroutine uses it at a time.
type wording struct {
	words []word
	first [slots]int32 // 1 and the place of the last word of each slot; 0 for none
	next  []int32      // the same of the word before it in its slot
}

// slots is a power of two well above the length of most sentences.
const slots = 128

// take replaces the words.
func (w *wording) take(words []word) {
	for _, was := range w.words {
		w.first[was%slots] = 0
	}
	w.words, w.next = words, w.next[:0]
	for i, is := range words {
		w.next = append(w.next, w.first[is%slots])
		w.first[is%slots] = int32(i + 1)
	}
}

// run is the length of the longest run of words that both have.
func (w *wording) run(other []word) int {
	best := 0
	for j, is := range other {
		if len(other)-j <= best {
			break
		}
		for at := w.first[is%slots]; at > 0; at = w.next[at-1] {
			i := int(at - 1)
			n := 0
			for i+n < len(w.words) && j+n < len(other) && w.words[i+n] == other[j+n] {
				n++
			}
			best = max(best, n)
		}
	}
	return best
}
