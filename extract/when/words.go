package when

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"xref/extract/lexicon"
)

// unitOfTime is a unit with how many of it a word means: a fortnight is two weeks.
type unitOfTime struct {
	unit   Granularity
	times  int
	plural bool
}

var granularityNames = []string{"unknown", "second", "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"}

// unitWords are the units of time by their words.
var unitWords = lexicon.TableOf(lexicon.TimeWords, "units of time", func(fields []string) (u unitOfTime, err error) {
	if len(fields) < 2 || len(fields) > 3 || len(fields) == 3 && fields[2] != "plural" {
		return u, fmt.Errorf("%q isn't a granularity, a number and perhaps plural", fields)
	}
	if u.unit, err = lexicon.Choice[Granularity](fields[0], granularityNames); err != nil {
		return u, err
	}
	u.times, err = strconv.Atoi(fields[1])
	u.plural = len(fields) == 3
	return u, err
})

// unitLetters stand glued to figures: "3h", "10d", "3y".
var unitLetters = lexicon.TableOf(lexicon.TimeWords, "units glued to figures", func(fields []string) (Granularity, error) {
	return lexicon.Choice[Granularity](strings.Join(fields, "\t"), granularityNames)
})

// letters are TIMEX3's designators of durations.
var letters = map[Granularity]string{
	Second: "S", Minute: "M", Hour: "H", Day: "D", Weekend: "WE", Week: "W", Month: "M", Season: "S", Quarter: "Q", Half: "H",
	Year: "Y", Decade: "E", Century: "C",
}

// unitAdjectives stand between a number and its unit without changing it.
var unitAdjectives = lexicon.TimeWords.Words("adjectives between a number and its unit")

// seasons and dayParts are words with TIMEX3's codes; repeats are adverbs and
// adjectives of sets with its values.
var (
	seasons  = lexicon.TimeWords.Names("seasons")
	dayParts = lexicon.TimeWords.Names("parts of the day")
	repeats  = lexicon.TimeWords.Names("repeats")
)

// seasonMonths are the month that a season begins in, on the northern
// hemisphere by the meteorologists' reckoning; winter begins in the year before.
var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// reference is a word or phrase of a time that is told only as past, present or
// future, with TIMEX3's value.
type reference struct {
	phrase []string
	value  string
}

// referencesBy finds the references by their first word.
var referencesBy = sync.OnceValue(func() map[string][]reference {
	table := make(map[string][]reference)
	for _, row := range lexicon.TimeWords.Rows("references") {
		phrase := strings.Fields(row[0])
		table[phrase[0]] = append(table[phrase[0]], reference{phrase: phrase, value: row[1]})
	}
	return table
})

// demonstratives place a unit relative to now: "last week" is one back.
var demonstratives = lexicon.TimeWords.Integers("adjectives of order")
