package measure

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"xref/extract"
	"xref/extract/article"
)

// valueSort is a file of the set, and which values it is about: what else is
// found in an input is neither right nor surplus. Its met is which of the found
// values that lie over a wanted one are that one; none where it isn't found.
type valueSort struct {
	name string
	of   func(f foundValue, units valueUnits) bool
	met  func(v Value, found []foundValue, units valueUnits) ([]foundValue, error)
}

// valueSorts lists the files of the set.
var valueSorts = []valueSort{
	{"number", func(f foundValue, _ valueUnits) bool { return f.time == "" && bare(f.unit) }, quantityMet},
	{"datetime", func(f foundValue, _ valueUnits) bool { return f.time != "" }, timeMet},
	{"dimension", func(f foundValue, units valueUnits) bool {
		return f.time == "" && !bare(f.unit) && !currency(f.unit) && units[f.unit].measure != "time"
	}, quantityMet},
	{"currency", func(f foundValue, _ valueUnits) bool { return f.time == "" && currency(f.unit) }, quantityMet},
}

// bare reports whether a unit leaves a number a mere number.
func bare(unit string) bool { return unit == "" || unit == "%" || unit == "pp" }

// currency reports whether a unit is one: a code in capitals.
func currency(unit string) bool {
	return len(unit) >= 3 && strings.Trim(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// valueInput is one input with all values of its file's sort.
type valueInput struct {
	Text      string        `json:"text"`
	Reference string        `json:"reference"` // the article's date, 2006-01-02
	Want      []wantedValue `json:"want"`
	Aside     bool          `json:"aside"` // measured, never tuned on
}

// wantedValue is a value, the words that carry it, and what is as right.
type wantedValue struct {
	Text string `json:"text"`
	Value
	Or []Value `json:"or"`
	at article.Span
}

// Value is a value as the set writes it. A number is written as 4, -4, 3..5,
// 3.. (at least), ..5 (at most), 2/5 (of five), 3:1 (a score), 12x2 (sides) or
// ~30 (roughly); a time as in ISO 8601, with the parts of TIMEX3 where that has
// none (2024-05-14TEV), and ~ before an interval with vague ends.
type Value struct {
	Value string `json:"value"`
	Unit  string `json:"unit"`
}

// foundValue is what is found: a quantity, or a time by its value.
type foundValue struct {
	at        article.Span
	low, high float64
	of        float64
	unit      string
	time      string
}

// Values measures the values that are found in the inputs of number.jsonl,
// datetime.jsonl, dimension.jsonl and currency.jsonl, whose units units.txt
// lists. An input is right where every value is found and none too many.
func Values(fsys fs.FS) ([]Figure, error) {
	var figures []Figure
	err := eachValueInput(fsys, func(name string, inputs []valueInput, right []bool) {
		var open, aside [2]int
		for i, in := range inputs {
			part := &open
			if in.Aside {
				part = &aside
			}
			part[1]++
			if right[i] {
				part[0]++
			}
		}
		figures = append(figures,
			count(name+"_inputs", len(inputs)), percent(name+"_right", open[0]+aside[0], len(inputs)),
			percent(name+"_right_open", open[0], open[1]), percent(name+"_right_aside", aside[0], aside[1]))
	})
	return figures, err
}

// ValueFaults shows the inputs that aren't right and aren't set aside: what is
// wanted of each, and what is found.
func ValueFaults(fsys fs.FS) ([]string, error) {
	var lines []string
	err := eachValueInput(fsys, func(name string, inputs []valueInput, right []bool) {
		for i, in := range inputs {
			if right[i] || in.Aside {
				continue
			}
			lines = append(lines, fmt.Sprintf("%s %d: %s", name, i+1, in.Text))
			for _, w := range in.Want {
				lines = append(lines, fmt.Sprintf("  wanted %q %s %s", w.Text, w.Value.Value, w.Unit))
			}
			found, _ := in.found() // it was found before
			for _, f := range found {
				lines = append(lines, "  found "+f.show(in.Text))
			}
		}
	})
	return lines, err
}

// show is what is found, with its words.
func (f foundValue) show(text string) string {
	if f.time != "" {
		return fmt.Sprintf("%q %s", f.at.In(text), f.time)
	}
	return fmt.Sprintf("%q %g..%g of %g %s", f.at.In(text), f.low, f.high, f.of, f.unit)
}

// eachValueInput hands over the inputs of each file, and which are right.
func eachValueInput(fsys fs.FS, see func(name string, inputs []valueInput, right []bool)) error {
	units, err := readValueUnits(fsys)
	if err != nil {
		return err
	}
	for _, sort := range valueSorts {
		inputs, err := readValueInputs(fsys, sort.name+".jsonl")
		if err != nil {
			return err
		}
		right := make([]bool, len(inputs))
		for i, in := range inputs {
			found, err := in.found()
			if err != nil {
				return fmt.Errorf("%s.jsonl: line %d: %w", sort.name, i+1, err)
			}
			if right[i], err = sort.right(in, found, units); err != nil {
				return fmt.Errorf("%s.jsonl: line %d: %w", sort.name, i+1, err)
			}
		}
		see(sort.name, inputs, right)
	}
	return nil
}

func readValueInputs(fsys fs.FS, name string) ([]valueInput, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var inputs []valueInput
	for n, line := range bytes.Split(bytes.TrimSpace(data), []byte("\n")) {
		var in valueInput
		if err := json.Unmarshal(line, &in); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, n+1, err)
		}
		after := 0
		for i := range in.Want {
			w := &in.Want[i]
			start := strings.Index(in.Text[after:], w.Text)
			if start < 0 || w.Text == "" {
				return nil, fmt.Errorf("%s: line %d: %q isn't in the text", name, n+1, w.Text)
			}
			w.at = article.Span{Start: after + start, End: after + start + len(w.Text)}
			after = w.at.End
		}
		inputs = append(inputs, in)
	}
	return inputs, nil
}

