package compare

import (
	"sync"

	"xref/compare/align"
	"xref/compare/kind"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
)

// Compare holds documents against each other. They must be in the order of
// their articles' ids, which must be unique.
func Compare(documents []*extract.Document) *Report { return CompareWith(Options{}, documents) }

// CompareBy is Compare with other weights for the alignment, such as were
// learned without a case that is to be measured.
func CompareBy(w *align.Weights, documents []*extract.Document) *Report {
	return CompareWith(Options{Weights: w}, documents)
}

// CompareWith is Compare as a reader sets it.
func CompareWith(o Options, documents []*extract.Document) *Report {
	w := o.Weights
	if w == nil {
		w = align.Learned()
	}
	r := &Report{Documents: documents}
	var linked align.Linking
	together(func() {
		r.Stories = story.Group(documents)
		r.Origins = origin.Find(documents, r.Stories)
	}, func() {
		r.Entities, linked = link(documents, o)
	})
	var claims []align.Claim
	together(func() {
		claims = align.Claims(documents, r.Stories, linked, w)
	}, func() {
		r.Utterances = align.Utterances(documents, r.Stories, linked)
	})
	found := kind.Find(&kind.Scene{
		Documents:  documents,
		Stories:    r.Stories,
		Origins:    r.Origins,
		Claims:     claims,
		Utterances: r.Utterances,
		Entities:   r.Entities,
		Linked:     linked,
	})
	r.Findings = Rank(documents, fold(withoutCopies(o.without(found), r.Origins)), o)
	r.Claims = settle(r, claims)
	return r
}

// together does things that don't depend on each other at one time.
func together(things ...func()) {
	var done sync.WaitGroup
	for _, thing := range things {
		done.Go(thing)
	}
	done.Wait()
}

// Pairs returns the pairs of assertions of one story that the alignment
// compares, for learning its weights.
func Pairs(documents []*extract.Document) []align.Link {
	all := story.Story{}
	for i := range documents {
		all.Articles = append(all.Articles, i)
	}
	_, linked := link(documents, Options{})
	return align.Pairs(documents, all, linked)
}
