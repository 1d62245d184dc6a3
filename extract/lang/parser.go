package lang

import (
	"math"

	"xref/extract/lang/perceptron"
)

// The actions of the arc-hybrid system. The stack's top is s0, the one under
// it s1, the next word of the input b0.
const (
	shift    = iota // b0 goes on the stack
	arcLeft         // s0 becomes a dependent of b0 and leaves the stack
	arcRight        // s0 becomes a dependent of s1 and leaves the stack
	actions
)

// parser finds the head and the relation of each word of a sentence. The root
// stands after the last word. Without labels it finds heads only, and takes the
// tags of dependents for their relations.
type parser struct {
	actions, labels scorer
	state           parserState
	second          int   // the choice after the last best one, or none
	margin          int32 // of the last choice over the second best
	guides          []guide
	paths           [3][]step
	doubts          []int
	features        []perceptron.Feature
	scores          []int32
	labelScores     []int32
	thin            func([]perceptron.Feature) []perceptron.Feature // leaves features out, in training
}

func newParser(actions, labels scorer) *parser {
	p := &parser{actions: actions, labels: labels, scores: make([]int32, actions.Classes())}
	if labels != nil {
		p.labelScores = make([]int32, labels.Classes())
	}
	return p
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
	marker   uint32 // spelling of the last case marker, subordinator or coordinator
	sure     uint8  // class of the margin by which the head was chosen
}

// parserState is a half-built tree. words holds the sentence; index len(words)
// stands for the root.
type parserState struct {
	words  []word
	guides []guide // of words; nil where nothing guides
	nodes  []node
	stack  []int32
	next   int32
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
	s.guides = nil
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
	if rel == Case || rel == Mark || rel == Cc || markerTags[rel] {
		n.marker = s.words[d].lower
	}
}

// tagRel is a tag in the place of a relation.
func tagRel(w *word) Rel { return Rel(len(relNames)) + Rel(w.upos) }

// markerTags are the tags, as tagRel has them, of words that mark a phrase.
var markerTags = [256]bool{len(relNames) + 1 + int(ADP): true, len(relNames) + 1 + int(SCONJ): true, len(relNames) + 1 + int(CCONJ): true}

// parse finds the tree of the words in one greedy pass. It is read from nodes.
func (p *parser) parse(words []word) []node {
	s := &p.state
	s.start(words)
	for !s.done() {
		action := shift
		switch {
		case int(s.next) == len(words):
			action, p.margin = s.forced(), math.MaxInt32
		case len(s.stack) > 0:
			action = p.choose()
		}
		rel := Root
		if action != shift {
			h, d := s.arc(action)
			s.nodes[d].sure = marginClass(p.margin)
			if int(h) < len(words) {
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
	top, second := none, none
	for a := range actions {
		switch {
		case !p.state.allowed(a):
		case top == none:
			top = a
		case p.scores[a] > p.scores[top]:
			top, second = a, top
		case second == none || p.scores[a] > p.scores[second]:
			second = a
		}
	}
	p.second, p.margin = second, math.MaxInt32
	if second != none {
		p.margin = p.scores[top] - p.scores[second]
	}
	return top
}

// marginClass classes by how much the score of a choice is above that of the
// second best, in units of weights.
func marginClass(margin int32) uint8 {
	switch {
	case margin > 24<<8:
		return 3
	case margin > 12<<8:
		return 2
	case margin > 5<<8:
		return 1
	}
	return 0
}

// label is the relation with the highest score; punctuation has but one. It
// leaves the features it rests on in p.features.
func (p *parser) label(h, d int32) Rel {
	if p.labels == nil {
		return tagRel(&p.state.words[d])
	}
	p.margin = math.MaxInt32
	if p.state.words[d].upos == uint32(PUNCT)+1 {
		return Punct
	}
	p.seeArc(h, d)
	if p.thin != nil {
		p.features = p.thin(p.features)
	}
	clear(p.labelScores)
	p.labels.Score(p.features, p.labelScores)
	top := best(p.labelScores)
	for i, score := range p.labelScores {
		if i != top {
			p.margin = min(p.margin, p.labelScores[top]-score)
		}
	}
	return Rel(top)
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
