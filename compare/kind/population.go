package kind

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"xref/compare/align"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lexicon"
	"xref/extract/quantity"
)

// count is one number of one article with the assertion it stands in.
type count struct {
	place     int // of the article
	quantity  *quantity.Quantity
	assertion int // index in Document.Assertions; the smallest that holds it
	claim     int // the claim that the assertion is a member of; -1 where none
	heads     []string
}

// population is what several articles count: the same things, as far as their
// words tell.
type population struct {
	story  int
	counts []count // by article, one each
	sure   float64
}

// The confidence that two numbers count the same things.
const (
	sameNumber = 0.85 // one number of one kind of things in one claim
	sameWords  = 0.7  // one number of one kind of things, with other words in common
	sameClaim  = 0.7  // another number of one kind of things in one claim
)

// telling is the least number that says something by being the same where only
// one other word is.
const telling = 10

// populations gathers the numbers of a story that count the same things: those
// of one kind of things that are equal or stand in one claim.
func (s *Scene) populations(story int) []population {
	counts := s.counts(story)
	type pair struct {
		a, b int
		sure float64
	}
	var pairs []pair
	for a := range counts {
		for b := a + 1; b < len(counts); b++ {
			if sure := s.comparable(counts[a], counts[b]); sure > 0 {
				pairs = append(pairs, pair{a, b, sure})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.sure, x.sure) })
	group := make([]int, len(counts))
	members := make([][]int, len(counts))
	least := make([]float64, len(counts))
	for i := range counts {
		group[i], members[i], least[i] = i, []int{i}, 1
	}
	for _, p := range pairs {
		x, y := group[p.a], group[p.b]
		if x == y || slices.ContainsFunc(members[x], func(i int) bool {
			return slices.ContainsFunc(members[y], func(j int) bool { return counts[i].place == counts[j].place })
		}) {
			continue
		}
		for _, i := range members[y] {
			group[i] = x
		}
		members[x], members[y] = append(members[x], members[y]...), nil
		least[x] = min(least[x], least[y], p.sure)
	}
	var found []population
	for i, m := range members {
		if len(m) < 2 {
			continue
		}
		slices.Sort(m)
		p := population{story: story, sure: least[i]}
		for _, j := range m {
			p.counts = append(p.counts, counts[j])
		}
		found = append(found, p)
	}
	return found
}

// counts lists the numbers of a story's articles that can be compared.
func (s *Scene) counts(story int) []count {
	claimOf := map[align.Member]int{}
	for c, claim := range s.Claims {
		for _, m := range claim.Members {
			claimOf[m] = c
		}
	}
	var found []count
	for _, place := range s.Stories[story].Articles {
		d := s.Documents[place]
		holder := make([]int, len(d.Quantities))
		for i := range holder {
			holder[i] = -1
		}
		for i, a := range d.Assertions {
			for _, q := range a.Quantities {
				if h := holder[q]; h < 0 || a.Span.Len() < d.Assertions[h].Span.Len() {
					holder[q] = i
				}
			}
		}
		for i := range d.Quantities {
			q := &d.Quantities[i]
			if holder[i] < 0 || q.Kind == quantity.Ordinal || q.Vague {
				continue
			}
			c := count{place: place, quantity: q, assertion: holder[i], claim: -1}
			c.claim = claimAround(d, place, holder[i], q, claimOf)
			if q.Counted >= 0 {
				c.heads = append(c.heads, lower(d.Text, q.Counted))
			}
			found = append(found, c)
		}
	}
	return found
}

// claimAround is the claim of the assertion that holds a number, or of another
// one whose clause it stands in; -1 where none is aligned.
func claimAround(d *extract.Document, place, holder int, q *quantity.Quantity, claimOf map[align.Member]int) int {
	if claim, ok := claimOf[align.Member{Article: place, Assertion: holder}]; ok {
		return claim
	}
	for i, a := range d.Assertions {
		if claim, ok := claimOf[align.Member{Article: place, Assertion: i}]; ok && a.Span.Contains(q.Span) {
			return claim
		}
	}
	return -1
}

