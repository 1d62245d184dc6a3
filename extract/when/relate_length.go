package when

import (
	"math"
	"strconv"
	"strings"
)

// lengthRange is a length of time in days, and in months where it is told so.
type lengthRange struct {
	least, most float64
	months      bool
	vague       bool
	ok          bool
}

// daysIn are the days of a unit of TIMEX3's durations. Months and years have
// the calendar's mean.
var daysIn = map[byte]float64{'D': 1, 'W': 7, 'M': 365.25 / 12, 'Y': 365.25, 'E': 3652.5, 'C': 36525}

// clockDaysIn are the days of a unit behind the T.
var clockDaysIn = map[byte]float64{'H': 1. / 24, 'M': 1. / 1440, 'S': 1. / 86400}

// mostVague is how many of a unit "several weeks" may be before the text would
// name a longer unit.
var mostVague = map[byte]float64{'H': 48, 'D': 31, 'W': 26, 'M': 24, 'S': 120}

// lengthValue reads "P6M", "PT2H30M", "PXW".
func lengthValue(value string) (l lengthRange) {
	rest, ok := strings.CutPrefix(value, "P")
	if !ok {
		return lengthRange{}
	}
	units, number := daysIn, ""
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c == 'T':
			units = clockDaysIn
		case c >= '0' && c <= '9', c == '.', c == 'X':
			number += string(c)
		default:
			if number == "" || units[c] == 0 {
				return lengthRange{}
			}
			days := units[c]
			if number == "X" {
				most := math.Inf(1)
				if m, ok := mostVague[c]; ok {
					most = m * days
				}
				l.vague = true
				l.least, l.most = l.least+2*days, l.most+most
			} else {
				n, err := strconv.ParseFloat(number, 64)
				if err != nil {
					return lengthRange{}
				}
				l.least, l.most = l.least+n*days, l.most+n*days
			}
			l.months = l.months || days > 7
			l.ok, number = true, ""
		}
	}
	return l
}

// How far two lengths may be apart that are told as one: where one is in months
// and the other in days, and where one is told to be near.
const (
	monthSlack = 0.05
	aboutSlack = 0.15
)

// lengthRange is the length of a duration, with what limits it.
func (t *Time) lengthRange() lengthRange {
	l := lengthValue(t.Value)
	if t.Longest != "" {
		if most := lengthValue(t.Longest); most.ok {
			l.most = most.most
		}
	}
	switch t.Modifier {
	case AtLeast, MoreThan:
		l.most = math.Inf(1)
	case AtMost, LessThan:
		l.least = 0
	}
	return l
}

// relateLengths compares two durations, and if both are placed in time, like
// the last two months, whether they are the same stretch.
func relateLengths(a, b *Time) (Fit, Why) {
	x, y := a.lengthRange(), b.lengthRange()
	if !x.ok || !y.ok {
		if a.Value == b.Value && a.Modifier == b.Modifier {
			return Equal, None
		}
		return NotComparable, ByUnknown
	}
	if !a.Begin.IsZero() && !b.Begin.IsZero() && !a.Overlaps(b) {
		return Apart, ByValue
	}
	slack := 1e-9
	if x.months != y.months {
		slack = monthSlack
	}
	near := func(p, q float64) bool { return p == q || math.Abs(p-q) <= slack*math.Max(p, q) }
	if near(x.least, y.least) {
		x.least = y.least
	}
	if near(x.most, y.most) {
		x.most = y.most
	}
	why := ByValue
	switch {
	case x.vague || y.vague:
		why = ByVagueness
	case a.Modifier != b.Modifier:
		why = ByModifier
	case a.Longest != b.Longest:
		why = ByGranularity
	}
	one, other := a.Modifier == Approximate, b.Modifier == Approximate
	if (one || other) && !x.vague && !y.vague {
		return relateAbout(x, y, one, other)
	}
	switch {
	case x.least == y.least && x.most == y.most && a.Modifier == b.Modifier:
		return Equal, None
	case x.most < y.least || y.most < x.least, x.most == y.least && (a.Modifier == LessThan || b.Modifier == MoreThan),
		y.most == x.least && (b.Modifier == LessThan || a.Modifier == MoreThan):
		return Apart, why
	case x.least == y.least && x.most == y.most:
		return Overlaps, why
	case x.least >= y.least && x.most <= y.most:
		return Narrower, why
	case y.least >= x.least && y.most <= x.most:
		return Broader, why
	}
	return Overlaps, why
}

// relateAbout compares two lengths of which one or both are told to be near.
func relateAbout(x, y lengthRange, one, other bool) (Fit, Why) {
	equal := x.least == y.least && x.most == y.most
	switch {
	case equal && one && other:
		return Equal, None
	case x.least > (1+aboutSlack)*y.most || y.least > (1+aboutSlack)*x.most:
		return Apart, ByValue
	case one == other:
		return Overlaps, ByModifier
	case one:
		return Broader, ByModifier
	}
	return Narrower, ByModifier
}

// relateSets compares how often two things repeat: "every week" and "weekly",
// "every Friday" and "every day", "twice a week" and "once a week".
func relateSets(a, b *Time) (Fit, Why) {
	fit, why := relateCycles(a.Value, b.Value)
	x, y := max(a.Freq, 1), max(b.Freq, 1)
	switch {
	case x == y:
		return fit, why
	case fit == Equal:
		return Apart, ByValue
	case fit == Apart:
		p, q := lengthValue(a.Value), lengthValue(b.Value) // "twice a month" and "every two weeks"
		if p.ok && q.ok && math.Abs(p.least/float64(x)-q.least/float64(y)) <= aboutSlack*q.least/float64(y) {
			return Overlaps, ByValue
		}
		return Apart, ByValue
	}
	return NotComparable, ByUnknown
}

// relateCycles compares the values of two sets.
func relateCycles(a, b string) (Fit, Why) {
	x, y := lengthValue(a), lengthValue(b)
	switch {
	case a == b:
		return Equal, None
	case x.ok && y.ok:
		if math.Abs(x.least-y.least) <= 1e-9*x.least {
			return Equal, None
		}
		return Apart, ByValue
	case !x.ok && !y.ok:
		return partialSet(a).relate(partialSet(b))
	case x.ok:
		fit, why := relateCycles(b, a)
		return fit.Mirror(), why
	}
	cycle := partialSet(a).cycle()
	switch {
	case cycle == 0:
		return NotComparable, ByUnknown
	case math.Abs(cycle-y.least) <= 1e-9*cycle:
		return Narrower, ByGranularity
	}
	return Apart, ByValue
}

func partialSet(value string) partial {
	t := Time{Value: value}
	return t.partial(true)
}

// cycle is the days after which what the fields say comes again; 0 where that
// isn't known.
func (p partial) cycle() float64 {
	switch {
	case p.symbol != "":
		return 0
	case p.month > 0 || p.season != "":
		return daysIn['Y']
	case p.weekday > 0:
		return daysIn['W']
	case p.clock:
		return daysIn['D']
	}
	return 0
}
