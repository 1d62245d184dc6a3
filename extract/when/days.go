package when

import (
	"xref/extract/lang"
	"xref/extract/numeral"
)

// dayPair reads two days of one month that is told behind the second: "3 and 4
// June", "from the ninth to the seventeenth of April".
func (p *parser) dayPair(i int) (first, second moment, ranged, ok bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	if !p.numbered(at) {
		return first, second, false, false
	}
	if p.glued(at) && at == i && (p.a[i-1].Kind != numeral.Mark || p.at(i-1) == "." || p.at(i-1) == "," || p.at(i-1) == "/" || p.at(i-1) == "$" || p.at(i-1) == "-") {
		return first, second, false, false
	}
	if _, end := p.month(i - 1); i > 0 && end == i || numeral.Month(p.at(i-2)) > 0 && p.at(i-1) == "." {
		return first, second, false, false
	}
	day, end := p.dayNumber(at)
	if day == 0 || end >= len(p.a) || p.at(at) == "one" || p.at(at) == "second" {
		return first, second, false, false
	}
	prev := p.at(i - 1)
	word := p.at(end)
	switch {
	case word == "to", word == "through", word == "until", word == "till", word == "and" && prev == "between",
		numeral.IsHyphen(p.a, end) && end+1 < len(p.a) && p.a[end].Gap == p.a[end+1].Gap:
		ranged = true
	case word == "and", word == "or":
	default:
		return first, second, false, false
	}
	second, ok = p.dayMonth(end + 1)
	if !ok || second.month == 0 || second.day <= day || p.moving(i) && ranged {
		return first, second, false, false
	}
	second.first = end + 1
	first = moment{first: i, end: end, day: day, month: second.month, year: second.year, short: second.short}
	return first, second, ranged, true
}

// numbered reports whether figures or a number word stand at atom i.
func (p *parser) numbered(i int) bool {
	return i < len(p.a) && (p.a[i].Kind == numeral.Figure || p.a[i].Kind == numeral.Word && numeral.IsWord(p.a[i].Low))
}

// nextDay reads the second day of "June 3 and 4", whose first is m.
func (p *parser) nextDay(m moment) (moment, bool) {
	if m.day == 0 || m.month == 0 || m.typ != Date || m.weekday > 0 || m.year > 0 || p.at(m.end) != "and" && p.at(m.end) != "or" {
		return moment{}, false
	}
	at := m.end + 1
	if p.at(at) == "the" {
		at++
	}
	day, end := p.dayNumber(at)
	if day <= m.day || p.unitBehind(end) || p.upos(end) == lang.ADJ || p.at(end) == "of" || p.at(end) == "%" {
		return moment{}, false
	}
	if month, _ := p.monthNear(end); month > 0 {
		return moment{}, false
	}
	n := moment{first: at, end: end, day: day, month: m.month}
	p.withYear(&n)
	return n, true
}

// dayAlone reads "the 19th" behind a preposition of time, where no noun follows.
func (p *parser) dayAlone(i int) (moment, bool) {
	if p.at(i) != "the" || !beforeDay.Has(p.at(i-1)) || !numeral.IsFigure(p.a, i+1, 1, 2) || !ordinalEndings.Has(p.at(i+2)) || !p.glued(i+2) {
		return moment{}, false
	}
	day, end := p.dayNumber(i + 1)
	if day == 0 || p.joined(end) {
		return moment{}, false
	}
	at := end
	if p.at(at) == "of" {
		at++
	}
	if m, ok := p.demonstrative(at); ok && m.shift.set && m.shift.unit == Month && m.typ == Date { // "the 21st of next month"
		m.first, m.nth, m.nthOf = i, day, Day
		return m, true
	}
	if p.at(end) == "of" {
		return moment{}, false
	}
	switch p.upos(end) {
	case lang.NOUN, lang.ADJ, lang.PROPN, lang.NUM:
		return moment{}, false
	}
	return moment{first: i, end: end, day: day}, true
}

// orderedFew reads "the two coming weeks", "three previous years": the adjective
// of order behind the number.
func (p *parser) orderedFew(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	if !p.numbered(at) {
		return moment{}, false
	}
	n, end, vague, article := p.howMany(at)
	order, ok := demonstratives.Find(p.at(end))
	u := unitWords.Of(p.at(end + 1))
	if end == at || article || !ok || order == 0 || u.unit < Day || !u.plural || u.unit == Season {
		return moment{}, false
	}
	m := moment{first: i, end: end + 2, typ: Duration, length: length{parts: []lengthPart{{u.unit, n * float64(u.times)}}, vague: vague}}
	m.shift = shift{set: true, unit: u.unit, n: float64(order), exact: true, vague: vague}
	return m, true
}
