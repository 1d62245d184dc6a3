package kind

import (
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/article"
	"xref/extract/assertion"
)

// Find runs every kind over a comparison and returns all findings: by kind in the
// order of Kinds, those of contrasts within claims first. The bounds are those that its
// articles reached.
func Find(c *Comparison) ([]Finding, []claim.Bound) {
	own := *c
	c = &own
	c.counterparts = c.findCounterparts()
	c.counts = c.findCounts()
	c.counted = c.countGroups()
	told := c.contrasts()
	var found []Finding
	for _, k := range Kinds {
		var of []Finding
		for i := range told {
			if told[i].Kind == k.ID {
				of = append(of, told[i])
			}
		}
		if k.Find != nil {
			of = append(of, k.Find(c)...)
		}
		for _, f := range of {
			f.Kind = k.ID
			found = append(found, c.named(f))
		}
	}
	for _, f := range c.otherwise(found) {
		found = append(found, c.named(f))
	}
	return found, append(repeatedCounts(c.counts), manyTitles(c)...)
}

// finding is a Finding about nothing yet.
func finding() Finding {
	return Finding{Claim: -1, Entity: -1, Utterance: -1}
}

// about is a Finding about claim i, as sure as the claim is; named gives it its subject.
func (c *Comparison) about(i int) Finding {
	f := finding()
	f.Claim = i
	f.Confidence = c.Claims[i].Same
	f.Weight = c.Claims[i].Central
	return f
}

// named is a finding about a claim with its subject, by the passages that it shows.
func (c *Comparison) named(f Finding) Finding {
	if f.Claim < 0 || f.Subject != "" {
		return f
	}
	cl := &c.Claims[f.Claim]
	var shown []match.Member
	for _, m := range cl.Members {
		span := c.assertion(m).Span
		if slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return e.Article == m.Article && e.Span.Contains(span) }) {
			shown = append(shown, m)
		}
	}
	if len(shown) == 0 {
		shown = cl.Members
	}
	f.Subject = c.subject(shown)
	return f
}

// assertion is what a member of a claim points at.
func (c *Comparison) assertion(m match.Member) *assertion.Assertion {
	return &c.Documents[m.Article].Assertions[m.Assertion]
}

// evidence is the clause of a member, with the words in it that carry value.
func (c *Comparison) evidence(m match.Member, focus article.Span, value string) Evidence {
	return Evidence{Article: m.Article, Span: c.assertion(m).Span.Cover(focus), Focus: focus, Value: value}
}

// text is the surface of a span of one article, white space folded.
func (c *Comparison) text(place int, span article.Span) string {
	return strings.Join(strings.Fields(span.In(c.Documents[place].Text.Source)), " ")
}

// clip is the first n words of a text, with a mark where more were left out.
func clip(text string, n int) string {
	if fields := strings.Fields(text); len(fields) > n {
		return strings.Join(fields[:n], " ") + " …"
	}
	return text
}

// OfClauses reports whether findings of a kind hold whole clauses against each other.
func (id ID) OfClauses() bool {
	return slices.ContainsFunc(Kinds, func(k *Kind) bool { return k.ID == id && k.Clauses })
}

// OfValues reports whether findings of a kind compare numbers or times.
func (id ID) OfValues() bool { return id == Number.ID || id == Quantifier.ID || id == Date.ID }

// present is an entity that an article of the story names, by its place in the report.
func (c *Comparison) present(place int) *Present {
	i, _ := slices.BinarySearchFunc(c.Entities, place, func(p Present, place int) int { return p.Place - place })
	return &c.Entities[i]
}
