package when

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// calendar reads dates and their parts by the calendar, and what may follow
// them: a year, a part of the day, a clock time.
func (p *parser) calendar(i int) (moment, bool) {
	var best moment
	for _, reader := range []func(int) (moment, bool){
		p.weekdayDate, p.monthDate, p.dayMonth, p.numeric, p.yearAlone, p.decadeOf, p.centuryOf, p.quarterOf, p.seasonOf, p.weekOf,
	} {
		if m, ok := reader(i); ok && m.end > best.end {
			best = m
		}
	}
	if best.end == 0 {
		return best, false
	}
	best.first = i
	p.extend(&best)
	return best, true
}

// month reads a month's name or abbreviation at atom i. Months that are other
// words too must be told as months by what stands around them.
func (p *parser) month(i int) (month, end int) {
	s := p.at(i)
	month = numeral.Month(s)
	if month == 0 || !p.isWord(i) || p.glued(i+1) && p.a[i+1].Kind == numeral.Word {
		return 0, i
	}
	end = i + 1
	numbered := numeral.IsFigure(p.a, end, 1, 4) || p.at(end) == "," && numeral.IsYear(p.a, end+1) || p.at(end) == "." && numeral.IsFigure(p.a, end+1, 1, 4)
	short := len(s) <= 4 && !shortNames.Has(s)
	switch {
	case short:
		dated := numbered || numeral.IsFigure(p.a, i-1, 1, 2) || p.at(i-1) == "of" || p.at(i-1) == "-" || p.at(i-1) == "/" || p.joined(end)
		if !dated && !(p.monthCue(i) && p.capital(i) && s != "mar" && s != "jan") && !(p.monthCue(i) && !p.capitals()) {
			return 0, i
		}
		if p.at(end) == "." && p.glued(end) {
			end++
		}
	case s == "may" && p.upos(i) == lang.AUX:
		return 0, i
	case s == "may", s == "march":
		ordinal := false
		if end < len(p.a) {
			n, ok := numeral.Read(p.a, end)
			ordinal = ok && n.Form == numeral.Ordinal
		}
		if !numbered && !ordinal && !p.monthCue(i) && !(numeral.IsFigure(p.a, i-1, 1, 2) && p.capital(i)) && !(p.capital(i) && (p.joined(end) || p.at(end) == ",")) ||
			!p.capital(i) && p.capitals() {
			return 0, i
		}
		if !p.capital(i) && numbered && !numeral.IsFigure(p.a, end, 1, 2) {
			return 0, i
		}
	case s == "august" && !p.capital(i) && p.capitals():
		return 0, i
	}
	return month, end
}

// joined reports whether atom i is a hyphen or a slash with something glued to it.
func (p *parser) joined(i int) bool {
	return (numeral.IsHyphen(p.a, i) || p.at(i) == "/") && p.glued(i) && p.glued(i+1)
}

// monthCue reports whether the word before atom i asks for a time.
func (p *parser) monthCue(i int) bool {
	switch word := p.at(i - 1); {
	case beforeMonth.Has(word):
		return p.at(i-1) != "to" || p.at(i-3) == "from"
	case word == "and":
		return numeral.Month(p.at(i-2)) > 0
	}
	return false
}

// capitals reports whether the sentence has a word with a capital letter beyond its first.
func (p *parser) capitals() bool {
	for i := 1; i < len(p.a); i++ {
		if p.a[i].Kind == numeral.Word && p.capital(i) && p.a[i].Low != "i" {
			return true
		}
	}
	return false
}

// weekdayName reads a weekday's name or abbreviation at atom i.
func (p *parser) weekdayName(i int) (day, end int) {
	s := p.at(i)
	day = numeral.Weekday(s)
	if day == 0 || !p.isWord(i) || p.glued(i+1) && p.a[i+1].Kind == numeral.Word {
		return 0, i
	}
	end = i + 1
	if len(s) <= 5 && !strings.HasSuffix(s, "day") {
		m, _ := p.monthNear(end)
		switch {
		case doubtfulWeekdays.Has(s):
			dotted := p.at(end) == "." && p.glued(end)
			if m == 0 && !dotted && !numeral.IsFigure(p.a, end, 1, 2) && p.at(i-1) != "on" {
				return 0, i
			}
			if !p.capital(i) && p.capitals() {
				return 0, i
			}
		case shortWeekdays.Has(s):
			if !p.capital(i) && m == 0 && p.capitals() {
				return 0, i
			}
		}
		if p.at(end) == "." && p.glued(end) && end+1 < len(p.a) {
			end++
		}
	}
	return day, end
}

// monthNear is the month at atom i or behind a comma, hyphen or bracket there.
func (p *parser) monthNear(i int) (month, end int) {
	switch p.at(i) {
	case ",", "-", "(", ".":
		i++
	}
	return p.month(i)
}

