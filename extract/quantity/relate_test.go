package quantity_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/quantity"
)

// only is the one quantity of a text.
func only(t *testing.T, text string) *quantity.Quantity {
	found := quantity.Find(analyse(text))
	require.Len(t, found, 1, text)
	return &found[0]
}

func TestRelate(t *testing.T) {
	for _, c := range []struct {
		reason, a, b string
		fit          quantity.Fit
		why          quantity.Why
	}{
		{"figures and words", "Police held 12 men.", "Police held twelve men.", quantity.Equal, quantity.None},
		{"a dozen", "Police held a dozen men.", "Police held 12 men.", quantity.Equal, quantity.None},
		{"commas", "The fire burned 1,012 houses.", "The fire burned 1012 houses.", quantity.Equal, quantity.None},
		{"another number", "Police held 12 men.", "Police held 14 men.", quantity.Apart, quantity.ByValue},
		{"a small number isn't rounded", "Police held 38 men.", "Police held 40 men.", quantity.Apart, quantity.ByValue},
		{"a large one is", "The fire burned 1,012 houses.", "The fire burned 1,000 houses.", quantity.RoundsTo, quantity.ByRounding},
		{"but not so far", "The fire burned 1,312 houses.", "The fire burned 1,000 houses.", quantity.Apart, quantity.ByValue},
		{"two numbers to the last digit", "The fire burned 1,012 houses.", "The fire burned 1,013 houses.", quantity.Apart, quantity.ByValue},
		{"millions", "The flood cost $2.48 million.", "The flood cost $2.5 million.", quantity.RoundsTo, quantity.ByRounding},
		{"about", "About 40 boats sank.", "Police counted 38 boats.", quantity.RoundsTo, quantity.ByRounding},
		{"about the number itself", "About 40 boats sank.", "Police counted 40 boats.", quantity.RoundsTo, quantity.ByRounding},
		{"not about", "About 40 boats sank.", "Police counted 52 boats.", quantity.Apart, quantity.ByRounding},
		{"nearly", "Nearly 2,000 houses burned.", "The fire burned 1,987 houses.", quantity.RoundsTo, quantity.ByRounding},
		{"nearly is below", "Nearly 2,000 houses burned.", "More than 2,000 houses burned.", quantity.Apart, quantity.ByRounding},
		{"at least the number", "Police held 19 men.", "Police held at least 19 men.", quantity.Narrower, quantity.ByBound},
		{"at least fewer", "Police held 25 men.", "Police held at least 19 men.", quantity.Narrower, quantity.ByBound},
		{"at least more", "Police held 15 men.", "Police held at least 19 men.", quantity.Apart, quantity.ByBound},
		{"two lower bounds", "Police held at least 25 men.", "Police held at least 19 men.", quantity.Narrower, quantity.ByValue},
		{"a lower and an upper bound", "Police held at least 25 men.", "Police held up to 40 men.", quantity.Overlaps, quantity.ByBound},
		{"bounds that exclude each other", "Police held at least 50 men.", "Police held up to 40 men.", quantity.Apart, quantity.ByBound},
		{"more than the number", "More than 1,000 houses burned.", "The fire burned 1,000 houses.", quantity.RoundsTo, quantity.ByBound},
		{"more than it", "More than 1,000 houses burned.", "The fire burned 1,012 houses.", quantity.Broader, quantity.ByBound},
		{"more and fewer", "More than 40 boats sank.", "Fewer than 40 boats sank.", quantity.Apart, quantity.ByBound},
		{"a range", "Police held 8 to 12 men.", "Police held 10 men.", quantity.Broader, quantity.ByPrecision},
		{"outside the range", "Police held 8 to 12 men.", "Police held 14 men.", quantity.Apart, quantity.ByPrecision},
		{"all", "All 19 towns fell.", "The army took 19 towns.", quantity.Narrower, quantity.ByShare},
		{"all of another number", "All 19 towns fell.", "The army took 17 towns.", quantity.Apart, quantity.ByValue},
		{"both", "Both men died.", "Two men died.", quantity.Narrower, quantity.ByShare},
		{"a denominator", "Mould grew in 22 of 29 schools.", "Mould grew in 22 schools.", quantity.Narrower, quantity.ByShare},
		{"of another whole", "Mould grew in 22 of 29 schools.", "Mould grew in 22 of 31 schools.", quantity.Apart, quantity.ByShare},
		{"the whole is no part", "Mould grew in 22 of 29 schools.", "Inspectors saw 29 schools.", quantity.NotComparable, quantity.ByShare},
		{"all of the whole", "Mould grew in 22 of 29 schools.", "Mould grew in all 29 schools.", quantity.Apart, quantity.ByValue},
		{"a bound and a denominator", "Mould grew in 22 of 29 schools.", "Mould grew in at least 22 schools.", quantity.Narrower, quantity.ByBound},
		{"percent and a ratio", "About mould, 60% of schools complained.", "Three in five schools complained.", quantity.Equal, quantity.None},
		{"percent and per cent", "Officials said 60% of schools had mould.", "Officials said 60 per cent of schools had mould.", quantity.Equal, quantity.None},
		{"another share", "Officials said 60% of schools had mould.", "Two in five schools had mould.", quantity.Apart, quantity.ByValue},
		{"a part of a number", "Officials said 76% of schools had mould.", "Mould grew in 22 of 29 schools.", quantity.RoundsTo, quantity.ByRounding},
		{"a percentage rounds to a whole one", "Officials said 59.7% of schools had mould.", "Officials said 60% of schools had mould.", quantity.RoundsTo, quantity.ByRounding},
		{"not to tens", "Officials said 58% of schools had mould.", "Officials said 60% of schools had mould.", quantity.Apart, quantity.ByValue},
		{"a third", "A third of the homes burned.", "Officials said 33% of homes burned.", quantity.RoundsTo, quantity.ByRounding},
		{"half is about half", "Half of the homes burned.", "Officials said 49% of homes burned.", quantity.RoundsTo, quantity.ByRounding},
		{"more than half isn't less", "More than half of the homes burned.", "Officials said 42% of homes burned.", quantity.Apart, quantity.ByBound},
		{"more than half", "More than half of the homes burned.", "Officials said 60% of homes burned.", quantity.Broader, quantity.ByBound},
		{"most", "Most homes burned.", "Officials said 60% of homes burned.", quantity.Broader, quantity.ByBound},
		{"most isn't less than half", "Most homes burned.", "Officials said 42% of homes burned.", quantity.Apart, quantity.ByBound},
		{"most are more than half", "Most homes burned.", "More than half of the homes burned.", quantity.Equal, quantity.None},
		{"none is no part", "None of the schools reopened.", "Most schools reopened.", quantity.Apart, quantity.ByBound},
		{"all is more than half", "All 19 schools reopened.", "Half of the schools reopened.", quantity.Apart, quantity.ByValue},
		{"a share is no number", "Half of the homes burned.", "The fire burned 12 homes.", quantity.NotComparable, quantity.ByShare},
		{"others are on top", "The blast wounded 39 others.", "The blast wounded 39 men.", quantity.NotComparable, quantity.ByAddition},
		{"others and others", "The blast wounded 39 others.", "The blast wounded 41 others.", quantity.Apart, quantity.ByValue},
		{"hundreds", "Hundreds of people fled.", "Police counted 300 people.", quantity.Broader, quantity.ByVagueness},
		{"hundreds aren't twelve", "Hundreds of people fled.", "Police counted 12 people.", quantity.Apart, quantity.ByVagueness},
		{"hundreds may be more", "Hundreds of people fled.", "Police counted 1,200 people.", quantity.Overlaps, quantity.ByVagueness},
		{"hundreds aren't thousands", "Hundreds of people fled.", "Thousands of people fled.", quantity.Apart, quantity.ByVagueness},
		{"a few hundred are hundreds", "A few hundred people fled.", "Hundreds of people fled.", quantity.Narrower, quantity.ByVagueness},
		{"tens of thousands aren't 3,000", "Tens of thousands of people marched.", "Police counted 3,000 people.", quantity.Apart, quantity.ByVagueness},
		{"thousands may be 40,000", "Thousands of people marched.", "Police counted 40,000 people.", quantity.Overlaps, quantity.ByVagueness},
		{"dozens", "Dozens of homes burned.", "The fire burned 45 homes.", quantity.Broader, quantity.ByVagueness},
		{"dozens and a bound", "Dozens of homes burned.", "More than 30 homes burned.", quantity.Overlaps, quantity.ByVagueness},
		{"several", "Several homes burned.", "The fire burned five homes.", quantity.Broader, quantity.ByVagueness},
		{"several aren't two hundred", "Several homes burned.", "The fire burned 200 homes.", quantity.Apart, quantity.ByVagueness},
		{"several are the same", "Several homes burned.", "The fire burned several homes.", quantity.Equal, quantity.None},
		{"several or many", "Several homes burned.", "Many homes burned.", quantity.NotComparable, quantity.ByVagueness},
		{"a few", "A few homes burned.", "The fire burned four homes.", quantity.Broader, quantity.ByVagueness},
		{"millions of dollars", "Millions of dollars were lost.", "The town lost $3 million.", quantity.Broader, quantity.ByVagueness},
		{"miles and kilometres", "He ran 12 miles.", "He ran 19 kilometres.", quantity.Equal, quantity.ByConversion},
		{"feet and metres", "The hill is 2,000 feet high.", "The hill is 600 m high.", quantity.Equal, quantity.ByConversion},
		{"a single digit", "The wall was 3 ft high.", "The wall was 1 m high.", quantity.RoundsTo, quantity.ByConversion},
		{"another length", "He ran 12 miles.", "He ran 21 kilometres.", quantity.Apart, quantity.ByValue},
		{"converted, with a bound", "He ran at least 12 miles.", "He ran at least 19 kilometres.", quantity.Equal, quantity.ByConversion},
		{"converted, one with a bound", "He ran 19 km.", "He ran at least 12 miles.", quantity.Narrower, quantity.ByBound},
		{"a length and an area", "The park has 12 miles.", "The park has 12 square miles.", quantity.NotComparable, quantity.ByUnit},
		{"heat", "It was 95 degrees Fahrenheit.", "It was 35 degrees Celsius.", quantity.Equal, quantity.ByConversion},
		{"weeks and days", "It lasted three weeks.", "It lasted 21 days.", quantity.Equal, quantity.ByConversion},
		{"a month is about 30 days", "It lasted one month.", "It lasted 30 days.", quantity.Equal, quantity.ByConversion},
		{"hours", "It lasted two hours.", "It lasted three hours.", quantity.Apart, quantity.ByValue},
		{"currencies", "It cost $5 million.", "It cost €5 million.", quantity.NotComparable, quantity.ByUnit},
		{"cents", "It cost $2.50.", "It cost 250 cents.", quantity.Equal, quantity.ByConversion},
		{"percentage points", "It rose by 5 percent.", "It rose by 5 percentage points.", quantity.NotComparable, quantity.ByUnit},
		{"ordinals", "The third attempt failed.", "The second attempt failed.", quantity.Apart, quantity.ByValue},
		{"ordinals and counts", "The third attempt failed.", "Three attempts failed.", quantity.NotComparable, quantity.ByKind},
		{"scores", "The senate vote was 52-48.", "The senate passed it by a vote of 52 to 48.", quantity.Equal, quantity.None},
		{"another score", "The senate vote was 52-48.", "The senate vote was 53-47.", quantity.Apart, quantity.ByValue},
		{"ages", "A 75-year-old man won.", "A 76-year-old man won.", quantity.Apart, quantity.ByValue},
	} {
		t.Run(c.reason, func(t *testing.T) {
			a, b := only(t, c.a), only(t, c.b)
			fit, why := quantity.Relate(a, b)
			require.Equal(t, c.fit.String()+" by "+c.why.String(), fit.String()+" by "+why.String())
		})
	}
}

