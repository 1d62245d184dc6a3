package kind

import (
	"slices"
	"strings"

	"xref/compare/match"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Pronoun compares the pronouns by which articles speak of one person.
var Pronoun = &Kind{
	ID:      "pronoun",
	Title:   "pronouns of a person",
	Meaning: "One person is she in one article and he in another (conflict), or both in one article (internal).",
	Example: "Pokalchuk is “she” in the first paragraph and “he” in the third.",
	Tells: func(contrast *match.Contrast) Reason {
		if cause, ok := contrast.Cause.(match.WordCause); ok && cause.Part == match.Pronoun {
			return OtherPronoun
		}
		return NoReason
	},
	Find: pronouns,
}

// sure is the least confidence of a pronoun's antecedent for its class to be
// held against another.
const sure = 0.5

// pronounNames names the classes that can be held against each other.
var pronounNames = map[resolve.Class]string{resolve.He: "he", resolve.She: "she"}

func pronouns(c *Comparison) []Finding {
	var found []Finding
	for i := range c.Entities {
		e := &c.Entities[i]
		if e.Type != resolve.Person {
			continue
		}
		if of := c.pronounsOf(e); len(of) > 0 && !c.namesake(e) {
			found = append(found, of...)
		}
	}
	return found
}

// pronounsOf compares the pronouns of one person.
// Those between quotation marks are left out: whom a speaker means by them often
// stands in none of the words that are quoted.
func (c *Comparison) pronounsOf(e *Present) []Finding {
	uses := map[int]map[resolve.Class][]Evidence{}
	var places []int
	c.mentions(e, func(place int, m resolve.Mention) {
		name, ok := pronounNames[m.Class]
		if !ok || m.Form != resolve.Pronoun || m.Confidence < sure || c.Index.Documents[place].BetweenMarks(m.Span) || c.ofKin(place, m) || c.besideOthers(e, place, m) {
			return
		}
		if uses[place] == nil {
			uses[place] = map[resolve.Class][]Evidence{}
			places = append(places, place)
		}
		uses[place][m.Class] = append(uses[place][m.Class], Evidence{Article: place, Span: m.Span, Value: name})
	})
	var found []Finding
	var she, he []Evidence // the first of each article
	for _, place := range places {
		feminine, masculine := uses[place][resolve.She], uses[place][resolve.He]
		if len(feminine) > 0 {
			she = append(she, feminine[0])
		}
		if len(masculine) > 0 {
			he = append(he, masculine[0])
		}
		if len(feminine) == 0 || len(masculine) == 0 {
			continue
		}
		f := c.ofEntity(e)
		f.Verdict, f.Confidence, f.Weight = Internal, 0.75, 0.8
		f.Evidence = []Evidence{feminine[0], masculine[0]}
		f.Reason = TwoPronouns
		found = append(found, f)
	}
	if evidence := append(she, he...); len(she) > 0 && len(he) > 0 && distinct(evidence) >= 2 {
		f := c.ofEntity(e)
		f.Verdict, f.Confidence, f.Weight = Conflict, 0.7, 0.9
		f.Evidence = evidence
		f.Reason = OtherPronoun
		found = append(found, f)
	}
	return found
}

// namesake reports whether somebody else bears the last name of a person: which of them a bare last name and the pronouns after it stand for is
// uncertain.
func (c *Comparison) namesake(e *Present) bool {
	names := c.lastNames(e)
	for i := range c.Entities {
		o := &c.Entities[i]
		if o == e || o.Type != resolve.Person {
			continue
		}
		for _, name := range c.lastNames(o) {
			if slices.Contains(names, name) {
				return true
			}
		}
	}
	return false
}

// lastNames are the last words of the names of several words that an entity has.
func (c *Comparison) lastNames(e *Present) []string {
	var found []string
	c.mentions(e, func(place int, m resolve.Mention) {
		if m.Form != resolve.Name {
			return
		}
		if words := strings.Fields(c.text(place, m.Span)); len(words) > 1 && !slices.Contains(found, words[len(words)-1]) {
			found = append(found, words[len(words)-1])
		}
	})
	return found
}

// besideOthers reports whether another person is named in the sentence of a pronoun, before it,
// or in the one before: it may stand for that one.
func (c *Comparison) besideOthers(e *Present, place int, m resolve.Mention) bool {
	d := c.Documents[place]
	t := d.Text
	s := t.SentenceOf(m.Head)
	first := t.Sentences[max(0, s-1)].First
	for i := range d.Resolution.Entities {
		o := &d.Resolution.Entities[i]
		if o.Type != resolve.Person || !o.Named || slices.Contains(e.Members, resolve.Member{Article: place, Entity: i}) {
			continue
		}
		if slices.ContainsFunc(o.Mentions, func(n resolve.Mention) bool {
			return n.Form == resolve.Name && n.First >= first && n.First < m.First
		}) {
			return true
		}
	}
	return false
}

// ofKin reports whether a mention is a possessive of a person ("his daughter"),
// which may be whoever the sentence speaks of.
func (c *Comparison) ofKin(place int, m resolve.Mention) bool {
	t := c.Documents[place].Text
	if !t.Is(m.Head, lang.NmodPoss) {
		return false
	}
	_, person := lexicon.PersonNoun(lower(t, t.Tokens[m.Head].Head))
	return person
}
