package kind

import (
	"math"
	"strings"

	"xref/extract/quantity"
)

// Number compares values.
var Number = &Kind{
	ID:      "number",
	Title:   "numbers",
	Meaning: "Articles count or measure the same things and give the same number, or numbers that don't fit each other.",
	Example: "31 people killed here, at least 43 there.",
	Find:    numbers,
}

// Quantifier compares the bounds, precision and denominators of a value that
// the articles agree on.
var Quantifier = &Kind{
	ID:      "quantifier",
	Title:   "bounds and shares of a number",
	Meaning: "Articles give numbers for the same things that fit each other but are limited differently: at least, about, all, 22 of 29.",
	Example: "“19 towns” here, “at least 19” there, “all 19 we visited” elsewhere.",
	Find:    quantifiers,
}

func numbers(s *Scene) []Finding {
	return s.perPopulation(func(p population) (Verdict, string) {
		switch p.fit() {
		case equal:
			return Agree, "the same number"
		case apart:
			if p.sure >= sameClaim*0.8 && p.exact() && s.sameDay(p) {
				return Conflict, "numbers that can't both be right"
			}
			return Differ, "different numbers"
		}
		return "", ""
	})
}

func quantifiers(s *Scene) []Finding {
	found := s.perPopulation(func(p population) (Verdict, string) {
		if p.fit() == bounded {
			return Differ, "the number is limited differently"
		}
		return "", ""
	})
	for story := range s.Stories {
		for _, p := range s.limitedTwice(story) {
			found = append(found, s.told(p, Internal, "the number is limited in two ways in one article"))
		}
	}
	return found
}

// perPopulation makes a finding of each population on which judge has a verdict.
func (s *Scene) perPopulation(judge func(population) (Verdict, string)) []Finding {
	var found []Finding
	for story := range s.Stories {
		for _, p := range s.populations(story) {
			if verdict, phrase := judge(p); verdict != "" {
				found = append(found, s.told(p, verdict, phrase))
			}
		}
	}
	return found
}

// told is the finding that the numbers of a population go together in this way.
func (s *Scene) told(p population, verdict Verdict, phrase string) Finding {
	f := finding(p.story)
	f.Verdict = verdict
	f.Confidence = p.sure
	f.Weight = 0.5
	f.Subject = s.thing(p)
	var values []string
	for _, c := range p.counts {
		e := s.evidenceOf(c)
		f.Evidence = append(f.Evidence, e)
		values = append(values, e.Value)
		if c.claim >= 0 {
			f.Claim = c.claim
			f.Weight = max(f.Weight, s.Claims[c.claim].Central)
		}
	}
	f.Summary = phrase + ": " + strings.Join(values, "; ")
	return f
}

// fit is how the numbers of a population go together.
type fit uint8

const (
	equal   fit = iota // the same value, bound, scope and denominator
	bounded            // values that fit each other, limited differently
	apart              // values that don't fit each other
)

func (p population) fit() fit {
	result := equal
	for i, a := range p.counts {
		for _, b := range p.counts[:i] {
			x, y := a.quantity, b.quantity
			switch {
			case x.Low > y.High || y.Low > x.High:
				return apart
			case x.Low != y.Low || x.High != y.High || x.Bound != y.Bound || x.Scope != y.Scope || x.Of != y.Of:
				result = bounded
			}
		}
	}
	return result
}

// exact reports whether every number of a population is given as exact.
func (p population) exact() bool {
	for _, c := range p.counts {
		if c.quantity.Bound != quantity.Exact || math.IsInf(c.quantity.High, 0) {
			return false
		}
	}
	return true
}

// sameDay reports whether the articles of a population were published on one
// day; a number may have moved between two.
func (s *Scene) sameDay(p population) bool {
	first := s.Documents[p.counts[0].place].Article.Published
	for _, c := range p.counts {
		day := s.Documents[c.place].Article.Published
		if day.IsZero() || !day.Equal(first) {
			return false
		}
	}
	return true
}
