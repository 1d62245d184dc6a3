// Package baseline tells which findings of a report are accepted: known from an
// earlier run, or waived with a reason.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
)

// Schema names the form of a baseline file.
const Schema = "xref.baseline/v1"

// Baseline is the findings that were there when it was written, by their ids. Of
// makes it from a report, Read from a file.
type Baseline struct {
	Schema   string  `json:"schema"`
	Findings []Known `json:"findings"`
}

// Known is a finding as a baseline remembers it: what it says and who says what,
// and no positions.
type Known struct {
	ID      string       `json:"id"`
	Kind    kind.ID      `json:"kind"`
	Verdict kind.Verdict `json:"verdict"`
	Subject string       `json:"subject"`
	Values  []Value      `json:"values"`
}

// Value is what an outlet gives in a finding.
type Value struct {
	Outlet string `json:"outlet"`
	Value  string `json:"value"`
}

// Of is the findings of a report that ask to be looked at and that no waiver
// accepts.
func Of(r *compare.Report) Baseline {
	b := Baseline{Schema, []Known{}}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Verdict == kind.Agree || f.Accepted != nil && f.Accepted.By == ByWaiver {
			continue
		}
		b.Findings = append(b.Findings, KnownOf(r, f))
	}
	slices.SortFunc(b.Findings, func(x, y Known) int { return cmp.Compare(x.ID, y.ID) })
	return b
}

// KnownOf is a finding of a report as a baseline remembers it.
func KnownOf(r *compare.Report, f *compare.Finding) Known {
	k := Known{f.ID, f.Kind, f.Verdict, f.Subject, []Value{}}
	for _, e := range f.Evidence {
		v := Value{r.Documents[e.Article].Article.Outlet, e.Value}
		if !slices.Contains(k.Values, v) {
			k.Values = append(k.Values, v)
		}
	}
	slices.SortFunc(k.Values, func(a, b Value) int { return cmp.Or(cmp.Compare(a.Outlet, b.Outlet), cmp.Compare(a.Value, b.Value)) })
	return k
}

// says is what a finding says whatever it is called: the outlets and their values.
func (k Known) says() string {
	parts := []string{string(k.Kind), string(k.Verdict)}
	for _, v := range k.Values {
		parts = append(parts, v.Outlet+"\x01"+normal(v.Value))
	}
	slices.Sort(parts[2:])
	return strings.Join(parts, "\x00")
}

func normal(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Match finds each finding of a report in the baseline: by its id, by what it says where
// only its subject is put otherwise, or as one that outlets which agree with another have
// joined or left. It returns the places of the
// findings that are known, and those of the baseline that no finding is any more.
func (b Baseline) Match(r *compare.Report) (accepted map[int]bool, gone []Known) {
	accepted = map[int]bool{}
	used := make([]bool, len(b.Findings))
	for place, at := range b.pairs(r) {
		accepted[place], used[at] = true, true
	}
	for i, k := range b.Findings {
		if !used[i] {
			gone = append(gone, k)
		}
	}
	return accepted, gone
}

// pairs is where in the baseline each finding of a report is that is known, by the
// finding's place.
func (b Baseline) pairs(r *compare.Report) map[int]int {
	byID, bySaying := map[string]int{}, map[string][]int{}
	for i, k := range b.Findings {
		byID[k.ID] = i
	}
	pairs := map[int]int{}
	used := make([]bool, len(b.Findings))
	for i := range r.Findings {
		if at, ok := byID[r.Findings[i].ID]; ok && !used[at] {
			pairs[i], used[at] = at, true
		}
	}
	for i, k := range b.Findings {
		if !used[i] {
			bySaying[k.says()] = append(bySaying[k.says()], i)
		}
	}
	for i := range r.Findings {
		if _, ok := pairs[i]; ok {
			continue
		}
		says := KnownOf(r, &r.Findings[i]).says()
		if left := bySaying[says]; len(left) > 0 {
			pairs[i], used[left[0]] = left[0], true
			bySaying[says] = left[1:]
		}
	}
	b.pairJoined(r, pairs, used)
	return pairs
}

// pairJoined adds the findings that a known one has become because outlets that say what
// another one says have joined it or left it: those that only one known finding can have
// become, which became no other.
func (b Baseline) pairJoined(r *compare.Report, pairs map[int]int, used []bool) {
	from := map[int][]int{} // of findings, what they may have been
	into := map[int][]int{} // of known ones, what they may have become
	for i := range r.Findings {
		if _, ok := pairs[i]; ok {
			continue
		}
		now := KnownOf(r, &r.Findings[i])
		for at, then := range b.Findings {
			if !used[at] && (now.joins(then) || then.joins(now)) {
				from[i], into[at] = append(from[i], at), append(into[at], i)
			}
		}
	}
	for i, of := range from {
		if len(of) == 1 && len(into[of[0]]) == 1 {
			pairs[i] = of[0]
		}
	}
}

// joins reports whether a finding says what another says, with more outlets of which each
// gives a value that the other has.
func (k Known) joins(o Known) bool {
	if k.Kind != o.Kind || k.Verdict != o.Verdict || len(o.Values) == 0 || inCommon(o.Values, k.Values) < len(o.Values) {
		return false
	}
	for _, v := range k.Values {
		if !slices.ContainsFunc(o.Values, func(w Value) bool { return normal(w.Value) == normal(v.Value) }) {
			return false
		}
	}
	return true
}

// Without is the baseline less those findings.
func (b Baseline) Without(gone []Known) Baseline {
	out := Baseline{Schema, []Known{}}
	for _, k := range b.Findings {
		if !slices.ContainsFunc(gone, func(g Known) bool { return g.ID == k.ID }) {
			out.Findings = append(out.Findings, k)
		}
	}
	return out
}

// Parse reads a baseline that was written as JSON.
func Parse(data []byte) (Baseline, error) {
	var b Baseline
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&b); err != nil {
		return Baseline{}, fmt.Errorf("no baseline: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Baseline{}, errors.New("no baseline: something follows it")
	}
	if b.Schema != Schema {
		return Baseline{}, fmt.Errorf("no baseline of the form %s, but %q", Schema, b.Schema)
	}
	return b, nil
}

// Read reads the baseline in a file. Where there is none the error is fs.ErrNotExist.
func Read(path string) (Baseline, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Baseline{}, fmt.Errorf("%s: %w; “xref baseline write” makes one", path, fs.ErrNotExist)
	}
	if err != nil {
		return Baseline{}, err
	}
	b, err := Parse(data)
	if err != nil {
		return Baseline{}, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}
