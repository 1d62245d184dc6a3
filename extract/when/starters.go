package when

import "xref/extract/numeral"

// starters are the words that a moment can begin with, besides months,
// weekdays and number words.
var starters = func() map[string]bool {
	set := wordSet(`the a an very early earlier late later mid beginning start outset middle end close year fiscal school calendar
		first last final latest q h week w noon midnight half quarter around about circa nearly almost roughly approximately some
		over more less fewer at up no several few many couple all every each any overnight recent coming future past its their
		comparable corresponding 1st each`)
	for w := range unitWords {
		set[w] = true
	}
	for w := range seasons {
		set[w] = true
	}
	for w := range dayParts {
		set[w] = true
	}
	for w := range referencesBy {
		set[w] = true
	}
	for w := range demonstratives {
		set[w] = true
	}
	for w := range repeats {
		set[w] = true
	}
	for w := range adverbs {
		set[w] = true
	}
	for w := range holidaysBy {
		set[w] = true
	}
	for w := range decadeWords {
		set[w] = true
	}
	return set
}()

// canBegin reports whether a moment can begin with atom i. It is there for
// speed: most words begin none.
func (p *parser) canBegin(i int) bool {
	switch a := p.a[i]; a.Kind {
	case numeral.Figure:
		return true
	case numeral.Mark:
		return a.Low == "'" || a.Low == "." || a.Low >= "\x80"
	default:
		return starters[a.Low] || numeral.IsWord(a.Low) || numeral.Month(a.Low) > 0 || numeral.Weekday(a.Low) > 0 || pluralWeekday(a.Low) > 0
	}
}
