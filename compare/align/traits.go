package align

import (
	"math"
	"slices"
	"strings"

	"xref/extract/assertion"
	"xref/extract/lexicon"
	"xref/extract/when"
)

// Traits are the named features of a pair of assertions, each 0 to 1; their
// order is that of TraitNames. They are symmetric: a pair has the same traits
// either way round.
type Traits [len(TraitNames)]float64

// The traits, and what each tells.
const (
	traitBias          = iota
	traitCosine        // of the clauses, similar words counting in part
	traitCoverageMore  // of the clause that is covered more: weight of its terms found in the other
	traitCoverageLess  // of the clause that is covered less
	traitContext       // cosine of the sentences
	traitAround        // cosine of the sentences before and after
	traitSharedWeight  // weight of the terms in common
	traitSharedContext // weight of the terms that the sentences have in common
	traitRunContext    // longest run of words that the sentences have in common
	traitMainBoth      // both are main clauses
	traitMainOne       // one of them is
	traitBestBoth      // of all the pairs of their articles, each is the other's best match
	traitBestOne       // one is the other's best match
	traitExact         // cosine without similar words
	traitPredicate     // similarity of the predicates
	traitPredicateIn   // a predicate stands, or something like it, somewhere in the other clause
	traitActAgent      // like predicates and the same agent
	traitActPatient    // like predicates and the same patient
	traitActAll        // like predicates, the same agent and the same patient
	traitActCovered    // like predicates, the same agent or patient: how much of the less covered clause
	traitPlain         // share of the terms in common, all terms weighing the same
	traitPlainContext  // the same of the sentences
	traitHeadline      // one is a headline
	traitAgent         // the same agent
	traitAgentOther    // both have agents, none in common
	traitPatient       // the same patient
	traitPatientOther  // both have patients, none in common
	traitCrossed       // the agent of one is the patient of the other
	traitAttribute     // the same attribute
	traitEntities      // share of the named entities that both name
	traitEntitiesNone  // both name entities, none in common
	traitNumber        // a number in common
	traitNumberOther   // numbers of the same things, none in common
	traitNumberNone    // both have numbers, none of the same things
	traitTime          // times that overlap
	traitTimeOther     // times, none of which overlap
	traitSpeaker       // the same speaker
	traitSpeakerOther  // two speakers
	traitSpeakerOne    // one in the outlet's own voice or unknown, the other on somebody's word
	traitVerbatim      // longest run of words in common, in parts of eight
	traitQuoted        // both quote
	traitRarest        // weight of the weightiest term in common
	traitShared        // how many terms are in common, in parts of six
	traitShorter       // length of the shorter clause, in parts of twelve terms
	traitLengths       // shorter over longer
	traitPlace         // nearness of their places in their articles
	traitLead          // both stand at the top
	traitNegatedOne    // one is negated
	traitModalityOther // put with another modality
	traitNominal       // at least one is no clause
	traitLonger        // length of the longer passage, in parts of 300 bytes
	traitBriefer       // length of the briefer passage, in parts of 300 bytes
	traitSentenceBoth  // of all the pairs of their articles, each one's sentence is most like the other's
	traitSentenceOne   // one's is most like the other's
)

// TraitNames names the features of a pair. Weights are kept by these names.
var TraitNames = [...]string{
	traitBias:          "bias",
	traitCosine:        "cosine",
	traitCoverageMore:  "coverage.more",
	traitCoverageLess:  "coverage.less",
	traitContext:       "context",
	traitAround:        "around",
	traitSharedWeight:  "shared.weight",
	traitSharedContext: "shared.context",
	traitRunContext:    "run.context",
	traitMainBoth:      "main.both",
	traitMainOne:       "main.one",
	traitBestBoth:      "best.both",
	traitBestOne:       "best.one",
	traitExact:         "exact",
	traitPredicate:     "predicate",
	traitPredicateIn:   "predicate.in",
	traitActAgent:      "act.agent",
	traitActPatient:    "act.patient",
	traitActAll:        "act.all",
	traitActCovered:    "act.covered",
	traitPlain:         "plain",
	traitPlainContext:  "plain.context",
	traitHeadline:      "headline",
	traitAgent:         "agent",
	traitAgentOther:    "agent.other",
	traitPatient:       "patient",
	traitPatientOther:  "patient.other",
	traitCrossed:       "crossed",
	traitAttribute:     "attribute",
	traitEntities:      "entities",
	traitEntitiesNone:  "entities.none",
	traitNumber:        "number",
	traitNumberOther:   "number.other",
	traitNumberNone:    "number.none",
	traitTime:          "time",
	traitTimeOther:     "time.other",
	traitSpeaker:       "speaker",
	traitSpeakerOther:  "speaker.other",
	traitSpeakerOne:    "speaker.one",
	traitVerbatim:      "verbatim",
	traitQuoted:        "quoted",
	traitRarest:        "rarest",
	traitShared:        "shared",
	traitShorter:       "shorter",
	traitLengths:       "lengths",
	traitPlace:         "place",
	traitLead:          "lead",
	traitNegatedOne:    "negated.one",
	traitModalityOther: "modality.other",
	traitNominal:       "nominal",
	traitLonger:        "longer",
	traitBriefer:       "briefer",
	traitSentenceBoth:  "sentence.both",
	traitSentenceOne:   "sentence.one",
}

