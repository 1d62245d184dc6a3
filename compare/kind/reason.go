package kind

// Reason is what a finding says of its sides. The sentence that a reader sees is
// made of it where reports are rendered.
type Reason uint8

// The reasons.
const (
	NoReason Reason = iota

	SameNumber
	OtherNumber
	OtherUnit  // one figure, two units
	OtherBound // of one number: at least, about, all
	TwoBounds  // within one article

	SameTime
	OtherTime

	OtherSpelling
	TwoSpellings // within one article
	OtherName

	SameTitle
	OtherTitle

	OtherPronoun
	TwoPronouns // within one article

	SameWords
	MoreWords
	Paraphrase
	Stitched
	AlteredWords
	OtherSpeaker

	OtherSource

	OtherCertainty
	ConditionLeftOut
	HedgeLeftOut

	Denied
	Opposites
	WithoutLeftOut

	OtherDoer
	OtherTarget
	DoerAndTargetExchanged
	DoerLeftOut
	OneHolderOnly

	OtherWord

	OtherPlace
	OtherOnes
	RestrictionLeftOut

	SameMatter
	Contradictory
	ToldOtherwise // in words that differ as a whole

	// From one version of an article to the next.
	HeadlineRewritten
	QuotationRewritten
	Rewritten
	Added
	Gone
	Moved
)
