package kind

import (
	"slices"
	"strings"
	"sync"

	"xref/compare/align"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
)

// Find runs every kind over a scene and returns all findings: those of clauses
// that contradict each other, then by kind in the order of Kinds.
func Find(s *Scene) []Finding {
	own := *s
	s = &own
	s.weighed = s.weigh()
	var conflicts []Finding
	var done sync.WaitGroup
	done.Go(func() { conflicts = s.conflicts() })
	each := make([][]Finding, len(Kinds))
	for i, k := range Kinds {
		each[i] = k.Find(s)
	}
	done.Wait()
	in := map[int][]int{} // of each article: the conflicts that have evidence in it
	for c := range conflicts {
		for _, e := range conflicts[c].Evidence {
			in[e.Article] = append(in[e.Article], c)
		}
	}
	found := slices.Clone(conflicts)
	for i, k := range Kinds {
		for _, f := range each[i] {
			f.Kind = k.ID
			if len(f.Evidence) == 0 || !slices.ContainsFunc(in[f.Evidence[0].Article], func(c int) bool { return f.weaker(&conflicts[c]) }) {
				found = append(found, f)
			}
		}
	}
	return found
}

// weaker reports whether a finding only says that the two sides of a
// contradiction differ.
func (f *Finding) weaker(contradiction *Finding) bool {
	return f.Verdict == Differ && (f.Kind == contradiction.Kind || f.Kind == "fact") && len(f.Evidence) == len(contradiction.Evidence) &&
		!slices.ContainsFunc(f.Evidence, func(e Evidence) bool {
			return !slices.ContainsFunc(contradiction.Evidence, func(o Evidence) bool { return e.Article == o.Article && e.Span.Overlaps(o.Span) })
		})
}

// finding is a Finding about nothing yet.
func finding(story int) Finding {
	return Finding{Story: story, Claim: -1, Entity: -1, Utterance: -1}
}

// about is a Finding about claim c, as sure as the claim is.
func (s *Scene) about(c int) Finding {
	f := finding(s.Claims[c].Story)
	f.Claim = c
	f.Confidence = s.Claims[c].Score
	f.Weight = s.Claims[c].Central
	f.Subject = s.subject(s.Claims[c])
	return f
}

// assertion is what a member of a claim points at.
func (s *Scene) assertion(m align.Member) *assertion.Assertion {
	return &s.Documents[m.Article].Assertions[m.Assertion]
}

// evidence is the clause of a member, with the words in it that carry value.
func (s *Scene) evidence(m align.Member, focus article.Span, value string) Evidence {
	return Evidence{Article: m.Article, Span: s.assertion(m).Span.Cover(focus), Focus: focus, Value: value}
}

// text is the surface of a span of one article, white space folded.
func (s *Scene) text(place int, span article.Span) string {
	return strings.Join(strings.Fields(span.In(s.Documents[place].Article.Text)), " ")
}

// subject names what a claim is about: the start of its shortest clause.
func (s *Scene) subject(c align.Claim) string {
	shortest := ""
	for _, m := range c.Members {
		text := s.text(m.Article, s.assertion(m).Span)
		if shortest == "" || len(text) < len(shortest) || len(text) == len(shortest) && text < shortest {
			shortest = text
		}
	}
	return clip(shortest, 9)
}

// clip is the first n words of a text, with a mark where more were left out.
func clip(text string, n int) string {
	if fields := strings.Fields(text); len(fields) > n {
		return strings.Join(fields[:n], " ") + " …"
	}
	return text
}

// lower is the lemma of a document's token in lower case.
func lower(t *lang.Text, i int) string { return strings.ToLower(t.Tokens[i].Lemma) }