// meeting is what two passages and their sentences have in common.
type meeting struct {
	clause, context, around overlap
	verbatim, runContext    int // longest runs of words
}

// traits holds two passages against each other, but for how they do in
// comparison with others.
func (sc *scene) traits(a, b *passage, m *meeting) (tr Traits) {
	set := func(trait int, v float64) { tr[trait] = min(1, max(0, v)) }
	flag := func(trait int, v bool) {
		if v {
			tr[trait] = 1
		}
	}
	set(traitBias, 1)
	o, c := &m.clause, &m.context
	set(traitCosine, o.cosine)
	set(traitCoverageMore, max(o.coverA, o.coverB))
	set(traitCoverageLess, min(o.coverA, o.coverB))
	set(traitExact, o.exact)
	set(traitRarest, o.rarest/8)
	set(traitShared, float64(o.shared)/6)
	set(traitSharedWeight, o.weight/25)
	set(traitContext, c.cosine)
	set(traitSharedContext, c.weight/50)
	set(traitAround, m.around.cosine)
	set(traitRunContext, float64(m.runContext-1)/10)
	flag(traitMainBoth, a.main && b.main)
	flag(traitMainOne, a.main != b.main)

	like := sc.similarity(a.predicate, b.predicate)
	set(traitPredicate, like)
	set(traitPredicateIn, max(sc.found(a.predicate, &b.bag), sc.found(b.predicate, &a.bag)))
	sameAgent, otherAgent := sc.role(a, b, assertion.Agent)
	samePatient, otherPatient := sc.role(a, b, assertion.Patient)
	sameAttribute, _ := sc.role(a, b, assertion.Attribute)
	flag(traitAgent, sameAgent)
	flag(traitAgentOther, otherAgent)
	flag(traitPatient, samePatient)
	flag(traitPatientOther, otherPatient)
	flag(traitAttribute, sameAttribute)
	act := like > 0 || (sameAgent || samePatient) && sc.opposite(a.predicate, b.predicate)
	flag(traitActAgent, act && sameAgent)
	flag(traitActPatient, act && samePatient)
	flag(traitActAll, act && sameAgent && samePatient)
	if act && (sameAgent || samePatient) {
		set(traitActCovered, min(o.coverA, o.coverB))
	}
	set(traitPlain, o.plain)
	set(traitPlainContext, c.plain)
	flag(traitHeadline, a.headline || b.headline)
	flag(traitCrossed, meet(a.roles[assertion.Agent], b.roles[assertion.Patient]) || meet(a.roles[assertion.Patient], b.roles[assertion.Agent]))

	if n := len(a.entities) + len(b.entities); n > 0 {
		common := count(a.entities, b.entities)
		set(traitEntities, float64(common)/float64(n-common))
		flag(traitEntitiesNone, len(a.entities) > 0 && len(b.entities) > 0 && common == 0)
	}
	comparable, equal := sc.numbers(a, b)
	flag(traitNumber, equal)
	flag(traitNumberOther, comparable && !equal)
	flag(traitNumberNone, len(a.numbers) > 0 && len(b.numbers) > 0 && !comparable && !equal)
	if both, overlap := times(a.times, b.times); both {
		flag(traitTime, overlap)
		flag(traitTimeOther, !overlap)
	}
	switch {
	case a.speaker >= 0 && b.speaker >= 0:
		flag(traitSpeaker, a.speaker == b.speaker)
		flag(traitSpeakerOther, a.speaker != b.speaker)
	case a.speaker >= 0 || b.speaker >= 0:
		flag(traitSpeakerOne, true)
	}
	set(traitVerbatim, float64(m.verbatim-1)/8)
	flag(traitQuoted, a.quoted && b.quoted)
	short, long := min(len(a.bag.terms), len(b.bag.terms)), max(len(a.bag.terms), len(b.bag.terms))
	set(traitShorter, float64(short)/12)
	set(traitLengths, float64(short)/float64(max(1, long)))
	set(traitPlace, 1-math.Abs(a.place-b.place))
	flag(traitLead, (a.headline || a.place < 0.15) && (b.headline || b.place < 0.15))
	flag(traitNegatedOne, a.assertion.Negated != b.assertion.Negated)
	flag(traitModalityOther, a.assertion.Modality != b.assertion.Modality)
	flag(traitNominal, a.assertion.Predicate.Form == assertion.Nominal || b.assertion.Predicate.Form == assertion.Nominal)
	briefer, longer := min(a.span().Len(), b.span().Len()), max(a.span().Len(), b.span().Len())
	set(traitLonger, float64(longer)/fullLength)
	set(traitBriefer, float64(briefer)/fullLength)
	return tr
}

