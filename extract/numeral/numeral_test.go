package numeral_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/numeral"
)

// atoms splits a text that is one sentence without tokens.
func atoms(text string) []numeral.Atom {
	t := &lang.Text{Source: text}
	return numeral.Split(t, lang.Sentence{Span: article.Span{End: len(text)}}, nil)
}

type number struct {
	text  string
	value float64
	form  numeral.Form
}

func TestFind(t *testing.T) {
	cases := []struct {
		reason string
		text   string
		want   []number
	}{
		{"commas group thousands", "It cost 1,250,000 in all", []number{{"1,250,000", 1250000, numeral.Whole}}},
		{"India groups by two", "some 12,34,567 voters", []number{{"12,34,567", 1234567, numeral.Whole}}},
		{"a comma with one or two digits behind it is decimal", "grew 3,5 points", []number{{"3,5", 3.5, numeral.Decimal}}},
		{"a comma and a space set numbers apart", "rows 3, 5 and 7", []number{{"3", 3, numeral.Whole}, {"5", 5, numeral.Whole}, {"7", 7, numeral.Whole}}},
		{"spaces group thousands", "about 45 000 men", []number{{"45 000", 45000, numeral.Whole}}},
		{"a day and a year are no group", "June 12 300 soldiers left", []number{{"12", 12, numeral.Whole}, {"300", 300, numeral.Whole}}},
		{"a scale multiplies figures", "2.5 million refugees", []number{{"2.5 million", 2.5e6, numeral.Decimal}}},
		{"abbreviated scales", "a 3bn loan and 40k jobs", []number{{"3bn", 3e9, numeral.Whole}, {"40k", 40000, numeral.Whole}}},
		{"the network is no number of billions", "a 5G mast", []number{{"5", 5, numeral.Whole}}},
		{"words with and", "two hundred and six boats", []number{{"two hundred and six", 206, numeral.Whole}}},
		{"hyphens join tens and units", "twenty-one thousand", []number{{"twenty-one thousand", 21000, numeral.Whole}}},
		{"and between two numbers of one scale joins nothing", "between two million and five million", []number{{"two million", 2e6, numeral.Whole}, {"five million", 5e6, numeral.Whole}}},
		{"an article can stand for one", "a thousand and one nights", []number{{"a thousand and one", 1001, numeral.Whole}}},
		{"dozens", "half a dozen eggs, three dozen plates", []number{{"half a dozen", 6, numeral.Fraction}, {"three dozen", 36, numeral.Whole}}},
		{"fractions in words", "two thirds of them", []number{{"two thirds", 2. / 3, numeral.Fraction}}},
		{"whole and part", "two and a half years", []number{{"two and a half", 2.5, numeral.Fraction}}},
		{"with hyphens", "a two-and-a-half-hour talk", []number{{"two-and-a-half", 2.5, numeral.Fraction}}},
		{"a million and a half", "three million and a half", []number{{"three million and a half", 3.5e6, numeral.Fraction}}},
		{"fractions in figures", "10 1/2 miles", []number{{"10 1/2", 10.5, numeral.Fraction}}},
		{"a date isn't a fraction", "since 9/11 they", []number{{"9", 9, numeral.Whole}, {"11", 11, numeral.Whole}}},
		{"one in five", "one in five voters", []number{{"one in five", .2, numeral.Fraction}}},
		{"odds with hyphens", "a two-in-three chance, a 1-in-4 risk", []number{{"two-in-three", 2. / 3, numeral.Fraction}, {"1-in-4", .25, numeral.Fraction}}},
		{"a hyphen before in alone", "two-in three boats", []number{{"two", 2, numeral.Whole}, {"three", 3, numeral.Whole}}},
		{"one in a year is no ratio", "one in 2016", []number{{"one", 1, numeral.Whole}, {"2016", 2016, numeral.Whole}}},
		{"ordinals", "the twenty-first and 22nd floors", []number{{"twenty-first", 21, numeral.Ordinal}, {"22nd", 22, numeral.Ordinal}}},
		{"seconds are time", "thirty seconds", []number{{"thirty", 30, numeral.Whole}}},
		{"minus", "minus 12 degrees, or -5", []number{{"minus 12", -12, numeral.Whole}, {"-5", -5, numeral.Whole}}},
		{"a hyphen between figures is no minus", "10-5", []number{{"10", 10, numeral.Whole}, {"5", 5, numeral.Whole}}},
		{"one in place of a noun", "the one she chose, and that one", nil},
		{"figures behind letters are a code", "an AK47 and the A4", nil},
		{"spoken decimals", "nine point nought four", []number{{"nine point nought four", 9.04, numeral.Decimal}}},
		{"addresses hold no numbers", "see https://example.org/2020/11/22/x7 for 3", []number{{"3", 3, numeral.Whole}}},
		{"versions are no decimals", "version 1.2.3", []number{{"1", 1, numeral.Whole}, {"2", 2, numeral.Whole}, {"3", 3, numeral.Whole}}},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			a := atoms(c.text)
			var got []number
			for _, n := range numeral.Find(a) {
				got = append(got, number{c.text[a[n.First].Span.Start:a[n.End-1].Span.End], n.Value, n.Form})
			}
			require.Len(t, got, len(c.want), "%v", got)
			for i, w := range c.want {
				require.Equal(t, w.text, got[i].text)
				require.InDelta(t, w.value, got[i].value, 1e-6)
				require.Equal(t, w.form, got[i].form)
			}
		})
	}
}

