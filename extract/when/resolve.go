package when

import (
	"fmt"
	"math"
	"time"
)

// resolver turns moments into times. It knows the day of publication and what
// the text told last; ref is zero where the day isn't known.
type resolver struct {
	ref     time.Time
	told    time.Time // the day, or first day of the period, that was told last
	quarter time.Time // first day of the quarter told last
}

func (r *resolver) known() bool { return !r.ref.IsZero() }

// tense is where the verb that a moment belongs to lies.
type tense int8

const (
	past tense = iota - 1
	unclear
	future
)

// resolve gives the moment its value. Spans and tokens are the caller's.
func (r *resolver) resolve(m moment, verb tense) Time {
	t := Time{Type: m.typ, Modifier: m.modifier}
	switch {
	case m.ref != "":
		t.Value, t.Symbol = m.ref, m.ref
		return t
	case m.typ == Set:
		t.Value, t.Freq = setValue(m), m.freq
		t.Symbol = t.Value
		return t
	case m.typ == Duration:
		r.resolveLength(&t, m)
		return t
	case m.shift.exact && m.shift.text && m.shift.unit < Day: // "ten minutes later"
		t.Type, t.Value, t.Granularity = Duration, m.length.value(), m.shift.unit
		t.Symbol = "XXXX-XX-XX OFFSET " + m.length.offset(m.shift.n)
		t.Relative = true
		return t
	}
	symbol, p, ok := r.period(m, verb)
	t.Relative = m.year == 0 && m.decade == 0 && m.century == 0
	if len(m.plus.parts) > 0 {
		sign := 1.0
		if m.back {
			sign = -1
		}
		symbol += " OFFSET " + m.plus.offset(sign)
		if ok {
			p = dayPeriod(m.plus.from(p.begin, sign))
		}
	}
	if m.weekday > 0 && ok && p.granularity == Day && weekdayOf(p.begin) != m.weekday {
		t.Misfit = true
	}
	t.Symbol, t.Value = symbol, symbol
	if ok {
		t.Value, t.Begin, t.Stop, t.Granularity = p.value, p.begin, p.stop, p.granularity
	}
	r.clockTime(&t, m, p, ok)
	if ok {
		switch {
		case m.quarter > 0 && !m.shift.text && m.time == (clock{}):
			r.quarter, r.told = p.begin, p.begin
		case m.quarter != -2 && !(m.shift.text && m.shift.unit >= Quarter):
			r.told = p.begin
		}
		r.edge(&t, m)
	}
	return t
}

// clockTime adds a part of the day or a time of day.
func (r *resolver) clockTime(t *Time, m moment, p period, ok bool) {
	switch {
	case m.time.set:
		t.Type, t.Zone = Clock, m.time.zone
		t.Value += m.time.value()
		t.Symbol += m.time.value()
		t.Granularity = Hour
		if m.time.minutes {
			t.Granularity = Minute
		}
		if ok {
			t.Begin = p.begin.Add(time.Duration(m.time.hour)*time.Hour + time.Duration(m.time.minute)*time.Minute + time.Duration(m.time.second)*time.Second)
			t.Stop = t.Begin.Add(time.Hour)
			if m.time.minutes {
				t.Stop = t.Begin.Add(time.Minute)
			}
		}
	case m.part != "":
		t.Type = Clock
		t.Value += "T" + m.part
		t.Symbol += "T" + m.part
		t.Granularity = PartOfDay
		if ok {
			hours := partHours[m.part]
			t.Begin, t.Stop = p.begin.Add(time.Duration(hours[0])*time.Hour), p.begin.Add(time.Duration(hours[1])*time.Hour)
		}
	case m.typ == Clock && m.shift.set && m.shift.exact && ok && r.known():
		at := m.length.from(r.ref, math.Copysign(1, m.shift.n))
		t.Value = at.Format("2006-01-02T15:04")
		t.Begin, t.Stop, t.Granularity = at, at.Add(time.Minute), Minute
	}
}

// beforeDawn is the code of the small hours, for which TIMEX3 has none.
const beforeDawn = "EM"

// partHours are the hours that a part of a day covers; nights run to the next
// morning.
var partHours = map[string][2]int{beforeDawn: {0, 6}, "MO": {5, 12}, "AF": {12, 18}, "EV": {17, 22}, "NI": {18, 30}, "DT": {6, 20}, "MI": {11, 14}}

// edge narrows the interval to the part of it that is meant.
func (r *resolver) edge(t *Time, m moment) {
	if t.Granularity < Week || t.Begin.IsZero() {
		return
	}
	third := t.Stop.Sub(t.Begin) / 3
	half := t.Stop.Sub(t.Begin) / 2
	switch m.modifier {
	case Early:
		t.Stop = midnight(t.Begin.Add(half).AddDate(0, 0, 1))
	case Late:
		t.Begin = midnight(t.Begin.Add(half))
	case Mid:
		t.Begin, t.Stop = midnight(t.Begin.Add(third)), midnight(t.Stop.Add(-third).AddDate(0, 0, 1))
	}
}

func setValue(m moment) string {
	switch {
	case m.set != "":
		return m.set
	case m.weekday > 0:
		v := fmt.Sprintf("XXXX-WXX-%d", m.weekday)
		if m.time.set {
			return v + m.time.value()
		}
		if m.part != "" {
			return v + "T" + m.part
		}
		return v
	case m.month > 0:
		return fmt.Sprintf("XXXX-%02d", m.month)
	}
	return "XXXX-" + m.season
}

// resolveLength gives a duration its value, and its place where it ends or
// begins now ("the past two months") or at an edge of a period.
func (r *resolver) resolveLength(t *Time, m moment) {
	t.Value = m.length.value()
	t.Symbol = t.Value
	if m.length.most > 0 && len(m.length.parts) == 1 {
		t.Longest = length{parts: []lengthPart{{m.length.parts[0].unit, m.length.most}}}.value()
	}
	t.Granularity = m.length.parts[0].unit
	if m.nth != 0 && (m.year > 0 || m.month > 0 || m.shift.set) {
		symbol, p, ok := r.period(moment{year: m.year, short: m.short, shift: m.shift, month: m.month}, past)
		t.Symbol = symbol + "/" + t.Value
		if ok {
			t.Begin, t.Stop = p.begin, m.length.from(p.begin, 1)
			if m.nth < 0 {
				t.Begin, t.Stop = m.length.from(p.stop, -1), p.stop
			}
		}
		return
	}
	if !m.shift.set || m.shift.n == 0 {
		return
	}
	t.Relative = true
	t.Symbol = "PRESENT_REF OFFSET " + m.length.offset(m.shift.n)
	if !r.known() || m.length.vague {
		return
	}
	if m.shift.n < 0 {
		t.Begin, t.Stop = m.length.from(r.ref, -1), r.ref
	} else {
		t.Begin, t.Stop = r.ref, m.length.from(r.ref, 1)
	}
}
