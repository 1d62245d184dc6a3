package kind

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/when"
)

// count is one number of one article with the assertion it stands in.
type count struct {
	match.Member // the smallest assertion that holds it
	index        int
	quantity     *quantity.Quantity
	claim        int // that the assertion is a member of; -1 where none
	sort         countSort
	before       int // how many of its sort the article has before it
}

// countSort is what equal numbers have in common.
type countSort struct {
	kind  quantity.Kind
	unit  string
	more  bool
	value float64
}

// mostEqual is how many equal numbers of one article are looked at: the first.
const mostEqual = 48

// repeated reports whether a number stands in its article so often that it isn't looked
// at again.
func (n *count) repeated() bool { return n.before >= mostEqual }

// one reports whether a number is "one", which is as often an article as a number.
func (n *count) one() bool { return n.sort.value == 1 && n.quantity.Of == 0 }

// countGroup is what several articles count: the same things, as far as their
// words tell.
type countGroup struct {
	counts   []count // by article, one each
	sure     float64
	excludes bool // two of them can't both be right
}

// The confidence that two numbers count the same things.
const (
	sameNumber  = 0.85 // the same number of the same things in one claim
	sameWords   = 0.7  // the same number of the same things, with other words in common
	otherNumber = 0.8  // another number of the same things in one claim, of its probability
)

// specificNumber is the least number that says something by being the same where
// only one other word is.
const specificNumber = 10

// leastCommonWords is how many other words passages that no claim holds together have in
// common for one number in them that is limited otherwise to be of the same things.
const leastCommonWords = 3

// mostCommonWords is how many words in common are counted.
const mostCommonWords = 4

// countPair is two counts that may be of the same things, and how sure that is.
type countPair struct {
	a, b     int
	sure     float64
	excludes bool
}

