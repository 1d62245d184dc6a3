package analyser

import (
	"unicode"
	"unicode/utf8"

	"xref/extract/lang/perceptron"
)

// Word is what the classifiers see of a token: hashes of its spelling and its
// classes. Quotation marks are seen as straight ones and digits as zeros.
type Word struct {
	exact   uint32 // the form
	Lower   uint32 // the form in lower case
	shape   uint32 // runs of capitals, small letters, digits and others
	prefix  [3]uint32
	suffix  [4]uint32
	cluster uint32 // of like words; 0 for a word not known
	coarse  uint32 // cluster of clusters
	Usual   uint32 // the tags the word is known with; 0 for a word not known
	Tag     uint32 // 1 + index of the tag; 0 before tagging
	Upos    uint32 // 1 + UPOS; 0 before tagging
	upper   bool   // begins with a capital
}

// Seer turns forms into words.
type Seer struct {
	Vocabulary *Vocabulary
	buffer     []byte
	folded     []byte
}

// maxSeen bounds how many bytes of a form are looked at.
const maxSeen = 60

func (s *Seer) See(form string) Word {
	if len(form) > maxSeen {
		form = form[:maxSeen]
	}
	s.buffer, s.folded = s.buffer[:0], s.folded[:0]
	var w Word
	shape := uint32(0)
	last := byte(0)
	for i := 0; i < len(form); {
		r, size := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(form[i:])
		}
		kind := byte('.')
		low := r
		switch {
		case 'a' <= r && r <= 'z':
			kind = 'a'
		case 'A' <= r && r <= 'Z':
			kind, low = 'A', r+'a'-'A'
		case '0' <= r && r <= '9':
			kind, r, low = '0', '0', '0'
		case r == '’' || r == '‘' || r == '`':
			r, low = '\'', '\''
		case r == '“' || r == '”':
			r, low = '"', '"'
		case r == '–' || r == '—':
			r, low = '-', '-'
		case r < utf8.RuneSelf:
			kind = byte(r)
		case unicode.IsUpper(r):
			kind, low = 'A', unicode.ToLower(r)
		case unicode.IsLetter(r):
			kind = 'a'
		}
		if i == 0 {
			w.upper = kind == 'A'
		}
		if kind != last || i < 2 {
			shape = shape*31 + uint32(kind)
			last = kind
		}
		s.buffer = utf8.AppendRune(s.buffer, r)
		s.folded = utf8.AppendRune(s.folded, low)
		i += size
	}
	w.shape = shape
	w.exact, w.Lower = perceptron.HashBytes(s.buffer), perceptron.HashBytes(s.folded)
	n := len(s.folded)
	for i := range w.prefix {
		if i < n {
			w.prefix[i] = perceptron.HashBytes(s.folded[:i+1])
		}
	}
	for i := range w.suffix {
		if i < n {
			w.suffix[i] = perceptron.HashBytes(s.folded[n-i-1:])
		}
	}
	if s.Vocabulary != nil {
		w.cluster, w.coarse, w.Usual = s.Vocabulary.find(w.Lower)
	}
	return w
}

// scorer is a classifier, learned or being learned.
type scorer interface {
	// Score adds the features' weights to scores, one score a class.
	Score(features []perceptron.Feature, scores []int32)
	Classes() int
}

// Best is the class with the highest score, the first of equals.
func Best[T int32 | float32](scores []T) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}
