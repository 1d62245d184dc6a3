package kind

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/resolve"
)

// ofEntity is a Finding about a linked entity.
func (c *Comparison) ofEntity(e *Present) Finding {
	f := finding()
	f.Entity = e.Place
	f.Subject = e.Name
	return f
}

// mentions calls visit with every mention of a linked entity, by article and
// position.
func (c *Comparison) mentions(e *Present, visit func(place int, m resolve.Mention)) {
	for _, member := range e.Members {
		for _, m := range c.Documents[member.Article].Resolution.Entities[member.Entity].Mentions {
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

// lower is the lemma of a document's token in lower case.
func lower(t *lang.Text, i int) string { return strings.ToLower(t.Tokens[i].Lemma) }
