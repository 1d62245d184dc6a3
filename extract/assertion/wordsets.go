package assertion

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	accusation = lexicon.GrammarWords.Words("prepositions between an accusation and its act")
	patients   = lexicon.GrammarWords.Words("prepositions before what an act is done to")
	leading    = lexicon.GrammarWords.Words("words by which not only leads up to more")
)
