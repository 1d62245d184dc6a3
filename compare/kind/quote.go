package kind

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/compare/claim"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Quote compares what articles put between quotation marks as one speaker's
// words.
var Quote = &Kind{
	ID:      "quote",
	Title:   "words in quotation marks",
	Meaning: "Several articles quote the same words of one speaker: the same, trimmed, or altered between the marks.",
	Example: "“this study became a tool” here, “this research became a tool” there.",
	Find:    quotes,
}

// changes tells of every change whether it is a difference, and what it says.
var changes = map[claim.Change]struct {
	verdict Verdict
	reason  Reason
}{
	claim.Identical:   {Agree, SameWords},
	claim.Trimmed:     {Agree, MoreWords},
	claim.Paraphrased: {Differ, Paraphrase},
	claim.Stitched:    {Differ, Stitched},
	claim.Altered:     {Differ, AlteredWords},
	claim.Moved:       {Differ, OtherSpeaker},
}

func quotes(c *Comparison) []Finding {
	var found []Finding
	for i, u := range c.Utterances {
		if c.entitles(u) {
			continue
		}
		f := finding()
		f.Utterance = i
		f.Entity = u.Speaker
		change := changes[u.Change]
		f.Verdict, f.Reason = change.verdict, change.reason
		shortest := ""
		for _, v := range u.Variants {
			text := c.text(v.Article, v.Span)
			f.Evidence = append(f.Evidence, Evidence{Article: v.Article, Span: v.Span, Value: text})
			if shortest == "" || len(text) < len(shortest) || len(text) == len(shortest) && text < shortest {
				shortest = text
			}
		}
		f.Subject = c.speakerOf(u) + ": “" + clip(shortest, 8) + "”"
		f.Confidence = 0.95
		if len(shortest) < 25 { // a phrase rather than a sentence
			f.Confidence = 0.8
		}
		f.Weight = min(1, 0.3+float64(len(u.Variants))/6+float64(len(shortest))/300)
		found = append(found, f)
	}
	return found
}

// entitles reports whether what is quoted is the name of a programme, a motto or a work
// rather than somebody's words: a few words, each of which has a capital letter but
// those that bind them, the same in all articles.
func (c *Comparison) entitles(u claim.Utterance) bool {
	if u.Change != claim.Identical && u.Change != claim.Trimmed {
		return false
	}
	return slices.ContainsFunc(u.Variants, func(v claim.Variant) bool {
		t := c.Documents[v.Article].Text
		words := 0
		for i := t.TokenAt(v.Span.Start); i < len(t.Tokens) && t.Tokens[i].Span.End <= v.Span.End; i++ {
			form := t.Form(i)
			first, _ := utf8.DecodeRuneInString(form)
			switch {
			case t.Tokens[i].UPOS == lang.PUNCT:
			case unicode.IsUpper(first):
				words++
			case !lexicon.Stopword(form):
				return false
			}
		}
		return words >= fewestOfTitle
	})
}

// fewestOfTitle is how many words with a capital letter a title has that isn't just the
// beginning of a sentence.
const fewestOfTitle = 2

// unknownSpeaker stands in a subject for whom the articles don't name.
const unknownSpeaker = "Quoted words"

// speakerOf names who says something, where the articles name one and the same.
func (c *Comparison) speakerOf(u claim.Utterance) string {
	if u.Speaker < 0 || u.Change == claim.Moved || c.present(u.Speaker).Type == resolve.Other {
		return unknownSpeaker
	}
	name := c.present(u.Speaker).Name
	if first := strings.ToLower(strings.Fields(name)[0]); !fragments.Has(first) && !ownWords.Has(first) {
		return name
	}
	return unknownSpeaker
}
