package compare

import "xref/extract"

// Compare holds documents against each other. They must be in the order of
// their articles' ids, which must be unique.
func Compare(documents []*extract.Document) *Report {
	return &Report{Documents: documents}
}
