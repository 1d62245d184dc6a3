package compare

import (
	"xref/compare/align"
	"xref/compare/kind"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
)

// Compare holds documents against each other. They must be in the order of
// their articles' ids, which must be unique.
func Compare(documents []*extract.Document) *Report { return CompareBy(align.Learned(), documents) }

// CompareBy is Compare with other weights for the alignment, such as were
// learned without a case that is to be measured.
func CompareBy(w *align.Weights, documents []*extract.Document) *Report {
	r := &Report{Documents: documents}
	r.Stories = story.Group(documents)
	r.Origins = origin.Find(documents, r.Stories)
	var linked align.Linking
	r.Entities, linked = link(documents)
	claims := align.Claims(documents, r.Stories, linked, w)
	r.Utterances = align.Utterances(documents, r.Stories, linked)
	found := kind.Find(&kind.Scene{
		Documents:  documents,
		Stories:    r.Stories,
		Origins:    r.Origins,
		Claims:     claims,
		Utterances: r.Utterances,
		Entities:   r.Entities,
		Linked:     linked,
	})
	r.Findings = rank(documents, fold(withoutCopies(found, r.Origins)))
	r.Claims = settle(r, claims)
	return r
}

// Pairs returns the pairs of assertions of one story that the alignment
// compares, for learning its weights.
func Pairs(documents []*extract.Document) []align.Link {
	all := story.Story{}
	for i := range documents {
		all.Articles = append(all.Articles, i)
	}
	_, linked := link(documents)
	return align.Pairs(documents, all, linked)
}
