package extract

import (
	"fmt"
	"strings"

	"xref/extract/assertion"
	"xref/internal/analyser"
)

// Limits says which bounds of the analysis an article went beyond, and what became of
// that; "" for none. No article of the news does: the bounds keep the work in
// proportion to what is read.
func (d *Document) Limits() string {
	var all []string
	if n := len(d.Text.Long); n > 0 {
		all = append(all, fmt.Sprintf("what goes on for more than %d words without an end of a sentence is cut into pieces (%d times)", analyser.LongestSentence, n))
	}
	if n := d.unbroken(); n > 0 {
		all = append(all, fmt.Sprintf("what goes on for more than %d bytes without a space is taken for one word (%d times)", analyser.LongestRun, n))
	}
	if n := d.Resolution.Lone; n > 0 {
		all = append(all, fmt.Sprintf("%d written names more than are held against each other stand for themselves", n))
	}
	if d.Resolution.Near {
		all = append(all, "what pronouns and descriptions refer to is looked for in the sentences before only")
	}
	if n := d.crowded(); n > 0 {
		all = append(all, fmt.Sprintf("of what asserts more than %d things in one sentence the first are taken (%d times)", assertion.MostPerSentence, n))
	}
	return strings.Join(all, "; ")
}

// unbroken counts the runs of characters that are too long to be cut into words.
func (d *Document) unbroken() int {
	n := 0
	for i := range d.Text.Tokens {
		if d.Text.Tokens[i].Span.Len() > analyser.LongestRun {
			n++
		}
	}
	return n
}

// crowded counts the sentences that make as many assertions as a sentence can.
func (d *Document) crowded() int {
	n := 0
	of := make([]int, len(d.Text.Sentences))
	for i := range d.Assertions {
		at := d.Assertions[i].Sentence
		if of[at]++; of[at] == assertion.MostPerSentence {
			n++
		}
	}
	return n
}
