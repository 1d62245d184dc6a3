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

// TraitNames names the features of a pair. Weights are kept by these names.
var TraitNames = [...]string{
	"bias",
	"cosine",         // of the clauses, similar words counting in part
	"coverage.more",  // of the clause that is covered more: weight of its terms found in the other
	"coverage.less",  // of the clause that is covered less
	"context",        // cosine of the sentences
	"around",         // cosine of the sentences before and after
	"shared.weight",  // weight of the terms in common
	"shared.context", // weight of the terms that the sentences have in common
	"run.context",    // longest run of words that the sentences have in common
	"main.both",      // both are main clauses
	"main.one",       // one of them is
	"best.both",      // of all the pairs of their articles, each is the other's best match
	"best.one",       // one is the other's best match
	"exact",          // cosine without similar words
	"predicate",      // similarity of the predicates
	"predicate.in",   // a predicate stands, or something like it, somewhere in the other clause
	"act.agent",      // like predicates and the same agent
	"act.patient",    // like predicates and the same patient
	"act.all",        // like predicates, the same agent and the same patient
	"act.covered",    // like predicates, the same agent or patient: how much of the less covered clause
	"plain",          // share of the terms in common, all terms weighing the same
	"plain.context",  // the same of the sentences
	"headline",       // one is a headline
	"agent",          // the same agent
	"agent.other",    // both have agents, none in common
	"patient",        // the same patient
	"patient.other",  // both have patients, none in common
	"crossed",        // the agent of one is the patient of the other
	"attribute",      // the same attribute
	"entities",       // share of the named entities that both name
	"entities.none",  // both name entities, none in common
	"number",         // a number in common
	"number.other",   // numbers of the same things, none in common
	"number.none",    // both have numbers, none of the same things
	"time",           // times that overlap
	"time.other",     // times, none of which overlap
	"speaker",        // the same speaker
	"speaker.other",  // two speakers
	"speaker.one",    // one in the outlet's own voice or unknown, the other on somebody's word
	"verbatim",       // longest run of words in common, in parts of eight
	"quoted",         // both quote
	"rarest",         // weight of the weightiest term in common
	"shared",         // how many terms are in common, in parts of six
	"shorter",        // length of the shorter clause, in parts of twelve terms
	"lengths",        // shorter over longer
	"place",          // nearness of their places in their articles
	"lead",           // both stand at the top
	"negated.one",    // one is negated
	"modality.other", // put with another modality
	"nominal",        // at least one is no clause
}

// pair holds two passages against each other.
func (sc *scene) traits(a, b *passage) (tr Traits) {
	set := func(name string, v float64) { tr[traitIndex[name]] = min(1, max(0, v)) }
	flag := func(name string, v bool) {
		if v {
			tr[traitIndex[name]] = 1
		}
	}
	set("bias", 1)
	o := sc.overlap(a.bag, b.bag)
	set("cosine", o.cosine)
	set("coverage.more", max(o.coverA, o.coverB))
	set("coverage.less", min(o.coverA, o.coverB))
	set("exact", o.exact)
	set("rarest", o.rarest/8)
	set("shared", float64(o.shared)/6)
	set("shared.weight", o.weight/25)
	c := sc.overlap(a.context, b.context)
	set("context", c.cosine)
	set("shared.context", c.weight/50)
	set("around", sc.overlap(a.around, b.around).cosine)
	set("run.context", float64(run(a.sentence, b.sentence)-1)/10)
	flag("main.both", a.main && b.main)
	flag("main.one", a.main != b.main)

	set("predicate", sc.similarity(a.predicate, b.predicate))
	set("predicate.in", max(sc.found(a.predicate, b.bag), sc.found(b.predicate, a.bag)))
	sameAgent, otherAgent := sc.role(a, b, assertion.Agent)
	samePatient, otherPatient := sc.role(a, b, assertion.Patient)
	sameAttribute, _ := sc.role(a, b, assertion.Attribute)
	flag("agent", sameAgent)
	flag("agent.other", otherAgent)
	flag("patient", samePatient)
	flag("patient.other", otherPatient)
	flag("attribute", sameAttribute)
	like := sc.similarity(a.predicate, b.predicate) > 0
	flag("act.agent", like && sameAgent)
	flag("act.patient", like && samePatient)
	flag("act.all", like && sameAgent && samePatient)
	if like && (sameAgent || samePatient) {
		set("act.covered", min(o.coverA, o.coverB))
	}
	set("plain", sc.share(a.bag, b.bag))
	set("plain.context", sc.share(a.context, b.context))
	flag("headline", a.headline || b.headline)
	flag("crossed", meet(a.roles[assertion.Agent], b.roles[assertion.Patient]) || meet(a.roles[assertion.Patient], b.roles[assertion.Agent]))

	if n := len(a.entities) + len(b.entities); n > 0 {
		common := count(a.entities, b.entities)
		set("entities", float64(common)/float64(n-common))
		flag("entities.none", len(a.entities) > 0 && len(b.entities) > 0 && common == 0)
	}
	comparable, equal := numbers(a, b)
	flag("number", equal)
	flag("number.other", comparable && !equal)
	flag("number.none", len(a.numbers) > 0 && len(b.numbers) > 0 && !comparable && !equal)
	if both, overlap := times(a.times, b.times); both {
		flag("time", overlap)
		flag("time.other", !overlap)
	}
	switch {
	case a.speaker >= 0 && b.speaker >= 0:
		flag("speaker", a.speaker == b.speaker)
		flag("speaker.other", a.speaker != b.speaker)
	case a.speaker >= 0 || b.speaker >= 0:
		flag("speaker.one", true)
	}
	set("verbatim", float64(run(a.words, b.words)-1)/8)
	flag("quoted", a.quoted && b.quoted)
	short, long := min(len(a.bag.terms), len(b.bag.terms)), max(len(a.bag.terms), len(b.bag.terms))
	set("shorter", float64(short)/12)
	set("lengths", float64(short)/float64(max(1, long)))
	set("place", 1-math.Abs(a.place-b.place))
	flag("lead", (a.headline || a.place < 0.15) && (b.headline || b.place < 0.15))
	flag("negated.one", a.assertion.Negated != b.assertion.Negated)
	flag("modality.other", a.assertion.Modality != b.assertion.Modality)
	flag("nominal", a.assertion.Predicate.Form == assertion.Nominal || b.assertion.Predicate.Form == assertion.Nominal)
	return tr
}

