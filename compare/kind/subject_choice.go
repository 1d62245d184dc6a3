package kind

import (
	"cmp"
	"slices"
	"strings"

	"xref/compare/match"
	"xref/extract/assertion"
	"xref/extract/lexicon"
)

// wording is one way to say what a claim is about.
type wording struct {
	text     string
	sentence bool // with a finite verb
	whole    bool // nothing that its verb needs was left out
	leans    bool // it speaks of somebody or something whom it doesn't name: "he", "this"
	guessed  bool // a name stands in it for a pronoun
	named    bool // somebody or something in it has a name
	shared   int  // how many of its words other articles have in their passages
}

// mostShared is how many shared words count.
const mostShared = 4

// worth is how well a wording says what a claim is about: by itself, completely, and of
// what the articles have in common.
func (w *wording) worth() int {
	n := min(w.shared, mostShared)
	for _, has := range [...]struct {
		it    bool
		worth int
	}{{w.sentence, 3}, {w.whole, 2}, {!w.leans, 3}, {!w.guessed, 2}, {w.named, 1}} {
		if has.it {
			n += has.worth
		}
	}
	return n
}

// subject says what passages of several articles are about, in a sentence or a phrase
// that stands by itself: of those that they give the one of most worth, of equals the
// shortest.
func (c *Comparison) subject(of []match.Member) string {
	var best wording
	for _, m := range of {
		w := c.phrased(m)
		if w.text == "" {
			continue
		}
		w.shared = c.sharedWords(w.text, m.Article, of)
		if best.text == "" || cmp.Or(cmp.Compare(best.worth(), w.worth()), cmp.Compare(len(w.text), len(best.text)), cmp.Compare(w.text, best.text)) < 0 {
			best = w
		}
	}
	if best.text != "" {
		return best.text
	}
	text := ""
	for _, m := range of {
		s := c.speller(m.Article)
		clause := clip(s.joined(c.assertion(m).Tokens), longestPhrase)
		if text == "" || cmp.Or(cmp.Compare(len(clause), len(text)), cmp.Compare(clause, text)) < 0 {
			text = clause
		}
	}
	return text
}

// sharedWords is how many words of a text of one article stand in the passages of
// others, in the same form or as what they are forms of.
func (c *Comparison) sharedWords(text string, place int, passages []match.Member) int {
	have := map[string]bool{}
	for _, m := range passages {
		if m.Article == place {
			continue
		}
		t := c.Documents[m.Article].Text
		span := c.assertion(m).Span
		for i, end := t.TokensIn(span); i < end; i++ {
			if assertion.Contentful(t, i) {
				have[t.Lower(i)], have[strings.ToLower(t.Tokens[i].Lemma)] = true, true
			}
		}
	}
	n := 0
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if w = strings.Trim(w, ",.'’s"); have[w] && !lexicon.Stopword(w) {
			n++
		}
	}
	return n
}

// namesSomebody reports whether the assertion of a member has a participant that the
// article names.
func (c *Comparison) namesSomebody(m match.Member) bool {
	d := c.Documents[m.Article]
	return slices.ContainsFunc(c.assertion(m).Arguments, func(a assertion.Argument) bool {
		return a.Entity >= 0 && d.Resolution.Entities[a.Entity].Named
	})
}

// phrased is what the assertion of a member says, as a sentence, or else its
// participants as a phrase.
func (c *Comparison) phrased(m match.Member) (w wording) {
	w.named = c.namesSomebody(m)
	s := speller{c, m.Article, c.Documents[m.Article].Text, &w.guessed}
	a := c.assertion(m)
	phrase := func(text string) bool {
		w.text = text
		return s.stands(text) && !ownWords.Has(strings.ToLower(text)) && !leaningWords.Has(strings.ToLower(text))
	}
	if a.Predicate.Form == assertion.Verbal || a.Predicate.Form == assertion.Copular {
		if w.text, w.whole = s.sentence(a.Predicate.Head); s.stands(w.text) {
			w.sentence = true
			w.leans = leaning(w.text)
			if speaker := c.speakerOfClause(m); firstPerson(w.text) && speaker != "" && !strings.HasPrefix(w.text, speaker) {
				w.text, w.leans = speaker+": “"+w.text+"”", false
			}
			return w
		}
		w.whole, w.guessed = false, false
	}
	if a.Predicate.Form == assertion.Nominal && phrase(s.nominal(a.Predicate.Head)) {
		return w
	}
	for _, role := range [...]assertion.Role{assertion.Patient, assertion.Agent, assertion.Attribute, assertion.Oblique, assertion.Location} {
		for _, argument := range a.Arguments {
			if argument.Role == role && phrase(s.nominal(argument.Head)) {
				w.leans = leaning(w.text)
				return w
			}
		}
	}
	if phrase(s.nominalWithin(a.Tokens)) {
		return w
	}
	within := s.t.Sentences[a.Sentence]
	var tokens []int
	for i := within.First; i < within.End; i++ {
		tokens = append(tokens, i)
	}
	w.text = s.nominalWithin(tokens)
	return w
}

// speakerOfClause names who says the clause of a member; "" where the article names
// nobody, or somebody of whom nothing but a pronoun or a description is known.
func (c *Comparison) speakerOfClause(m match.Member) string {
	chain := c.assertion(m).Attribution
	if len(chain) == 0 {
		return ""
	}
	e := chain[len(chain)-1].Entity
	if e < 0 || !c.Documents[m.Article].Resolution.Entities[e].Named {
		return ""
	}
	return c.present(c.Linked[m.Article][e]).Name
}

// The words that lean on something outside of a sentence which they begin, and those
// by which one speaks of oneself or to others.
var (
	leaningWords = lexicon.GrammarWords.Words("words for whom or what was named before")
	ownWords     = lexicon.GrammarWords.Words("words for who speaks or is spoken to")
)

// leaning reports whether a text begins with a word for somebody or something that was
// named before, or speaks of whoever says it.
func leaning(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return leaningWords.Has(strings.ToLower(first)) || firstPerson(text)
}

// firstPerson reports whether a text speaks of whoever says it, or to somebody.
func firstPerson(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool {
		w, _, _ = strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
		return ownWords.Has(w)
	})
}
