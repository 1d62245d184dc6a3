package render

import (
	"io"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// rdjson is Reviewdog's diagnostic format, a DiagnosticResult.
var rdjson = &Format{
	ID:      "rdjson",
	Title:   "reviewdog's diagnostics, for comments on pull requests",
	Endings: []string{".rdjson"},
	Mark:    beginsLike(`\{\s*"source":\s*\{\s*"name":\s*"xref"`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		return writeJSON(w, diagnosticsOf(newLocated(r, o)), "  ")
	},
}

type rdResult struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
}

type rdDiagnostic struct {
	Message  string      `json:"message"`
	Location rdLocation  `json:"location"`
	Severity string      `json:"severity"`
	Code     rdCode      `json:"code"`
	Related  []rdRelated `json:"related_locations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// rdPosition counts from 1, columns in bytes of UTF-8.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

var rdSeverities = map[kind.Severity]string{kind.Error: "ERROR", kind.Warning: "WARNING", kind.Note: "INFO"}

// diagnosticsOf is the findings that ask to be looked at: agreements and what is
// accepted are nothing to comment on.
func diagnosticsOf(l *located) rdResult {
	out := rdResult{rdSource{"xref"}, []rdDiagnostic{}}
	l.shown(func(f *compare.Finding) {
		if f.Verdict == kind.Agree || f.Accepted != nil || len(f.Evidence) == 0 {
			return
		}
		d := rdDiagnostic{
			Message:  string(f.Verdict) + ": " + l.sentenceWith(f, commentText, unlinked) + " " + f.ID,
			Location: l.rdLocation(f.Evidence[0].Article, f.Evidence[0].Span), Severity: rdSeverities[f.Severity], Code: rdCode{string(f.Kind)},
		}
		for _, e := range f.Evidence[1:] {
			d.Related = append(d.Related, rdRelated{commentText(l.labels[e.Article] + ": " + shortened(e.Value)), l.rdLocation(e.Article, e.Span)})
		}
		out.Diagnostics = append(out.Diagnostics, d)
	})
	return out
}

func (l *located) rdLocation(i int, s article.Span) rdLocation {
	at := rdLocation{Path: l.path(i)}
	if r, ok := l.region(i, s); ok {
		at.Range = &rdRange{l.rdPosition(i, r.line, s.Start), l.rdPosition(i, r.endLine, s.End)}
	}
	return at
}

// rdPosition is the place of the byte at offset, which is on that line.
func (l *located) rdPosition(i, line, offset int) rdPosition {
	return rdPosition{line, offset - l.lines[i].Start(line) + 1}
}

// commentText is untrusted text in a comment that a review tool posts: as in
// Markdown.
func commentText(s string) string { return markdownText(s) }
