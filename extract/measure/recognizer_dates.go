package measure

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"xref/extract/lang"
	"xref/extract/numeral"
	"xref/extract/when"
)

// asksForDates leaves out the inputs that expect nothing but results of other
// types (times of day, sets, ranges of times). Inputs that expect nothing stay.
func asksForDates(c recognizerCase) bool {
	if len(c.Results) == 0 {
		return true
	}
	for _, r := range c.Results {
		if isDateType(r.TypeName) {
			return true
		}
	}
	return false
}

func isDateType(name string) bool {
	return dateTypes.Has(strings.TrimPrefix(name, "datetimeV2."))
}

// wantedDates writes the expected values in one line: of each its TIMEX, what
// it resolves to and its modifier.
func wantedDates(text, typeName string, resolution map[string]any) (recognized, bool) {
	if !isDateType(typeName) {
		return recognized{}, false
	}
	list, _ := resolution["values"].([]any)
	var values []string
	for _, v := range list {
		fields, _ := v.(map[string]any)
		get := func(key string) string { s, _ := fields[key].(string); return s }
		values = append(values, suiteValue(get("timex"), get("value"), get("start"), get("end"), get("Mod")))
	}
	return recognized{strings.ToLower(text), strings.Join(values, "; ")}, true
}

func suiteValue(timex, value, start, end, mod string) string {
	s := timex + " "
	if value != "" {
		s += value
	} else {
		s += start + ".." + end
	}
	if mod != "" {
		s += " " + mod
	}
	return s
}

// foundDates are the times of a text as the suite would tell them. Where the
// text doesn't tell the year, month or week the suite gives the last and the
// next one; it calls what is coarser than a day a range.
func foundDates(t *lang.Text, reference time.Time) (found []recognized) {
	for _, f := range when.Find(t, reference) {
		s := suiteDate{f, lowered(t, f.Span), reference}
		values := s.values()
		if len(values) == 0 {
			continue
		}
		text := s.text
		if f.Modifier == when.Plain || f.Modifier == when.Early || f.Modifier == when.Mid || f.Modifier == when.Late || f.Type == when.Duration {
			if !strings.HasPrefix(text, "in ") && !strings.HasPrefix(text, "within ") {
				text = lowered(t, f.Core)
			}
		}
		found = append(found, recognized{trimmedArticle(text, f), strings.Join(values, "; ")})
	}
	return found
}

// trimmedArticle drops the article that the suite leaves out.
func trimmedArticle(text string, f when.Time) string {
	rest, ok := strings.CutPrefix(text, "the ")
	if !ok {
		return text
	}
	first, _, _ := strings.Cut(rest, " ")
	if stretchBeginnings.Has(first) && f.Granularity < when.Decade && f.Type == when.Duration ||
		f.Granularity == when.Decade && !strings.Contains(rest, " ") || f.Type == when.Date && f.Granularity == when.Season || f.Granularity == when.Quarter && quarterBeginnings.Has(first) ||
		f.Granularity == when.Week && first == "week" && rest[len(rest)-1] <= '9' || f.Granularity == when.Year && yearBeginnings.Has(first) || f.Granularity == when.Day && (first == "next" || first == "previous") && !strings.HasSuffix(rest, " day") ||
		f.Granularity == when.Year && strings.HasPrefix(rest, "year ") || f.Granularity == when.Month && first != "last" && first != "month" {
		return rest
	}
	return text
}

// suiteDate is a time with what the suite's conventions need.
type suiteDate struct {
	when.Time
	text string
	ref  time.Time
}

func isoDay(t time.Time) string { return t.Format("2006-01-02") }

var edgeNames = map[when.Modifier]string{when.Early: "start", when.Mid: "mid", when.Late: "end"}

func (s suiteDate) values() []string {
	switch {
	case s.Type == when.Set || s.Value == "PAST_REF" || s.Value == "FUTURE_REF":
		return nil
	case s.Value == "PRESENT_REF":
		if unresolved.Has(s.text) {
			return nil
		}
		return []string{suiteValue("PRESENT_REF", s.ref.Format("2006-01-02 15:04:05"), "", "", "")}
	case len(s.Ends) == 2:
		return s.rangeValues()
	case s.Type == when.Duration:
		return s.durationValues()
	case s.Type == when.Clock:
		return s.clockValues()
	}
	var values []string
	for _, p := range s.periods(s.Time) {
		values = append(values, s.modified(p))
	}
	return values
}

