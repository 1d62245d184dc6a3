package kind

// The thresholds by which findings are told. `go run ./cmd/train pairs -without
// CASES`, `xref eval --cards` and the labelled pairs of sentences chose them, on
// what isn't set aside (docs/measuring.md).
const (
	// leastAgreeing is the probability from which it is told that the members of a
	// claim agree.
	leastAgreeing = 0.4
	// leastSameMatter is how sure it must be that the members of a claim are about one
	// matter for them to be told as agreeing.
	leastSameMatter = 0.65
	// leastAnswered is the share of the words of two passages that must answer each other
	// for a tentative kind to tell of them.
	leastAnswered = 0.45
	// leastAlike is how probable an encoder must say it is that two sentences tell their
	// matter alike for their passages to be told as agreeing.
	leastAlike = 0.15
	// leastDiffering is the probability that the members of a claim differ from which a
	// contrast within it is told.
	leastDiffering = 0.2
	// leastDating is how sure it must be that the members of a claim are about one
	// thing for their dates to agree: much happens on one day.
	leastDating = 0.6
)

// tentative are the kinds that readers found right too seldom where two passages are
// worded differently throughout: unless all is asked for, they only tell of passages most
// words of which answer each other. docs/measuring.md has the readers' counts.
var tentative = map[ID]bool{Scope.ID: true, Framing.ID: true, Modality.ID: true, Attribution.ID: true}

// telling is how sure it must be that two members are about one matter for a
// contrast between them to be told, and how often what is told for a reason is
// right where they are.
var telling = map[Reason]struct{ least, right float64 }{
	OtherBound:             {0.45, 0.8},
	OtherUnit:              {0.45, 0.8},
	OtherTime:              {0.5, 0.75},
	OtherName:              {0.5, 0.6},
	OtherPronoun:           {0.5, 0.7},
	OtherSource:            {0.5, 0.6},
	OtherCertainty:         {0.5, 0.6},
	ConditionLeftOut:       {0.5, 0.7},
	HedgeLeftOut:           {0.5, 0.6},
	Denied:                 {0.5, 0.7},
	Opposites:              {0.5, 0.7},
	WithoutLeftOut:         {0.5, 0.7},
	OtherDoer:              {0.5, 0.6},
	OtherTarget:            {0.5, 0.6},
	DoerAndTargetExchanged: {0.5, 0.7},
	DoerLeftOut:            {0.5, 0.6},
	OtherWord:              {0.5, 0.6},
	OtherPlace:             {0.5, 0.6},
	OtherOnes:              {0.5, 0.6},
	RestrictionLeftOut:     {0.5, 0.7},
}

// leastTold is how sure it must be that two members are about one matter for a
// contrast of this reason to be told.
func leastTold(r Reason) float64 {
	if t, ok := telling[r]; ok {
		return t.least
	}
	return 1
}

// reliability is how often what is told for a reason is right where the members are
// about one matter.
func reliability(r Reason) float64 { return telling[r].right }
