package render

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// located is a view that leads to passages in the articles' files, for programs
// that show a finding where it stands.
type located struct {
	*view
	lines []*article.Lines
}

func newLocated(r *compare.Report, o Options) *located {
	l := &located{view: newView(r, o, nil)}
	for _, d := range r.Documents {
		l.lines = append(l.lines, article.NewLines(d.Article.Text))
	}
	return l
}

// region is lines and columns of a file, both from 1, columns in characters; the
// end is exclusive.
type region struct{ line, column, endLine, endColumn int }

// region is where a span stands in the file of article i; false where the text was
// extracted from the file and has other lines.
func (l *located) region(i int, s article.Span) (region, bool) {
	var r region
	if l.article(i).Extracted {
		return r, false
	}
	r.line, r.column = l.lines[i].Position(s.Start)
	r.endLine, r.endColumn = l.lines[i].Position(s.End)
	return r, true
}

// place is a path with line and column, as compilers print it.
func (l *located) place(i int, s article.Span) string {
	r, ok := l.region(i, s)
	if !ok {
		return l.path(i)
	}
	return l.path(i) + ":" + strconv.Itoa(r.line) + ":" + strconv.Itoa(r.column)
}

// path is where article i was read from, with slashes and clean.
func (l *located) path(i int) string {
	if p := l.article(i).Path; p != "-" {
		return Plain(filepath.ToSlash(p))
	}
	return "stdin"
}

// uri is the same as a URI reference (RFC 3986), absolute where the path is.
func (l *located) uri(i int) string {
	p := l.article(i).Path
	if p == "-" {
		p = "stdin"
	}
	u := url.URL{Path: filepath.ToSlash(p)}
	if filepath.IsAbs(p) {
		u.Scheme, u.Path = "file", "/"+strings.TrimPrefix(u.Path, "/")
	}
	return u.String()
}

// shown calls do with the findings of the stories shown, by rank.
func (v *view) shown(do func(*compare.Finding)) {
	for i := range v.Findings {
		if f := &v.Findings[i]; v.shows(f.Story) {
			do(f)
		}
	}
}

// The most that a message tells: outlets, and characters of what one says.
const (
	mostTold    = 8
	longestTold = 160
)

// headlineOf names a finding in a few words.
func headlineOf(f *compare.Finding) string {
	return Plain(string(f.Kind) + ", " + string(f.Verdict) + ": " + shortened(f.Subject))
}

// side is what an article says in a finding, and the first piece of evidence
// that gives it.
type side struct {
	evidence int
	text     string
}

// sides is every value of every article once, in the order of the evidence.
func sides(f *compare.Finding) []side {
	type said struct {
		article int
		value   string
	}
	seen := map[said]bool{}
	var out []side
	for i, e := range f.Evidence {
		if key := (said{e.Article, e.Value}); !seen[key] {
			seen[key] = true
			out = append(out, side{i, e.Value})
		}
	}
	return out
}

// unlinked is the label of a piece of evidence by itself.
func unlinked(_ int, label string) string { return label }

// shortened is text of at most longestTold characters.
func shortened(text string) string { return clipped(text, longestTold) }

// clipped is text of at most so many characters, and a sign where there are more.
func clipped(text string, most int) string {
	n := 0
	for at := range text {
		if n++; n > most {
			return text[:at] + leftOut
		}
	}
	return text
}

// acceptedText is why a finding is accepted, in one clean line; "" where it counts.
func acceptedText(a *compare.Acceptance) string {
	if a == nil {
		return ""
	}
	text := "accepted by the " + a.By
	if a.Reason != "" {
		text += ": " + a.Reason
	}
	if a.Who != "" {
		text += " (" + a.Who + ")"
	}
	if a.Until != "" {
		text += ", until " + a.Until
	}
	return Plain(text)
}

// fails reports whether a finding counts as a failure: one that isn't accepted and
// that the gate names, or where none is named one that is no agreement.
func (v *view) fails(f *compare.Finding) bool {
	if f.Accepted != nil {
		return false
	}
	if v.options.Fails == nil {
		return f.Verdict != kind.Agree
	}
	return v.options.Fails(f)
}
