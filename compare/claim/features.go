package claim

import (
	"math"

	"xref/compare/match"
	"xref/extract/lang"
	"xref/extract/quantity"
)

// Features are the named features of a claim by which it is told how probable it is
// that its members agree and that they differ; their order is that of FeatureNames.
// What is told of two members is that of the pair for which it is most.
type Features [len(FeatureNames)]float64

// The features, and what each tells.
const (
	featureSame     = iota // how sure it is that the members are about the same thing
	featureCommon          // weight of the words that two members have in common
	featureOwn             // weight of the words that each of two members has alone
	featureOwnMore         // weight of the words that one of two members has alone
	featureAnswered        // share of the words of two members that a word of the other answers
	featureRarest          // weight of the weightiest term in common, of the pair where it weighs least
	featureRun             // longest run of words in common, of the pair where it is shortest
	featureCoverage        // how much of the less covered member stands in the other
	featureArticles        // how many articles beyond two have it
	featureHeadline        // one of the two most alike is a headline
	featureShorter         // words of the shorter of two members
	featureMainOne         // one of two members is the main clause of its sentence
	featureAct             // the predicates mean much the same, or the opposite
	featureActLink         // how the predicates answer each other: 1 for one form, more for other ways; 0 for not at all

	featureLinksSame // words that two members have in common
	featureLinksNear // words of one that a synonym or a derived word answers
	featureLinksFar  // words of one that a broader, narrower or similar word answers

	featureNames         // names that each of two members has alone
	featureNamesMore     // names that one has alone
	featureFigures       // numbers that each has alone, in words or figures
	featureFiguresMore   // numbers that one has alone
	featureVerbs         // verbs that each has alone
	featureVerbsMore     // verbs that one has alone
	featureModifiers     // adjectives and adverbs that each has alone
	featureModifiersMore // adjectives and adverbs that one has alone
	featureNouns         // nouns that each has alone
	featureNounsMore     // nouns that one has alone

	featureNegation  // a negation, or "without", that the other doesn't answer
	featureModal     // a modal that the other doesn't answer
	featureHedge     // a hedge that the other doesn't answer
	featureCondition // a condition or a question that the other doesn't answer
	featureLimit     // another operator that the other doesn't answer
	featureOperators // both have operators that the other doesn't answer

	featureSourcedOne    // one of two members is on somebody's word
	featureSourcedBoth   // both are
	featureModalityOther // put with another modality
	featureNegatedOne    // one of two members is negated
	featureQuantities    // numbers of the same things
	featureTimes         // times of one act

	featureContrasts // how many contrasts there are between two members
	featureNumbers   // two members give numbers of the same things that aren't the same
	featureOperator  // an operator that another member doesn't answer and that limits what both tell
	featureDenied    // one affirms what the other denies
	featureStance    // put with more or less certainty
	featureRole      // another participant
	featureName      // another name in the same place
	featureTime      // another time
	featureSource    // another source
	featureWord      // another word in the same place
	featureExcludes  // a contrast that can't be true on both sides
)

// FeatureNames names the features. Trees are kept by these names.
var FeatureNames = [...]string{
	featureSame:     "same",
	featureCommon:   "common",
	featureOwn:      "own",
	featureOwnMore:  "own.more",
	featureAnswered: "answered",
	featureRarest:   "rarest",
	featureRun:      "run",
	featureCoverage: "coverage",
	featureArticles: "articles",
	featureHeadline: "headline",
	featureShorter:  "shorter",
	featureMainOne:  "main.one",
	featureAct:      "act",
	featureActLink:  "act.link",

	featureLinksSame: "links.same",
	featureLinksNear: "links.near",
	featureLinksFar:  "links.far",

	featureNames:         "names",
	featureNamesMore:     "names.more",
	featureFigures:       "figures",
	featureFiguresMore:   "figures.more",
	featureVerbs:         "verbs",
	featureVerbsMore:     "verbs.more",
	featureModifiers:     "modifiers",
	featureModifiersMore: "modifiers.more",
	featureNouns:         "nouns",
	featureNounsMore:     "nouns.more",

	featureNegation:  "negation",
	featureModal:     "modal",
	featureHedge:     "hedge",
	featureCondition: "condition",
	featureLimit:     "limit",
	featureOperators: "operators",

	featureSourcedOne:    "sourced.one",
	featureSourcedBoth:   "sourced.both",
	featureModalityOther: "modality.other",
	featureNegatedOne:    "negated.one",
	featureQuantities:    "quantities",
	featureTimes:         "times",

	featureContrasts: "contrasts",
	featureNumbers:   "numbers",
	featureOperator:  "operator",
	featureDenied:    "denied",
	featureStance:    "stance",
	featureRole:      "role",
	featureName:      "name",
	featureTime:      "time",
	featureSource:    "source",
	featureWord:      "word",
	featureExcludes:  "excludes",
}

