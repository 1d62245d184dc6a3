package when

import (
	"fmt"
	"math"
	"time"
)

// period is the calendar period of a moment, with its symbolic value; ok is
// false where it can't be resolved.
func (r *resolver) period(m moment, verb tense) (symbol string, p period, ok bool) {
	year := m.year
	if m.short && year > 0 {
		year = r.century(year)
	}
	switch {
	case m.century > 0:
		p = centuryPeriod(m.century)
		return p.value, p, true
	case m.decade > 0 || m.short && m.year == 0:
		decade := m.decade
		if m.short {
			decade = r.century(10*m.decade) / 10
			if decade < 10 {
				return fmt.Sprintf("XX%d", m.decade), p, false
			}
		}
		p = decadePeriod(decade)
		if m.half > 0 || m.short {
			return fmt.Sprintf("XX%d", m.decade), p, true
		}
		return p.value, p, true
	case year > 0:
		p, ok = inYear(m, year)
		if !ok {
			return symbolOf(m, fmt.Sprintf("%04d", year)), p, false
		}
		if m.nth != 0 {
			return symbolOf(m, fmt.Sprintf("%04d", year)), p, true
		}
		return p.value, p, true
	}
	if m.nth != 0 && m.shift.set && m.shift.unit == Month {
		return r.withoutYear(m, verb)
	}
	if m.day > 0 && m.weekday == 0 && m.month == 0 {
		return r.byDay(m, verb)
	}
	if m.holiday != "" || m.month > 0 || m.season != "" || m.quarter > 0 || m.half > 0 || m.week > 0 {
		return r.withoutYear(m, verb)
	}
	if m.weekday > 0 {
		return r.byWeekday(m, verb)
	}
	return r.byShift(m)
}

// century adds the century that a year or decade of two digits lacks: the
// nearest that isn't more than twenty years ahead.
func (r *resolver) century(year int) int {
	now := 2000
	if r.known() {
		now = r.ref.Year()
	}
	for year += now / 100 * 100; year > now+20; {
		year -= 100
	}
	return year
}

// inYear is the period of what is told of a year.
func inYear(m moment, year int) (period, bool) {
	month, d := m.month, m.day
	if m.holiday != "" {
		month, d = holidayList().named[m.holiday].in(year)
	}
	switch {
	case m.weekend && month > 0 && d > 0:
		return longWeekend(day(year, month, d)), exists(year, month, d)
	case m.nth != 0 && m.nthOf == Week && month > 0:
		return nthWeek(year, month, m.nth), true
	case m.nth != 0 && m.nthOf == Day && month > 0 && m.weekday == 0:
		if m.nth < 0 {
			return dayPeriod(day(year, month+1, 0)), true
		}
		return dayPeriod(day(year, month, m.nth)), exists(year, month, m.nth)
	case m.nth != 0 && m.nthOf == Day && month > 0:
		return dayPeriod(nthWeekday(year, month, m.weekday, m.nth)), true
	case m.nth != 0 && m.nthOf == Week:
		if m.nth > 0 {
			return weekPeriod(day(year, 1, 4).AddDate(0, 0, 7*(m.nth-1))), true
		}
		return weekPeriod(day(year, 12, 28)), true
	case month > 0 && d > 0:
		if !exists(year, month, d) {
			return period{}, false
		}
		if m.nthOf == Week {
			return weekPeriod(day(year, month, d)), true
		}
		return dayPeriod(day(year, month, d)), true
	case month > 0:
		return monthPeriod(year, month), true
	case m.season != "":
		return seasonPeriod(year, m.season), true
	case m.quarter > 0:
		return quarterPeriod(year, m.quarter), true
	case m.half > 0:
		return halfPeriod(year, m.half), true
	case m.week > 0:
		return weekPeriod(day(year, 1, 4).AddDate(0, 0, 7*(m.week-1))), true
	}
	return yearPeriod(year), true
}

