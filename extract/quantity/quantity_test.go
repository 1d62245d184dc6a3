package quantity_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/internal/analyser"
)

func analyse(text string) *lang.Text {
	return analyser.Analyse(&article.Article{Text: text, Body: article.Span{End: len(text)}})
}

// guessed annotates a text with tags and heads that depend on nothing but the
// words' lengths: right or wrong, nothing may break on them.
func guessed(text string) *lang.Text {
	x := &lang.Text{Source: text}
	for at := 0; at < len(text); {
		n := len(text) - at
		if i := strings.IndexAny(text[at:], " \n,.-$"); i > 0 {
			n = i
		} else if i == 0 {
			n = 1
		}
		if strings.TrimSpace(text[at:at+n]) != "" {
			i := len(x.Tokens)
			x.Tokens = append(x.Tokens, lang.Token{Span: article.Span{Start: at, End: at + n}, UPOS: lang.UPOS((i*7 + n) % 17), Rel: lang.Rel((i + n) % 50), Head: i / 2})
		}
		at += n
	}
	if len(x.Tokens) > 0 {
		x.Tokens[0].Head = -1
		x.Sentences = []lang.Sentence{{Span: x.Cover(0, len(x.Tokens)), End: len(x.Tokens)}}
	}
	return x
}

var inf = math.Inf(1)

