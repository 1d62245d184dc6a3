package quantity

import "xref/extract/lexicon"

// Words that the rules of this package ask for by the part they play.
var (
	dayJoints              = lexicon.TimeWords.Words("joints of two days")
	unitLetters            = lexicon.UnitWords.Words("letters that can follow a hyphen")
	beforeYear             = lexicon.TimeWords.Words("before a bare year")
	behindDated            = lexicon.TimeWords.Words("behind a length that dates")
	beforeDated            = lexicon.TimeWords.Words("before a length that dates")
	beforeHalf             = lexicon.NumberWords.Words("before a half that is no number")
	behindHalf             = lexicon.GrammarWords.Words("determiners behind half")
	compounds              = lexicon.NumberWords.Words("behind a hyphen, of what is no count")
	behindOne              = lexicon.NumberWords.Words("behind a one that doesn't count")
	wholeDeterminers       = lexicon.GrammarWords.Words("determiners of a whole")
	beforeVague            = lexicon.NumberWords.Words("before a quantifier that tells no number")
	partDeterminers        = lexicon.GrammarWords.Words("determiners behind a part")
	payment                = lexicon.UnitWords.Words("words of payment")
	extents                = lexicon.UnitWords.Words("adjectives behind a length")
	coins                  = lexicon.UnitWords.Words("hundredths as written")
	rangeJoints            = lexicon.NumberWords.Words("joints of a range")
	additions              = lexicon.NumberWords.Words("before a number that comes on top")
	additionsBehind        = lexicon.NumberWords.Words("behind a number that comes on top")
	halfDeterminers        = lexicon.GrammarWords.Words("determiners of what is halved")
	denominatorDeterminers = lexicon.GrammarWords.Words("determiners of a denominator")
	ageEndings             = lexicon.NumberWords.Words("behind an age")
	ageBeginnings          = lexicon.NumberWords.Words("before an age")
	behindClock            = lexicon.TimeWords.Words("behind the figures of a clock")
	phraseEnders           = lexicon.GrammarWords.Words("particles that end a noun phrase")
	doubtfulCoins          = lexicon.UnitWords.Words("currencies that are common words too")

	scales    = lexicon.NumberWords.Numbers("scales behind a currency")
	unitYears = lexicon.UnitWords.Numbers("years in units")
)
