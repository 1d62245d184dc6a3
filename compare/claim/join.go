package claim

import (
	"cmp"
	"context"
	"slices"

	"xref/compare/match"
	"xref/internal/parallel"
)

// Find aligns the assertions of a story across its articles. Claims come by their
// first members; then the most central assertions of each article that have no
// like in another, as claims of one member. judge tells of
// the pairs of a claim how probable it is that they agree and differ.
func Find(ctx context.Context, x *match.Index, story int, scoring match.Scoring, judge *Trees) ([]Claim, match.Reading, error) {
	pairs, read, err := x.Pairs(ctx, scoring, leastPair)
	if err != nil {
		return nil, read, err
	}
	j := newJoiner(x, pairs)
	all := append(j.claims(), j.alone()...)
	parallel.Each(len(all), func(_, i int) {
		c := &all[i]
		c.Story = story
		for k := range c.Matches {
			c.Judged = append(c.Judged, judge.Judge(x, &c.Pairs[k], &c.Matches[k]))
		}
	})
	return all, read, ctx.Err()
}

// joiner joins pairs of passages into groups.
type joiner struct {
	index   *match.Index
	pairs   []match.Pair
	members []match.Member       // that stand in pairs, in order
	place   map[match.Member]int // in members
	same    [][]score            // of each member: its pairs
	group   []int                // of each member; a group goes by one of its members
	groups  [][]int              // of each group: its members
	held    [][]*match.Pair      // of each group: the pairs that hold it together
}

// score is how sure a pair with another member is.
type score struct {
	member int
	same   float64
}

func newJoiner(x *match.Index, pairs []match.Pair) *joiner {
	j := &joiner{index: x, pairs: pairs, members: x.Members(), place: map[match.Member]int{}}
	for i, m := range j.members {
		j.place[m] = i
	}
	n := len(j.members)
	j.same, j.group, j.groups, j.held = make([][]score, n), make([]int, n), make([][]int, n), make([][]*match.Pair, n)
	for i := range n {
		j.group[i], j.groups[i] = i, []int{i}
	}
	for i := range pairs {
		a, b := j.place[pairs[i].A], j.place[pairs[i].B]
		j.same[a] = append(j.same[a], score{b, pairs[i].Same})
		j.same[b] = append(j.same[b], score{a, pairs[i].Same})
	}
	return j
}

// claims joins the pairs, one after another in the order of their priority, into
// claims; then makes claims of those left over whose passages tell something else
// too.
func (j *joiner) claims() []Claim {
	var order []*match.Pair
	for i := range j.pairs {
		p := &j.pairs[i]
		if p.Same >= leastUnrelated || p.Same >= LeastJoined && p.ActOrParticipant() {
			order = append(order, p)
		}
	}
	slices.SortFunc(order, func(p, q *match.Pair) int {
		return cmp.Or(cmp.Compare(priority(q), priority(p)), cmp.Compare(j.place[p.A], j.place[q.A]), cmp.Compare(j.place[p.B], j.place[q.B]))
	})
	var left []*match.Pair
	for _, p := range order {
		x, y := j.group[j.place[p.A]], j.group[j.place[p.B]]
		if x != y && j.refuse(x, y) != "" {
			left = append(left, p)
			continue
		}
		if x != y {
			for _, i := range j.groups[y] {
				j.group[i] = x
			}
			j.groups[x], j.groups[y] = append(j.groups[x], j.groups[y]...), nil
			j.held[x], j.held[y] = append(j.held[x], j.held[y]...), nil
		}
		j.held[x] = append(j.held[x], p)
	}
	var several []int // groups of more than one
	for i, members := range j.groups {
		if len(members) > 1 {
			several = append(several, i)
		}
	}
	found := make([]Claim, len(several))
	parallel.Each(len(several), func(_, n int) {
		members := j.groups[several[n]]
		slices.Sort(members)
		found[n] = j.claim(members, j.held[several[n]])
	})
	found = append(found, j.further(left, found)...)
	slices.SortStableFunc(found, func(a, b Claim) int {
		return slices.CompareFunc(a.Members, b.Members, match.Member.Compare)
	})
	return found
}

// priority is the higher the earlier a pair is joined.
func priority(p *match.Pair) float64 { return p.Same * (1 + sharedWeightBonus*p.SharedWeight()) }

// claim is the claim of members, in their order, that pairs hold together.
func (j *joiner) claim(members []int, held []*match.Pair) Claim {
	var c Claim
	slices.SortStableFunc(held, func(p, q *match.Pair) int {
		return cmp.Or(cmp.Compare(q.Same, p.Same), cmp.Compare(j.place[p.A], j.place[q.A]), cmp.Compare(j.place[p.B], j.place[q.B]))
	})
	for k, p := range held {
		c.Pairs = append(c.Pairs, *p)
		if k < mostMatches {
			c.Matches = append(c.Matches, j.match(p))
		}
	}
	for _, i := range members {
		c.Members = append(c.Members, j.members[i])
	}
	slices.SortFunc(c.Members, match.Member.Compare)
	c.Same = c.Pairs[0].Same
	c.Central = j.central(members)
	return c
}

// match reads a pair word by word.
func (j *joiner) match(p *match.Pair) match.Match {
	return j.index.Match(j.index.Unit(p.A), j.index.Unit(p.B))
}

