package when_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/when"
)

// only is the one time of a text.
func only(t *testing.T, text string, published time.Time) *when.Time {
	found := when.Find(analyse(text), published)
	require.Len(t, found, 1, text)
	return &found[0]
}

func TestRelate(t *testing.T) {
	for _, c := range []struct {
		reason, a, b string
		fit          when.Fit
		why          when.Why
	}{
		{"a weekday and its date", "It began on Friday.", "It began on July 29, 2022.", when.Equal, when.None},
		{"today and the date", "It began today.", "It began on 4 August 2022.", when.Equal, when.None},
		{"another day", "It began on Friday.", "It began on Monday.", when.Apart, when.ByValue},
		{"a day and its month", "It began on July 29.", "It began in July.", when.Narrower, when.ByGranularity},
		{"a day and another month", "It began on July 29.", "It began in June.", when.Apart, when.ByValue},
		{"last week and last month", "He left last week.", "He left last month.", when.Narrower, when.ByGranularity},
		{"last week and this week", "He left last week.", "He left this week.", when.Apart, when.ByValue},
		{"a clock time and its day", "It closed at 2:15 p.m. on Friday.", "It closed on Friday.", when.Narrower, when.ByGranularity},
		{"a clock time and an evening", "It closed at 7 p.m. on Friday.", "It closed on Friday evening.", when.Narrower, when.ByGranularity},
		{"a clock time and another part of the day", "It closed at 7 p.m. on Friday.", "It closed on Friday morning.", when.Apart, when.ByValue},
		{"an hour and its minutes", "It closed at 2 p.m.", "It closed at 2:15 p.m.", when.Broader, when.ByGranularity},
		{"another hour", "It closed at 2 p.m.", "It closed at 3 p.m.", when.Apart, when.ByValue},
		{"the day of a clock time may be guessed", "It closed at 2 p.m.", "It closed at 2 p.m. on Friday.", when.Broader, when.ByGranularity},
		{"the hour isn't guessed", "It closed at 3 p.m.", "It closed at 2 p.m. on Friday.", when.Apart, when.ByValue},
		{"a guessed day is no other day", "It closed at 3 p.m.", "It closed on Friday.", when.NotComparable, when.ByUnknown},
		{"a guessed day may be the day", "It closed at 3 p.m.", "It closed today.", when.Narrower, when.ByGranularity},
		{"until the day", "It is open until Friday.", "It is open on August 5.", when.Broader, when.ByModifier},
		{"until another day", "It is open until Friday.", "It is open until Saturday.", when.Apart, when.ByValue},
		{"until and after", "It is open until Friday.", "It is open after Friday.", when.Overlaps, when.ByModifier},
		{"before and after", "It opened before July 29, 2022.", "It opened after July 29, 2022.", when.Apart, when.ByModifier},
		{"before isn't on", "It opened before July 29, 2022.", "It opened on July 29, 2022.", when.Apart, when.ByModifier},
		{"after leaves days open", "It opened after July 29, 2022.", "It opened on July 31, 2022.", when.Broader, when.ByModifier},
		{"since", "It rained since July 2.", "It rained since July 3.", when.Apart, when.ByValue},
		{"early and late", "It rained in early July.", "It rained in late July.", when.Apart, when.ByModifier},
		{"early and the month", "It rained in early July.", "It rained in July.", when.Narrower, when.ByModifier},
		{"early and a day in it", "It rained in early July.", "It rained on July 2.", when.Broader, when.ByModifier},
		{"late and a day not in it", "It rained in late July.", "It rained on July 2.", when.Apart, when.ByModifier},
		{"around noon", "It closed around noon.", "It closed at 12:20 p.m.", when.Overlaps, when.ByModifier},
		{"a range and a day in it", "The fair ran July 2-5.", "The fair ran on July 3.", when.Broader, when.ByGranularity},
		{"a range of years", "He ruled from 1998 to 2004.", "He ruled from 1998 to 2005.", when.Narrower, when.ByGranularity},
		{"weeks and days", "It lasted three weeks.", "It lasted 21 days.", when.Equal, when.None},
		{"a month and days", "It lasted a month.", "It lasted 30 days.", when.Equal, when.None},
		{"another length", "It lasted two hours.", "It lasted three hours.", when.Apart, when.ByValue},
		{"about three weeks", "It lasted about three weeks.", "It lasted 20 days.", when.Broader, when.ByModifier},
		{"several weeks", "It lasted several weeks.", "It lasted three weeks.", when.Broader, when.ByVagueness},
		{"several weeks aren't a day", "It lasted several weeks.", "It lasted two days.", when.Apart, when.ByVagueness},
		{"a length is no date", "It lasted three weeks.", "It began on Friday.", when.NotComparable, when.ByType},
		{"every day and daily", "The court meets every day.", "The court meets daily.", when.Equal, when.None},
		{"a weekday is once a week", "The court meets every Friday.", "The court meets every week.", when.Narrower, when.ByGranularity},
		{"and not every day", "The court meets every Friday.", "The court meets every day.", when.Apart, when.ByValue},
		{"another weekday", "The court meets every Friday.", "The court meets every Monday.", when.Apart, when.ByValue},
		{"every two weeks", "The court meets every two weeks.", "The court meets every week.", when.Apart, when.ByValue},
		{"twice and once a week", "The court meets twice a week.", "The court meets once a week.", when.Apart, when.ByValue},
		{"three times a year", "The court meets three times a year.", "The court meets three times a year.", when.Equal, when.None},
		{"twice a month is about every two weeks", "The court meets twice a month.", "The court meets every two weeks.", when.Overlaps, when.ByValue},
		{"at least a length", "It lasted at least two weeks.", "It lasted three weeks.", when.Broader, when.ByModifier},
		{"at most a length", "It lasted up to two weeks.", "It lasted three weeks.", when.Apart, when.ByModifier},
		{"less than a length", "It lasted less than two weeks.", "It lasted two weeks.", when.Apart, when.ByModifier},
		{"two to three weeks", "It lasted two to three weeks.", "It lasted three weeks.", when.Broader, when.ByGranularity},
		{"two to three weeks aren't five", "It lasted two to three weeks.", "It lasted five weeks.", when.Apart, when.ByGranularity},
		{"zones", "It closed at 2 p.m. GMT on Friday.", "It closed at 3 p.m. BST on Friday.", when.Equal, when.None},
		{"zones of bare clock times", "It closed at 1400 GMT.", "It closed at 9 a.m. EST.", when.Narrower, when.ByGranularity},
		{"another time in its zone", "It closed at 1400 GMT.", "It closed at 1400 EST.", when.Apart, when.ByValue},
		{"a zone and none", "It closed at 1200 GMT.", "It closed at 2 p.m. local time.", when.NotComparable, when.ByUnknown},
		{"half past", "It closed at half past two.", "It closed at 2:30.", when.Equal, when.None},
		{"the small hours", "It closed in the early hours of Sunday.", "It closed at 3 a.m. on Sunday.", when.Broader, when.ByGranularity},
		{"the year before last", "It closed the year before last.", "It closed in 2020.", when.Equal, when.None},
		{"then and now", "He recently left.", "He is now at sea.", when.NotComparable, when.ByUnknown},
	} {
		t.Run(c.reason, func(t *testing.T) {
			fit, why := when.Relate(only(t, c.a, published), only(t, c.b, published))
			require.Equal(t, c.fit.String()+" by "+c.why.String(), fit.String()+" by "+why.String())
		})
	}
}