func TestRelateLaws(t *testing.T) {
	bounds := []string{"", "", "at least ", "more than ", "up to ", "fewer than ", "about ", "nearly ", "all ", "another ", "between 3 and "}
	numbers := []string{"5", "19", "20", "38", "1,000", "1,012", "2.5 million", "a dozen", "three", "half", "60%", "none", "one in five", "dozens", "hundreds", "several", "a few", "many", "most", "two-thirds", "$5", "$5.2", "€5", "250 cents", "12 miles", "19 km", "600 m", "2,000 feet", "5 percent", "2 percentage points", "the third", "three weeks", "21 days", "a month", "two years"}
	wholes := []string{" of the 29", " out of 29", " of 40", " of the", "", "", ""}
	draw := rapid.Custom(func(t *rapid.T) *quantity.Quantity {
		text := "They saw " + rapid.SampledFrom(bounds).Draw(t, "bound") + rapid.SampledFrom(numbers).Draw(t, "number") + rapid.SampledFrom(wholes).Draw(t, "whole") + " houses."
		found := quantity.Find(analyse(text))
		if len(found) == 0 {
			return &quantity.Quantity{Low: 4, High: 4, Value: 4}
		}
		return &found[0]
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw.Draw(t, "a"), draw.Draw(t, "b")
		there, why := quantity.Relate(a, b)
		back, whyBack := quantity.Relate(b, a)
		require.Equal(t, there, back.Mirror())
		require.Equal(t, why, whyBack)
		fit, _ := quantity.Relate(a, a)
		require.Equal(t, quantity.Equal, fit)
	})
	fit, why := quantity.Relate(nil, &quantity.Quantity{})
	require.Equal(t, quantity.NotComparable, fit)
	require.Equal(t, quantity.ByKind, why)
}
