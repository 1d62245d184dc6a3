package lexicon

import (
	"fmt"
	"strings"
	"sync"
)

// wordlist is a table written by hand: text in, a value for each word out. Its
// text has comment lines that begin with #, then a line for each word, sorted:
// the word, and separated by tabs the fields that row turns into the value.
type wordlist[T any] struct {
	name string
	text string
	row  func(fields []string) (T, error)

	once sync.Once
	rows map[string]T
}

func (l *wordlist[T]) find(word string) (T, bool) {
	l.once.Do(func() {
		rows, err := parseWordlist(l.text, l.row)
		if err != nil {
			panic(fmt.Sprintf("lexicon: %s: %v", l.name, err))
		}
		l.rows = rows
	})
	value, ok := l.rows[word]
	return value, ok
}

// parseWordlist says in its error which line doesn't fit: a row that row
// refuses, a word out of order or one that occurs twice.
func parseWordlist[T any](text string, row func(fields []string) (T, error)) (map[string]T, error) {
	rows := make(map[string]T, strings.Count(text, "\n"))
	number, last := 0, ""
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, "\t")
		if word <= last {
			return nil, fmt.Errorf("line %d: %q doesn't come after %q", number, word, last)
		}
		last = word
		var fields []string
		if rest != "" {
			fields = strings.Split(rest, "\t")
		}
		value, err := row(fields)
		if err != nil {
			return nil, fmt.Errorf("line %d: %s: %w", number, word, err)
		}
		rows[word] = value
	}
	return rows, nil
}

// Choice reads a field that is one of the names; its place among them is the value.
func Choice[T ~uint8](field string, names []string) (T, error) {
	for i, name := range names {
		if name == field {
			return T(i), nil
		}
	}
	return 0, fmt.Errorf("%q is none of %s", field, strings.Join(names, ", "))
}

// present is the row of a list of bare words.
func present(fields []string) (struct{}, error) {
	if len(fields) != 0 {
		return struct{}{}, fmt.Errorf("%d fields, want none", len(fields))
	}
	return struct{}{}, nil
}
