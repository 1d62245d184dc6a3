package when_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/when"
	"xref/internal/analyser"
)

func analyse(text string) *lang.Text {
	return analyser.Analyse(&article.Article{Text: text, Body: article.Span{End: len(text)}})
}

// published is a Thursday.
var published = time.Date(2022, 8, 4, 0, 0, 0, 0, time.UTC)

func TestFind(t *testing.T) {
	type want struct {
		text, value string
		typ         when.Type
		modifier    when.Modifier
	}
	cases := []struct {
		reason string
		text   string
		want   []want
	}{
		{"a full date", "It began on July 29, 2022.", []want{{text: "July 29, 2022", value: "2022-07-29"}}},
		{"day first", "It began on 2 Jul 2016.", []want{{text: "2 Jul 2016", value: "2016-07-02"}}},
		{"figures", "It began on 2016-07-02.", []want{{text: "2016-07-02", value: "2016-07-02"}}},
		{"words", "They met on the fourth of July, 1995.", []want{{text: "the fourth of July, 1995", value: "1995-07-04"}}},
		{"a day without its year is the nearest one", "It ended on Jan. 13.", []want{{text: "Jan. 13", value: "2022-01-13"}}},
		{"the future leans forward", "The show will open on Jan. 13.", []want{{text: "Jan. 13", value: "2023-01-13"}}},
		{"a weekday of the past", "The mayor resigned on Wednesday.", []want{{text: "Wednesday", value: "2022-08-03"}}},
		{"the day of publication", "The mayor resigned on Thursday.", []want{{text: "Thursday", value: "2022-08-04"}}},
		{"a weekday to come", "The council will meet on Wednesday.", []want{{text: "Wednesday", value: "2022-08-10"}}},
		{"last weekday", "He left last Thursday.", []want{{text: "last Thursday", value: "2022-07-28"}}},
		{"part of a day", "He left Wednesday afternoon.", []want{{text: "Wednesday afternoon", value: "2022-08-03TAF", typ: when.Clock}}},
		{"a clock time and its day", "He left at 8:15 p.m. on Wednesday.", []want{{text: "8:15 p.m. on Wednesday", value: "2022-08-03T20:15", typ: when.Clock}}},
		{"yesterday", "He left yesterday.", []want{{text: "yesterday", value: "2022-08-03"}}},
		{"a programme's title in marks", "He told NBC's “Today” show so.", nil},
		{"a title of two words", "She was on ABC's “This Week” with the mayor.", nil},
		{"a paper's name", "USA Today wrote about it.", nil},
		{"a quotation that begins with a day", "“Today we win,” she said.", []want{{text: "Today", value: "2022-08-04"}}},
		{"a day at a sentence's start", "Today the mayor left.", []want{{text: "Today", value: "2022-08-04"}}},
		{"one word said, between marks", "He said “tomorrow”.", []want{{text: "tomorrow", value: "2022-08-05"}}},
		{"last week", "He left last week.", []want{{text: "last week", value: "2022-W30"}}},
		{"earlier this year", "It fell earlier this year.", []want{{text: "earlier this year", value: "2022", modifier: when.Early}}},
		{"last month", "It fell last month.", []want{{text: "last month", value: "2022-07"}}},
		{"months ago", "It fell three months ago.", []want{{text: "three months ago", value: "2022-05"}}},
		{"years ago", "It fell ten years ago.", []want{{text: "ten years ago", value: "2012"}}},
		{"vague ago", "It fell several years ago.", []want{{text: "several years ago", value: "PAST_REF"}}},
		{"ahead", "It will open in two weeks.", []want{{text: "in two weeks", value: "2022-W33"}}},
		{"how long it took", "He finished it in two weeks.", []want{{text: "two weeks", value: "P2W", typ: when.Duration}}},
		{"since", "The war has gone on since late February.", []want{{text: "since late February", value: "2022-02", modifier: when.Since}}},
		{"the past months", "Over the past six months it rained.", []want{{text: "the past six months", value: "P6M", typ: when.Duration}}},
		{"a duration", "They talked for two hours and 30 minutes.", []want{{text: "two hours and 30 minutes", value: "PT2H30M", typ: when.Duration}}},
		{"a year", "It opened in 2016.", []want{{text: "2016", value: "2016"}}},
		{"a year in words", "It opened in nineteen ninety-six.", []want{{text: "nineteen ninety-six", value: "1996"}}},
		{"a decade", "It was built in the mid-1990s.", []want{{text: "the mid-1990s", value: "199", modifier: when.Mid}}},
		{"a short decade", "It was built in the '80s.", []want{{text: "the '80s", value: "198"}}},
		{"a century", "It was built in the 19th century.", []want{{text: "the 19th century", value: "18"}}},
		{"a quarter", "Profit fell in the third quarter of 2013.", []want{{text: "the third quarter of 2013", value: "2013-Q3"}}},
		{"a season", "It rained last summer.", []want{{text: "last summer", value: "2021-SU"}}},
		{"the day after another", "He came on July 2. He left the following day.", []want{{text: "July 2", value: "2022-07-02"}, {text: "the following day", value: "2022-07-03"}}},
		{"a range of months", "It rained between April and July.", []want{{text: "between April and July", value: "2022-04/2022-07"}}},
		{"a range of days", "The fair runs July 2-5.", []want{{text: "July 2-5", value: "2022-07-02/2022-07-05"}}},
		{"a range of years", "He ruled from 1998 to 2004.", []want{{text: "from 1998 to 2004", value: "1998/2004"}}},
		{"moved is no range", "The vote was moved from May to June.", []want{{text: "May", value: "2022-05"}, {text: "June", value: "2022-06"}}},
		{"a set", "The council meets every Friday.", []want{{text: "every Friday", value: "XXXX-WXX-5", typ: when.Set}}},
		{"now", "The plant is now closed.", []want{{text: "now", value: "PRESENT_REF"}}},
		{"a holiday", "He died on Christmas Eve 2019.", []want{{text: "Christmas Eve 2019", value: "2019-12-24"}}},
		{"Easter moves", "He died on Easter Sunday 2018.", []want{{text: "Easter Sunday 2018", value: "2018-04-01"}}},
		{"may is a verb", "The court may rule against them.", nil},
		{"march is a verb", "They march on the capital.", nil},
		{"a count in the range of years", "Police counted 2000 people.", nil},
		{"a price", "It cost $2016.", nil},
		{"an attack isn't a date", "The 9/11 report is out.", nil},
		{"an age isn't a duration", "A 75-year-old man won.", nil},
		{"a telephone number", "Call 555-1234.", nil},
		{"the sun shines", "The sun rose.", nil},
		{"the fall of a city", "The fall of the city shocked them.", nil},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			var got []want
			for _, f := range when.Find(analyse(c.text), published) {
				got = append(got, want{f.Span.In(c.text), f.Value, f.Type, f.Modifier})
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestUndated(t *testing.T) {
	for _, c := range []struct{ reason, text, value string }{
		{"a weekday stays one", "The mayor resigned on Wednesday.", "XXXX-WXX-3"},
		{"a day lacks its year", "It began on July 29.", "XXXX-07-29"},
		{"a relative week keeps its distance", "He left last week.", "THIS P1W OFFSET P-1W"},
		{"so do months ago", "It fell three months ago.", "PRESENT_REF OFFSET P-3M"},
		{"a full date needs nothing", "It began on July 29, 2022.", "2022-07-29"},
	} {
		found := when.Find(analyse(c.text), time.Time{})
		require.Len(t, found, 1, c.reason)
		require.Equal(t, c.value, found[0].Value, c.reason)
		require.Equal(t, c.value[0] != '2', found[0].Begin.IsZero(), c.reason)
	}
}

func TestInterval(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse("2006-01-02", s)
		require.NoError(t, err)
		return d
	}
	for _, c := range []struct {
		reason, text, begin, stop string
		granularity               when.Granularity
	}{
		{"a day", "He left on Wednesday.", "2022-08-03", "2022-08-04", when.Day},
		{"an ISO week", "He left last week.", "2022-07-25", "2022-08-01", when.Week},
		{"a range ends with its last day", "The fair ran July 2-5.", "2022-07-02", "2022-07-06", when.Day},
		{"a late month is its second half", "It rained in late February.", "2022-02-15", "2022-03-01", when.Month},
		{"months up to now", "It rained over the past two months.", "2022-06-04", "2022-08-04", when.Month},
	} {
		found := when.Find(analyse(c.text), published)
		require.Len(t, found, 1, c.reason)
		require.Equal(t, day(c.begin), found[0].Begin, c.reason)
		require.Equal(t, day(c.stop), found[0].Stop, c.reason)
		require.Equal(t, c.granularity, found[0].Granularity, c.reason)
	}
}

func TestMisfit(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		misfit       bool
	}{
		{"July 29, 2022 was a Friday", "It began on Friday, July 29, 2022.", false},
		{"and no Thursday", "It began on Thursday, July 29, 2022.", true},
		{"without a year the nearest counts", "It began on Sunday, July 31.", false},
		{"also where it doesn't fit", "It began on Monday, July 31.", true},
	} {
		found := when.Find(analyse(c.text), published)
		require.Len(t, found, 1, c.reason)
		require.Equal(t, c.misfit, found[0].Misfit, c.reason)
	}
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

// Spans lie in the text in order and don't overlap, an interval begins before
// it stops, what isn't dated has none, and finding again gives the same.
func check(t require.TestingT, text string, published time.Time) {
	x := guessed(text)
	found := when.Find(x, published)
	end := 0
	for _, f := range found {
		require.LessOrEqual(t, end, f.Span.Start)
		require.True(t, f.Span.Contains(f.Core))
		require.False(t, f.Core.Empty())
		require.LessOrEqual(t, f.Span.End, len(text))
		require.NotEmpty(t, f.Value)
		require.NotEmpty(t, f.Symbol)
		require.Equal(t, f.Begin.IsZero(), f.Stop.IsZero(), "%q %s", f.Span.In(text), f.Value)
		require.False(t, f.Stop.Before(f.Begin), "%q %s", f.Span.In(text), f.Value)
		require.Less(t, f.First, f.End)
		end = f.Span.End
	}
	require.Equal(t, found, when.Find(x, published))
}

func TestFindLaws(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("July 29 2022 , . - / : next last this the past two months week Friday at 8 pm since between and from to of first quarter early late mid end ago later in Christmas year 1990 s ' every half day before after a few morning yesterday noon fiscal 5 30 12 31 century 20 th"))
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(word, 0, 25).Draw(t, "words") {
			text += w + rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "gap")
		}
		check(t, text, rapid.SampledFrom([]time.Time{{}, published}).Draw(t, "published"))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Friday, Feb. 30, the 1990s, 5/3/18, half past seven, between April and late June, two weeks ago, week 53 of 2021 \xff")
	f.Fuzz(func(t *testing.T, text string) { check(t, strings.ToValidUTF8(text, "?"), published) })
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
			when.Find(x, published)
		}
	}
}
