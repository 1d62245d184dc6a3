package compare

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lexicon"
)

// Rank gives findings of a report their fingerprints and severities and puts them
// in the order in which the story is told. Of several that say the same to the letter
// it keeps one.
func Rank(r *Report, found []kind.Finding, o Options) []Finding {
	kept := make([]Finding, 0, len(found))
	for _, f := range found {
		kept = append(kept, Finding{Finding: f, ID: fingerprint(r.Documents, f), Severity: o.severity(f)})
	}
	slices.SortFunc(kept, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(b.priority(), a.priority()))
	})
	kept = slices.CompactFunc(kept, func(a, b Finding) bool { return a.ID == b.ID })
	ranked := inOrder(r, kept)
	for i := range ranked {
		ranked[i].Rank = i + 1
	}
	return ranked
}

func severity(f kind.Finding) kind.Severity {
	switch f.Verdict {
	case kind.Conflict:
		return kind.Error
	case kind.Internal, kind.Differ:
		return kind.Warning
	}
	return kind.Note
}

// fingerprint identifies a finding by what it says (kind, verdict, subject, and
// each outlet's value), never by where that stands.
func fingerprint(documents []*extract.Document, f kind.Finding) string {
	parts := make([]string, 0, len(f.Evidence))
	for _, e := range f.Evidence {
		parts = append(parts, strings.TrimPrefix(normal(documents[e.Article].Article.Outlet), "the ")+"\x00"+normal(e.Value))
	}
	slices.Sort(parts)
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s", f.Kind, f.Verdict, normal(f.Subject), strings.Join(slices.Compact(parts), "\x00"))
	return "XR-" + hex.EncodeToString(h.Sum(nil))[:10]
}

// normal is a text as fingerprints see it: in small letters, with one blank between
// words and one word for all that put a number about right.
func normal(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, word := range words {
		if bounds.Of(word) == approximate && !justBelow.Has(word) {
			words[i] = approximate
		}
	}
	return strings.Join(words, " ")
}

// approximate is the bound of a number that is about right, and the word for it.
const approximate = "about"

var (
	bounds    = lexicon.NumberWords.Names("bounds before a number")
	justBelow = lexicon.NumberWords.Words("bounds that lie just below")
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
