package measure

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

const valueInputs = "../../fixtures/values"

// The inputs that are right, of 100 of each sort. A figure here is raised where
// more are, and never lowered.
var valueFloors = map[string]float64{
	"number_right":    84,
	"datetime_right":  85,
	"dimension_right": 92,
	"currency_right":  93,
}

func TestValuesAreFound(t *testing.T) {
	figures, err := Values(os.DirFS(valueInputs))
	require.NoError(t, err)
	met := 0
	for _, f := range figures {
		if floor, has := valueFloors[f.Name]; has {
			met++
			require.GreaterOrEqual(t, f.Value, floor, f.Name)
		}
	}
	require.Len(t, valueFloors, met)
}

func TestValueFaultsShowNothingThatIsSetAside(t *testing.T) {
	const line = `{"text": "He saw four boats.", "want": [{"text": "four", "value": "5"}]%s}` + "\n"
	fsys := fstest.MapFS{"units.txt": {Data: []byte("m length 1\n")}, "datetime.jsonl": {Data: []byte(`{"text": "It rained."}`)}}
	fsys["number.jsonl"] = &fstest.MapFile{Data: []byte(fmt.Sprintf(line, "") + fmt.Sprintf(line, `, "aside": true`))}
	fsys["dimension.jsonl"], fsys["currency.jsonl"] = fsys["datetime.jsonl"], fsys["datetime.jsonl"]
	faults, err := ValueFaults(fsys)
	require.NoError(t, err)
	require.Equal(t, []string{"number 1: He saw four boats.", `  wanted "four" 5 `, `  found "four boats" 4..4 of 0 `}, faults)
}

// Every third input is set aside, by its place, so that a figure for what was
// never looked at stands beside the one for what was.
func TestValueInputsAreWhole(t *testing.T) {
	units, err := readValueUnits(os.DirFS(valueInputs))
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, sort := range valueSorts {
		inputs, err := readValueInputs(os.DirFS(valueInputs), sort.name+".jsonl")
		require.NoError(t, err)
		require.Len(t, inputs, 100, sort.name)
		for i, in := range inputs {
			require.Equal(t, i%3 == 2, in.Aside, in.Text)
			require.False(t, seen[in.Text], "twice: %s", in.Text)
			seen[in.Text] = true
			for _, w := range in.Want {
				for _, v := range append([]Value{w.Value}, w.Or...) {
					require.NotEmpty(t, v.Value, in.Text)
					if v.Unit != "" && !currency(v.Unit) {
						require.Contains(t, units, v.Unit, in.Text)
					}
					_, err := sort.met(v, []foundValue{{}}, units)
					require.NoError(t, err, in.Text)
				}
			}
		}
	}
}

func TestNumbersAreMet(t *testing.T) {
	inf := math.Inf(1)
	units := valueUnits{"m": {"length", 1, 0}, "ft": {"length", 0.3048, 0}, "kg": {"mass", 1, 0}, "°C": {"temperature", 1, 0}, "°F": {"temperature", 5. / 9, -160. / 9}}
	for _, row := range []struct {
		reason, want, unit string
		found              []foundValue
		met                int
	}{
		{"the same", "4", "", []foundValue{{low: 4, high: 4}}, 1},
		{"another", "4", "", []foundValue{{low: 5, high: 5}}, 0},
		{"not what it counts", "4", "", []foundValue{{low: 4, high: 4, unit: "kg"}}, 0},
		{"below nought", "-4", "", []foundValue{{low: -4, high: -4}}, 1},
		{"an interval", "3..5", "", []foundValue{{low: 3, high: 5}}, 1},
		{"one end of it", "3..5", "", []foundValue{{low: 3, high: 3}}, 0},
		{"at least", "3..", "", []foundValue{{low: 3, high: inf}}, 1},
		{"more than", "3..", "", []foundValue{{low: 4, high: inf}}, 1},
		{"exactly isn't at least", "3..", "", []foundValue{{low: 3, high: 3}}, 0},
		{"at most, from nought", "..5", "", []foundValue{{low: 0, high: 5}}, 1},
		{"at most, from anywhere", "..5", "", []foundValue{{low: -inf, high: 5}}, 1},
		{"a share", "2/5", "", []foundValue{{low: 2, high: 2, of: 5}}, 1},
		{"a share in percent", "2/5", "", []foundValue{{low: 40, high: 40, unit: "%"}}, 0},
		{"a part isn't a share", "2/5", "", []foundValue{{low: 2, high: 2}}, 0},
		{"more than half", "1/2..", "", []foundValue{{low: 0.5, high: 1, of: 1}}, 1},
		{"what a share is of", "5", "", []foundValue{{low: 2, high: 2, of: 5}}, 1},
		{"about", "~30", "", []foundValue{{low: 27, high: 33}}, 1},
		{"about, too wide", "~30", "", []foundValue{{low: 10, high: 90}}, 0},
		{"hundreds", "~100..999", "", []foundValue{{low: 200, high: inf}}, 1},
		{"hundreds aren't one", "~100..999", "", []foundValue{{low: 100, high: 100}}, 0},
		{"a score as an interval", "3:1", "", []foundValue{{low: 1, high: 3}}, 1},
		{"a score as two numbers", "3:1", "", []foundValue{{low: 3, high: 3}, {low: 1, high: 1}}, 2},
		{"half a score", "3:1", "", []foundValue{{low: 3, high: 3}}, 0},
		{"in another unit", "10", "ft", []foundValue{{low: 3.048, high: 3.048, unit: "m"}}, 1},
		{"with another nought", "104", "°F", []foundValue{{low: 40, high: 40, unit: "°C"}}, 1},
		{"of another measure", "10", "ft", []foundValue{{low: 10, high: 10, unit: "kg"}}, 0},
	} {
		t.Run(row.reason, func(t *testing.T) {
			got, err := quantityMet(Value{row.want, row.unit}, row.found, units)
			require.NoError(t, err)
			require.Len(t, got, row.met)
		})
	}
}

