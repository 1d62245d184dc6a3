package when

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/numeral"
)

// rangeEnd reads the second moment of a range that m begins: "from April to
// July", "between 2014 and 2018", "July 2-5", "1998-99", "Monday through Friday".
func (p *parser) rangeEnd(m moment, free int) (moment, bool) {
	if m.typ != Date && !m.time.set && !(m.part != "" && m.weekday > 0) || m.ref != "" && (m.ref != "PRESENT_REF" || p.at(m.first-1) != "between" && p.at(m.first-1) != "from") {
		return moment{}, false
	}
	joint := m.end
	before := p.at(m.first - 1)
	if before == "the" {
		before = p.at(m.first - 2)
	}
	hyphen := (numeral.IsHyphen(p.a, joint) || p.at(joint) == "~" || p.at(joint) == "—") && joint+1 < len(p.a)
	slash := p.at(joint) == "/" && p.joined(joint) && m.year > 0 && m.month == 0 && numeral.IsFigure(p.a, joint+1, 2, 2) // "2012/13"
	switch word := p.at(joint); {
	case slash:
	case word == "and" && before == "between":
	case word == "to" && !p.moving(m.first), word == "through", word == "until" && before == "from", word == "till" && before == "from":
	case hyphen && (p.a[joint].Gap == p.a[joint+1].Gap):
	default:
		return moment{}, false
	}
	next := joint + 1
	if p.at(next) == "the" && numeral.IsFigure(p.a, next+1, 1, 2) && m.month > 0 {
		next++
	}
	if next >= len(p.a) {
		return moment{}, false
	}
	if m.day > 0 && m.month == 0 && m.weekday == 0 && m.nth == 0 && p.at(next) == "the" { // "from the 3rd to the 5th"
		if d, end := p.dayNumber(next + 1); d > m.day && numeral.IsFigure(p.a, next+1, 1, 2) && p.upos(end) != lang.NOUN {
			return moment{first: next, end: end, day: d}, true
		}
	}
	// "July 2-5", "April 9th through 17th"
	if m.day > 0 && m.month > 0 && m.weekday == 0 {
		if d, end := p.dayNumber(next); d > m.day && !p.unitBehind(end) {
			if month, _ := p.monthNear(end); month == 0 && !(p.at(end) == "of") {
				n := moment{first: next, end: end, month: m.month, day: d, year: m.year}
				if n.year == 0 {
					p.withYear(&n)
				}
				return n, true
			}
		}
	}
	if m.year > 0 && m.month == 0 && m.quarter == 0 && (hyphen || slash) && p.glued(next) && numeral.IsFigure(p.a, next, 2, 2) && (!p.glued(next+1) || p.a[next+1].Kind == numeral.Mark && !p.joined(next+1)) {
		if y := m.year/100*100 + numeral.Small(p.a, next); y > m.year && y < m.year+15 && (hyphen || y == m.year+1) {
			return moment{first: next, end: next + 1, year: y}, true
		}
	}
	if slash {
		return moment{}, false
	}
	n, ok := p.read(next)
	if !ok || n.typ != m.typ && !(n.typ == Date && m.typ == Date) || n.ref != "" && n.ref != "PRESENT_REF" || n.typ == Set || n.typ == Duration {
		return moment{}, false
	}
	if hyphen && m.weekday > 0 && n.weekday == 0 && m.month == 0 {
		return moment{}, false
	}
	return n, true
}

// moving reports whether a word of putting off stands shortly before atom i,
// so that "from May to June" tells two dates and no range.
func (p *parser) moving(i int) bool {
	for j := max(0, i-6); j < i; j++ {
		if putOff.Has(p.a[j].Low) {
			return true
		}
	}
	return false
}

// finishRange resolves both ends. What the second tells of the year and month
// holds for the first: "June to August 1992".
func (p *parser) finishRange(r *resolver, m, n moment, free int) (Time, int) {
	if m.year == 0 && n.year > 0 && (m.month > 0 && n.month > 0) && !m.shift.set {
		m.year, m.short = n.year, n.short
		if m.month > n.month {
			m.year--
		}
	}
	verb := p.tense(m.first)
	from := r.resolve(m, verb)
	p.place(&from, m.first, m.end)
	from.Core = from.Span
	if n.year == 0 && m.year > 0 && n.month > 0 && !n.shift.set {
		n.year, n.short = m.year, m.short
		if n.month < m.month {
			n.year++
		}
	}
	to := r.resolve(n, verb)
	if !from.Begin.IsZero() && !to.Begin.IsZero() && to.Begin.Before(from.Begin) && n.year == 0 {
		to = r.resolve(n, future)
		if to.Begin.Before(from.Begin) && n.month > 0 {
			if n.year = from.Begin.Year(); n.month <= m.month {
				n.year++
			}
			to = r.resolve(n, verb)
		}
	}
	for n.weekday > 0 && n.month == 0 && n.day == 0 && !from.Begin.IsZero() && !to.Begin.IsZero() && to.Begin.Before(from.Begin) { // "from next Monday to Friday"
		to.Begin, to.Stop = to.Begin.AddDate(0, 0, 7), to.Stop.AddDate(0, 0, 7)
		to.Value = to.Begin.Format("2006-01-02")
	}
	if m.time.set && n.time.set && from.undated() && to.undated() && !from.Begin.IsZero() && to.Begin.Before(from.Begin) { // "between 10 p.m. and 5 a.m."
		to.Begin, to.Stop = to.Begin.AddDate(0, 0, 1), to.Stop.AddDate(0, 0, 1)
		_, clock, _ := strings.Cut(to.Value, "T")
		to.Value = to.Begin.Format("2006-01-02") + "T" + clock
	}
	p.place(&to, n.first, n.end)
	to.Core = to.Span
	if from.Value == "PRESENT_REF" && r.known() {
		from.Begin, from.Stop = midnight(r.ref), midnight(r.ref).AddDate(0, 0, 1)
	}
	if to.Value == "PRESENT_REF" && r.known() {
		to.Begin, to.Stop = midnight(r.ref), midnight(r.ref).AddDate(0, 0, 1)
	}
	t := Time{Type: from.Type, Value: from.Value + "/" + to.Value, Symbol: from.Symbol + "/" + to.Symbol, Ends: []Time{from, to},
		Granularity: max(from.Granularity, to.Granularity), Relative: from.Relative || to.Relative, Misfit: from.Misfit || to.Misfit}
	if !from.Begin.IsZero() && !to.Stop.IsZero() && from.Begin.Before(to.Stop) {
		t.Begin, t.Stop = from.Begin, to.Stop
	}
	first := m.first
	if first-1 >= free && p.at(first-1) == "the" {
		first--
	}
	if first-1 >= free && (p.at(first-1) == "from" || p.at(first-1) == "between") {
		first--
	}
	p.place(&t, first, n.end)
	t.Core = t.Span
	return t, n.end
}
