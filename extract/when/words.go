package when

import "strings"

// unitOfTime is a unit with how many of it a word means: a fortnight is two weeks.
type unitOfTime struct {
	unit   Granularity
	times  int
	plural bool
}

// unitWords are the units of time by their words.
var unitWords = func() map[string]unitOfTime {
	table := make(map[string]unitOfTime)
	for _, row := range []struct {
		unit  Granularity
		times int
		words string
	}{
		{Second, 1, "second seconds sec secs"}, {Minute, 1, "minute minutes min mins"}, {Hour, 1, "hour hours hr hrs"},
		{Day, 1, "day days"}, {Day, 1, "night nights"}, {Week, 1, "week weeks"}, {Week, 2, "fortnight fortnights"},
		{Weekend, 1, "weekend weekends"}, {Month, 1, "month months"}, {Quarter, 1, "quarter quarters"},
		{Year, 1, "year years yr yrs"}, {Decade, 1, "decade decades"}, {Century, 1, "century centuries"},
		{Season, 1, "season seasons"}, {Century, 10, "millennium millennia millenniums"},
	} {
		for _, w := range strings.Fields(row.words) {
			table[w] = unitOfTime{row.unit, row.times, strings.HasSuffix(w, "s") || w == "millennia"}
		}
	}
	return table
}()

// unitLetters stand glued to figures: "3h", "10d", "3y".
var unitLetters = map[string]Granularity{"h": Hour, "d": Day, "y": Year, "yr": Year, "hr": Hour, "min": Minute}

// letters are TIMEX3's designators of durations.
var letters = map[Granularity]string{
	Second: "S", Minute: "M", Hour: "H", Day: "D", Weekend: "WE", Week: "W", Month: "M", Season: "S", Quarter: "Q", Half: "H",
	Year: "Y", Decade: "E", Century: "C",
}

// unitAdjectives stand between a number and its unit without changing it.
var unitAdjectives = wordSet(`more additional full whole long straight consecutive trading business working calendar fiscal school
	successive entire short solid different separate extra further academic`)

// seasons are TIMEX3's.
var seasons = map[string]string{
	"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI",
	"springtime": "SP", "summertime": "SU", "wintertime": "WI",
}

// seasonMonths are the month that a season begins in, on the northern
// hemisphere by the meteorologists' reckoning; winter begins in the year before.
var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// dayParts are the parts of a day by their words, with TIMEX3's code.
var dayParts = map[string]string{
	"morning": "MO", "mornings": "MO", "dawn": "MO", "sunrise": "MO", "afternoon": "AF", "afternoons": "AF",
	"evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV", "night": "NI", "nights": "NI", "nighttime": "NI",
	"nightfall": "NI", "midday": "MI", "lunchtime": "MI", "daytime": "DT",
}

// references are the words and phrases of a time that is told only as past,
// present or future.
var references = []struct {
	phrase string
	value  string
}{
	{"right now", "PRESENT_REF"}, {"just now", "PRESENT_REF"}, {"at the moment", "PRESENT_REF"}, {"at present", "PRESENT_REF"}, {"at this time", "PRESENT_REF"},
	{"at the present time", "PRESENT_REF"}, {"these days", "PRESENT_REF"}, {"nowadays", "PRESENT_REF"}, {"presently", "PRESENT_REF"},
	{"now", "PRESENT_REF"}, {"currently", "PRESENT_REF"}, {"at the minute", "PRESENT_REF"}, {"current", "PRESENT_REF"},
	{"recently", "PAST_REF"}, {"more recently", "PAST_REF"}, {"most recently", "PAST_REF"}, {"lately", "PAST_REF"},
	{"recent", "PAST_REF"}, {"the past", "PAST_REF"}, {"the recent past", "PAST_REF"}, {"long ago", "PAST_REF"},
	{"soon", "FUTURE_REF"}, {"shortly", "FUTURE_REF"}, {"the future", "FUTURE_REF"}, {"the near future", "FUTURE_REF"}, {"near future", "FUTURE_REF"},
	{"the foreseeable future", "FUTURE_REF"}, {"the near term", "FUTURE_REF"}, {"the short term", "FUTURE_REF"},
	{"as soon as possible", "FUTURE_REF"},
}

// referencesBy finds the phrases by their first word.
var referencesBy = func() map[string][]int {
	table := make(map[string][]int)
	for i, r := range references {
		first, _, _ := strings.Cut(r.phrase, " ")
		table[first] = append(table[first], i)
	}
	return table
}()

// demonstratives place a unit relative to now: "last week" is one back.
var demonstratives = map[string]int{
	"this": 0, "current": 0, "present": 0, "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
	"next": 1, "coming": 1, "upcoming": 1, "following": 1, "same": 0, "that": 0,
}

// repeats are adverbs and adjectives of sets, with TIMEX3's value.
var repeats = map[string]string{
	"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
	"nightly": "P1D", "biweekly": "P2W", "bimonthly": "P2M", "fortnightly": "P2W",
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
