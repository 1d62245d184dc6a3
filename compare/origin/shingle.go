package origin

import "xref/extract/lang"

// size is how many words make a shingle: long enough that two writers don't
// meet by chance outside quotations.
const size = 6

// shingle hashes every run of size words of a text's own prose; quoted words
// are left out, since two outlets may quote one speech.
func shingle(t *lang.Text) map[uint64]bool {
	set := map[uint64]bool{}
	var words []uint64
	marked := false
	for _, s := range t.Sentences {
		for i := s.First; i < s.End; i++ {
			tok := t.Tokens[i]
			switch form := t.Form(i); {
			case tok.UPOS == lang.PUNCT && (form == "“" || form == "\"" && !marked):
				marked = true
			case tok.UPOS == lang.PUNCT && (form == "”" || form == "\""):
				marked = false
			case tok.UPOS != lang.PUNCT && !marked:
				words = append(words, hash(t.Lower(i)))
			}
		}
	}
	for i := 0; i+size <= len(words); i++ {
		h := uint64(0)
		for _, w := range words[i : i+size] {
			h = h*prime + w
		}
		set[h] = true
	}
	return set
}

const prime = 1099511628211 // of FNV-1a

// hash is the FNV-1a hash of a word.
func hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * prime
	}
	return h
}

// containment is the share of the smaller set that the larger one has, 0 where
// either is empty.
func containment(a, b map[uint64]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	common := 0
	for h := range a {
		if b[h] {
			common++
		}
	}
	return float64(common) / float64(len(a))
}
