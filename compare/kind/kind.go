package kind

import (
	"xref/compare/align"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/resolve"
)

// ID names a kind.
type ID string

// Kind is one kind of difference with its documentation. Help, docs, legends
// and flags derive from it.
type Kind struct {
	ID      ID
	Title   string // a few words
	Meaning string // what it says of the articles, in one or two sentences
	Example string // one line
	Find    func(*Scene) []Finding
}

// Scene is all that a kind looks at. No kind changes anything in it.
type Scene struct {
	Documents  []*extract.Document
	Stories    []story.Story
	Origins    []origin.Origin
	Claims     []align.Claim
	Utterances []align.Utterance
	Entities   []Entity
	Linked     align.Linking // of every document's entities to Entities
	Weights    *Weights      // of the features of a claim; nil for the learned ones

	weighed []weighed // of each claim; Find fills it
}

// Entity is one person, body or place in all the articles that name it.
type Entity struct {
	Type    resolve.Type
	Name    string // the fullest and most frequent name
	Members []resolve.Member
}
