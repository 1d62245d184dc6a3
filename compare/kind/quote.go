package kind

import "xref/compare/align"

// Quote compares what articles put between quotation marks as one speaker's
// words.
var Quote = &Kind{
	ID:      "quote",
	Title:   "words in quotation marks",
	Meaning: "Several articles quote the same words of one speaker: the same, trimmed, or altered between the marks.",
	Example: "“this study became a tool” here, “this research became a tool” there.",
	Find:    quotes,
}

// changes tells of every change whether it is a difference, and how to say it.
var changes = map[align.Change]struct {
	verdict Verdict
	phrase  string
}{
	align.Identical:   {Agree, "quoted in the same words"},
	align.Trimmed:     {Agree, "quoted in the same words, more of them in one article"},
	align.Paraphrased: {Differ, "quoted in one article, paraphrased in another"},
	align.Stitched:    {Differ, "two remarks in one article, one in another"},
	align.Altered:     {Differ, "other words between the quotation marks"},
	align.Moved:       {Differ, "the same words from two speakers"},
}

func quotes(s *Scene) []Finding {
	var found []Finding
	for i, u := range s.Utterances {
		f := finding(u.Story)
		f.Utterance = i
		f.Entity = u.Speaker
		change := changes[u.Change]
		f.Verdict = change.verdict
		shortest := ""
		for _, v := range u.Variants {
			text := s.text(v.Article, v.Span)
			f.Evidence = append(f.Evidence, Evidence{Article: v.Article, Span: v.Span, Value: text})
			if shortest == "" || len(text) < len(shortest) || len(text) == len(shortest) && text < shortest {
				shortest = text
			}
		}
		f.Subject = "“" + clip(shortest, 8) + "”"
		f.Confidence = 0.95
		if len(shortest) < 25 { // a phrase rather than a sentence
			f.Confidence = 0.8
		}
		f.Weight = min(1, 0.3+float64(len(u.Variants))/6+float64(len(shortest))/300)
		speaker := "unknown speaker"
		if u.Speaker >= 0 {
			speaker = s.Entities[u.Speaker].Name
		}
		f.Summary = speaker + ": " + change.phrase
		found = append(found, f)
	}
	return found
}
