package when

import "time"

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// weekdayOf is the ISO number of a day's weekday, Monday 1.
func weekdayOf(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// monday is the first day of the ISO week that t lies in.
func monday(t time.Time) time.Time { return midnight(t).AddDate(0, 0, 1-weekdayOf(t)) }

func midnight(t time.Time) time.Time { return day(t.Year(), int(t.Month()), t.Day()) }

// nthWeekday is the nth weekday (ISO number) of a month; the last one for n -1.
func nthWeekday(year, month, weekday, n int) time.Time {
	if n < 0 {
		last := day(year, month+1, 0)
		return last.AddDate(0, 0, -((weekdayOf(last)-weekday)%7+7)%7)
	}
	first := day(year, month, 1)
	return first.AddDate(0, 0, (weekday-weekdayOf(first)+7)%7+7*(n-1))
}

// easter is Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	return day(year, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
}

// exists reports whether a month has the day in that year.
func exists(year, month, d int) bool {
	t := day(year, month, d)
	return int(t.Month()) == month && t.Day() == d
}

// addMonths adds months and keeps the day of the month where it exists, else
// takes the month's last.
func addMonths(t time.Time, n int) time.Time {
	first := day(t.Year(), int(t.Month())+n, 1)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1).Add(t.Sub(midnight(t)))
}
