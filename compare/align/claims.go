package align

import (
	"cmp"
	"slices"

	"xref/compare/story"
	"xref/extract"
	"xref/extract/assertion"
)

// The scores from which a pair makes a claim. What shares neither an act nor a
// participant resembles another thing by its circumstances only, as all that
// happens at one place and time does.
const (
	linking   = 0.44 // of clauses that have an act or a participant in common
	unrelated = 0.65 // of other clauses
)

// worth is the score below which a pair counts as having nothing in common.
const worth = 0.02

// Claims aligns the assertions of every story across its articles by the
// weights w. Claims come by story, then by their first members. The most
// central assertions of each article that have no like in another are claims of
// one member.
func Claims(documents []*extract.Document, stories []story.Story, linked Linking, w *Weights) []Claim {
	var claims []Claim
	for s, st := range stories {
		if len(st.Articles) < 2 {
			continue
		}
		sc := newScene(documents, st, linked)
		candidates := sc.candidates(w, worth)
		for _, c := range append(sc.claims(candidates), sc.alone(candidates)...) {
			c.Story = s
			claims = append(claims, c)
		}
	}
	return claims
}

// Pairs returns all pairs of assertions of one story that the search compares,
// by their members. Weights are learned from them.
func Pairs(documents []*extract.Document, s story.Story, linked Linking) []Link {
	sc := newScene(documents, s, linked)
	return sc.links(sc.candidates(Learned(), 0))
}

