package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"xref/compare/kind"
	"xref/extract/article"
)

// fold drops findings that say again what another one says: their evidence
// overlaps in two articles, or in one for findings about one article.
func fold(found []kind.Finding) []kind.Finding {
	order := slices.Clone(found)
	slices.SortStableFunc(order, func(a, b kind.Finding) int {
		return cmp.Or(
			cmp.Compare(min(b.Utterance, 0), min(a.Utterance, 0)), // what is about an utterance first
			cmp.Compare(informative(b), informative(a)),
		)
	})
	var kept []kind.Finding
	of := map[int][]int{} // the places in kept of each story's
	for i := range order {
		f := &order[i]
		if !slices.ContainsFunc(of[f.Story], func(k int) bool { return repeats(f, &kept[k]) }) {
			of[f.Story] = append(of[f.Story], len(kept))
			kept = append(kept, *f)
		}
	}
	return kept
}

// withoutEqual drops differences of which all passages, and the words to look at in them,
// are the same words: they show nothing that differs.
func (g *common) withoutEqual(found []kind.Finding) []kind.Finding {
	words := func(e kind.Evidence, s article.Span) string {
		return strings.ReplaceAll(normal(s.In(g.documents[e.Article].Article.Text)), "’", "'")
	}
	return slices.DeleteFunc(slices.Clone(found), func(f kind.Finding) bool {
		if f.Verdict == kind.Agree || f.Utterance >= 0 || len(f.Evidence) < 2 {
			return false // words quoted alike may be given to two speakers
		}
		first := f.Evidence[0]
		return !slices.ContainsFunc(f.Evidence[1:], func(e kind.Evidence) bool {
			return words(e, e.Span) != words(first, first.Span) || words(e, shown(e)) != words(first, shown(first)) || normal(e.Value) != normal(first.Value)
		})
	})
}

// withValues drops agreements on a number or a time that an agreement on the fact, or on
// words quoted, shows in the same passages: that says it already. The values stay with
// the fact's passages, as words to look at.
func withValues(found []kind.Finding) []kind.Finding {
	var facts []int
	for i := range found {
		if f := &found[i]; f.Utterance >= 0 || f.Verdict == kind.Agree && f.Kind.OfClauses() {
			facts = append(facts, i)
		}
	}
	slices.SortStableFunc(facts, func(i, k int) int { return cmp.Compare(found[i].Utterance, found[k].Utterance) }) // those of claims first
	out := slices.Clone(found)
	told := make([]bool, len(found))
	for i := range found {
		f := &found[i]
		if f.Verdict != kind.Agree || !f.Kind.OfValues() {
			continue
		}
		for _, k := range facts {
			if with, all := holding(out[k].Evidence, f.Evidence); all {
				if out[k].Utterance < 0 {
					out[k].Evidence = with
				}
				told[i] = true
				break
			}
		}
	}
	kept := out[:0]
	for i := range out {
		if !told[i] {
			kept = append(kept, out[i])
		}
	}
	return kept
}

// holding is passages with the values of others that stand in them, and whether all
// stand in one.
func holding(passages, values []kind.Evidence) (with []kind.Evidence, all bool) {
	with = slices.Clone(passages)
	for _, v := range values {
		at := slices.IndexFunc(with, func(p kind.Evidence) bool { return p.Article == v.Article && p.Span.Contains(shown(v)) })
		if at < 0 {
			return passages, false
		}
		with[at].Values = append(slices.Clip(with[at].Values), shown(v))
	}
	return with, true
}

// informative is how much a finding says and how surely: of two that hold the same
// clauses against each other, the one of the wider clauses in more articles
// comes first.
func informative(f kind.Finding) float64 {
	length := 0
	for _, e := range f.Evidence {
		length += e.Span.Len()
	}
	n := float64(max(1, len(f.Evidence)))
	return f.Confidence * (1 + 0.1*n) * math.Sqrt(min(float64(length)/n, amply))
}

// amply is the mean length in bytes from which clauses say no more by being
// longer.
const amply = 200

// repeats reports whether f says again what k says of the same story: they are of
// one kind and verdict, or both hold the same clauses against each other, or f
// holds clauses against each other of which k tells that they are quoted words.
func repeats(f, k *kind.Finding) bool {
	clauses := f.Claim >= 0 && f.Kind.OfClauses()
	switch {
	case clauses && k.Utterance >= 0:
	case f.Verdict != k.Verdict:
		return false
	case clauses && k.Claim >= 0 && k.Kind.OfClauses():
	case f.Kind != k.Kind:
		return false
	}
	if len(f.Evidence) == 0 {
		return true
	}
	several := slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool { return e.Article != f.Evidence[0].Article })
	met := -1 // the article in which evidence overlaps
	for _, a := range f.Evidence {
		if a.Article == met || !slices.ContainsFunc(k.Evidence, func(b kind.Evidence) bool {
			return a.Article == b.Article && half(a.Span, b.Span) && (f.Verdict == kind.Agree || k.Utterance >= 0 || half(shown(a), shown(b)))
		}) {
			continue
		}
		if !several || met >= 0 {
			return true
		}
		met = a.Article
	}
	return false
}

// shown is the words of a passage that carry what it says.
func shown(e kind.Evidence) article.Span {
	if e.Focus.Empty() {
		return e.Span
	}
	return e.Focus
}

// half reports whether two spans share at least half of the shorter one.
func half(a, b article.Span) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return shared > 0 && 2*shared >= min(a.Len(), b.Len())
}
