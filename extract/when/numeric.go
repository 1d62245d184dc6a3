package when

import "xref/extract/numeral"

// numeric reads dates in figures: "2022-07-29", "20220729", "5/3/18",
// "23.04.2022", "2015-3", "2019-Aug-01". Where day and month can't be told
// apart the month stands first, as in the United States.
func (p *parser) numeric(i int) (moment, bool) {
	if p.glued(i) && (p.a[i-1].Kind != numeral.Mark || p.at(i-1) == "." || p.at(i-1) == "/" || p.at(i-1) == "$" || p.at(i-1) == "," ||
		p.at(i-1) == "-" && p.glued(i-1) && p.a[i-2].Kind == numeral.Figure && !numeral.IsYear(p.a, i-2) && !p.dated(i-2)) {
		return moment{}, false
	}
	if !numeral.IsFigure(p.a, i, 1, 8) {
		return moment{}, false
	}
	if s := p.a[i].Low; len(s) == 8 && s[:2] >= "19" && s[:2] <= "20" {
		m := moment{end: i + 1, year: numeral.Small(p.a, i) / 10000, month: numeral.Small(p.a, i) / 100 % 100, day: numeral.Small(p.a, i) % 100}
		return m, valid(m) && !(p.glued(i+1) && p.a[i+1].Kind != numeral.Mark)
	}
	mark := p.at(i + 1)
	if mark != "-" && mark != "/" && mark != "." || !p.glued(i+1) || !p.glued(i+2) {
		if numeral.IsYear(p.a, i) && p.a[i+1:] != nil && numeral.IsFigure(p.a, i+1, 1, 2) && numeral.IsFigure(p.a, i+2, 1, 2) {
			m := moment{end: i + 3, year: numeral.Small(p.a, i), month: numeral.Small(p.a, i+1), day: numeral.Small(p.a, i+2)}
			return m, valid(m) && len(p.a[i+1].Low) == 2 && len(p.a[i+2].Low) == 2
		}
		return moment{}, false
	}
	first, second := numeral.Small(p.a, i), numeral.Small(p.a, i+2)
	if second < 0 {
		// "2019-Aug-01"
		month := numeral.Month(p.at(i + 2))
		if month > 0 && numeral.IsYear(p.a, i) && p.at(i+3) == mark && p.glued(i+3) && numeral.IsFigure(p.a, i+4, 1, 2) {
			m := moment{end: i + 5, year: first, month: month, day: numeral.Small(p.a, i+4)}
			return m, valid(m)
		}
		return moment{}, false
	}
	third := -1
	if p.at(i+3) == mark && p.glued(i+3) && p.glued(i+4) {
		third = numeral.Small(p.a, i+4)
		if p.glued(i+5) && (p.at(i+5) == mark && p.glued(i+6) && p.a[i+6].Kind == numeral.Figure && !numeral.IsYear(p.a, i+6) || p.a[i+5].Kind == numeral.Word) {
			return moment{}, false
		}
	}
	switch {
	case third >= 0 && numeral.IsYear(p.a, i):
		m := moment{end: i + 5, year: first, month: second, day: third}
		return m, valid(m) && len(p.a[i+4].Low) <= 2
	case third >= 0 && (len(p.a[i+4].Low) == 4 || len(p.a[i+4].Low) == 2) && mark != "-" || third >= 0 && numeral.IsYear(p.a, i+4):
		m := moment{end: i + 5, year: third, month: first, day: second, short: len(p.a[i+4].Low) == 2}
		if first > 12 {
			m.month, m.day = second, first
		}
		return m, valid(m) && (m.short || numeral.IsYear(p.a, i+4))
	case third >= 0 || p.glued(i+3) && p.a[i+3].Kind == numeral.Word:
		return moment{}, false
	case numeral.IsYear(p.a, i) && mark != ".":
		m := moment{end: i + 3, year: first, month: second}
		return m, second >= 1 && second <= 12 && !(p.at(i+3) == mark && p.glued(i+3))
	}
	weekday := i > 0 && (numeral.Weekday(p.at(i-1)) > 0 || numeral.Weekday(p.at(i-2)) > 0 && p.at(i-1) == ",")
	if mark == "/" && second > 12 && p.at(i+3) == "/" {
		return moment{}, false
	}
	if mark != "/" && !weekday || first == 0 || second == 0 || len(p.a[i].Low) > 2 || len(p.a[i+2].Low) > 2 {
		return moment{}, false
	}
	m := moment{end: i + 3, month: first, day: second}
	if first > 12 {
		m.month, m.day = second, first
	}
	// "9/11" is an event, "24/7" and "1/2" no dates; a bare pair of figures needs a cue.
	cue := weekday || p.dateCue(i) || p.dateRange(i)
	return m, valid(m) && cue && (p.dateRange(i) || !p.unitBehind(m.end))
}

// dated reports whether figures at i end a date that a range goes on from.
func (p *parser) dated(i int) bool {
	return i > 1 && (p.at(i-1) == "/" || numeral.Month(p.at(i-1)) > 0)
}

// dateCue reports whether the word before atom i asks for a date.
func (p *parser) dateCue(i int) bool {
	if i == 0 {
		return true
	}
	return beforeDate.Has(p.at(i-1)) && (p.at(i-1) != "," && p.at(i-1) != "or" && p.at(i-1) != "is" || p.figuresBefore(i-1))
}

func (p *parser) figuresBefore(i int) bool {
	return i > 2 && p.a[i-1].Kind == numeral.Figure && p.at(i-2) == "/"
}

// dateRange reports whether the figures at i begin a range: "10/1-11/2".
func (p *parser) dateRange(i int) bool {
	return p.at(i+1) == "/" && p.at(i+3) == "-" && p.glued(i+3) && p.glued(i+4) && p.at(i+5) == "/"
}

// valid reports whether month and day exist, in some year where none is told.
func valid(m moment) bool {
	return m.month >= 1 && m.month <= 12 && m.day >= 1 && m.day <= longestMonth[m.month]
}

// longestMonth is how many days a month can have; a day too many is kept, so
// that "Feb. 30" is seen to be one.
var longestMonth = [13]int{0, 31, 30, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
