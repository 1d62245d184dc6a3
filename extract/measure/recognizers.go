package measure

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/numeral"
	"xref/extract/quantity"
	"xref/internal/analyser"
)

// recognized is one result of a recognizer: the text, in lower case, and its
// value in one canonical form.
type recognized struct {
	text  string
	value string
}

// recognizerCase is one input of Microsoft's Recognizers-Text suite.
type recognizerCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text       string
		TypeName   string
		Resolution map[string]any
	}
}

// recognizerModel is one file of the suite: how xref's answer and the expected
// one are brought to the same form.
type recognizerModel struct {
	file   string // how its files' names begin
	name   string // of its figures
	found  func(t *lang.Text, reference time.Time) []recognized
	wanted func(text, typeName string, resolution map[string]any) (r recognized, counts bool)
	// asks reports whether the case counts: false where all that it expects is
	// of types that are left out.
	asks func(c recognizerCase) bool
}

func recognizerModels() []recognizerModel {
	every := func(recognizerCase) bool { return true }
	return []recognizerModel{
		{"NumberModel", "number", foundNumbers, wantedNumber, every},
		{"OrdinalModel", "ordinal", foundOrdinals, wantedNumber, every},
		{"PercentModel", "percent", foundPercents, wantedNumber, every},
		{"CurrencyModel", "currency", foundCurrencies, wantedUnit, every},
		{"DimensionModel", "dimension", foundDimensions, wantedUnit, every},
		{"AgeModel", "age", foundAges, wantedUnit, every},
		{"NumberRangeModel", "numberrange", foundRanges, wantedRange, every},
		{"DateTimeModel", "datetime", foundDates, wantedDates, asksForDates},
	}
}

// recognizerGroups are the models whose figures are told together.
var recognizerGroups = []struct {
	name   string
	models []string
}{
	{"number_percent_ordinal", []string{"number", "percent", "ordinal"}},
	{"currency_dimension_age", []string{"currency", "dimension", "age"}},
}

// Recognizers measures numbers, units and dates against files of the
// Recognizers-Text suite: how many inputs give every result with its text and
// value, and no other. A file's name begins with its model's ("NumberModel").
// It measures the file that is named, or all in the file system where none is.
func Recognizers(fsys fs.FS, file string) ([]Figure, error) {
	files := []string{file}
	if file == "" {
		var err error
		if files, err = fs.Glob(fsys, "*.json"); err != nil {
			return nil, err
		}
	}
	var figures []Figure
	passed, cases := make(map[string]int), make(map[string]int)
	for _, m := range recognizerModels() {
		for _, f := range files {
			if !strings.HasPrefix(f, m.file) {
				continue
			}
			data, err := fs.ReadFile(fsys, f)
			if err != nil {
				return nil, err
			}
			p, n, err := m.run(data, nil)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f, err)
			}
			passed[m.name], cases[m.name] = passed[m.name]+p, cases[m.name]+n
		}
		if n := cases[m.name]; n > 0 {
			figures = append(figures, count(m.name+"_cases", n), count(m.name+"_passed", passed[m.name]), percent(m.name+"_rate", passed[m.name], n))
		}
	}
	if len(figures) == 0 {
		return nil, errors.New("no file of the suite, such as NumberModel.json")
	}
	for _, g := range recognizerGroups {
		p, n := 0, 0
		for _, name := range g.models {
			p, n = p+passed[name], n+cases[name]
		}
		if n > 0 {
			figures = append(figures, percent(g.name+"_rate", p, n))
		}
	}
	return figures, nil
}

// run counts the cases of one file that pass; each case is shown to see, where
// that isn't nil.
func (m recognizerModel) run(data []byte, see func(input string, found, wanted []recognized)) (passed, cases int, err error) {
	var list []recognizerCase
	if err := json.Unmarshal(data, &list); err != nil {
		return 0, 0, err
	}
	for _, c := range list {
		if !m.asks(c) {
			continue
		}
		var wanted []recognized
		for _, r := range c.Results {
			if w, ok := m.wanted(r.Text, r.TypeName, r.Resolution); ok {
				wanted = append(wanted, w)
			}
		}
		reference, err := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime)
		if err != nil {
			reference, _ = time.Parse("2006-01-02T15:04:05.999999999", c.Context.ReferenceDateTime)
		}
		t := analyser.Analyse(&article.Article{Text: c.Input, Body: article.Span{End: len(c.Input)}})
		found := m.found(t, reference)
		cases++
		if slices.Equal(found, wanted) {
			passed++
		} else if see != nil {
			see(c.Input, found, wanted)
		}
	}
	return passed, cases, nil
}

// lowered is the slice of the text in lower case, as the suite has it.
func lowered(t *lang.Text, s article.Span) string { return strings.ToLower(s.In(t.Source)) }

// canonical is a number to twelve digits.
func canonical(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }

// inSentences collects what each sentence's atoms give.
func inSentences(t *lang.Text, read func(a []numeral.Atom) []recognized) []recognized {
	var found []recognized
	for _, s := range t.Sentences {
		found = append(found, read(numeral.Split(t, s, nil))...)
	}
	return found
}

func atomsText(t *lang.Text, a []numeral.Atom, first, end int) string {
	return lowered(t, article.Span{Start: a[first].Span.Start, End: a[end-1].Span.End})
}

