package english

import (
	"math"

	"xref/extract/lang"
	"xref/extract/lang/neural"
	"xref/internal/analyser"
)

const exploreInTen = 9 // how often training goes on from the parser's own choice, of ten

// costs tells of each allowed action how many arcs of the gold tree can't be
// built any more once it is done (Goldberg and Nivre 2013, arc-hybrid).
func costs(s *analyser.ParserState, heads []int32) (cost [analyser.Actions]int) {
	n := int32(len(s.Words))
	goldHead := func(i int32) int32 {
		if i == n {
			return analyser.None
		}
		return heads[i]
	}
	if s.Next < n {
		c := 0
		for k, i := range s.Stack {
			if heads[i] == s.Next {
				c++
			}
			if k < len(s.Stack)-1 && goldHead(s.Next) == i {
				c++
			}
		}
		cost[analyser.Shift] = c
	}
	if len(s.Stack) > 0 {
		s0 := s.Peek(0)
		lost := 0
		for j := s.Next; j < n; j++ {
			if heads[j] == s0 {
				lost++
			}
		}
		h := heads[s0]
		cost[analyser.ArcLeft], cost[analyser.ArcRight] = lost, lost
		if h != s.Next && (h > s.Next || h == s.Peek(1)) {
			cost[analyser.ArcLeft]++
		}
		if h >= s.Next {
			cost[analyser.ArcRight]++
		}
	}
	return cost
}

// learnSentence parses a sentence, which is encoded from row first on, and adds
// the slopes of the loss: of each choice of an action the logarithm of the share
// that those of the least cost have, of each right arc that of its relation.
func (l *learner) learnSentence(gold *example, words []analyser.Word, first int) {
	p := l.parser
	s := &p.State
	s.Start(words)
	p.First = first
	for !s.Done() {
		action := analyser.Shift
		switch {
		case int(s.Next) == len(words):
			action = s.Forced()
		case len(s.Stack) > 0:
			guess := p.Choose()
			cost := costs(s, gold.heads)
			good := analyser.None
			for a := range analyser.Actions {
				if s.Allowed(a) && (good == analyser.None || cost[a] < cost[good] || cost[a] == cost[good] && p.Scores[a] > p.Scores[good]) {
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
		rel := lang.Root
		if action != analyser.Shift {
			if h, d := s.Arc(action); int(h) < len(words) {
				rel = p.Relate(h, d)
				if gold.heads[d] == h && words[d].Upos != uint32(lang.PUNCT)+1 {
					l.learnRelation(gold.rels[d])
				}
			}
		}
		s.Apply(action, rel)
	}
}

// learnAction adds the slopes of the choice just made. good is an action of the
// least cost.
func (l *learner) learnAction(cost [analyser.Actions]int, good int) {
	p := l.parser
	clear(l.byScore)
	var share [analyser.Actions]float64
	all, free := 0.0, 0.0
	for a := range analyser.Actions {
		if p.State.Allowed(a) {
			share[a] = math.Exp(float64(p.Scores[a] - p.Scores[good]))
			all += share[a]
			if cost[a] == cost[good] {
				free += share[a]
			}
		}
	}
	for a := range analyser.Actions {
		l.byScore[a] = float32(share[a] / all)
		if cost[a] == cost[good] {
			l.byScore[a] -= float32(share[a] / free)
		}
	}
	l.back(l.byScore[:analyser.Actions], p.Hidden, l.net.Weights.Choice, l.slopes.Choice, l.slopes.Act)
	for k, r := range p.Places {
		neural.Add(l.byPlaces[(int(r)*analyser.StatePlaces+k)*analyser.NetChoice:][:analyser.NetChoice], l.byHidden)
	}
	for _, r := range p.Signs {
		neural.Add(l.slopes.Signs[int(r)*analyser.NetChoice:][:analyser.NetChoice], l.byHidden)
	}
	neural.Add(l.slopes.Hidden, l.byHidden)
}

// learnRelation adds the slopes of the relation just chosen.
func (l *learner) learnRelation(gold lang.Rel) {
	p := l.parser
	by := l.byScore[:len(lang.RelNames)]
	copy(by, p.Related)
	shares(by)
	by[gold]--
	l.back(by, p.Linked, l.net.Weights.Link, l.slopes.Link, l.slopes.Relate)
	for k, r := range p.Ends {
		neural.Add(l.byArcs[(int(r)*analyser.ArcEnds+k)*analyser.NetLink:][:analyser.NetLink], l.byHidden)
	}
	for _, r := range p.Marks {
		neural.Add(l.slopes.Marks[int(r)*analyser.NetLink:][:analyser.NetLink], l.byHidden)
	}
	neural.Add(l.slopes.Linked, l.byHidden)
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
	highest := scores[analyser.Best(scores)]
	sum := float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - highest)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}
