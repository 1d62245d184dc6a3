package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lexicon"
)

// Bounds of a line that can be a title, in characters and words.
const (
	longestTitle   = 200
	mostTitleWords = 32
	proseLine      = 100 // a line this long isn't wrapped by hand
)

// notTitles begin lines that stand where a title would: who wrote it and when.
var notTitles = lexicon.TextWords.Beginnings("beginnings of lines that are no titles")

// firstLineTitle is the first line of body where that looks like a title: short,
// not ended like a sentence, and set off by a blank line or by a line so much
// longer that it is a paragraph. It is empty where there is none.
func firstLineTitle(text string, body article.Span) article.Span {
	content, next := line(text[:body.End], body.Start)
	title := trimmed(text, body.Start, body.Start+len(content))
	words := title.In(text)
	rest := strings.TrimLeft(text[next:body.End], " \t\u00A0")
	if words == "" || strings.TrimSpace(rest) == "" || !titleLike(words) {
		return article.Span{}
	}
	if rest[0] == '\n' || rest[0] == '\r' {
		return title
	}
	if endsSentence(words) {
		return article.Span{}
	}
	second, _ := line(rest, 0)
	length := utf8.RuneCountInString(strings.TrimSpace(second))
	if length >= proseLine && length > utf8.RuneCountInString(words) || beginsWithAny(second, notTitles()) {
		return title
	}
	return article.Span{}
}

func titleLike(words string) bool {
	if utf8.RuneCountInString(words) > longestTitle || len(strings.Fields(words)) > mostTitleWords {
		return false
	}
	if !strings.ContainsFunc(words, unicode.IsLetter) || beginsWithAny(words, notTitles()) {
		return false
	}
	end := withoutClosingQuotes(words)
	switch {
	case strings.HasSuffix(end, "...") || endsInitials(end):
		return true
	case strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!"):
		return true
	}
	return !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, ",") && !strings.HasSuffix(end, ";") && !strings.HasSuffix(end, ":")
}

func endsSentence(words string) bool {
	end := withoutClosingQuotes(words)
	return strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!")
}

func withoutClosingQuotes(words string) string {
	return strings.TrimRight(words, "\"'”’»)]")
}

// endsInitials reports whether words end in an abbreviation such as U.S.
func endsInitials(words string) bool {
	n := len(words)
	return n >= 4 && words[n-1] == '.' && isUpper(words[n-2]) && words[n-3] == '.' && isUpper(words[n-4])
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func beginsWithAny(words string, beginnings []string) bool {
	words = strings.TrimSpace(words)
	for _, b := range beginnings {
		if len(words) >= len(b) && strings.EqualFold(words[:len(b)], b) {
			return true
		}
	}
	return false
}

// repeatedTitle is the first line of body where it says the headline again,
// letters and digits compared; empty where it doesn't.
func repeatedTitle(text string, body article.Span, headline string) article.Span {
	content, next := line(text[:body.End], body.Start)
	if next >= body.End || letters(content) == "" || letters(content) != letters(headline) {
		return article.Span{}
	}
	return trimmed(text, body.Start, body.Start+len(content))
}

// letters are the letters and digits of s, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// trimmed is the span from start to end without white space at either end;
// empty at start where there is nothing else.
func trimmed(text string, start, end int) article.Span {
	s := text[start:end]
	left := strings.TrimLeftFunc(s, unicode.IsSpace)
	if left == "" {
		return article.Span{Start: start, End: start}
	}
	start = end - len(left)
	return article.Span{Start: start, End: start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}