func TestRelateUndated(t *testing.T) {
	for _, c := range []struct {
		reason, a, b string
		fit          when.Fit
		why          when.Why
	}{
		{"a weekday", "It began on Friday.", "It began on Friday.", when.Equal, when.None},
		{"another weekday", "It began on Friday.", "It began on Monday.", when.Apart, when.ByValue},
		{"a weekday and a date of that weekday", "It began on Friday.", "It began on July 29, 2022.", when.Broader, when.ByGranularity},
		{"a weekday and another date", "It began on Friday.", "It began on July 30, 2022.", when.Apart, when.ByValue},
		{"a day without its year", "It began on July 29.", "It began on July 29, 2022.", when.Broader, when.ByGranularity},
		{"a day and its month", "It began on July 29.", "It began in July 2022.", when.Overlaps, when.ByGranularity},
		{"a weekday and a day of a month", "It began on July 29.", "It began on Friday.", when.NotComparable, when.ByUnknown},
		{"until a weekday", "It is open until Friday.", "It is open on Friday.", when.Broader, when.ByModifier},
		{"last week and last month", "He left last week.", "He left last month.", when.NotComparable, when.ByUnknown},
		{"last week", "He left last week.", "He left last week.", when.Equal, when.None},
		{"early and late", "It closed early on Friday.", "It closed late on Friday.", when.Apart, when.ByModifier},
		{"a clock time", "It closed at 2 p.m.", "It closed at 2:15 p.m.", when.Broader, when.ByGranularity},
	} {
		t.Run(c.reason, func(t *testing.T) {
			fit, why := when.Relate(only(t, c.a, time.Time{}), only(t, c.b, time.Time{}))
			require.Equal(t, c.fit.String()+" by "+c.why.String(), fit.String()+" by "+why.String())
		})
	}
}

