package analyser

import (
	"slices"

	"xref/extract/lang"
)

// The actions of the arc-hybrid system. The stack's top is s0, the one under
// it s1, the next word of the input b0.
const (
	Shift    = iota // b0 goes on the stack
	ArcLeft         // s0 becomes a dependent of b0 and leaves the stack
	ArcRight        // s0 becomes a dependent of s1 and leaves the stack
	Actions
)

// Parser finds the head and the relation of each word of a sentence in one
// greedy pass. The root stands after the last word.
type Parser struct {
	encoder *Encoder
	finite  []bool // by class of tags, those of finite verbs; none in training
	State   ParserState
	First   int // index of the sentence's first word among those encoded
	Hidden  []float32
	Scores  []float32 // of the actions
	Linked  []float32
	Related []float32 // scores of the relations
	Places  [StatePlaces]int32
	Signs   [stateFeatures]int32
	Ends    [ArcEnds]int32
	Marks   [arcFeatures]int32
}

func NewParser(e *Encoder) *Parser {
	return &Parser{
		encoder: e,
		Hidden:  make([]float32, NetChoice),
		Scores:  make([]float32, PaddedActions),
		Linked:  make([]float32, NetLink),
		Related: make([]float32, PaddedRels),
	}
}

// None is the index of a place that holds no word.
const None = -1

// node is the part of the tree that a word heads so far.
type node struct {
	Head   int32
	rel    lang.Rel
	left   int32 // outermost dependents
	right  int32
	lefts  uint8 // how many dependents on the left
	rights uint8
	held   uint8 // sorts of dependents, as sortOf has them
}

// ParserState is a half-built tree. words holds the sentence; index len(words)
// stands for the root.
type ParserState struct {
	Words []Word
	Nodes []node
	Stack []int32
	Next  int32
}

func (s *ParserState) Start(words []Word) {
	s.Words = words
	if cap(s.Nodes) < len(words)+1 {
		s.Nodes = make([]node, len(words)+1, 2*len(words)+64)
	}
	s.Nodes = s.Nodes[:len(words)+1]
	for i := range s.Nodes {
		s.Nodes[i] = node{Head: None, left: None, right: None}
	}
	s.Stack = s.Stack[:0]
	s.Next = 0
}

// Peek is the word at depth k of the stack, or none.
func (s *ParserState) Peek(k int) int32 {
	if k >= len(s.Stack) {
		return None
	}
	return s.Stack[len(s.Stack)-1-k]
}

// Done tells that every word has its head.
func (s *ParserState) Done() bool { return int(s.Next) == len(s.Words) && len(s.Stack) == 0 }

// Allowed tells whether an action can be done; the root takes one dependent.
func (s *ParserState) Allowed(action int) bool {
	switch action {
	case Shift:
		return int(s.Next) < len(s.Words)
	case ArcLeft:
		return len(s.Stack) == 1 || len(s.Stack) > 1 && int(s.Next) < len(s.Words)
	}
	return len(s.Stack) > 1
}

// Forced is the only action that is left when the input is used up.
func (s *ParserState) Forced() int {
	if len(s.Stack) == 1 {
		return ArcLeft
	}
	return ArcRight
}

// Arc is the head and dependent that an action would connect.
func (s *ParserState) Arc(action int) (head, dependent int32) {
	if action == ArcLeft {
		return s.Next, s.Peek(0)
	}
	return s.Peek(1), s.Peek(0)
}

// Apply does an action; rel is the relation of the arc that it makes.
func (s *ParserState) Apply(action int, rel lang.Rel) {
	if action == Shift {
		s.Stack = append(s.Stack, s.Next)
		s.Next++
		return
	}
	h, d := s.Arc(action)
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.Nodes[d].Head, s.Nodes[d].rel = h, rel
	n := &s.Nodes[h]
	n.held |= sortOf[rel]
	if d < h {
		n.left = d
		n.lefts++
	} else {
		n.right = d
		n.rights++
	}
}

// longest is how many words are encoded at once, so that memory stays within
// bounds.
const longest = 1000

// sentences finds the trees of sentences and gives each to take, in order: its
// number and its nodes, which hold until take returns. The index of a sentence's
// length stands for its root.
func (p *Parser) sentences(all [][]Word, take func(n int, nodes []node)) {
	for first := 0; first < len(all); {
		if onlyMarks(all[first]) {
			take(first, p.heap(all[first]))
			first++
			continue
		}
		if len(all[first]) > longest {
			take(first, p.pieces(all[first]))
			first++
			continue
		}
		end, size := first, 0
		for ; end < len(all) && size+len(all[end]) <= longest && !onlyMarks(all[end]); end++ {
			size += len(all[end])
		}
		p.encoder.Encode(all[first:end]...)
		row := 0
		for ; first < end; first++ {
			take(first, p.parse(all[first], row))
			row += len(all[first])
		}
	}
}

