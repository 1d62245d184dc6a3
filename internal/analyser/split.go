package analyser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang/perceptron"
	"xref/extract/lexicon"
)

// Splitter finds where the sentences of a paragraph end.
type Splitter struct {
	Weights  scorer
	Features []perceptron.Feature
	Scores   [2]int32
	gaps     []gapToken
}

// gapToken is what the splitter sees of a token besides its word.
type gapToken struct {
	kind    uint32 // what the token is to a sentence's end
	next    uint32 // what the token is to a sentence's beginning
	space   bool   // a blank stands before it
	newline bool   // a line ends before it
	quoted  bool   // it stands after an opening quotation mark that is not closed
	depth   uint8  // brackets open before it
}

// The kinds of tokens at a sentence's end.
const (
	endWord       uint32 = iota
	endStop              // .
	endMark              // ! ?
	endDots              // ... …
	endColon             // : ;
	endDash              // -- —
	endComma             // ,
	endCloser            // closing quotation mark or bracket
	endOpener            // opening quotation mark or bracket
	endShort             // abbreviation that ends in a full stop
	endTitle             // abbreviation before a name
	endInitial           // one letter and a full stop
	endAcronym           // several letters with full stops
	endOther             // any other punctuation
	endListMarker        // a list item's letter or number
)

// The kinds of tokens at a sentence's beginning.
const (
	nextLower uint32 = iota
	nextTitle
	nextUpper
	nextDigit
	nextOpener
	nextCloser
	nextBullet
	nextPunct
	nextBracket
	nextNothing
)

// Look classes the tokens of a paragraph.
func (s *Splitter) Look(source string, tokens []article.Span) {
	s.gaps = s.gaps[:0]
	depth, quoted := 0, false
	for i, span := range tokens {
		form := span.In(source)
		g := gapToken{quoted: quoted, depth: uint8(min(depth, 3))}
		if i > 0 {
			for _, b := range []byte(source[tokens[i-1].End:span.Start]) {
				g.space = true
				g.newline = g.newline || b == '\n' || b == '\r'
			}
		}
		r, size := utf8.DecodeRuneInString(form)
		switch {
		case unicode.IsUpper(r):
			g.next = nextTitle
			if second, _ := utf8.DecodeRuneInString(form[size:]); unicode.IsUpper(second) {
				g.next = nextUpper
			}
		case unicode.IsLetter(r):
			g.next = nextLower
		case digit(r):
			g.next = nextDigit
		case r == '•' || r == '⁃' || r == '*' || r == '·' || r == '▪' || r == '◦' || r == '-' && !g.space:
			g.next = nextBullet
		default:
			g.next = nextPunct
		}
		last := form[len(form)-1]
		switch {
		case form == ".":
			g.kind = endStop
		case r == '.' || r == '…':
			g.kind = endDots
		case r == '!' || r == '?':
			g.kind = endMark
		case r == ':' || r == ';':
			g.kind = endColon
		case r == '-' || r == '—' || r == '–':
			g.kind = endDash
		case r == ',':
			g.kind = endComma
		case r == '(' || r == '[' || r == '{':
			depth++
			g.kind, g.next = endOpener, nextOpener
			if r == '[' {
				g.next = nextBracket
			}
		case r == ')' || r == ']' || r == '}':
			depth = max(depth-1, 0)
			g.kind, g.next = endCloser, nextCloser
		case r == '“' || r == '«' || r == '„':
			quoted = true
			g.kind, g.next = endOpener, nextOpener
		case r == '”' || r == '»':
			quoted = false
			g.kind, g.next = endCloser, nextCloser
		case r == '"' || form == "''" || form == "``":
			if quoted {
				g.kind, g.next = endCloser, nextCloser
			} else {
				g.kind, g.next = endOpener, nextOpener
			}
			quoted = !quoted
		case len(form) == size && apostrophe(r):
			if g.space || i == 0 {
				g.kind, g.next = endOpener, nextOpener
			} else {
				g.kind, g.next = endCloser, nextCloser
				if i > 0 && (s.gaps[i-1].kind == endWord || s.gaps[i-1].kind == endAcronym) {
					g.kind = endComma // a possessive mark goes on
				}
			}
		case last == '.' && len(form) > 1:
			bare := form[:len(form)-1]
			switch kind := lists().short[bare]; {
			case kind == beforeName:
				g.kind = endTitle
			case kind != notAbbreviated:
				g.kind = endShort
			case utf8.RuneCountInString(bare) == 1:
				g.kind = endInitial
			case acronym(bare):
				g.kind = endAcronym
			default:
				g.kind = endShort
			}
		case unicode.IsPunct(r) || unicode.IsSymbol(r):
			g.kind = endOther
		}
		s.gaps = append(s.gaps, g)
	}
}

