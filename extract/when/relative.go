package when

import (
	"fmt"
	"strconv"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// adverb is a word for a day near now: how far from it, and the part of the day.
type adverb struct {
	days int
	part string
}

var adverbs = lexicon.TableOf(lexicon.TimeWords, "words for a day near now", func(fields []string) (a adverb, err error) {
	if len(fields) == 2 {
		a.part = fields[1]
	} else if len(fields) != 1 {
		return a, fmt.Errorf("%d fields, want days and perhaps a part", len(fields))
	}
	a.days, err = strconv.Atoi(fields[0])
	return a, err
})

// adverb reads "yesterday", "tomorrow morning", "tonight", "the day before yesterday".
func (p *parser) adverb(i int) (moment, bool) {
	at := i
	extra := 0
	if end := p.phrase(i, "the", "day", "before", "yesterday"); end > 0 {
		extra, at = -1, end-1
	} else if end := p.phrase(i, "the", "day", "after", "tomorrow"); end > 0 {
		extra, at = 1, end-1
	}
	if end := p.phrase(i, "the", "night", "before", "last"); end > 0 {
		return moment{first: i, end: end, typ: Clock, part: "NI", shift: shift{set: true, unit: Day, n: -2}}, true
	}
	a, ok := adverbs.Find(p.at(at))
	if !ok || !p.isWord(at) {
		return moment{}, false
	}
	m := moment{first: i, end: at + 1, part: a.part, shift: shift{set: true, unit: Day, n: float64(a.days + extra)}}
	if a.part != "" {
		m.typ = Clock
		next := m.end
		if p.at(next) == "at" || p.at(next) == "around" {
			next++
		}
		if c, end, ok := p.clock(next, true); ok && next > m.end {
			if c.either && c.hour < 12 && c.hour > 3 {
				c.hour += 12
			}
			c.either = false
			m.time, m.part, m.end = c, "", end
		}
		return m, true
	}
	p.dayTime(&m)
	return m, true
}

// demonstrative reads what is placed by "this", "last", "next" and the like:
// "last week", "this coming Sunday", "the past two months", "next year's first
// quarter", "this morning", "the following day", "that year".
func (p *parser) demonstrative(i int) (moment, bool) {
	at := i
	the := p.at(at) == "the"
	if the {
		at++
	}
	word := p.at(at)
	n, ok := demonstratives.Find(word)
	switch {
	case !the && needArticle.Has(word) && p.at(at+1) == "":
		return moment{}, false
	case the && definites.Has(word):
		return p.definite(i, at+1, word)
	case the && !ok:
		if m, ok := p.counting(i, at); ok {
			return m, true
		}
		return p.definite(i, at, "")
	case !ok:
		return p.counting(i, at)
	}
	if !p.isWord(at) || word == "last" && !the && p.upos(at) == lang.VERB {
		return moment{}, false
	}
	next := at + 1
	// "this coming Sunday", "this past spring", "these past months"
	if word == "this" {
		switch word := p.at(next); {
		case thisNext.Has(word):
			n, next = 1, next+1
		case word == "past", word == "last":
			n, next = -1, next+1
		}
	}
	if ordering.Has(word) || n != 0 {
		if m, ok := p.lastFew(i, next, n, word); ok {
			return m, true
		}
	}
	if word == "that" || word == "same" {
		s := p.at(next)
		if word == "that" && the || unitWords.Of(s).unit < Day && unitWords.Of(s).unit != Unknown {
			return moment{}, false
		}
	}
	text := fromText.Has(word)
	fiscal := false
	for kindsOfYear.Has(p.at(next)) {
		fiscal = fiscal || p.at(next) == "fiscal"
		next++
	}
	s := p.at(next)
	m := moment{first: i, end: next + 1, fiscal: fiscal}
	switch {
	case numeral.Weekday(s) > 0:
		d, ok := p.weekdayDate(next)
		if !ok || samePeriod.Has(word) {
			return moment{}, false
		}
		d.first = i
		if d.day == 0 || d.month == 0 {
			d.shift = shift{set: true, unit: Weekend, n: float64(n), text: text}
			if word == "this" && n != 0 {
				d.shift.exact = true
			}
		} else {
			d.shift = shift{set: n != 0, unit: Unknown, n: float64(n)}
		}
		p.extend(&d)
		return d, true
	case seasons.Of(s) != "":
		m.season = seasons.Of(s)
		m.shift = shift{set: true, unit: Season, n: float64(n), text: text}
		return m, true
	case dayParts.Of(s) != "":
		if word == "past" || strings.HasSuffix(s, "s") {
			return moment{}, false
		}
		m.part, m.typ = dayParts.Of(s), Clock
		m.shift = shift{set: true, unit: Day, n: float64(n), same: word == "that" || word == "same", text: text}
		p.partClock(&m)
		return m, true
	case unitWords.Of(s).unit != Unknown:
		u := unitWords.Of(s)
		if u.times > 1 && u.unit == Week && n != 0 { // "the past fortnight"
			m.typ, m.length = Duration, length{parts: []lengthPart{{Week, float64(u.times)}}}
			m.shift = shift{set: true, unit: Week, n: float64(n), exact: true}
			return m, true
		}
		if u.plural && u.unit != Weekend || u.times > 1 || unitsWithoutShift.Has(s) || u.unit < Hour {
			return moment{}, false
		}
		if u.unit == Hour && !hourShifts.Has(word) {
			return moment{}, false
		}
		if u.unit == Season {
			return moment{}, false
		}
		m.shift = shift{set: true, unit: u.unit, n: float64(n), text: text || word == "next" && the && u.unit == Day, same: word == "that" || word == "same"}
		if word == "past" && u.unit > Day { // "the past year" is the year up to now
			m.length = length{parts: []lengthPart{{u.unit, 1}}}
			m.typ = Duration
			m.shift.exact = true
			return m, true
		}
		if u.unit == Year && p.at(m.end) == "'" && p.at(m.end+1) == "s" {
			if q, ok := p.quarterOf(m.end + 2); ok && q.year == 0 {
				q.shift = m.shift
				q.first = i
				return q, true
			}
			if p.at(m.end+2) == "quarter" {
				m.end += 3
				m.quarter = -2 // the quarter last told
			}
			return m, true
		}
		if u.unit == Weekend {
			m.weekend = true
		}
		if u.unit == Day {
			p.dayTime(&m)
		}
		if u.unit == Week {
			p.weekDay(&m)
		}
		return m, true
	}
	if month, end := p.month(next); month > 0 {
		d, ok := p.monthDate(next)
		if !ok {
			d = moment{month: month, end: end}
		}
		d.first = i
		if d.year == 0 {
			d.shift = shift{set: true, unit: Unknown, n: float64(n)}
		}
		return d, !samePeriod.Has(word) || d.day > 0
	}
	if d, ok := p.numeric(next); ok && d.year == 0 && dayShifts.Has(word) {
		d.first = i
		d.shift = shift{set: true, unit: Unknown, n: float64(n)}
		return d, true
	}
	if q, ok := p.quarterOf(next); ok && q.year == 0 && q.quarter > 0 && !quarterShifts.Has(word) {
		q.first = i
		return q, true
	}
	if h, ok := p.holidays(next); ok && holidayShifts.Has(word) {
		h.first = i
		h.shift = shift{set: true, unit: Unknown, n: float64(n)}
		return h, true
	}
	return moment{}, false
}

// weekDay reads a weekday behind a week: "next week Wednesday", "last week on Tuesday".
func (p *parser) weekDay(m *moment) {
	next := m.end
	if p.at(next) == "on" || p.at(next) == "-" {
		next++
	}
	if day, end := p.weekdayName(next); day > 0 {
		m.weekday, m.end = day, end
		p.dayTime(m)
	}
}

// partClock reads a clock time behind a part of a day.
func (p *parser) partClock(m *moment) {
	next := m.end
	if p.at(next) == "at" || p.at(next) == "around" {
		next++
	} else {
		return
	}
	if c, end, ok := p.clock(next, true); ok {
		if c.either && c.hour < 12 && m.part != "MO" {
			c.hour += 12
		}
		c.either = false
		m.time, m.part, m.end = c, "", end
	}
}

// lastFew reads a stretch that ends or begins now: "the past two months",
// "next 3 days", "the last few years", "the next year or so", "the first six
// months".
func (p *parser) lastFew(i, at, n int, word string) (moment, bool) {
	l, end, ok := p.lengthOf(at)
	if !ok || end == at || unitWords.Of(p.at(at)).unit != Unknown {
		return moment{}, false
	}
	if n == 0 {
		return moment{}, false
	}
	if p.at(end) == "ago" && len(l.parts) > 1 { // "the last three months, and two days ago"
		cut := end - 1
		for cut > at && p.at(cut) != "and" && p.at(cut) != "," {
			cut--
		}
		before := parser{t: p.t, s: p.s, a: p.a[:cut]}
		if l, end, ok = before.lengthOf(at); !ok {
			return moment{}, false
		}
	}
	m := moment{first: i, end: end, typ: Duration, length: l}
	if word == "last" || word == "next" {
		within := m
		if word == "last" && p.withinMonth(&within) {
			within.nth = -1
			return within, true
		}
		if p.periodYear(&within); within.end > end && (within.year > 0 || within.shift.set) && within.decade == 0 {
			within.nth = -1
			if word == "next" {
				within.nth = 1
			}
			return within, true
		}
	}
	m.shift = shift{set: true, unit: l.parts[0].unit, n: float64(n), exact: true, vague: l.vague}
	if p.phrase(end, "or", "so") > 0 {
		m.end += 2
	}
	return m, true
}

// counting reads a stretch counted from the edge of a period, or vague years:
// "the first nine months", "recent years", "coming weeks", "the two years",
// "the early years".
func (p *parser) counting(i, at int) (moment, bool) {
	switch word := p.at(at); {
	case word == "first", word == "final", word == "1st":
		l, end, ok := p.lengthOf(at + 1)
		if !ok || end == at+2 && !unitWords.Of(p.at(at+1)).plural {
			return moment{}, false
		}
		m := moment{first: i, end: end, typ: Duration, length: l}
		save := m
		if p.periodYear(&m); m.end == save.end && !p.withinMonth(&m) {
			return save, true
		}
		m.nth = 1
		if p.at(at) == "final" {
			m.nth = -1
		}
		return m, true
	case vaguePeriods.Has(word):
		u := unitWords.Of(p.at(at + 1))
		if u.unit == Unknown || !u.plural || u.unit < Day {
			return moment{}, false
		}
		m := moment{first: i, end: at + 2, ref: "PAST_REF"}
		if p.at(at) == "coming" || p.at(at) == "future" {
			m.ref = "FUTURE_REF"
		}
		return m, true
	}
	return moment{}, false
}

// withinMonth extends "the last two weeks" by the month that they are of.
func (p *parser) withinMonth(m *moment) bool {
	if p.at(m.end) != "of" && p.at(m.end) != "in" || m.length.parts[0].unit >= Month {
		return false
	}
	inner, ok := p.monthDate(m.end + 1)
	if !ok || inner.day > 0 {
		return false
	}
	m.month, m.year, m.short, m.end = inner.month, inner.year, inner.short, inner.end
	return true
}

// definite reads a unit of time that the text speaks of as known: "the
// quarter", "the latest period", "the year-earlier quarter", "the weekend",
// "the nine months".
func (p *parser) definite(i, at int, adjective string) (moment, bool) {
	m := moment{first: i}
	if end := p.yearAgo(at); end > 0 { // "the year-earlier quarter"
		m.shift = shift{set: true, unit: Year, n: -1, text: true, same: true}
		m.end = end
		switch {
		case p.at(end) == "quarter" || p.at(end) == "period":
			m.quarter, m.end = -2, end+1
		default:
			if q, ok := p.quarterOf(end); ok && q.year == 0 && !q.shift.set {
				q.first, q.shift = i, m.shift
				return q, true
			}
			m.quarter = -2
		}
		return m, true
	}
	if y, end, short := p.yearNumber(at); end > at && !short && (p.at(end) == "quarter" || p.at(end) == "period") {
		m.year, m.quarter, m.end = y, -2, end+1
		return m, true
	}
	if p.at(at) == "fiscal" {
		if q, ok := p.quarterOf(at); ok {
			q.first = i
			return q, true
		}
		if p.at(at+1) == "year" {
			m.end, m.fiscal = at+2, true
			if p.at(m.end) == "ended" || p.at(m.end) == "ending" {
				m.typ, m.length = Duration, length{parts: []lengthPart{{Year, 1}}}
				return m, true
			}
			m.shift = shift{set: true, unit: Year}
			return m, true
		}
	}
	u := unitWords.Of(p.at(at))
	switch {
	case p.at(at) == "quarter" && p.at(at+1) != "of":
		m.quarter, m.end = -2, at+1
		m.shift = shift{set: true, unit: Quarter, same: true}
		return m, true
	case p.at(at) == "period" && adjective == "latest":
		m.quarter, m.end = -2, at+1
		m.shift = shift{set: true, unit: Quarter, same: true}
		return m, true
	case p.at(at) == "weekend":
		m.weekend, m.end = true, at+1
		m.shift = shift{set: true, unit: Weekend, same: true}
		return m, true
	case u.unit >= Day && !u.plural && u.times == 1 && u.unit != Season && u.unit != Century && u.unit != Quarter && p.at(at) != "night":
		if adjective == "latest" && !latestUnits.Has(p.at(at)) {
			return moment{}, false
		}
		m.end = at + 1
		switch {
		case p.at(m.end) == "after" && p.at(m.end+1) == "next":
			m.shift = shift{set: true, unit: u.unit, n: 2}
			m.end += 2
			return m, true
		case p.at(m.end) == "before" && p.at(m.end+1) == "last":
			m.shift = shift{set: true, unit: u.unit, n: -2}
			m.end += 2
			return m, true
		case u.unit == Day && (p.at(m.end) == "before" || p.at(m.end) == "after"):
			if base, ok := p.day(m.end + 1); ok && base.typ == Date && !base.time.set && base.part == "" { // "the day after Christmas"
				base.first, base.back = i, p.at(m.end) == "before"
				base.plus = length{parts: []lengthPart{{Day, 1}}}
				return base, true
			}
			if !p.pause(m.end + 1) {
				return moment{}, false
			}
			m.shift = shift{set: true, unit: Day, n: 1, text: true}
			if p.at(m.end) == "before" {
				m.shift.n = -1
			}
			m.end++
			return m, true
		case (p.at(m.end) == "before" || p.at(m.end) == "after") && p.pause(m.end+1):
			m.shift = shift{set: true, unit: u.unit, n: 1, text: true}
			if p.at(m.end) == "before" {
				m.shift.n = -1
			}
			m.end++
			return m, true
		case behindUnit.Has(p.at(m.end)):
			return moment{}, false
		}
		if (p.at(m.end) == "ended" || p.at(m.end) == "ending") && u.unit >= Week {
			m.typ, m.length = Duration, length{parts: []lengthPart{{u.unit, 1}}}
			return m, true
		}
		m.shift = shift{set: true, unit: u.unit}
		return m, true
	}
	if l, end, ok := p.lengthOf(at); ok && !l.vague && adjective == "" && !p.hyphened(at, end) && l.parts[0].unit >= Day && end > at+1 {
		m.typ, m.length, m.end = Duration, l, end
		return m, true
	}
	return moment{}, false
}

// hyphened reports whether a hyphen joins atoms between first and end, as in
// "two-week".
func (p *parser) hyphened(first, end int) bool {
	for i := first; i < end; i++ {
		if numeral.IsHyphen(p.a, i) {
			return true
		}
	}
	return false
}

// yearAgo reads "year-earlier", "year-ago", as adjectives.
func (p *parser) yearAgo(i int) (end int) {
	if p.at(i) == "comparable" || p.at(i) == "corresponding" {
		i++
	}
	if p.at(i) != "year" {
		return 0
	}
	at := i + 1
	if numeral.IsHyphen(p.a, at) {
		at++
	} else {
		return 0
	}
	if p.at(at) == "earlier" || p.at(at) == "ago" {
		return at + 1
	}
	return 0
}

// counted reads a moment some time away from now or from what the text tells:
// "two years ago", "a week later", "three days before Christmas", "6 weeks from now".
func (p *parser) counted(i int) (moment, bool) {
	if m, ok := p.orderedFew(i); ok {
		return m, true
	}
	if end := p.yearAgo(i); end > 0 {
		m := moment{end: end, quarter: -2, shift: shift{set: true, unit: Year, n: -1, text: true, same: true}}
		if p.at(end) == "quarter" || p.at(end) == "period" {
			m.end++
		}
		return m, true
	}
	at, approximate := i, false
	switch word := p.at(at); {
	case aboutShift.Has(word):
		at, approximate = at+1, true
	case word == "more", word == "less":
		if p.at(at+1) == "than" {
			at, approximate = at+2, true
		}
	}
	if at == i && plurals.Has(p.at(i)) && p.at(i+1) == "ago" {
		return moment{end: i + 2, ref: "PAST_REF"}, true
	}
	l, end, ok := p.lengthOf(at)
	if !ok || len(l.parts) == 0 {
		return moment{}, false
	}
	if p.phrase(end, "or", "so") > 0 {
		approximate, end = true, end+2
	}
	sh := shift{set: true, unit: l.parts[0].unit, n: max(l.parts[0].n, 0.01), vague: l.vague, exact: true}
	m := moment{length: l, shift: sh}
	if approximate {
		m.modifier = Approximate
	}
	m.end = end + 1
	switch word := p.at(end); {
	case word == "ago":
		m.shift.n = -sh.n
	case word == "earlier":
		m.shift.n, m.shift.text = -sh.n, true
	case word == "later":
		m.shift.text = true
	case word == "hence":
	case shiftJoints.Has(word):
		sign := 1.0
		if p.at(end) == "before" {
			sign = -1
		}
		m.shift.n = sign * sh.n
		if p.at(end) == "from" && p.at(end+1) == "now" {
			m.end = end + 2
			break
		}
		if base, ok := p.day(end + 1); ok && base.typ == Date && sh.unit >= Day {
			base.first, base.plus, base.back = i, l, sign < 0
			return base, true
		}
		if p.at(end) == "from" || !p.pause(end+1) || end+1 >= len(p.a) && p.at(end) == "from" {
			return moment{}, false
		}
		m.shift.text = true
	default:
		return moment{}, false
	}
	if m.shift.unit < Day {
		m.typ = Clock
	}
	return m, true
}

// reference reads a vague time: "now", "recently", "the future".
func (p *parser) reference(i int) (moment, bool) {
	best := moment{}
	for _, r := range referencesBy()[p.at(i)] {
		end := p.phrase(i, r.phrase...)
		if end > best.end {
			best = moment{end: end, ref: r.value}
		}
	}
	if best.end == 0 || p.glued(i) && p.at(i-1) == "-" || numeral.IsHyphen(p.a, best.end) && p.glued(best.end) {
		return moment{}, false
	}
	switch word := p.at(i); {
	case word == "now":
		if p.at(best.end) == "that" {
			return moment{}, false
		}
	case word == "soon", word == "shortly":
		if soonJoints.Has(p.at(best.end)) || p.at(i-1) == "as" || p.at(i-1) == "too" {
			return moment{}, false
		}
	case word == "long":
		if beforeLong.Has(p.at(i - 1)) {
			return moment{}, false
		}
	case adjectives.Has(word):
		if p.upos(i) != lang.ADJ && p.upos(i) != lang.X && p.at(i) != "future" {
			return moment{}, false
		}
	case word == "the":
		if p.at(best.end-1) == "past" && best.end < len(p.a) && p.a[best.end].Kind == numeral.Word && (p.upos(best.end) == lang.NOUN || p.upos(best.end) == lang.NUM || p.upos(best.end) == lang.ADJ) {
			return moment{}, false
		}
	}
	return best, true
}
