package render

import (
	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
)

// Parts is a report in pieces, for programs that answer with some of it at a time: as
// values that become the JSON of the report's schema, and in few words (brief.go).
// Making and asking it changes nothing, so that several can ask at once.
type Parts struct{ *jsonWriter }

// NewParts are the parts of a report.
func NewParts(r *compare.Report, o Options) *Parts {
	return &Parts{newJSONWriter(r, o)}
}

// Article is the article at a place of the report.
func (p *Parts) Article(i int) any { return p.articleJSON(i) }

// Story is the story at a place of the report.
func (p *Parts) Story(i int) any {
	return storyJSON{storyID(i), p.Stories[i].Label, p.ids(p.Stories[i].Articles)}
}

// Skipped is an input that was left out, or that went beyond a bound.
func (p *Parts) Skipped(s compare.Skipped) any { return skippedJSON{Path: s.Path, Reason: s.Reason} }

// Finding is a finding of the report with its passages from one place to another.
func (p *Parts) Finding(f *compare.Finding, from, to int) any {
	out := p.finding(f)
	out.Evidence = out.Evidence[from:to]
	return out
}

// contextJSON is what a passage stands in.
type contextJSON struct {
	Article string `json:"article"`
	Path    string `json:"path"`
	spanJSON
	Before bool `json:"before"`
	After  bool `json:"after"`
}

// Context is the paragraph of a piece of evidence, or of a long one the sentences
// around it; before and after tell whether the paragraph has more.
func (p *Parts) Context(e kind.Evidence) any {
	context, before, after := contextOf(p.Documents[e.Article], e.Span)
	return contextJSON{p.id(e.Article), p.article(e.Article).Path, p.span(e.Article, context), before, after}
}

// Assertion is an assertion of a document of the report; explain adds the rules that
// made it.
func (p *Parts) Assertion(i, assertion int, explain bool) any {
	return newAssertionJSON(p.Documents[i], assertion, p.lines[i], explain)
}

// kindJSON is a kind in JSON.
type kindJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Meaning string `json:"meaning"`
	Example string `json:"example"`
}

// Kinds are kinds of differences as values for JSON.
func Kinds(of []*kind.Kind) any {
	out := []kindJSON{}
	for _, k := range of {
		out = append(out, kindJSON{string(k.ID), k.Title, k.Meaning, k.Example})
	}
	return out
}

// ReportOf is a report that holds documents alone, for what is told of each by itself.
func ReportOf(documents []*extract.Document) *compare.Report {
	return &compare.Report{Documents: documents}
}