// longWeekend is the weekend that a holiday belongs to, the holiday included;
// one in the middle of the week has the weekend of that week.
func longWeekend(holiday time.Time) period {
	w := weekendPeriod(holiday)
	switch holiday.Weekday() {
	case time.Monday:
		w = weekendPeriod(holiday.AddDate(0, 0, -1))
		w.stop = holiday.AddDate(0, 0, 1)
	case time.Thursday, time.Friday:
		w.begin = holiday
	}
	return w
}

// nthWeek is the nth week of a month, counted from the week of its first
// Thursday as ISO counts the weeks of a year; -1 is the week of its last day.
func nthWeek(year, month, n int) period {
	if n < 0 {
		return weekPeriod(day(year, month+1, 0))
	}
	return weekPeriod(nthWeekday(year, month, 4, 1).AddDate(0, 0, 7*(n-1)))
}

// symbolOf is the value of a moment in a year that is written as year.
func symbolOf(m moment, year string) string {
	month, d := m.month, m.day
	if m.holiday != "" {
		h := holidayList().named[m.holiday]
		if h.nth != 0 || h.easter {
			return year + "-XX-XX"
		}
		month, d = h.month, h.day
	}
	switch {
	case m.nth != 0 && m.nthOf == Week && month > 0:
		return fmt.Sprintf("%s-%02d-W%s", year, month, nthText(m.nth))
	case m.nth != 0 && m.nthOf == Day && m.weekday == 0:
		return fmt.Sprintf("%s-%02d-%02d", year, month, max(m.nth, 0))
	case m.nth != 0 && m.nthOf == Day:
		return fmt.Sprintf("%s-%02d-WXX-%d-#%s", year, month, m.weekday, nthText(m.nth))
	case month > 0 && d > 0:
		return fmt.Sprintf("%s-%02d-%02d", year, month, d)
	case month > 0:
		return fmt.Sprintf("%s-%02d", year, month)
	case m.season != "":
		return year + "-" + m.season
	case m.quarter > 0:
		return fmt.Sprintf("%s-Q%d", year, m.quarter)
	case m.half > 0:
		return fmt.Sprintf("%s-H%d", year, m.half)
	case m.week > 0:
		return fmt.Sprintf("%s-W%02d", year, m.week)
	}
	return year
}

func nthText(n int) string {
	if n < 0 {
		return "L"
	}
	return fmt.Sprintf("%02d", n)
}

// withoutYear finds the year of a month, a holiday, a season or a quarter that
// is told without one: by what places it ("last May", "June last year"), else
// by the verb, the last one for the past and the next for the future.
func (r *resolver) withoutYear(m moment, verb tense) (string, period, bool) {
	symbol := symbolOf(m, "XXXX")
	if m.shift.set && m.shift.unit == Month && m.nth != 0 {
		if !r.known() {
			return symbol, period{}, false
		}
		base := shifted(r.ref, Month, int(m.shift.n)).begin
		m.month = int(base.Month())
		p, ok := inYear(m, base.Year())
		return symbolOf(m, "XXXX"), p, ok
	}
	if m.shift.set && m.shift.unit == Year {
		anchor := r.ref
		if m.shift.text && !r.told.IsZero() && r.known() {
			anchor = r.told
		}
		if m.shift.same && !r.told.IsZero() {
			anchor = r.told
		}
		if anchor.IsZero() {
			return symbol, period{}, false
		}
		p, ok := inYear(m, anchor.Year()+int(m.shift.n))
		return symbol, p, ok
	}
	if !r.known() {
		return symbol, period{}, false
	}
	y := r.ref.Year()
	if m.week > 0 {
		p, ok := inYear(m, y)
		return symbol, p, ok
	}
	switch {
	case m.shift.set && m.shift.n < 0:
		verb = past
	case m.shift.set && m.shift.n > 0:
		verb = future
	case m.shift.set:
		p, ok := inYear(m, y)
		return symbol, p, ok
	}
	today := midnight(r.ref)
	// A relative word is strict; a verb only leans: the nearest period counts,
	// one on the side that the verb speaks against as if it were three times as far.
	strict := m.shift.set && m.shift.n != 0 // "last May", said in May, is a year ago
	var best period
	var nearest time.Duration
	found := false
	for d := -2; d <= 2; d++ {
		p, ok := inYear(m, y+d)
		if !ok {
			continue
		}
		over, begun := !p.stop.After(today), !p.begin.After(today)
		if strict && (verb == past && !over || verb == future && begun) {
			continue
		}
		away := distance(p, today)
		if verb == past && !begun || verb == future && over {
			away *= 3
		}
		if !found || away < nearest {
			best, nearest, found = p, away, true
		}
	}
	return symbol, best, found
}

