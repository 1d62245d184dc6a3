package lang

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
	encoder *encoder
	finite  []bool // by class of tags, those of finite verbs; none in training
	state   parserState
	first   int // index of the sentence's first word among those encoded
	hidden  []float32
	scores  []float32 // of the actions
	linked  []float32
	related []float32 // scores of the relations
	places  [statePlaces]int32
	signs   [stateFeatures]int32
	ends    [arcEnds]int32
	marks   [arcFeatures]int32
}

func newParser(e *encoder) *parser {
	return &parser{
		encoder: e,
		hidden:  make([]float32, netChoice),
		scores:  make([]float32, paddedActions),
		linked:  make([]float32, netLink),
		related: make([]float32, paddedRels),
	}
}

// none is the index of a place that holds no word.
const none = -1

// node is the part of the tree that a word heads so far.
type node struct {
	head   int32
	rel    Rel
	left   int32 // outermost dependents
	right  int32
	lefts  uint8 // how many dependents on the left
	rights uint8
	held   uint8 // sorts of dependents, as sortOf has them
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
func (p *parser) sentences(all [][]word, take func(n int, nodes []node)) {
	for first := 0; first < len(all); {
		if len(all[first]) > longest {
			take(first, p.pieces(all[first]))
			first++
			continue
		}
		end, size := first, 0
		for ; end < len(all) && size+len(all[end]) <= longest; end++ {
			size += len(all[end])
		}
		p.encoder.encode(all[first:end]...)
		row := 0
		for ; first < end; first++ {
			take(first, p.parse(all[first], row))
			row += len(all[first])
		}
	}
}

// pieces finds the tree of a sentence that is too long to be encoded at once: the
// roots of the later pieces hang on the root of the first.
func (p *parser) pieces(words []word) []node {
	nodes := make([]node, 0, len(words))
	root := int32(none)
	for first := 0; first < len(words); first += longest {
		piece := words[first:min(first+longest, len(words))]
		p.encoder.encode(piece)
		for _, n := range p.parse(piece, 0) {
			switch {
			case int(n.head) < len(piece):
				n.head += int32(first)
			case root == none:
				root = int32(len(nodes))
				n.head = int32(len(words))
			default:
				n.head, n.rel = root, Parataxis
			}
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// parse finds the tree of the words, which are the sentence encoded from row
// first on. It is read from nodes.
func (p *parser) parse(words []word, first int) []node {
	s := &p.state
	s.start(words)
	p.first = first
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
				rel = p.relate(h, d)
			}
		}
		s.apply(action, rel)
	}
	return s.nodes[:len(words)]
}

// choose is the allowed action with the highest score.
func (p *parser) choose() int {
	p.see()
	best := none
	for a := range actions {
		if p.state.allowed(a) && !(a == arcLeft && p.modifies()) && (best == none || p.scores[a] > p.scores[best]) {
			best = a
		}
	}
	return best
}

// modifies reports whether the next action to the left would make a finite verb
// the modifier of a noun after it. A clause hangs on a noun after it only where
// that is a predicate, with a subject or a copula of its own.
func (p *parser) modifies() bool {
	s := &p.state
	if p.finite == nil || int(s.next) == len(s.words) {
		return false
	}
	verb, noun := &s.words[s.peek(0)], &s.words[s.next]
	return p.finite[verb.tag-1] && (noun.upos == uint32(NOUN)+1 || noun.upos == uint32(PROPN)+1) &&
		s.nodes[s.next].held&(sortOf[Nsubj]|sortOf[Cop]) == 0
}

// relate is the relation with the highest score; punctuation has but one.
func (p *parser) relate(h, d int32) Rel {
	if p.state.words[d].upos == uint32(PUNCT)+1 {
		return Punct
	}
	p.seeArc(h, d)
	return Rel(best(p.related[:len(relNames)]))
}

var noNode = node{head: none, left: none, right: none}

func (s *parserState) nodeAt(i int32) *node {
	if i < 0 || int(i) >= len(s.nodes) {
		return &noNode
	}
	return &s.nodes[i]
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
