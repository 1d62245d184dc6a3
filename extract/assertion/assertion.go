// Package assertion builds normalized propositions from an annotated text: who
// did or said what, to whom, how many, where, when, how sure, on whose word.
package assertion

import "xref/extract/article"

// Assertion is one proposition with the clause that carries it. Build makes it
// from all that the earlier stages found; indices point into their slices.
type Assertion struct {
	Span        article.Span // the passage that carries it: the sentence of a main clause, else the clause
	Sentence    int
	Tokens      []int // the clause's own words in text order, those of clauses inside it left out
	Predicate   Predicate
	Arguments   []Argument
	Quantities  []int // indices into Document.Quantities
	Times       []int // indices into Document.Times
	Negated     bool
	Modality    Modality
	Attribution []Source // whose word it is, outermost first; empty in the outlet's own voice
	Rules       []string // readable ids of the rules that made it
}

// Predicate is what is said of the arguments.
type Predicate struct {
	Head    int    // token index
	Lemma   string // with its particle: "carry out"; for a copula what is predicated: "front-runner"; of the last infinitive in a chain: "protect" of "failed to protect"
	Form    Form
	Passive bool
}

// Form is what kind of word or construction carries a predicate.
type Form uint8

// The forms of predicates.
const (
	Verbal     Form = iota
	Nominal         // an event noun: "the resignation of X"
	Copular         // "X is Y"
	Appositive      // "X, the Y"
)

// Argument is one participant or circumstance.
type Argument struct {
	Role   Role
	Head   int // token index
	Span   article.Span
	Entity int    // index into Resolution.Entities; -1 where it is none
	Case   string // the preposition of an oblique: "in"; else ""
}

// Role is an argument's part in the predicate, the same for active and passive.
type Role uint8

// The roles of arguments.
const (
	Agent     Role = iota // deep subject
	Patient               // deep object
	Recipient             // indirect object
	Attribute             // what a copula or an apposition predicates
	Content               // a clausal complement
	Oblique               // any other, told apart by its Case
	Location
	Temporal
)

// Modality is how the assertion is put.
type Modality uint8

// The modalities.
const (
	Asserted    Modality = iota
	Alleged              // "accused of", "allegedly"
	Possible             // "may", "could", "apparently"
	Planned              // "will", "plans to"
	Demanded             // "should", "called on X to"
	Conditional          // "if …"
	Asked                // a question
)

var modalityNames = [...]string{"asserted", "alleged", "possible", "planned", "demanded", "conditional", "asked"}

func (m Modality) String() string { return modalityNames[m] }

// Source is one link of an attribution chain.
type Source struct {
	Quotation int // index into Document.Quotations
	Entity    int // the speaker; -1 where unknown
	Cue       string
}
