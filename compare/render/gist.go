package render

import (
	"cmp"
	"slices"
	"strings"

	"xref/compare"
)

// gist is how the sides of a finding compare, in words: its summary without the
// subject that it begins with and without the values that it ends with, which
// stand beside it. It is empty where that is all, and where the verdict says it.
func gist(f *compare.Finding) string {
	text := strings.TrimSpace(strings.TrimPrefix(f.Summary, f.Subject))
	lead, tail, found := strings.Cut(text, ":")
	if found && onlyValues(tail, f) {
		text = strings.TrimSpace(lead)
	}
	if onlyValues(text, f) || slices.Contains(saidByVerdict, text) {
		return ""
	}
	return text
}

// saidByVerdict are summaries that say no more than kind and verdict do.
var saidByVerdict = []string{"the same"}

// onlyValues reports whether text is no more than values of a finding, or its
// subject, with punctuation between them.
func onlyValues(text string, f *compare.Finding) bool {
	values := []string{f.Subject}
	for _, e := range f.Evidence {
		if e.Value != "" {
			values = append(values, e.Value)
		}
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	for _, v := range slices.Compact(values) {
		text = strings.ReplaceAll(text, v, "")
	}
	return strings.Trim(text, " ,;:.") == ""
}