func TestTimesAreMet(t *testing.T) {
	for _, row := range []struct {
		reason, want, got string
		same              bool
	}{
		{"a day", "2024-05-13", "2024-05-13", true},
		{"another day", "2024-05-13", "2024-05-14", false},
		{"an hour is its first minute", "2024-05-15T09:00", "2024-05-15T09", true},
		{"the end of a day is the start of the next", "2024-05-15T24:00", "2024-05-16T00:00", true},
		{"a zone that is left out", "2024-05-15T14:15Z", "2024-05-15T14:15", false},
		{"a zone as an offset", "2024-05-15T20:00-05:00", "2024-05-16T01:00Z", true},
		{"a day isn't its noon", "2024-05-15", "2024-05-15T12:00", false},
		{"a quarter as months", "2024-Q2", "2024-04/2024-06", true},
		{"a week as days", "2024-W19", "2024-05-06/2024-05-12", true},
		{"a decade as years", "199", "1990/1999", true},
		{"an open end", "2015/..", "2015/2024", false},
		{"minutes as hours", "PT90M", "PT1H30M", true},
		{"half a year as months", "P2.5Y", "P30M", true},
		{"a month isn't a minute", "P1M", "PT1M", false},
		{"the early part of a year", "~2020-01/2020-04", "2020-01/2020-03", true},
		{"all of it", "~2020-01/2020-04", "2020", false},
		{"a part of a day by its sign", "2024-05-14TEV", "2024-05-14TNI", false},
		{"what recurs", "XXXX-WXX-1", "XXXX-WXX-2", false},
	} {
		t.Run(row.reason, func(t *testing.T) {
			same, err := sameTime(row.want, row.got)
			require.NoError(t, err)
			require.Equal(t, row.same, same)
		})
	}
}

func TestSurplusValuesAreWrong(t *testing.T) {
	number := valueSorts[0]
	four, six := foundValue{at: article.Span{Start: 4, End: 8}, low: 4, high: 4}, foundValue{at: article.Span{Start: 12, End: 15}, low: 6, high: 6}
	metres := foundValue{at: six.at, low: 6, high: 6, unit: "m"}
	in := valueInput{Want: []wantedValue{{Value: Value{Value: "4"}, at: four.at}}}
	for _, row := range []struct {
		reason string
		found  []foundValue
		right  bool
	}{
		{"what is wanted", []foundValue{four}, true},
		{"nothing", nil, false},
		{"one too many", []foundValue{four, six}, false},
		{"another sort's", []foundValue{four, metres}, true},
	} {
		t.Run(row.reason, func(t *testing.T) {
			right, err := number.right(in, row.found, nil)
			require.NoError(t, err)
			require.Equal(t, row.right, right)
		})
	}
}

func TestBrokenValueInputsAreErrors(t *testing.T) {
	const units = "m length 1\n"
	for _, row := range []struct{ reason, units, line, says string }{
		{"no units", "#\n", `{}`, "units.txt: no units"},
		{"a unit without a factor", "m length\n", `{}`, "units.txt: line 1"},
		{"no JSON", units, `{`, "number.jsonl: line 1"},
		{"words that aren't in the text", units, `{"text": "four", "want": [{"text": "five", "value": "5"}]}`, `"five" isn't in the text`},
		{"no number", units, `{"text": "four", "want": [{"text": "four", "value": "four"}]}`, `"four" is no number`},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, err := Values(fstest.MapFS{"units.txt": {Data: []byte(row.units)}, "number.jsonl": {Data: []byte(row.line)}})
			require.ErrorContains(t, err, row.says)
		})
	}
	_, err := sameTime("someday", "2024")
	require.ErrorContains(t, err, "someday")
	_, err = Values(fstest.MapFS{})
	require.True(t, strings.Contains(err.Error(), "units.txt"))
}
