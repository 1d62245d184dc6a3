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
func Compare(documents []*extract.Document) *Report {
	r := &Report{Documents: documents}
	r.Stories = story.Group(documents)
	r.Origins = origin.Find(documents, r.Stories)
	var linked align.Linking
	r.Entities, linked = link(documents)
	claims := align.Claims(documents, r.Stories, linked)
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
	r.Findings = rank(documents, fold(found))
	r.Claims = settle(r, claims)
	return r
}