// comparable is how sure it is that two numbers count the same things, 0 where
// nothing says so.
func (s *Scene) comparable(a, b count) float64 {
	x, y := a.quantity, b.quantity
	if a.place == b.place || x.Kind != y.Kind || x.Unit != y.Unit || (x.Scope == quantity.More) != (y.Scope == quantity.More) {
		return 0
	}
	joined := a.claim >= 0 && a.claim == b.claim
	if !s.sameThings(a, b, joined) {
		return 0
	}
	equal := nominal(x) == nominal(y)
	common := s.shared(a, b)
	switch {
	case equal && nominal(x) == 1 && x.Of == 0:
		return 0 // "one" is as often an article as a number
	case equal && joined:
		return sameNumber + 0.02*float64(common)
	case equal && (common >= 2 || common == 1 && nominal(x) >= telling):
		return sameWords + 0.03*float64(common)
	case joined && !s.elsewhen(a, b):
		return sameClaim * s.Claims[a.claim].Score
	}
	return 0
}

// elsewhen reports whether the clauses of two numbers date them apart, as two
// stands of a running count.
func (s *Scene) elsewhen(a, b count) bool {
	x, y := s.Documents[a.place], s.Documents[b.place]
	for _, i := range x.Assertions[a.assertion].Times {
		for _, j := range y.Assertions[b.assertion].Times {
			v, w := x.Times[i], y.Times[j]
			if v.Value != w.Value && (v.Begin.IsZero() || w.Begin.IsZero() || !v.Begin.Before(w.Stop) || !w.Begin.Before(v.Stop) || v.Begin != w.Begin) {
				return true
			}
		}
	}
	return false
}

// nominal is the number that a text gives, its bound left out.
func nominal(q *quantity.Quantity) float64 {
	switch {
	case math.IsInf(q.High, 0):
		return q.Low
	case math.IsInf(q.Low, 0):
		return q.High
	case q.Bound == quantity.AtMost || q.Bound == quantity.LessThan:
		return q.High
	}
	return (q.Low + q.High) / 2
}

// sameThings reports whether two numbers count things of one kind; in one
// claim, persons of any two descriptions are.
func (s *Scene) sameThings(a, b count, joined bool) bool {
	if len(a.heads) == 0 || len(b.heads) == 0 {
		return len(a.heads) == len(b.heads) && a.quantity.Unit != "" || joined && a.quantity.Kind == quantity.Count && nominal(a.quantity) == nominal(b.quantity)
	}
	if lexicon.Similarity(a.heads[0], b.heads[0]) >= 0.7 {
		return true
	}
	_, p := lexicon.PersonNoun(a.heads[0])
	_, q := lexicon.PersonNoun(b.heads[0])
	return p && q && joined
}

// most is how many words in common are counted.
const most = 4

// shared is how many content lemmas, other than the numbers and what they
// count, the clauses of two numbers have in common, up to most.
func (s *Scene) shared(a, b count) int {
	x, y := s.words(a), s.words(b)
	n := 0
	for i, w := range x {
		if slices.Contains(y, w) && !slices.Contains(x[:i], w) {
			n++
		}
	}
	return min(n, most)
}

// words are the content lemmas of a number's clause outside the number's phrase.
func (s *Scene) words(c count) []string {
	d := s.Documents[c.place]
	var lemmas []string
	for _, i := range d.Assertions[c.assertion].Tokens {
		if assertion.Contentful(d.Text, i) && (i < c.quantity.First || i >= c.quantity.End) {
			lemmas = append(lemmas, lower(d.Text, i))
		}
	}
	return lemmas
}

// evidenceOf shows a number in its clause.
func (s *Scene) evidenceOf(c count) Evidence {
	e := s.evidence(align.Member{Article: c.place, Assertion: c.assertion}, c.quantity.Span, s.text(c.place, c.quantity.Span))
	if e.Span.Len() > clauseLimit {
		e.Span = c.quantity.Span
	}
	return e
}

// clauseLimit is how many bytes of a clause are shown as evidence of a phrase
// in it.
const clauseLimit = 200

// thing names what a population counts: the shortest words that stand behind one
// of its numbers, or a number where nothing stands behind any.
func (s *Scene) thing(p population) string {
	var behind, numbers []string
	for _, c := range p.counts {
		q := c.quantity
		numbers = append(numbers, s.text(c.place, q.Span))
		phrase := strings.TrimLeft(s.text(c.place, article.Span{Start: q.Number.End, End: max(q.Number.End, q.Span.End)}), "-–— ")
		if len(phrase) > 2 {
			behind = append(behind, phrase)
		}
	}
	if len(behind) == 0 {
		behind = numbers
	}
	return slices.MinFunc(behind, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
}
