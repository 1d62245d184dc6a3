package kind

import (
	"strings"

	"xref/compare/align"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Framing compares the words that articles choose for the same act.
var Framing = &Kind{
	ID:      "framing",
	Title:   "choice of words",
	Meaning: "The same act, actor or place goes by a word that says more, less or something else about it.",
	Example: "“the troops entered the town” here, “the troops stormed the town” there.",
	Find:    ofKind("framing"),
}

func framings(s *Scene, c align.Claim) (values []string, phrase string) {
	for i, m := range c.Members {
		values = append(values, "")
		for _, o := range c.Members[:i] {
			if m.Article != o.Article && s.renamed(m, o) {
				phrase = "other words for it"
			}
		}
	}
	return values, phrase
}

// Two words for one act or actor are a choice where their likeness is between
// these: less is another thing, more the same in other letters.
const (
	leastAkin = 0.5
	mostAkin  = 0.79
)

// renamed reports whether two members have two verbs of near senses for what
// happened, or two nouns for the persons who did or underwent it.
func (s *Scene) renamed(m, o align.Member) bool {
	x, y := s.assertion(m).Predicate, s.assertion(o).Predicate
	if x.Form != assertion.Verbal || y.Form != assertion.Verbal {
		return false
	}
	a, b := strings.ToLower(x.Lemma), strings.ToLower(y.Lemma)
	if akin := lexicon.Similarity(a, b); a != b {
		return akin >= leastAkin && akin < mostAkin && !says(a) && !says(b)
	}
	for _, role := range []assertion.Role{assertion.Agent, assertion.Patient} {
		v, w := s.label(m, role), s.label(o, role)
		if v == "" || w == "" || v == w {
			continue
		}
		_, p := lexicon.PersonNoun(v)
		_, q := lexicon.PersonNoun(w)
		if p && q && lexicon.Similarity(v, w) < mostAkin {
			return true
		}
	}
	return false
}

// says reports whether a verb does no more than report.
func says(verb string) bool {
	cue, ok := lexicon.ReportingVerb(verb)
	return ok && cue.Class == lexicon.Say
}

// label is the common noun that fills a role of a member, "" where none does.
func (s *Scene) label(m align.Member, role assertion.Role) string {
	a := s.argument(m, role)
	t := s.Documents[m.Article].Text
	if a == nil || t.Tokens[a.Head].UPOS != lang.NOUN {
		return ""
	}
	return lower(t, a.Head)
}
