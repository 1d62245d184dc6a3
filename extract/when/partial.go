package when

import (
	"strconv"
	"strings"
)

// partial is what the text tells of a time whose date isn't known in full;
// fields are 0 where it doesn't.
type partial struct {
	year, month, day, weekday int
	season                    string
	clock                     bool
	from, to                  int    // minutes of the day, to excluded
	symbol                    string // of what has no such fields: "last week"
}

// partial takes the value apart. A day that was guessed for a clock time counts
// only where known is asked for.
func (t *Time) partial(known bool) partial {
	value := t.Value
	if t.undated() && !known {
		value = t.Symbol
	}
	var p partial
	date, clock, timed := strings.Cut(value, "T")
	if strings.HasPrefix(value, "THIS") || strings.Contains(value, " ") || strings.Contains(value, "/") {
		p.symbol = value
		return p
	}
	if timed {
		p.from, p.to, p.clock = minutesOf(clock)
		p.from, p.to = p.from-t.ahead, p.to-t.ahead
		if !p.clock {
			p.symbol = value
		}
	}
	switch {
	case date == "" || date == "XXXX-XX-XX":
	case strings.HasPrefix(date, "XXXX-WXX-"):
		p.weekday = number(date[len("XXXX-WXX-"):])
	case len(date) == len("2022-07-29") && date[5] != 'W':
		p.year, p.month, p.day = number(date[:4]), number(date[5:7]), number(date[8:])
		if p.year > 0 && p.month > 0 && p.day > 0 {
			p.weekday = weekdayOf(day(p.year, p.month, p.day))
		}
	case len(date) == len("2022-07"):
		p.year, p.month = number(date[:4]), number(date[5:])
		if p.month == 0 {
			p.season = date[5:]
		}
	case len(date) == len("2022") && number(date) > 0:
		p.year = number(date)
	default:
		p.symbol = value
	}
	return p
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// minutesOf is the stretch of the day of "14", "14:15", "14:15:30" or "MO".
func minutesOf(clock string) (from, to int, ok bool) {
	if hours, ok := partHours[clock]; ok {
		return 60 * hours[0], 60 * hours[1], true
	}
	if len(clock) < 2 || number(clock[:2]) == 0 && clock[:2] != "00" {
		return 0, 0, false
	}
	from = 60 * number(clock[:2])
	if len(clock) < len("14:15") {
		return from, from + 60, true
	}
	from += number(clock[3:5])
	return from, from + 1, true
}

// relatePartial compares what is told of two times of which either lacks its date.
func relatePartial(a, b *Time) (Fit, Why) {
	known := a.Type != b.Type // a clock time against a day
	fit, why := a.partial(known).relate(b.partial(known))
	if known && a.undated() != b.undated() && fit == Apart {
		return NotComparable, ByUnknown
	}
	return bend(fit, why, a, b)
}

func (p partial) relate(o partial) (Fit, Why) {
	if p.symbol != "" || o.symbol != "" {
		if p == o {
			return Equal, None
		}
		return NotComparable, ByUnknown
	}
	fit, common := Equal, false
	add := func(f Fit) {
		switch {
		case f == Apart || fit == Apart:
			fit = Apart
		case fit == Equal:
			fit = f
		case f != Equal && f != fit:
			fit = Overlaps
		}
	}
	known := func(x, y bool, same bool) {
		common = common || x && y
		switch {
		case x && y && !same:
			add(Apart)
		case x && !y:
			add(Narrower)
		case y && !x:
			add(Broader)
		}
	}
	known(p.year > 0, o.year > 0, p.year == o.year)
	known(p.month > 0, o.month > 0, p.month == o.month)
	known(p.day > 0, o.day > 0, p.day == o.day)
	known(p.weekday > 0, o.weekday > 0, p.weekday == o.weekday)
	known(p.season != "", o.season != "", p.season == o.season)
	if p.clock && o.clock {
		common = true
		switch {
		case (p.from-o.from)%1440 == 0 && p.to-p.from == o.to-o.from:
		case meets(p, o, 0), meets(p, o, 1440), meets(p, o, -1440):
			switch {
			case p.from >= o.from && p.to <= o.to:
				add(Narrower)
			case o.from >= p.from && o.to <= p.to:
				add(Broader)
			default:
				add(Overlaps)
			}
		default:
			add(Apart)
		}
	} else {
		known(p.clock, o.clock, true)
	}
	switch {
	case !common && p != o:
		return NotComparable, ByUnknown
	case fit == Equal:
		return Equal, None
	case fit == Apart:
		return Apart, ByValue
	}
	return fit, ByGranularity
}

// meets reports whether two stretches of the day have a minute in common, one
// of them some minutes later.
func meets(p, o partial, later int) bool { return p.from < o.to+later && o.from+later < p.to }

// bend adds to how two times fit how their modifiers do.
func bend(fit Fit, why Why, a, b *Time) (Fit, Why) {
	if a.Modifier == b.Modifier {
		if fit == Apart && (a.Modifier == Before || a.Modifier == After) {
			return Overlaps, ByModifier
		}
		return fit, why
	}
	if fit == NotComparable {
		return fit, why
	}
	limits := func(m Modifier) bool { return m == Before || m == After || m == Since || m == Until }
	excludes := func(m Modifier) bool { return m == Before || m == After }
	one := a.Modifier == Plain || b.Modifier == Plain
	switch {
	case fit == Apart && (limits(a.Modifier) || limits(b.Modifier) || a.Modifier == Approximate || b.Modifier == Approximate):
		return Overlaps, ByModifier
	case fit == Apart:
		return fit, why
	case fit == Equal && one && (excludes(a.Modifier) || excludes(b.Modifier)), fit == Equal && opposed(a.Modifier, b.Modifier),
		fit == Equal && excludes(a.Modifier) && excludes(b.Modifier):
		return Apart, ByModifier
	case fit == Equal && one:
		bent := max(a.Modifier, b.Modifier)
		if (bent == Early || bent == Mid || bent == Late) == (b.Modifier == Plain) {
			return Narrower, ByModifier
		}
		return Broader, ByModifier
	}
	return Overlaps, ByModifier
}
