package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"xref/compare/kind"
)

// Find finds a finding by its id, by a beginning that no other has, or by its rank.
func (r *Report) Find(id string) (*Finding, error) {
	if rank, err := strconv.Atoi(id); err == nil {
		if rank < 1 || rank > len(r.Findings) {
			return nil, fmt.Errorf("there is no finding of rank %d: the report has %d", rank, len(r.Findings))
		}
		return &r.Findings[rank-1], nil
	}
	var found *Finding
	for i := range r.Findings {
		f := &r.Findings[i]
		if strings.EqualFold(f.ID, id) {
			return f, nil
		}
		if len(id) > len("XR-") && len(id) < len(f.ID) && strings.EqualFold(f.ID[:len(id)], id) {
			if found != nil {
				return nil, fmt.Errorf("%q is the beginning of %s and %s", id, found.ID, f.ID)
			}
			found = f
		}
	}
	if found == nil {
		return nil, fmt.Errorf("there is no finding %q in the report of these articles", id)
	}
	return found, nil
}

// Selection is which findings a reader wants; of an empty list, all.
type Selection struct {
	Kinds      []kind.ID
	Verdicts   []kind.Verdict
	Stories    []int // places in the report
	Confidence float64
}

// Takes reports whether a finding is among them.
func (s Selection) Takes(f *Finding) bool {
	return (len(s.Kinds) == 0 || slices.Contains(s.Kinds, f.Kind)) &&
		(len(s.Verdicts) == 0 || slices.Contains(s.Verdicts, f.Verdict)) &&
		(len(s.Stories) == 0 || slices.Contains(s.Stories, f.Story)) &&
		f.Confidence >= s.Confidence
}
