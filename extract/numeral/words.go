package numeral

import (
	"fmt"

	"xref/extract/lexicon"
)

// class says what part a number word plays in a numeral.
type class uint8

const (
	notNumber class = iota
	unit            // zero to nine
	teen            // ten to nineteen
	ten             // twenty to ninety
	hundred
	scale // thousand and above
	dozen
)

// word is what a number word is worth.
type word struct {
	class   class
	value   float64
	ordinal bool // "third", "hundredth"
	plural  bool // "thirds", "hundreds"
	part    bool // "half", "quarter": never an ordinal
}

var classNames = []string{"", "unit", "teen", "ten", "hundred", "scale", "dozen"}

// words are the number words of English, ordinals and plurals included.
var words = lexicon.TableOf(lexicon.NumberWords, "number words", func(fields []string) (w word, err error) {
	if len(fields) < 2 {
		return w, fmt.Errorf("%d fields, want a class and a value", len(fields))
	}
	if w.class, err = lexicon.Choice[class](fields[0], classNames); err != nil {
		return w, err
	}
	if w.value, err = lexicon.Number(fields[1]); err != nil {
		return w, err
	}
	for _, flag := range fields[2:] {
		switch flag {
		case "ordinal":
			w.ordinal = true
		case "plural":
			w.plural = true
		case "part":
			w.part = true
		default:
			return w, fmt.Errorf("%q is no property of a number word", flag)
		}
	}
	return w, nil
})

// magnitudes are the letters that follow figures for a thousand and more, with their case.
var magnitudes = lexicon.NumberWords.Numbers("magnitudes behind figures")

// signs are fractions with a character of their own.
var signs = map[string]float64{
	"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5, "⅗": 3. / 5,
	"⅘": 4. / 5, "⅙": 1. / 6, "⅚": 5. / 6, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8,
}

// IsWord reports whether a lower-case word is a number word, in any form.
func IsWord(s string) bool { return words.Of(s).class != notNumber }
