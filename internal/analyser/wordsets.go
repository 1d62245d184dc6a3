package analyser

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	bylineWords   = lexicon.TextWords.Words("lower-case words of a byline")
	datelineWords = lexicon.TextWords.Words("lower-case words of a dateline")
	elisions      = lexicon.TextWords.Words("words whose beginning an apostrophe stands for")
)
