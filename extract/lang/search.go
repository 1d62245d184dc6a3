package lang

import (
	"math"
	"slices"
)

// step is one action of a parse, with the relation of its arc.
type step struct {
	action int
	rel    Rel
	second int   // the action that scored second, or none
	margin int32 // by which the action scored higher than the second
	cost   int64 // of all steps up to this one
}

// How far a parse is searched: decisions of a margin below doubtful, at most
// maxDoubts of them, the least clear ones, are tried the other way. The scale is
// the margin, in units of weights, that makes one choice e times likelier than
// the other; costs are negative logarithms in units of 1/costUnit. The cost of a
// relation counts twice: an arc that no relation suits is seldom right.
const (
	maxDoubts   = 3
	doubtful    = marginScale / 2
	marginScale = 20 << 8
	costUnit    = 1 << 10
)

// surprises is the cost of the likelier of two choices by the margin, in steps
// of marginScale/surpriseSteps.
var surprises = func() (t [8 * surpriseSteps]int64) {
	for i := range t {
		t[i] = int64(math.Round(costUnit * math.Log1p(math.Exp(-float64(i)/surpriseSteps))))
	}
	return t
}()

const surpriseSteps = 40

func surprise(margin int32) int64 {
	if i := int(margin / (marginScale / surpriseSteps)); i < len(surprises) {
		return surprises[i]
	}
	return 0
}

// search finds the tree of the words with the help of their guides: the likelier one of what the greedy pass
// finds and what it would find had it decided otherwise at one of the places
// of doubt (Choi and McCallum 2013).
func (p *parser) search(words []word, guides []guide) []node {
	p.guides = guides
	greedy := p.follow(words, nil, p.paths[0][:0])
	p.paths[0] = greedy
	p.doubts = p.doubts[:0]
	for i := range greedy {
		if greedy[i].second != none && greedy[i].margin < doubtful {
			p.doubts = append(p.doubts, i)
		}
	}
	slices.SortStableFunc(p.doubts, func(a, b int) int { return int(greedy[a].margin) - int(greedy[b].margin) })
	found, last := 0, 0
	for _, i := range p.doubts[:min(maxDoubts, len(p.doubts))] {
		if last = 1; found == 1 {
			last = 2
		}
		p.paths[last] = p.follow(words, greedy[:i+1], p.paths[last][:0])
		if total(p.paths[last]) < total(p.paths[found]) {
			found = last
		}
	}
	if last != found {
		p.state.start(words)
		p.state.guides = p.guides
		for _, st := range p.paths[found] {
			p.state.apply(st.action, st.rel)
		}
	}
	return p.state.nodes[:len(words)]
}

func total(path []step) int64 { return path[len(path)-1].cost }

// follow parses the words: the steps of a path but the last, of which the
// other choice, and from there on greedily. It appends the steps to path.
func (p *parser) follow(words []word, given, path []step) []step {
	s := &p.state
	s.start(words)
	s.guides = p.guides
	cost := int64(0)
	for !s.done() {
		if n := len(path); n+1 < len(given) {
			path = append(path, given[n])
			cost = given[n].cost
			s.apply(given[n].action, given[n].rel)
			continue
		}
		st := step{action: shift, rel: Root, second: none}
		switch {
		case len(path)+1 == len(given):
			other := given[len(path)]
			st.action = other.second
			cost += surprise(other.margin) + int64(other.margin)*costUnit/marginScale
		case int(s.next) == len(words):
			st.action = s.forced()
		case len(s.stack) > 0:
			st.action = p.choose()
			st.second, st.margin = p.second, p.margin
			cost += surprise(p.margin)
		}
		if st.action != shift {
			if h, d := s.arc(st.action); int(h) < len(words) {
				st.rel = p.label(h, d)
				cost += 2 * surprise(p.margin)
			}
		}
		st.cost = cost
		path = append(path, st)
		s.apply(st.action, st.rel)
	}
	return path
}
