// Package align finds what is equivalent across the articles of a story:
// assertions that make one claim, quotations that are one utterance.
package align

import "xref/extract/article"

// Member is one assertion of one article: Article is its place among the
// documents, Assertion its index in Document.Assertions.
type Member struct {
	Article, Assertion int
}

// Claim is assertions that are about the same thing. Claims makes them; kinds
// of difference are looked for among its members.
type Claim struct {
	Story   int
	Members []Member // by article, then assertion
	Links   []Link   // the pairs that hold it together, strongest first
	Odds    Odds     // of its strongest link
	Score   float64  // 0 to 1: how sure it is that the members are about the same thing
	Central float64  // 0 to 1: how central the claim is to its story
}

// Link is why two members stand in one claim.
type Link struct {
	A, B   Member
	Odds   Odds
	Traits Traits // what the odds were made from
}

// Utterance is one thing that one speaker said, as several articles quote it.
type Utterance struct {
	Story    int
	Speaker  int       // index into the linked entities of the report; -1 where unknown
	Variants []Variant // by article, then position
	Change   Change    // the largest change among the variants
}

// Variant is one article's rendering of an utterance: Span is the part of the
// quotation that renders it, a sentence at most.
type Variant struct {
	Article, Quotation int
	Span               article.Span
	Direct             bool // it stands between quotation marks
}

// Change is how two renderings of one utterance differ, from least to most.
type Change uint8

// The changes.
const (
	Identical   Change = iota
	Trimmed            // words left off at an end or left out between
	Paraphrased        // quoted here, told in indirect speech there
	Stitched           // two utterances made one
	Altered            // other words between quotation marks
	Moved              // given to another speaker
)