// countGroups gathers the numbers that count the same things: those that
// a claim holds together, and equal ones of the same things elsewhere.
func (c *Comparison) countGroups() []countGroup {
	counts := c.counts
	pairs := append(c.pairedCounts(counts), c.equalCounts(counts)...)
	slices.SortStableFunc(pairs, func(x, y countPair) int {
		return cmp.Or(cmp.Compare(y.sure, x.sure), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	group := make([]int, len(counts))
	groups := make([]countGroup, len(counts))
	members := make([][]int, len(counts))
	for i := range counts {
		group[i], members[i], groups[i] = i, []int{i}, countGroup{sure: 1}
	}
	for _, p := range pairs {
		x, y := group[p.a], group[p.b]
		if x == y {
			groups[x].excludes = groups[x].excludes || p.excludes
			continue
		}
		if slices.ContainsFunc(members[x], func(i int) bool {
			return slices.ContainsFunc(members[y], func(j int) bool { return counts[i].Article == counts[j].Article })
		}) {
			continue
		}
		for _, i := range members[y] {
			group[i] = x
		}
		members[x], members[y] = append(members[x], members[y]...), nil
		groups[x].sure = min(groups[x].sure, groups[y].sure, p.sure)
		groups[x].excludes = groups[x].excludes || groups[y].excludes || p.excludes
	}
	var found []countGroup
	for i, m := range members {
		if len(m) < 2 {
			continue
		}
		slices.Sort(m)
		for _, j := range m {
			groups[i].counts = append(groups[i].counts, counts[j])
		}
		found = append(found, groups[i])
	}
	return found
}

// pairedCounts are the pairs of numbers that claims hold against each other.
func (c *Comparison) pairedCounts(counts []count) (found []countPair) {
	at := map[[2]int]int{} // by article and index
	for i, n := range counts {
		at[[2]int{n.Article, n.index}] = i
	}
	for i := range c.Claims {
		cl := &c.Claims[i]
		for k := range cl.Matches {
			m, p := &cl.Matches[k], &cl.Pairs[k]
			if p.A.Article == p.B.Article || len(m.Contrasts) > 0 && c.counterparts.elsewhere(p.A, p.B) {
				continue
			}
			for _, q := range m.Quantities {
				a, knownA := at[[2]int{p.A.Article, q.A}]
				b, knownB := at[[2]int{p.B.Article, q.B}]
				if !knownA || !knownB || p.Same < leastTold(OtherBound) {
					continue
				}
				pair := countPair{a: min(a, b), b: max(a, b), sure: otherNumber * p.Same}
				if q.Fit == quantity.Equal {
					if counts[a].one() || p.ReadClausesAlike() < leastAlikeAround {
						continue
					}
					pair.sure = sameNumber + 0.02*float64(c.Index.CommonWords(p.A, p.B, mostCommonWords))
				} else {
					j := contrastOf(m, q)
					if j < 0 || c.elsewhen(&counts[a], &counts[b]) {
						continue
					}
					if apart := q.Fit == quantity.Apart || q.Fit == quantity.Overlaps; apart && !c.real(cl, k, j, OtherNumber) ||
						!apart && p.Same < leastCounting && !q.Together && !c.alike(m, &m.Contrasts[j]) {
						continue
					}
					pair.excludes = m.Contrasts[j].Excludes && c.cantBothBe(p, m)
				}
				found = append(found, pair)
			}
		}
	}
	return found
}

// contrastOf is the place among a match's contrasts of that between two numbers; -1 where they are
// none.
func contrastOf(m *match.Match, q match.QuantityPair) int {
	return slices.IndexFunc(m.Contrasts, func(t match.Contrast) bool {
		cause, ok := t.Cause.(match.QuantityCause)
		return ok && cause.QuantityPair == q
	})
}

// equalCounts are the pairs of equal numbers of the same things that stand with
// other words in common, in no claim together.
func (c *Comparison) equalCounts(counts []count) (found []countPair) {
	x := c.Index
	of := map[countSort][]int{}
	for i := range counts {
		b := &counts[i]
		if b.repeated() {
			continue
		}
		for _, j := range of[b.sort] {
			a := &counts[j]
			if a.Article == b.Article || b.one() || !c.sameThings(x, a, b) {
				continue
			}
			common := x.CommonWords(a.Member, b.Member, mostCommonWords)
			if a.quantity.Counted >= 0 && b.quantity.Counted >= 0 {
				common-- // what is counted
			}
			if fit, _ := quantity.Relate(a.quantity, b.quantity); fit != quantity.Equal && common < leastCommonWords {
				continue
			}
			if common >= 2 || common == 1 && b.sort.value >= specificNumber {
				found = append(found, countPair{a: j, b: i, sure: sameWords + 0.03*float64(common)})
			}
		}
		of[b.sort] = append(of[b.sort], i)
	}
	return found
}

// sameThings reports whether two numbers count things of one kind.
func (c *Comparison) sameThings(x *match.Index, a, b *count) bool {
	i, j := a.quantity.Counted, b.quantity.Counted
	if i < 0 || j < 0 {
		return i == j && a.quantity.Unit != ""
	}
	return x.SameThing(a.Article, i, b.Article, j)
}

// findCounts lists the numbers that can be compared, by article.
func (c *Comparison) findCounts() []count {
	claimOf := map[match.Member]int{}
	for i := range c.Claims {
		for _, m := range c.Claims[i].Members {
			if _, known := claimOf[m]; !known {
				claimOf[m] = i
			}
		}
	}
	var found []count
	for _, place := range c.Articles {
		d := c.Documents[place]
		holder := holders(d)
		before := map[countSort]int{}
		sentence, shared := -1, false
		for i := range d.Quantities {
			q := &d.Quantities[i]
			if at := d.Text.SentenceOf(q.First); at != sentence {
				sentence, shared = at, allotted(d.Text, at)
			}
			if holder[i] < 0 || shared {
				continue
			}
			n := count{Member: match.Member{Article: place, Assertion: holder[i]}, index: i, quantity: q, claim: -1}
			n.sort = countSort{q.Kind, q.Unit, q.Scope == quantity.More, nominal(q)}
			n.before = before[n.sort]
			before[n.sort]++
			if at, ok := claimOf[n.Member]; ok {
				n.claim = at
			}
			found = append(found, n)
		}
	}
	return found
}

// repeatedCounts are the articles that have more equal numbers than are looked at.
func repeatedCounts(counts []count) []claim.Bound {
	var found []claim.Bound
	for i := 0; i < len(counts); {
		article, left := counts[i].Article, 0
		for ; i < len(counts) && counts[i].Article == article; i++ {
			if counts[i].repeated() && !counts[i].one() {
				left++
			}
		}
		if left > 0 {
			found = append(found, claim.Bound{Article: article, Reached: fmt.Sprintf("numbers that it gives more than %d times are not looked at from then on (%d times)", mostEqual, left)})
		}
	}
	return found
}

// allotted reports whether a sentence gives each of several participants one of several
// numbers, "respectively": which is whose is not told here.
func allotted(t *lang.Text, sentence int) bool {
	s := t.Sentences[sentence]
	for k := s.First; k < s.End; k++ {
		if t.Lower(k) == "respectively" {
			return true
		}
	}
	return false
}

// holders are the smallest assertions that hold each quantity of a document; -1
// where none does.
func holders(d *extract.Document) []int {
	holder := make([]int, len(d.Quantities))
	for i := range holder {
		holder[i] = -1
	}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		for _, q := range a.Quantities {
			if h := holder[q]; h < 0 || a.Span.Len() < d.Assertions[h].Span.Len() {
				holder[q] = i
			}
		}
	}
	return holder
}

// elsewhen reports whether the clauses of two numbers date them apart, as two
// stands of a running count, and give no time that is the same.
func (c *Comparison) elsewhen(a, b *count) bool {
	x, y := c.Documents[a.Article], c.Documents[b.Article]
	apart := false
	for _, i := range x.Assertions[a.Assertion].Times {
		for _, j := range y.Assertions[b.Assertion].Times {
			v, w := &x.Times[i], &y.Times[j]
			if v.Type == when.Duration || w.Type == when.Duration {
				continue // how long, not when
			}
			switch fit, _ := when.Relate(v, w); fit {
			case when.Equal:
				return false
			case when.Apart:
				apart = true
			}
		}
	}
	return apart
}

// showCounts is the finding that the numbers of a group go together in this way.
func (c *Comparison) showCounts(g *countGroup, verdict Verdict, reason Reason) Finding {
	f := finding()
	f.Verdict, f.Reason = verdict, reason
	f.Confidence = g.sure
	f.Weight = 0.5
	f.Subject = c.thing(g)
	for _, n := range g.counts {
		f.Evidence = append(f.Evidence, c.showNumber(&n))
		if n.claim >= 0 {
			f.Claim = n.claim
			f.Weight = max(f.Weight, c.Claims[n.claim].Central)
		}
	}
	return f
}

// showNumber shows a number in its clause.
func (c *Comparison) showNumber(n *count) Evidence {
	e := c.evidence(n.Member, n.quantity.Span, c.text(n.Article, n.quantity.Span))
	if e.Span.Len() > clauseLimit {
		e.Span = n.quantity.Span
	}
	return e
}

// clauseLimit is how many bytes of a clause are shown as evidence of a phrase
// in it.
const clauseLimit = 200

// thing names what a group counts: the shortest noun phrase that one of its numbers
// counts, if it is more than one word; else what a clause says of it, or that word.
func (c *Comparison) thing(g *countGroup) string {
	var counted []string
	var clauses []match.Member
	for _, n := range g.counts {
		s := c.speller(n.Article)
		if i := n.quantity.Counted; i >= 0 && n.quantity.Kind != quantity.Age && n.quantity.Kind != quantity.Money {
			if text := s.definite(s.uncounted(i, n.quantity)); len(text) > 2 && s.stands(text) {
				if s.t.Tokens[i].UPOS == lang.NOUN && text == strings.ToUpper(text) {
					text = strings.ToLower(text) // of a line in capitals
				}
				counted = append(counted, text)
			}
		}
		if n.Assertion >= 0 {
			clauses = append(clauses, n.Member)
		}
	}
	shortest := ""
	if len(counted) > 0 {
		shortest = slices.MinFunc(counted, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	}
	if strings.Contains(shortest, " ") || len(clauses) == 0 {
		return cmp.Or(shortest, c.text(g.counts[0].Article, g.counts[0].quantity.Span))
	}
	if clause := c.subject(clauses); shortest == "" || slices.Contains(strings.Fields(clause), shortest) {
		return clause
	}
	return shortest
}
