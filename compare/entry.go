package compare

import (
	"cmp"
	"encoding/binary"
	"slices"

	"xref/compare/kind"
	"xref/extract/article"
)

// Entry is one matter of a story as a reader is told it: the findings that hold the
// same passages against each other, so that nothing is told twice. Entries makes
// them; whatever shows findings in the order of the story goes by them.
type Entry struct {
	Story    int
	Part     Part
	Findings []int    // places in the report's findings, by rank
	Aspects  []Aspect // the same findings, those that show the same words together
}

// Aspect is the findings of an entry that show the same words, by rank.
type Aspect []int

// Part is where in the story an entry is told.
type Part uint8

// The parts, in their order.
const (
	Lead       Part = iota // what the outlets agree on at the heart of the story
	Told                   // what they tell differently
	Values                 // numbers and times that they agree on, and nothing else
	Agreed                 // what else they agree on
	Quotations             // words that they quote alike
	Names                  // what a person or a body is called
)

// Entries gathers the findings of a report, by rank, to entries, in the order of
// their first findings: those of one claim are one entry, and those whose passages
// overlap in two articles, or for what one article says of itself in that article.
// What is told of somebody's names stands by itself, one entry a person or body.
func Entries(findings []Finding) []Entry {
	g := newGathering(len(findings))
	g.joinEqual(findings)
	g.joinOverlapping(findings)
	entries := g.entries(findings)
	for i := range entries {
		entries[i].Part = partOf(findings, &entries[i])
		entries[i].Aspects = aspects(findings, entries[i].Findings)
	}
	led := map[int]int{} // how many entries lead each story; all that can, once a difference is told
	for i := range entries {
		e := &entries[i]
		switch {
		case e.Part == Told:
			led[e.Story] = leading
		case e.leads() && led[e.Story] < leading:
			e.Part = Lead
			led[e.Story]++
		}
	}
	return entries
}

// leads reports whether an entry can stand at the head of a story: one on which the
// outlets agree and that is more than somebody's name.
func (e *Entry) leads() bool { return e.Part == Values || e.Part == Agreed || e.Part == Quotations }

// partOf is the part that an entry belongs to by its findings alone.
func partOf(findings []Finding, e *Entry) Part {
	first := &findings[e.Findings[0]]
	only := func(holds func(*Finding) bool) bool {
		return !slices.ContainsFunc(e.Findings, func(i int) bool { return !holds(&findings[i]) })
	}
	switch {
	case first.ofNames():
		return Names
	case !only(func(f *Finding) bool { return f.Verdict == kind.Agree }):
		return Told
	case only(func(f *Finding) bool { return f.Kind.OfValues() }):
		return Values
	case only(func(f *Finding) bool { return f.Utterance >= 0 }):
		return Quotations
	}
	return Agreed
}

// ofNames reports whether a finding is about what a person or a body is called, and
// no more than that: she here and he there is about the person.
func (f *Finding) ofNames() bool {
	return f.Entity >= 0 && f.Utterance < 0 && f.Claim < 0 && f.Kind != kind.Pronoun.ID
}

// gathering joins findings to groups. A group goes by its first finding.
type gathering struct{ to []int }

func newGathering(n int) *gathering {
	g := &gathering{to: make([]int, n)}
	for i := range g.to {
		g.to[i] = i
	}
	return g
}

func (g *gathering) root(i int) int {
	for g.to[i] != i {
		g.to[i] = g.to[g.to[i]]
		i = g.to[i]
	}
	return i
}

func (g *gathering) join(i, j int) {
	if a, b := g.root(i), g.root(j); a != b {
		g.to[max(a, b)] = min(a, b)
	}
}

// joinEqual joins findings of one claim, those about the names of one entity, and those
// about the pronouns of one.
func (g *gathering) joinEqual(findings []Finding) {
	type subject struct{ story, claim, entity int }
	first := map[subject]int{}
	for i := range findings {
		f := &findings[i]
		s := subject{f.Story, f.Claim, -1}
		switch {
		case f.ofNames():
			s = subject{f.Story, -1, f.Entity}
		case f.Claim < 0 && f.Kind == kind.Pronoun.ID:
			s = subject{f.Story, -2, f.Entity}
		case f.Claim < 0:
			continue
		}
		if at, known := first[s]; known {
			g.join(at, i)
		} else {
			first[s] = i
		}
	}
}

