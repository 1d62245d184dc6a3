package when

import "strings"

// holiday is a day that the calendar fixes: a day of a month, or the nth
// weekday of a month (-1 the last), or so many days from Easter Sunday.
type holiday struct {
	name         string
	month, day   int
	weekday, nth int
	easter       bool // day counts from Easter Sunday
}

var holidayList = []holiday{
	{name: "christmas", month: 12, day: 25}, {name: "christmas day", month: 12, day: 25}, {name: "christmas eve", month: 12, day: 24},
	{name: "boxing day", month: 12, day: 26}, {name: "new year", month: 1, day: 1}, {name: "new year ' s day", month: 1, day: 1},
	{name: "new year day", month: 1, day: 1}, {name: "new year ' s eve", month: 12, day: 31}, {name: "new year ' s", month: 1, day: 1},
	{name: "valentine ' s day", month: 2, day: 14}, {name: "st . patrick ' s day", month: 3, day: 17}, {name: "april fools ' day", month: 4, day: 1},
	{name: "may day", month: 5, day: 1}, {name: "international workers ' day", month: 5, day: 1}, {name: "juneteenth", month: 6, day: 19},
	{name: "independence day", month: 7, day: 4}, {name: "bastille day", month: 7, day: 14}, {name: "halloween", month: 10, day: 31},
	{name: "veterans day", month: 11, day: 11}, {name: "armistice day", month: 11, day: 11}, {name: "earth day", month: 4, day: 22},
	{name: "thanksgiving", month: 11, weekday: 4, nth: 4}, {name: "thanksgiving day", month: 11, weekday: 4, nth: 4},
	{name: "labor day", month: 9, weekday: 1, nth: 1}, {name: "memorial day", month: 5, weekday: 1, nth: -1},
	{name: "presidents day", month: 2, weekday: 1, nth: 3}, {name: "columbus day", month: 10, weekday: 1, nth: 2},
	{name: "martin luther king day", month: 1, weekday: 1, nth: 3}, {name: "mother ' s day", month: 5, weekday: 7, nth: 2},
	{name: "father ' s day", month: 6, weekday: 7, nth: 3}, {name: "black friday", month: 11, weekday: 5, nth: 4},
	{name: "easter", easter: true}, {name: "easter sunday", easter: true}, {name: "easter monday", easter: true, day: 1},
	{name: "good friday", easter: true, day: -2}, {name: "ash wednesday", easter: true, day: -46}, {name: "palm sunday", easter: true, day: -7},
}

// holidaysBy finds holidays by the first word of their name.
var holidaysBy = func() map[string][]int {
	table := make(map[string][]int)
	for i, h := range holidayList {
		first, _, _ := strings.Cut(h.name, " ")
		table[first] = append(table[first], i)
	}
	return table
}()

func holidayNamed(name string) holiday {
	for _, h := range holidayList {
		if h.name == name {
			return h
		}
	}
	return holiday{}
}

// in is the month and day that the holiday falls on in a year. Black Friday is
// the day after Thanksgiving, not always the fourth Friday.
func (h holiday) in(year int) (month, day int) {
	switch {
	case h.easter:
		d := easter(year).AddDate(0, 0, h.day)
		return int(d.Month()), d.Day()
	case h.nth != 0:
		weekday, after := h.weekday, 0
		if h.name == "black friday" {
			weekday, after = 4, 1
		}
		d := nthWeekday(year, h.month, weekday, h.nth).AddDate(0, 0, after)
		return int(d.Month()), d.Day()
	}
	return h.month, h.day
}
