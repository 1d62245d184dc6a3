package measure

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// stretch is an interval of time. Of a zone that isn't known it is counted as in
// UTC.
type stretch struct {
	from, to time.Time // to is the first instant after it; from itself of a point in time
	zoned    bool
}

// timeMet is the one time that is v.
func timeMet(v Value, found []foundValue, _ valueUnits) ([]foundValue, error) {
	for _, f := range found {
		ok, err := sameTime(v.Value, f.time)
		if err != nil {
			return nil, err
		}
		if f.time != "" && ok {
			return []foundValue{f}, nil
		}
	}
	return nil, nil
}

// sameTime reports whether a found value is the wanted one, however either is
// written: 24:00 is 00:00 of the next day, and PT90M is PT1H30M. An interval
// with vague ends is met by one that has more than half in common with it.
func sameTime(want, got string) (bool, error) {
	if want == got {
		return true, nil
	}
	want, rough := strings.CutPrefix(want, "~")
	if a, ok := durationOf(want); ok {
		b, is := durationOf(got)
		return is && a == b, nil
	}
	a, ok := stretchOf(want)
	if !ok {
		if rough || !notAnInterval.MatchString(want) {
			return false, fmt.Errorf("%q is no time", want)
		}
		return false, nil
	}
	b, ok := stretchOf(got)
	if !ok || a.zoned != b.zoned {
		return false, nil
	}
	if !rough {
		return a.from.Equal(b.from) && a.to.Equal(b.to), nil
	}
	first, last := a.from, a.to
	from, to := b.from, b.to
	if b.from.After(first) {
		first, from = b.from, a.from
	}
	if b.to.Before(last) {
		last, to = b.to, a.to
	}
	return 2*last.Sub(first) >= to.Sub(from) && last.After(first), nil
}

// notAnInterval are the values that are compared as they are written: parts of
// a day or year, what recurs, what lies at no time.
var notAnInterval = regexp.MustCompile(`^(\d{4}-\d\d-\d\dT(MO|AF|EV|NI|DT)|\d{4}-(WI|SP|SU|FA)|\d{4}-W\d\d-WE|FY\d{4}|X.*|\d{2,3})$`)

var (
	dayForm     = regexp.MustCompile(`^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$`)
	decadeForm  = regexp.MustCompile(`^\d{2,3}$`)
	weekForm    = regexp.MustCompile(`^(\d{4})-W(\d\d)$`)
	partForm    = regexp.MustCompile(`^(\d{4})-([QH])([1-4])$`)
	clockForm   = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)T(\d\d)(?::?(\d\d))?(?::?\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?$`)
	periodForm  = regexp.MustCompile(`^P([\d.]+[A-Z])*(T([\d.]+[HMS])+)?$`)
	periodParts = regexp.MustCompile(`([\d.]+)([A-Z])`)
)

// stretchOf is the interval that a value names.
func stretchOf(value string) (s stretch, ok bool) {
	if from, to, interval := strings.Cut(value, "/"); interval {
		a, ok := stretchOf(from)
		if !ok {
			return s, false
		}
		if to == ".." {
			return stretch{a.from, time.Time{}, a.zoned}, true
		}
		b, ok := stretchOf(to)
		return stretch{a.from, b.to, a.zoned}, ok && a.zoned == b.zoned
	}
	if m := dayForm.FindStringSubmatch(value); m != nil {
		switch {
		case m[3] != "":
			d, err := time.Parse(time.DateOnly, value)
			return stretch{from: d, to: d.AddDate(0, 0, 1)}, err == nil
		case m[2] != "":
			d, err := time.Parse("2006-01", value)
			return stretch{from: d, to: d.AddDate(0, 1, 0)}, err == nil
		}
		d, err := time.Parse("2006", value)
		return stretch{from: d, to: d.AddDate(1, 0, 0)}, err == nil
	}
	if decadeForm.MatchString(value) {
		long := map[int]int{2: 100, 3: 10}[len(value)]
		n, _ := strconv.Atoi(value)
		d := time.Date(n*long, 1, 1, 0, 0, 0, 0, time.UTC)
		return stretch{from: d, to: d.AddDate(long, 0, 0)}, true
	}
	if m := weekForm.FindStringSubmatch(value); m != nil {
		year, _ := strconv.Atoi(m[1])
		week, _ := strconv.Atoi(m[2])
		d := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
		d = d.AddDate(0, 0, -(int(d.Weekday())+6)%7+7*(week-1))
		return stretch{from: d, to: d.AddDate(0, 0, 7)}, true
	}
	if m := partForm.FindStringSubmatch(value); m != nil {
		year, _ := strconv.Atoi(m[1])
		n, _ := strconv.Atoi(m[3])
		months := map[string]int{"Q": 3, "H": 6}[m[2]]
		d := time.Date(year, time.Month(1+months*(n-1)), 1, 0, 0, 0, 0, time.UTC)
		return stretch{from: d, to: d.AddDate(0, months, 0)}, true
	}
	m := clockForm.FindStringSubmatch(value)
	if m == nil {
		return s, false
	}
	d, err := time.Parse(time.DateOnly, m[1])
	if err != nil {
		return s, false
	}
	hour, _ := strconv.Atoi(m[2])
	minute, _ := strconv.Atoi("0" + m[3])
	d = d.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
	if m[4] != "" && m[4] != "Z" {
		zone := strings.ReplaceAll(m[4][1:], ":", "") + "00"
		hours, _ := strconv.Atoi(zone[:2])
		minutes, _ := strconv.Atoi(zone[2:4])
		off := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
		if m[4][0] == '+' {
			off = -off
		}
		d = d.Add(off)
	}
	return stretch{d, d, m[4] != ""}, true
}

// timeSpan is a duration in months and minutes, of which one can't be turned into
// the other.
type timeSpan struct{ months, minutes float64 }

// durationOf is the duration that a value names.
func durationOf(value string) (l timeSpan, ok bool) {
	if len(value) < 2 || !periodForm.MatchString(value) {
		return l, false
	}
	days, clock, _ := strings.Cut(value[1:], "T")
	add := func(part string, to map[string]float64, sum *float64) {
		for _, m := range periodParts.FindAllStringSubmatch(part, -1) {
			if long, known := to[m[2]]; known {
				n, _ := strconv.ParseFloat(m[1], 64)
				*sum += n * long
			}
		}
	}
	add(days, map[string]float64{"M": 1, "Y": 12, "E": 120}, &l.months)
	add(days, map[string]float64{"D": 24 * 60, "W": 7 * 24 * 60}, &l.minutes)
	add(clock, map[string]float64{"H": 60, "M": 1, "S": 1. / 60}, &l.minutes)
	return l, true
}