// weekdayDate reads "Friday", "Friday, Oct. 13", "Monday the 27th", "Friday 5/12".
func (p *parser) weekdayDate(i int) (moment, bool) {
	day, end := p.weekdayName(i)
	if day == 0 {
		return moment{}, false
	}
	m := moment{end: end, weekday: day}
	next, bracket := end, false
	switch p.at(next) {
	case ",", "-", "–":
		next++
	case "(":
		next, bracket = next+1, true
	}
	if next < len(p.a) {
		for _, reader := range []func(int) (moment, bool){p.monthDate, p.dayMonth, p.numeric} {
			d, ok := reader(next)
			if !ok || d.day == 0 || d.end <= m.end {
				continue
			}
			if bracket {
				if p.at(d.end) != ")" {
					continue
				}
				d.end++
			}
			d.weekday = day
			m = d
		}
	}
	if m.day > 0 {
		return m, true
	}
	// "Monday the 27th", "Wed 13th", "Friday 31"
	if p.at(end) == "the" {
		end++
	}
	if d, e := p.dayNumber(end); d > 0 && end == e-1 && (p.at(end-1) == "the" || !p.unitBehind(e)) || d > 0 && e > end+1 {
		if !(numeral.IsFigure(p.a, end, 1, 2) && e == end+1) || p.at(end-1) == "the" || e >= len(p.a) || p.a[e].Kind == numeral.Mark && p.at(e) != ":" && !p.joined(e) && p.at(e) != "." && p.at(e) != "%" {
			m.day, m.end = d, e
		}
	}
	return m, true
}

// unitBehind reports whether atom i goes on with a noun or a clock time, so
// that a number before it is no day.
func (p *parser) unitBehind(i int) bool {
	if behindNoDay.Has(p.at(i)) {
		return true
	}
	return i < len(p.a) && p.a[i].Kind == numeral.Word && p.upos(i) == lang.NOUN
}

// dayNumber reads a day of the month: "13", "13th", "the thirteenth".
func (p *parser) dayNumber(i int) (day, end int) {
	if i >= len(p.a) {
		return 0, i
	}
	if numeral.IsFigure(p.a, i, 1, 2) {
		d := numeral.Small(p.a, i)
		if d < 1 || d > 31 {
			return 0, i
		}
		end = i + 1
		switch {
		case p.glued(end) && ordinalEndings.Has(p.at(end)):
			end++
		case p.glued(end) && p.a[end].Kind == numeral.Word,
			p.glued(end) && p.at(end) == "/" && p.glued(end+1) && numeral.Month(p.at(end+1)) == 0,
			p.glued(end) && (p.at(end) == "," || p.at(end) == ".") && p.glued(end+1) && p.a[end+1].Kind == numeral.Figure && len(p.a[end+1].Low) != 4:
			return 0, i
		}
		return d, end
	}
	if p.a[i].Kind != numeral.Word {
		return 0, i
	}
	n, ok := numeral.Read(p.a, i)
	if !ok || !n.Words || n.Article || n.Value < 1 || n.Value > 31 || n.Form != numeral.Ordinal && n.Form != numeral.Whole {
		return 0, i
	}
	return int(n.Value), n.End
}

// yearNumber reads a year behind a month or a season: "2022", "'87", "nineteen ninety-six".
func (p *parser) yearNumber(i int) (year, end int, short bool) {
	switch {
	case numeral.IsYear(p.a, i) && !(p.glued(i+1) && p.a[i+1].Kind != numeral.Mark) && !(p.at(i+1) == "," && p.glued(i+1) && p.glued(i+2) && p.a[i+2].Kind == numeral.Figure) && !(p.at(i+1) == ":" && p.glued(i+1)):
		return numeral.Small(p.a, i), i + 1, false
	case p.at(i) == "'" && p.glued(i+1) && numeral.IsFigure(p.a, i+1, 2, 2):
		return numeral.Small(p.a, i+1), i + 2, true
	case i < len(p.a) && p.a[i].Kind == numeral.Word:
		if y, end := numeral.YearInWords(p.a, i); end > i {
			return y, end, false
		}
		if n, ok := numeral.Read(p.a, i); ok && n.Words && n.Form == numeral.Whole && n.Value >= 1900 && n.Value < 2100 && !n.Vague {
			return int(n.Value), n.End, false
		}
	}
	return 0, i, false
}

