package assertion

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	accusation = lexicon.GrammarWords.Words("prepositions between an accusation and its act")
	doubts     = lexicon.SpeechWords.Words("nouns that make sure where there is none")
	hindrances = lexicon.SpeechWords.Words("verbs that keep somebody from an act")
	able       = lexicon.SpeechWords.Words("modal verbs of being able")
	postponing = lexicon.SpeechWords.Words("verbs before yet to")
	patients   = lexicon.GrammarWords.Words("prepositions before what an act is done to")
	leading    = lexicon.GrammarWords.Words("words by which not only leads up to more")
)
