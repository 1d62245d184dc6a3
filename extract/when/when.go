// Package when reads dates, times and durations in text and resolves them
// against the article's own date (TimeML's TIMEX3).
package when

import (
	"time"

	"xref/extract/article"
)

// Time is one time expression. Find makes it from the annotated text and the
// date of publication; comparing stages hold the intervals of two articles
// against each other.
type Time struct {
	Span       article.Span // with the preposition that bends it: "since late February"
	Core       article.Span // the expression itself, as TIMEX3 has it: "late February"
	First, End int          // its tokens are First to End, End excluded
	Type       Type
	Value      string // TIMEX3 value: "2022-07-29", "2022-W31", "XXXX-WXX-3", "P6M", "PAST_REF"
	// Symbol is the value before it was resolved: "XXXX-WXX-3" for Wednesday,
	// "THIS P1W OFFSET P-1W" for last week, "PRESENT_REF OFFSET P-2M" for two
	// months ago. Where nothing is to be resolved it is Value.
	Symbol      string
	Begin, Stop time.Time // the interval it covers, Stop excluded, in UTC; both zero where it is symbolic
	Granularity Granularity
	Modifier    Modifier
	Zone        string // of a clock time, as it is told, in lower case: "gmt", "local"; Begin and Stop don't heed it
	Relative    bool   // it was resolved against another date: "last week", "Wednesday"
	Misfit      bool   // it names a weekday that its date doesn't fall on
	ahead       int    // minutes that a zone of the value is ahead of Greenwich, while times are compared
	Longest     string // of "two to three weeks", the value of three weeks
	Freq        int    // of "twice a week", 2; 0 where it isn't told
	Ends        []Time // of "between April and July", April and July
}

// Overlaps reports whether the intervals of two known times have a moment in
// common.
func (t *Time) Overlaps(o *Time) bool { return t.Begin.Before(o.Stop) && o.Begin.Before(t.Stop) }

// Type is TIMEX3's type.
type Type uint8

// The types of time expressions.
const (
	Date Type = iota
	Clock
	Duration
	Set // "every Friday"
)

// Granularity is the finest part of a date that the text gives.
type Granularity uint8

// The granularities, fine to coarse.
const (
	Unknown Granularity = iota
	Second
	Minute
	Hour
	PartOfDay
	Day
	Weekend
	Week
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
)

// Modifier says how the text bends a time.
type Modifier uint8

// The modifiers.
const (
	Plain Modifier = iota
	Before
	After
	Since
	Until
	Early
	Mid
	Late
	Approximate
	AtLeast // of a length of time, as the three behind it
	MoreThan
	AtMost
	LessThan
)
