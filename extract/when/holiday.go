package when

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// holiday is a day that the calendar fixes: a day of a month, or the nth
// weekday of a month (-1 the last), or so many days from Easter Sunday.
type holiday struct {
	name         string
	month, day   int
	weekday, nth int
	easter       bool // day counts from Easter Sunday
}

// holidays are the ones that dates are told by.
type holidays struct {
	named map[string]holiday
	by    map[string][][]string // the names in words, by the first one
}

var holidayList = sync.OnceValue(func() holidays {
	list := holidays{named: make(map[string]holiday), by: make(map[string][][]string)}
	for _, row := range lexicon.TimeWords.Rows("holidays") {
		h, err := holidayOf(row)
		if err != nil {
			panic(fmt.Sprintf("when: holiday %s: %v", row[0], err))
		}
		words := strings.Fields(h.name)
		list.named[h.name] = h
		list.by[words[0]] = append(list.by[words[0]], words)
	}
	return list
})

// holidayOf reads a name, how the day is told, and the numbers that tell it.
func holidayOf(row []string) (h holiday, err error) {
	var to []*int
	h.name = row[0]
	if len(row) > 1 {
		switch row[1] {
		case "day":
			to = []*int{&h.month, &h.day}
		case "weekday":
			to = []*int{&h.month, &h.weekday, &h.nth}
		case "easter":
			h.easter, to = true, []*int{&h.day}
		}
	}
	if len(to) == 0 || len(row) != 2+len(to) {
		return h, fmt.Errorf("%q tells no day", row[1:])
	}
	for i, n := range to {
		if *n, err = strconv.Atoi(row[2+i]); err != nil {
			return h, err
		}
	}
	return h, nil
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

// holidays reads the name of a holiday.
func (p *parser) holidays(i int) (moment, bool) {
	if i >= len(p.a) || p.a[i].Kind != numeral.Word {
		return moment{}, false
	}
	best := moment{}
	for _, name := range holidayList().by[p.at(i)] {
		end := i
		for _, w := range name {
			if p.at(end) != w {
				end = -1
				break
			}
			end++
		}
		if end > best.end {
			best = moment{first: i, end: end, holiday: strings.Join(name, " ")}
		}
	}
	if best.end == 0 || !p.capital(i) && p.capitals() {
		return moment{}, false
	}
	if p.at(best.end) == "weekend" {
		best.weekend, best.end = true, best.end+1
	}
	p.withYear(&best)
	if best.year == 0 {
		p.periodYear(&best)
	}
	return best, true
}
