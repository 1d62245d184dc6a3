package kind

import (
	"slices"
	"strings"

	"xref/compare/match"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Name compares the names by which articles call one person, body or place.
var Name = &Kind{
	ID:      "name",
	Title:   "names and spellings",
	Meaning: "One person, body or place goes by another name, form or spelling in another article, or by two spellings in one (internal).",
	Example: "Volodymyr Zelenskyy here, Zelensky there.",
	Tells: func(contrast *match.Contrast) Reason {
		if cause, ok := contrast.Cause.(match.NameCause); ok && !cause.Place {
			return OtherName
		}
		return NoReason
	},
	Find: names,
}

func names(c *Comparison) []Finding {
	var found []Finding
	for i := range c.Entities {
		if e := &c.Entities[i]; e.Type != resolve.Other {
			found = append(found, c.namesOf(e)...)
		}
	}
	return found
}

// namesOf compares the names of one entity, each as an article first writes it.
func (c *Comparison) namesOf(e *Present) []Finding {
	forms := map[int][]Evidence{}
	type written struct {
		place int
		name  string
	}
	seen := map[written]bool{}
	var places []int
	c.mentions(e, func(place int, m resolve.Mention) {
		if m.Form != resolve.Name {
			return
		}
		if forms[place] == nil {
			places = append(places, place)
		}
		name := bare(c.text(place, m.Span))
		if !seen[written{place, name}] {
			seen[written{place, name}] = true
			forms[place] = append(forms[place], Evidence{Article: place, Span: m.Span, Value: name})
		}
	})
	var found []Finding
	for _, place := range places {
		if a, b, ok := spellings(forms[place], forms[place], e.Type, resolve.Respelt); ok {
			f := c.ofEntity(e)
			f.Verdict, f.Confidence, f.Weight = Internal, 0.7, 0.4
			f.Evidence = []Evidence{a, b}
			f.Reason = TwoSpellings
			found = append(found, f)
		}
	}
	f := c.ofEntity(e)
	ways := []resolve.NameFit{resolve.Respelt}
	if c.All { // that somebody goes by a short name too is known
		ways = append(ways, resolve.Nickname)
	}
	for i, x := range places {
		for _, y := range places[:i] {
			a, b, ok := spellings(forms[y], forms[x], e.Type, ways...)
			if ok && !named(forms[x], a.Value) && !named(forms[y], b.Value) {
				f.Evidence = append(f.Evidence, a, b)
			}
		}
	}
	if len(f.Evidence) > 0 {
		f.Evidence = onePerValue(f.Evidence)
		f.Verdict, f.Confidence, f.Weight, f.Reason = Differ, 0.65, 0.35, OtherSpelling
		found = append(found, f)
	}
	return found
}

// onePerValue keeps the first evidence of each value in each article, in the
// order of articles.
func onePerValue(evidence []Evidence) []Evidence {
	var kept []Evidence
	for _, e := range evidence {
		if !slices.ContainsFunc(kept, func(k Evidence) bool { return k.Article == e.Article && k.Value == e.Value }) {
			kept = append(kept, e)
		}
	}
	slices.SortStableFunc(kept, func(a, b Evidence) int { return a.Article - b.Article })
	return kept
}

// bare is a name without titles of courtesy, possessive endings, and the points
// of abbreviations.
func bare(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(name, "’", "'"), "'s"), "'")
	words := strings.Fields(name)
	for len(words) > 1 {
		if _, ok := lexicon.Honorific(words[0]); !ok && !lexicon.Title(words[0]) {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// spellings finds a name of one list and one of the other that differ in one of the
// ways. A name that only says less than the other is not told.
func spellings(x, y []Evidence, t resolve.Type, fits ...resolve.NameFit) (a, b Evidence, ok bool) {
	for _, a := range x {
		for _, b := range y {
			if a.Value != b.Value && slices.Contains(fits, resolve.RelateNames(a.Value, b.Value, t)) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// named reports whether one of an article's names is this one: what it writes in both
// ways it doesn't write otherwise.
func named(forms []Evidence, name string) bool {
	return slices.ContainsFunc(forms, func(e Evidence) bool { return e.Value == name })
}