// suitePeriod is one reading of a date: its TIMEX and interval.
type suitePeriod struct {
	timex       string
	begin, stop time.Time
	granularity when.Granularity
}

// periods are the readings of a date: one where it is resolved, the last and
// the next where it isn't.
func (s suiteDate) periods(t when.Time) []suitePeriod {
	symbol := t.Symbol
	switch {
	case strings.HasPrefix(symbol, "XXXX-") && t.Granularity == when.Season || t.Granularity == when.Season:
		v := t.Value
		if strings.HasPrefix(symbol, "XXXX") && !strings.Contains(s.text, "this") && !strings.Contains(s.text, "last") && !strings.Contains(s.text, "next") {
			v = strings.TrimPrefix(symbol, "XXXX-")
		}
		return []suitePeriod{{timex: v, granularity: when.Season}}
	case strings.HasPrefix(symbol, "PRESENT_REF OFFSET "):
		at, ok := offset(s.ref, strings.TrimPrefix(symbol, "PRESENT_REF OFFSET "))
		if !ok {
			return nil
		}
		return []suitePeriod{{isoDay(at), midnight(at), midnight(at).AddDate(0, 0, 1), when.Day}}
	case strings.HasPrefix(symbol, "XXXX-XX-") && !t.Begin.IsZero() && !strings.HasSuffix(symbol, "XX"):
		return s.daysOfMonth(t)
	case !strings.HasPrefix(symbol, "XXXX") && t.Granularity == when.Week && strings.Count(symbol, "-") == 2:
		return []suitePeriod{s.period(strings.Replace(symbol, "W0L", "W05", 1), t)}
	case strings.HasPrefix(symbol, "XXXX-WXX-") && !strings.Contains(symbol, "OFFSET"):
		return s.weekdays(t)
	case strings.HasPrefix(symbol, "XXXX-") && !strings.Contains(symbol, "OFFSET"):
		return s.yearless(t)
	case strings.HasPrefix(symbol, "XX") && t.Granularity == when.Decade:
		digits := symbol[2:3] + "0"
		var list []suitePeriod
		for _, century := range []int{19, 20} {
			y, _ := strconv.Atoi(fmt.Sprint(century) + digits)
			b := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
			next := (y + 10) % 100
			list = append(list, suitePeriod{fmt.Sprintf("(XX%s-01-01,XX%02d-01-01,P10Y)", digits, next), b, b.AddDate(10, 0, 0), when.Decade})
		}
		return list
	}
	if t.Begin.IsZero() {
		return []suitePeriod{{timex: t.Value}}
	}
	return []suitePeriod{s.period(t.Value, t)}
}

