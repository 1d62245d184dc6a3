package analyser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/lexicon"
)

// word emits the tokens of the word at i and returns where it ends. The chunk
// it stands in is text[start:end].
func (t *tokenizer) word(start, i, end int) int {
	n := i
	if t.text[n] == '.' {
		n++
	}
	for n < end {
		r, size := t.rune(n)
		if wordRune(r) || n > i && t.joins(i, n, end, r, size) {
			n += size
			continue
		}
		break
	}
	if n < end && t.text[n] == '.' && t.keepsStop(i, n, end) {
		n++
	}
	t.split(i, n)
	return n
}

// joins tells whether the character r at n, which is neither letter nor digit,
// is part of the word that began at i.
func (t *tokenizer) joins(i, n, end int, r rune, size int) bool {
	next := t.runeAt(n+size, end)
	if r == '°' {
		return t.text[i:n] == "N" || t.text[i:n] == "n"
	}
	if !wordRune(next) {
		return false
	}
	last := t.before(n)
	switch {
	case r == '.':
		switch {
		case digit(last):
			return digit(next) || unicode.IsLower(next) && strings.IndexByte(t.text[i:n], '.') >= 0 && !digit(next)
		case unicode.IsUpper(last) && (n-1 == i || t.text[max(n-2, i)] == '.' || !wordRune(t.before(n-1))):
			return true
		case unicode.IsLower(last) && (n-1 == i || n-2 >= i && t.text[n-2] == '.'):
			return true
		case t.text[i:n] == "Ph":
			return true
		}
		return unicode.IsLower(next) && webName(t.text[n+1:end])
	case r == ',':
		return digit(last) && digit(next) && threeDigits(t.text[n+1:end])
	case r == ':':
		return digit(last) && digit(next)
	case r == '/':
		return digits(t.text[i:n]) && digit(next) || n-i == 1 && singleLetter(t.text[n+1:end]) && !digit(last)
	case r == '&':
		return unicode.IsUpper(last) && unicode.IsUpper(next)
	case apostrophe(r):
		return r != '`' && r != '‘'
	case r == '-' || r == '‑':
		return t.hyphenated(i, n, n+size, end)
	}
	return false
}

// hyphenated tells whether the hyphen at n keeps its two sides in one token.
func (t *tokenizer) hyphenated(i, n, after, end int) bool {
	left := t.text[i:n]
	if lists().joined[strings.ToLower(left)] {
		return true
	}
	if !telephone(left) {
		return false
	}
	// Digits in groups that are no range: 555-0100, 11-20-2000.
	right := after
	for right < end && digit(rune(t.text[right])) {
		right++
	}
	if right < end && wordRune(t.runeAt(right, end)) {
		return false
	}
	groups := strings.Count(left, "-") + 1
	return groups > 1 || right < end && t.text[right] == '-' && right+1 < end && digit(rune(t.text[right+1])) || n-i == 3 && right-after == 4
}

func telephone(s string) bool {
	for _, r := range s {
		if !digit(r) && r != '-' {
			return false
		}
	}
	return s != ""
}

func digits(s string) bool {
	for i := range len(s) {
		if !digit(rune(s[i])) && s[i] != '/' {
			return false
		}
	}
	return s != ""
}

func singleLetter(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	if size == len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[size:])
	return !wordRune(r)
}

func threeDigits(s string) bool {
	return len(s) >= 3 && digit(rune(s[0])) && digit(rune(s[1])) && digit(rune(s[2])) && (len(s) == 3 || !digit(rune(s[3])))
}

// webName tells whether s begins with the end of a host or file name.
func webName(s string) bool {
	n := 0
	for n < len(s) && wordRune(rune(s[n])) {
		n++
	}
	return webEndings.Has(s[:n]) || n < len(s)-1 && s[n] == '.' && wordRune(rune(s[n+1]))
}

