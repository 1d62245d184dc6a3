package analyser

import (
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
)

// listItems finds the items of a list that runs on within one paragraph (1. one
// 2. two; • one • two). A list begins where the paragraph does, and its markers
// are alike and count up. begins tells of each token whether an item begins
// there, marks whether it is part of a marker.
func listItems(source string, tokens []article.Span) (begins, marks []bool) {
	if len(tokens) == 0 {
		return nil, nil
	}
	first, ok := markerAt(source, tokens[0].Start)
	if !ok {
		return nil, nil
	}
	begins, marks = make([]bool, len(tokens)), make([]bool, len(tokens))
	last := first
	for i := 0; i < len(tokens); i++ {
		m, ok := first, true
		if i > 0 {
			m, ok = markerAt(source, tokens[i].Start)
			ok = ok && m.style == last.style && (m.value == last.value+1 || m.bullet) && blankBefore(source, tokens[i].Start)
		}
		if !ok {
			continue
		}
		begins[i] = true
		last = m
		for j := i; j < len(tokens) && tokens[j].Start < m.end; j++ {
			marks[j] = true
		}
	}
	return begins, marks
}

// marker is what a list item begins with.
type marker struct {
	style  string // what stands around the number or letter
	bullet bool
	value  int
	end    int
}

// bullets are the characters that begin the items of a list without numbers.
func bulletRune(r rune) bool {
	return r == '•' || r == '⁃' || r == '▪' || r == '◦' || r == '●' || r == '■'
}

// markerAt reads the marker at a byte of source.
func markerAt(source string, at int) (marker, bool) {
	if r, size := utf8.DecodeRuneInString(source[at:]); bulletRune(r) {
		m := marker{style: string(r), bullet: true, end: at + size}
		rest := m.end
		for rest < len(source) && source[rest] == ' ' {
			rest++
		}
		if number, ok := markerAt(source, rest); ok && !number.bullet {
			m.end = number.end
		}
		return m, true
	}
	i, value, kind := at, 0, "1"
	for i < len(source) && digit(rune(source[i])) && i-at < 3 {
		value = value*10 + int(source[i]-'0')
		i++
	}
	if i == at {
		if i == len(source) || source[i] < 'a' || source[i] > 'z' {
			return marker{}, false
		}
		value, kind = int(source[i]-'a'), "a"
		i++
	}
	close := i
	for i < len(source) && i-close < 2 && (source[i] == '.' || source[i] == ')') {
		i++
	}
	if i == close || i < len(source) && !unicode.IsSpace(rune(source[i])) {
		return marker{}, false
	}
	return marker{style: kind + source[close:i], value: value, end: i}, true
}

func blankBefore(source string, at int) bool { return at == 0 || source[at-1] <= ' ' }
