package render

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
)

// github is workflow commands that GitHub Actions shows as annotations of the
// lines that they name. It shows 10 of each level a step, in the order given.
var github = &Format{
	ID:    "github",
	Title: "annotations of a GitHub workflow",
	Mark:  beginsLike(`::(?:(?:error|warning|notice) file=[^\n]*,title=[^\n]* XR-[0-9a-f]+\n|warning title=Left out::)`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		var b bytes.Buffer
		l := newLocated(r, o)
		for _, s := range l.Skipped {
			b.WriteString("::warning title=" + githubProperty("Left out") + "::" + githubData(s.Path+": "+s.Reason) + "\n")
		}
		l.shown(func(f *compare.Finding) {
			if f.Verdict != kind.Agree && f.Accepted == nil && len(f.Evidence) > 0 {
				l.annotation(&b, f)
			}
		})
		_, err := w.Write(b.Bytes())
		return err
	},
}

var githubLevels = map[kind.Severity]string{kind.Error: "error", kind.Warning: "warning", kind.Note: "notice"}

// annotation writes a finding at its first piece of evidence.
func (l *located) annotation(b *bytes.Buffer, f *compare.Finding) {
	e := f.Evidence[0]
	b.WriteString("::" + githubLevels[f.Severity] + " file=" + githubProperty(l.path(e.Article)))
	if r, ok := l.region(e.Article, e.Span); ok {
		b.WriteString(",line=" + strconv.Itoa(r.line) + ",endLine=" + strconv.Itoa(r.endLine))
		if r.line == r.endLine {
			b.WriteString(",col=" + strconv.Itoa(r.column) + ",endColumn=" + strconv.Itoa(r.endColumn))
		}
	}
	b.WriteString(",title=" + githubProperty(headlineOf(f)) + "::" + githubData(l.sentenceWith(f, Plain, unlinked)+" "+f.ID) + "\n")
}

// githubData is untrusted text as the message of a workflow command: Plain, with
// what the runner takes for an escape escaped.
func githubData(s string) string { return githubDataEscapes.Replace(Plain(s)) }

var githubDataEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

// githubProperty is the same as the value of a property.
func githubProperty(s string) string { return githubPropertyEscapes.Replace(Plain(s)) }

var githubPropertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
