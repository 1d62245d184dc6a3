package read

import (
	"strings"
	"time"
)

// dayLayouts and clockLayouts are combined: a day alone, or a day and a clock
// time, in the forms that news and web pages write.
var (
	dayLayouts = []string{
		"2006-1-2", "2006/1/2", "2006.1.2", "20060102",
		"January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "2-Jan-2006", "2006 January 2", "2006 Jan 2",
	}
	clockLayouts = []string{"", " 15:04", " 15:04:05", " 3:04PM", " 3:04:05PM", " 3PM", " 150405"}
	zoneLayouts  = []string{"", " Z07:00", " Z0700", " Z07"}
)

// zones are the abbreviations that news in English use, with their offsets.
var zones = map[string]string{
	"UTC": "Z", "GMT": "Z", "UT": "Z", "Z": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
	"MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "AKST": "-09:00", "AKDT": "-08:00", "HST": "-10:00",
	"BST": "+01:00", "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
	"EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00",
}

var (
	dateWeekday  = expression(`(?i)^(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? `)
	dateOrdinal  = expression(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b(?: of\b)?`)
	dateSept     = expression(`(?i)\bsept\b`)
	dateAtClock  = expression(`(?i) (?:at|-|–|—|\||·) | (?:at )?(?:\(?(?:ET)\)?)$`)
	dateHalf     = expression(`(?i)(\d) ?([ap])\.?m\b\.?`)
	dateISOClock = expression(`^(\d{4}-?\d{2}-?\d{2})[Tt](\d)`)
	dateFraction = expression(`(:\d{2})[.,]\d+`)
	dateHours    = expression(`\b(?:UTC|GMT) ?([+-])(\d)$`)
	dateFigures  = expression(`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4})\b`)
	dateOffset   = expression(`(:\d{2}(?::\d{2})?|\d{6}|[AP]M) ?(?:UTC|GMT)?([+-]\d{2}(?::?\d{2})?|[Zz])$`)
	dateZone     = expression(` \(?([A-Z]{1,4})\)?$`)
)

// dateStops parts what a date is made of.
var dateStops = strings.NewReplacer(",", " ", ". ", " ")

// ParseDate reads a date as front matter, the command line and web pages write
// it: RFC 3339, 2022-08-04, "Aug. 4, 2022", "Thursday, 4 August 2022, 3:04 p.m.
// EDT". A day alone is midnight UTC, a time without zone is UTC, a time with
// zone keeps its offset. Forms that don't tell day from month, such as
// 08/04/2022, are no date; 08/24/2022 and 24/08/2022 tell, and with full stops the
// day comes first.
func ParseDate(s string) (time.Time, bool) {
	if len(s) > 80 || digitsIn(s) < leastDateDigits {
		return time.Time{}, false
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil { // as most are written
		return t, t.Year() > 0
	}
	s = strings.Join(strings.Fields(s), " ")
	s = dateISOClock().ReplaceAllString(s, "$1 $2")
	s = dateWeekday().ReplaceAllString(s, "")
	s = dateHalf().ReplaceAllStringFunc(s, func(m string) string {
		return m[:1] + strings.ToUpper(strings.Trim(m[1:], " .")[:1]) + "M"
	})
	s = dateFraction().ReplaceAllString(s, "$1")
	s = dateOrdinal().ReplaceAllString(s, "$1")
	s = dateAtClock().ReplaceAllString(s, " ")
	s = dateSept().ReplaceAllString(s, "Sep")
	s = dateHours().ReplaceAllString(s, "${1}0$2")
	s = dayFirst(s)
	s = dateOffset().ReplaceAllString(s, "$1 $2")
	if m := dateZone().FindStringSubmatchIndex(s); m != nil {
		if offset, ok := zones[s[m[2]:m[3]]]; ok {
			s = s[:m[0]] + " " + offset
		}
	}
	s = strings.Join(strings.Fields(dateStops.Replace(s)), " ")
	for _, day := range dayLayouts {
		for _, clock := range clockLayouts {
			for _, zone := range zoneLayouts {
				if clock == "" && zone != "" {
					continue
				}
				if t, err := time.ParseInLocation(day+clock+zone, s, time.UTC); err == nil {
					return t, t.Year() > 0
				}
			}
		}
	}
	return time.Time{}, false
}

// dayFirst writes a date of figures alone in the order of ISO 8601, where it tells which
// of them is the day.
func dayFirst(s string) string {
	m := dateFigures().FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return s
	}
	a, b := number(m[1]), number(m[3])
	switch {
	case m[2] == "." || a > 12 && b <= 12 || a == b:
		return m[5] + "-" + m[3] + "-" + m[1] + s[len(m[0]):]
	case b > 12 && a <= 12:
		return m[5] + "-" + m[1] + "-" + m[3] + s[len(m[0]):]
	}
	return s
}

// leastDateDigits is how many digits a date has at least: those of its year and a day.
const leastDateDigits = 5

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			n++
		}
	}
	return n
}