// fullLength is the length in bytes from which a passage counts as long.
const fullLength = 300

// opposite reports whether two terms are lemmas that mean the opposite.
func (sc *scene) opposite(a, b term) bool {
	x, isLemma := strings.CutPrefix(sc.texts[a], lemmaTerm)
	y, areLemmas := strings.CutPrefix(sc.texts[b], lemmaTerm)
	return isLemma && areLemmas && lexicon.Antonyms(x, y)
}

// Covered is how much of the less covered of the two clauses stands in the
// other, 0 to 1.
func (tr *Traits) Covered() float64 { return tr[traitCoverageLess] }

// Run is how long the longest run of words is that both clauses have, 0 for one
// word, in parts of eight.
func (tr *Traits) Run() float64 { return tr[traitVerbatim] }

// Rarest is the weight of the weightiest term that both clauses have, 0 to 1.
func (tr *Traits) Rarest() float64 { return tr[traitRarest] }

// Miscounts reports whether the two clauses count the same things and have no
// number in common.
func (tr *Traits) Miscounts() bool { return tr[traitNumberOther] > 0 }

// Acts reports whether a word like the predicate of one of the two clauses
// stands in the other.
func (tr *Traits) Acts() bool { return tr[traitPredicateIn] > 0 }

// related reports whether the two clauses have an act or a participant in common,
// or count the same things.
func (tr *Traits) related() bool {
	for _, t := range [...]int{traitPredicate, traitPredicateIn, traitAgent, traitPatient, traitAttribute, traitCrossed, traitNumberOther} {
		if tr[t] > 0 {
			return true
		}
	}
	return false
}

// role tells whether two passages fill a role with the same thing, or both with
// different things.
func (sc *scene) role(a, b *passage, r assertion.Role) (same, other bool) {
	x, y := a.roles[r], b.roles[r]
	if len(x) == 0 || len(y) == 0 {
		return false, false
	}
	same = slices.ContainsFunc(x, func(i term) bool {
		return slices.ContainsFunc(y, func(j term) bool { return sc.similarity(i, j) > 0 })
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

// numbers tells whether two passages count the same things, and whether any
// number of theirs is the same.
func (sc *scene) numbers(a, b *passage) (comparable, equal bool) {
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			if x.Kind != y.Kind || x.Unit != y.Unit {
				continue
			}
			same := x.Low == y.Low && x.High == y.High || x.Low == y.Low && !math.IsInf(x.Low, 0) || x.High == y.High && !math.IsInf(x.High, 0)
			equal = equal || same
			comparable = comparable || x.counted >= 0 && y.counted >= 0 && sc.similarity(x.counted, y.counted) > 0
		}
	}
	return comparable, equal
}

// times tells whether both have dates that are known, and whether any two of
// them overlap.
func times(a, b []*when.Time) (both, overlap bool) {
	for _, x := range a {
		for _, y := range b {
			if x.Type != when.Date || y.Type != when.Date || x.Begin.IsZero() || y.Begin.IsZero() {
				continue
			}
			both = true
			overlap = overlap || x.Overlaps(y)
		}
	}
	return both, overlap
}
