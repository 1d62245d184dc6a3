package measure

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

const timeML = `<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-06-09" functionInDocument="CREATION_TIME">06/09/21</TIMEX3></DCT>
<EXTRAINFO>Filed Tuesday</EXTRAINFO>
<TEXT>
The mill &amp; the <EVENT eid="e1">fire</EVENT> made news <TIMEX3 tid="t1" value="2021-06-08">yesterday</TIMEX3>. It had opened in <TIMEX3 tid="t2" value="1998">1998</TIMEX3>, two owners ago.
</TEXT>
</TimeML>`

func TestReadTimeML(t *testing.T) {
	text, created, gold, err := readTimeML(timeML)
	require.NoError(t, err)
	require.Equal(t, time.Date(2021, 6, 9, 0, 0, 0, 0, time.UTC), created)
	require.Contains(t, text, "mill & the fire")
	require.NotContains(t, text, "Tuesday", "what stands outside the text isn't read")
	require.Len(t, gold, 2, "the time of creation isn't counted")
	require.Equal(t, "yesterday", gold[0].span.In(text))
	require.Equal(t, "2021-06-08", gold[0].value)
	require.Equal(t, "1998", gold[1].span.In(text))
}

func TestTimeBank(t *testing.T) {
	figures, err := TimeBank(fstest.MapFS{"part/a.tml": {Data: []byte(timeML)}, "readme": {Data: []byte("x")}})
	require.NoError(t, err)
	for name, want := range map[string]float64{"documents": 1, "expected": 2, "found": 2, "found_f1": 100, "strict_f1": 100, "value_accuracy": 100} {
		require.Equal(t, want, figure(t, figures, name), name)
	}
	_, err = TimeBank(fstest.MapFS{})
	require.Error(t, err, "a set without documents")
	_, err = TimeBank(fstest.MapFS{"a.tml": {Data: []byte("<TimeML><TEXT>")}})
	require.Error(t, err, "a document that breaks off")
}

func TestTimeScore(t *testing.T) {
	at := func(start, end int, value string) timex { return timex{article.Span{Start: start, End: end}, value} }
	for _, c := range []struct {
		reason      string
		found, gold []timex
		want        timeScore
	}{
		{"the same", []timex{at(0, 5, "2020")}, []timex{at(0, 5, "2020")}, timeScore{1, 1, 1, 1, 1, 1}},
		{"an overlap is found, not exact", []timex{at(0, 9, "2020")}, []timex{at(4, 9, "2020")}, timeScore{1, 1, 1, 0, 1, 0}},
		{"one answer fits one expected", []timex{at(0, 9, "2020")}, []timex{at(0, 4, "2020"), at(5, 9, "2020")}, timeScore{1, 2, 1, 0, 1, 0}},
		{"of two that overlap the exact one counts", []timex{at(0, 5, "x"), at(4, 9, "2020")}, []timex{at(4, 9, "2020")}, timeScore{2, 1, 1, 1, 1, 1}},
		{"apart", []timex{at(0, 3, "2020")}, []timex{at(4, 9, "2020")}, timeScore{found: 1, gold: 1}},
	} {
		var s timeScore
		s.add("", c.found, c.gold, nil)
		require.Equal(t, c.want, s, c.reason)
	}
}
