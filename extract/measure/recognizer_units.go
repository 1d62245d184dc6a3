package measure

import "xref/extract/quantity"

// The suite's names of units and currencies.
var (
	unitNames     = suiteWords.Names("units")        // of what it calls dimensions, by the symbols of quantity
	ageUnits      = suiteWords.Names("units of age") // by the symbols of quantity
	currencyNames = suiteWords.Names("currencies")   // by the unit of quantity
	bareNames     = suiteWords.Names("bare currencies")
)

func currencyName(q quantity.Quantity) string {
	if name, ok := bareNames.Find(q.Written); ok {
		return name
	}
	return currencyNames.Of(q.Unit)
}