// joinOverlapping joins findings whose passages overlap: in two articles, or for
// two findings about one article each in that one.
func (g *gathering) joinOverlapping(findings []Finding) {
	type passage struct {
		finding int
		span    article.Span
	}
	type pair struct{ i, j int }
	in := map[int][]passage{} // of each article
	var articles []int
	first := map[string]int{} // the first finding with the same passages
	for i := range findings {
		if findings[i].ofNames() {
			continue
		}
		same := passagesKey(&findings[i])
		if at, known := first[same]; known {
			g.join(at, i)
			continue
		}
		first[same] = i
		for _, e := range findings[i].Evidence {
			if in[e.Article] == nil {
				articles = append(articles, e.Article)
			}
			in[e.Article] = append(in[e.Article], passage{i, e.Span})
		}
	}
	met := map[pair]int{} // the article in which two findings overlap
	for _, a := range articles {
		passages := in[a]
		slices.SortFunc(passages, func(p, q passage) int {
			return cmp.Or(cmp.Compare(p.span.Start, q.span.Start), cmp.Compare(p.finding, q.finding))
		})
		for x, p := range passages {
			for _, q := range passages[x+1:] {
				if q.span.Start >= p.span.End {
					break
				}
				f, h := &findings[p.finding], &findings[q.finding]
				if p.finding == q.finding || f.Story != h.Story || !half(p.span, q.span) {
					continue
				}
				k := pair{min(p.finding, q.finding), max(p.finding, q.finding)}
				before, known := met[k]
				if known && before != a || !severalArticles(f) && !severalArticles(h) {
					g.join(k.i, k.j)
				}
				met[k] = a
			}
		}
	}
}

// passagesKey is the story and the passages of a finding as a key.
func passagesKey(f *Finding) string {
	key := binary.AppendVarint(nil, int64(f.Story))
	for _, e := range f.Evidence {
		for _, n := range [...]int{e.Article, e.Span.Start, e.Span.End} {
			key = binary.AppendVarint(key, int64(n))
		}
	}
	return string(key)
}

// entries is the groups in the order of their first findings.
func (g *gathering) entries(findings []Finding) []Entry {
	place := map[int]int{}
	var entries []Entry
	for i := range findings {
		r := g.root(i)
		at, known := place[r]
		if !known {
			at = len(entries)
			place[r] = at
			entries = append(entries, Entry{Story: findings[i].Story})
		}
		entries[at].Findings = append(entries[at].Findings, i)
	}
	return entries
}

// aspects gathers the findings of an entry that show the same words.
func aspects(findings []Finding, of []int) []Aspect {
	g := newGathering(len(of))
	for a, i := range of {
		for b, j := range of[:a] {
			if showSame(&findings[i], &findings[j]) {
				g.join(a, b)
			}
		}
	}
	place := map[int]int{}
	var found []Aspect
	for a, i := range of {
		at, known := place[g.root(a)]
		if !known {
			at = len(found)
			place[g.root(a)] = at
			found = append(found, nil)
		}
		found[at] = append(found[at], i)
	}
	return found
}

// showSame reports whether the words that two findings show overlap in two
// articles, or where both are about one article in that one.
func showSame(f, g *Finding) bool {
	met := -1 // the article in which they overlap
	several := severalArticles(f) || severalArticles(g)
	for _, a := range f.Evidence {
		if a.Article == met || !slices.ContainsFunc(g.Evidence, func(b kind.Evidence) bool {
			return a.Article == b.Article && half(shown(a), shown(b))
		}) {
			continue
		}
		if met >= 0 || !several {
			return true
		}
		met = a.Article
	}
	return false
}

// severalArticles reports whether the evidence of a finding is of two articles.
func severalArticles(f *Finding) bool {
	return slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool { return e.Article != f.Evidence[0].Article })
}
