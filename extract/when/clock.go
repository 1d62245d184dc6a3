package when

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// zones are abbreviations of time zones that follow a clock time.
var zones = lexicon.TimeWords.Words("time zones")

// hourJoints stand between minutes and the hour that they are told from.
var hourJoints = lexicon.TimeWords.Words("minutes before or after an hour")

// clock reads a time of day at atom i: "8 p.m.", "7:30", "5 p.m. EST", "noon",
// "half past seven", "eight o'clock". A bare hour counts only behind "at".
func (p *parser) clock(i int, behindAt bool) (c clock, end int, ok bool) {
	if i >= len(p.a) {
		return c, i, false
	}
	c.set = true
	switch word := p.at(i); {
	case word == "noon", word == "midday":
		c.hour, c.minutes = 12, true
		return c, i + 1, true
	case numeral.IsFigure(p.a, i, 4, 4):
		return p.military(i, behindAt)
	case word == "midnight":
		return c, i + 1, true
	case partsOfHour.Has(word):
		at := i
		if p.at(at) == "a" {
			at++
		}
		for _, row := range []struct {
			word    string
			minutes int
		}{{"half", 30}, {"quarter", 15}} {
			if p.at(at) == row.word && (p.at(at+1) == "past" || p.at(at+1) == "to" && row.minutes == 15) {
				h, ok := p.hour(at + 2)
				if !ok {
					return c, i, false
				}
				c.hour, c.minute, c.minutes, c.either = h, row.minutes, true, true
				if p.at(at+1) == "to" {
					c.hour, c.minute = before(h), 45
				}
				c, end, _ = p.meridiem(c, at+3)
				return c, end, true
			}
		}
		if h, ok := p.hour(at + 1); ok && behindAt && word == "half" && at == i && p.a[i+1].Kind == numeral.Word && p.pause(i+2) { // half nine
			c.hour, c.minute, c.minutes, c.either = h, 30, true, true
			return c, i + 2, true
		}
		return c, i, false
	}
	if c, end, ok := p.minutesFrom(i, behindAt); ok {
		return c, end, true
	}
	if p.glued(i) && p.a[i-1].Kind != numeral.Mark || p.glued(i) && (p.at(i-1) == "." || p.at(i-1) == "$" || p.at(i-1) == "," || p.at(i-1) == ":") {
		return c, i, false
	}
	h, ok := p.hour(i)
	if !ok {
		return c, i, false
	}
	c.hour, c.either = h, h > 0 && h <= 12
	end = i + 1
	figures := p.a[i].Kind == numeral.Figure
	switch {
	case figures && p.at(end) == ":" && p.glued(end) && p.glued(end+1) && numeral.IsFigure(p.a, end+1, 2, 2):
		c.minute, c.minutes, end = numeral.Small(p.a, end+1), true, end+2
		if p.at(end) == ":" && p.glued(end) && numeral.IsFigure(p.a, end+1, 2, 2) {
			c.second, c.seconds, end = numeral.Small(p.a, end+1), true, end+2
		}
		if c.minute > 59 || c.second > 59 || p.glued(end) && p.at(end) == ":" {
			return c, i, false
		}
		c, e, _ := p.meridiem(c, end)
		return c, e, true
	case figures && p.at(end) == "." && p.glued(end) && p.glued(end+1) && numeral.IsFigure(p.a, end+1, 2, 2):
		d := c
		d.minute, d.minutes = numeral.Small(p.a, end+1), true
		e, after, told := p.meridiem(d, end+2)
		if told && d.minute < 60 || behindAt && d.minute < 60 && !(p.at(end+2) == "%" || p.at(end+2) == "percent") {
			return e, after, true
		}
		return c, i, false
	case !figures && i+1 < len(p.a) && (p.a[end].Kind == numeral.Word || numeral.IsHyphen(p.a, end) && p.glued(end) && p.glued(end+1)):
		// "one thirty", "six forty-three", "five-thirty"
		if numeral.IsHyphen(p.a, end) {
			end++
		}
		if n, ok := numeral.Read(p.a, end); ok && n.Words && n.Form == numeral.Whole && n.Value >= 10 && n.Value < 60 && !n.Article && !n.Vague {
			d := c
			d.minute, d.minutes = int(n.Value), true
			e, after, told := p.meridiem(d, n.End)
			if told || behindAt {
				return e, after, true
			}
		}
	}
	d, e, told := p.meridiem(c, end)
	if told {
		return d, e, d.hour < 25
	}
	if behindAt && h > 0 && h <= 12 && p.pause(end) {
		return c, end, true
	}
	return c, i, false
}

