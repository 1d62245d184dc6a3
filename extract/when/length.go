package when

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// lengthOf reads a stretch of time at atom i: "six months", "two hours and
// thirty minutes", "a year and a half", "an hour", "several weeks", "3h".
// A bare unit is one where its unit word stands first ("week", "months" many).
func (p *parser) lengthOf(i int) (l length, end int, ok bool) {
	for at := i; at < len(p.a); {
		next := at
		if len(l.parts) > 0 {
			if p.at(next) == "and" {
				next++
				if e := p.halfMore(next); e > 0 {
					l.parts[len(l.parts)-1].n += 0.5
					return l, e, true
				}
			} else if p.at(next) == "," {
				next++
			}
		}
		part, vague, e, ok := p.lengthPart(next)
		if !ok || len(l.parts) > 0 && (part.unit >= l.parts[len(l.parts)-1].unit || vague || e == next+1) {
			break
		}
		if part.n == 0 && !vague {
			break
		}
		if len(l.parts) == 0 {
			l.most = p.upperNumber(next, part)
		}
		l.parts, l.vague = append(l.parts, part), l.vague || vague
		at, end = e, e
	}
	return l, end, len(l.parts) > 0
}

// upperNumber is the second number of "two to three weeks", whose first part
// begins with atom i; 0 where there is none.
func (p *parser) upperNumber(i int, part lengthPart) float64 {
	n, ok := numeral.Read(p.a, i)
	if !ok || n.Vague || n.End+1 >= len(p.a) || p.at(n.End) != "to" && p.at(n.End) != "or" && !numeral.IsHyphen(p.a, n.End) {
		return 0
	}
	m, ok := numeral.Read(p.a, n.End+1)
	if !ok || m.Value <= n.Value || m.Form == numeral.Ordinal || n.Value == 0 {
		return 0
	}
	return m.Value * part.n / n.Value
}

// halfMore reads "a half" or "half" behind "and".
func (p *parser) halfMore(i int) (end int) {
	if p.at(i) == "a" {
		i++
	}
	if p.at(i) == "half" {
		return i + 1
	}
	return 0
}

// lengthPart reads one number with its unit.
func (p *parser) lengthPart(i int) (part lengthPart, vague bool, end int, ok bool) {
	if i >= len(p.a) {
		return part, false, i, false
	}
	n, at, vague, article := p.howMany(i)
	if at == i {
		return part, false, i, false
	}
	hyphen := false
	if numeral.IsHyphen(p.a, at) && p.glued(at) && p.glued(at+1) {
		hyphen, at = true, at+1
	}
	if p.glued(at) && p.a[at].Kind == numeral.Word && p.a[at-1].Kind == numeral.Figure {
		if u, ok := unitLetters.Find(p.at(at)); ok && !p.capital(at) || ok && (p.at(at) == "d" || p.at(at) == "y") && p.pause(at+1) {
			return lengthPart{u, n}, vague, at + 1, !p.glued(at+1) || p.a[at+1].Kind == numeral.Mark
		}
	}
	if !hyphen {
		for unitAdjectives.Has(p.at(at)) && unitWords.Of(p.at(at+1)).unit != Unknown && p.at(at) != "further" {
			at++
		}
	}
	u := unitWords.Of(p.at(at))
	switch {
	case u.unit == Unknown, !p.isWord(at):
		return part, false, i, false
	case p.at(at) == "second" && (article || n != 1 && !hyphen):
		return part, false, i, false
	case p.at(at) == "quarter" && (article && !hyphen || p.at(at-1) == "one" || n != float64(int(n))) || p.at(at) == "quarters" && (n == 3 || n == 1) && p.at(at+1) == "of",
		u.unit == Season:
		return part, false, i, false
	}
	if article && p.yearAgo(at) > 0 {
		return part, false, i, false
	}
	if article && u.plural { // "a months-long study"
		return lengthPart{u.unit, 0}, true, at + 1, true
	}
	if p.glued(at+1) && p.at(at+1) == "'" && p.at(at+2) == "s" && article && p.at(at+3) != "time" {
		return part, false, i, false
	}
	return lengthPart{u.unit, n * float64(u.times)}, vague, at + 1, true
}

