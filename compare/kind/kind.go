package kind

import (
	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/resolve"
)

// ID names a kind.
type ID string

// Kind is one kind of difference with its documentation. Help, docs, legends
// and flags derive from it. A kind tells of contrasts within claims, or looks for
// findings of its own, or both.
type Kind struct {
	ID      ID
	Title   string // a few words
	Meaning string // what it says of the articles, in one or two sentences
	Example string // one line
	Clauses bool   // its findings hold whole clauses against each other, not values in them
	// Tells gives the reason by which a contrast within a claim is of this kind;
	// NoReason where it is none. Nil where the kind tells of no contrasts.
	Tells func(*match.Contrast) Reason
	// Find looks for findings that don't rest on contrasts. Nil where there are none.
	Find func(*Comparison) []Finding
}

// Comparison is all that a kind looks at: one story. No kind changes anything in it.
type Comparison struct {
	All        bool                // tentative findings are told too
	Documents  []*extract.Document // all of the run, by their places
	Articles   []int               // those of the story, ascending
	Index      *match.Index
	Claims     []claim.Claim
	Utterances []claim.Utterance
	Bounds     []claim.Bound // that preparing and gathering utterances reached
	Entities   []Present
	Linked     match.Linking // of every document's entities to those of the report

	counterparts counterparts // Find fills it, as the next
	counts       []count
	counted      []countGroup
}

// Present is an entity as the articles of one story have it: Members are those of
// these articles.
type Present struct {
	Entity
	Place int // among the entities of the report
}

// Entity is one person, body or place in all the articles that name it.
type Entity struct {
	Type    resolve.Type
	Name    string // the fullest and most frequent name
	Members []resolve.Member
}
