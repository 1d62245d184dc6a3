package render

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/fixtures"
)

// ownWords is what a line of few words begins with.
var ownWords = regexp.MustCompile(`^($|\d+ |\d+\. XR-|and \d|article |story |left out: |  at |  and \d|  that is: |  in: |  accepted by |  [a-z ,]+: |at |assertion )`)

// What few words tell of each report; no line of it begins with an article's words, and
// none grows with the article.
func TestBrief(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/brief")
	for _, r := range append(reports, reportCase{"demo", demo}) {
		report := r.make(t)
		p := NewParts(report, Options{})
		var b strings.Builder
		b.WriteString(p.BriefOpening())
		for i := range report.Findings {
			f := &report.Findings[i]
			b.WriteString(p.BriefFinding(f))
		}
		if len(report.Findings) > 0 {
			f := &report.Findings[0]
			b.WriteString("\n" + p.BriefHead(f))
			for _, e := range f.Evidence {
				b.WriteString(p.BriefPassage(e))
			}
		}
		for i, d := range report.Documents {
			for n := range min(3, len(d.Assertions)) {
				b.WriteString(p.BriefAssertion(i, n))
			}
		}
		golden.Equal(t, r.name+".txt", b.String())
		for _, l := range strings.Split(b.String(), "\n") {
			require.Equal(t, Plain(l), l, r.name)
			require.LessOrEqual(t, utf8.RuneCountInString(l), 2*briefParagraph)
			require.Regexp(t, ownWords, l)
		}
	}
	require.NotEmpty(t, BriefKind(kind.Kinds[0]))
}

// The parts are those of the JSON report.
func TestPartsAreOfTheReport(t *testing.T) {
	type asJSON struct{ Articles, Stories, Findings, Skipped []any }
	for _, r := range append(further, reportCase{"demo", demo}) {
		report := r.make(t)
		var b bytes.Buffer
		require.NoError(t, jsonReport.Write(&b, report, Options{}))
		var whole, parts asJSON
		require.NoError(t, json.Unmarshal(b.Bytes(), &whole))
		p := NewParts(report, Options{})
		made := struct {
			Articles, Stories, Findings, Skipped []any
		}{[]any{}, []any{}, []any{}, []any{}}
		for i := range report.Documents {
			made.Articles = append(made.Articles, p.Article(i))
		}
		for i := range report.Stories {
			made.Stories = append(made.Stories, p.Story(i))
		}
		for i := range report.Findings {
			f := &report.Findings[i]
			made.Findings = append(made.Findings, p.Finding(f, 0, len(f.Evidence)))
		}
		for _, s := range report.Skipped {
			made.Skipped = append(made.Skipped, p.Skipped(s))
		}
		data, err := json.Marshal(made)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &parts))
		require.Equal(t, whole, parts, r.name)
	}
}