func TestFind(t *testing.T) {
	type want struct {
		text      string
		kind      quantity.Kind
		low, high float64
		bound     quantity.Bound
		scope     quantity.Scope
		of        float64
		unit      string
		counted   string
	}
	cases := []struct {
		reason string
		text   string
		want   []want
	}{
		{"a plain count", "The flood closed 14 bridges.", []want{{text: "14 bridges", low: 14, high: 14, counted: "bridges"}}},
		{"what is coordinated is counted as a whole", "Rebels took 12 farms and hamlets.", []want{{text: "12 farms and hamlets", low: 12, high: 12, counted: "farms"}}},
		{"at least", "At least 31 miners died.", []want{{text: "At least 31 miners", low: 31, high: inf, bound: quantity.AtLeast, counted: "miners"}}},
		{"more than", "More than 200 homes burned.", []want{{text: "More than 200 homes", low: 200, high: inf, bound: quantity.MoreThan, counted: "homes"}}},
		{"up to", "Up to 40 guests got sick.", []want{{text: "Up to 40 guests", low: -inf, high: 40, bound: quantity.AtMost, counted: "guests"}}},
		{"nearly is about, and no more", "Nearly 90 teachers signed.", []want{{text: "Nearly 90 teachers", low: 81, high: 90, bound: quantity.About, counted: "teachers"}}},
		{"about", "About 50 boats sank.", []want{{text: "About 50 boats", low: 45, high: 55, bound: quantity.About, counted: "boats"}}},
		{"a bound behind", "The law covers firms with 20 or more workers.", []want{{text: "20 or more workers", low: 20, high: inf, bound: quantity.AtLeast, counted: "workers"}}},
		{"all", "All 16 crew members survived.", []want{{text: "All 16 crew members", low: 16, high: 16, scope: quantity.All, counted: "members"}}},
		{"out of", "Inspectors found mould in 22 out of 29 kitchens.", []want{{text: "22 out of 29 kitchens", low: 22, high: 22, scope: quantity.Part, of: 29, counted: "kitchens"}}},
		{"a participle behind a preposition says which ones", "Mould grew in 7 of the 9 kitchens inspected in the north.", []want{{text: "7 of the 9 kitchens inspected in the north", low: 7, high: 7, scope: quantity.Part, of: 9, counted: "kitchens"}}},
		{"of the", "Five of the hostages escaped.", []want{{text: "Five of the hostages", low: 5, high: 5, scope: quantity.Part, counted: "hostages"}}},
		{"one in five", "One in five voters stayed home.", []want{{text: "One in five voters", low: 1, high: 1, scope: quantity.Part, of: 5, counted: "voters"}}},
		{"odds with hyphens", "Sailors have a two-in-three chance of rain.", []want{{text: "two-in-three chance", low: 2, high: 2, scope: quantity.Part, of: 3, counted: "chance"}}},
		{"a fraction of a whole", "Two thirds of the budget is spent.", []want{{text: "Two thirds of the budget", low: 2. / 3, high: 2. / 3, scope: quantity.Part, of: 1, counted: "budget"}}},
		{"others are counted on top", "The blast killed six soldiers and wounded 30 others.", []want{{text: "six soldiers", low: 6, high: 6, counted: "soldiers"}, {text: "30 others", low: 30, high: 30, scope: quantity.More}}},
		{"another", "The court freed another 11 prisoners.", []want{{text: "another 11 prisoners", low: 11, high: 11, scope: quantity.More, counted: "prisoners"}}},
		{"both", "Both sides agreed.", []want{{text: "Both sides", low: 2, high: 2, scope: quantity.All, counted: "sides"}}},
		{"none", "None of the hostages was hurt.", []want{{text: "None of the hostages", scope: quantity.Part, counted: "hostages"}}},
		{"a range", "Between 5 and 10 people drowned.", []want{{text: "Between 5 and 10 people", low: 5, high: 10, bound: quantity.Between, counted: "people"}}},
		{"a range with a hyphen and one scale", "The bank lost $5-10 million.", []want{{text: "$5-10 million", kind: quantity.Money, low: 5e6, high: 1e7, bound: quantity.Between, unit: "USD"}}},
		{"from and to after a rise are two numbers", "The price rose from $5 to $8.", []want{{text: "$5", kind: quantity.Money, low: 5, high: 5, unit: "USD"}, {text: "$8", kind: quantity.Money, low: 8, high: 8, unit: "USD"}}},
		{"two bounds", "The fee is more than 10 and less than 20 euros.", []want{{text: "more than 10", low: 10, high: inf, bound: quantity.MoreThan}, {text: "less than 20 euros", kind: quantity.Money, low: -inf, high: 20, bound: quantity.LessThan, unit: "EUR"}}},
		{"money with a sign of a country", "It cost A$3.5m.", []want{{text: "A$3.5m", kind: quantity.Money, low: 3.5e6, high: 3.5e6, unit: "AUD"}}},
		{"money in words", "They paid ten thousand dollars.", []want{{text: "ten thousand dollars", kind: quantity.Money, low: 10000, high: 10000, unit: "USD"}}},
		{"cents are hundredths", "The toll rose by 75 cents.", []want{{text: "75 cents", kind: quantity.Money, low: .75, high: .75, unit: "USD"}}},
		{"pounds that are paid are money", "He paid 300 pounds.", []want{{text: "300 pounds", kind: quantity.Money, low: 300, high: 300, unit: "GBP"}}},
		{"pounds that weigh are not", "The pig weighs 300 pounds.", []want{{text: "300 pounds", kind: quantity.Measure, low: 136.07771, high: 136.07771, unit: "kg"}}},
		{"percent", "Turnout was 61 percent.", []want{{text: "61 percent", kind: quantity.Percent, low: 61, high: 61, unit: "%"}}},
		{"percentage points are another unit", "The rate fell 2 percentage points.", []want{{text: "2 percentage points", kind: quantity.Percent, low: 2, high: 2, unit: "pp"}}},
		{"percent of what", "Some 40 percent of farmers agree.", []want{{text: "Some 40 percent of farmers", kind: quantity.Percent, low: 36, high: 44, bound: quantity.About, scope: quantity.Part, unit: "%", counted: "farmers"}}},
		{"miles become kilometres", "The town lies 10 miles away.", []want{{text: "10 miles", kind: quantity.Measure, low: 16.09344, high: 16.09344, unit: "km"}}},
		{"Fahrenheit becomes Celsius", "It was 212 degrees Fahrenheit.", []want{{text: "212 degrees Fahrenheit", kind: quantity.Measure, low: 100, high: 100, unit: "°C"}}},
		{"feet and inches", "He is 6 feet 2 inches tall.", []want{{text: "6 feet 2 inches", kind: quantity.Measure, low: 0.00187960, high: 0.00187960, unit: "km"}}},
		{"a duration", "The siege lasted three weeks.", []want{{text: "three weeks", kind: quantity.Duration, low: 21, high: 21, unit: "d"}}},
		{"two years ago is a date", "The siege ended two years ago.", nil},
		{"an age with hyphens", "A 75-year-old man won.", []want{{text: "75-year-old", kind: quantity.Age, low: 75, high: 75, unit: "yr"}}},
		{"aged", "A boy aged 9 won.", []want{{text: "aged 9", kind: quantity.Age, low: 9, high: 9, unit: "yr"}}},
		{"the score of a vote", "The Senate passed it by a vote of 52-48.", []want{{text: "52-48", kind: quantity.Score, low: 48, high: 52}}},
		{"dozens", "He sold dozens of goats.", []want{{text: "dozens of goats", low: 24, high: inf, bound: quantity.AtLeast, counted: "goats"}}},
		{"several", "Several mayors resigned.", []want{{text: "Several mayors", low: 3, high: inf, bound: quantity.AtLeast, counted: "mayors"}}},
		{"how many is a question", "She asked how many goats died.", nil},
		{"years", "In 2016 the plant closed, as it had in 1998.", nil},
		{"dates", "On July 29, 2022, and on 7 August the plant closed.", nil},
		{"clock times", "It began at 7:30 p.m. and ended at 9 p.m. on Friday.", nil},
		{"names with numbers", "A Boeing 737 and an F-16 flew past.", nil},
		{"which one of a kind", "They met in Room 214.", []want{{text: "Room 214", kind: quantity.Ordinal, low: 214, high: 214, counted: "Room"}}},
		{"an attack and a habit", "Since 9/11 they watch it 24/7.", nil},
		{"telephone numbers", "Call 555-1234 or 212-555-1234.", nil},
		{"a decade", "In the 1990s he was in his 20s.", nil},
		{"streets", "She lives on 83rd Street.", nil},
		{"a compound", "They want a two-state solution.", nil},
		{"pronouns", "That one is the one who left.", nil},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			x := analyse(c.text)
			got := quantity.Find(x)
			var texts []string
			for _, q := range got {
				texts = append(texts, q.Span.In(c.text))
			}
			require.Len(t, got, len(c.want), "%q", texts)
			for i, w := range c.want {
				q := got[i]
				counted := ""
				if q.Counted >= 0 {
					counted = x.Form(q.Counted)
				}
				require.Equal(t, w.text, q.Span.In(c.text))
				require.Equal(t, w.kind, q.Kind)
				same(t, w.low, q.Low)
				same(t, w.high, q.High)
				require.Equal(t, w.bound, q.Bound)
				require.Equal(t, w.scope, q.Scope)
				require.Equal(t, w.of, q.Of)
				require.Equal(t, w.unit, q.Unit)
				require.Equal(t, w.counted, counted)
			}
		})
	}
}