// howMany reads the number of a stretch; end is i where there is none.
func (p *parser) howMany(i int) (n float64, end int, vague, article bool) {
	switch word := p.at(i); {
	case word == "a", word == "an":
		switch p.at(i + 1) {
		case "few":
			return 0, i + 2, true, false
		case "couple":
			end = i + 2
			if p.at(end) == "of" {
				end++
			}
			return 2, end, false, false
		case "half":
			return 0.5, i + 2, false, false
		case "good":
			return 0, i, false, false
		}
		if num, ok := numeral.Read(p.a, i); ok && num.Form != numeral.Ordinal && num.First == i && num.End > i+1 && !num.Vague {
			return num.Value, num.End, false, false
		}
		return 1, i + 1, false, true
	case word == "half":
		end = i + 1
		if p.at(end) == "a" || p.at(end) == "an" {
			end++
		}
		return 0.5, end, false, false
	case vagueNumbers.Has(word):
		return 0, i + 1, true, false
	case word == "couple":
		end = i + 1
		if p.at(end) == "of" {
			end++
		}
		return 2, end, false, false
	case word == "all":
		if u := unitWords.Of(p.at(i + 1)); u.unit >= Day && !u.plural && u.unit != Season {
			return 1, i + 1, false, false
		}
		return 0, i, false, false
	}
	if p.glued(i) && (p.a[i-1].Kind != numeral.Mark || p.at(i-1) == "." || p.at(i-1) == "$" || p.at(i-1) == "/" || p.at(i-1) == "-" && i > 1 && p.a[i-2].Kind == numeral.Figure && !p.a[i-1].Gap) {
		return 0, i, false, false
	}
	if _, _, ok := p.military(i, p.at(i-1) == "at"); ok && numeral.IsFigure(p.a, i, 4, 4) { // "at 1415 hours"
		return 0, i, false, false
	}
	num, ok := numeral.Read(p.a, i)
	if ok && num.Form == numeral.Fraction && p.at(num.End-1) == "quarters" && demonstratives.Of(p.at(i-1)) != 0 {
		num, ok = numeral.Read(p.a[:num.End-1], i) // "the next three quarters"
	}
	if !ok || num.Form == numeral.Ordinal || num.Form == numeral.Power || num.Vague || num.Value < 0 || num.Of > 0 {
		return 0, i, false, false
	}
	if num.Form == numeral.Whole && numeral.IsYear(p.a, i) && !num.Grouped && num.Value > 1500 {
		return 0, i, false, false
	}
	// "two to three weeks", "12 to 18 months"
	if (p.at(num.End) == "to" || p.at(num.End) == "or" || numeral.IsHyphen(p.a, num.End)) && num.End+1 < len(p.a) {
		if m, ok := numeral.Read(p.a, num.End+1); ok && m.Form != numeral.Ordinal && m.Value > num.Value && !m.Article && m.Value < 200 {
			at := m.End
			if numeral.IsHyphen(p.a, at) {
				at++
			}
			if unitWords.Of(p.at(at)).unit != Unknown {
				return num.Value, m.End, false, false
			}
		}
	}
	return num.Value, num.End, false, false
}

