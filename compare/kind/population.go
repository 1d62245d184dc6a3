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
	assertion int   // index in Document.Assertions; the smallest that holds it
	claim     int   // the claim that the assertion is a member of; -1 where none
	thing     int   // what it counts, as the wordbook numbers it; -1 where unknown
	words     []int // the content lemmas of the clause, each once, other than the number and what it counts
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

// measured is what two numbers must have in common to be comparable at all.
type measured struct {
	kind quantity.Kind
	unit string
	more bool
}

func (c *count) measured() measured {
	return measured{c.quantity.Kind, c.quantity.Unit, c.quantity.Scope == quantity.More}
}

// populations gathers the numbers of a story that count the same things: those
// of one kind of things that are equal or stand in one claim.
func (s *Scene) populations(story int) []population {
	book := newWordbook()
	counts := s.counts(story, book)
	alike := map[measured][]int{}
	for i := range counts {
		key := counts[i].measured()
		alike[key] = append(alike[key], i)
	}
	type pair struct {
		a, b int
		sure float64
	}
	var pairs []pair
	for a := range counts {
		others := alike[counts[a].measured()]
		later, _ := slices.BinarySearch(others, a+1)
		for _, b := range others[later:] {
			if sure := s.comparable(&counts[a], &counts[b], book); sure > 0 {
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

// counts lists the numbers of a story's articles that can be compared, with
// their words as the book numbers them.
func (s *Scene) counts(story int, book *wordbook) []count {
	claimOf := map[align.Member]int{}
	for c := range s.Claims {
		if s.Claims[c].Story != story {
			continue
		}
		for _, m := range s.Claims[c].Members {
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
		for i := range d.Assertions {
			a := &d.Assertions[i]
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
			c := count{place: place, quantity: q, assertion: holder[i], thing: -1}
			c.claim = claimAround(d, place, holder[i], q, claimOf)
			if q.Counted >= 0 {
				c.thing = book.number(lower(d.Text, q.Counted))
			}
			for _, j := range d.Assertions[holder[i]].Tokens {
				if (j < q.First || j >= q.End) && assertion.Contentful(d.Text, j) {
					c.words = append(c.words, book.number(lower(d.Text, j)))
				}
			}
			slices.Sort(c.words)
			c.words = slices.Compact(c.words)
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
	for i := range d.Assertions {
		if d.Assertions[i].Span.Contains(q.Span) {
			if claim, ok := claimOf[align.Member{Article: place, Assertion: i}]; ok {
				return claim
			}
		}
	}
	return -1
}

// comparable is how sure it is that two numbers that are measured alike count
// the same things, 0 where nothing says so.
func (s *Scene) comparable(a, b *count, book *wordbook) float64 {
	x, y := a.quantity, b.quantity
	if a.place == b.place {
		return 0
	}
	joined := a.claim >= 0 && a.claim == b.claim
	equal := nominal(x) == nominal(y)
	if !equal && !joined || !book.sameThings(a, b, joined) {
		return 0
	}
	common := shared(a.words, b.words)
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
func (s *Scene) elsewhen(a, b *count) bool {
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
func (b *wordbook) sameThings(x, y *count, joined bool) bool {
	if x.thing < 0 || y.thing < 0 {
		return x.thing == y.thing && x.quantity.Unit != "" || joined && x.quantity.Kind == quantity.Count && nominal(x.quantity) == nominal(y.quantity)
	}
	if b.similarity(x.thing, y.thing) >= 0.7 {
		return true
	}
	_, p := lexicon.PersonNoun(b.lemmas[x.thing])
	_, q := lexicon.PersonNoun(b.lemmas[y.thing])
	return p && q && joined
}

// most is how many words in common are counted.
const most = 4

// shared is how many words two ascending lists have in common, up to most.
func shared(x, y []int) int {
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y) && n < most; {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
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
