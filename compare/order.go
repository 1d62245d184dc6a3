package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"xref/compare/kind"
	"xref/extract/assertion"
)

// leading is how many entries on which the outlets agree stand before the first
// difference of a story: its heart.
const leading = 3

// inOrder is the findings in the order in which the story is told: the largest
// story first, in it what is at its heart, what is told differently and so on by part, in
// a part the weightiest entries first, in an entry the gravest findings.
func inOrder(r *Report, findings []Finding) []Finding {
	slices.SortFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.priority(), a.priority()), cmp.Compare(a.ID, b.ID))
	})
	n := newNewsroom(r)
	entries := Entries(findings)
	for i := range entries {
		e := &entries[i]
		e.Part = partOf(findings, e)
		slices.SortStableFunc(e.Findings, func(a, b int) int {
			return cmp.Compare(gravity[findings[b].Verdict], gravity[findings[a].Verdict])
		})
	}
	weight := make([]float64, len(findings)) // of the entry that each finding begins
	for i := range entries {
		weight[entries[i].Findings[0]] = n.weight(findings, &entries[i])
	}
	heaviest := func(a, b Entry) int { return cmp.Compare(weight[b.Findings[0]], weight[a.Findings[0]]) }
	slices.SortStableFunc(entries, heaviest)
	led := map[int]int{}
	for i := range entries {
		if e := &entries[i]; e.leads() && led[e.Story] < leading {
			e.Part = Lead
			led[e.Story]++
		}
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(n.larger(a.Story, b.Story), cmp.Compare(a.Part, b.Part))
	})
	ordered := make([]Finding, 0, len(findings))
	for _, e := range entries {
		for _, i := range e.Findings {
			ordered = append(ordered, findings[i])
		}
	}
	return ordered
}

// newsroom weighs entries against each other.
type newsroom struct {
	*Report
	origin []int                  // of each article
	often  map[int]map[string]int // how often the articles of a story have each lemma
}

func newNewsroom(r *Report) *newsroom {
	return &newsroom{Report: r, origin: r.originOf(), often: map[int]map[string]int{}}
}

// larger orders stories by how many articles they have.
func (n *newsroom) larger(a, b int) int {
	size := func(s int) int {
		if s < 0 || s >= len(n.Stories) {
			return 0
		}
		return len(n.Stories[s].Articles)
	}
	return cmp.Or(cmp.Compare(size(b), size(a)), cmp.Compare(a, b))
}

// How much an entry gains by each origin beyond two that carries it, loses by standing
// at the end of its articles rather than at the beginning, and has by its words at
// least, whatever they are.
const (
	byOrigin = 0.15
	byPlace  = 0.3
	anyWords = 0.25
)

// weight is how much an entry is news: how central and sure it is, how many origins
// carry it, how sharply they tell it differently, and how early.
func (n *newsroom) weight(findings []Finding, e *Entry) float64 {
	best, place, passages := 0.0, 0.0, 0
	origins := map[int]bool{}
	for _, i := range e.Findings {
		f := &findings[i]
		best = max(best, f.priority())
		for _, v := range f.Evidence {
			origins[n.origin[v.Article]] = true
			place += float64(v.Span.Start) / float64(max(1, len(n.Documents[v.Article].Article.Text)))
			passages++
		}
	}
	return best * (anyWords + n.central(findings, e)) * (1 + byOrigin*float64(len(origins)-2)) * (1 - byPlace*place/float64(max(1, passages)))
}

// fullWords is the sum of the logarithms of words that makes passages fully central.
const fullWords = 10

// central is how far the words that the passages of an entry share among articles are
// those of which the whole story speaks: each counts as much as it is frequent there,
// on a logarithmic scale. What one article says of itself shares all its words.
func (n *newsroom) central(findings []Finding, e *Entry) float64 {
	in := map[string]int{} // the last article that has a lemma
	shared := map[string]bool{}
	several := slices.ContainsFunc(e.Findings, func(i int) bool { return severalArticles(&findings[i]) })
	var passages []kind.Evidence
	for _, i := range e.Findings {
		passages = append(passages, findings[i].Evidence...)
	}
	slices.SortStableFunc(passages, func(a, b kind.Evidence) int { return a.Article - b.Article })
	var lemmas []string
	for _, p := range passages {
		t := n.Documents[p.Article].Text
		for i, end := t.TokensIn(p.Span); i < end; i++ {
			if !assertion.Contentful(t, i) {
				continue
			}
			lemma := strings.ToLower(t.Tokens[i].Lemma)
			before, known := in[lemma]
			in[lemma] = p.Article
			if (known && before != p.Article || !several) && !shared[lemma] {
				shared[lemma] = true
				lemmas = append(lemmas, lemma)
			}
		}
	}
	often := n.frequencies(e.Story)
	sum := 0.0
	for _, lemma := range lemmas {
		sum += math.Log1p(float64(often[lemma]))
	}
	return sum / fullWords
}

// frequencies is how often the articles of a story have each lemma.
func (n *newsroom) frequencies(s int) map[string]int {
	if often, known := n.often[s]; known || s < 0 || s >= len(n.Stories) {
		return often
	}
	often := map[string]int{}
	for _, a := range n.Stories[s].Articles {
		t := n.Documents[a].Text
		for i := range t.Tokens {
			if assertion.Contentful(t, i) {
				often[strings.ToLower(t.Tokens[i].Lemma)]++
			}
		}
	}
	n.often[s] = often
	return often
}

// priority is what a finding is worth by itself: how sure it is, how much it
// matters and how grave its verdict is.
func (f Finding) priority() float64 {
	return f.Confidence * (0.5 + 0.5*f.Weight) * gravity[f.Verdict]
}

var gravity = map[kind.Verdict]float64{kind.Conflict: 2, kind.Internal: 1.5, kind.Differ: 1.2, kind.Agree: 1}
