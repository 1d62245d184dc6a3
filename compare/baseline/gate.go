package baseline

import (
	"slices"

	"xref/compare"
	"xref/compare/kind"
)

// Gate is what a build fails on: findings of these verdicts that are at least so
// severe and that nothing accepts.
type Gate struct {
	Verdicts []kind.Verdict
	Least    kind.Severity // "" for any
}

// Severities are the severities from the least.
var Severities = []kind.Severity{kind.Note, kind.Warning, kind.Error}

// Fails reports whether a finding fails the build.
func (g Gate) Fails(f *compare.Finding) bool {
	return f.Accepted == nil && slices.Contains(g.Verdicts, f.Verdict) && AtLeast(f.Severity, g.Least)
}

// AtLeast reports whether a severity is at least another one.
func AtLeast(s, least kind.Severity) bool {
	return slices.Index(Severities, s) >= slices.Index(Severities, least)
}
