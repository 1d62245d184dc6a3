package pdf

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"xref/extract/lexicon"
)

// hyphens end a line within a word; the last two are how the engine marks them.
const hyphens = "-\u2010\u00AD\uFFFE\u0002"

// attach puts a line to a text. A hyphen at the end is undone where it only parts a word.
func attach(text, l string, words map[string]bool) string {
	text, l = strings.TrimRight(text, " \u00A0"), strings.TrimSpace(l)
	if text == "" {
		return l
	}
	last, size := utf8.DecodeLastRuneInString(text)
	next, _ := utf8.DecodeRuneInString(l)
	if !strings.ContainsRune(hyphens, last) || !unicode.IsLower(next) {
		if strings.ContainsRune(hyphens, last) && (unicode.IsUpper(next) || unicode.IsDigit(next)) {
			return strings.TrimRight(text, hyphens) + "-" + l
		}
		if last == '—' || last == '/' {
			return text + l
		}
		return text + " " + l
	}
	stem := text[:len(text)-size]
	before := stem[strings.LastIndexAny(stem, " \u00A0(“\"")+1:]
	after := l
	if end := strings.IndexFunc(l, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }); end >= 0 {
		after = l[:end]
	}
	if isCompound(strings.TrimFunc(before, notLetter), after, words) || !endsInLetter(before) {
		return stem + "-" + l
	}
	return stem + l
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// isCompound reports whether a hyphen at the end of a line is one that the word is written
// with. It isn't where the two parts make a word of the text or of the language; it is where
// the text has the word so elsewhere, where a part has a hyphen of its own, and where both
// parts are words and not both together: “twenty-four”, “well-known”.
func isCompound(before, after string, words map[string]bool) bool {
	name := startsUpper(before)
	before, after = strings.ToLower(before), strings.ToLower(after)
	whole, parted := before+after, before+"-"+after
	head, _, hyphened := strings.Cut(after, "-")
	tail := before[strings.LastIndex(before, "-")+1:]
	switch {
	case words[whole]:
		return false
	case words[parted]:
		return true
	case isWord(whole):
		return false
	case strings.Contains(before, "-") && !isWord(tail+head):
		return true
	case isWord(tail + head):
		return false
	case hyphened, compoundBeginnings.Has(tail) && isWord(head):
		return true
	}
	return !name && isWord(before) && isWord(head)
}

// compoundBeginnings are beginnings of words that a hyphen follows: numbers of tens, and
// those that are no words by themselves.
var compoundBeginnings = lexicon.TextWords.Words("beginnings of words with a hyphen")

// isWord reports whether a word of three letters or more is one of English, as it is or
// without the ending of a plural or a verb.
func isWord(word string) bool {
	const shortest = 3
	if len(word) < shortest {
		return false
	}
	if lexicon.Stopword(word) || isLemma(word) {
		return true
	}
	for _, ending := range inflections() {
		stem, ok := strings.CutSuffix(word, ending[0])
		if ok && len(stem) >= shortest && (isLemma(stem+strings.Join(ending[1:], "")) || isLemma(stem+"e")) {
			return true
		}
	}
	return false
}

// inflections are endings of plurals and verbs, each with what stands in its place in the
// word itself.
var inflections = sync.OnceValue(func() [][]string { return lexicon.TextWords.Rows("endings of plurals and verbs") })

func isLemma(word string) bool {
	for _, pos := range []lexicon.POS{lexicon.Noun, lexicon.Verb, lexicon.Adjective, lexicon.Adverb} {
		if _, ok := lexicon.BaseForm(word, pos); ok || lexicon.Known(word, pos) {
			return true
		}
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
