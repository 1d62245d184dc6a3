package kind

import (
	"slices"
	"strings"

	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Title compares the roles and descriptions that articles give one person or
// body.
var Title = &Kind{
	ID:      "title",
	Title:   "roles and descriptions",
	Meaning: "One person or body is given a role or description in several articles: the same, or another one.",
	Example: "“head of the Kyiv office” here, “the country director” there.",
	Find:    titles,
}

func titles(s *Scene) []Finding {
	var found []Finding
	for story := range s.Stories {
		for e, entity := range s.Entities {
			if entity.Type == resolve.Person || entity.Type == resolve.Organisation {
				if f, ok := s.titlesOf(e, story); ok {
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// role is a title with the lemmas that it is made of.
type role struct {
	Evidence
	lemmas []string
}

// titlesOf compares the titles of one entity in the articles of one story: the
// fullest of each article.
func (s *Scene) titlesOf(e, story int) (Finding, bool) {
	fullest := map[int]role{}
	var places []int
	s.mentions(e, story, func(place int, m resolve.Mention) {
		if m.Form != resolve.Title || m.Confidence < sure {
			return
		}
		r := role{Evidence: Evidence{Article: place, Span: m.Span, Value: s.text(place, m.Span)}}
		t := s.Documents[place].Text
		for i := m.First; i < m.End; i++ {
			if assertion.Contentful(t, i) {
				r.lemmas = append(r.lemmas, lower(t, i))
			}
		}
		best, seen := fullest[place]
		if !seen {
			places = append(places, place)
		}
		if len(r.lemmas) > len(best.lemmas) {
			r.Span = s.withName(e, place, r.Span)
			r.Focus = m.Span
			fullest[place] = r
		}
	})
	f := s.ofEntity(e, story)
	f.Verdict = Agree
	var lists [][]string
	for _, place := range places {
		if r := fullest[place]; len(r.lemmas) > 0 {
			f.Evidence = append(f.Evidence, r.Evidence)
			lists = append(lists, r.lemmas)
		}
	}
	if len(f.Evidence) < 2 {
		return f, false
	}
	for i := range lists {
		for j := range i {
			if !sameRole(lists[i], lists[j]) {
				f.Verdict = Differ
			}
		}
	}
	f.Confidence, f.Weight = 0.7, 0.3
	values := make([]string, len(f.Evidence))
	for i, ev := range f.Evidence {
		values[i] = ev.Value
	}
	f.Summary = f.Subject + ": " + strings.Join(values, "; ")
	return f, true
}

// sameRole reports whether every lemma of the shorter title has one like it in
// the longer.
func sameRole(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool { return lexicon.Similarity(x, y) >= 0.8 }) {
			return false
		}
	}
	return true
}

// near is how many bytes may stand between a title and the name it goes with.
const near = 3

// withName widens a title to a name of the entity that stands right beside it.
func (s *Scene) withName(e, place int, title article.Span) article.Span {
	wide := title
	for _, member := range s.Entities[e].Members {
		if member.Article != place {
			continue
		}
		for _, m := range s.Documents[place].Resolution.Entities[member.Entity].Mentions {
			if m.Form == resolve.Name && m.Span.Start-near <= title.End && title.Start <= m.Span.End+near {
				wide = wide.Cover(m.Span)
			}
		}
	}
	return wide
}