// most raises a feature to v where it is less.
func (f *Features) most(feature int, v float64) { f[feature] = max(f[feature], v) }

// set sets a feature where is holds.
func (f *Features) set(feature int, is bool) {
	if is {
		f[feature] = 1
	}
}

// FeaturesOf are the features of a claim of several members; those of a claim of
// one are all 0.
func FeaturesOf(x *match.Index, c *Claim) (f Features) {
	if len(c.Members) < 2 {
		return f
	}
	f[featureSame] = c.Same
	f[featureArticles] = float64(c.Breadth()-2) / 2
	for _, m := range [...]match.Member{c.Pairs[0].A, c.Pairs[0].B} {
		d := x.Documents[m.Article]
		f.set(featureHeadline, d.Text.Sentences[d.Assertions[m.Assertion].Sentence].Role == lang.Headline)
	}
	f.set(featureAct, SameAct(x, c))
	f[featureAnswered], f[featureShorter] = 1, math.Inf(1)
	for i := range c.Matches {
		f.addMembers(x, &c.Pairs[i])
		f.addWords(x, &c.Matches[i])
		f.addContrasts(&c.Matches[i])
	}
	f[featureRun], f[featureRarest], f[featureCoverage] = math.Inf(1), math.Inf(1), math.Inf(1)
	for i := range c.Pairs {
		f[featureRun] = min(f[featureRun], c.Pairs[i].LongestRun())
		f[featureRarest] = min(f[featureRarest], c.Pairs[i].RarestTerm())
		f[featureCoverage] = min(f[featureCoverage], c.Pairs[i].Coverage())
	}
	return f
}

// addMembers adds what the assertions of a pair are.
func (f *Features) addMembers(x *match.Index, p *match.Pair) {
	d, e := x.Documents[p.A.Article], x.Documents[p.B.Article]
	a, b := &d.Assertions[p.A.Assertion], &e.Assertions[p.B.Assertion]
	f.set(featureSourcedOne, (len(a.Attribution) > 0) != (len(b.Attribution) > 0))
	f.set(featureSourcedBoth, len(a.Attribution) > 0 && len(b.Attribution) > 0)
	f.set(featureModalityOther, a.Modality != b.Modality)
	f.set(featureNegatedOne, a.Negated != b.Negated)
	f.set(featureMainOne, (d.Text.Tokens[a.Predicate.Head].Head < 0) != (e.Text.Tokens[b.Predicate.Head].Head < 0))
}

// addWords adds which words of a match answer each other, and what is left over on
// each side.
func (f *Features) addWords(x *match.Index, m *match.Match) {
	units := [...]match.Unit{m.A, m.B}
	var weight, all [2]float64              // of each side's own words, and of all its words
	var own [2][len(lang.UposNames)]float64 // each side's own words by part of speech
	var operators [2]bool
	for _, r := range m.Residue {
		weight[r.Side] += r.Weight
		if r.Operator != match.NoOperator {
			operators[r.Side] = true
			f.set(operatorFeature(r.Operator), true)
			continue
		}
		text := x.Documents[units[r.Side].Article].Text
		for i := r.Tokens.First; i < r.Tokens.End; i++ {
			own[r.Side][text.Tokens[i].UPOS]++
		}
	}
	f.set(featureOperators, operators[match.SideA] && operators[match.SideB])
	for side, u := range units {
		tokens := x.Documents[u.Article].Tokens[u.First:u.End]
		for i := range tokens {
			if tokens[i].Content {
				all[side] += tokens[i].Specificity
			}
		}
	}
	f.most(featureCommon, math.Sqrt(max(0, min(all[0]-weight[0], all[1]-weight[1]))))
	f.most(featureOwn, math.Sqrt(min(weight[0], weight[1])))
	f.most(featureOwnMore, math.Sqrt(max(weight[0], weight[1])))
	for _, of := range ownWords {
		var n [2]float64
		for _, u := range of.parts {
			n[0], n[1] = n[0]+own[0][u], n[1]+own[1][u]
		}
		f.most(of.less, min(n[0], n[1]))
		f.most(of.more, max(n[0], n[1]))
	}
	f.addLinks(x, m)
	f[featureShorter] = min(f[featureShorter], float64(min(m.A.End-m.A.First, m.B.End-m.B.First)))
	f.most(featureQuantities, float64(len(m.Quantities)))
	f.most(featureTimes, float64(len(m.Times)))
}

