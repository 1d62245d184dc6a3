package analyser

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	bylineWords   = lexicon.TextWords.Words("lower-case words of a byline")
	datelineWords = lexicon.TextWords.Words("lower-case words of a dateline")
	clockHalves   = lexicon.TextWords.Words("halves of the day on a clock")
	clockZones    = lexicon.TextWords.Words("zones that a clock's time goes on with")
	elisions      = lexicon.TextWords.Words("words whose beginning an apostrophe stands for")
	months        = lexicon.TimeWords.Names("months")
	shortUnits    = lexicon.TextWords.Words("units that keep a full stop behind them")
	tailTitles    = lexicon.TextWords.Words("abbreviations before names that end sentences too")
	weekdays      = lexicon.TimeWords.Names("weekdays")
)
