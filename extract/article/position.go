package article

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Lines finds the line and column of byte offsets in one text. It is made once
// for a text by NewLines and is read-only afterwards.
type Lines struct {
	text   string
	starts []int // byte offset of each line's first byte
}

// NewLines indexes the line starts of text. Lines end at "\n"; a "\r" before it
// belongs to the line it ends.
func NewLines(text string) *Lines {
	l := &Lines{text: text, starts: []int{0}}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return l
		}
		at += i + 1
		l.starts = append(l.starts, at)
	}
}

// Position is the line and column of the byte at offset, both counted from 1,
// columns in characters (Unicode code points).
func (l *Lines) Position(offset int) (line, column int) {
	i := sort.SearchInts(l.starts, offset+1) - 1
	return i + 1, utf8.RuneCountInString(l.text[l.starts[i]:offset]) + 1
}

// Start is the byte offset at which a line begins, lines being counted from 1.
func (l *Lines) Start(line int) int { return l.starts[line-1] }
