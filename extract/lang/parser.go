package lang

import "xref/extract/lang/perceptron"

// The actions of the arc-hybrid system. The stack's top is s0, the one under
// it s1, the next word of the input b0.
const (
	shift    = iota // b0 goes on the stack
	arcLeft         // s0 becomes a dependent of b0 and leaves the stack
	arcRight        // s0 becomes a dependent of s1 and leaves the stack
	actions
)

// parser finds the head and the relation of each word of a sentence in one
// greedy pass. The root stands after the last word.
type parser struct {
	actions, labels scorer
	state           parserState
	features        []perceptron.Feature
	scores          []int32
	labelScores     []int32
	thin            func([]perceptron.Feature) []perceptron.Feature // leaves features out, in training
}

func newParser(actions, labels scorer) *parser {
	return &parser{actions: actions, labels: labels, scores: make([]int32, actions.Classes()), labelScores: make([]int32, labels.Classes())}
}

// none is the index of a place that holds no word.
const none = -1

// node is the part of the tree that a word heads so far.
type node struct {
	head     int32
	rel      Rel
	left     int32 // outermost dependents
	right    int32
	lefts    uint8 // how many dependents on the left
	rights   uint8
	leftSet  uint32 // hash of the relations on the left
	rightSet uint32
	marker   uint32 // spelling of the first case marker, subordinator or coordinator
}

// parserState is a half-built tree. words holds the sentence; index len(words)
// stands for the root.
type parserState struct {
	words []word
	nodes []node
	stack []int32
	next  int32
}

func (s *parserState) start(words []word) {
	s.words = words
	if cap(s.nodes) < len(words)+1 {
		s.nodes = make([]node, len(words)+1, 2*len(words)+64)
	}
	s.nodes = s.nodes[:len(words)+1]
	for i := range s.nodes {
		s.nodes[i] = node{head: none, left: none, right: none}
	}
	s.stack = s.stack[:0]
	s.next = 0
}

// peek is the word at depth k of the stack, or none.
func (s *parserState) peek(k int) int32 {
	if k >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-k]
}

// done tells that every word has its head.
func (s *parserState) done() bool { return int(s.next) == len(s.words) && len(s.stack) == 0 }

// allowed tells whether an action can be done; the root takes one dependent.
func (s *parserState) allowed(action int) bool {
	switch action {
	case shift:
		return int(s.next) < len(s.words)
	case arcLeft:
		return len(s.stack) == 1 || len(s.stack) > 1 && int(s.next) < len(s.words)
	}
	return len(s.stack) > 1
}

// forced is the only action that is left when the input is used up.
func (s *parserState) forced() int {
	if len(s.stack) == 1 {
		return arcLeft
	}
	return arcRight
}

// arc is the head and dependent that an action would connect.
func (s *parserState) arc(action int) (head, dependent int32) {
	if action == arcLeft {
		return s.next, s.peek(0)
	}
	return s.peek(1), s.peek(0)
}

// apply does an action; rel is the relation of the arc that it makes.
func (s *parserState) apply(action int, rel Rel) {
	if action == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	h, d := s.arc(action)
	s.stack = s.stack[:len(s.stack)-1]
	s.nodes[d].head, s.nodes[d].rel = h, rel
	n := &s.nodes[h]
	code := uint32(rel) + 1
	if d < h {
		n.left = d
		n.lefts++
		n.leftSet = n.leftSet*64 + code
	} else {
		n.right = d
		n.rights++
		n.rightSet = n.rightSet*64 + code
	}
	if rel == Case || rel == Mark || rel == Cc {
		n.marker = s.words[d].lower
	}
}

// parse finds the tree of the words. It is read from nodes.
func (p *parser) parse(words []word) []node {
	s := &p.state
	s.start(words)
	for !s.done() {
		action := shift
		switch {
		case int(s.next) == len(words):
			action = s.forced()
		case len(s.stack) > 0:
			action = p.choose()
		}
		rel := Root
		if action != shift {
			if h, d := s.arc(action); int(h) < len(words) {
				rel = p.label(h, d)
			}
		}
		s.apply(action, rel)
	}
	return s.nodes[:len(words)]
}

// choose is the allowed action with the highest score. It leaves the features
// it rests on in p.features.
func (p *parser) choose() int {
	p.see()
	if p.thin != nil {
		p.features = p.thin(p.features)
	}
	clear(p.scores)
	p.actions.Score(p.features, p.scores)
	top := none
	for a := range actions {
		if p.state.allowed(a) && (top == none || p.scores[a] > p.scores[top]) {
			top = a
		}
	}
	return top
}

// label is the relation with the highest score; punctuation has but one. It
// leaves the features it rests on in p.features.
func (p *parser) label(h, d int32) Rel {
	if p.state.words[d].upos == uint32(PUNCT)+1 {
		return Punct
	}
	p.seeArc(h, d)
	if p.thin != nil {
		p.features = p.thin(p.features)
	}
	clear(p.labelScores)
	p.labels.Score(p.features, p.labelScores)
	return Rel(best(p.labelScores))
}

// wordAt is the word at an index of the state.
func (s *parserState) wordAt(i int32) *word {
	switch {
	case i < 0:
		return &boundary
	case int(i) == len(s.words):
		return &rootWord
	case int(i) > len(s.words):
		return &boundary
	}
	return &s.words[i]
}

var (
	rootWord = word{exact: 2, lower: 2, shape: 2, cluster: 1<<20 + 1, coarse: 1<<20 + 1, usual: 1<<20 + 1, tag: 1<<20 + 1, upos: 1<<20 + 1}
	noNode   = node{head: none, left: none, right: none}
)

func (s *parserState) nodeAt(i int32) *node {
	if i < 0 || int(i) >= len(s.nodes) {
		return &noNode
	}
	return &s.nodes[i]
}

// distance classes how far two words are apart.
func distance(a, b int32) uint32 {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case a < 0 || b < 0:
		return 0
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 9:
		return 6
	case d <= 14:
		return 7
	}
	return 8
}
