package numeral

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	ordinalEndings = lexicon.NumberWords.Words("endings of ordinals in figures")
	beforePronoun  = lexicon.NumberWords.Words("before the pronoun one")
	beginnings     = lexicon.NumberWords.Words("beginnings of numbers that are no number words")
	timeUnits      = lexicon.TimeWords.Words("units of time behind a ratio")
)
