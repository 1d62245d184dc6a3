package kind

import (
	"slices"

	"xref/compare/align"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Scope compares where, and of which ones, articles assert the same thing.
var Scope = &Kind{
	ID:      "scope",
	Title:   "where and which ones",
	Meaning: "The same thing is asserted of another place, or of more, fewer or other things.",
	Example: "“in the north” here, “across the country” there.",
	Find:    ofKind("scope"),
}

func scopes(s *Scene, c align.Claim) (values []string, phrase string) {
	values = make([]string, len(c.Members))
	if !s.sameAct(c) {
		return values, ""
	}
	for i, m := range c.Members {
		for j, o := range c.Members[:i] {
			if m.Article == o.Article {
				continue
			}
			if x, y, ok := s.elsewhere(m, o); ok {
				values[i], values[j] = s.text(m.Article, x.Span), s.text(o.Article, y.Span)
				phrase = "said of other places or things"
			}
		}
	}
	return values, phrase
}

// scoped are the roles that say where, and of which ones.
var scoped = []assertion.Role{assertion.Agent, assertion.Patient, assertion.Location, assertion.Oblique}

// elsewhere finds a role that two members fill with other places, or with the
// same kind of thing narrowed in other ways.
func (s *Scene) elsewhere(m, o align.Member) (x, y *assertion.Argument, ok bool) {
	for _, role := range scoped {
		x, y = s.argument(m, role), s.argument(o, role)
		if x == nil || y == nil {
			continue
		}
		t, u := s.Documents[m.Article].Text, s.Documents[o.Article].Text
		a, b := lower(t, x.Head), lower(u, y.Head)
		switch {
		case a == b && narrowed(restrictions(t, x.Head), restrictions(u, y.Head)):
			return x, y, true
		case (role == assertion.Location || role == assertion.Oblique && placing(x.Case) && placing(y.Case)) && a != b && !s.sameEntity(m, x, o, y) && lexicon.Similarity(a, b) < leastAkin:
			return x, y, true
		}
	}
	return nil, nil, false
}

// placing reports whether a preposition says where.
func placing(preposition string) bool {
	switch preposition {
	case "in", "on", "at", "near", "inside", "outside", "under", "over", "behind", "beside", "across", "around":
		return true
	}
	return false
}

func (s *Scene) sameEntity(m align.Member, x *assertion.Argument, o align.Member, y *assertion.Argument) bool {
	return x.Entity >= 0 && y.Entity >= 0 && s.Linked[m.Article][x.Entity] == s.Linked[o.Article][y.Entity]
}

// restrictions are the lemmas that narrow a noun down: adjectives, quantifying
// determiners, nouns before it and of-phrases behind it. A pronoun narrows nothing
// down that can be held against a name.
func restrictions(t *lang.Text, noun int) []string {
	var found []string
	for _, i := range t.Dependents(noun, lang.Amod, lang.Det, lang.DetPredet, lang.Compound, lang.Nmod) {
		if t.Is(i, lang.Det) && t.Tokens[i].Feats.PronType != lang.PronTypeTot && t.Tokens[i].Feats.PronType != lang.PronTypeInd {
			continue
		}
		if t.Tokens[i].UPOS == lang.PRON {
			continue
		}
		found = append(found, lower(t, i))
		for _, j := range t.Dependents(i, lang.Amod, lang.Det) {
			if t.Is(j, lang.Amod) || t.Tokens[j].Feats.PronType == lang.PronTypeTot {
				found = append(found, lower(t, j))
			}
		}
	}
	return found
}

// narrowed reports whether each of two lists has a restriction that the other
// lacks.
func narrowed(a, b []string) bool {
	lacks := func(x, y []string) bool {
		return slices.ContainsFunc(x, func(w string) bool {
			return !slices.ContainsFunc(y, func(v string) bool { return lexicon.Similarity(v, w) >= mostAkin })
		})
	}
	return lacks(a, b) && lacks(b, a)
}