// distance is how far t lies outside the period.
func distance(p period, t time.Time) time.Duration {
	switch {
	case t.Before(p.begin):
		return p.begin.Sub(t)
	case t.Before(p.stop):
		return 0
	}
	return t.Sub(p.stop)
}

// byWeekday finds the day of a weekday: the last one, today included, unless
// the verb or a word before it says that it is to come.
func (r *resolver) byWeekday(m moment, verb tense) (string, period, bool) {
	symbol := fmt.Sprintf("XXXX-WXX-%d", m.weekday)
	if m.day > 0 {
		symbol = fmt.Sprintf("XXXX-XX-%02d", m.day)
	}
	if m.shift.set && m.shift.unit == Week {
		symbol = fmt.Sprintf("%s-%d", offsetSymbol(Week, int(m.shift.n)), m.weekday)
	}
	if !r.known() {
		return symbol, period{}, false
	}
	today := midnight(r.ref)
	anchor := today
	if m.shift.text && !r.told.IsZero() {
		anchor = midnight(r.told)
	}
	behind := (weekdayOf(anchor) - m.weekday + 7) % 7
	ahead := (m.weekday - weekdayOf(anchor) + 7) % 7
	switch {
	case m.day > 0:
		return symbol, r.weekdayAndDay(m, today), true
	case m.shift.set && m.shift.unit == Week:
		return symbol, dayPeriod(monday(today).AddDate(0, 0, 7*int(m.shift.n)+m.weekday-1)), true
	case m.shift.set && m.shift.n < 0:
		if behind == 0 {
			behind = 7
		}
		return symbol, dayPeriod(anchor.AddDate(0, 0, -behind)), true
	case m.shift.set && m.shift.n > 0:
		if ahead == 0 {
			ahead = 7
		}
		return symbol, dayPeriod(anchor.AddDate(0, 0, ahead)), true
	case m.shift.set && verb != past, verb == future:
		return symbol, dayPeriod(today.AddDate(0, 0, ahead)), true
	}
	return symbol, dayPeriod(today.AddDate(0, 0, -behind)), true
}

// byDay finds the day of a month that isn't told: the last one, today included,
// or the next where the verb speaks of what is to come.
func (r *resolver) byDay(m moment, verb tense) (string, period, bool) {
	symbol := fmt.Sprintf("XXXX-XX-%02d", m.day)
	if !r.known() {
		return symbol, period{}, false
	}
	today, step := midnight(r.ref), -1
	if verb == future {
		step = 1
	}
	for n := 0; n <= 12; n++ {
		first := day(today.Year(), int(today.Month())+step*n, 1)
		d := first.AddDate(0, 0, m.day-1)
		if exists(first.Year(), int(first.Month()), m.day) && (step < 0 && !d.After(today) || step > 0 && !d.Before(today)) {
			return symbol, dayPeriod(d), true
		}
	}
	return symbol, period{}, false
}

// weekdayAndDay is the day of "Monday the 27th" nearest to today on which both
// are true, within a year; the nearest day of that number where none is.
func (r *resolver) weekdayAndDay(m moment, today time.Time) period {
	for n := 0; n <= 12; n++ {
		for _, months := range []int{n, -n} {
			first := day(today.Year(), int(today.Month())+months, 1)
			if exists(first.Year(), int(first.Month()), m.day) {
				d := first.AddDate(0, 0, m.day-1)
				if weekdayOf(d) == m.weekday {
					return dayPeriod(d)
				}
			}
		}
	}
	return dayPeriod(day(today.Year(), int(today.Month()), m.day))
}

