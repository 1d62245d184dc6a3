package measure

import (
	"cmp"
	"slices"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

const (
	first        = 40  // findings by rank that precision looks at
	screen       = 10  // findings by rank that a reader's first screen holds
	longest      = 400 // characters of a passage of the report that counts
	each         = 3   // passages of a finding or claim that count in one article
	answersMost  = 2   // gold findings that one finding answers for
	passedAtMost = 2   // findings that one gold finding lets pass
)

// item is a finding or a claim of the report, in passages.
type item struct {
	id         string
	kind       kind.ID
	verdict    kind.Verdict
	confidence float64
	summary    string
	passages   []passage
}

// golden is a gold finding, in passages.
type golden struct {
	GoldFinding
	passages []passage
}

// Score holds a report against an annotation. A finding meets a gold finding
// where their passages overlap in two articles, for an internal one twice in
// one article; passages overlap where the common part is at least half of the
// shorter.
func Score(r *compare.Report, g *Gold) Result {
	s := scorer{ground: newGround(r)}
	s.Case, s.Articles = g.Case, len(r.Documents)
	s.take(r)
	s.place(g)
	s.Findings, s.Claims = len(s.findings), len(s.items)-len(s.findings)
	s.meet()
	s.recall()
	s.precision()
	s.calibrate()
	s.pairs()
	s.traps(g.Traps)
	s.sort()
	return s.Result
}

// scorer is one scoring under way.
type scorer struct {
	Result
	*ground
	findings []item // by rank
	items    []item // findings, then claims
	golds    []golden
	met      [][]int // for each finding, the gold findings that it meets, ascending
}

// take puts the report's findings and claims in passages.
func (s *scorer) take(r *compare.Report) {
	ranked := slices.Clone(r.Findings)
	slices.SortStableFunc(ranked, func(a, b compare.Finding) int { return cmp.Compare(a.Rank, b.Rank) })
	for _, f := range ranked {
		if f.Verdict == kind.Single {
			continue
		}
		in := taken{scorer: s}
		for _, e := range f.Evidence {
			in.add(e.Article, e.Span)
		}
		s.findings = append(s.findings, item{f.ID, f.Kind, f.Verdict, f.Confidence, f.Subject, in.passages})
	}
	s.items = slices.Clone(s.findings)
	for _, c := range r.Claims {
		if c.Verdict == kind.Single {
			continue
		}
		in := taken{scorer: s}
		for _, m := range c.Members {
			in.add(m.Article, r.Documents[m.Article].Assertions[m.Assertion].Span)
		}
		s.items = append(s.items, item{id: c.ID, kind: "fact", verdict: c.Verdict, passages: in.passages})
	}
}

// taken gathers the passages of one finding or claim: the first three of each
// article that count. It tells the scorer of those that don't.
type taken struct {
	*scorer
	passages []passage
}

func (t *taken) add(doc int, span article.Span) {
	p, ok := t.at(doc, span)
	if !ok || p.end-p.start > longest {
		t.Lost++
		return
	}
	n := 0
	for _, q := range t.passages {
		if q.doc == doc {
			n++
		}
	}
	if n < each {
		t.passages = append(t.passages, p)
	}
}

// place puts the annotation in passages.
func (s *scorer) place(g *Gold) {
	for _, f := range g.Findings {
		placed := golden{GoldFinding: f}
		for _, e := range f.Evidence {
			if p, ok := s.find(e.Doc, e.Text); ok {
				placed.passages = append(placed.passages, p)
			} else {
				s.Unplaced++
			}
		}
		s.golds = append(s.golds, placed)
	}
}

func (s *scorer) meet() {
	s.met = make([][]int, len(s.findings))
	for i, f := range s.findings {
		for j, g := range s.golds {
			if meets(f, g) {
				s.met[i] = append(s.met[i], j)
			}
		}
	}
}

func meets(f item, g golden) bool {
	var hit []passage
	for _, p := range g.passages {
		if p.overlapsAny(f.passages) {
			hit = append(hit, p)
		}
	}
	if len(hit) < 2 {
		return false
	}
	if g.Verdict != kind.Internal {
		return slices.ContainsFunc(hit, func(p passage) bool { return p.doc != hit[0].doc })
	}
	return len(f.passages) == 1 || slices.ContainsFunc(hit, func(h passage) bool {
		n := 0
		for _, p := range f.passages {
			if p.doc == h.doc && p.overlapsAny(hit) {
				n++
			}
		}
		return n >= 2
	})
}

// class is a verdict with differ and conflict as one.
func class(v kind.Verdict) kind.Verdict {
	if v == kind.Conflict {
		return kind.Differ
	}
	return v
}

// near lists kinds that stand for each other where a finding answers for a
// gold finding.
var near = [][]kind.ID{
	{"number", "quantifier", "scope"},
	{"name", "title"},
	{"role", "framing", "modality", "scope", "fact", "attribution", "negation"},
	{"quote", "fact", "attribution"},
	{"date", "scope"},
}

func fits(f item, g golden) bool {
	if class(f.verdict) != class(g.Verdict) {
		return false
	}
	if g.Verdict == kind.Agree || f.kind == g.Kind {
		return true
	}
	return slices.ContainsFunc(near, func(group []kind.ID) bool {
		return slices.Contains(group, f.kind) && slices.Contains(group, g.Kind)
	})
}

// recall counts the gold findings that findings answer for: all of them, and the
// core ones those on the first screen.
func (s *scorer) recall() {
	by := s.answers(len(s.findings))
	for j, g := range s.golds {
		row := rowOf(&s.Recall, func(r RecallRow) bool { return r.Kind == g.Kind && r.Verdict == g.Verdict }, RecallRow{Kind: g.Kind, Verdict: g.Verdict})
		answered := by[j] >= 0
		if answered {
			s.KindExact.count(s.findings[by[j]].kind == g.Kind)
		}
		s.All.count(answered)
		row.All.count(answered)
		if g.Weight == Core {
			s.Core.count(answered)
			row.Core.count(answered)
		}
		if !answered {
			s.Missed = append(s.Missed, Missed{s.Case, g.ID, g.Kind, g.Verdict, g.Weight == Core, g.Subject})
		}
	}
	shown := min(screen, len(s.findings))
	for j, by := range s.answers(shown) {
		if s.golds[j].Weight == Core {
			s.CoreFirst.count(by >= 0)
		}
	}
	for _, f := range s.findings[:shown] {
		for _, p := range f.passages {
			s.Shown.add(Share{p.end - p.start, 1})
		}
	}
}

// answers gives each gold finding the finding that answers for it, of the first
// n: core ones first, each by the finding of its own kind, the least used and the
// first in rank; -1 where none does.
func (s *scorer) answers(n int) []int {
	order := make([]int, len(s.golds))
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return compareBool(s.golds[a].Weight != Core, s.golds[b].Weight != Core)
	})
	load := make([]int, n)
	by := make([]int, len(s.golds))
	for _, j := range order {
		g, best := s.golds[j], -1
		for i, f := range s.findings[:n] {
			if load[i] >= answersMost || !slices.Contains(s.met[i], j) || !fits(f, g) {
				continue
			}
			if best < 0 || cmp.Or(compareBool(f.kind != g.Kind, s.findings[best].kind != g.Kind), cmp.Compare(load[i], load[best])) < 0 {
				best = i
			}
		}
		by[j] = best
		if best >= 0 {
			load[best]++
		}
	}
	return by
}

