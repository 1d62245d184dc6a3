package lang

import (
	"math/rand/v2"

	"xref/extract/lang/perceptron"
)

const (
	parserRounds  = 5
	parserMembers = 4  // parsers that are learned apart and averaged
	exploreFrom   = 1  // the first round that follows the parser's own choices
	exploreInTen  = 9  // how often it does, of ten
	parserMinimum = 3  // updates
	parserDrop    = 26 // features left out at random, of 256
	actionBytes   = 4_300_000
	labelBytes    = 1_800_000
)

// costs tells of each allowed action how many arcs of the gold tree can't be
// built any more once it is done (Goldberg and Nivre 2013, arc-hybrid).
func (s *parserState) costs(heads []int32) (cost [actions]int) {
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

// trainParser learns actions and relations. The words carry the tags that the
// parser will see. Each member sees the examples in another order.
func trainParser(examples []example, words [][]word, member int, log func(string, ...any)) (actionTrainer, labelTrainer *perceptron.Trainer) {
	actionTrainer = perceptron.NewTrainer(actions, parserMinimum)
	labelTrainer = perceptron.NewTrainer(len(relNames), parserMinimum)
	p := newParser(actionTrainer, labelTrainer)
	random := rand.New(rand.NewPCG(uint64(member), 20221122))
	p.thin = thinning(member, parserDrop)
	for round := range parserRounds {
		wrong, total := 0, 0
		for _, n := range order(len(examples), 1000*(member+1)+round) {
			gold := &examples[n]
			s := &p.state
			s.start(words[n])
			for !s.done() {
				action := shift
				switch {
				case int(s.next) == len(s.words):
					action = s.forced()
				case len(s.stack) > 0:
					guess := p.choose()
					cost := s.costs(gold.heads)
					good := none
					for a := range actions {
						if s.allowed(a) && (good == none || cost[a] < cost[good] || cost[a] == cost[good] && p.scores[a] > p.scores[good]) {
							good = a
						}
					}
					total++
					if cost[guess] > cost[good] {
						wrong++
						actionTrainer.Update(p.features, good, guess)
					}
					actionTrainer.Tick()
					action = good
					if round >= exploreFrom && random.IntN(10) < exploreInTen {
						action = guess
					}
				}
				rel := Root
				if action != shift {
					if h, d := s.arc(action); int(h) < len(s.words) {
						rel = p.label(h, d)
						if gold.heads[d] == h && words[n][d].upos != uint32(PUNCT)+1 {
							if rel != gold.rels[d] {
								labelTrainer.Update(p.features, int(gold.rels[d]), int(rel))
							}
							labelTrainer.Tick()
						}
					}
				}
				s.apply(action, rel)
			}
		}
		log("parser %d, round %d: %.2f%% of actions right", member, round+1, 100-100*float64(wrong)/float64(total))
	}
	return actionTrainer, labelTrainer
}
