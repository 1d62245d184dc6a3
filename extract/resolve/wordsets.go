package resolve

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	reflexives          = lexicon.GrammarWords.Words("reflexive pronouns of the third person")
	leadingLinkers      = lexicon.BodyWords.Words("words that initials leave out and that end no head")
	anybody             = lexicon.PersonWords.Words("nouns that recall any person of their gender")
	countries           = lexicon.BodyWords.Words("nouns for a country")
	areas               = lexicon.BodyWords.Words("nouns for a part of a country")
	definiteDeterminers = lexicon.GrammarWords.Words("determiners of what was told before")
	commonNames         = lexicon.BodyWords.Words("whole names of bodies that are ordinary words")
	plainHonorifics     = lexicon.PersonWords.Words("forms of address that tell no office")
	imaginers           = lexicon.GrammarWords.Words("determiners before a title that nobody bears yet")
	determiners         = lexicon.GrammarWords.Words("determiners and possessors before a title")
	indefinites         = lexicon.GrammarWords.Words("determiners before what is no role")
	articles            = lexicon.GrammarWords.Words("determiners of what is new")
	negations           = lexicon.GrammarWords.Words("negations of a verb")
	suppositions        = lexicon.GrammarWords.Words("marks and auxiliaries of what is supposed")
)
