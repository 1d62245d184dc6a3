package match

import (
	"math"
	"slices"

	"xref/extract/assertion"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/when"
)

// Features are the named features of a pair of assertions, each 0 to 1; their
// order is that of FeatureNames. They are symmetric: a pair has the same features
// either way round.
type Features [len(FeatureNames)]float64

// The features, and what each tells.
const (
	featureBias          = iota
	featureCosine        // of the clauses, similar words counting in part
	featureCoverageMore  // of the clause that is covered more: weight of its terms found in the other
	featureCoverageLess  // of the clause that is covered less
	featureContext       // cosine of the sentences
	featureAround        // cosine of the sentences before and after
	featureSharedWeight  // weight of the terms in common
	featureSharedContext // weight of the terms that the sentences have in common
	featureRunContext    // longest run of words that the sentences have in common
	featureMainBoth      // both are main clauses
	featureMainOne       // one of them is
	featureBestBoth      // of all the pairs of their articles, each is the other's best match
	featureBestOne       // one is the other's best match
	featureExact         // cosine without similar words
	featurePredicate     // similarity of the predicates
	featurePredicateIn   // a predicate stands, or something like it, somewhere in the other clause
	featureActAgent      // like predicates and the same agent
	featureActPatient    // like predicates and the same patient
	featureActAll        // like predicates, the same agent and the same patient
	featureActCovered    // like predicates, the same agent or patient: how much of the less covered clause
	featurePlain         // share of the terms in common, all terms weighing the same
	featurePlainContext  // the same of the sentences
	featureHeadline      // one is a headline
	featureAgent         // the same agent
	featureAgentOther    // both have agents, none in common
	featurePatient       // the same patient
	featurePatientOther  // both have patients, none in common
	featureCrossed       // the agent of one is the patient of the other
	featureAttribute     // the same attribute
	featureEntities      // share of the named entities that both name
	featureEntitiesNone  // both name entities, none in common
	featureNumber        // a number in common
	featureNumberOther   // numbers of the same things, none in common
	featureNumberNone    // both have numbers, none of the same things
	featureTime          // times that overlap
	featureTimeOther     // times, none of which overlap
	featureSpeaker       // the same speaker
	featureSpeakerOther  // two speakers
	featureSpeakerOne    // one in the outlet's own voice or unknown, the other on somebody's word
	featureVerbatim      // longest run of words in common, in parts of eight
	featureQuoted        // both quote
	featureRarest        // weight of the weightiest term in common
	featureShared        // how many terms are in common, in parts of six
	featureShorter       // length of the shorter clause, in parts of twelve terms
	featureLengths       // shorter over longer
	featurePlace         // nearness of their places in their articles
	featureLead          // both stand at the top
	featureNegatedOne    // one is negated
	featureModalityOther // put with another modality
	featureNominal       // at least one is no clause
	featureLonger        // length of the longer passage, in parts of 300 bytes
	featureBriefer       // length of the briefer passage, in parts of 300 bytes
	featureSentenceBoth  // of all the pairs of their articles, each one's sentence is most like the other's
	featureSentenceOne   // one's is most like the other's

	// Those that only trees go by.
	featureMargin         // how much more similar the clauses are than one of them and any other of the other's article
	featureSentenceMargin // the same of the sentences
	featureRead           // an encoder has read the two sentences
	featureEncoded        // how probable it says it is that they report one matter
	featureEncodedLogit   // the logit of that
	featureEncodedMargin  // how much more probable than of either sentence and any other of the other's article
	featureEncodedAgree   // how probable it says it is that they tell it alike, where they report one matter
	featureWordsMore      // share of the clause's words that belong to the common matter, of the clause with more of them
	featureWordsLess      // of the clause with fewer
	featureWords          // the probability times the shares of both
	featureWordsMargin    // how much more that is than of either clause and any other of the other's article
	featureClauses        // how probable it says it is that the two clauses report one matter
	featureClausesLogit   // the logit of that
	featureClausesMargin  // how much more probable than of either clause and any other of the other's article
	featureClausesAgree   // how probable it says it is that they tell it alike, where they report one matter
	featureNear           // how near the vectors of the two sentences are
)

// linearFeatures is how many of the features a Linear weighs: all that are known
// before pairs are held against each other, and whether a pair is the best.
const linearFeatures = featureMargin

