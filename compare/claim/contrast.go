package claim

import (
	"slices"

	"xref/compare/match"
)

// ContrastFeatures are the named features of a contrast within a pair of a claim by which it is
// told how probable it is that a reader would call it one: the features of the pair, then
// its own. Their order is that of ContrastFeatureNames.
type ContrastFeatures [len(FeatureNames) + contrastFeatures]float64

// The features of a contrast itself, behind those of its pair.
const (
	featureCause         = iota + len(FeatureNames) // what sort of contrast it is, by the number that sortOf gives it
	featureDetail                                   // what makes it one, by the number of that within its sort
	featureContrastFirm                             // both sides can't be true
	featureOneSided                                 // one side leaves out what the other says
	featureWordsOf                                  // words of the longer of its two runs
	featureWordsOfLess                              // of the shorter
	featureBesideLinks                              // words beside it that answer each other
	featureBesideLeft                               // words beside it that none answers
	featureAgreeing                                 // how probable it is that the pair agrees
	featureDiffering                                // and that it differs
	featureContradicting                            // how probable an encoder says it is that words of the two runs contradict each other
	featureAnswering                                // that they say the same of one thing
	featureTogether                                 // how probable it says it is that the values at the two runs are of one thing
	endOfContrastFeatures
)

const contrastFeatures = int(endOfContrastFeatures) - len(FeatureNames)

// ContrastFeatureNames names the features of a contrast. Trees are kept by these names.
var ContrastFeatureNames = append(slices.Clone(FeatureNames[:]), []string{
	"contrast.cause", "contrast.detail", "contrast.excludes", "contrast.one.sided", "contrast.words", "contrast.words.less",
	"contrast.beside.links", "contrast.beside.left", "contrast.agree", "contrast.differ", "contrast.contradicting", "contrast.answering", "contrast.together",
}...)

// ContrastFeaturesOf are the features of a contrast of a match, of whose pair the features and
// what was judged of it are given.
func ContrastFeaturesOf(x *match.Index, m *match.Match, c *match.Contrast, of *Features, judged Judgment) (f ContrastFeatures) {
	copy(f[:], of[:])
	f[featureCause], f[featureDetail] = sortOf(c.Cause)
	f[featureContrastFirm], f[featureOneSided] = number(c.Excludes), number(c.A.Empty() || c.B.Empty())
	f[featureWordsOf], f[featureWordsOfLess] = float64(max(c.A.Len(), c.B.Len())), float64(min(c.A.Len(), c.B.Len()))
	links, left := Beside(x, m, c)
	f[featureBesideLinks], f[featureBesideLeft] = float64(links), float64(left)
	f[featureAgreeing], f[featureDiffering] = judged.Agree, judged.Differ
	answer := x.Answer(m.A.Part(c.A), m.B.Part(c.B))
	f[featureContradicting], f[featureAnswering] = answer.Contradicting, answer.Same
	f[featureTogether] = x.Together(m.A.Part(c.A), m.B.Part(c.B))
	return f
}

// Unread are the features as they are where no encoder has read the two sentences.
func (f ContrastFeatures) Unread() ContrastFeatures {
	var of Features
	copy(of[:], f[:])
	of = of.Unread()
	copy(f[:], of[:])
	f[featureContradicting], f[featureAnswering], f[featureTogether] = 0, 0, 0
	return f
}

// sortOf is the number of a contrast's sort, and that of what makes it one within it.
func sortOf(cause match.Cause) (sort, detail float64) {
	switch cause := cause.(type) {
	case match.QuantityCause:
		return 0, float64(cause.Fit) + 10*number(cause.Together)
	case match.TimeCause:
		return 1, float64(cause.Fit) + 10*number(cause.Together) + 20*number(cause.Said)
	case match.PolarityCause:
		return 2, float64(cause.By)
	case match.FunctionWordCause:
		return 3, float64(cause.Opposition)
	case match.StanceCause:
		return 4, float64(min(cause.A, cause.B)) + 10*float64(max(cause.A, cause.B)) + 100*number(cause.Attempted)
	case match.OperatorCause:
		return 5, float64(cause.Operator)
	case match.RoleCause:
		return 6, float64(cause.Change) + 10*float64(cause.Role)
	case match.SourceCause:
		return 7, 0
	case match.NameCause:
		return 8, number(cause.Place)
	case match.WordCause:
		return 9, float64(cause.Part) + 10*float64(cause.How)
	case match.ContradictionCause:
		return 10, float64(cause.Of)
	}
	return 11, 0
}

// number is 1 where something holds, else 0.
func number(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}