func same(t *testing.T, want, got float64) {
	if math.IsInf(want, 0) {
		require.Equal(t, want, got)
		return
	}
	require.InDelta(t, want, got, 1e-5*max(1, math.Abs(want)))
}

// Spans lie in the text in order and don't overlap, intervals aren't turned
// round, tokens cover the span, and finding again gives the same.
func check(t require.TestingT, text string) {
	x := guessed(text)
	found := quantity.Find(x)
	end := 0
	for _, q := range found {
		require.LessOrEqual(t, end, q.Span.Start)
		require.False(t, q.Span.Empty())
		require.LessOrEqual(t, q.Span.End, len(text))
		require.True(t, q.Span.Contains(q.Number), "%q", q.Span.In(text))
		require.True(t, q.Span.Contains(q.Measure))
		require.False(t, q.Low > q.High)
		require.False(t, math.IsNaN(q.Low) || math.IsNaN(q.High))
		require.Less(t, q.First, q.End)
		require.LessOrEqual(t, x.Tokens[q.First].Span.Start, q.Span.Start)
		require.GreaterOrEqual(t, x.Tokens[q.End-1].Span.End, q.Span.End)
		require.Less(t, q.Counted, len(x.Tokens))
		end = q.Span.End
	}
	require.Equal(t, found, quantity.Find(x))
}

func TestFindLaws(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("at least more than 5 10 $ € million dollars percent of the all 19 out 29 - to between and from 2016 July , . half a one in five others another dozens several km feet inches old year years - : / ( ) one-third no few some over 7 less or so plus"))
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(word, 0, 25).Draw(t, "words") {
			text += w + rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "gap")
		}
		check(t, text)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("At least 22 out of 29 schools, $5-10m, 6-foot-4, 52-48, 75-year-old, “half of the 19 towns”, −5°C \xff")
	f.Fuzz(func(t *testing.T, text string) { check(t, strings.ToValidUTF8(text, "?")) })
}

func BenchmarkFind(b *testing.B) {
	folder := os.Getenv("XREF_DATA")
	if folder == "" {
		b.Skip("XREF_DATA is not set")
	}
	files, err := filepath.Glob(filepath.Join(folder, "seeds", "*.txt"))
	require.NoError(b, err)
	require.NotEmpty(b, files)
	size := 0
	var texts []*lang.Text
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(b, err)
		texts = append(texts, analyse(string(data)))
		size += len(data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, x := range texts {
			quantity.Find(x)
		}
	}
}
