package measure

import (
	_ "embed"

	"xref/extract/lexicon"
)

//go:embed data/recognizers.txt
var suiteText string

var suiteWords = lexicon.NewList("recognizers", suiteText)

// Words that the suites' conventions turn on.
var (
	masculine          = suiteWords.Words("masculine pronouns")
	dateTypes          = suiteWords.Words("types of dates")
	yearBeginnings     = suiteWords.Words("beginnings of a year without its article")
	unresolved         = suiteWords.Words("references to the present that aren't resolved")
	relativeBeginnings = suiteWords.Words("beginnings of a time told from now")
	stretchBeginnings  = suiteWords.Words("beginnings of a stretch without its article")
	quarterBeginnings  = suiteWords.Words("beginnings of a quarter without its article")
	halfDays           = suiteWords.Beginnings("words that tell the half of a day")
)
