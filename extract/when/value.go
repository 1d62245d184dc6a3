package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// value is the stretch as ISO 8601 and TIMEX3 write it: "P6M", "PT1H30M", "PXD".
// Quarters are told in months, decades and centuries in years.
func (l length) value() string {
	var date, clock strings.Builder
	for _, part := range l.parts {
		unit, n := part.unit, part.n
		switch unit {
		case Quarter:
			unit, n = Month, 3*n
		case Decade:
			if !l.vague {
				unit, n = Year, 10*n
			}
		case Century:
			if !l.vague {
				unit, n = Year, 100*n
			}
		}
		number := strconv.FormatFloat(n, 'f', -1, 64)
		if l.vague && n == 0 {
			number = "X"
		}
		if unit < PartOfDay {
			clock.WriteString(number + letters[unit])
		} else {
			date.WriteString(number + letters[unit])
		}
	}
	if clock.Len() > 0 {
		return "P" + date.String() + "T" + clock.String()
	}
	return "P" + date.String()
}

// from is the time a stretch after t, or before it where sign is negative.
// Parts of a month or more keep the day; what is vague adds nothing.
func (l length) from(t time.Time, sign float64) time.Time {
	for _, part := range l.parts {
		n := sign * part.n
		switch part.unit {
		case Second:
			t = t.Add(time.Duration(n * float64(time.Second)))
		case Minute:
			t = t.Add(time.Duration(n * float64(time.Minute)))
		case Hour:
			t = t.Add(time.Duration(n * float64(time.Hour)))
		case Day:
			t = t.AddDate(0, 0, int(n))
		case Week, Weekend:
			t = t.AddDate(0, 0, int(7*n))
		default:
			t = addMonths(t, int(n*monthsIn[part.unit]))
		}
	}
	return t
}

var monthsIn = map[Granularity]float64{Month: 1, Quarter: 3, Half: 6, Year: 12, Decade: 120, Century: 1200}

// offset is the length with a sign, as symbolic values have it: "P-2M".
func (l length) offset(sign float64) string {
	v := l.value()
	if sign >= 0 {
		return v
	}
	at := 1
	if strings.HasPrefix(v, "PT") {
		at = 2
	}
	return v[:at] + "-" + v[at:]
}

// of is the value of the clock time, "T08:30".
func (c clock) value() string {
	s := fmt.Sprintf("T%02d", c.hour)
	if c.minutes {
		s += fmt.Sprintf(":%02d", c.minute)
	}
	if c.seconds {
		s += fmt.Sprintf(":%02d", c.second)
	}
	return s
}

// period is a stretch of the calendar, its value and how fine it is.
type period struct {
	value       string
	begin, stop time.Time
	granularity Granularity
}

func dayPeriod(t time.Time) period {
	t = midnight(t)
	return period{t.Format("2006-01-02"), t, t.AddDate(0, 0, 1), Day}
}

func weekPeriod(t time.Time) period {
	t = monday(t)
	y, w := t.ISOWeek()
	return period{fmt.Sprintf("%04d-W%02d", y, w), t, t.AddDate(0, 0, 7), Week}
}

func weekendPeriod(t time.Time) period {
	w := weekPeriod(t)
	return period{w.value + "-WE", w.begin.AddDate(0, 0, 5), w.stop, Weekend}
}

func monthPeriod(year, month int) period {
	begin := day(year, month, 1)
	return period{begin.Format("2006-01"), begin, begin.AddDate(0, 1, 0), Month}
}

func quarterPeriod(year, quarter int) period {
	for quarter < 1 {
		year, quarter = year-1, quarter+4
	}
	for quarter > 4 {
		year, quarter = year+1, quarter-4
	}
	begin := day(year, 3*quarter-2, 1)
	return period{fmt.Sprintf("%04d-Q%d", year, quarter), begin, begin.AddDate(0, 3, 0), Quarter}
}

func halfPeriod(year, half int) period {
	begin := day(year, 6*half-5, 1)
	return period{fmt.Sprintf("%04d-H%d", year, half), begin, begin.AddDate(0, 6, 0), Half}
}

func seasonPeriod(year int, code string) period {
	begin := day(year, seasonMonths[code], 1)
	if code == "WI" {
		begin = begin.AddDate(-1, 0, 0)
	}
	return period{fmt.Sprintf("%04d-%s", year, code), begin, begin.AddDate(0, 3, 0), Season}
}

func yearPeriod(year int) period {
	return period{fmt.Sprintf("%04d", year), day(year, 1, 1), day(year+1, 1, 1), Year}
}

func decadePeriod(decade int) period {
	return period{fmt.Sprintf("%03d", decade), day(10*decade, 1, 1), day(10*decade+10, 1, 1), Decade}
}

// centuryPeriod has TIMEX3's value, the first two digits of its years: the
// 20th century is 19.
func centuryPeriod(n int) period {
	return period{fmt.Sprintf("%02d", n-1), day(100*(n-1), 1, 1), day(100*n, 1, 1), Century}
}

// unitPeriod is the period of a unit that t lies in.
func unitPeriod(t time.Time, unit Granularity) period {
	switch unit {
	case Week:
		return weekPeriod(t)
	case Weekend:
		return weekendPeriod(t)
	case Month:
		return monthPeriod(t.Year(), int(t.Month()))
	case Quarter:
		return quarterPeriod(t.Year(), (int(t.Month())+2)/3)
	case Half:
		return halfPeriod(t.Year(), (int(t.Month())+5)/6)
	case Year:
		return yearPeriod(t.Year())
	case Decade:
		return decadePeriod(t.Year() / 10)
	case Century:
		return centuryPeriod(t.Year()/100 + 1)
	}
	return dayPeriod(t)
}

// shifted is the unit's period n units from the one that t lies in.
func shifted(t time.Time, unit Granularity, n int) period {
	switch unit {
	case Day:
		return dayPeriod(t.AddDate(0, 0, n))
	case Week, Weekend:
		return unitPeriod(t.AddDate(0, 0, 7*n), unit)
	}
	first := day(t.Year(), int(t.Month()), 1)
	return unitPeriod(first.AddDate(0, n*int(monthsIn[unit]), 0), unit)
}