// offsetSymbol is a period told by its distance from the present one.
func offsetSymbol(unit Granularity, n int) string {
	l := length{parts: []lengthPart{{unit, 1}}}
	if n == 0 {
		return "THIS " + l.value()
	}
	shift := length{parts: []lengthPart{{unit, math.Abs(float64(n))}}}
	return "THIS " + l.value() + " OFFSET " + shift.offset(float64(n))
}

// byShift finds what is placed only by its distance: "yesterday", "last week",
// "two months ago", "a year earlier", "the quarter".
func (r *resolver) byShift(m moment) (symbol string, p period, ok bool) {
	s := m.shift
	if m.quarter == -2 {
		return r.sameQuarter(m)
	}
	if !s.set {
		symbol = "XXXX-XX-XX"
		if r.known() && m.time.set {
			return symbol, dayPeriod(r.ref), true
		}
		return symbol, p, false
	}
	n := int(s.n)
	anchor := r.ref
	if (s.text || s.same) && !r.told.IsZero() {
		anchor = r.told
		if s.same && s.unit == Day && m.typ == Clock && r.known() && r.ref.Sub(r.told) > 40*24*time.Hour {
			anchor = r.ref
		}
	}
	switch {
	case s.exact:
		sign := 1.0
		if s.n < 0 {
			sign = -1
		}
		symbol = "PRESENT_REF OFFSET " + m.length.offset(sign)
		switch {
		case s.vague && s.text:
			return m.length.value(), p, false
		case s.vague && sign < 0:
			return "PAST_REF", p, false
		case s.vague:
			return "FUTURE_REF", p, false
		}
		if anchor.IsZero() {
			return symbol, p, false
		}
		if s.unit == Year && math.Abs(s.n) == 1 && !r.quarter.IsZero() && len(m.length.parts) == 1 {
			q := r.quarter.AddDate(n, 0, 0)
			return symbol, quarterPeriod(q.Year(), (int(q.Month())+2)/3), true
		}
		at := m.length.from(midnight(anchor), sign)
		unit := s.unit
		if len(m.length.parts) > 1 {
			unit = m.length.parts[len(m.length.parts)-1].unit
		}
		if unit < Day || unit == Weekend {
			unit = Day
		}
		if s.n != float64(int(s.n)) {
			unit = Month
		}
		return symbol, unitPeriod(at, unit), true
	case s.unit == Season:
		return r.withoutYear(m, past)
	}
	symbol = offsetSymbol(s.unit, n)
	if s.same && s.unit == Day && m.part != "" {
		symbol = "XXXX-XX-XX"
	}
	if anchor.IsZero() {
		return symbol, p, false
	}
	if s.unit < Day {
		return symbol, dayPeriod(anchor), true
	}
	if s.unit == Weekend && s.same && r.known() {
		// "the weekend" is the one just over, or the coming one in its second half
		p = weekendPeriod(r.ref)
		if p.begin.After(midnight(r.ref)) {
			p = weekendPeriod(r.ref.AddDate(0, 0, -7))
		}
		return symbol, p, true
	}
	return symbol, shifted(anchor, s.unit, n), true
}

// sameQuarter is the quarter that the text told last, moved by years; without
// one, the quarter that was over last.
func (r *resolver) sameQuarter(m moment) (string, period, bool) {
	symbol := "XXXX-QX"
	if r.quarter.IsZero() && !r.known() {
		return symbol, period{}, false
	}
	q := r.quarter
	if q.IsZero() {
		q = shifted(r.ref, Quarter, -1).begin
	}
	year := q.Year()
	if m.year > 0 {
		year = m.year
	} else if m.shift.unit == Year && m.shift.set {
		year += int(m.shift.n)
	}
	p := quarterPeriod(year, (int(q.Month())+2)/3)
	return symbol, p, true
}