// claims joins pairs, in their turn, into claims, which take over their traits; a
// pair that joinable refuses is left out.
func (sc *scene) claims(candidates []candidate) []Claim {
	var order []*candidate
	pairs := make([]int, len(sc.passages)) // how many each passage is in
	for i := range candidates {
		pairs[candidates[i].a]++
		pairs[candidates[i].b]++
	}
	scores := make([][]score, len(sc.passages))
	for i, n := range pairs {
		if n > 0 {
			scores[i] = make([]score, 0, n)
		}
	}
	for i := range candidates {
		c := &candidates[i]
		s := c.odds.Joined()
		scores[c.a] = append(scores[c.a], score{c.b, s})
		scores[c.b] = append(scores[c.b], score{c.a, s})
		if s >= unrelated || s >= linking && c.traits.related() {
			order = append(order, c)
		}
	}
	slices.SortFunc(order, func(x, y *candidate) int {
		return cmp.Or(cmp.Compare(y.turn(), x.turn()), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	group := make([]int, len(sc.passages)) // the group of each passage; its first passage names it
	members := make([][]int, len(sc.passages))
	single := make([]int, len(sc.passages))
	for i := range group {
		single[i] = i
		group[i], members[i] = i, single[i:i+1:i+1]
	}
	links := make([][]*candidate, len(sc.passages))
	for _, c := range order {
		x, y := group[c.a], group[c.b]
		if x != y {
			if !sc.joinable(members[x], members[y]) || !coherent(members[x], y, len(members[y]), group, scores) {
				continue
			}
			for _, i := range members[y] {
				group[i] = x
			}
			members[x] = append(members[x], members[y]...)
			links[x] = append(links[x], links[y]...)
			members[y], links[y] = nil, nil
		}
		links[x] = append(links[x], c)
	}
	var found []Claim
	for i, m := range members {
		if len(m) < 2 {
			continue
		}
		slices.Sort(m)
		slices.SortStableFunc(links[i], func(x, y *candidate) int {
			return cmp.Or(cmp.Compare(y.odds.Joined(), x.odds.Joined()), sc.passages[x.a].compare(sc.passages[y.a].Member), sc.passages[x.b].compare(sc.passages[y.b].Member))
		})
		c := Claim{Links: make([]Link, len(links[i]))}
		for k, l := range links[i] {
			c.Links[k] = Link{sc.passages[l.a].Member, sc.passages[l.b].Member, l.odds, *l.traits}
			l.traits = nil // so much the less is held twice
		}
		for _, j := range m {
			c.Members = append(c.Members, sc.passages[j].Member)
		}
		c.Odds = c.Links[0].Odds
		c.Score = c.Odds.Joined()
		c.Central = sc.central(m)
		found = append(found, c)
	}
	slices.SortFunc(found, func(x, y Claim) int { return x.Members[0].compare(y.Members[0]) })
	return found
}

// byCommon is how much sooner it is the turn of a pair that has much in common than
// that of an equally sure one that has nothing: clauses are held against their
// like before one of them is held against a part of the other.
const byCommon = 0.3

// turn is the higher the earlier a pair is joined.
func (c *candidate) turn() float64 {
	return c.odds.Joined() * (1 + byCommon*c.traits[traitSharedWeight])
}

// floor is the mean score that the members of two groups must have with each
// other for the groups to become one claim, so that no chain of resemblances
// makes a claim of things that have nothing in common.
const floor = 0.2

// score is that of a passage with another.
type score struct {
	passage int
	joined  float64
}

// coherent reports whether the members of a group score at least floor on
// average with those of group y, of which there are n; a pair that was not worth
// comparing scores 0.
func coherent(members []int, y, n int, group []int, scores [][]score) bool {
	sum := 0.0
	for _, i := range members {
		for _, s := range scores[i] {
			if group[s.passage] == y {
				sum += s.joined
			}
		}
	}
	return sum >= floor*float64(len(members)*n)
}

// The limits of what is told as one article's alone.
const (
	unlike    = 0.1 // its best score with a passage of another article
	mostAlone = 5   // claims of one article
)

// alone are the most central main clauses of each article that no other article
// has anything like, by article and centrality.
func (sc *scene) alone(candidates []candidate) []Claim {
	best := make([]float64, len(sc.passages))
	for _, c := range candidates {
		best[c.a], best[c.b] = max(best[c.a], c.odds.Joined()), max(best[c.b], c.odds.Joined())
	}
	var found []Claim
	for i, p := range sc.passages {
		if p.main && !p.headline && p.assertion.Predicate.Form != assertion.Nominal && best[i] < unlike {
			found = append(found, Claim{Members: []Member{p.Member}, Score: 1 - best[i], Central: sc.central([]int{i})})
		}
	}
	slices.SortFunc(found, func(x, y Claim) int {
		return cmp.Or(cmp.Compare(x.Members[0].Article, y.Members[0].Article), cmp.Compare(y.Central, x.Central), x.Members[0].compare(y.Members[0]))
	})
	article, taken := -1, 0
	return slices.DeleteFunc(found, func(c Claim) bool {
		if c.Members[0].Article != article {
			article, taken = c.Members[0].Article, 0
		}
		taken++
		return taken > mostAlone
	})
}

// perArticle is how many passages of one article a claim takes.
const perArticle = 2

// joinable reports whether two groups may become one claim: an article has one
// passage in it, or two that stand apart and say one thing or are of one
// sentence.
func (sc *scene) joinable(x, y []int) bool {
	crowded := func(article int) bool {
		n := 0
		for _, members := range [...][]int{x, y} {
			for _, i := range members {
				if sc.passages[i].Article == article {
					n++
				}
			}
		}
		return n > perArticle
	}
	for _, i := range x {
		for _, j := range y {
			if sc.passages[i].Article != sc.passages[j].Article {
				continue
			}
			if crowded(sc.passages[i].Article) || sc.passages[i].span().Overlaps(sc.passages[j].span()) || !sc.again(sc.passages[i], sc.passages[j]) {
				return false
			}
		}
	}
	return true
}

// retold is how much of the slighter of two passages of one article stands in the
// other where it says the same once more.
const retold = 0.3

// again reports whether two passages of one article may say one thing: they are
// of one sentence, have the act of one of them in common, or enough of their
// terms.
func (sc *scene) again(a, b *passage) bool {
	if a.sentence == b.sentence || sc.found(a.predicate, &b.bag) > 0 || sc.found(b.predicate, &a.bag) > 0 {
		return true
	}
	common := 0.0
	for i, id := range a.bag.terms {
		if b.bag.has(id) {
			common += a.bag.weights[i]
		}
	}
	return common >= retold*min(a.bag.total, b.bag.total)
}

// The shares of what makes a claim central to its story.
const (
	byBreadth = 0.4 // how many of the articles carry it
	byPlace   = 0.3 // how near the top its members stand
	byWeight  = 0.3 // how much of the story's telling words it has
)

// central is how central the claim of these passages is to the story, 0 to 1.
func (sc *scene) central(members []int) float64 {
	place, weight := 0.0, 0.0
	for _, i := range members {
		p := sc.passages[i]
		if p.headline {
			place++
		} else {
			place += 1 - p.place
		}
		weight += min(1, p.bag.total/30)
	}
	n := float64(len(members))
	return byBreadth*n/float64(sc.articles) + byPlace*place/n + byWeight*weight/n
}