// FeatureNames names the features of a pair. Weights are kept by these names.
var FeatureNames = [...]string{
	featureBias:          "bias",
	featureCosine:        "cosine",
	featureCoverageMore:  "coverage.more",
	featureCoverageLess:  "coverage.less",
	featureContext:       "context",
	featureAround:        "around",
	featureSharedWeight:  "shared.weight",
	featureSharedContext: "shared.context",
	featureRunContext:    "run.context",
	featureMainBoth:      "main.both",
	featureMainOne:       "main.one",
	featureBestBoth:      "best.both",
	featureBestOne:       "best.one",
	featureExact:         "exact",
	featurePredicate:     "predicate",
	featurePredicateIn:   "predicate.in",
	featureActAgent:      "act.agent",
	featureActPatient:    "act.patient",
	featureActAll:        "act.all",
	featureActCovered:    "act.covered",
	featurePlain:         "plain",
	featurePlainContext:  "plain.context",
	featureHeadline:      "headline",
	featureAgent:         "agent",
	featureAgentOther:    "agent.other",
	featurePatient:       "patient",
	featurePatientOther:  "patient.other",
	featureCrossed:       "crossed",
	featureAttribute:     "attribute",
	featureEntities:      "entities",
	featureEntitiesNone:  "entities.none",
	featureNumber:        "number",
	featureNumberOther:   "number.other",
	featureNumberNone:    "number.none",
	featureTime:          "time",
	featureTimeOther:     "time.other",
	featureSpeaker:       "speaker",
	featureSpeakerOther:  "speaker.other",
	featureSpeakerOne:    "speaker.one",
	featureVerbatim:      "verbatim",
	featureQuoted:        "quoted",
	featureRarest:        "rarest",
	featureShared:        "shared",
	featureShorter:       "shorter",
	featureLengths:       "lengths",
	featurePlace:         "place",
	featureLead:          "lead",
	featureNegatedOne:    "negated.one",
	featureModalityOther: "modality.other",
	featureNominal:       "nominal",
	featureLonger:        "longer",
	featureBriefer:       "briefer",
	featureSentenceBoth:  "sentence.both",
	featureSentenceOne:   "sentence.one",

	featureMargin:         "margin",
	featureSentenceMargin: "sentence.margin",
	featureRead:           "read",
	featureEncoded:        "encoded",
	featureEncodedLogit:   "encoded.logit",
	featureEncodedMargin:  "encoded.margin",
	featureEncodedAgree:   "encoded.agree",
	featureWordsMore:      "words.more",
	featureWordsLess:      "words.less",
	featureWords:          "words",
	featureWordsMargin:    "words.margin",
	featureClauses:        "clauses",
	featureClausesLogit:   "clauses.logit",
	featureClausesMargin:  "clauses.margin",
	featureClausesAgree:   "clauses.agree",
	featureNear:           "near",
}

// pairOverlap is what two passages and their sentences have in common.
type pairOverlap struct {
	clause, context, around overlap
	verbatim, runContext    int // longest runs of words
}

// features holds two passages against each other, but for how they do in
// comparison with others.
func (x *Index) features(a, b *passage, m *pairOverlap) (f Features) {
	set := func(feature int, v float64) { f[feature] = min(1, max(0, v)) }
	flag := func(feature int, v bool) {
		if v {
			f[feature] = 1
		}
	}
	set(featureBias, 1)
	o, c := &m.clause, &m.context
	set(featureCosine, o.cosine)
	set(featureCoverageMore, max(o.coverA, o.coverB))
	set(featureCoverageLess, min(o.coverA, o.coverB))
	set(featureExact, o.exact)
	set(featureRarest, o.rarest/8)
	set(featureShared, float64(o.shared)/6)
	set(featureSharedWeight, o.weight/25)
	set(featureContext, c.cosine)
	set(featureSharedContext, c.weight/50)
	set(featureAround, m.around.cosine)
	set(featureRunContext, float64(m.runContext-1)/10)
	flag(featureMainBoth, a.main && b.main)
	flag(featureMainOne, a.main != b.main)

	similar := x.similarity(a.predicate, b.predicate)
	set(featurePredicate, similar)
	set(featurePredicateIn, max(x.found(a.predicate, &b.bag), x.found(b.predicate, &a.bag)))
	sameAgent, otherAgent := x.role(a, b, assertion.Agent)
	samePatient, otherPatient := x.role(a, b, assertion.Patient)
	sameAttribute, _ := x.role(a, b, assertion.Attribute)
	flag(featureAgent, sameAgent)
	flag(featureAgentOther, otherAgent)
	flag(featurePatient, samePatient)
	flag(featurePatientOther, otherPatient)
	flag(featureAttribute, sameAttribute)
	act := similar > 0 || (sameAgent || samePatient) && x.opposite(a.predicate, b.predicate)
	flag(featureActAgent, act && sameAgent)
	flag(featureActPatient, act && samePatient)
	flag(featureActAll, act && sameAgent && samePatient)
	if act && (sameAgent || samePatient) {
		set(featureActCovered, min(o.coverA, o.coverB))
	}
	set(featurePlain, o.plain)
	set(featurePlainContext, c.plain)
	flag(featureHeadline, a.headline || b.headline)
	flag(featureCrossed, meet(a.roles[assertion.Agent], b.roles[assertion.Patient]) || meet(a.roles[assertion.Patient], b.roles[assertion.Agent]))

	if n := len(a.entities) + len(b.entities); n > 0 {
		common := count(a.entities, b.entities)
		set(featureEntities, float64(common)/float64(n-common))
		flag(featureEntitiesNone, len(a.entities) > 0 && len(b.entities) > 0 && common == 0)
	}
	comparable, equal := x.sameNumbers(a, b)
	flag(featureNumber, equal)
	flag(featureNumberOther, comparable && !equal)
	flag(featureNumberNone, len(a.numbers) > 0 && len(b.numbers) > 0 && !comparable && !equal)
	if both, overlap := sameTimes(a.times, b.times); both {
		flag(featureTime, overlap)
		flag(featureTimeOther, !overlap)
	}
	switch {
	case a.speaker >= 0 && b.speaker >= 0:
		flag(featureSpeaker, a.speaker == b.speaker)
		flag(featureSpeakerOther, a.speaker != b.speaker)
	case a.speaker >= 0 || b.speaker >= 0:
		flag(featureSpeakerOne, true)
	}
	set(featureVerbatim, float64(m.verbatim-1)/8)
	flag(featureQuoted, a.quoted && b.quoted)
	short, long := min(len(a.bag.terms), len(b.bag.terms)), max(len(a.bag.terms), len(b.bag.terms))
	set(featureShorter, float64(short)/12)
	set(featureLengths, float64(short)/float64(max(1, long)))
	set(featurePlace, 1-math.Abs(a.place-b.place))
	flag(featureLead, (a.headline || a.place < 0.15) && (b.headline || b.place < 0.15))
	flag(featureNegatedOne, a.assertion.Negated != b.assertion.Negated)
	flag(featureModalityOther, a.assertion.Modality != b.assertion.Modality)
	flag(featureNominal, a.assertion.Predicate.Form == assertion.Nominal || b.assertion.Predicate.Form == assertion.Nominal)
	briefer, longer := min(a.span().Len(), b.span().Len()), max(a.span().Len(), b.span().Len())
	set(featureLonger, float64(longer)/fullLength)
	set(featureBriefer, float64(briefer)/fullLength)
	return f
}

