// Package render writes a report: one file an output format, all of them listed
// in formats.go.
package render

import (
	"io"
	"slices"

	"xref/compare"
)

// Format is one way to write a report.
type Format struct {
	ID      string                 // as --format takes it
	Title   string                 // what it is for, in a few words
	Endings []string               // file-name endings that ask for it, with the dot
	Binary  bool                   // it is no text, and never for a terminal
	Mark    func(data []byte) bool // whether a file holds what Write writes
	Write   func(w io.Writer, r *compare.Report, o Options) error
}

// Options are what a reader of the report can choose.
type Options struct {
	Version       string // of xref
	Configuration string // the file in force, as shown; "" where there is none
	Width         int    // columns of a table; 0 for DefaultWidth
	Colour        bool
	ByKind        bool                        // tables of findings by verdict, not the story
	Stories       []int                       // the stories to show, as places in the report; all where it is nil
	Fails         func(*compare.Finding) bool // what a gate fails on; nil for all that is no agreement

	Versions bool // the articles are versions of each other: a page has no views that hold outlets against each other
}

// DefaultWidth is how wide tables are where nobody says.
const DefaultWidth = 120

// shows reports whether a story is to be shown; what stands in none is.
func (o Options) shows(story int) bool {
	return o.Stories == nil || story < 0 || slices.Contains(o.Stories, story)
}
