package api

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/render"
)

// How many items a page has where nobody says, how many passages of a finding stand in
// a list of findings, and how many articles and stories an answer names.
const (
	usualFindings   = 20
	usualPassages   = 10
	usualAssertions = 30
	fewPassages     = 6
	mostNamed       = 50
	mostNotes       = 20
)

// About is what an answer says of the articles that it is about. Articles, stories and
// what was left out stand on the first page alone, and no more of them than an answer
// has room for; the counts are of all.
type About struct {
	Schema       string   `json:"schema"`
	Set          string   `json:"set"`
	Articles     []any    `json:"articles"`
	ArticleCount int      `json:"articleCount"`
	Skipped      []any    `json:"skipped"`
	SkippedCount int      `json:"skippedCount"`
	Notes        []string `json:"notes"`
}

// Listed is a finding in a list, with its first passages and how many there are.
type Listed struct {
	Finding  any `json:"finding"`
	Passages int `json:"passages"`
}

// CompareAnswer is a page of the findings that were asked for.
type CompareAnswer struct {
	About
	Stories    []any             `json:"stories"`
	StoryCount int               `json:"storyCount"`
	Limited    []any             `json:"limited"`
	Verdicts   map[string]int    `json:"verdicts"` // findings of the report by verdict
	Matching   int               `json:"matching"` // findings that fit the request
	Findings   []json.RawMessage `json:"findings"` // each a Listed
	NextCursor string            `json:"nextCursor,omitempty"`
	Text       string            `json:"-"` // the answer in few words
}

// FindingAnswer is a finding with a page of its passages, each with what it stands in.
type FindingAnswer struct {
	Schema     string            `json:"schema"`
	Set        string            `json:"set"`
	Finding    any               `json:"finding"`
	Passages   int               `json:"passages"`
	Contexts   []json.RawMessage `json:"contexts"` // of the finding's evidence on this page
	NextCursor string            `json:"nextCursor,omitempty"`
	Text       string            `json:"-"`
}

// ExtractAnswer is a page of assertions.
type ExtractAnswer struct {
	About
	Total      int               `json:"total"`
	Assertions []json.RawMessage `json:"assertions"`
	NextCursor string            `json:"nextCursor,omitempty"`
	Text       string            `json:"-"`
}

// KindsAnswer is kinds of differences.
type KindsAnswer struct {
	Schema string `json:"schema"`
	Kinds  any    `json:"kinds"`
	Text   string `json:"-"`
}

// about is what an answer says of a set, on its first page in full.
func (of *set) about(first bool, parts *render.Parts, skipped []compare.Skipped) About {
	a := About{
		Schema: SchemaID, Set: of.id, Articles: []any{}, ArticleCount: len(of.Documents),
		Skipped: []any{}, SkippedCount: len(skipped), Notes: []string{},
	}
	if !first {
		return a
	}
	for i := range of.Documents[:min(len(of.Documents), mostNamed)] {
		a.Articles = append(a.Articles, parts.Article(i))
	}
	for _, s := range skipped[:min(len(skipped), mostNamed)] {
		a.Skipped = append(a.Skipped, parts.Skipped(s))
	}
	for _, n := range of.Notes[:min(len(of.Notes), mostNotes)] {
		a.Notes = append(a.Notes, render.Plain(n))
	}
	return a
}

// Compare answers what differs between articles, and on what they agree.
func (s *Service) Compare(ctx context.Context, r CompareRequest, told Told) (*CompareAnswer, error) {
	of, err := s.asked(ctx, r.Set, r.Articles, told)
	if err != nil {
		return nil, err
	}
	c, err := s.compared(ctx, of)
	if err != nil {
		return nil, err
	}
	wanted, err := r.selection(c.Report)
	if err != nil {
		return nil, err
	}
	first := r.Cursor == ""
	a := &CompareAnswer{
		About: of.about(first, c.parts, c.Skipped), Stories: []any{}, StoryCount: len(c.Stories), Limited: []any{},
		Verdicts: map[string]int{},
	}
	var b strings.Builder
	if first {
		for i := range c.Stories[:min(len(c.Stories), mostNamed)] {
			a.Stories = append(a.Stories, c.parts.Story(i))
		}
		for _, l := range c.Limited[:min(len(c.Limited), mostNamed)] {
			a.Limited = append(a.Limited, c.parts.Skipped(l))
		}
		b.WriteString(c.parts.BriefOpening())
	}
	for _, v := range kind.Verdicts {
		a.Verdicts[string(v)] = 0
	}
	var matching []*compare.Finding
	for i := range c.Findings {
		f := &c.Findings[i]
		a.Verdicts[string(f.Verdict)]++
		if wanted.Takes(f) {
			matching = append(matching, f)
		}
	}
	a.Matching = len(matching)
	a.Findings, a.NextCursor, err = r.paged(len(matching), usualFindings, &b, func(i int) (any, string) {
		f := matching[i]
		return Listed{c.parts.Finding(f, 0, min(len(f.Evidence), fewPassages)), len(f.Evidence)}, c.parts.BriefFinding(f)
	})
	fmt.Fprintf(&b, "%d of %d findings shown; set %s", len(a.Findings), a.Matching, a.Set)
	a.Text = b.String() + more(a.NextCursor)
	return a, err
}