func TestVague(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		least        float64
	}{
		{"a bare plural", "dozens fled", 24},
		{"plurals of plurals", "tens of thousands of people", 20000},
		{"a few of a scale", "a few hundred tents", 300},
		{"several", "several million voters", 3e6},
	} {
		n := numeral.Find(atoms(c.text))
		require.Len(t, n, 1, c.reason)
		require.True(t, n[0].Vague, c.reason)
		require.Equal(t, c.least, n[0].Value, c.reason)
	}
}

func TestYearInWords(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		year         int
	}{
		{"two pairs", "nineteen ninety-six", 1996},
		{"twenty and a teen", "twenty fifteen", 2015},
		{"hundreds", "nineteen hundred and five", 1905},
		{"a count goes on with a scale", "nineteen thousand", 0},
		{"two numbers with and", "nineteen and ninety", 0},
	} {
		year, _ := numeral.YearInWords(atoms(c.text), 0)
		require.Equal(t, c.year, year, c.reason)
	}
}

// Numbers lie in order, don't overlap and are the same when found again.
func TestFindLaws(t *testing.T) {
	word := rapid.SampledFrom([]string{"twenty", "one", "hundred", "and", "a", "half", "third", "thousands", "million", "-", "5", "1,000", ".", "/", "2016", "of", "in", "point", "few", "½", "k", "^", "over"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOf(word).Draw(t, "words") {
			text += w + rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap")
		}
		check(t, text)
	})
}

func check(t require.TestingT, text string) {
	a := atoms(text)
	found := numeral.Find(a)
	end := 0
	for _, n := range found {
		require.LessOrEqual(t, end, n.First)
		require.Less(t, n.First, n.End)
		require.LessOrEqual(t, n.End, len(a))
		end = n.End
	}
	require.Equal(t, found, numeral.Find(a))
	at := 0
	for _, x := range a {
		require.LessOrEqual(t, at, x.Span.Start)
		require.False(t, x.Span.Empty())
		at = x.Span.End
	}
	require.LessOrEqual(t, at, len(text))
	numeral.FindRanks(a)
	for i := range a {
		numeral.YearInWords(a, i)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("two hundred and six, 1.5e3, 2 1/2, one in five, ½, -3, ’90s \xff")
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}
