package lang

import (
	"math/rand/v2"
	"slices"

	"xref/extract/lang/perceptron"
)

const (
	parserRounds  = 5
	parserMembers = 4  // parsers that are learned apart and averaged
	exploreFrom   = 1  // the first round that follows the parser's own choices
	exploreInTen  = 9  // how often it does, of ten
	parserMinimum = 3  // updates
	parserDrop    = 26 // features left out at random, of 256
	guideFolds    = 4
	guideRounds   = 4
	guideBytes    = 1_700_000
	actionBytes   = 2_900_000
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

// trainGuides learns the first parse, from right to left, by parts: each of
// guideFolds trainers learns from the examples but those of its fold, which it
// then guides, so that the second parse learns from guides like those that it
// will be given.
func trainGuides(w *workers, examples []example, words [][]word, log func(string, ...any)) ([]*perceptron.Trainer, [][]guide) {
	trainers := make([]*perceptron.Trainer, guideFolds)
	guides := make([][]guide, len(examples))
	for fold := range guideFolds {
		w.do(func() {
			var rest []example
			var restWords [][]word
			for i, e := range examples {
				if i%guideFolds != fold {
					rest = append(rest, reversedExample(e))
					reversed := slices.Clone(words[i])
					slices.Reverse(reversed)
					restWords = append(restWords, reversed)
				}
			}
			c := newParserCourse(fold, guideRounds)
			c.learn(rest, restWords, nil, log)
			trainers[fold] = c.actions
			g := newGuider(mustLoad(perceptron.Pack(guideBytes, c.actions)))
			for i := fold; i < len(examples); i += guideFolds {
				guides[i] = g.guide(nil, words[i])
			}
		})
	}
	w.wait()
	return trainers, guides
}

// reversedExample is the heads of an example, from right to left.
func reversedExample(e example) example {
	n := int32(len(e.heads))
	heads := make([]int32, n)
	for i, h := range e.heads {
		if h < n {
			h = n - 1 - h
		}
		heads[n-1-int32(i)] = h
	}
	return example{heads: heads}
}

// parserCourse is the learning of one parser. Without labels it learns actions
// only. Each member sees the examples in another order.
type parserCourse struct {
	member, rounds  int
	actions, labels *perceptron.Trainer
	parser          *parser
	random          *rand.Rand
}

func newParserCourse(member, rounds int) *parserCourse {
	c := &parserCourse{member: member, rounds: rounds, actions: perceptron.NewTrainer(actions, parserMinimum)}
	c.parser = newParser(c.actions, nil)
	c.parser.thin = thinning(member, parserDrop)
	c.random = rand.New(rand.NewPCG(uint64(member), 20221122))
	return c
}

// withLabels has the course learn relations too.
func (c *parserCourse) withLabels() *parserCourse {
	thin := c.parser.thin
	c.labels = perceptron.NewTrainer(len(relNames), parserMinimum)
	c.parser = newParser(c.actions, c.labels)
	c.parser.thin = thin
	return c
}

// learn goes over the examples. The words carry the tags that the parser will
// see; guides are nil for one without.
func (c *parserCourse) learn(examples []example, words [][]word, guides [][]guide, log func(string, ...any)) {
	s := &c.parser.state
	for round := range c.rounds {
		wrong, total := 0, 0
		for _, n := range order(len(examples), 1000*(c.member+1)+round) {
			gold := &examples[n]
			s.start(words[n])
			if guides != nil {
				s.guides = guides[n]
			}
			for !s.done() {
				action := shift
				switch {
				case int(s.next) == len(s.words):
					action = s.forced()
				case len(s.stack) > 0:
					guess, good := c.act(gold.heads)
					total++
					if guess != good {
						wrong++
					}
					action = good
					if round >= exploreFrom && c.random.IntN(10) < exploreInTen {
						action = guess
					}
				}
				rel := Root
				if action != shift {
					if h, d := s.arc(action); int(h) < len(s.words) {
						rel = c.label(h, d, gold)
					}
				}
				s.apply(action, rel)
			}
		}
		log("parser %d, round %d: %.2f%% of actions right", c.member, round+1, 100-100*float64(wrong)/float64(total))
	}
}

// act is the parser's choice and the best one of those that cost least, the
// same where the choice is among them. It learns from the difference.
func (c *parserCourse) act(heads []int32) (guess, good int) {
	s := &c.parser.state
	guess = c.parser.choose()
	cost := s.costs(heads)
	good = guess
	for a := range actions {
		if s.allowed(a) && (cost[a] < cost[good] || cost[a] == cost[good] && good != guess && c.parser.scores[a] > c.parser.scores[good]) {
			good = a
		}
	}
	if good != guess {
		c.actions.Update(c.parser.features, good, guess)
	}
	c.actions.Tick()
	return guess, good
}

// label is the parser's choice of a relation. It learns from the difference
// where the gold tree has the arc.
func (c *parserCourse) label(h, d int32, gold *example) Rel {
	rel := c.parser.label(h, d)
	if c.labels == nil || gold.heads[d] != h || c.parser.state.words[d].upos == uint32(PUNCT)+1 {
		return rel
	}
	if rel != gold.rels[d] {
		c.labels.Update(c.parser.features, int(gold.rels[d]), int(rel))
	}
	c.labels.Tick()
	return rel
}