// period has the whole period of a value, which Begin and Stop narrow.
func (s suiteDate) period(value string, t when.Time) suitePeriod {
	p := suitePeriod{value, t.Begin, t.Stop, t.Granularity}
	switch t.Granularity {
	case when.Month:
		p.begin = time.Date(t.Begin.Year(), t.Begin.Month(), 1, 0, 0, 0, 0, time.UTC)
		p.stop = p.begin.AddDate(0, 1, 0)
	case when.Year:
		p.begin = time.Date(t.Begin.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
		p.stop = p.begin.AddDate(1, 0, 0)
	case when.Week:
		p.begin = t.Begin.AddDate(0, 0, -(int(t.Begin.Weekday())+6)%7)
		p.stop = p.begin.AddDate(0, 0, 7)
	case when.Quarter:
		p.timex = fmt.Sprintf("(%s,%s,P3M)", isoDay(p.begin), isoDay(p.stop))
	case when.Half:
		p.timex = fmt.Sprintf("(%s,%s,P6M)", isoDay(p.begin), isoDay(p.stop))
	case when.Decade:
		p.timex = fmt.Sprintf("(%s,%s,P10Y)", isoDay(p.begin), isoDay(p.stop))
	}
	return p
}

// daysOfMonth are the last and the next day of that number, and of that weekday
// where the text tells one.
func (s suiteDate) daysOfMonth(t when.Time) []suitePeriod {
	timex, weekday := t.Symbol, time.Weekday(-1)
	first, _, _ := strings.Cut(strings.TrimPrefix(s.text, "on "), " ")
	if n := numeral.Weekday(strings.TrimRight(first, ".,")); n > 0 {
		if !strings.Contains(s.text, " the ") {
			timex, weekday = fmt.Sprintf("XXXX-WXX-%d", n), time.Weekday(n%7)
		} else {
			return []suitePeriod{s.period(t.Value, t)}
		}
	}
	today := midnight(s.ref)
	var list []suitePeriod
	for _, step := range []int{-1, 1} {
		for n := range 1000 {
			d := today.AddDate(0, 0, step*n)
			if d.Day() == t.Begin.Day() && (weekday < 0 || d.Weekday() == weekday) && (step < 0) == d.Before(today) {
				list = append(list, suitePeriod{timex, d, d.AddDate(0, 0, 1), when.Day})
				break
			}
		}
	}
	return list
}

// weekdays are the last and the next day of a weekday; "next" is the one of
// the coming week.
func (s suiteDate) weekdays(t when.Time) []suitePeriod {
	n, err := strconv.Atoi(strings.TrimPrefix(t.Symbol, "XXXX-WXX-"))
	if err != nil {
		return nil
	}
	today := midnight(s.ref)
	week := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	one := func(d time.Time) []suitePeriod {
		return []suitePeriod{{isoDay(d), d, d.AddDate(0, 0, 1), when.Day}}
	}
	word, _, _ := strings.Cut(s.text, " ")
	switch word {
	case "next", "coming":
		return one(week.AddDate(0, 0, 7+n-1))
	case "previous", "last":
		return one(week.AddDate(0, 0, n-8))
	case "this", "past":
		return one(t.Begin)
	}
	behind := today.AddDate(0, 0, -(int(today.Weekday())+7-n)%7)
	if !behind.Before(s.ref) {
		behind = behind.AddDate(0, 0, -7)
	}
	ahead := behind.AddDate(0, 0, 7)
	return []suitePeriod{{t.Symbol, behind, behind.AddDate(0, 0, 1), when.Day}, {t.Symbol, ahead, ahead.AddDate(0, 0, 1), when.Day}}
}

// yearless are the last and the next of a date without its year.
func (s suiteDate) yearless(t when.Time) []suitePeriod {
	word, _, _ := strings.Cut(strings.TrimPrefix(s.text, "the "), " ")
	relative := relativeBeginnings.Has(word)
	if t.Begin.IsZero() || relative && t.Granularity != when.Day {
		return []suitePeriod{s.period(t.Value, t)}
	}
	whole := s.period(t.Value, t)
	timex := t.Symbol
	if t.Granularity == when.Quarter {
		timex = fmt.Sprintf("(XXXX%s,XXXX%s,P3M)", isoDay(whole.begin)[4:], isoDay(whole.stop)[4:])
	}
	if relative && strings.HasSuffix(timex, "-XX-XX") {
		timex = t.Value
	}
	if relative {
		return []suitePeriod{{timex, whole.begin, whole.stop, t.Granularity}}
	}
	begin, stop := whole.begin, whole.stop
	for !begin.Before(s.ref) {
		begin, stop = begin.AddDate(-1, 0, 0), stop.AddDate(-1, 0, 0)
	}
	for begin.AddDate(1, 0, 0).Before(s.ref) {
		begin, stop = begin.AddDate(1, 0, 0), stop.AddDate(1, 0, 0)
	}
	if t.Granularity == when.Week {
		return []suitePeriod{whole}
	}
	return []suitePeriod{{timex, begin, stop, t.Granularity}, {timex, begin.AddDate(1, 0, 0), stop.AddDate(1, 0, 0), t.Granularity}}
}

// modified writes one reading with the modifier in the suite's terms.
func (s suiteDate) modified(p suitePeriod) string {
	if p.begin.IsZero() {
		return suiteValue(p.timex, "not resolved", "", "", "")
	}
	switch s.Modifier {
	case when.Since:
		return s.sided(p, p.begin, time.Time{}, "since")
	case when.After:
		start := p.stop
		if p.granularity == when.Day {
			start = p.begin
		}
		return s.sided(p, start, time.Time{}, "after")
	case when.Before, when.Until:
		return s.sided(p, time.Time{}, p.begin, "before")
	}
	if p.granularity == when.Day {
		mod := ""
		if s.Modifier == when.Approximate {
			mod = "approx"
		}
		return suiteValue(p.timex, isoDay(p.begin), "", "", mod)
	}
	begin, stop, mod := p.begin, p.stop, ""
	switch year := p.granularity == when.Year; s.Modifier {
	case when.Early:
		mod = edgeNames[s.Modifier]
		switch {
		case strings.HasPrefix(s.text, "earlier") && !s.ref.Before(begin) && s.ref.Before(stop) && p.granularity != when.Month:
			stop, mod = midnight(s.ref), "start"
		case year:
			stop = begin.AddDate(0, 4, 0)
		case p.granularity == when.Month:
			stop = begin.AddDate(0, 0, 15)
		}
	case when.Mid:
		mod = edgeNames[s.Modifier]
		if year {
			begin, stop = begin.AddDate(0, 4, 0), begin.AddDate(0, 8, 0)
		} else if p.granularity == when.Month {
			begin, stop = begin.AddDate(0, 0, 9), begin.AddDate(0, 0, 20)
		}
	case when.Late:
		mod = edgeNames[s.Modifier]
		switch {
		case strings.HasPrefix(s.text, "later") && year:
			begin = begin.AddDate(0, 6, 0)
		case strings.HasPrefix(s.text, "later") && p.granularity == when.Week:
			begin = midnight(s.ref)
			if half := p.begin.AddDate(0, 0, 3); half.After(begin) {
				begin = half
			}
		case year:
			begin = begin.AddDate(0, 8, 0)
		case p.granularity == when.Month:
			begin = begin.AddDate(0, 0, 15)
		}
	}
	if strings.HasPrefix(s.text, "earlier") || strings.HasPrefix(s.text, "later") {
		mod = ""
	}
	return suiteValue(p.timex, "", isoDay(begin), isoDay(stop), mod)
}

// sided writes a reading that is open to one side. An edge that the text names
// moves its end: "since late July", "by the end of June".
func (s suiteDate) sided(p suitePeriod, begin, stop time.Time, mod string) string {
	words := strings.Fields(s.text)
	switch {
	case slices.Contains(words, "late") || slices.Contains(words, "end"):
		mod += "-end"
		if begin.IsZero() {
			stop = p.stop
		} else if p.granularity == when.Year {
			begin = p.begin.AddDate(0, 8, 0)
		} else {
			begin = p.begin.AddDate(0, 0, 15)
		}
	case slices.Contains(words, "beginning") && slices.Contains(words, "of") || slices.Contains(words, "start"):
		mod += "-start"
		if !begin.IsZero() {
			begin = p.begin
		}
	}
	if begin.IsZero() {
		return suiteValue(p.timex, "", "", isoDay(stop), mod)
	}
	return suiteValue(p.timex, "", isoDay(begin), "", mod)
}

// clockValues are the readings of a time of day on a day.
func (s suiteDate) clockValues() []string {
	if rest, ok := strings.CutPrefix(s.Symbol, "PRESENT_REF OFFSET "); ok {
		at, ok := offset(s.ref, rest)
		if !ok {
			return nil
		}
		return []string{suiteValue(at.Format("2006-01-02T15:04:05"), at.Format("2006-01-02 15:04:05"), "", "", "")}
	}
	symbol, clock, ok := strings.Cut(s.Symbol, "T0")
	if ok {
		clock = "0" + clock
	} else if at := strings.LastIndex(s.Symbol, "T"); at >= 0 {
		symbol, clock = s.Symbol[:at], s.Symbol[at+1:]
	}
	if strings.HasPrefix(s.Symbol, "THIS") {
		at := strings.LastIndex(s.Symbol, "T")
		symbol, clock = s.Symbol[:at], s.Symbol[at+1:]
	}
	if clock == "" || clock[0] < '0' || clock[0] > '9' || symbol == "XXXX-XX-XX" || s.Modifier == when.Before || s.Modifier == when.After || s.Modifier == when.Until || s.Modifier == when.Since {
		return nil
	}
	t := s.Time
	t.Symbol, t.Type, t.Granularity = symbol, when.Date, when.Day
	if !t.Begin.IsZero() {
		t.Begin = midnight(t.Begin)
		t.Stop = t.Begin.AddDate(0, 0, 1)
		t.Value = isoDay(t.Begin)
	}
	parts := strings.Split(clock+":00:00", ":")
	mod := ""
	if s.Modifier == when.Approximate {
		mod = "approx"
	}
	var values []string
	for _, p := range s.periods(t) {
		if p.begin.IsZero() {
			return nil
		}
		values = append(values, suiteValue(p.timex+"T"+clock, isoDay(p.begin)+" "+strings.Join(parts[:3], ":"), "", "", mod))
	}
	hour, err := strconv.Atoi(parts[0])
	if err != nil || hour < 1 || hour > 12 || halfDayTold(s.text) {
		return values
	}
	// before or after noon isn't told: both
	other := fmt.Sprintf("%02d", (hour+12)%24)
	for _, p := range s.periods(t) {
		parts[0] = other
		values = append(values, suiteValue(p.timex+"T"+other+clock[2:], isoDay(p.begin)+" "+strings.Join(parts[:3], ":"), "", "", mod))
	}
	return values
}

// halfDayTold reports whether the text of a clock time tells whether it is
// before or after noon.
func halfDayTold(text string) bool {
	for _, word := range slices.Concat(halfDays(), []string{" a m", " p m"}) {
		if strings.HasSuffix(text, word) || strings.Contains(text, word+" ") || strings.Contains(text, word+".") || strings.HasPrefix(text, word) {
			return true
		}
	}
	for i := 1; i < len(text); i++ {
		if (text[i] == 'a' || text[i] == 'p') && '0' <= text[i-1] && text[i-1] <= '9' {
			return true
		}
	}
	return false
}

// secondsIn are the suite's lengths of the units, by TIMEX letter.
var secondsIn = map[string]float64{"Y": 365 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1, "WE": 2 * 86400}

// durationValues are a stretch of time, or the range that it covers up to now
// or from now on. The suite takes "a few" for three.
func (s suiteDate) durationValues() []string {
	value := strings.ReplaceAll(s.Value, "X", "3")
	if rest, ok := strings.CutPrefix(s.Symbol, "XXXX-XX-XX OFFSET "); ok && strings.HasSuffix(s.text, "later") {
		at, _ := offset(s.ref, rest)
		return []string{suiteValue(at.Format("2006-01-02T15:04:05"), at.Format("2006-01-02 15:04:05"), "", "", "")}
	}
	if rest, ok := strings.CutPrefix(s.Symbol, "PRESENT_REF OFFSET "); ok && s.Symbol != s.Value {
		at, ok := offset(s.ref, rest)
		if !ok || strings.Contains(value, "T") {
			return nil
		}
		begin, stop := midnight(s.ref).AddDate(0, 0, 1), at.AddDate(0, 0, 1)
		if strings.HasPrefix(s.text, "within") {
			begin, stop = s.ref, at
		}
		if at.Before(s.ref) {
			begin, stop = at, s.ref
		}
		quarters := strings.Contains(s.text, "quarter")
		decades := strings.Contains(s.text, "decade")
		if quarters || decades {
			first := time.Date(s.ref.Year(), (s.ref.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
			if decades {
				first = time.Date(s.ref.Year()/10*10, 1, 1, 0, 0, 0, 0, time.UTC)
			}
			if at.Before(s.ref) {
				stop = first
				begin, _ = offset(first, rest)
			} else {
				begin = first.AddDate(0, 3, 0)
				if decades {
					begin = first.AddDate(10, 0, 0)
				}
				stop, _ = offset(begin, rest)
			}
		}
		return []string{suiteValue(fmt.Sprintf("(%s,%s,%s)", isoDay(begin), isoDay(stop), value), "", isoDay(begin), isoDay(stop), "")}
	}
	if strings.Contains(s.Symbol, "/") && !s.Begin.IsZero() {
		return []string{suiteValue(fmt.Sprintf("(%s,%s,%s)", isoDay(s.Begin), isoDay(s.Stop), value), "", isoDay(s.Begin), isoDay(s.Stop), "")}
	}
	seconds, ok := lengthInSeconds(value)
	if !ok {
		return nil
	}
	mod := ""
	switch {
	case strings.HasPrefix(s.text, "more than "):
		mod = "more"
	case strings.HasPrefix(s.text, "less than "):
		mod = "less"
	}
	return []string{suiteValue(value, strconv.FormatFloat(seconds, 'f', -1, 64), "", "", mod)}
}

// rangeValues are the readings of a range of dates.
func (s suiteDate) rangeValues() []string {
	for _, e := range s.Ends {
		if e.Type != when.Date {
			return nil
		}
	}
	from, to := s.Ends[0], s.Ends[1]
	if to.Value == "PRESENT_REF" {
		to = when.Time{Type: when.Date, Value: isoDay(s.ref), Symbol: isoDay(s.ref), Begin: midnight(s.ref), Stop: midnight(s.ref).AddDate(0, 0, 1), Granularity: when.Day}
	}
	if from.Begin.IsZero() || to.Begin.IsZero() {
		return nil
	}
	begin, stop := s.period(from.Value, from).begin, s.period(to.Value, to).begin
	span := fmt.Sprintf("P%dD", int(stop.Sub(begin).Hours()/24+0.5))
	if from.Granularity != when.Day || to.Granularity != when.Day {
		months := 12*(stop.Year()-begin.Year()) + int(stop.Month()) - int(begin.Month())
		switch {
		case from.Granularity == when.Year && to.Granularity == when.Year:
			span = fmt.Sprintf("P%dY", stop.Year()-begin.Year())
		case from.Granularity >= when.Month && to.Granularity >= when.Month:
			span = fmt.Sprintf("P%dM", months)
		}
	}
	write := func(yearless bool, begin, stop time.Time) string {
		b, e := isoDay(begin), isoDay(stop)
		if yearless {
			b, e = "XXXX"+b[4:], "XXXX"+e[4:]
		}
		return suiteValue(fmt.Sprintf("(%s,%s,%s)", b, e, span), "", isoDay(begin), isoDay(stop), "")
	}
	if strings.HasPrefix(from.Symbol, "XXXX-") && strings.HasPrefix(to.Symbol, "XXXX-") && !strings.HasPrefix(from.Symbol, "XXXX-W") {
		for !begin.Before(s.ref) {
			begin, stop = begin.AddDate(-1, 0, 0), stop.AddDate(-1, 0, 0)
		}
		for begin.AddDate(1, 0, 0).Before(s.ref) {
			begin, stop = begin.AddDate(1, 0, 0), stop.AddDate(1, 0, 0)
		}
		return []string{write(true, begin, stop), write(true, begin.AddDate(1, 0, 0), stop.AddDate(1, 0, 0))}
	}
	return []string{write(false, begin, stop)}
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// lengthParts cuts a duration into its parts: P1Y2M gives {Y 1} {M 2}; letters
// of the clock have a T before them.
func lengthParts(value string) (units []string, numbers []float64, ok bool) {
	rest := strings.TrimPrefix(value, "P")
	clock := ""
	for rest != "" {
		if rest[0] == 'T' {
			clock, rest = "T", rest[1:]
			continue
		}
		end := 0
		for end < len(rest) && (rest[end] >= '0' && rest[end] <= '9' || rest[end] == '.' || rest[end] == '-') {
			end++
		}
		n, err := strconv.ParseFloat(rest[:end], 64)
		if err != nil || end == len(rest) {
			return nil, nil, false
		}
		letter := rest[end : end+1]
		if strings.HasPrefix(rest[end:], "WE") {
			letter = "WE"
		}
		units, numbers, rest = append(units, clock+letter), append(numbers, n), rest[end+len(letter):]
	}
	return units, numbers, len(units) > 0
}

func lengthInSeconds(value string) (float64, bool) {
	units, numbers, ok := lengthParts(value)
	total := 0.0
	for i, u := range units {
		total += numbers[i] * secondsIn[u]
	}
	return total, ok
}

// offset adds a signed duration ("P-2M") to t.
func offset(t time.Time, value string) (time.Time, bool) {
	units, numbers, ok := lengthParts(value)
	sign := 1.0
	for i, u := range units {
		n := numbers[i]
		if n < 0 {
			sign, n = -1, -n
		}
		n *= sign
		switch u {
		case "Y":
			t = t.AddDate(int(n), 0, 0)
		case "M":
			t = t.AddDate(0, int(n), 0)
		case "W":
			t = t.AddDate(0, 0, int(7*n))
		case "D":
			t = t.AddDate(0, 0, int(n))
		default:
			t = t.Add(time.Duration(n * secondsIn[u] * float64(time.Second)))
		}
	}
	return t, ok
}
