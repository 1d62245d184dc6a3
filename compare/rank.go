package compare

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/lexicon"
)

// Rank gives findings of a report their fingerprints and severities and puts them
// in the order in which the story is told. Of several of one story that say the same to
// the letter it keeps one; those of another story have fingerprints of their own.
func Rank(r *Report, found []kind.Finding, o Options) []Finding {
	ranked := inOrder(r, identified(r.Documents, found, o))
	for i := range ranked {
		ranked[i].Rank = i + 1
	}
	return ranked
}

// identified are the findings with their fingerprints and severities, in the order of
// those.
func identified(documents []*extract.Document, found []kind.Finding, o Options) []Finding {
	kept := make([]Finding, 0, len(found))
	for _, f := range found {
		kept = append(kept, Finding{Finding: f, ID: fingerprint(documents, f), Severity: o.severity(f)})
	}
	slices.SortFunc(kept, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Story, b.Story), cmp.Compare(b.priority(), a.priority()))
	})
	kept = slices.CompactFunc(kept, func(a, b Finding) bool { return a.ID == b.ID && a.Story == b.Story })
	for i := len(kept) - 1; i > 0; i-- {
		if kept[i].ID == kept[i-1].ID {
			kept[i].ID = fingerprintOfStory(documents, kept[i])
		}
	}
	return kept
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

// idDigits is how many digits an id has.
const idDigits = 10

// fingerprintOfStory identifies a finding of a story which another story has too, by the
// articles as well.
func fingerprintOfStory(documents []*extract.Document, f Finding) string {
	var articles []string
	for _, e := range f.Evidence {
		articles = append(articles, documents[e.Article].Article.ID)
	}
	slices.Sort(articles)
	h := sha256.Sum256([]byte(f.ID + "\x00" + strings.Join(slices.Compact(articles), "\x00")))
	return "XR-" + hex.EncodeToString(h[:])[:idDigits]
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
	return "XR-" + hex.EncodeToString(h.Sum(nil))[:idDigits]
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
