package analyser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang"
)

// block is one paragraph or line of a page, and what part it plays.
type block struct {
	span  article.Span
	role  lang.Role
	label int // where the label ends that says who speaks; 0 where there is none
}

// blocks cuts text[span] at blank lines and at line ends that are no mere
// wrapping of a paragraph.
func blocks(text string, span article.Span) []block {
	var found []block
	start := None // of the open paragraph
	end := 0
	flush := func() {
		if start != None {
			found = append(found, block{span: article.Span{Start: start, End: end}})
			start = None
		}
	}
	for at := span.Start; at < span.End; {
		stop := lineEnd(text[at:span.End]) + at
		line := text[at:stop]
		trimmed := strings.TrimFunc(line, blank)
		switch {
		case trimmed == "":
			flush()
		case start == None:
			start, end = at, stop
		case wrapped(text[start:end], line):
			end = stop
		default:
			flush()
			start, end = at, stop
		}
		at = stop
		if at < span.End {
			at++
		}
	}
	flush()
	return found
}

func lineEnd(s string) int {
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		return i
	}
	return len(s)
}

// narrow is a line length, in bytes, under which a line was not ended by the
// width of a page.
const narrow = 50

// wrapped tells whether line goes on with the paragraph that stands before it,
// rather than beginning a new one.
func wrapped(before, line string) bool {
	last := before[strings.LastIndexAny(before, "\n\r")+1:]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(line, blank))
	begin, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(before, blank))
	end := lastRune(strings.TrimRightFunc(last, blank))
	switch {
	case strings.ContainsRune("•⁃*·▪◦-–—", r):
		return false
	case strings.ContainsRune(".!?:”\"", end):
		return len(last) >= narrow && len(last) <= 100 && len(line) >= narrow/2 && strings.ContainsAny(before, "\n\r")
	case unicode.IsLower(r):
		return !unicode.IsLower(begin) || len(last) >= narrow
	}
	return len(last) >= narrow && len(last) <= 100
}