// more tells how the next page is asked for.
func more(cursor string) string {
	if cursor == "" {
		return ".\n"
	}
	return "; for more, ask with this set and cursor " + cursor + ".\n"
}

// selection is which findings the request is for.
func (r CompareRequest) selection(report *compare.Report) (compare.Selection, error) {
	wanted := compare.Selection{Confidence: r.MinConfidence}
	kinds, err := kindsNamed(r.Kinds)
	if err != nil {
		return wanted, err
	}
	if len(r.Kinds) > 0 {
		for _, k := range kinds {
			wanted.Kinds = append(wanted.Kinds, k.ID)
		}
	}
	for _, v := range r.Verdicts {
		if !slices.Contains(kind.Verdicts, kind.Verdict(v)) {
			return wanted, wrong(Invalid, "there is no verdict %q; it is one of %s", v, joined(kind.Verdicts))
		}
		wanted.Verdicts = append(wanted.Verdicts, kind.Verdict(v))
	}
	if r.Story != "" {
		n, err := strconv.Atoi(strings.TrimPrefix(strings.ToUpper(r.Story), "S"))
		if err != nil || n < 1 || n > len(report.Stories) {
			return wanted, wrong(NotFound, "there is no story %q; there are S1 to S%d", r.Story, len(report.Stories))
		}
		wanted.Stories = []int{n - 1}
	}
	return wanted, nil
}

func joined[S ~string](all []S) string {
	var out []string
	for _, s := range all {
		out = append(out, string(s))
	}
	return strings.Join(out, ", ")
}

// kindsNamed are the kinds of these ids, or all where none is named.
func kindsNamed(ids []string) ([]*kind.Kind, error) {
	if len(ids) == 0 {
		return kind.Kinds, nil
	}
	var out []*kind.Kind
	for _, id := range ids {
		at := slices.IndexFunc(kind.Kinds, func(k *kind.Kind) bool { return string(k.ID) == id })
		if at < 0 {
			return nil, wrong(Invalid, "there is no kind %q; the tool kinds lists them", id)
		}
		out = append(out, kind.Kinds[at])
	}
	return out, nil
}

// Finding answers with one finding of a set, and its passages in context.
func (s *Service) Finding(ctx context.Context, r FindingRequest) (*FindingAnswer, error) {
	of, err := s.sets.get(r.Set)
	if err != nil {
		return nil, err
	}
	c, err := s.compared(ctx, of)
	if err != nil {
		return nil, err
	}
	f, err := c.Find(r.ID)
	if err != nil {
		return nil, wrong(NotFound, "%s", err)
	}
	from, err := r.start()
	if err != nil {
		return nil, err
	}
	if from >= len(f.Evidence) {
		return nil, wrong(Invalid, "the finding has no passages after the cursor")
	}
	a := &FindingAnswer{Schema: SchemaID, Set: of.id, Passages: len(f.Evidence)}
	var b strings.Builder
	a.Contexts, a.NextCursor, err = r.paged(len(f.Evidence), usualPassages, &b, func(i int) (any, string) {
		return c.parts.Context(f.Evidence[i]), c.parts.BriefPassage(f.Evidence[i])
	})
	a.Finding = c.parts.Finding(f, from, from+len(a.Contexts))
	a.Text = c.parts.BriefHead(f) + b.String()
	if a.NextCursor != "" {
		a.Text += fmt.Sprintf("%d of %d passages shown", len(a.Contexts), a.Passages) + more(a.NextCursor)
	}
	return a, err
}

// Extract answers what articles assert.
func (s *Service) Extract(ctx context.Context, r ExtractRequest, told Told) (*ExtractAnswer, error) {
	of, err := s.asked(ctx, r.Set, r.Articles, told)
	if err != nil {
		return nil, err
	}
	type place struct{ document, assertion int }
	var all []place
	found := false
	for d, document := range of.Documents {
		if r.Article != "" && document.Article.ID != r.Article {
			continue
		}
		found = true
		for i := range document.Assertions {
			all = append(all, place{d, i})
		}
	}
	if !found {
		return nil, wrong(NotFound, "there is no article %q in the set", r.Article)
	}
	a := &ExtractAnswer{About: of.about(r.Cursor == "", of.parts, of.Skipped), Total: len(all)}
	var b strings.Builder
	a.Assertions, a.NextCursor, err = r.paged(len(all), usualAssertions, &b, func(i int) (any, string) {
		p := all[i]
		return of.parts.Assertion(p.document, p.assertion, false), of.parts.BriefAssertion(p.document, p.assertion)
	})
	fmt.Fprintf(&b, "%d of %d assertions shown; set %s", len(a.Assertions), a.Total, a.Set)
	a.Text = b.String() + more(a.NextCursor)
	return a, err
}

// Kinds answers what kinds of differences there are.
func (s *Service) Kinds(r KindsRequest) (*KindsAnswer, error) {
	kinds, err := kindsNamed(r.Kinds)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for _, k := range kinds {
		b.WriteString(render.BriefKind(k))
	}
	return &KindsAnswer{SchemaID, render.Kinds(kinds), b.String()}, nil
}
