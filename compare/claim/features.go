package claim

import (
	"math"

	"xref/compare/match"
	"xref/extract/lang"
	"xref/extract/quantity"
)

// Features are the named features of a claim by which it is told how probable it is
// that its members agree and that they differ, 0 to about 2 each; their order is
// that of FeatureNames.
type Features [len(FeatureNames)]float64

// The features, and what each tells.
const (
	featureBias     = iota
	featureSame     // how sure it is that the members are about the same thing
	featureCommon   // weight of the words that two members have in common
	featureOwn      // weight of the words that each of two members has alone
	featureRarest   // weight of the weightiest term in common, of the pair where it weighs least
	featureNumbers  // two members give numbers of the same things that aren't the same
	featureRun      // longest run of words in common, of the pair where it is shortest
	featureArticles // how many articles beyond two have it
	featureHeadline // one of the two most alike is a headline
	featureAct      // the predicates mean much the same, or the opposite
	featureOperator // an operator that another member doesn't answer
	featureDenied   // one affirms what the other denies
	featureStance   // put with more or less certainty
	featureRole     // another participant
	featureName     // another name in the same place
	featureTime     // another time
	featureSource   // another source
	featureWord     // another word in the same place
	featureExcludes // a contrast that can't be true on both sides
)

// FeatureNames names the features. Weights are kept by these names.
var FeatureNames = [...]string{
	featureBias:     "bias",
	featureSame:     "same",
	featureCommon:   "common",
	featureOwn:      "own",
	featureRarest:   "rarest",
	featureNumbers:  "numbers",
	featureRun:      "run",
	featureArticles: "articles",
	featureHeadline: "headline",
	featureAct:      "act",
	featureOperator: "operator",
	featureDenied:   "denied",
	featureStance:   "stance",
	featureRole:     "role",
	featureName:     "name",
	featureTime:     "time",
	featureSource:   "source",
	featureWord:     "word",
	featureExcludes: "excludes",
}

// FeaturesOf are the features of a claim of several members; those of a claim of
// one are all 0.
func FeaturesOf(x *match.Index, c *Claim) (f Features) {
	if len(c.Members) < 2 {
		return f
	}
	set := func(i int, is bool) {
		if is {
			f[i] = 1
		}
	}
	f[featureBias] = 1
	f[featureSame] = c.Same
	f[featureArticles] = float64(c.Breadth()-2) / 2
	for _, m := range [...]match.Member{c.Pairs[0].A, c.Pairs[0].B} {
		d := x.Documents[m.Article]
		set(featureHeadline, d.Text.Sentences[d.Assertions[m.Assertion].Sentence].Role == lang.Headline)
	}
	set(featureAct, SameAct(x, c))
	for i := range c.Matches {
		m := &c.Matches[i]
		common, own := weights(x, m)
		f[featureCommon] = max(f[featureCommon], math.Sqrt(common))
		f[featureOwn] = max(f[featureOwn], math.Sqrt(own))
		for _, contrast := range m.Contrasts {
			set(featureExcludes, contrast.Excludes)
			switch cause := contrast.Cause.(type) {
			case match.QuantityCause:
				set(featureNumbers, cause.Fit == quantity.Apart || cause.Fit == quantity.Overlaps)
			case match.OperatorCause:
				set(featureOperator, true)
			case match.PolarityCause:
				set(featureDenied, true)
			case match.StanceCause:
				set(featureStance, true)
			case match.RoleCause:
				set(featureRole, true)
			case match.NameCause:
				set(featureName, true)
			case match.TimeCause:
				set(featureTime, true)
			case match.SourceCause:
				set(featureSource, true)
			case match.WordCause:
				set(featureWord, true)
			}
		}
	}
	f[featureRun], f[featureRarest] = math.Inf(1), math.Inf(1)
	for i := range c.Pairs {
		f[featureRun] = min(f[featureRun], c.Pairs[i].LongestRun())
		f[featureRarest] = min(f[featureRarest], c.Pairs[i].RarestTerm())
	}
	return f
}

// weights are the weight of the words that two units have in common and of those
// that each has alone, of the unit where they weigh less.
func weights(x *match.Index, m *match.Match) (common, own float64) {
	var of [2]float64
	for _, r := range m.Residue {
		of[r.Side] += r.Weight
	}
	var in [2]float64
	for side, u := range [...]match.Unit{m.A, m.B} {
		tokens := x.Documents[u.Article].Tokens[u.First:u.End]
		for i := range tokens {
			if tokens[i].Content {
				in[side] += tokens[i].Specificity
			}
		}
		in[side] -= of[side]
	}
	return min(max(0, in[0]), max(0, in[1])), min(of[0], of[1])
}

// SameAct reports whether the predicates of a claim's members all mean much the
// same, or the opposite.
func SameAct(x *match.Index, c *Claim) bool {
	for _, m := range c.Members[1:] {
		if !x.SamePredicate(c.Members[0], m) {
			return false
		}
	}
	return true
}