// ends appends to cuts the index after the last token of each sentence.
func (s *Splitter) ends(cuts []int, source string, tokens []article.Span, words []Word) []int {
	s.Look(source, tokens)
	begins, marks := listItems(source, tokens)
	since := 0
	for i := range tokens {
		since++
		if i+1 == len(tokens) {
			return append(cuts, i+1)
		}
		cut := false
		switch {
		case begins != nil && begins[i+1]:
			cut = true
		case marks != nil && marks[i], s.middle(source, tokens, i), s.goesOn(source, tokens, i):
		case s.clear(source, tokens, i, since):
			cut = true
		default:
			cut = s.cut(words, i, since)
		}
		if cut {
			cuts = append(cuts, i+1)
			since = 0
		}
	}
	return cuts
}

// Candidate tells whether a sentence can end after token i at all.
func (s *Splitter) Candidate(i int) bool {
	g, n := &s.gaps[i], &s.gaps[i+1]
	switch g.kind {
	case endTitle, endComma, endOpener:
		return false
	case endStop, endDots:
		return n.next != nextCloser
	}
	return n.next != nextLower && n.next != nextCloser && n.next != nextBracket && n.space
}

// middle tells the initial in a person's name from a sentence's end: it stands
// before another, or between a given name, or a capitalized word that isn't a noun,
// and another word written large that begins no sentence.
func (s *Splitter) middle(source string, tokens []article.Span, i int) bool {
	initial := s.gaps[i].kind == endInitial || s.gaps[i].kind == endShort && tokens[i].Len() == 2 // "v." is short for versus too
	if initial && i+2 < len(tokens) && s.gaps[i+1].kind == endInitial && !s.gaps[i+1].newline {
		return true // the first of several initials
	}
	if !initial || i == 0 || s.gaps[i+1].next != nextTitle || s.gaps[i+1].newline || lists().starts[tokens[i+1].In(source)] {
		return false
	}
	before := tokens[i-1].In(source)
	if s.gaps[i-1].next != nextTitle {
		return false
	}
	_, given := lexicon.GivenName(before)
	return given || i > 1 && tokens[i].In(source) != "I." && !lexicon.Known(strings.ToLower(before), lexicon.Noun)
}

// goesOn tells what is never a sentence's end: an abbreviation that takes a number
// before one, a clock's half of the day before a day or a zone, a unit behind its
// number before a word in small letters, and a figure without any mark behind it.
func (s *Splitter) goesOn(source string, tokens []article.Span, i int) bool {
	g, n := &s.gaps[i], &s.gaps[i+1]
	form, next := tokens[i].In(source), tokens[i+1].In(source)
	switch g.kind {
	case endShort, endAcronym, endInitial:
		bare := form[:len(form)-1]
		switch {
		case n.next == nextDigit:
			return lists().short[bare] == beforeNumber
		case clockHalves.Has(strings.ToLower(bare)):
			day := strings.ToLower(strings.TrimSuffix(next, "."))
			return clockZones.Has(next) || months.Of(day) != "" || weekdays.Of(day) != ""
		}
		return n.next == nextLower && i > 0 && s.gaps[i-1].next == nextDigit
	case endStop:
		return n.next == nextLower && i > 1 && s.gaps[i-2].next == nextDigit && shortUnits.Has(tokens[i-1].In(source))
	case endWord:
		figure := g.next == nextDigit || i > 0 && !g.space && s.gaps[i-1].next == nextDigit
		return figure && !n.newline && n.next == nextTitle && !lists().starts[next]
	}
	return false
}

