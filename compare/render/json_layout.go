package render

import (
	"bytes"
	"unicode/utf8"
)

// widestLine is how many characters a line has at most on which an object or a list
// stands whole: a sentence with where it stands, an article with its hash.
const widestLine = 240

// fewerLines takes indented JSON, of which before stands ahead on the first line, and puts on
// one line what holds no other object or list, such as a passage with its offsets, where
// that isn't too long: on lines of their own, the spaces before such fields would be half
// of a report of many small articles. It writes over text.
func fewerLines(text []byte, before string) []byte {
	out := text[:0]
	innermost := -1 // where the line begins in out that opens what has held no other until now
	for lines := text; len(lines) > 0; {
		line := lines
		if end := bytes.IndexByte(lines, '\n'); end >= 0 {
			line = lines[:end+1]
		}
		lines = lines[len(line):]
		// A string has no line end in it, so that these are never of its bytes.
		bare := bytes.TrimSpace(line)
		start := len(out)
		out = append(out, line...)
		switch first, last := bare[0], bare[len(bare)-1]; {
		case last == '{' || last == '[':
			innermost = start
		case (first == '}' || first == ']') && innermost >= 0:
			ahead := ""
			if innermost == 0 {
				ahead = before
			}
			if one := onOneLine(out[innermost:]); utf8.RuneCountInString(ahead)+utf8.RuneCount(one) <= widestLine {
				out = append(append(out[:innermost], one...), line[bytes.LastIndexByte(line, bare[len(bare)-1])+1:]...)
			}
			innermost = -1
		}
	}
	return out
}

// onOneLine joins the lines of an object or a list, without the last line end.
func onOneLine(lines []byte) []byte {
	var out []byte
	for i, line := range bytes.Split(bytes.TrimRight(lines, "\n"), []byte("\n")) {
		if i > 0 {
			line = bytes.TrimLeft(line, " ")
			if last := out[len(out)-1]; last == ',' {
				out = append(out, ' ')
			}
		}
		out = append(out, line...)
	}
	return out
}
