package when

import (
	"strings"
	"sync"

	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// starters are the words that a moment can begin with, besides months,
// weekdays and number words.
var starters = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for _, section := range []string{
		"beginnings of moments", "units of time", "seasons", "parts of the day", "references", "adjectives of order",
		"repeats", "words for a day near now", "holidays", "decades",
	} {
		for _, row := range lexicon.TimeWords.Rows(section) {
			first, _, _ := strings.Cut(row[0], " ")
			set[first] = true
		}
	}
	return set
})

// canBegin reports whether a moment can begin with atom i. It is there for
// speed: most words begin none.
func (p *parser) canBegin(i int) bool {
	switch a := p.a[i]; a.Kind {
	case numeral.Figure:
		return true
	case numeral.Mark:
		return a.Low == "'" || a.Low == "." || a.Low >= "\x80"
	default:
		return starters()[a.Low] || numeral.IsWord(a.Low) || numeral.Month(a.Low) > 0 || numeral.Weekday(a.Low) > 0 || pluralWeekday(a.Low) > 0
	}
}