// precision lets each of the first findings pass by a gold finding that it
// meets, the one that suits it best.
func (s *scorer) precision() {
	used := make([]int, len(s.golds))
	for i, f := range s.findings[:min(first, len(s.findings))] {
		row := rowOf(&s.First, func(r FirstRow) bool { return r.Kind == f.kind && r.Verdict == f.verdict }, FirstRow{Kind: f.kind, Verdict: f.verdict})
		best := -1
		for _, j := range s.met[i] {
			if used[j] < passedAtMost && (best < 0 || s.suits(f, j, best, used)) {
				best = j
			}
		}
		s.Precision.count(best >= 0)
		row.Met.count(best >= 0)
		if best < 0 {
			s.Unmet = append(s.Unmet, Unmet{s.Case, f.id, f.kind, f.verdict, f.summary})
			continue
		}
		used[best]++
		right := class(f.verdict) == class(s.golds[best].Verdict)
		s.Verdict.count(right)
		row.Correct.count(right)
	}
}

// suits reports whether gold finding a lets f pass rather than b does.
func (s *scorer) suits(f item, a, b int, used []int) bool {
	x, y := s.golds[a], s.golds[b]
	return cmp.Or(
		compareBool(!fits(f, x), !fits(f, y)),
		compareBool(class(f.verdict) != class(x.Verdict), class(f.verdict) != class(y.Verdict)),
		compareBool(f.kind != x.Kind, f.kind != y.Kind),
		cmp.Compare(used[a], used[b])) < 0
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// calibrate holds the confidence of every finding against whether it is right.
func (s *scorer) calibrate() {
	s.Calibration = make([]Bin, Bins)
	for i, f := range s.findings {
		b := &s.Calibration[min(max(int(f.confidence*Bins), 0), Bins-1)]
		b.Findings++
		b.Confidence += f.confidence
		if len(s.met[i]) > 0 {
			b.Met++
		}
		if slices.ContainsFunc(s.met[i], func(j int) bool { return class(f.verdict) == class(s.golds[j].Verdict) }) {
			b.Right++
		}
	}
}

// pairs compares the pairs of passages of two articles that the report joins
// with those that the gold findings join.
func (s *scorer) pairs() {
	var gold, said [][2]passage
	for _, g := range s.golds {
		if g.Verdict != kind.Internal {
			gold = append(gold, pairsAcross(g.passages)...)
		}
	}
	for _, it := range s.items {
		if it.verdict != kind.Internal {
			said = append(said, pairsAcross(it.passages)...)
		}
	}
	for _, p := range gold {
		s.Joined.count(s.joins(p[0], p[1]))
	}
	for _, p := range said {
		s.Said.count(slices.ContainsFunc(gold, func(q [2]passage) bool {
			return p[0].overlaps(q[0]) && p[1].overlaps(q[1]) || p[0].overlaps(q[1]) && p[1].overlaps(q[0])
		}))
	}
}

// pairsAcross is every pair of passages of two different articles.
func pairsAcross(passages []passage) [][2]passage {
	var pairs [][2]passage
	for i, p := range passages {
		for _, q := range passages[i+1:] {
			if p.doc != q.doc {
				pairs = append(pairs, [2]passage{p, q})
			}
		}
	}
	return pairs
}

// joins reports whether a finding or claim of the report holds both passages.
func (s *scorer) joins(p, q passage) bool {
	return slices.ContainsFunc(s.items, func(it item) bool {
		return p.overlapsAny(it.passages) && q.overlapsAny(it.passages)
	})
}

// traps counts those whose passages the report joins; pairs of passages that a
// gold finding joins too don't count.
func (s *scorer) traps(traps []Trap) {
	for _, t := range traps {
		var passages []passage
		for i := range t.Docs {
			if p, ok := s.find(t.Docs[i], t.Texts[i]); ok {
				passages = append(passages, p)
			} else {
				s.Unplaced++
			}
		}
		counts, sprung := false, false
		for i, p := range passages {
			for _, q := range passages[i+1:] {
				if slices.ContainsFunc(s.golds, func(g golden) bool { return p.overlapsAny(g.passages) && q.overlapsAny(g.passages) }) {
					continue
				}
				counts = true
				sprung = sprung || s.joins(p, q)
			}
		}
		if counts {
			s.Traps.count(sprung)
		}
		if sprung {
			s.Sprung = append(s.Sprung, Sprung{s.Case, t.ID, t.Why})
		}
	}
}