// claimsOfPairs makes a claim of each pair that is wanted, on all cores.
func (j *joiner) claimsOfPairs(pairs []*match.Pair, wanted func(*match.Pair) bool) map[*match.Pair]Claim {
	pairs = slices.DeleteFunc(slices.Clone(pairs), func(p *match.Pair) bool { return !wanted(p) })
	made := make([]Claim, len(pairs))
	parallel.Each(len(pairs), func(_, i int) {
		made[i] = j.claim(sorted(j.place[pairs[i].A], j.place[pairs[i].B]), []*match.Pair{pairs[i]})
	})
	of := make(map[*match.Pair]Claim, len(pairs))
	for i, p := range pairs {
		of[p] = made[i]
	}
	return of
}

// further makes claims of the pairs that were left over: a passage that tells two
// things stands in two claims. A pair is held back for a reason: its passages stand
// in one claim, or what they have in common is told by a claim of one of them.
func (j *joiner) further(left []*match.Pair, claims []Claim) []Claim {
	told := map[match.Member][]int{} // the claims that a passage stands in
	for i := range claims {
		for _, m := range claims[i].Members {
			told[m] = append(told[m], i)
		}
	}
	shared := map[int]map[match.Member]map[int]bool{} // of each claim: the tokens of a passage that it tells
	tells := func(i int, m match.Member) map[int]bool {
		if shared[i] == nil {
			shared[i] = map[match.Member]map[int]bool{}
			for k, r := range claims[i].Matches {
				for _, l := range r.Links {
					tell(shared[i], claims[i].Pairs[k].A, l.A)
					tell(shared[i], claims[i].Pairs[k].B, l.B)
				}
			}
		}
		return shared[i][m]
	}
	var found []Claim
	read := map[match.Member]int{}
	readable := func(p *match.Pair) bool {
		return p.Same >= leastShared && (p.Same >= leastUnrelated || p.ActOrParticipant()) && read[p.A] < mostRead && read[p.B] < mostRead &&
			!slices.ContainsFunc(told[p.A], func(i int) bool { return slices.Contains(told[p.B], i) }) && !j.index.TooLong(p.A, p.B)
	}
	var ahead map[*match.Pair]Claim // made of pairs before it is their turn, on all cores
	for n, p := range left {
		if n%readAhead == 0 {
			ahead = j.claimsOfPairs(left[n:min(n+readAhead, len(left))], readable)
		}
		if !readable(p) {
			continue
		}
		of := j.index.Readings(p.A, p.B)
		read[p.A] += of
		read[p.B] += of
		c := ahead[p]
		var a, b []int
		for _, l := range c.Matches[0].Links {
			a, b = append(a, l.A), append(b, l.B)
		}
		already := func(m match.Member, tokens []int) bool {
			return slices.ContainsFunc(told[m], func(i int) bool {
				n := 0
				for _, t := range tokens {
					if tells(i, m)[t] {
						n++
					}
				}
				return float64(n) > mostTold*float64(len(tokens))
			})
		}
		if already(p.A, a) || already(p.B, b) {
			continue
		}
		for _, m := range c.Members {
			told[m] = append(told[m], len(claims))
		}
		found, claims = append(found, c), append(claims, c)
	}
	return found
}

// tell notes that a token of a passage is told.
func tell(told map[match.Member]map[int]bool, m match.Member, token int) {
	if told[m] == nil {
		told[m] = map[int]bool{}
	}
	told[m][token] = true
}

// sorted are two places in their order.
func sorted(a, b int) []int { return []int{min(a, b), max(a, b)} }

// refuse is the reason why two groups don't become one claim; empty where they do.
func (j *joiner) refuse(x, y int) string {
	switch {
	case !j.fits(j.groups[x], j.groups[y]):
		return "two passages of one article that say different things"
	case !j.coherent(x, y):
		return "members that have too little to do with each other"
	}
	return ""
}

// coherent reports whether the members of two groups are about one matter with a
// mean probability of at least leastMean; that of a pair that wasn't worth
// comparing is 0.
func (j *joiner) coherent(x, y int) bool {
	sum := 0.0
	for _, i := range j.groups[x] {
		for _, s := range j.same[i] {
			if j.group[s.member] == y {
				sum += s.same
			}
		}
	}
	return sum >= leastMean*float64(len(j.groups[x])*len(j.groups[y]))
}

// fits reports whether an article has one passage in the two groups, or two that
// stand apart and say one thing or are of one sentence.
func (j *joiner) fits(x, y []int) bool {
	crowded := func(article int) bool {
		n := 0
		for _, group := range [...][]int{x, y} {
			for _, i := range group {
				if j.members[i].Article == article {
					n++
				}
			}
		}
		return n > mostPerArticle
	}
	for _, i := range x {
		for _, k := range y {
			a, b := j.members[i], j.members[k]
			if a.Article == b.Article && (crowded(a.Article) || j.index.Overlap(a, b) || !j.index.Retells(a, b, leastRetold)) {
				return false
			}
		}
	}
	return true
}

// central is how central the claim of these members is to the story, 0 to 1.
func (j *joiner) central(members []int) float64 {
	place, weight := 0.0, 0.0
	for _, i := range members {
		p, w := j.index.Prominence(j.members[i])
		place += p
		weight += w
	}
	n := float64(len(members))
	return byBreadth*n/float64(len(j.index.Articles())) + byPlace*place/n + byWeight*weight/n
}