// withYear extends m by the year that follows: "July 29, 2022", "June of 1992",
// "April in 2016".
func (p *parser) withYear(m *moment) {
	next := m.end
	switch p.at(next) {
	case ",", "of", "in", "-", "/", ".":
		next++
	}
	if p.at(next) == "the" && p.at(next+1) == "year" {
		next += 2
	}
	y, end, short := p.yearNumber(next)
	if end == next && m.day == 0 && p.at(m.end) == "of" && numeral.IsFigure(p.a, next, 2, 2) {
		y, end, short = numeral.Small(p.a, next), next+1, true
	}
	if end == next && m.day > 0 && p.joined(m.end) && p.joined(m.end-2) && numeral.IsFigure(p.a, next, 2, 2) && !p.joined(next+1) { // "19-Nov-12"
		y, end, short = numeral.Small(p.a, next), next+1, true
	}
	if end == next || next > m.end && (p.at(next-1) == "-" || p.at(next-1) == "/") && !p.joined(next-1) {
		return
	}
	m.year, m.end, m.short = y, end, short
}

// monthDate reads "July 29, 2022", "Aug. 7", "March fifteenth", "June 1992", "September".
func (p *parser) monthDate(i int) (moment, bool) {
	month, end := p.month(i)
	if month == 0 {
		return moment{}, false
	}
	m := moment{end: end, month: month}
	next := end
	switch {
	case p.at(next) == "the":
		next++
	case p.at(next) == "," || p.joined(next):
		next++
	}
	if _, e := numeral.YearInWords(p.a, min(next, len(p.a)-1)); next < len(p.a) && e > next {
		p.withYear(&m)
		return m, true
	}
	if day, e := p.dayNumber(next); day > 0 && !(next > end && p.at(end) == "," && e == next+1) && !(p.glued(e) && p.at(e) == ":") && !(numeral.Small(p.a, next) > 31) {
		m.day, m.end = day, e
		p.withYear(&m)
		if m.year == 0 && numeral.IsFigure(p.a, m.end, 2, 2) && p.a[m.end].Gap && e > next && p.a[next].Kind == numeral.Word && m.end+1 < len(p.a) && p.at(m.end+1) != ":" {
			m.year, m.short, m.end = numeral.Small(p.a, m.end), true, m.end+1
		}
		return m, true
	}
	// "September-2020-23"
	p.withYear(&m)
	if m.year > 0 && p.joined(m.end) {
		if d := numeral.Small(p.a, m.end+1); d >= 1 && d <= 31 && p.at(end) == "-" {
			m.day, m.end = d, m.end+2
		}
	}
	return m, true
}

// dayMonth reads "29 July 2022", "the 4th of July", "fourth of July, 1995", "05-Aug-2016".
func (p *parser) dayMonth(i int) (moment, bool) {
	start := i
	if p.at(i) == "the" {
		i++
	}
	if i >= len(p.a) || numeral.IsFigure(p.a, i, 1, 2) && p.glued(i) && p.a[i-1].Kind != numeral.Mark {
		return moment{}, false
	}
	if p.glued(i) && (p.at(i-1) == "." || p.at(i-1) == "," || p.at(i-1) == "/" || p.at(i-1) == "$") {
		return moment{}, false
	}
	day, end := p.dayNumber(i)
	if day == 0 {
		return moment{}, false
	}
	if p.at(end) == "day" && i > start {
		end++
	}
	switch {
	case p.at(end) == "of":
		end++
		if p.at(end) == "the" {
			end++
		}
	case p.joined(end):
		end++
	case p.a[i].Kind == numeral.Word && !numeral.IsFigure(p.a, end-1, 1, 2) && i == start && p.at(end) != "of" && !p.ordinalWord(i, end) && p.upos(end) == lang.VERB:
		return moment{}, false
	}
	month, e := p.month(end)
	if month == 0 {
		return moment{}, false
	}
	m := moment{end: e, month: month, day: day}
	if p.at(m.end) == "of" || p.at(m.end) == "in" || p.at(m.end) == "," || p.joined(m.end) || m.end < len(p.a) {
		p.withYear(&m)
	}
	return m, true
}

func (p *parser) ordinalWord(i, end int) bool {
	n, ok := numeral.Read(p.a, i)
	return ok && n.End == end && n.Form == numeral.Ordinal
}

// yearAlone reads a year that nothing says to be anything else: "2016", "fiscal
// 1989", "the year 2000", "nineteen ninety-six".
func (p *parser) yearAlone(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	fiscal := false
	named := false
	switch {
	case fiscalYears.Has(p.at(at)) && p.at(at+1) == "year":
		fiscal, at, named = true, at+2, true
	case p.at(at) == "fy" && numeral.IsFigure(p.a, at+1, 2, 2):
		return moment{end: at + 2, year: numeral.Small(p.a, at+1), short: true, fiscal: true}, true
	case p.at(at) == "fiscal", p.at(at) == "fy":
		fiscal, at, named = true, at+1, true
	case (p.at(at) == "school" || p.at(at) == "calendar") && p.at(at+1) == "year":
		at, named = at+2, true
	case p.at(at) == "year":
		at, named = at+1, true
		if p.at(at) == "of" {
			at++
		}
	}
	if at > i && !named {
		return moment{}, false
	}
	year, end, short := p.yearNumber(at)
	if end == at || short {
		return moment{}, false
	}
	m := moment{end: end, year: year, fiscal: fiscal}
	if named {
		return m, true
	}
	if p.a[at].Kind == numeral.Word {
		if beforeYearInWords.Has(p.at(i - 1)) {
			return m, true
		}
		_, e := numeral.YearInWords(p.a, at)
		return m, e > at && year >= 1700 && year < 2100 && !p.counts(end)
	}
	return m, p.plausibleYear(i, end, year)
}

