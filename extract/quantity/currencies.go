package quantity

import "xref/extract/lexicon"

// The currencies that the press reports sums in: their ISO 4217 codes (or the
// best there is for the ones that ended) by sign, name, and coin.
var (
	currencySigns = lexicon.UnitWords.Names("currencies by sign") // "$", "us$"; before or behind the figures
	currencyNames = lexicon.UnitWords.Names("currencies by name")
	hundredths    = lexicon.UnitWords.Names("hundredths")
	coinNames     = lexicon.UnitWords.Names("hundredths by their symbol") // as Written has them
)
