package lexicon

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// List is a file of words in sections, one for each part that words play in a
// rule of grammar. Its text has comment lines that begin with "# ", a line
// [name] before each section, and a line for each word: the word, and separated
// by tabs what is told of it.
type List struct {
	name string
	text string

	once     sync.Once
	sections map[string]string
}

var (
	//go:embed data/numbers.txt
	numbersText string
	//go:embed data/units.txt
	unitsText string
	//go:embed data/times.txt
	timesText string
	//go:embed data/grammar.txt
	grammarText string
	//go:embed data/persons.txt
	personsText string
	//go:embed data/bodies.txt
	bodiesText string
	//go:embed data/texts.txt
	textsText string
	//go:embed data/speech.txt
	speechText string

	NumberWords  = &List{name: "numbers", text: numbersText} // number words, bounds, what numbers name and count
	UnitWords    = &List{name: "units", text: unitsText}     // units of measure and currencies
	TimeWords    = &List{name: "times", text: timesText}     // the calendar, the clock, and what places things in time
	GrammarWords = &List{name: "grammar", text: grammarText} // function words
	PersonWords  = &List{name: "persons", text: personsText} // words for people, and of their names
	BodyWords    = &List{name: "bodies", text: bodiesText}   // words for bodies and places
	SpeechWords  = &List{name: "speech", text: speechText}   // words of reporting
	TextWords    = &List{name: "texts", text: textsText}     // how text is written: tokens, names, lines
)

// section is the text of a section. It panics where the list has none of that name.
func (l *List) section(name string) string {
	l.once.Do(func() { l.sections = sections(l.text) })
	text, ok := l.sections[name]
	if !ok {
		panic(fmt.Sprintf("lexicon: %s has no section [%s]", l.name, name))
	}
	return text
}

// sections takes the text of a list apart.
func sections(text string) map[string]string {
	found := make(map[string]string)
	for text != "" {
		_, rest, ok := strings.Cut("\n"+text, "\n[")
		if !ok {
			break
		}
		name, body, _ := strings.Cut(rest, "]\n")
		text = body
		if next := strings.Index("\n"+body, "\n["); next >= 0 {
			body, text = body[:next], body[next:]
		} else {
			text = ""
		}
		found[name] = body
	}
	return found
}

// Rows are the lines of a section in their order, each a word and its fields.
// It panics where the list has no such section.
func (l *List) Rows(section string) [][]string {
	var rows [][]string
	for line := range strings.Lines(l.section(section)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "# ") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// WordSet is a section of bare words. It is read on first use.
type WordSet struct {
	list    *List
	section string

	once     sync.Once
	words    map[string]struct{}
	initials [4]uint64 // the bytes that words begin with, a bit each
}

// NewList is a list for what only one package knows of.
func NewList(name, text string) *List { return &List{name: name, text: text} }

// Words are the words of a section. Their first use panics where the list has
// no such section.
func (l *List) Words(section string) *WordSet { return &WordSet{list: l, section: section} }

// Has reports whether a word is in the set.
func (s *WordSet) Has(word string) bool {
	s.once.Do(s.read)
	if word == "" || s.initials[word[0]/64]&(1<<(word[0]%64)) == 0 {
		return false
	}
	_, ok := s.words[word]
	return ok
}

func (s *WordSet) read() {
	s.words = make(map[string]struct{})
	for _, row := range s.list.Rows(s.section) {
		word := row[0]
		s.words[word] = struct{}{}
		s.initials[word[0]/64] |= 1 << (word[0] % 64)
	}
}

// Table is a section of words with a value each. It is read on first use.
type Table[T any] struct {
	list    *List
	section string
	row     func(fields []string) (T, error)

	once   sync.Once
	values map[string]T
}

// TableOf is a section of a list as a table; row makes a word's value of the
// fields behind it. The first use panics where the list has no such section or
// row refuses a line.
func TableOf[T any](l *List, section string, row func(fields []string) (T, error)) *Table[T] {
	return &Table[T]{list: l, section: section, row: row}
}

// Find is the value of a word, and whether the table has it.
func (t *Table[T]) Find(word string) (T, bool) {
	t.once.Do(t.read)
	value, ok := t.values[word]
	return value, ok
}

// Of is the value of a word, the zero value where the table doesn't have it.
func (t *Table[T]) Of(word string) T {
	t.once.Do(t.read)
	return t.values[word]
}

func (t *Table[T]) read() {
	rows := t.list.Rows(t.section)
	t.values = make(map[string]T, len(rows))
	for _, row := range rows {
		value, err := t.row(row[1:])
		if err != nil {
			panic(fmt.Sprintf("lexicon: %s, [%s]: %s: %v", t.list.name, t.section, row[0], err))
		}
		t.values[row[0]] = value
	}
}

// Numbers is a section whose words have a number each, as a decimal or a
// fraction ("7/365.25").
func (l *List) Numbers(section string) *Table[float64] {
	return TableOf(l, section, func(fields []string) (float64, error) {
		if len(fields) != 1 {
			return 0, fmt.Errorf("%d fields, want a number", len(fields))
		}
		return Number(fields[0])
	})
}

// Integers is a section whose words have a whole number each.
func (l *List) Integers(section string) *Table[int] {
	return TableOf(l, section, func(fields []string) (int, error) {
		if len(fields) != 1 {
			return 0, fmt.Errorf("%d fields, want a number", len(fields))
		}
		return strconv.Atoi(fields[0])
	})
}

// Names is a section whose words have a name or symbol each.
func (l *List) Names(section string) *Table[string] {
	return TableOf(l, section, func(fields []string) (string, error) {
		if len(fields) != 1 {
			return "", fmt.Errorf("%d fields, want one", len(fields))
		}
		return fields[0], nil
	})
}

// Lists is a section whose words have a list of others each.
func (l *List) Lists(section string) *Table[[]string] {
	return TableOf(l, section, func(fields []string) ([]string, error) {
		if len(fields) == 0 {
			return nil, errors.New("no fields, want words")
		}
		return fields, nil
	})
}

// Beginnings are the words of a section, with a space behind those that have
// the field "space". They are read when they are first asked for.
func (l *List) Beginnings(section string) func() []string {
	return sync.OnceValue(func() []string {
		var beginnings []string
		for _, row := range l.Rows(section) {
			beginning := row[0]
			if len(row) > 1 && row[1] == "space" {
				beginning += " "
			}
			beginnings = append(beginnings, beginning)
		}
		return beginnings
	})
}

// Number reads a field of a list that is a decimal or a fraction of two.
func Number(field string) (float64, error) {
	over, under, fraction := strings.Cut(field, "/")
	v, err := strconv.ParseFloat(over, 64)
	if err != nil || !fraction {
		return v, err
	}
	d, err := strconv.ParseFloat(under, 64)
	return v / d, err
}
