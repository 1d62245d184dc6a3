package measure

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func figure(t *testing.T, figures []Figure, name string) float64 {
	for _, f := range figures {
		if f.Name == name {
			return f.Value
		}
	}
	require.Fail(t, "no figure", name)
	return 0
}

func TestRecognizers(t *testing.T) {
	cases := []struct {
		reason, file, figure, json string
		passed                     float64
	}{
		{"text and value fit", "NumberModel.json", "number_passed", `[{"Input": "I saw twelve gulls", "Results": [{"Text": "twelve", "TypeName": "number", "Resolution": {"value": "12"}}]}]`, 1},
		{"another value", "NumberModel.json", "number_passed", `[{"Input": "I saw twelve gulls", "Results": [{"Text": "twelve", "TypeName": "number", "Resolution": {"value": "13"}}]}]`, 0},
		{"a result too many", "NumberModel.json", "number_passed", `[{"Input": "I saw twelve gulls", "Results": []}]`, 0},
		{"letters glued to figures are a unit", "NumberModel.json", "number_passed", `[{"Input": "a 30cm ruler", "Results": []}]`, 1},
		{"a rank counts from its side", "OrdinalModel.json", "ordinal_passed", `[{"Input": "the next to last stop", "Results": [{"Text": "next to last", "TypeName": "ordinal.relative", "Resolution": {"value": "end-1"}}]}]`, 1},
		{"the percent sign is left out of the value", "PercentModel.json", "percent_passed", `[{"Input": "it fell 4 percent", "Results": [{"Text": "4 percent", "TypeName": "percentage", "Resolution": {"value": "4%"}}]}]`, 1},
		{"a bare dollar", "CurrencyModel.json", "currency_passed", `[{"Input": "it cost $ 5 million", "Results": [{"Text": "$ 5 million", "TypeName": "currency", "Resolution": {"value": "5000000", "unit": "Dollar"}}]}]`, 1},
		{"units as written", "DimensionModel.json", "dimension_passed", `[{"Input": "a 3 mile walk", "Results": [{"Text": "3 mile", "TypeName": "dimension", "Resolution": {"value": "3", "unit": "Mile"}}]}]`, 1},
		{"ages", "AgeModel.json", "age_passed", `[{"Input": "she is 9 years old", "Results": [{"Text": "9 years old", "TypeName": "age", "Resolution": {"value": "9", "unit": "Year"}}]}]`, 1},
		{"an open range", "NumberRangeModel.json", "numberrange_passed", `[{"Input": "it took more than 40 men", "Results": [{"Text": "more than 40", "TypeName": "numberrange", "Resolution": {"value": "(40,)"}}]}]`, 1},
		{"two bounds", "NumberRangeModel.json", "numberrange_passed", `[{"Input": "it is more than 4 and less than 9", "Results": [{"Text": "more than 4 and less than 9", "TypeName": "numberrange", "Resolution": {"value": "(4,9)"}}]}]`, 1},
		{"a weekday is the last and the next", "DateTimeModel.json", "datetime_passed", `[{"Input": "It is on Friday", "Context": {"ReferenceDateTime": "2021-06-09T00:00:00"}, "Results": [{"Text": "friday", "TypeName": "datetimeV2.date", "Resolution": {"values": [{"timex": "XXXX-WXX-5", "type": "date", "value": "2021-06-04"}, {"timex": "XXXX-WXX-5", "type": "date", "value": "2021-06-11"}]}}]}]`, 1},
		{"a stretch has its seconds", "DateTimeModel.json", "datetime_passed", `[{"Input": "It took three hours", "Context": {"ReferenceDateTime": "2021-06-09T00:00:00"}, "Results": [{"Text": "three hours", "TypeName": "datetimeV2.duration", "Resolution": {"values": [{"timex": "PT3H", "type": "duration", "value": "10800"}]}}]}]`, 1},
		{"a range ends where its last month begins", "DateTimeModel.json", "datetime_passed", `[{"Input": "It ran from May to July 2020", "Context": {"ReferenceDateTime": "2021-06-09T00:00:00"}, "Results": [{"Text": "from may to july 2020", "TypeName": "datetimeV2.daterange", "Resolution": {"values": [{"timex": "(2020-05-01,2020-07-01,P2M)", "type": "daterange", "start": "2020-05-01", "end": "2020-07-01"}]}}]}]`, 1},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			figures, err := Recognizers(fstest.MapFS{c.file: {Data: []byte(c.json)}}, "")
			require.NoError(t, err)
			require.Equal(t, c.passed, figure(t, figures, c.figure))
		})
	}
}

// What expects only results of types that are left out isn't asked.
func TestRecognizersLeaveOut(t *testing.T) {
	fsys := fstest.MapFS{"DateTimeModel.json": {Data: []byte(`[
		{"Input": "every Friday", "Results": [{"Text": "every friday", "TypeName": "datetimeV2.set", "Resolution": {}}]},
		{"Input": "nothing here", "Results": []}]`)}}
	figures, err := Recognizers(fsys, "DateTimeModel.json")
	require.NoError(t, err)
	require.Equal(t, 1., figure(t, figures, "datetime_cases"))
	require.Equal(t, 1., figure(t, figures, "datetime_passed"))
}

func TestRecognizersErrors(t *testing.T) {
	for _, c := range []struct {
		reason string
		fsys   fstest.MapFS
		file   string
	}{
		{"nothing of the suite", fstest.MapFS{"other.json": {Data: []byte("[]")}}, ""},
		{"no such file", fstest.MapFS{}, "NumberModel.json"},
		{"no JSON", fstest.MapFS{"NumberModel.json": {Data: []byte("[{")}}, ""},
	} {
		_, err := Recognizers(c.fsys, c.file)
		require.Error(t, err, c.reason)
	}
}
