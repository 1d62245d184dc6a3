package claim

import (
	"math"

	"xref/compare/match"
	"xref/extract/lang"
	"xref/extract/quantity"
)

// Features are the named features of a pair of a claim by which it is told how probable it
// is that the two agree and that they differ; their order is that of FeatureNames.
type Features [len(FeatureNames)]float64

// The features, and what each tells.
const (
	featureSame     = iota // how sure it is that the two are about the same thing
	featureCommon          // weight of the words that the two have in common
	featureOwn             // weight of the words that each of the two has alone
	featureOwnMore         // weight of the words that one of the two has alone
	featureAnswered        // share of the words of the two that a word of the other answers
	featureRarest          // weight of the weightiest term in common
	featureRun             // longest run of words in common
	featureCoverage        // how much of the less covered of the two stands in the other
	featureHeadline        // one of the two is a headline
	featureShorter         // words of the shorter of the two
	featureMainOne         // one of the two is the main clause of its sentence
	featureAct             // the predicates mean much the same, or the opposite
	featureActLink         // how the predicates answer each other: 1 for one form, more for other ways; 0 for not at all

	featureLinksSame // words that the two have in common
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

	featureSourcedOne    // one of the two is on somebody's word
	featureSourcedBoth   // both are
	featureModalityOther // put with another modality
	featureNegatedOne    // one of the two is negated
	featureQuantities    // numbers of the same things
	featureTimes         // times of one act

	featureContrasts // how many contrasts there are between the two
	featureNumbers   // the two give numbers of the same things that aren't the same
	featureOperator  // an operator that the other doesn't answer and that limits what both tell
	featureDenied    // one affirms what the other denies
	featureStance    // put with more or less certainty
	featureRole      // another participant
	featureName      // another name in the same place
	featureTime      // another time
	featureSource    // another source
	featureWord      // another word in the same place
	featureExcludes  // a contrast that can't be true on both sides

	featureRead          // an encoder has read the two sentences
	featureEncoded       // how probable it says it is that they report one matter
	featureAlike         // how probable it says it is that they tell it alike
	featureWords         // share of the words of the clause with fewer of them that belong to the common matter
	featureClauses       // how probable it says it is that the two clauses report one matter
	featureClausesAlike  // how probable it says it is that they tell it alike
	featureContradiction // how probable it says it is that words of the two contradict each other
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

	featureRead:         "read",
	featureEncoded:      "encoded",
	featureAlike:        "encoded.agree",
	featureWords:        "words.less",
	featureClauses:      "clauses",
	featureClausesAlike: "clauses.agree",

	featureContradiction: "contradiction",
}

// Unread are the features as they are where no encoder has read the two sentences.
func (f Features) Unread() Features {
	for _, i := range [...]int{featureRead, featureEncoded, featureAlike, featureWords, featureClauses, featureClausesAlike, featureContradiction} {
		f[i] = 0
	}
	return f
}

// set sets a feature where is holds.
func (f *Features) set(feature int, is bool) {
	if is {
		f[feature] = 1
	}
}

// FeaturesOf are the features of a pair of a claim that was read word by word.
func FeaturesOf(x *match.Index, p *match.Pair, m *match.Match) (f Features) {
	f[featureSame] = p.Same
	for _, member := range [...]match.Member{p.A, p.B} {
		d := x.Documents[member.Article]
		f.set(featureHeadline, d.Text.Sentences[d.Assertions[member.Assertion].Sentence].Role == lang.Headline)
	}
	f.set(featureAct, x.SamePredicate(p.A, p.B))
	f.addMembers(x, p)
	f.addWords(x, m)
	f.addContrasts(m)
	f[featureRun], f[featureRarest], f[featureCoverage] = p.LongestRun(), p.RarestTerm(), p.Coverage()
	if p.Read() {
		e := p.Encoded()
		f[featureRead] = 1
		f[featureEncoded], f[featureAlike], f[featureWords], f[featureClauses], f[featureClausesAlike] = e.Joined, e.Alike, e.Words, e.ClausesJoined, e.ClausesAlike
		f[featureContradiction] = x.Answer(m.A, m.B).Contradicting
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
	f[featureCommon] = math.Sqrt(max(0, min(all[0]-weight[0], all[1]-weight[1])))
	f[featureOwn] = math.Sqrt(min(weight[0], weight[1]))
	f[featureOwnMore] = math.Sqrt(max(weight[0], weight[1]))
	for _, of := range ownWords {
		var n [2]float64
		for _, u := range of.parts {
			n[0], n[1] = n[0]+own[0][u], n[1]+own[1][u]
		}
		f[of.less] = min(n[0], n[1])
		f[of.more] = max(n[0], n[1])
	}
	f.addLinks(x, m)
	f[featureShorter] = float64(min(m.A.End-m.A.First, m.B.End-m.B.First))
	f[featureQuantities] = float64(len(m.Quantities))
	f[featureTimes] = float64(len(m.Times))
}

// answered is the share of the words of two passages that a word of the other answers, 0
// to less than 1.
func answered(x *match.Index, m *match.Match) float64 {
	links, left := Beside(x, m, &match.Contrast{})
	return float64(links) / float64(links+left+1)
}

// Beside counts what stands in two passages beside a contrast: words that answer each other,
// and words that none answers.
func Beside(x *match.Index, m *match.Match, c *match.Contrast) (links, left int) {
	for _, l := range m.Links {
		if !c.A.Contains(l.A) && !c.B.Contains(l.B) {
			links++
		}
	}
	for _, r := range m.Residue {
		if r.Operator != match.NoOperator {
			continue
		}
		text := x.Documents[[...]match.Unit{m.A, m.B}[r.Side].Article].Text
		run := [...]match.Run{c.A, c.B}[r.Side]
		for i := r.Tokens.First; i < r.Tokens.End; i++ {
			if match.OpenClass(text.Tokens[i].UPOS) && !run.Contains(i) {
				left++
			}
		}
	}
	return links, left
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
			f[featureActLink] = 1 + float64(l.How)
		}
	}
	f[featureLinksSame] = same
	f[featureLinksNear] = near
	f[featureLinksFar] = far
	f[featureAnswered] = answered(x, m)
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
	f[featureContrasts] = float64(len(m.Contrasts))
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