var webEndings = lexicon.TextWords.Words("endings of hosts and files")

// keepsStop tells whether the full stop at n belongs to the word text[i:n].
func (t *tokenizer) keepsStop(i, n, end int) bool {
	if t.runeAt(n+1, end) == '.' {
		return false
	}
	w := t.text[i:n]
	if dot := strings.LastIndexByte(w, '.'); dot >= 0 {
		return acronym(w) || lists().short[w] != notAbbreviated
	}
	if utf8.RuneCountInString(w) == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		if w == "I" || w == "A" {
			return t.capitalised() && unicode.IsUpper(t.following(n+1))
		}
		return unicode.IsUpper(r) || w == "c" || w == "p" && digit(t.following(n+1)) || w == "v" && t.following(n+1) != 0
	}
	switch lists().short[w] {
	case notAbbreviated:
		return false
	case beforeNumber:
		return digit(t.following(n + 1))
	case innerShort:
		next := t.following(n + 1)
		return !shortDates.Has(w) || digit(next) || !unicode.IsUpper(next)
	}
	return true
}

// shortDates are the months and days that are written short as words too.
var shortDates = lexicon.TextWords.Words("short months and days that are words too")

// acronym tells whether a word is single letters and stops: U.S, p.m.
func acronym(w string) bool {
	run := 0
	for _, r := range w {
		switch {
		case r == '.':
			run = 0
		case unicode.IsLetter(r):
			if run++; run > 2 {
				return false
			}
		default:
			return false
		}
	}
	return run == 1 || w == "Ph.D"
}

// capitalised tells whether the token before begins with a capital and touches
// nothing but a blank.
func (t *tokenizer) capitalised() bool {
	if len(t.tokens) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.text[t.tokens[len(t.tokens)-1].Start:])
	return unicode.IsUpper(r)
}

// following is the first character from i on that is not blank, or 0.
func (t *tokenizer) following(i int) rune {
	for i < t.end {
		r, size := t.rune(i)
		if !blank(r) {
			return r
		}
		i += size
	}
	return 0
}

// split emits a word, cut where it is fused of several.
func (t *tokenizer) split(i, n int) {
	w := t.text[i:n]
	if at := numberEnd(w); at > 0 {
		t.emit(i, i+at)
		t.emit(i+at, n)
		return
	}
	if len(w) > maxSeen {
		t.emit(i, n)
		return
	}
	low := strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	if lengths, ok := lists().fused[low]; ok && len(low) == len(w) && !(w[0] >= 'A' && w[0] <= 'Z' && len(w) > 1 && strings.ToUpper(w) == w && !strings.Contains(w, "'")) {
		for _, length := range lengths {
			t.emit(i, i+length)
			i += length
		}
		t.emit(i, n)
		return
	}
	at := strings.LastIndexAny(w, "'’")
	if at <= 0 {
		t.emit(i, n)
		return
	}
	_, size := utf8.DecodeRuneInString(w[at:])
	tail := strings.ToLower(w[at+size:])
	switch {
	case tail == "t" && at >= 2 && (w[at-1] == 'n' || w[at-1] == 'N'):
		t.split(i, i+at-1)
		t.emit(i+at-1, n)
	case clitics.Has(tail):
		t.split(i, i+at)
		t.emit(i+at, n)
	default:
		t.emit(i, n)
	}
}

// numberEnd is where the unit begins in a word that is a number and a unit
// (5pm, 10km), or 0.
func numberEnd(w string) int {
	at := 0
	for at < len(w) && (digit(rune(w[at])) || w[at] == '.' || w[at] == ',' || w[at] == ':') {
		at++
	}
	if at == 0 || at == len(w) || !units.Has(strings.ToLower(strings.TrimSuffix(w[at:], "."))) {
		return 0
	}
	return at
}

// units are what may stand behind a number without a space and is a word of its own.
var units = lexicon.TextWords.Words("units behind a number without a space")
