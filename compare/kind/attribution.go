package kind

import (
	"slices"

	"xref/compare/align"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quote"
)

// Attribution compares on whose word articles assert the same thing.
var Attribution = &Kind{
	ID:      "attribution",
	Title:   "on whose word",
	Meaning: "The same thing is asserted in the outlet's own voice in one article and on a source's word in another, or on the word of two sources.",
	Example: "“The dam failed” here, “the dam failed, the ministry said” there.",
	Find:    ofKind("attribution"),
}

// ownVoice is the value of an assertion that nobody is given as the source of.
const ownVoice = "own voice"

func attributions(s *Scene, c align.Claim) (values []string, phrase string) {
	sources := make([]source, len(c.Members))
	for i, m := range c.Members {
		sources[i] = s.source(m)
		values = append(values, sources[i].text)
		for j, o := range c.Members[:i] {
			x, y := sources[i], sources[j]
			switch {
			case x.voice == unclear || y.voice == unclear || x.voice == y.voice && x.key == y.key || !s.alike(c, m, o):
			case x.voice == own && s.quoted(o.Article, s.assertion(o).Span) && c.Odds.Differ == 0, y.voice == own && s.quoted(m.Article, s.assertion(m).Span) && c.Odds.Differ == 0:
				// the same words without marks: a passage quoted at length
			case x.voice == own || y.voice == own:
				phrase = "in the outlet's own voice in one, on a source's word in another"
			case x.voice == y.voice && phrase == "":
				phrase = "on the word of different sources"
			}
		}
	}
	return values, phrase
}

// framed is the clause of a member with the words that give it as somebody's,
// where they stand near it.
func (s *Scene) framed(m align.Member) article.Span {
	a := s.assertion(m)
	if len(a.Attribution) == 0 {
		return a.Span
	}
	q := s.Documents[m.Article].Quotations[a.Attribution[len(a.Attribution)-1].Quotation]
	whole := a.Span.Cover(q.Source).Cover(q.Cue)
	if whole.Len() > passageLimit {
		return a.Span
	}
	return whole
}

// passageLimit is how many bytes of a passage are shown as evidence.
const passageLimit = 300

// reported reports whether the sentence of a member has a source for something
// else in it, or a text that what it tells stands in, so that whose voice the
// member is in can't be told.
func (s *Scene) reported(m align.Member) bool {
	d := s.Documents[m.Article]
	sentence := d.Text.Sentences[s.assertion(m).Sentence]
	return documented(d.Text, sentence) || slices.ContainsFunc(d.Quotations, func(q quote.Quotation) bool {
		return sentence.Span.Overlaps(q.Cue) || sentence.Span.Overlaps(q.Source)
	})
}

// papers are the nouns for texts and counts whose content a clause that stands
// "in" them gives.
var papers = map[string]bool{
	"affidavit": true, "analysis": true, "audit": true, "census": true, "complaint": true, "email": true, "filing": true,
	"indictment": true, "interview": true, "lawsuit": true, "letter": true, "memo": true, "memoir": true, "poll": true,
	"post": true, "report": true, "ruling": true, "speech": true, "statement": true, "study": true, "survey": true,
	"testimony": true, "transcript": true, "tweet": true,
}

// documented reports whether a sentence gives what it tells as standing in a
// text: "In the survey, 30 percent …".
func documented(t *lang.Text, sentence lang.Sentence) bool {
	for i := sentence.First; i < sentence.End; i++ {
		if c := t.Dependent(i, lang.Case); papers[t.Tokens[i].Lemma] && c >= 0 && t.Lower(c) == "in" && t.Is(i, lang.Obl, lang.Nmod) {
			return true
		}
	}
	return false
}

// source is on whose word a member is given: text shows it, key tells two of one
// voice apart.
type source struct {
	voice     voice
	text, key string
}

// voice is how an article gives a source.
type voice uint8

const (
	unclear   voice = iota // there may be one, but which can't be told
	own                    // the outlet speaks for itself
	known                  // an entity
	described              // a phrase that stands for no entity of the text: "police", "a neighbour"
)

func (s *Scene) source(m align.Member) source {
	chain := s.assertion(m).Attribution
	if len(chain) == 0 {
		if s.reported(m) || !s.propounded(m) || s.addresses(m) {
			return source{}
		}
		return source{own, ownVoice, ""}
	}
	link := chain[len(chain)-1]
	d := s.Documents[m.Article]
	q := &d.Quotations[link.Quotation]
	if !s.propounded(m) || !states(q) {
		return source{}
	}
	if link.Entity >= 0 {
		e := s.Linked[m.Article][link.Entity]
		if d.Resolution.Entities[link.Entity].Named {
			return source{known, s.Entities[e].Name, s.Entities[e].Name}
		}
	}
	if q.Speaker < 0 || !speaks(d.Text, q.Speaker) {
		return source{}
	}
	return source{described, s.text(m.Article, q.Source), lower(d.Text, q.Speaker)}
}

// states reports whether a quotation gives its content as what somebody said
// or knows, and not as what he asked for, wants or speaks about.
func states(q *quote.Quotation) bool {
	switch q.Rule {
	case "quote.infinitive", "quote.object", "quote.adjective", "quote.view", "quote.noun.infinitive", "quote.noun.object":
		return q.Kind != quote.Indirect
	}
	return true
}

// speaks reports whether the noun at a source's head stands for one and the
// same body in every article: "police", "the ministry". "The writers" may be
// the scholars of another article, and a letter theirs.
func speaks(t *lang.Text, head int) bool {
	if t.Tokens[head].UPOS != lang.NOUN {
		return t.Tokens[head].UPOS == lang.PROPN
	}
	lemma := lower(t, head)
	if lexicon.GroupNoun(lemma) {
		return true
	}
	_, person := lexicon.PersonNoun(lemma)
	return person
}

// propounded reports whether a member says something by itself; infinitives and
// gerunds only say what the clause around them is about.
func (s *Scene) propounded(m align.Member) bool {
	t := s.Documents[m.Article].Text
	head := s.assertion(m).Predicate.Head
	form := t.Tokens[head].XPOS
	return form != lang.XPOSVB && form != lang.XPOSVBG || t.Dependent(head, lang.Nsubj, lang.Csubj, lang.Expl, lang.Aux) >= 0
}

// addresses reports whether a member speaks as "I" or to "you": nobody's own
// voice in a report, but words quoted without marks.
func (s *Scene) addresses(m align.Member) bool {
	t := s.Documents[m.Article].Text
	return slices.ContainsFunc(s.assertion(m).Tokens, func(i int) bool {
		switch t.Lower(i) {
		case "i", "me", "my", "we", "us", "our", "you", "your":
			return t.Tokens[i].UPOS == lang.PRON
		}
		return false
	})
}