// plausibleYear reports whether four figures on their own are a year.
func (p *parser) plausibleYear(i, end, year int) bool {
	if p.glued(i) {
		switch prev := p.at(i - 1); {
		case p.a[i-1].Kind == numeral.Word, prev == "$", prev == "£", prev == "€", prev == ".", prev == ",", prev == ":", prev == "#", prev == "_", prev == "@", prev == "+":
			return false
		case prev == "-" || prev == "/" || prev == "–":
			if i < 2 || !(numeral.IsYear(p.a, i-2) || p.a[i-2].Kind == numeral.Word) || p.glued(i-2) && p.a[i-3].Kind != numeral.Word && p.at(i-3) != "(" {
				return false
			}
		}
	}
	if p.glued(end) && p.at(end) != "'" {
		switch next := p.at(end); {
		case p.a[end].Kind == numeral.Word, next == "%", next == ":", next == "°":
			return false
		case (next == "." || next == ",") && p.glued(end+1) && p.a[end+1].Kind == numeral.Figure:
			return false
		case next == "-" || next == "/":
			if p.glued(end+1) && p.a[end+1].Kind == numeral.Figure && !numeral.IsYear(p.a, end+1) && len(p.a[end+1].Low) != 2 {
				return false
			}
		}
	}
	switch word := p.at(i - 1); {
	case word == "than" && (p.at(i-2) == "later" || p.at(i-2) == "earlier"):
	case beforeBareYear.Has(word):
		return year >= 1000 && !(p.counts(end) && (year%100 == 0 || year < 1500))
	case beforeNoYear.Has(word):
		return false
	}
	if p.counts(end) && (year < 1900 || year%50 == 0) {
		return false
	}
	return year >= 1800 && year < 2100 && p.at(end) != "percent" && !countedNouns.Has(p.at(end))
}

// counts reports whether a plural noun stands at atom i.
func (p *parser) counts(i int) bool {
	if i >= len(p.a) || p.a[i].Kind != numeral.Word {
		return false
	}
	if p.upos(i) == lang.NOUN && p.t.Tokens[p.a[i].Token].Feats.Number == lang.NumberPlur {
		return true
	}
	return countedNouns.Has(p.at(i))
}

// decadeOf reads "the 1990s", "'90s", "1990's", "the nineties".
func (p *parser) decadeOf(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	if w, ok := decadeWords.Find(p.at(at)); ok && (at > i || beforeDecade.Has(p.at(i-1)) || p.at(i-2) == "mid") {
		return moment{end: at + 1, decade: w, short: true}, true
	}
	apostrophe := p.at(at) == "'" && p.glued(at+1)
	if apostrophe {
		at++
	}
	if !numeral.IsFigure(p.a, at, 2, 4) || len(p.a[at].Low) == 3 || !strings.HasSuffix(p.a[at].Low, "0") || len(p.a[at].Low) == 4 && apostrophe {
		return moment{}, false
	}
	end := at + 1
	if p.at(end) == "'" && p.glued(end) {
		end++
	}
	if p.at(end) != "s" || !p.glued(end) && !(end == at+1 && p.at(i-1) == "in") {
		return moment{}, false
	}
	v := numeral.Small(p.a, at)
	if len(p.a[at].Low) == 4 {
		return moment{end: end + 1, decade: v / 10}, v >= 1000 && v < 2200
	}
	if !apostrophe && p.at(at-1) != "the" && p.at(i-1) != "in" || p.at(i-1) == "his" {
		return moment{}, false
	}
	return moment{end: end + 1, decade: v / 10, short: true}, true
}

var decadeWords = lexicon.TimeWords.Integers("decades")

// centuryOf reads "the 20th century", "the nineteenth-century".
func (p *parser) centuryOf(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	if at >= len(p.a) {
		return moment{}, false
	}
	n, ok := numeral.Read(p.a, at)
	if !ok || n.Form != numeral.Ordinal || n.Value > 30 {
		return moment{}, false
	}
	end := n.End
	if numeral.IsHyphen(p.a, end) {
		end++
	}
	before := beforeChrist.Has(p.at(end+1)) || p.phrase(end+1, "b", ".", "c") > 0
	return moment{end: end + 1, century: int(n.Value)}, p.at(end) == "century" && !before
}