// foundNumbers are all numbers as the number reader has them, whatever they
// stand for, but ordinals and figures that a unit's letters are stuck to.
func foundNumbers(t *lang.Text, _ time.Time) []recognized {
	return inSentences(t, func(a []numeral.Atom) (found []recognized) {
		for _, n := range numeral.Find(a) {
			if n.Form != numeral.Ordinal && !n.Vague && !n.Tail {
				found = append(found, recognized{atomsText(t, a, n.First, n.End), canonical(n.Value)})
			}
		}
		return found
	})
}

// foundOrdinals are ordinals and ranks, in text order.
func foundOrdinals(t *lang.Text, _ time.Time) []recognized {
	return inSentences(t, func(a []numeral.Atom) []recognized {
		type placed struct {
			at int
			r  recognized
		}
		var all []placed
		for _, r := range numeral.FindRanks(a) {
			side := map[numeral.Side]string{numeral.FromEnd: "end", numeral.FromCurrent: "current"}[r.Side]
			all = append(all, placed{r.First, recognized{atomsText(t, a, r.First, r.End), fmt.Sprintf("%s%+d", side, r.Offset)}})
		}
		for _, n := range numeral.Find(a) {
			inRank := slices.ContainsFunc(numeral.FindRanks(a), func(r numeral.Rank) bool { return r.First <= n.First && n.First < r.End })
			if n.Form == numeral.Ordinal && !inRank {
				all = append(all, placed{n.First, recognized{atomsText(t, a, n.First, n.End), canonical(n.Value)}})
			}
		}
		slices.SortStableFunc(all, func(x, y placed) int { return x.at - y.at })
		found := make([]recognized, len(all))
		for i, p := range all {
			found[i] = p.r
		}
		return found
	})
}

func wantedNumber(text, _ string, resolution map[string]any) (recognized, bool) {
	value, _ := resolution["value"].(string)
	if v, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64); err == nil {
		value = canonical(v)
	}
	return recognized{strings.ToLower(text), value}, true
}

func foundPercents(t *lang.Text, _ time.Time) (found []recognized) {
	for _, q := range quantity.Find(t) {
		if q.Kind == quantity.Percent && q.Written == "%" {
			found = append(found, recognized{lowered(t, q.Measure), canonical(q.Value)})
		}
	}
	return found
}

func foundCurrencies(t *lang.Text, _ time.Time) (found []recognized) {
	for _, q := range quantity.Find(t) {
		if q.Kind == quantity.Money {
			found = append(found, recognized{lowered(t, q.Measure), canonical(q.Value) + " " + currencyName(q)})
		}
	}
	return found
}

func foundDimensions(t *lang.Text, _ time.Time) (found []recognized) {
	for _, q := range quantity.Find(t) {
		if name := unitNames.Of(q.Written); q.Kind == quantity.Measure && name != "" {
			found = append(found, recognized{lowered(t, q.Measure), canonical(q.Value) + " " + name})
		}
	}
	return found
}

func foundAges(t *lang.Text, _ time.Time) (found []recognized) {
	for _, q := range quantity.Find(t) {
		if q.Kind == quantity.Age {
			found = append(found, recognized{lowered(t, q.Measure), canonical(q.Value) + " " + ageUnits.Of(q.Written)})
		}
	}
	return found
}

func wantedUnit(text, _ string, resolution map[string]any) (recognized, bool) {
	value, _ := resolution["value"].(string)
	if v, err := strconv.ParseFloat(value, 64); err == nil {
		value = canonical(v)
	}
	unit, _ := resolution["unit"].(string)
	return recognized{strings.ToLower(text), value + " " + unit}, true
}

// foundRanges are the quantities that the text bounds on one side or on two.
// The suite has the bound and the number in the text, no unit, and its ranges
// leave out their upper end where the text doesn't speak of either.
func foundRanges(t *lang.Text, _ time.Time) (found []recognized) {
	for _, q := range quantity.Find(t) {
		if r, ok := boundedRange(t, q); ok {
			found = append(found, recognized{lowered(t, q.Bounded), r})
		}
	}
	return found
}

func boundedRange(t *lang.Text, q quantity.Quantity) (string, bool) {
	low, high := q.Value, q.Value
	switch q.Bound {
	case quantity.AtLeast:
		return "[" + canonical(low) + ",)", !q.Vague
	case quantity.MoreThan:
		return "(" + canonical(low) + ",)", !q.Vague
	case quantity.AtMost:
		return "(," + canonical(high) + "]", true
	case quantity.LessThan:
		return "(," + canonical(high) + ")", true
	case quantity.Between:
		left, right := "[", ")"
		if q.Ends[0] == quantity.MoreThan {
			left = "("
		}
		if q.Ends[1] == quantity.AtMost {
			right = "]"
		}
		return left + canonical(q.Value) + "," + canonical(q.Top) + right, true
	case quantity.Exact:
		if strings.HasPrefix(lowered(t, q.Bounded), "equal") {
			return "[" + canonical(low) + "," + canonical(low) + "]", true
		}
	}
	return "", false
}

func wantedRange(text, _ string, resolution map[string]any) (recognized, bool) {
	value, _ := resolution["value"].(string)
	ends := strings.Split(strings.Trim(value, "[]()"), ",")
	for i, end := range ends {
		if v, err := strconv.ParseFloat(end, 64); err == nil {
			ends[i] = canonical(v)
		}
	}
	if len(value) > 1 {
		value = value[:1] + strings.Join(ends, ",") + value[len(value)-1:]
	}
	return recognized{strings.ToLower(text), value}, true
}