func TestRelateLaws(t *testing.T) {
	modifier := rapid.SampledFrom([]string{"", "", "", "in ", "on ", "since ", "until ", "before ", "after ", "early ", "late ", "mid-", "around ", "about "})
	word := rapid.SampledFrom([]string{"July", "July 29", "July 29, 2022", "June 2021", "Friday", "Friday evening", "Monday morning", "2 p.m.", "2:15 p.m. on Friday", "noon", "midnight", "last week", "this month", "next year", "two days ago", "two hours ago", "yesterday", "2019", "the 1990s", "the summer of 2021", "three weeks", "21 days", "a month", "several weeks", "the past two months", "every day", "every Friday", "every July", "recently", "now", "July 2-5", "the third quarter"})
	draw := rapid.Custom(func(t *rapid.T) *when.Time {
		text := "It rained " + modifier.Draw(t, "modifier") + word.Draw(t, "word") + "."
		found := when.Find(analyse(text), rapid.SampledFrom([]time.Time{{}, published, published.AddDate(0, 0, 3)}).Draw(t, "published"))
		if len(found) == 0 {
			return &when.Time{Type: when.Duration, Value: "P3D", Granularity: when.Day}
		}
		return &found[0]
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw.Draw(t, "a"), draw.Draw(t, "b")
		there, why := when.Relate(a, b)
		back, whyBack := when.Relate(b, a)
		require.Equal(t, there, back.Mirror())
		require.Equal(t, why, whyBack)
		fit, _ := when.Relate(a, a)
		require.Equal(t, when.Equal, fit)
	})
	fit, why := when.Relate(nil, &when.Time{})
	require.Equal(t, when.NotComparable, fit)
	require.Equal(t, when.ByType, why)
}

func TestSameDay(t *testing.T) {
	east, west := time.FixedZone("", 9*3600), time.FixedZone("", -8*3600)
	at := func(day, hour int, zone *time.Location) time.Time {
		return time.Date(2022, 8, day, hour, 0, 0, 0, zone)
	}
	for _, c := range []struct {
		reason      string
		a, b        time.Time
		same, known bool
	}{
		{"morning and noon", at(4, 9, time.UTC), at(4, 12, time.UTC), true, true},
		{"the next day, an hour later", at(4, 23, time.UTC), at(5, 0, time.UTC), false, true},
		{"each in its own zone", at(4, 9, east), at(4, 20, west), true, true},
		{"one moment, two days", at(5, 2, east), at(4, 9, west), false, true},
		{"unknown", time.Time{}, at(4, 9, time.UTC), false, false},
	} {
		same, known := when.SameDay(c.a, c.b)
		require.Equal(t, c.same, same, c.reason)
		require.Equal(t, c.known, known, c.reason)
	}
}
