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
	first run
	rest  []run
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
func wrap(l line, width int) []physical { return wrapPieces(nil, pieces(l), width) }

// wrapPieces appends a line that is cut to pieces, wrapped.
func wrapPieces(lines []physical, cut []piece, width int) []physical {
	width = max(width, 2)
	runs := make([]run, 0, 2*len(cut)) // of all lines
	start, filled, any := 0, 0, false  // the line under way: its first run, its columns
	end := func() {
		lines = append(lines, physical{runs[start:len(runs):len(runs)], filled})
		start, filled, any = len(runs), 0, true
	}
	for _, p := range cut {
		if p.space && filled > 0 {
			if filled+1+p.width <= width {
				s := p.first.style
				if s != runs[len(runs)-1].style {
					s = normal
				}
				runs = append(runs, run{" ", s})
				filled++
			} else {
				end()
			}
		} else if filled > 0 && filled+p.width > width {
			end()
		}
		if p.width <= width {
			runs = append(append(runs, p.first), p.rest...)
			filled += p.width
			continue
		}
		for _, r := range append([]run{p.first}, p.rest...) {
			for at := displaywidth.StringGraphemes(r.text); at.Next(); {
				if filled > 0 && filled+at.Width() > width {
					end()
				}
				runs = append(runs, run{at.Value(), r.style})
				filled += at.Width()
			}
		}
	}
	if len(runs) > start || !any {
		end()
	}
	return lines
}

// pieces cleans a line and cuts it where it may be broken: at white space,
// after a hyphen, a dash or a slash within a word, and between ideographs.
func pieces(l line) []piece {
	size := 0
	for _, r := range l {
		size += len(r.text)
	}
	out := make([]piece, 0, 1+size/4)
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
					last.rest = append(last.rest, part)
					last.width += w
				} else {
					out = append(out, piece{first: part, width: w, space: space})
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
	if isPlainWord(word) || strings.Contains(word, "XR-") { // an id stays whole, so that it can be looked for
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
