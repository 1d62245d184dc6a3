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

// CompareWith is Compare as a reader sets it.
func CompareWith(o Options, documents []*extract.Document) *Report {
	s := scene(documents, o)
	r := &Report{Documents: documents, Stories: s.Stories, Origins: s.Origins, Entities: s.Entities, Utterances: s.Utterances}
	r.Findings = Rank(documents, fold(withoutCopies(o.without(kind.Find(s)), r.Origins)), o)
	r.Claims = settle(r, s.Claims)
	return r
}

// scene is all that kinds look at.
func scene(documents []*extract.Document, o Options) *kind.Scene {
	w := o.Weights
	if w == nil {
		w = align.Learned()
	}
	s := &kind.Scene{Documents: documents, Weights: o.Chances}
	together(func() {
		s.Stories = story.Group(documents)
		s.Origins = origin.Find(documents, s.Stories)
	}, func() {
		s.Entities, s.Linked = link(documents, o)
	})
	together(func() {
		s.Claims = align.Claims(documents, s.Stories, s.Linked, w)
	}, func() {
		s.Utterances = align.Utterances(documents, s.Stories, s.Linked)
	})
	return s
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

// Contrasts returns the claims that the weights w make, with the features of
// each, for learning how likely they agree and differ.
func Contrasts(documents []*extract.Document, w *align.Weights) ([]align.Claim, []kind.Contrast) {
	s := scene(documents, Options{Weights: w})
	return s.Claims, s.Contrasts()
}
