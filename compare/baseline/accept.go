package baseline

import (
	"slices"

	"xref/compare"
	"xref/compare/kind"
)

// What accepts a finding, as its Acceptance says.
const (
	ByBaseline = "baseline"
	ByWaiver   = "waiver"
)

// Note is something about a waiver that its owner should know. Line counts from 1.
type Note struct {
	Path    string
	Line    int
	Message string
}

// Accept is the report with the findings marked that the baseline knows or a
// waiver accepts on a day (2006-01-02), waivers first. Expired waivers accept
// nothing; those and the ones that fit no finding are noted, in the order of the
// file.
func Accept(r *compare.Report, b Baseline, w Waivers, today string) (*compare.Report, []Note) {
	marked := *r
	marked.Findings = slices.Clone(r.Findings)
	known, _ := b.Match(r)
	for i := range marked.Findings {
		if known[i] {
			marked.Findings[i].Accepted = &compare.Acceptance{By: ByBaseline}
		}
	}
	var notes []Note
	for i := range w.List {
		waiver := &w.List[i]
		fits := 0
		for j := range marked.Findings {
			f := &marked.Findings[j]
			if !waiver.fits(f) {
				continue
			}
			fits++
			if !waiver.expired(today) && (f.Accepted == nil || f.Accepted.By == ByBaseline) {
				f.Accepted = &compare.Acceptance{By: ByWaiver, Reason: waiver.Reason, Who: waiver.Who, Until: waiver.Until}
			}
		}
		switch {
		case fits == 0:
			notes = append(notes, Note{w.Path, waiver.Line, "the waiver " + waiver.what() + " fits no finding; it can go"})
		case waiver.expired(today):
			notes = append(notes, Note{w.Path, waiver.Line, "the waiver " + waiver.what() + " expired on " + waiver.Until + ": what it fits counts again (" + waiver.Reason + ")"})
		}
	}
	return &marked, notes
}

// NewOnly is the report with the findings alone that ask to be looked at and that
// nothing accepts, ranked from 1.
func NewOnly(r *compare.Report) *compare.Report {
	chosen := *r
	chosen.Findings = nil
	for _, f := range r.Findings {
		if f.Accepted == nil && f.Verdict != kind.Agree {
			f.Rank = len(chosen.Findings) + 1
			chosen.Findings = append(chosen.Findings, f)
		}
	}
	return &chosen
}
