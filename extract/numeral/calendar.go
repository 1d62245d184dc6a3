package numeral

import "xref/extract/lexicon"

var (
	months   = lexicon.TimeWords.Integers("months")
	weekdays = lexicon.TimeWords.Integers("weekdays")
)

// Month is the number of a month by its lower-case name or abbreviation, or 0.
func Month(s string) int { return months.Of(s) }

// Weekday is the ISO number of a weekday, Monday 1, by its lower-case name or
// abbreviation, or 0.
func Weekday(s string) int { return weekdays.Of(s) }

// IsYear reports whether atom i is a run of digits that can be a year of the
// common era: 1000 to 2199.
func IsYear(a []Atom, i int) bool {
	if !IsFigure(a, i, 4, 4) {
		return false
	}
	y := Small(a, i)
	return y >= 1000 && y < 2200
}

// YearInWords reads a year that is said as two numbers below a hundred
// ("nineteen ninety-six", "twenty fifteen") or as hundreds ("nineteen hundred
// and five"), and returns the atom behind it; end is i where there is none.
func YearInWords(a []Atom, i int) (year, end int) {
	items := gather(a, i)
	first, p, ok := small(items, 0)
	if !ok || items[0].figure != nil || items[0].article || first < 11 || first > 21 || p >= len(items) {
		return 0, i
	}
	if items[p].class == hundred && !items[p].plural && !items[p].ordinal {
		v, end, _ := cardinal(items)
		return int(v), items[end-1].end
	}
	second, q, ok := small(items, p)
	if !ok || items[p].figure != nil || items[p].and || items[p].hyphen || items[q-1].ordinal || second < 10 || q < len(items) && items[q].class >= hundred && !items[q].and {
		return 0, i
	}
	return int(100*first + second), items[q-1].end
}
