package kind

import (
	"slices"

	"xref/compare/align"
	"xref/extract/article"
	"xref/extract/lang"
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
		for _, o := range sources[:i] {
			switch {
			case sources[i].voice == unclear || o.voice == unclear || sources[i].voice == o.voice && sources[i].key == o.key:
			case sources[i].voice == own || o.voice == own:
				phrase = "in the outlet's own voice in one, on a source's word in another"
			case sources[i].voice == o.voice && phrase == "":
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
		if s.reported(m) {
			return source{}
		}
		return source{own, ownVoice, ""}
	}
	link := chain[len(chain)-1]
	if link.Entity >= 0 {
		e := s.Linked[m.Article][link.Entity]
		if s.Documents[m.Article].Resolution.Entities[link.Entity].Named {
			return source{known, s.Entities[e].Name, s.Entities[e].Name}
		}
	}
	d := s.Documents[m.Article]
	q := d.Quotations[link.Quotation]
	if q.Speaker < 0 || d.Text.Tokens[q.Speaker].UPOS == lang.PRON {
		return source{}
	}
	return source{described, s.text(m.Article, q.Source), lower(d.Text, q.Speaker)}
}
