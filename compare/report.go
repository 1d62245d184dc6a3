// Package compare is the door to the comparison: Documents in, Report out.
package compare

import (
	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
)

// Report is everything a run has to say. Compare makes it; renderers and gates
// read it. Indices to documents, stories, claims, utterances and entities are
// places in its slices.
type Report struct {
	Documents  []*extract.Document // in the order of their articles' ids
	Stories    []story.Story
	Origins    []origin.Origin
	Claims     []Claim
	Findings   []Finding // by rank
	Utterances []claim.Utterance
	Entities   []kind.Entity
	Skipped    []Skipped
	Reading    match.Reading // what an encoder read for it
	Limited    []Skipped     // inputs that went beyond a bound of the analysis, and what became of it
}

// Claim is an aligned claim with what comparing its members gave.
type Claim struct {
	claim.Claim        // without pairs and matches
	ID          string // "C12"
	Text        string // its clearest member's clause, verbatim
	Verdict     kind.Verdict
	Origins     int        // how many origins carry it
	Coverage    []Coverage // one for each article of its story, in order
}

// Coverage is how one article stands to a claim.
type Coverage struct {
	Article int
	Status  Status
}

// Status is how an article stands to a claim.
type Status string

// The statuses.
const (
	Carries  Status = "carries"
	Differs  Status = "differs"
	Absent   Status = "absent"
	Predates Status = "predates" // the article is older than what the claim tells
)

// Finding is a finding with its place in the report.
type Finding struct {
	kind.Finding
	ID       string // "XR-" and a fingerprint of kind, subject, values and outlets
	Rank     int    // from 1
	Severity kind.Severity
	Accepted *Acceptance // nil where it counts
}

// Acceptance is why a finding doesn't count though it is in the report.
type Acceptance struct {
	By     string // "baseline" or "waiver"
	Reason string // "" where none was given, as of Who and Until
	Who    string
	Until  string // the last day, 2006-01-02
}

// Skipped is an input that is not in the report, and why.
type Skipped struct {
	Path, Reason string
	NotArticle   bool // it was never meant to be one, such as a README
}