// before is the hour before one of twelve.
func before(h int) int { return (h+10)%12 + 1 }

// minutesFrom reads "ten past nine", "twenty minutes to ten", "5 minutes before
// 6". A bare "to" needs an "at" before.
func (p *parser) minutesFrom(i int, behindAt bool) (c clock, end int, ok bool) {
	if !p.numbered(i) || p.glued(i) {
		return c, i, false
	}
	n, ok := numeral.Read(p.a, i)
	if !ok || n.Form != numeral.Whole || n.Vague || n.Article || n.Value < 1 || n.Value > 59 {
		return c, i, false
	}
	at := n.End
	told := minuteWords.Has(p.at(at))
	if told {
		at++
	}
	joint := p.at(at)
	if !hourJoints.Has(joint) || joint != "past" && !told && !(behindAt && joint == "to" && int(n.Value)%5 == 0) || (joint == "after" || joint == "before") && !told {
		return c, i, false
	}
	h, ok := p.hour(at + 1)
	if !ok || h < 1 || h > 12 || !told && !p.pause(at+2) || p.glued(at+2) && p.a[at+2].Kind != numeral.Mark || !told && p.at(at+1) == "one" && !p.pause(at+2) {
		return c, i, false
	}
	c = clock{set: true, hour: h, minute: int(n.Value), minutes: true, either: true}
	if joint == "to" || joint == "before" {
		c.hour, c.minute = before(h), 60-int(n.Value)
	}
	c, end, _ = p.meridiem(c, at+2)
	return c, end, true
}

// military reads "1415 GMT", "0630 hours": four figures with what says that
// they are a time.
func (p *parser) military(i int, behindAt bool) (c clock, end int, ok bool) {
	v := numeral.Small(p.a, i)
	c = clock{set: true, hour: v / 100, minute: v % 100, minutes: true}
	if c.hour > 24 || c.minute > 59 || p.glued(i) && p.a[i-1].Kind != numeral.Mark {
		return clock{set: true}, i, false
	}
	end = i + 1
	hours := p.at(end) == "hours" || p.at(end) == "hrs" || p.at(end) == "h" && p.glued(end)
	zone := p.zone(end)
	switch {
	case hours && (behindAt || p.a[i].Low[0] == '0' || hourWords.Has(p.at(i-1))):
		end++
		if z := p.zone(end); z > end {
			c.zone, end = p.at(end), z
		}
	case zone > end && p.at(end) != "local" && (!zoneWords.Has(p.at(end)) || p.allCapitals(end)):
		c.zone, end = p.at(end), zone
	case behindAt && p.a[i].Low[0] == '0' && p.pause(end):
	default:
		return clock{set: true}, i, false
	}
	return c, end, true
}

// Words of minutes and of zones.
var (
	minuteWords = lexicon.TimeWords.Words("minutes before an hour")
	zoneWords   = lexicon.TimeWords.Words("time zones that are words too")
	beforeTime  = lexicon.TimeWords.Words("between a zone and time")
)

// hourWords stand before a clock time in four figures.
var hourWords = lexicon.TimeWords.Words("before a part of the day that stands alone")

// zone returns the end of a time zone at atom i: "GMT", "Eastern Time"; i where
// there is none.
func (p *parser) zone(i int) (end int) {
	if p.phrase(i, "e", ".", "s", ".", "t") > 0 {
		end = p.phrase(i, "e", ".", "s", ".", "t")
		if p.at(end) == "." && p.glued(end) {
			end++
		}
		return end
	}
	if !zones.Has(p.at(i)) || len(p.at(i)) == 1 && !p.glued(i) {
		return i
	}
	long := len(p.at(i)) > 4
	if zoneWords.Has(p.at(i)) && !p.allCapitals(i) {
		return i
	}
	end = i + 1
	if beforeTime.Has(p.at(end)) && p.at(end+1) == "time" {
		end++
	}
	if strings.HasSuffix(p.at(end), "time") && p.a[end].Gap {
		return end + 1
	}
	if long && p.at(i) != "local" && end == i+1 && !p.capital(i) {
		return i
	}
	return end
}

// allCapitals reports whether the word at atom i is written in capitals.
func (p *parser) allCapitals(i int) bool {
	s := p.a[i].Span.In(p.t.Source)
	return strings.ToUpper(s) == s
}