var traitIndex = func() map[string]int {
	index := make(map[string]int, len(TraitNames))
	for i, name := range TraitNames {
		index[name] = i
	}
	return index
}()

// overlap is how far the terms of two bags are the same.
type overlap struct {
	cosine, exact  float64
	coverA, coverB float64
	rarest         float64
	shared         int
	weight         float64 // of the terms in common, in the bag where they weigh less
}

// overlap compares two bags; it is symmetric. A term that the other bag lacks
// counts in part where the other has one like it.
func (sc *scene) overlap(a, b bag) (o overlap) {
	if a.total == 0 || b.total == 0 {
		return o
	}
	x, y := sc.cover(a, b), sc.cover(b, a)
	norm := math.Sqrt(a.square * b.square)
	o.exact = x.exact / norm
	o.cosine = (x.exact + (x.soft+y.soft)/2) / norm
	o.coverA, o.coverB = x.covered/a.total, y.covered/b.total
	o.weight = min(x.covered, y.covered)
	o.rarest, o.shared = x.rarest, x.shared
	return o
}

// cover is how far one bag's terms are found in another.
type cover struct {
	exact, soft, covered, rarest float64
	shared                       int
}

func (sc *scene) cover(a, b bag) (c cover) {
	for i, id := range a.terms {
		if j, ok := slices.BinarySearch(b.terms, id); ok {
			c.exact += a.weights[i] * b.weights[j]
			c.covered += a.weights[i]
			c.rarest = max(c.rarest, a.weights[i])
			c.shared++
			continue
		}
		if j, s := sc.nearest(id, b); j >= 0 {
			c.soft += s * a.weights[i] * b.weights[j]
			c.covered += s * a.weights[i]
		}
	}
	return c
}

// nearest is the place in the bag of the term that is most like id, which the
// bag lacks, and how like it is; -1 where none is like it.
func (sc *scene) nearest(id term, b bag) (place int, similarity float64) {
	place = -1
	for _, n := range sc.near[id] {
		if n.similarity <= similarity {
			break // the most similar come first
		}
		if j, ok := slices.BinarySearch(b.terms, n.term); ok {
			place, similarity = j, n.similarity
		}
	}
	return place, similarity
}

// found is how like id the term of the bag is that is most like it; 1 where the
// bag has it.
func (sc *scene) found(id term, b bag) float64 {
	if _, ok := slices.BinarySearch(b.terms, id); ok {
		return 1
	}
	_, s := sc.nearest(id, b)
	return s
}

// similarity of two terms: 1 for one and the same, 0 for terms that are not
// alike.
func (sc *scene) similarity(a, b term) float64 {
	if a == b {
		return 1
	}
	for _, n := range sc.near[a] {
		if n.term == b {
			return n.similarity
		}
	}
	return 0
}

// share is how many of the terms of both bags the other has, or one like it.
func (sc *scene) share(a, b bag) float64 {
	n := len(a.terms) + len(b.terms)
	if n == 0 {
		return 0
	}
	sum := 0.0
	for _, id := range a.terms {
		sum += sc.found(id, b)
	}
	for _, id := range b.terms {
		sum += sc.found(id, a)
	}
	return sum / float64(n)
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
func numbers(a, b *passage) (comparable, equal bool) {
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			if x.Kind != y.Kind || x.Unit != y.Unit {
				continue
			}
			same := x.Low == y.Low && x.High == y.High || x.Low == y.Low && !math.IsInf(x.Low, 0) || x.High == y.High && !math.IsInf(x.High, 0)
			equal = equal || same
			if x.Counted >= 0 && y.Counted >= 0 {
				s := lexicon.Similarity(strings.ToLower(a.document.Text.Tokens[x.Counted].Lemma), strings.ToLower(b.document.Text.Tokens[y.Counted].Lemma))
				comparable = comparable || s >= likeness
			}
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
			overlap = overlap || x.Begin.Before(y.Stop) && y.Begin.Before(x.Stop)
		}
	}
	return both, overlap
}

// run is the length of the longest run of words that both have.
func run(a, b []string) int {
	best := 0
	previous := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			up := previous[j+1]
			previous[j+1] = 0
			if a[i] == b[j] {
				previous[j+1] = diagonal + 1
				best = max(best, previous[j+1])
			}
			diagonal = up
		}
	}
	return best
}