// mostMarks is how many punctuation marks without a word are parsed as a sentence is.
const mostMarks = 16

// onlyMarks reports whether there is no word in a sentence, only a heap of marks.
func onlyMarks(words []Word) bool {
	return len(words) > mostMarks && !slices.ContainsFunc(words, func(w Word) bool { return w.Upos != uint32(lang.PUNCT)+1 })
}

// heap is the tree of a sentence of marks: all hang on the first.
func (p *Parser) heap(words []Word) []node {
	p.State.Start(words)
	nodes := p.State.Nodes[:len(words)]
	nodes[0].Head, nodes[0].rel = int32(len(words)), lang.Root
	for i := range nodes[1:] {
		nodes[i+1].Head, nodes[i+1].rel = 0, lang.Punct
	}
	return nodes
}

// pieces finds the tree of a sentence that is too long to be encoded at once: the
// roots of the later pieces hang on the root of the first.
func (p *Parser) pieces(words []Word) []node {
	nodes := make([]node, 0, len(words))
	root := int32(None)
	for first := 0; first < len(words); first += longest {
		piece := words[first:min(first+longest, len(words))]
		p.encoder.Encode(piece)
		for _, n := range p.parse(piece, 0) {
			switch {
			case int(n.Head) < len(piece):
				n.Head += int32(first)
			case root == None:
				root = int32(len(nodes))
				n.Head = int32(len(words))
			default:
				n.Head, n.rel = root, lang.Parataxis
			}
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// parse finds the tree of the words, which are the sentence encoded from row
// first on. It is read from nodes.
func (p *Parser) parse(words []Word, first int) []node {
	s := &p.State
	s.Start(words)
	p.First = first
	for !s.Done() {
		action := Shift
		switch {
		case int(s.Next) == len(words):
			action = s.Forced()
		case len(s.Stack) > 0:
			action = p.Choose()
		}
		rel := lang.Root
		if action != Shift {
			if h, d := s.Arc(action); int(h) < len(words) {
				rel = p.Relate(h, d)
			}
		}
		s.Apply(action, rel)
	}
	return s.Nodes[:len(words)]
}

// Choose is the allowed action with the highest score.
func (p *Parser) Choose() int {
	p.see()
	best := None
	for a := range Actions {
		if p.State.Allowed(a) && !(a == ArcLeft && p.modifies()) && (best == None || p.Scores[a] > p.Scores[best]) {
			best = a
		}
	}
	return best
}

// modifies reports whether the next action to the left would make a finite verb
// the modifier of a noun after it. A clause hangs on a noun after it only where
// that is a predicate, with a subject or a copula of its own.
func (p *Parser) modifies() bool {
	s := &p.State
	if p.finite == nil || int(s.Next) == len(s.Words) {
		return false
	}
	verb, noun := &s.Words[s.Peek(0)], &s.Words[s.Next]
	return p.finite[verb.Tag-1] && (noun.Upos == uint32(lang.NOUN)+1 || noun.Upos == uint32(lang.PROPN)+1) &&
		s.Nodes[s.Next].held&(sortOf[lang.Nsubj]|sortOf[lang.Cop]) == 0
}

// Relate is the relation with the highest score; punctuation has but one.
func (p *Parser) Relate(h, d int32) lang.Rel {
	if p.State.Words[d].Upos == uint32(lang.PUNCT)+1 {
		return lang.Punct
	}
	p.seeArc(h, d)
	return lang.Rel(Best(p.Related[:len(lang.RelNames)]))
}

var noNode = node{Head: None, left: None, right: None}

func (s *ParserState) nodeAt(i int32) *node {
	if i < 0 || int(i) >= len(s.Nodes) {
		return &noNode
	}
	return &s.Nodes[i]
}

// distances is how many classes of distance there are.
const distances = 9

// distance classes how far two words are apart.
func distance(a, b int32) int32 {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case a < 0 || b < 0:
		return 0
	case d <= 4:
		return d
	case d <= 6:
		return 5
	case d <= 9:
		return 6
	case d <= 14:
		return 7
	}
	return 8
}