// pause reports whether nothing at atom i goes on with a number before it.
func (p *parser) pause(i int) bool {
	if i >= len(p.a) {
		return true
	}
	if p.a[i].Kind == numeral.Mark {
		return !p.glued(i) || p.at(i) != "." && p.at(i) != "," && p.at(i) != "%" && p.at(i) != "-" && p.at(i) != "/" && p.at(i) != ":" || !p.glued(i+1)
	}
	return behindHour.Has(p.at(i))
}

// hour reads the number of an hour, in figures or words.
func (p *parser) hour(i int) (int, bool) {
	if numeral.IsFigure(p.a, i, 1, 2) {
		h := numeral.Small(p.a, i)
		return h, h <= 24
	}
	if i < len(p.a) && p.a[i].Kind == numeral.Word {
		n, ok := numeral.Read(p.a[:i+1], i)
		return int(n.Value), ok && n.Form == numeral.Whole && n.Value >= 1 && n.Value <= 12 && !n.Vague
	}
	return 0, false
}

// meridiem reads "a.m.", "pm", "o'clock" and a time zone behind an hour.
func (p *parser) meridiem(c clock, i int) (clock, int, bool) {
	told, end := false, i
	half := ""
	switch s := p.at(i); {
	case s == "am" || s == "pm":
		half, end = s, i+1
	case (s == "a" || s == "p") && p.at(i+1) == "." && p.at(i+2) == "m":
		half, end = s+"m", i+3
		if p.at(end) == "." && p.glued(end) == p.glued(i+1) {
			end++
		}
	case (s == "a" || s == "p") && p.at(i+1) == "m" && p.a[i+1].Gap:
		half, end = s+"m", i+2
	case s == "." && p.glued(i) && (p.at(i+1) == "am" || p.at(i+1) == "pm"):
		half, end = p.at(i+1), i+2
	case (s == "a" || s == "p") && p.glued(i) && (c.minutes || s == "p" || i+1 >= len(p.a) || p.a[i+1].Kind == numeral.Mark) && !(p.glued(i+1) && p.a[i+1].Kind != numeral.Mark):
		half, end = s+"m", i+1
	case s == "o" && p.at(i+1) == "'" && p.at(i+2) == "clock":
		told, end = true, i+3
	case s == "oclock":
		told, end = true, i+1
	case s == "noon" && c.hour == 12:
		half, end = "pm", i+1
	case s == "hours" && c.minutes, s == "hrs" && c.minutes:
		end, c.either = i+1, false
	}
	if half != "" {
		told, c.either = true, false
		if c.hour < 12 && half == "pm" {
			c.hour += 12
		} else if c.hour == 12 && half == "am" {
			c.hour = 0
		}
	}
	if c.hour > 12 {
		c.either = false
	}
	switch {
	case p.phrase(end, "in", "the", "morning") > 0:
		told, c.either, end = true, false, end+3
	case p.phrase(end, "in", "the", "afternoon") > 0, p.phrase(end, "in", "the", "evening") > 0, p.phrase(end, "at", "night") > 0:
		told, end = true, end+3
		if p.at(end-1) == "night" || p.at(end-3) == "at" {
			end = p.phrase(end-3, "at", "night")
			if end == 0 {
				end = i
			}
		}
		if c.hour < 12 && c.either {
			c.hour += 12
		}
		c.either = false
	}
	if told || c.minutes {
		if z := p.zone(end); z > end {
			c.zone, end = p.at(end), z
			if z == end+5 || c.zone == "e" {
				c.zone = "est"
			}
		}
	}
	return c, end, told
}

// ofDay reads a time of day on its own, and the day that follows it: "8 p.m.
// on Friday", "noon Thursday", "around 7:15 p.m.", "midnight".
func (p *parser) ofDay(i int) (moment, bool) {
	at, approximate := i, false
	if approximators.Has(p.at(at)) {
		approximate, at = true, at+1
	}
	c, end, ok := p.clock(at, p.at(i-1) == "at" || approximate && p.at(i-1) == "at")
	if !ok {
		return p.partAlone(i)
	}
	m := moment{typ: Clock, time: c, end: end}
	if approximate {
		m.modifier = Approximate
	}
	next := end
	if p.at(next) == "," {
		next++
	}
	if p.at(next) == "on" {
		next++
	}
	if next < len(p.a) {
		d, ok := p.day(next)
		if !ok {
			d, ok = p.adverb(next) // "tomorrow evening"
		}
		if ok && !d.time.set && d.typ != Set {
			if d.part == "AF" || d.part == "EV" || d.part == "NI" {
				if c.either && c.hour < 12 {
					c.hour += 12
				}
			}
			if d.part != "" {
				c.either = false
			}
			m = d
			m.first, m.time, m.typ, m.part = i, c, Clock, ""
			if approximate {
				m.modifier = Approximate
			}
		}
	}
	return m, true
}

