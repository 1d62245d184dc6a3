package encoder

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	unorm "golang.org/x/text/unicode/norm"
	"xref/extract/article"
)

// vocabulary is the pieces that words are made of.
type vocabulary struct {
	starts    map[string]int32 // pieces that a word begins with
	continued map[string]int32 // pieces within a word, without the mark before them
	unknown   int32
	class     int32 // stands before all
	separator int32 // stands behind each text
}

const continuation = "##"

func newVocabulary(pieces []string) (vocabulary, error) {
	v := vocabulary{starts: make(map[string]int32, len(pieces)), continued: make(map[string]int32, len(pieces)/4)}
	for id, p := range pieces {
		in := v.starts
		if rest, ok := strings.CutPrefix(p, continuation); ok && rest != "" {
			in, p = v.continued, rest
		}
		if _, twice := in[p]; twice || p == "" {
			return v, fmt.Errorf("line %d: %q is empty or stands there twice", id+1, p)
		}
		in[p] = int32(id)
	}
	for name, id := range map[string]*int32{"[UNK]": &v.unknown, "[CLS]": &v.class, "[SEP]": &v.separator} {
		found, ok := v.starts[name]
		if !ok {
			return v, errors.New("lacks " + name)
		}
		*id = found
		// A text that has this name in it means its letters.
		delete(v.starts, name)
	}
	return v, nil
}

// piece is part of a word, or a word.
type piece struct {
	id    int32
	first bool // of its word
	span  article.Span
}

// longestWord is the number of characters from which on a word is unknown.
const longestWord = 100

// pieces takes text apart as BERT's uncased vocabularies are meant to be used:
// control characters are dropped; accents too, after canonical decomposition;
// letters are made small; words end at spaces, and punctuation marks and Chinese
// characters are words by themselves. Each word is then made of the longest known
// pieces from its beginning on, or unknown as a whole.
func (v *vocabulary) pieces(text string) []piece {
	s := splitter{vocabulary: v, found: make([]piece, 0, len(text)/4+1)}
	for at, r := range text {
		width := utf8.RuneLen(r)
		switch {
		case r < utf8.RuneSelf:
			s.add(r, at, at+1)
		case r == utf8.RuneError: // also where text isn't UTF-8
		case dropped(r):
		case chinese(r):
			s.end()
			s.decompose(r, at, at+width)
			s.end()
		default:
			s.decompose(r, at, at+width)
		}
	}
	s.end()
	return s.found
}

// splitter gathers the characters of a word until it ends.
type splitter struct {
	*vocabulary
	found []piece
	word  []byte
	chars []char
}

// char is a character of a word.
type char struct {
	at   int // its first byte in the word
	span article.Span
}

func (s *splitter) decompose(r rune, start, end int) {
	var encoded [utf8.UTFMax]byte
	decomposed := unorm.NFD.Bytes(encoded[:utf8.EncodeRune(encoded[:], r)])
	for len(decomposed) > 0 {
		d, size := utf8.DecodeRune(decomposed)
		if !unicode.Is(unicode.Mn, d) {
			s.add(unicode.ToLower(d), start, end)
		}
		decomposed = decomposed[size:]
	}
}

// add takes a character that stands for the bytes from start to end.
func (s *splitter) add(r rune, start, end int) {
	switch {
	case space(r):
		s.end()
	case dropped(r):
	case punctuation(r):
		s.end()
		s.grow(r, start, end)
		s.end()
	default:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		s.grow(r, start, end)
	}
}

func (s *splitter) grow(r rune, start, end int) {
	s.chars = append(s.chars, char{len(s.word), article.Span{Start: start, End: end}})
	s.word = utf8.AppendRune(s.word, r)
}

// end makes the word gathered so far into pieces.
func (s *splitter) end() {
	if len(s.chars) == 0 {
		return
	}
	before := len(s.found)
	for first := 0; first < len(s.chars); {
		after, id := s.longest(first)
		if after == first {
			s.found = append(s.found[:before], piece{s.unknown, true, s.span(0, len(s.chars))})
			break
		}
		s.found = append(s.found, piece{id, first == 0, s.span(first, after)})
		first = after
	}
	s.word, s.chars = s.word[:0], s.chars[:0]
}

// longest is the longest piece that the characters from first on begin with, and
// the character after it.
func (s *splitter) longest(first int) (after int, id int32) {
	known := s.continued
	if first == 0 {
		known = s.starts
	}
	if len(s.chars) > longestWord {
		return first, 0
	}
	end := len(s.word)
	for after := len(s.chars); after > first; after-- {
		if id, ok := known[string(s.word[s.chars[first].at:end])]; ok {
			return after, id
		}
		end = s.chars[after-1].at
	}
	return first, 0
}

// span is what the characters from first to before after stand for.
func (s *splitter) span(first, after int) article.Span {
	return article.Span{Start: s.chars[first].span.Start, End: s.chars[after-1].span.End}
}

func space(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r':
		return true
	}
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Z)
}

// dropped reports whether r is a control character, for formats, or of private use.
func dropped(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs)
}

func punctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return '!' <= r && r <= '/' || ':' <= r && r <= '@' || '[' <= r && r <= '`' || '{' <= r && r <= '~'
	}
	return unicode.IsPunct(r)
}

// chinese reports whether r lies in a block of Chinese characters, as BERT has
// them.
func chinese(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r >= 0x20000 && r <= 0x2a6df ||
		r >= 0x2a700 && r <= 0x2b73f || r >= 0x2b740 && r <= 0x2b81f || r >= 0x2b820 && r <= 0x2ceaf ||
		r >= 0xf900 && r <= 0xfaff || r >= 0x2f800 && r <= 0x2fa1f
}