// clearAfter is how many tokens a sentence has at least before it is clear that
// an abbreviation ends it.
const clearAfter = 5

// clear tells of two ends that need no weighing: an abbreviation that may end a
// sentence before a word that begins one, being written large, and a full stop
// with a capital right behind it.
func (s *Splitter) clear(source string, tokens []article.Span, i, since int) bool {
	g, n := &s.gaps[i], &s.gaps[i+1]
	if g.kind == endStop {
		return !n.space && n.next == nextTitle && i > 0 && (s.gaps[i-1].next == nextLower || s.gaps[i-1].next == nextDigit)
	}
	if g.kind == endTitle && i > 0 && n.next == nextTitle && tailTitles.Has(tokens[i].In(source)) {
		return s.gaps[i-1].next != nextLower && lists().starts[tokens[i+1].In(source)] // "on Hill St. It", "for 20 Fr. It"
	}
	if g.kind != endAcronym && g.kind != endShort || n.next != nextTitle || g.quoted != n.quoted || since < clearAfter {
		return false
	}
	form := tokens[i].In(source)
	if g.kind == endShort && lists().short[form[:len(form)-1]] != endingShort {
		return false
	}
	return lists().starts[tokens[i+1].In(source)]
}

func (s *Splitter) cut(words []Word, i, since int) bool {
	if !s.Candidate(i) {
		return false
	}
	s.See(words, i, since)
	s.Scores = [2]int32{}
	s.Weights.Score(s.Features, s.Scores[:])
	return s.Scores[1] > s.Scores[0]
}

// See fills features with what the decision rests on whether a sentence ends
// after token i, since tokens after the last end.
func (s *Splitter) See(words []Word, i, since int) {
	gap := func(i int) *gapToken {
		if i < 0 || i >= len(s.gaps) {
			return &gapToken{kind: 98, next: nextNothing}
		}
		return &s.gaps[i]
	}
	g, n, nn, p := gap(i), gap(i+1), gap(i+2), gap(i-1)
	w, nw, nnw, pw := at(words, i), at(words, i+1), at(words, i+2), at(words, i-1)
	flags := uint32(0)
	if n.space {
		flags |= 1
	}
	if n.newline {
		flags |= 2
	}
	if n.quoted {
		flags |= 4
	}
	if n.depth > 0 {
		flags |= 8
	}
	length := uint32(min(since, 4))
	rest := uint32(min(len(words)-i-1, 4))
	pair := g.kind<<8 | n.next
	around := pair<<8 | p.kind
	s.Features = append(s.Features[:0],
		perceptron.F1(500, pair), perceptron.F2(501, pair, flags), perceptron.F2(502, around, flags), perceptron.F2(503, around, nn.next<<8|nn.kind),
		perceptron.F2(504, g.kind, w.Lower), perceptron.F2(505, pair, w.Lower), perceptron.F2(506, pair, nw.Lower), perceptron.F2(507, g.kind, nw.exact),
		perceptron.F2(508, pair, nw.Usual), perceptron.F2(509, pair, w.Usual), perceptron.F2(510, around, pw.Lower), perceptron.F2(511, around, pw.shape),
		perceptron.F2(512, pair, nw.shape), perceptron.F3(513, pair, nw.shape, nnw.shape), perceptron.F3(514, pair, length, rest), perceptron.F2(515, pair, length),
		perceptron.F3(516, pair, w.cluster, nw.cluster), perceptron.F3(517, pair, w.Usual, nw.Usual), perceptron.F2(518, pair, nnw.Usual), perceptron.F2(519, pair, pw.Usual),
		perceptron.F3(520, pair, w.shape, nw.shape), perceptron.F2(521, g.kind, nw.cluster), perceptron.F3(522, pair, nw.Usual, nnw.Usual), perceptron.F3(523, flags, pair, nw.Lower),
	)
}
