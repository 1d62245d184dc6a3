package when

import (
	"fmt"
	"strings"

	"xref/extract/numeral"
)

// ordinalOf reads "first", "third", "1st", "last" as the place of a period.
func (p *parser) ordinalOf(i int) (n, end int) {
	switch p.at(i) {
	case "last", "final":
		return -1, i + 1
	case "latest", "":
		return 0, i
	}
	o, ok := numeral.Read(p.a, i)
	if !ok || o.Form != numeral.Ordinal || o.Value > 53 {
		return 0, i
	}
	return int(o.Value), o.End
}

// quarterOf reads quarters and halves: "the third quarter", "third-quarter",
// "the 1988 second quarter", "the first half of 1990", "2019 Q1", "H2 2019".
func (p *parser) quarterOf(i int) (moment, bool) {
	at := i
	determined := quarterDeterminers.Has(p.at(at))
	if determined {
		at++
	}
	year, fiscal := 0, false
	if y, end, short := p.yearNumber(at); end > at && !short {
		year, at = y, end
		if p.joined(at) {
			at++
		}
	}
	if p.at(at) == "fiscal" {
		fiscal, at = true, at+1
		if numeral.IsHyphen(p.a, at) {
			at++
		}
	}
	m := moment{year: year, fiscal: fiscal}
	if (p.at(at) == "q" || p.at(at) == "h") && p.glued(at+1) && numeral.IsFigure(p.a, at+1, 1, 1) && !p.glued(at+2) || (p.at(at) == "q" || p.at(at) == "h") && p.glued(at+1) && numeral.IsFigure(p.a, at+1, 1, 1) && p.a[min(at+2, len(p.a)-1)].Kind == numeral.Mark {
		n := numeral.Small(p.a, at+1)
		m.end = at + 2
		if p.at(at) == "q" {
			m.quarter = n
		} else {
			m.half = n
		}
		if n < 1 || n > 4 || m.half > 2 || m.half > 0 && year == 0 && !numeral.IsYear(p.a, m.end) {
			return moment{}, false
		}
		if m.year == 0 {
			p.withYear(&m)
		}
		return m, true
	}
	n, end := p.ordinalOf(at)
	if n == 0 {
		return moment{}, false
	}
	if numeral.IsHyphen(p.a, end) {
		if determined { // "its third-quarter loss": an adjective without the article
			return moment{}, false
		}
		end++
	}
	if p.at(end) == "fiscal" {
		fiscal, end = true, end+1
		m.fiscal = true
	}
	switch p.at(end) {
	case "quarter":
		if n < 0 {
			if p.at(end+1) != "of" {
				return moment{}, false
			}
			n = 4
		}
		m.quarter, m.end = n, end+1
	case "half":
		if n < 0 {
			n = 2
		}
		m.half, m.end = n, end+1
		if year == 0 && !behindHalf.Has(p.at(end+1)) && !(p.at(end+1) == "of" && numeral.Month(p.at(end+2)) > 0) {
			return moment{}, false
		}
	default:
		return moment{}, false
	}
	if m.half > 0 && m.year == 0 && p.at(m.end) == "of" { // "the first half of June"
		if inner, ok := p.monthDate(m.end + 1); ok && inner.day == 0 {
			inner.modifier = Early
			if m.half == 2 {
				inner.modifier = Late
			}
			return inner, true
		}
	}
	if m.quarter > 4 || m.half > 2 {
		return moment{}, false
	}
	if m.year == 0 {
		p.periodYear(&m)
	}
	return m, m.half == 0 || m.year > 0 || m.shift.set || m.decade > 0
}

