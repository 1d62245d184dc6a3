// Package kind holds the kinds of difference: one file a kind, all of them
// listed in kinds.go.
package kind

import "xref/extract/article"

// Finding is one line of the report. A Kind's function makes it; ranking and
// numbering come later.
type Finding struct {
	Kind       ID
	Verdict    Verdict
	Confidence float64 // 0 to 1: of findings at 0.8, eight in ten are right
	Story      int
	Claim      int    // index into the claims; -1 where it is about no claim
	Entity     int    // index into the linked entities; -1 where it is about none
	Utterance  int    // index into the utterances; -1 where it is about none
	Subject    string // what it is about, in a few words of the articles
	Reason     Reason // what it says of its sides
	Evidence   []Evidence
	Weight     float64 // 0 to 1: how much it matters to a fact-checker
}

// Evidence is one passage that shows a finding, and the value it gives.
type Evidence struct {
	Article int            // place among the documents
	Span    article.Span   // the clause or phrase
	Focus   article.Span   // the words in it that carry the value; empty where that is the whole
	Marks   []article.Span // the words in it to look at, where not all; made when all findings are there
	Values  []article.Span // numbers and times in it that other passages of the finding give too
	Value   string         // as the finding compares it: "at least 19", "she", "2022-07-29"
}

// Verdict is how the sides of a finding compare.
type Verdict string

// The verdicts.
const (
	Agree    Verdict = "agree"
	Differ   Verdict = "differ"
	Conflict Verdict = "conflict"
	Internal Verdict = "internal"
	Single   Verdict = "single" // of claims only
)

// Verdicts lists the verdicts that findings have, in the order of their weight.
var Verdicts = []Verdict{Conflict, Internal, Differ, Agree}

// Severity is how loudly a finding asks to be looked at.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)
