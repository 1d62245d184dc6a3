package kind

// The thresholds by which findings are told. `go run ./cmd/train pairs -without
// CASES`, `xref eval --cards` and the labelled pairs of sentences chose them, on
// what isn't set aside (docs/measuring.md).
const (
	// leastAgreeing is the probability from which it is told that two passages of a claim
	// agree.
	leastAgreeing = 0.74
	// leastSameMatter is how sure it must be that two passages are about one matter for
	// them to be told as agreeing.
	leastSameMatter = 0.6
	// leastAlike is how probable an encoder must say it is that two sentences tell their
	// matter alike for their passages to be told as agreeing.
	leastAlike = 0.15
	// leastAlikeClauses is how probable it must say so of the two clauses, and leastAlikeAround for a number or a
	// time that both have to be told as the same: what stands around it may be what differs.
	leastAlikeClauses = 0.6
	leastAlikeAround  = 0.5
	// leastDiffering is the probability that two passages differ from which a contrast
	// between them is told.
	leastDiffering = 0.05
	// leastOtherwise is the probability that two passages differ from which it is told though none of their contrasts
	// is, and leastInWhat that of a contrast from which it says in what.
	leastOtherwise = 0.6
	leastInWhat    = 0.1
	// surelyOneMatter is how sure it must be that two passages are about one matter, and
	// leastContradicting how probable an encoder must say it is that they contradict each other in it, for
	// a contrast to be told that is all in which they are worded otherwise.
	surelyOneMatter    = 0.9
	leastContradicting = 0.7
	// leastBeside is how many words beside a contrast must answer each other in passages that are
	// worded alike but for it.
	leastBeside = 1
	// verbatimAgreement is how sure it is that passages of the same words say the same.
	verbatimAgreement = 0.95
	// leastConflicting is how sure it must be that two passages are about one matter for what can't both be true to be
	// told as a conflict.
	leastConflicting = 0.8
	// leastCounting is how sure it must be that two passages are about one matter for two
	// numbers in them that fit each other to be of the same things.
	leastCounting = 0.7
	// leastDating is how sure it must be that two passages are about one thing for their
	// dates to agree: much happens on one day.
	leastDating = 0.75
)

// leastReal is how probable it must be that a careful reader would call a contrast a difference for it to be
// told, for this reason, of passages that are no near copies: higher where readers found most wrong
// (docs/measuring.md), and of times, much happening at one time or another.
func leastReal(r Reason) float64 {
	const usual, more, many, most = 0.4, 0.5, 0.6, 0.7
	switch r {
	case OtherCertainty, ConditionLeftOut, Denied, Opposites:
		return more
	case OtherTime, OtherSource:
		return many
	case Contradictory, OtherOnes, RestrictionLeftOut:
		return most
	}
	return usual
}

// leastCommon is how much of the terms of two passages that are worded alike but for a contrast
// both must have for it to be told, whatever its probability. Where readers found such
// contrasts wrong most often (docs/measuring.md), who did it and to whom, and by what word, that is never
// enough, not even among others that are alike; of which ones it is, there alone.
func leastCommon(r Reason) float64 {
	const usual, more, many, all, never = 0.4, 0.6, 0.7, 1, 2
	switch r {
	case OtherCertainty:
		return more
	case OtherNumber, OtherSource:
		return many
	case OtherOnes:
		return all
	case OtherDoer, OtherTarget, DoerLeftOut, OtherWord, Contradictory:
		return never
	}
	return usual
}

// telling is how sure it must be that two members are about one matter for a
// contrast between them to be told, and how often what is told for a reason is
// right where they are.
var telling = map[Reason]struct{ least, right float64 }{
	OtherBound:             {0.45, 0.8},
	OtherUnit:              {0.45, 0.8},
	OtherNumber:            {0.5, 0.7},
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
	OtherWord:              {0.85, 0.6},
	OtherPlace:             {0.5, 0.6},
	OtherOnes:              {0.9, 0.6},
	RestrictionLeftOut:     {0.5, 0.7},
	Contradictory:          {0.5, 0.6},
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