// periodYear extends a period by the year it lies in: "of 1990", "of this
// year", "of fiscal 1989", "last year", "of the '80s".
func (p *parser) periodYear(m *moment) {
	next := m.end
	of := p.at(next) == "of" || p.at(next) == "in"
	if of || p.at(next) == "," {
		next++
	}
	if d, ok := p.decadeOf(next); ok && of {
		m.decade, m.short, m.end = d.decade, d.short, d.end
		return
	}
	if p.at(next) == "the" {
		next++
	}
	if p.at(next) == "fiscal" {
		m.fiscal, next = true, next+1
	}
	if p.at(next) == "year" {
		if y, end, short := p.yearNumber(next + 1); end > next+1 && !short {
			m.year, m.end = y, end
			return
		}
		if of && p.at(next-1) == "the" {
			m.end = next + 1
			m.shift = shift{set: true, unit: Year}
		}
		return
	}
	if y, end, short := p.yearNumber(next); end > next {
		m.year, m.end, m.short = y, end, short
		return
	}
	if n, ok := demonstratives.Find(p.at(next)); ok && p.at(next) != "that" && p.at(next) != "same" {
		year := next + 1
		if p.at(year) == "fiscal" {
			year++
		}
		if p.at(year) == "year" {
			m.end = year + 1
			m.shift = shift{set: true, unit: Year, n: float64(n)}
		}
	}
}

// seasonOf reads "summer", "the spring of 1990", "winter 2014".
func (p *parser) seasonOf(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	code, ok := seasons.Find(p.at(at))
	if !ok || !p.isWord(at) {
		return moment{}, false
	}
	m := moment{season: code, end: at + 1}
	p.withYear(&m)
	if m.year > 0 {
		return m, true
	}
	p.periodYear(&m)
	if m.shift.set && p.at(m.end-1) == "year" && m.end > at+1 {
		return m, true
	}
	m = moment{season: code, end: at + 1}
	switch s := p.at(at); {
	case s == "fall" || s == "spring":
		cue := at > i && p.at(i-1) == "in" || beforeSeason.Has(p.at(i-1)) || at == i && p.at(i-1) == "in" || at == i && p.at(i-1) == "by"
		if !cue || p.at(at+1) == "of" || p.at(at+1) == "from" {
			return moment{}, false
		}
	case p.at(at+1) == "olympics" || p.at(at+1) == "games" || p.glued(at+1) && p.a[at+1].Kind != numeral.Mark:
		return moment{}, false
	case p.capital(at) && p.capitals() && at > 0:
		return moment{}, false
	}
	return m, true
}

// weekOf reads "the week of April 10", "the first week of January", "week 23".
func (p *parser) weekOf(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	if p.at(at) == "week" && numeral.IsFigure(p.a, at+1, 1, 2) {
		n := numeral.Small(p.a, at+1)
		m := moment{week: n, end: at + 2}
		p.periodYear(&m)
		return m, n >= 1 && n <= 53
	}
	if p.at(at) == "week" || p.at(at) == "w" && p.phrase(at, "w", "/", "c") > 0 {
		next := p.phrase(at, "w", "/", "c")
		if next == 0 {
			if behindWeek.Has(p.at(at + 1)) {
				next = at + 2
			}
			if p.at(next) == "on" {
				next++
			}
		}
		if next == 0 {
			return moment{}, false
		}
		for _, reader := range []func(int) (moment, bool){p.monthDate, p.dayMonth} {
			if m, ok := reader(next); ok && m.day > 0 {
				m.nthOf = Week
				return m, true
			}
		}
		return moment{}, false
	}
	if p.at(at) == "weekend" && p.at(at+1) == "of" { // "the weekend of July 4"
		for _, reader := range []func(int) (moment, bool){p.monthDate, p.dayMonth, p.holidays} {
			if m, ok := reader(at + 2); ok && (m.day > 0 || m.holiday != "") {
				m.weekend = true
				return m, true
			}
		}
		return moment{}, false
	}
	n, end := p.ordinalOf(at)
	if n == 0 || p.at(end) != "week" && p.at(end) != "day" && numeral.Weekday(p.at(end)) == 0 || p.at(end+1) != "of" && p.at(end+1) != "in" {
		return moment{}, false
	}
	if day := numeral.Weekday(p.at(end)); day > 0 && setDeterminers.Has(p.at(end+2)) && p.at(end+3) == "month" {
		return moment{typ: Set, set: fmt.Sprintf("XXXX-XX-WXX-%d-#%s", day, nthText(n)), end: end + 4}, true
	}
	inner, ok := p.monthDate(end + 2)
	if !ok || inner.day > 0 {
		inner, ok = p.yearAlone(end + 2)
	}
	if !ok {
		inner, ok = p.demonstrative(end + 2)
		ok = ok && inner.shift.set && (inner.shift.unit == Month || inner.shift.unit == Year) && inner.typ == Date
	}
	if !ok {
		return moment{}, false
	}
	m := inner
	m.nth, m.nthOf = n, Week
	if p.at(end) == "day" {
		m.nthOf = Day
		return m, (inner.month > 0 || inner.shift.unit == Month) && n < 32
	}
	if day := numeral.Weekday(p.at(end)); day > 0 {
		m.weekday, m.nthOf = day, Day
		return m, inner.month > 0 || inner.shift.unit == Month
	}
	return m, true
}

