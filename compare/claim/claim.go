// Package claim finds what is equivalent across the articles of a story:
// assertions that make one claim, quotations that are one utterance.
package claim

import (
	"xref/compare/match"
	"xref/extract/article"
)

// Claim is assertions that are about the same thing. Find makes it of pairs that
// match scored; kinds of difference are looked for among its members.
type Claim struct {
	Story   int
	Members []match.Member // by article, then assertion
	Pairs   []match.Pair   // the pairs that hold it together, the surest first
	Matches []match.Match  // the first of the pairs, read word by word
	Judged  []Judgment     // what each of these says
	Same    float64        // 0 to 1: how sure it is that the members are about the same thing
	Central float64        // 0 to 1: how central the claim is to its story
}

// Judgment is how probable it is, 0 to 1, that two passages say the same of something, and
// that they differ in something. Both may be. Real is how probable it is of each contrast of their match
// that a careful reader would call it a difference.
type Judgment struct {
	Agree, Differ float64
	Real          []float64
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
