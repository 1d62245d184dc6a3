package kind

// Fact says that articles assert the same thing.
var Fact = &Kind{
	ID:      "fact",
	Title:   "content",
	Meaning: "The articles assert the same thing, in the same or other words; or they differ in what they say of it in a way that no other kind names.",
	Example: "“The bridge was closed on Monday” here, “authorities shut the crossing” there.",
	Find:    facts,
}

func facts(s *Scene) []Finding {
	var found []Finding
	for i, c := range s.Claims {
		if c.Odds.Agree < c.Odds.Differ {
			continue
		}
		f := s.about(i)
		f.Verdict = Agree
		f.Confidence = c.Odds.Agree
		for _, m := range c.Members {
			f.Evidence = append(f.Evidence, s.evidence(m, s.assertion(m).Span, s.text(m.Article, s.assertion(m).Span)))
		}
		f.Summary = "The articles assert the same: " + f.Subject
		found = append(found, f)
	}
	return found
}