// day reads a moment that is told to the day.
func (p *parser) day(i int) (moment, bool) {
	for _, reader := range []func(int) (moment, bool){p.calendar, p.adverb, p.demonstrative, p.holidays} {
		if m, ok := reader(i); ok && m.isDay() {
			return m, true
		}
	}
	return moment{}, false
}

// partAlone reads a part of the day without its day: "overnight", "the
// morning", "mid-afternoon".
func (p *parser) partAlone(i int) (moment, bool) {
	if p.at(i) == "overnight" && p.isWord(i) && !(p.upos(i) == lang.ADJ && p.upos(i+1) == lang.NOUN) {
		return p.partOfDay(moment{typ: Clock, part: "NI", end: i + 1, shift: shift{set: true, unit: Day, same: true}}), true
	}
	if alonePart.Has(p.at(i)) && p.isWord(i) && !(p.capital(i) && i > 0) && (beforeAlonePart.Has(p.at(i-1)) || p.weekdayBehind(i+1)) {
		return p.partOfDay(moment{typ: Clock, part: dayParts.Of(p.at(i)), end: i + 1, shift: shift{set: true, unit: Day, same: true}}), true
	}
	if m, ok := p.smallHours(i); ok {
		return m, true
	}
	at, mod := i, Plain
	switch p.at(at) {
	case "mid":
		mod, at = Mid, at+1
		if numeral.IsHyphen(p.a, at) {
			at++
		}
	case "early", "late":
		mod = Early
		if p.at(at) == "late" {
			mod = Late
		}
		at++
		if p.at(at) == "in" && p.at(at+1) == "the" {
			at += 2
		}
	case "the":
		at++
	default:
		return moment{}, false
	}
	part, ok := dayParts.Find(p.at(at))
	if !ok || strings.HasSuffix(p.at(at), "s") || p.at(at+1) == "of" && p.at(i) != "the" {
		return moment{}, false
	}
	m := p.partOfDay(moment{typ: Clock, part: part, end: at + 1, modifier: mod, shift: shift{set: true, unit: Day, same: true}})
	if p.at(at) == "night" && p.at(i) == "the" && m.end == at+1 {
		return moment{}, false
	}
	return m, true
}

// Parts of the day that need no article, and what stands before them.
var (
	alonePart       = lexicon.TimeWords.Words("parts of the day that stand alone")
	beforeAlonePart = lexicon.TimeWords.Words("before a part of the day that stands alone")
	smallHours      = lexicon.TimeWords.Words("hours before dawn")
)

// smallHours reads "the early hours of Sunday", "the small hours".
func (p *parser) smallHours(i int) (moment, bool) {
	at := i
	if p.at(at) == "the" {
		at++
	}
	if !smallHours.Has(p.at(at)) {
		return moment{}, false
	}
	end := at + 1
	if p.at(end) == "morning" {
		end++
	}
	if p.at(end) != "hours" || at == i && p.at(end+1) != "of" {
		return moment{}, false
	}
	return p.partOfDay(moment{typ: Clock, part: beforeDawn, end: end + 1, shift: shift{set: true, unit: Day, same: true}}), true
}

// weekdayBehind reports whether a weekday stands at atom i, perhaps behind "on".
func (p *parser) weekdayBehind(i int) bool {
	if p.at(i) == "on" {
		i++
	}
	return numeral.Weekday(p.at(i)) > 0
}

// partOfDay extends a part of the day by the day that it is of.
func (p *parser) partOfDay(m moment) moment {
	next := m.end
	_, near := adverbs.Find(p.at(next))
	if p.at(next) != "of" && p.at(next) != "on" && !near && numeral.Weekday(p.at(next)) == 0 {
		return m
	}
	if p.at(next) == "of" || p.at(next) == "on" {
		next++
	}
	if d, ok := p.day(next); ok && d.part == "" && !d.time.set && d.typ == Date {
		d.part, d.typ, d.modifier = m.part, Clock, m.modifier
		return d
	}
	return m
}