// Answered is the share of the words of two passages that a word of the other answers, 0
// to less than 1.
func Answered(x *match.Index, m *match.Match) float64 {
	left := 0
	for _, r := range m.Residue {
		if r.Operator != match.NoOperator {
			continue
		}
		text := x.Documents[[...]match.Unit{m.A, m.B}[r.Side].Article].Text
		for i := r.Tokens.First; i < r.Tokens.End; i++ {
			if match.OpenClass(text.Tokens[i].UPOS) {
				left++
			}
		}
	}
	return float64(len(m.Links)) / float64(len(m.Links)+left+1)
}

// addLinks adds how words answer each other.
func (f *Features) addLinks(x *match.Index, m *match.Match) {
	heads := [2]int{-1, -1}
	for side, u := range [...]match.Unit{m.A, m.B} {
		if u.Assertion >= 0 {
			heads[side] = x.Documents[u.Article].Assertions[u.Assertion].Predicate.Head
		}
	}
	var same, near, far float64
	for _, l := range m.Links {
		switch l.How {
		case match.SameForm, match.SameLemma, match.SameEntity, match.SameValue:
			same++
		case match.Synonym, match.Derived:
			near++
		default:
			far++
		}
		if l.A == heads[0] && l.B == heads[1] {
			f.most(featureActLink, 1+float64(l.How))
		}
	}
	f.most(featureLinksSame, same)
	f.most(featureLinksNear, near)
	f.most(featureLinksFar, far)
	f[featureAnswered] = min(f[featureAnswered], Answered(x, m))
}

// ownWords are the parts of speech by which words that one side has alone are counted,
// with the feature of the side with fewer and of that with more.
var ownWords = []struct {
	parts      []lang.UPOS
	less, more int
}{
	{[]lang.UPOS{lang.PROPN}, featureNames, featureNamesMore},
	{[]lang.UPOS{lang.NUM}, featureFigures, featureFiguresMore},
	{[]lang.UPOS{lang.VERB}, featureVerbs, featureVerbsMore},
	{[]lang.UPOS{lang.ADJ, lang.ADV}, featureModifiers, featureModifiersMore},
	{[]lang.UPOS{lang.NOUN}, featureNouns, featureNounsMore},
}

// operatorFeature is the feature of an operator that the other side doesn't answer.
func operatorFeature(o match.Operator) int {
	switch o {
	case match.Negation, match.Without:
		return featureNegation
	case match.Modal:
		return featureModal
	case match.Hedge:
		return featureHedge
	case match.Condition, match.Question:
		return featureCondition
	}
	return featureLimit
}

// addContrasts adds what contrasts there are in a match.
func (f *Features) addContrasts(m *match.Match) {
	f.most(featureContrasts, float64(len(m.Contrasts)))
	for _, contrast := range m.Contrasts {
		f.set(featureExcludes, contrast.Excludes)
		switch cause := contrast.Cause.(type) {
		case match.QuantityCause:
			f.set(featureNumbers, cause.Fit == quantity.Apart || cause.Fit == quantity.Overlaps || cause.Fit == quantity.NotComparable)
		case match.OperatorCause:
			f.set(featureOperator, true)
		case match.PolarityCause:
			f.set(featureDenied, true)
		case match.StanceCause:
			f.set(featureStance, true)
		case match.RoleCause:
			f.set(featureRole, true)
		case match.NameCause:
			f.set(featureName, true)
		case match.TimeCause:
			f.set(featureTime, true)
		case match.SourceCause:
			f.set(featureSource, true)
		case match.WordCause:
			f.set(featureWord, true)
		}
	}
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
