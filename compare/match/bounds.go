package match

import (
	"fmt"
	"strings"
)

// What passages have no more of, so that what is compared pair by pair stays in
// proportion to the texts. A passage has at most some 300 letters; those of the news have up
// to 70 words.
const (
	mostNumbers = 64 // numbers, and times, of a passage that are held against those of another
	mostPassage = 80 // words of a passage that may stand in several claims
	// mostPosted is how many sentences of later articles a sentence is held against for one
	// term that it shares with them: as many as a hundred articles have.
	mostPosted = 4096
)

// TooLong reports whether two passages both have more words than is read again.
func (x *Index) TooLong(a, b Member) bool {
	u, v := x.Unit(a), x.Unit(b)
	return u.End-u.First > mostPassage && v.End-v.First > mostPassage
}

// Readings is as how many readings of two passages one of these counts, 1 for those of the news: the passage with
// more words is held against the other and against what stands near it.
func (x *Index) Readings(a, b Member) int {
	u, v := x.Unit(a), x.Unit(b)
	return 1 + max(u.End-u.First, v.End-v.First)/mostPassage
}

// Limits says which bounds of comparing a document goes beyond; "" for none.
func (p *Prepared) Limits() string {
	long, many := 0, 0
	for i := range p.Assertions {
		a := &p.Assertions[i]
		if p.Text.TokenAt(a.Span.End)-p.Text.TokenAt(a.Span.Start) > mostPassage {
			long++
		}
		if len(a.Quantities) > mostNumbers || len(a.Times) > mostNumbers {
			many++
		}
	}
	var all []string
	if long > 0 {
		all = append(all, fmt.Sprintf("passages of more than %d words are read for one claim only (%d times)", mostPassage, long))
	}
	if many > 0 {
		all = append(all, fmt.Sprintf("of passages with more than %d numbers or times the first are compared (%d times)", mostNumbers, many))
	}
	return strings.Join(all, "; ")
}

// Limits says which bounds of comparing an article reached with the others of the story;
// "" for none.
func (x *Index) Limits(article int) string {
	if n := x.crowded[article]; n > 0 {
		return fmt.Sprintf("of sentences that share a word with more than %d others the first of these are compared (%d times)", mostPosted, n)
	}
	return ""
}
