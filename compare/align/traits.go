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
	"antonyms",       // a word of one is the opposite of a word of the other
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
	flag("antonyms", o.antonyms)
	set("shared.weight", o.weight/25)
	c := sc.overlap(a.context, b.context)
	set("context", c.cosine)
	set("shared.context", c.weight/50)
	set("around", sc.overlap(a.around, b.around).cosine)
	set("run.context", float64(run(a.sentence, b.sentence)-1)/10)
	flag("main.both", a.main && b.main)
	flag("main.one", a.main != b.main)

	set("predicate", lexicon.Similarity(a.predicate, b.predicate))
	set("predicate.in", max(sc.nearest(a.predicate, b.bag), sc.nearest(b.predicate, a.bag)))
	sc.role(a, b, assertion.Agent, func(same, other bool) { flag("agent", same); flag("agent.other", other) })
	sc.role(a, b, assertion.Patient, func(same, other bool) { flag("patient", same); flag("patient.other", other) })
	sc.role(a, b, assertion.Attribute, func(same, other bool) { flag("attribute", same) })
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
	antonyms       bool
}

// likeness is the least similarity at which one word can stand for another.
const likeness = 0.6

func (sc *scene) overlap(a, b bag) (o overlap) {
	if a.total == 0 || b.total == 0 {
		return o
	}
	var dot, soft, na, nb float64
	coverB := make([]float64, len(b.terms))
	for i, id := range a.terms {
		na += a.weights[i] * a.weights[i]
		if j, ok := slices.BinarySearch(b.terms, id); ok {
			dot += a.weights[i] * b.weights[j]
			o.coverA += a.weights[i]
			coverB[j] = 1
			o.rarest = max(o.rarest, a.weights[i])
			o.shared++
			continue
		}
		best, at := 0.0, -1
		for j, other := range b.terms {
			switch s := sc.similarity(id, other); {
			case s < 0:
				o.antonyms = true
			case s > best && coverB[j] < 1:
				best, at = s, j
			}
		}
		if at >= 0 && best >= likeness {
			soft += best * a.weights[i] * b.weights[at]
			o.coverA += best * a.weights[i]
			coverB[at] = max(coverB[at], best)
		}
	}
	for j, c := range coverB {
		nb += b.weights[j] * b.weights[j]
		o.coverB += c * b.weights[j]
	}
	o.weight = min(o.coverA, o.coverB)
	o.coverA /= a.total
	o.coverB /= b.total
	norm := math.Sqrt(na * nb)
	o.exact, o.cosine = dot/norm, (dot+soft)/norm
	return o
}

// opposite is the similarity of antonyms.
const opposite = -1

// similarity of two different terms: that of their lemmas, 0 for terms of other
// sorts, opposite for antonyms.
func (sc *scene) similarity(a, b term) float64 {
	key := [2]term{min(a, b), max(a, b)}
	s, ok := sc.similar[key]
	if ok {
		return s
	}
	la, isLemma := strings.CutPrefix(sc.texts[key[0]], lemmaTerm)
	lb, areLemmas := strings.CutPrefix(sc.texts[key[1]], lemmaTerm)
	if isLemma && areLemmas {
		if s = lexicon.Similarity(la, lb); s < likeness && lexicon.Antonyms(la, lb) {
			s = opposite
		}
	}
	sc.similar[key] = s
	return s
}

// nearest is the similarity of a word to the lemma in the bag that is most like
// it.
func (sc *scene) nearest(word string, b bag) float64 {
	best := 0.0
	for _, id := range b.terms {
		if lemma, ok := strings.CutPrefix(sc.texts[id], lemmaTerm); ok {
			best = max(best, lexicon.Similarity(word, lemma))
		}
	}
	return best
}

// role tells whether two passages fill a role with the same thing, or both with
// different things.
func (sc *scene) role(a, b *passage, r assertion.Role, say func(same, other bool)) {
	x, y := a.roles[r], b.roles[r]
	if len(x) == 0 || len(y) == 0 {
		say(false, false)
		return
	}
	same := slices.ContainsFunc(x, func(i term) bool {
		return slices.ContainsFunc(y, func(j term) bool { return i == j || sc.similarity(i, j) >= likeness })
	})
	say(same, !same)
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
