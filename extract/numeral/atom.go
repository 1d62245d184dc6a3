// Package numeral reads numbers as texts write them, in figures and in words:
// "1,250", "two hundred and six", "2.5 million", "three quarters", "21st".
//
// It works on atoms, pieces smaller than tokens, so that "$20m", "75ml" and
// "2022-07-29" read alike however a tokenizer cuts them.
package numeral

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang"
)

// Kind says what an atom is made of.
type Kind uint8

// The kinds of atoms.
const (
	Mark   Kind = iota // one character that is neither letter, digit nor white space
	Word               // a run of letters
	Figure             // a run of the digits 0 to 9
)

// Atom is a run of letters, a run of digits, or one other character. Split
// makes atoms from the annotated text; a reader walks them from left to right.
type Atom struct {
	Span  article.Span
	Low   string // lower case, curly apostrophes straight
	Kind  Kind
	Gap   bool // white space or the start of the sentence stands before it
	Token int  // the token it lies in; -1 where there is none

	written string // as the text has it
}

// Split returns the atoms of one sentence. They cover everything in its span
// but white space. The buffer is written over and may be nil.
func Split(t *lang.Text, s lang.Sentence, buffer []Atom) []Atom {
	atoms := buffer[:0]
	token, gap := s.First, true
	for at := s.Span.Start; at < s.Span.End; {
		r, size := rune(t.Source[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(t.Source[at:s.Span.End])
		}
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			gap, at = true, at+size
			continue
		}
		a := Atom{Kind: kindOf(r), Gap: gap, Token: -1}
		end := at + size
		for a.Kind != Mark && end < s.Span.End {
			next, n := utf8.DecodeRuneInString(t.Source[end:s.Span.End])
			if kindOf(next) != a.Kind && !(a.Kind == Word && unicode.IsMark(next)) {
				break
			}
			end += n
		}
		a.Span = article.Span{Start: at, End: end}
		a.written = t.Source[at:end]
		a.Low = strings.ToLower(a.written)
		if a.Low == "’" || a.Low == "‘" {
			a.Low = "'"
		}
		for token < s.End && t.Tokens[token].Span.End <= at {
			token++
		}
		if token < s.End && t.Tokens[token].Span.Start <= at {
			a.Token = token
		}
		atoms = append(atoms, a)
		gap, at = false, end
	}
	return atoms
}

func kindOf(r rune) Kind {
	switch {
	case '0' <= r && r <= '9':
		return Figure
	case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsLetter(r):
		return Word
	}
	return Mark
}

// Glued reports whether atom i exists and follows the one before it without a gap.
func Glued(a []Atom, i int) bool { return i > 0 && i < len(a) && !a[i].Gap }

// At is the lower-case text of atom i, "" outside.
func At(a []Atom, i int) string {
	if i < 0 || i >= len(a) {
		return ""
	}
	return a[i].Low
}

// IsHyphen reports whether atom i is a hyphen or a dash that can stand for one.
func IsHyphen(a []Atom, i int) bool {
	switch At(a, i) {
	case "-", "‐", "‑", "–":
		return true
	}
	return false
}

// IsFigure reports whether atom i is a run of between low and high digits.
func IsFigure(a []Atom, i, low, high int) bool {
	return i >= 0 && i < len(a) && a[i].Kind == Figure && len(a[i].Low) >= low && len(a[i].Low) <= high
}

// Small is the value of atom i where it is a run of up to nine digits, else -1.
func Small(a []Atom, i int) int {
	if !IsFigure(a, i, 1, 9) {
		return -1
	}
	n := 0
	for _, c := range a[i].Low {
		n = 10*n + int(c-'0')
	}
	return n
}
