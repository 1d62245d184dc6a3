package quantity

import (
	"fmt"
	"sync"

	"xref/extract/lexicon"
)

// unitOfMeasure is one unit. Symbol is as it is written, Base the canonical
// unit of its dimension, with value × Factor + Shift the value in it.
type unitOfMeasure struct {
	Symbol string
	Base   string
	Factor float64
	Shift  float64
	kind   Kind
}

// unitTable finds units by symbol and by form.
type unitTable struct {
	symbols map[string]*unitOfMeasure
	forms   map[string]*unitOfMeasure
}

// units are the units that the press measures in. The canonical ones: km, km2,
// kg, L, °C, km/h, MW, kWh, B (bytes), deg (angle), d (up to weeks) and mo
// (months and above).
var units = sync.OnceValue(func() unitTable {
	table := unitTable{symbols: make(map[string]*unitOfMeasure), forms: make(map[string]*unitOfMeasure)}
	for _, row := range lexicon.UnitWords.Rows("units") {
		unit, err := unitOf(row)
		if err != nil {
			panic(fmt.Sprintf("quantity: unit %s: %v", row[0], err))
		}
		table.symbols[unit.Symbol] = &unit
		for _, form := range row[5:] {
			table.forms[form] = &unit
		}
	}
	return table
})

func unitOf(row []string) (u unitOfMeasure, err error) {
	if len(row) < 6 {
		return u, fmt.Errorf("%d fields, want symbol, base, factor, shift, kind and forms", len(row))
	}
	u.Symbol, u.Base = row[0], row[1]
	if u.Factor, err = lexicon.Number(row[2]); err != nil {
		return u, err
	}
	if u.Shift, err = lexicon.Number(row[3]); err != nil {
		return u, err
	}
	u.kind, err = lexicon.Choice[Kind](row[4], kindNames)
	return u, err
}

// kindNames are the kinds by which units are listed, in their order.
var kindNames = []string{"count", "ordinal", "percent", "money", "measure", "duration", "age", "score"}

func unitForm(form string) *unitOfMeasure     { return units().forms[form] }
func unitSymbol(symbol string) *unitOfMeasure { return units().symbols[symbol] }

// abbreviated are the forms that are units only right behind figures: "5 m",
// "75ml", but not "one in".
var abbreviated = lexicon.UnitWords.Words("forms that follow figures only")
