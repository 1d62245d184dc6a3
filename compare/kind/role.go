package kind

import (
	"strings"

	"xref/compare/align"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Role compares who did what to whom.
var Role = &Kind{
	ID:      "role",
	Title:   "who did it to whom",
	Meaning: "The same act has another doer or another target in another article, or one article leaves out who did it.",
	Example: "“Police shot the man” here, “the man was shot” there.",
	Find:    ofKind("role"),
}

// unsaid is the value of an act whose doer an article leaves out.
const unsaid = "doer left out"

func roles(s *Scene, c align.Claim) (values []string, phrase string) {
	named, left, crossed := 0, 0, false
	for i, m := range c.Members {
		agent := s.argument(m, assertion.Agent)
		switch {
		case agent != nil:
			named++
			values = append(values, s.text(m.Article, agent.Span))
		case s.assertion(m).Predicate.Passive:
			left++
			values = append(values, unsaid)
		default:
			values = append(values, "")
		}
		for _, o := range c.Members[:i] {
			crossed = crossed || s.crossed(m, o)
		}
	}
	switch {
	case crossed:
		return values, "doer and target are the other way round"
	case named > 0 && left > 0 && s.sameAct(c):
		return values, "who did it is left out"
	}
	return values, ""
}

// argument is the first argument of a member in a role, or nil.
func (s *Scene) argument(m align.Member, role assertion.Role) *assertion.Argument {
	return argument(s.assertion(m), role)
}

// crossed reports whether two members have the same act with doer and target
// exchanged, both known.
func (s *Scene) crossed(m, o align.Member) bool {
	if !strings.EqualFold(s.assertion(m).Predicate.Lemma, s.assertion(o).Predicate.Lemma) {
		return false
	}
	doer, target := s.filler(m, assertion.Agent), s.filler(m, assertion.Patient)
	return doer != "" && target != "" && doer != target &&
		doer == s.filler(o, assertion.Patient) && target == s.filler(o, assertion.Agent)
}

// filler is what fills a role of a member: a linked entity's name, else the
// lemma of a noun; "" where nothing does.
func (s *Scene) filler(m align.Member, role assertion.Role) string {
	a := s.argument(m, role)
	if a == nil {
		return ""
	}
	if a.Entity >= 0 {
		return s.Entities[s.Linked[m.Article][a.Entity]].Name
	}
	t := s.Documents[m.Article].Text
	if u := t.Tokens[a.Head].UPOS; u != lang.NOUN && u != lang.PROPN {
		return ""
	}
	return lower(t, a.Head)
}

// sameAct reports whether the members' predicates all mean much the same, or
// the opposite.
func (s *Scene) sameAct(c align.Claim) bool {
	first := strings.ToLower(s.assertion(c.Members[0]).Predicate.Lemma)
	for _, m := range c.Members[1:] {
		lemma := strings.ToLower(s.assertion(m).Predicate.Lemma)
		if lexicon.Similarity(first, lemma) < leastAkin && !lexicon.Antonyms(first, lemma) {
			return false
		}
	}
	return true
}

// otherAct reports whether two members tell of different acts for all that their
// predicates are alike: what both name as done to, or else as doer, is something
// else.
func (s *Scene) otherAct(m, o align.Member) bool {
	for _, role := range [...]assertion.Role{assertion.Patient, assertion.Agent} {
		if x, y := s.argument(m, role), s.argument(o, role); x != nil && y != nil {
			return s.unlike(m, x, o, y)
		}
	}
	return false
}

// otherActs reports whether two members of a claim tell of different acts.
func (s *Scene) otherActs(c align.Claim) bool {
	for i, m := range c.Members {
		for _, o := range c.Members[:i] {
			if m.Article != o.Article && s.otherAct(m, o) {
				return true
			}
		}
	}
	return false
}

// unlike reports whether two arguments are nouns or names that neither are one
// entity nor mean much the same.
func (s *Scene) unlike(m align.Member, x *assertion.Argument, o align.Member, y *assertion.Argument) bool {
	t, u := s.Documents[m.Article].Text, s.Documents[o.Article].Text
	return noun(t, x.Head) && noun(u, y.Head) && !s.sameEntity(m, x, o, y) &&
		lexicon.Similarity(lower(t, x.Head), lower(u, y.Head)) < answering
}

// noun reports whether token i is a noun or a name.
func noun(t *lang.Text, i int) bool {
	return t.Tokens[i].UPOS == lang.NOUN || t.Tokens[i].UPOS == lang.PROPN
}