// found is every quantity and time of the input.
func (in valueInput) found() ([]foundValue, error) {
	a := &article.Article{ID: "text", Language: "en", Text: in.Text, Body: article.Span{End: len(in.Text)}}
	if in.Reference != "" {
		day, err := time.Parse(time.DateOnly, in.Reference)
		if err != nil {
			return nil, err
		}
		a.Published = day
	}
	d := extract.Analyse(a)
	var found []foundValue
	for _, q := range d.Quantities {
		found = append(found, foundValue{at: q.Span, low: q.Low, high: q.High, of: q.Of, unit: q.Unit})
	}
	for _, t := range d.Times {
		if t.Value != "" {
			found = append(found, foundValue{at: t.Span, time: t.Value})
		}
	}
	return found, nil
}

// right reports whether all is found that is wanted, and nothing else of the
// sort. A wanted value may be found as another sort, such as an age without a
// unit where that is as right.
func (s valueSort) right(in valueInput, found []foundValue, units valueUnits) (bool, error) {
	met := map[foundValue]bool{}
	for _, w := range in.Want {
		var over []foundValue
		for _, f := range found {
			if f.at.Start < w.at.End && w.at.Start < f.at.End {
				over = append(over, f)
			}
		}
		ok := false
		for _, v := range append([]Value{w.Value}, w.Or...) {
			by, err := s.met(v, over, units)
			if err != nil {
				return false, fmt.Errorf("%s: %w", v.Value, err)
			}
			for _, f := range by {
				met[f], ok = true, true
			}
		}
		if !ok {
			return false, nil
		}
	}
	for _, f := range found {
		if s.of(f, units) && !met[f] {
			return false, nil
		}
	}
	return true, nil
}

// valueUnit is what a unit measures, and how it turns into the first unit of
// that measure.
type valueUnit struct {
	measure       string
	factor, shift float64
}

type valueUnits map[string]valueUnit

// readValueUnits reads the table of units: symbol, measure, factor and shift.
func readValueUnits(fsys fs.FS) (valueUnits, error) {
	data, err := fs.ReadFile(fsys, "units.txt")
	if err != nil {
		return nil, err
	}
	units := valueUnits{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") || lines.Text() == "" {
			continue
		}
		var symbol string
		var u valueUnit
		if read, err := fmt.Sscan(lines.Text(), &symbol, &u.measure, &u.factor, &u.shift); read < 3 {
			return nil, fmt.Errorf("units.txt: line %d: %w", n, err)
		}
		units[symbol] = u
	}
	if len(units) == 0 {
		return nil, errors.New("units.txt: no units")
	}
	return units, nil
}
