package lang

import (
	"math"

	"xref/extract/lang/neural"
)

const exploreInTen = 9 // how often training goes on from the parser's own choice, of ten

// costs tells of each allowed action how many arcs of the gold tree can't be
// built any more once it is done (Goldberg and Nivre 2013, arc-hybrid).
func costs(s *parserState, heads []int32) (cost [actions]int) {
	n := int32(len(s.words))
	goldHead := func(i int32) int32 {
		if i == n {
			return none
		}
		return heads[i]
	}
	if s.next < n {
		c := 0
		for k, i := range s.stack {
			if heads[i] == s.next {
				c++
			}
			if k < len(s.stack)-1 && goldHead(s.next) == i {
				c++
			}
		}
		cost[shift] = c
	}
	if len(s.stack) > 0 {
		s0 := s.peek(0)
		lost := 0
		for j := s.next; j < n; j++ {
			if heads[j] == s0 {
				lost++
			}
		}
		h := heads[s0]
		cost[arcLeft], cost[arcRight] = lost, lost
		if h != s.next && (h > s.next || h == s.peek(1)) {
			cost[arcLeft]++
		}
		if h >= s.next {
			cost[arcRight]++
		}
	}
	return cost
}

// learnSentence parses a sentence, which is encoded from row first on, and adds
// the slopes of the loss: of each choice of an action the logarithm of the share
// that those of the least cost have, of each right arc that of its relation.
func (l *learner) learnSentence(gold *example, words []word, first int) {
	p := l.parser
	s := &p.state
	s.start(words)
	p.first = first
	for !s.done() {
		action := shift
		switch {
		case int(s.next) == len(words):
			action = s.forced()
		case len(s.stack) > 0:
			guess := p.choose()
			cost := costs(s, gold.heads)
			good := none
			for a := range actions {
				if s.allowed(a) && (good == none || cost[a] < cost[good] || cost[a] == cost[good] && p.scores[a] > p.scores[good]) {
					good = a
				}
			}
			l.choices++
			if cost[guess] > cost[good] {
				l.wrong++
			}
			l.learnAction(cost, good)
			action = good
			if l.explore && l.noise.random.IntN(10) < exploreInTen {
				action = guess
			}
		}
		rel := Root
		if action != shift {
			if h, d := s.arc(action); int(h) < len(words) {
				rel = p.relate(h, d)
				if gold.heads[d] == h && words[d].upos != uint32(PUNCT)+1 {
					l.learnRelation(gold.rels[d])
				}
			}
		}
		s.apply(action, rel)
	}
}

// learnAction adds the slopes of the choice just made. good is an action of the
// least cost.
func (l *learner) learnAction(cost [actions]int, good int) {
	p := l.parser
	clear(l.byScore)
	var share [actions]float64
	all, free := 0.0, 0.0
	for a := range actions {
		if p.state.allowed(a) {
			share[a] = math.Exp(float64(p.scores[a] - p.scores[good]))
			all += share[a]
			if cost[a] == cost[good] {
				free += share[a]
			}
		}
	}
	for a := range actions {
		l.byScore[a] = float32(share[a] / all)
		if cost[a] == cost[good] {
			l.byScore[a] -= float32(share[a] / free)
		}
	}
	l.back(l.byScore[:actions], p.hidden, l.net.weights.choice, l.slopes.choice, l.slopes.act)
	for k, r := range p.places {
		neural.Add(l.byPlaces[(int(r)*statePlaces+k)*netChoice:][:netChoice], l.byHidden)
	}
	for _, r := range p.signs {
		neural.Add(l.slopes.signs[int(r)*netChoice:][:netChoice], l.byHidden)
	}
	neural.Add(l.slopes.hidden, l.byHidden)
}

// learnRelation adds the slopes of the relation just chosen.
func (l *learner) learnRelation(gold Rel) {
	p := l.parser
	by := l.byScore[:len(relNames)]
	copy(by, p.related)
	shares(by)
	by[gold]--
	l.back(by, p.linked, l.net.weights.link, l.slopes.link, l.slopes.relate)
	for k, r := range p.ends {
		neural.Add(l.byArcs[(int(r)*arcEnds+k)*netLink:][:netLink], l.byHidden)
	}
	for _, r := range p.marks {
		neural.Add(l.slopes.marks[int(r)*netLink:][:netLink], l.byHidden)
	}
	neural.Add(l.slopes.linked, l.byHidden)
}

// back goes back through a choice: from the slopes by its scores to those by the
// hidden units, left in byHidden, by the weights and by the bias.
func (l *learner) back(by, hidden, weights, slopes, bias []float32) {
	l.byHidden = neural.Sized(l.byHidden, len(hidden))
	neural.Add(bias[:len(by)], by)
	columns := len(weights) / len(hidden)
	for j, h := range hidden {
		l.byHidden[j] = 0
		if h == 0 {
			continue
		}
		row, slope := weights[j*columns:][:len(by)], slopes[j*columns:][:len(by)]
		for a, g := range by {
			l.byHidden[j] += row[a] * g
			slope[a] += g * h
		}
	}
}

// shares turns scores into shares of one (softmax).
func shares(scores []float32) {
	highest := scores[best(scores)]
	sum := float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - highest)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}