// extend reads what follows a date: "last year" behind a month, a part of the
// day or a clock time behind a day.
func (p *parser) extend(m *moment) {
	if m.month > 0 && m.year == 0 && !m.shift.set || m.season != "" && m.year == 0 && !m.shift.set {
		next := m.end
		if p.at(next) == "," || p.at(next) == "of" {
			next++
		}
		if n, ok := demonstratives.Find(p.at(next)); ok && p.at(next+1) == "year" && !unmovingYears.Has(p.at(next)) {
			m.shift = shift{set: true, unit: Year, n: float64(n)}
			m.end = next + 2
		}
	}
	if m.weekday > 0 && m.month == 0 && !m.shift.set {
		p.weekdayOfWeek(m)
	}
	if !m.isDay() || m.part != "" || m.time.set {
		return
	}
	p.dayTime(m)
}

// weekdayOfWeek reads "of next week", "last week" behind a weekday.
func (p *parser) weekdayOfWeek(m *moment) {
	next := m.end
	if p.at(next) == "of" {
		next++
	}
	if p.at(next) == "the" {
		next++
	}
	if n, ok := demonstratives.Find(p.at(next)); ok && p.at(next+1) == "week" && p.at(next) != "that" {
		m.shift = shift{set: true, unit: Week, n: float64(n)}
		m.end = next + 2
	}
}

// isDay reports whether the moment is told to the day.
func (m *moment) isDay() bool {
	return m.day > 0 || m.weekday > 0 || m.shift.set && m.shift.unit == Day && m.typ == Date || m.holiday != ""
}

// dayTime extends a day by a part of it or by a clock time.
func (p *parser) dayTime(m *moment) {
	next := m.end
	if p.at(next) == "," || p.at(next) == "in" && p.at(next+1) == "the" {
		next++
	}
	if p.at(next) == "the" {
		next++
	}
	early := Plain
	switch p.at(next) {
	case "early":
		early, next = Early, next+1
	case "late":
		early, next = Late, next+1
	case "mid":
		early, next = Mid, next+1
		if numeral.IsHyphen(p.a, next) {
			next++
		}
	}
	if part, ok := dayParts.Find(p.at(next)); ok && !(numeral.IsHyphen(p.a, next+1) && p.glued(next+1)) && (m.end == next || p.at(m.end) != "," || early != Plain) {
		m.part, m.end = part, next+1
		if strings.HasSuffix(p.at(next), "s") {
			m.typ = Set
		} else {
			m.typ = Clock
		}
		if early != Plain && m.modifier == Plain {
			m.modifier = early
		}
	}
	next = m.end
	at := false
	if p.at(next) == "," {
		next++
	}
	switch p.at(next) {
	case "at", "@":
		at, next = true, next+1
		if p.at(next) == "about" || p.at(next) == "around" {
			next++
		}
	case "around", "about":
		next++
	}
	if c, end, ok := p.clock(next, at); ok && !(p.at(m.end) == "," && c.either) {
		if m.part == "AF" || m.part == "EV" || m.part == "NI" && c.hour > 4 {
			if c.either && c.hour < 12 {
				c.hour += 12
			}
		}
		if m.part != "" {
			c.either = false
		}
		m.time, m.end, m.typ = c, end, Clock
		m.part = ""
	}
}
