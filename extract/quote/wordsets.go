package quote

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	noSpeakers  = lexicon.GrammarWords.Words("pronouns that are no speaker of a headline")
	leadersIn   = lexicon.SpeechWords.Words("beginnings of an adjunct without a verb")
	joints      = lexicon.SpeechWords.Words("joints of an interrupted quotation")
	ownership   = lexicon.GrammarWords.Words("prepositions before whose a noun is")
	subjects    = lexicon.GrammarWords.Words("pronouns that speak")
	beforeOrder = lexicon.GrammarWords.Words("before a verb that orders")
)