// stretch reads a duration on its own, with what bounds it: "at least 20 more
// years", "nearly two months", "two-year", "all day".
func (p *parser) stretch(i int) (moment, bool) {
	at, mod := i, Plain
	switch word := p.at(at); {
	case aboutLength.Has(word):
		at, mod = at+1, Approximate
	case word == "at":
		switch p.at(at + 1) {
		case "least":
			at, mod = at+2, AtLeast
		case "most":
			at, mod = at+2, AtMost
		}
	case comparatives.Has(word):
		if p.at(at+1) == "than" {
			at, mod = at+2, LessThan
			if word == "more" {
				mod = MoreThan
			}
		}
	case word == "up":
		if p.at(at+1) == "to" {
			at, mod = at+2, AtMost
		}
	case word == "no":
		if comparatives.Has(p.at(at+1)) && p.at(at+2) == "than" {
			mod = AtLeast
			if p.at(at+1) == "more" {
				mod = AtMost
			}
			at += 3
		}
	}
	if unit, ok := oneWordLengths.Find(p.at(at)); ok && at == i {
		return moment{typ: Duration, end: at + 1, length: length{parts: []lengthPart{{unit, 1}}}}, true
	}
	if p.at(at) == "the" && at > i {
		if n := demonstratives.Of(p.at(at + 1)); n != 0 {
			if m, ok := p.lastFew(i, at+2, n, p.at(at+1)); ok {
				return m, true
			}
		}
	}
	if u := unitWords.Of(p.at(at)); at == i && u.plural && (u.unit >= Day && u.unit != Weekend && u.unit != Season && u.unit != Quarter || p.at(at) == "hours" || p.at(at) == "minutes") && p.at(at) != "nights" {
		if beforeBareUnits.Has(p.at(i - 1)) {
			m := moment{typ: Duration, end: at + 1, length: length{parts: []lengthPart{{u.unit, 0}}, vague: true}}
			if p.at(m.end) == "or" && unitWords.Of(p.at(m.end+1)).plural {
				m.end += 2
			}
			return m, true
		}
		return moment{}, false
	}
	l, end, ok := p.lengthOf(at)
	if !ok {
		return moment{}, false
	}
	// an age is no duration: "75-year-old", "six months old"
	next := end
	if numeral.IsHyphen(p.a, next) {
		next++
	}
	if p.at(next) == "old" || p.at(next) == "olds" || p.phrase(next, "of", "age") > 0 {
		return moment{}, false
	}
	if article := p.at(at) == "a" || p.at(at) == "an"; article && end == at+2 {
		// "$40 a year", "once a week" repeat; "a day after the vote" is told from the vote
		if p.rate(at) {
			return moment{typ: Set, end: end, set: l.value(), freq: p.howOften(at)}, true
		}
	}
	if p.phrase(end, "or", "so") > 0 {
		mod, end = Approximate, end+2
	}
	return moment{typ: Duration, end: end, length: l, modifier: mod}, true
}

// howOften is how many times a set repeats in its unit: 2 before atom i of
// "twice a week"; 0 where that isn't told.
func (p *parser) howOften(i int) int {
	if n := frequencies.Of(p.at(i - 1)); n > 0 {
		return n
	}
	if p.at(i-1) != "times" || i < 2 {
		return 0
	}
	n, ok := numeral.Read(p.a[:i-1], i-2)
	if !ok || n.Form != numeral.Whole || n.Vague || n.Value > 1e6 {
		return 0
	}
	return int(n.Value)
}

var (
	frequencies = lexicon.TimeWords.Integers("how often")
	dayRepeats  = lexicon.TimeWords.Names("days that repeat")
)

// rate reports whether "a year" at atom i says how often, not how long.
func (p *parser) rate(i int) bool {
	if i == 0 {
		return false
	}
	prev := p.a[i-1]
	if prev.Kind == numeral.Figure {
		return true
	}
	if beforeRate.Has(prev.Low) {
		return true
	}
	n, ok := numeral.Read(p.a[:i], i-1)
	return ok && n.Form == numeral.Whole && prev.Kind == numeral.Word && !n.Vague && prev.Low != "one"
}

// oneWordLengths are adjectives of a length of one unit: "a weeklong strike".
var oneWordLengths = lexicon.TableOf(lexicon.TimeWords, "adjectives of a length in one word", func(fields []string) (Granularity, error) {
	return lexicon.Choice[Granularity](strings.Join(fields, "\t"), granularityNames)
})