// Unread are the features as they are where no encoder has read the sentences.
func (f Features) Unread() Features {
	for i := featureRead; i < len(f); i++ {
		f[i] = 0
	}
	return f
}

// Unplaced are the features as they are where an encoder has read the two sentences, but not each
// alone.
func (f Features) Unplaced() Features {
	f[featureNear] = 0
	return f
}

// fullLength is the length in bytes from which a passage counts as long.
const fullLength = 300

// opposite reports whether two terms are lemmas that mean the opposite.
func (x *Index) opposite(a, b term) bool { return x.relation(a, b).How == lexicon.Opposite }

// actOrParticipant reports whether the two clauses have an act or a participant in common,
// or count the same things.
func (f *Features) actOrParticipant() bool {
	for _, t := range [...]int{featurePredicate, featurePredicateIn, featureAgent, featurePatient, featureAttribute, featureCrossed, featureNumberOther} {
		if f[t] > 0 {
			return true
		}
	}
	return false
}

// role tells whether two passages fill a role with the same thing, or both with
// different things.
func (x *Index) role(a, b *passage, r assertion.Role) (same, other bool) {
	v, w := a.roles[r], b.roles[r]
	if len(v) == 0 || len(w) == 0 {
		return false, false
	}
	same = slices.ContainsFunc(v, func(i term) bool {
		return slices.ContainsFunc(w, func(j term) bool { return x.similarity(i, j) > 0 })
	})
	return same, !same
}

func meet(a, b []term) bool {
	return slices.ContainsFunc(a, func(id term) bool { return slices.Contains(b, id) })
}

func count(a, b []term) int {
	n := 0
	for _, id := range a {
		if slices.Contains(b, id) {
			n++
		}
	}
	return n
}

// sameNumbers tells whether two passages count the same things, and whether any
// number of theirs is the same.
func (x *Index) sameNumbers(a, b *passage) (comparable, equal bool) {
	for _, m := range a.numbers {
		for _, n := range b.numbers {
			fit, _ := quantity.Relate(m.Quantity, n.Quantity)
			if fit == quantity.NotComparable {
				continue
			}
			equal = equal || fit != quantity.Apart && fit != quantity.Overlaps
			comparable = comparable || m.counted >= 0 && n.counted >= 0 && x.similarity(m.counted, n.counted) > 0
		}
	}
	return comparable, equal
}

// sameTimes tells whether both have dates that are known, and whether any two of
// them fit.
func sameTimes(a, b []*when.Time) (both, fit bool) {
	for _, v := range a {
		for _, w := range b {
			if v.Type != when.Date || w.Type != when.Date || v.Begin.IsZero() || w.Begin.IsZero() {
				continue
			}
			both = true
			f, _ := when.Relate(v, w)
			fit = fit || f != when.Apart && f != when.NotComparable
		}
	}
	return both, fit
}
