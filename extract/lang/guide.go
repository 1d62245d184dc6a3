package lang

import "slices"

// guide is what a first parse says about a word to the one that follows it.
type guide struct {
	head int32 // len(words) for the root
	last int32 // the last dependent, or none
	sure uint32
}

// guider parses a sentence from right to left, heads only, for a parser that
// goes from left to right: what the one can't see yet the other has seen.
type guider struct {
	parser *parser
	words  []word
}

func newGuider(actions scorer) *guider { return &guider{parser: newParser(actions, nil)} }

// guide appends to guides what the words' tree seems to be.
func (g *guider) guide(guides []guide, words []word) []guide {
	g.words = append(g.words[:0], words...)
	slices.Reverse(g.words)
	nodes := g.parser.parse(g.words)
	n := int32(len(words))
	first := len(guides)
	for i := range n {
		from := &nodes[n-1-i]
		head := from.head
		if head < n {
			head = n - 1 - head
		}
		guides = append(guides, guide{head: head, last: none, sure: uint32(from.sure)})
	}
	for i, from := range guides[first:] {
		if from.head < n {
			guides[first+int(from.head)].last = int32(i)
		}
	}
	return guides
}

// The places of a word's head as its guide has it, relative to the words that
// a parser decides on.
const (
	atRoot = iota + 1
	atNext
	beyondNext
	atTop
	betweenTopAndNext
	atSecond
	betweenSecondAndTop
	beforeSecond
)

func (s *parserState) guidedTo(head, top, second int32) uint32 {
	switch {
	case int(head) == len(s.words):
		return atRoot
	case head == s.next:
		return atNext
	case head > s.next:
		return beyondNext
	case head == top:
		return atTop
	case head > top:
		return betweenTopAndNext
	case head == second:
		return atSecond
	case head > second:
		return betweenSecondAndTop
	}
	return beforeSecond
}

// guideAt is the guide of a word, or one that tells nothing.
func (s *parserState) guideAt(i int32) *guide {
	if i < 0 || int(i) >= len(s.guides) {
		return &noGuide
	}
	return &s.guides[i]
}

var noGuide = guide{head: none, last: none}