// repeated reads a set: "every Friday", "each July", "daily", "Tuesday nights",
// "every two weeks", "Mondays".
func (p *parser) repeated(i int) (moment, bool) {
	s := p.at(i)
	if v := dayRepeats.Of(s); v != "" && p.isWord(i) {
		return moment{typ: Set, set: v, end: i + 1}, true
	}
	modifies := p.upos(i) == lang.ADJ && (p.upos(i+1) == lang.NOUN || p.upos(i+1) == lang.ADJ || p.upos(i+1) == lang.PROPN)
	if v, ok := repeats.Find(s); ok && p.isWord(i) && !modifies && p.upos(i) != lang.NOUN && p.upos(i) != lang.PROPN && !(numeral.IsHyphen(p.a, i+1) && p.glued(i+1)) {
		if p.capital(i) && i > 0 && p.capitals() { // "the Daily News"
			return moment{}, false
		}
		return moment{typ: Set, set: v, end: i + 1}, true
	}
	if n := pluralWeekday(s); n > 0 {
		m := moment{typ: Set, weekday: n, end: i + 1}
		p.dayTime(&m)
		m.typ = Set
		return m, true
	}
	if !setDeterminers.Has(s) {
		return moment{}, false
	}
	at, times := i+1, 1.0
	if p.at(at) == "other" || p.at(at) == "second" && unitWords.Of(p.at(at+1)).unit >= Day {
		at, times = at+1, 2
	} else if s == "every" && at < len(p.a) { // "every third year"
		if n, ok := numeral.Read(p.a, at); ok && n.Form == numeral.Ordinal && n.Value > 2 && n.Value <= 12 && n.End < len(p.a) && !unitWords.Of(p.at(n.End)).plural && unitWords.Of(p.at(n.End)).unit >= Day {
			at, times = n.End, n.Value
		}
	}
	if p.at(at) == "single" {
		at++
	}
	if day, end := p.weekdayName(at); day > 0 {
		m := moment{typ: Set, weekday: day, end: end}
		p.dayTime(&m)
		m.typ = Set
		return m, true
	}
	if month, end := p.month(at); month > 0 {
		return moment{typ: Set, month: month, end: end}, true
	}
	if code, ok := seasons.Find(p.at(at)); ok {
		return moment{typ: Set, season: code, end: at + 1}, true
	}
	if part, ok := dayParts.Find(p.at(at)); ok {
		return moment{typ: Set, set: "XXXX-XX-XXT" + part, end: at + 1}, true
	}
	if u := unitWords.Of(p.at(at)); u.unit != Unknown && !u.plural && p.at(at) != "second" && u.unit != Season {
		m := moment{typ: Set, set: length{parts: []lengthPart{{u.unit, times * float64(u.times)}}}.value(), end: at + 1}
		return m, s != "any" || u.unit >= Day
	}
	if l, end, ok := p.lengthOf(at); ok && !l.vague && times == 1 {
		return moment{typ: Set, set: l.value(), end: end}, true
	}
	return moment{}, false
}

func pluralWeekday(s string) int {
	if !strings.HasSuffix(s, "days") {
		return 0
	}
	return numeral.Weekday(strings.TrimSuffix(s, "s"))
}

// edged reads a moment with the part of it that is meant: "late February",
// "mid-1990s", "the end of 1990", "earlier this year", "year-end".
func (p *parser) edged(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" || p.at(at) == "very" {
		at++
	}
	mod := Plain
	of := false
	switch word := p.at(at); {
	case word == "early":
		mod = Early
	case word == "earlier":
		mod = Early
	case word == "late", word == "later":
		mod = Late
	case word == "mid":
		mod = Mid
	case beginnings.Has(word):
		mod, of = Early, true
	case word == "middle":
		mod, of = Mid, true
	case word == "end", word == "close":
		mod, of = Late, true
	case word == "year":
		end := at + 1
		if numeral.IsHyphen(p.a, end) {
			end++
		} else if p.at(end) == "'" && p.at(end+1) == "s" {
			end += 2
		}
		if p.at(end) == "end" {
			return moment{end: end + 1, month: 12, day: 31, modifier: Late}, true
		}
		return moment{}, false
	default:
		return moment{}, false
	}
	next := at + 1
	switch {
	case of:
		if p.at(next) != "of" {
			return moment{}, false
		}
		next++
		if u := unitWords.Of(p.at(next)); mod == Late && u.unit >= Day && !u.plural && u.times == 1 && u.unit != Season && p.at(next) != "night" { // "by end of month"
			return moment{end: next + 1, modifier: mod, shift: shift{set: true, unit: u.unit}}, true
		}
	case mod == Mid && numeral.IsHyphen(p.a, next):
		next++
	case p.at(next) == "on" || p.at(next) == "in":
		if (earlyLate.Has(p.at(at))) && (p.at(next+1) == "the" || p.monthAt(next+1)) {
			next++
		} else if p.at(next) == "on" {
			next++
		}
	}
	if next >= len(p.a) {
		return moment{}, false
	}
	for _, reader := range []func(int) (moment, bool){p.calendar, p.demonstrative, p.adverb, p.holidays} {
		m, ok := reader(next)
		if !ok || m.typ == Duration && !m.shift.set || m.typ == Set || m.ref != "" {
			continue
		}
		if m.modifier == Plain {
			m.modifier = mod
		}
		if of && m.isDay() && mod == Mid {
			return moment{}, false
		}
		return m, true
	}
	return moment{}, false
}

// monthAt reports whether a month stands at atom i.
func (p *parser) monthAt(i int) bool {
	m, _ := p.month(i)
	return m > 0
}
