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
	before []int // characters that begin before each stretch of bytes of the text
}

// stretch is how many bytes of a long line are counted at once.
const stretch = 1024

// NewLines indexes the line starts of text. Lines end at "\n"; a "\r" before it
// belongs to the line it ends.
func NewLines(text string) *Lines {
	l := &Lines{text: text, starts: []int{0}, before: []int{0}}
	for at := stretch; at <= len(text); at += stretch {
		l.before = append(l.before, l.before[len(l.before)-1]+begun(text[at-stretch:at]))
	}
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
	start := l.starts[i]
	first, last := start/stretch+1, offset/stretch // the whole stretches between
	if first >= last {
		return i + 1, begun(l.text[start:offset]) + 1
	}
	return i + 1, begun(l.text[start:first*stretch]) + l.before[last] - l.before[first] + begun(l.text[last*stretch:offset]) + 1
}

// begun counts the characters that begin in a part of a text.
func begun(part string) int {
	n := 0
	for i := range len(part) {
		if utf8.RuneStart(part[i]) {
			n++
		}
	}
	return n
}

// Start is the byte offset at which a line begins, lines being counted from 1.
func (l *Lines) Start(line int) int { return l.starts[line-1] }
