package analyser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lexicon"
)

// tokenizer cuts text into syntactic words as the English treebanks of
// Universal Dependencies do. Its tokens stand in text order, do not overlap and
// leave out nothing but white space and characters that do not show.
type tokenizer struct {
	text   string
	end    int // of the part of text being cut
	tokens []article.Span
	single bool // a single quotation mark is open
}

// Tokenize appends the tokens of text[span] to tokens.
func Tokenize(tokens []article.Span, text string, span article.Span) []article.Span {
	t := tokenizer{text: text, end: span.End, tokens: tokens}
	for i := span.Start; i < span.End; {
		r, size := t.rune(i)
		if blank(r) {
			i += size
			continue
		}
		end := i
		for end < span.End {
			r, size := t.rune(end)
			if blank(r) {
				break
			}
			end += size
		}
		t.chunk(i, end)
		i = end
	}
	return t.tokens
}

// blank tells what separates tokens: white space, control characters and
// characters of no width.
func blank(r rune) bool {
	return r <= ' ' || r == 0x7f || r >= 0x80 && (unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u2060' || r == '\u00ad' || r <= 0x9f)
}

func (t *tokenizer) rune(i int) (rune, int) {
	if t.text[i] < utf8.RuneSelf {
		return rune(t.text[i]), 1
	}
	return utf8.DecodeRuneInString(t.text[i:t.end])
}

// runeAt is the character at i, or 0 where i is not before end.
func (t *tokenizer) runeAt(i, end int) rune {
	if i >= end {
		return 0
	}
	r, _ := t.rune(i)
	return r
}

func (t *tokenizer) emit(start, end int) {
	if start < end {
		t.tokens = append(t.tokens, article.Span{Start: start, End: end})
	}
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' || r == '´' }

// LongestRun is how many bytes without a blank are cut into words at most. What is longer
// is one token: an image written as letters, text that lost its spaces.
const LongestRun = 1000

// chunk cuts a run of characters without blanks.
func (t *tokenizer) chunk(start, end int) {
	if end-start > LongestRun {
		t.emit(start, end)
		return
	}
	if face := t.text[start:end]; emoticons[face] {
		t.emit(start, end)
		return
	}
	for i := start; i < end; {
		if n := t.address(i, end); n > i {
			t.emit(i, n)
			i = n
			continue
		}
		r, size := t.rune(i)
		switch {
		case wordRune(r):
			i = t.word(start, i, end)
		case apostrophe(r):
			i = t.quoteMark(start, i, end)
		case r == '.' && digit(t.runeAt(i+1, end)) && (i == start || !wordRune(t.before(i))):
			i = t.word(start, i, end)
		default:
			i = t.mark(i, end, r, size)
		}
	}
}

// before is the character that ends at i.
func (t *tokenizer) before(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(t.text[:i])
	return r
}

// emoticons that are one token where they stand alone.
var emoticons = map[string]bool{":)": true, ":-)": true, ";)": true, ";-)": true, ":(": true, ":-(": true, ":D": true, ":-D": true, ":P": true, ":p": true, "<3": true, ":/": true, "^_^": true, "=)": true}

// mark emits the token of punctuation or a symbol at i; runs of one kind are
// one token.
func (t *tokenizer) mark(i, end int, r rune, size int) int {
	n := i + size
	switch r {
	case '.', '-', '*', '=', '_', '~', '#', '+', '|', '<', '>':
		for t.runeAt(n, end) == r {
			n++
		}
		if r == '#' && n == i+1 {
			for wordRune(t.runeAt(n, end)) && !digit(t.runeAt(i+1, end)) {
				_, size := t.rune(n)
				n += size
			}
		}
	case '!', '?':
		for next := t.runeAt(n, end); next == '!' || next == '?'; next = t.runeAt(n, end) {
			n++
		}
	case '…', '—', '–':
		for t.runeAt(n, end) == r {
			n += size
		}
	case '@':
		for wordRune(t.runeAt(n, end)) {
			_, size := t.rune(n)
			n += size
		}
	case '&':
		for _, entity := range []string{"&amp;", "&lt;", "&gt;", "&quot;"} {
			if strings.HasPrefix(t.text[i:end], entity) {
				n = i + len(entity)
			}
		}
	default:
		// A mark that combines with what it follows stays with it.
		for n < end {
			next, size := t.rune(n)
			if !unicode.Is(unicode.Mn, next) && next != '\u200d' && next != '\ufe0f' {
				break
			}
			n += size
		}
	}
	t.emit(i, n)
	return n
}

// quoteMark emits the token that an apostrophe or single quotation mark begins:
// a clitic, a year without its century, a possessive mark or the mark alone.
func (t *tokenizer) quoteMark(start, i, end int) int {
	r, size := t.rune(i)
	n := i + size
	next := t.runeAt(n, end)
	word := n
	for wordRune(t.runeAt(word, end)) {
		_, s := t.rune(word)
		word += s
	}
	letters := strings.ToLower(t.text[n:word])
	attached := i > start
	switch {
	case attached && word > n && clitics.Has(letters) && !apostrophe(t.runeAt(word, end)):
		t.emit(i, word)
		return word
	case !attached && digit(next) && (word-n == 2 || word-n == 3 && letters[2] == 's'):
		t.emit(i, word)
		return word
	case !attached && (letters == "tis" || letters == "twas"):
		t.emit(i, n+1)
		t.emit(n+1, word)
		return word
	case !attached && elisions.Has(letters) && r != '‘':
		t.emit(i, word)
		return word
	case next == r || apostrophe(r) && apostrophe(next):
		_, s := t.rune(n)
		t.emit(i, n+s)
		return n + s
	}
	if attached && word == n {
		t.single = false
	} else if !attached && word > n {
		t.single = true
	}
	t.emit(i, n)
	return n
}

// clitics are what stands behind an apostrophe as a word of its own.
var clitics = lexicon.TextWords.Words("words behind an apostrophe")

// address is the end of the URL, e-mail address or file name at i, or i.
func (t *tokenizer) address(i, end int) int {
	s := t.text[i:end]
	n := 0
	switch {
	case hasPrefixFold(s, "http://"), hasPrefixFold(s, "https://"), hasPrefixFold(s, "ftp://"), hasPrefixFold(s, "www."):
		n = strings.IndexAny(s, "<>\"“”")
		if n < 0 {
			n = len(s)
		}
	default:
		if i > 0 && wordRune(t.before(i)) {
			return i
		}
		n = email(s)
	}
	opened := strings.Contains(s[:n], "(")
	for n > 0 && strings.ContainsRune(".,;:!?)]'’…", lastRune(s[:n])) {
		if s[n-1] == ')' && opened {
			break
		}
		_, size := utf8.DecodeLastRuneInString(s[:n])
		n -= size
	}
	return i + n
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// The most bytes that the two sides of an e-mail address have (RFC 5321).
const (
	longestLocal = 64
	longestHost  = 255
)

// email is the length of the e-mail address that s begins with, or 0.
func email(s string) int {
	local, host, dots := 0, 0, 0
	for local < len(s) && local <= longestLocal && (wordRune(rune(s[local])) || s[local] == '.' || s[local] == '-' || s[local] == '+') {
		local++
	}
	if local == 0 || local > longestLocal || local >= len(s) || s[local] != '@' {
		return 0
	}
	for host = local + 1; host < len(s) && host-local <= longestHost+1 && (wordRune(rune(s[host])) || s[host] == '.' || s[host] == '-'); host++ {
		if s[host] == '.' && host+1 < len(s) && wordRune(rune(s[host+1])) {
			dots++
		}
	}
	if dots == 0 || host-local > longestHost+1 {
		return 0
	}
	return host
}
