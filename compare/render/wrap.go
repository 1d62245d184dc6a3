package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/words"
)

// markSign stands at either end of a marked run where there is text only.
const markSign = "_"

// displayWidth is how many columns a terminal gives to s. It doesn't depend on
// the locale: characters of ambiguous width take one.
func displayWidth(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return displaywidth.String(s)
		}
	}
	return len(s)
}

// piece is text that no line break may part, in its styles; space tells whether
// white space stands before it.
type piece struct {
	runs  []run
	width int
	space bool
}

// physical is one line of a terminal: runs and the columns that they take.
type physical struct {
	runs  []run
	width int
}

// wrap breaks a line into physical ones of at most width columns: between
// words, and within a word only where it is wider than a whole line. Width is at
// least 2, so that every character finds room.
func wrap(l line, width int) []physical {
	width = max(width, 2)
	var lines []physical
	var now physical
	for _, p := range pieces(l) {
		if p.space && now.width > 0 {
			if now.width+1+p.width <= width {
				s := p.runs[0].style
				if s != now.runs[len(now.runs)-1].style {
					s = normal
				}
				now.runs = append(now.runs, run{" ", s})
				now.width++
			} else {
				lines, now = append(lines, now), physical{}
			}
		} else if now.width > 0 && now.width+p.width > width {
			lines, now = append(lines, now), physical{}
		}
		if p.width <= width {
			now.runs = append(now.runs, p.runs...)
			now.width += p.width
			continue
		}
		for _, r := range p.runs {
			for at := displaywidth.StringGraphemes(r.text); at.Next(); {
				if now.width > 0 && now.width+at.Width() > width {
					lines, now = append(lines, now), physical{}
				}
				now.runs = append(now.runs, run{at.Value(), r.style})
				now.width += at.Width()
			}
		}
	}
	if now.width > 0 || len(lines) == 0 {
		lines = append(lines, now)
	}
	return lines
}

// pieces cleans a line and cuts it where it may be broken: at white space,
// after a hyphen, a dash or a slash within a word, and between ideographs.
func pieces(l line) []piece {
	var out []piece
	open := false // the last piece goes on with what comes next
	space := false
	for i, r := range l {
		text := Plain(r.text)
		if r.style == marked {
			text = withMarks(text, i > 0 && l[i-1].style == marked, i+1 < len(l) && l[i+1].style == marked)
		}
		for len(text) > 0 {
			if text[0] == ' ' {
				text, open, space = text[1:], false, true
				continue
			}
			word := text
			if at := strings.IndexByte(text, ' '); at >= 0 {
				word = text[:at]
			}
			text = text[len(word):]
			for len(word) > 0 {
				size := breakAfter(word)
				part := run{word[:size], r.style}
				w := displayWidth(part.text)
				if open && len(out) > 0 {
					last := &out[len(out)-1]
					last.runs = append(last.runs, part)
					last.width += w
				} else {
					out = append(out, piece{runs: []run{part}, width: w, space: space})
				}
				word, space = word[size:], false
				open = len(word) == 0 && !endsBreakably(part.text)
			}
		}
	}
	return out
}

// withMarks puts the mark signs around the words of a marked run, inside its
// outer white space; before and after tell whether the run next to it is part
// of the same marking.
func withMarks(text string, before, after bool) string {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return text
	}
	at := strings.Index(text, trimmed)
	if !before {
		trimmed = markSign + trimmed
	}
	lead, tail := text[:at], text[at+len(strings.TrimSpace(text)):]
	if !after {
		trimmed += markSign
	}
	return lead + trimmed + tail
}

// breakAfter is the length of the part of word, which holds no white space, up
// to the first place where a line may be broken.
func breakAfter(word string) int {
	if isPlainWord(word) {
		return len(word)
	}
	at := 0
	for segments := words.FromString(word); segments.Next(); {
		at += len(segments.Value())
		if at < len(word) && endsBreakably(word[:at]) && !closes(word[at:]) {
			return at
		}
	}
	return len(word)
}

// isPlainWord reports whether word has no place to be broken at: ASCII letters,
// digits and marks other than hyphen and slash.
func isPlainWord(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c == '-' || c == '/' {
			return false
		}
	}
	return true
}

// endsBreakably reports whether a line may end after s, which is followed by
// more of the same word.
func endsBreakably(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	switch r {
	case '-', '‐', '–', '—', '/':
		return size < len(s)
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F
}

// closes reports whether rest must stay with what stands before it.
func closes(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po, unicode.Pd) || r == '"' || r == '_'
}
