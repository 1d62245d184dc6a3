package kind

import (
	"slices"

	"xref/extract/resolve"
)

// ofEntity is a Finding about a linked entity in one story.
func (s *Scene) ofEntity(e, story int) Finding {
	f := finding(story)
	f.Entity = e
	f.Subject = s.Entities[e].Name
	return f
}

// mentions calls visit with every mention of a linked entity in one story, by
// article and position.
func (s *Scene) mentions(e, story int, visit func(place int, m resolve.Mention)) {
	for _, member := range s.Entities[e].Members {
		if !slices.Contains(s.Stories[story].Articles, member.Article) {
			continue
		}
		for _, m := range s.Documents[member.Article].Resolution.Entities[member.Entity].Mentions {
			visit(member.Article, m)
		}
	}
}

// distinct counts the articles that give evidence.
func distinct(evidence []Evidence) int {
	places := map[int]bool{}
	for _, e := range evidence {
		places[e.Article] = true
	}
	return len(places)
}
