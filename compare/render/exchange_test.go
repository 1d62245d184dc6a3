package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/fixtures"
)

// exchanged are the formats that other programs read, with the names of their
// golden files and how a person reads them.
var exchanged = []struct {
	name   string
	format *Format
	plain  func(t *testing.T, written []byte) string
}{
	{"findings.jsonl", jsonLines, asWritten},
	{"evidence.csv", commaSeparated, asWritten},
	{"workbook.txt", workbook, workbookText},
	{"annotations.jsonld", webAnnotation, asWritten},
	{"findings.sarif", sarif, asWritten},
	{"findings.xml", junit, asWritten},
	{"github.txt", github, asWritten},
	{"lines.txt", lines, asWritten},
	{"github-summary.md", githubSummary, asWritten},
	{"findings.rdjson", rdjson, asWritten},
}

// What is accepted says so in the formats for people too.
func TestAcceptedInTables(t *testing.T) {
	for _, f := range []*Format{table, markdown} {
		out := string(written(t, f, accepted(t), Options{Width: 500}))
		require.Contains(t, out, "(2 accepted)", f.ID)
		require.Contains(t, out, "accepted by the baseline", f.ID)
		require.Contains(t, out, "settled by the desk (ines), until", f.ID)
	}
}

func asWritten(_ *testing.T, written []byte) string { return string(written) }

// workbookText is what a spreadsheet program sees: each cell with its type and its
// formula, where it has one.
func workbookText(t *testing.T, written []byte) string {
	var b strings.Builder
	f := openWorkbook(t, written)
	for _, name := range f.GetSheetList() {
		fmt.Fprintln(&b, "==", name)
		rows, err := f.GetRows(name)
		require.NoError(t, err)
		for _, row := range rows {
			fmt.Fprintln(&b, strings.Join(row, " | "))
		}
	}
	return b.String()
}

func openWorkbook(t *testing.T, written []byte) *excelize.File {
	f, err := excelize.OpenReader(bytes.NewReader(written))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

// further are reports beside those that all formats are set for: one with
// accepted findings and articles that were taken out of pages.
var further = append(slices.Clone(reports), reportCase{"accepted", accepted})

func accepted(t testing.TB) *compare.Report {
	r := bridge(t)
	r.Findings[0].Accepted = &compare.Acceptance{By: "waiver", Reason: "settled by the desk", Who: "ines", Until: "2026-12-31"}
	r.Findings[1].Accepted = &compare.Acceptance{By: "baseline"}
	for i, address := range []string{"https://beacon.example/bridge", ""} {
		page := *r.Documents[i].Article
		page.Extracted, page.URL, page.Path = true, address, "/srv/pages: saved/"+page.ID+"é.html"
		r.Documents[i].Article = &page
	}
	r.Documents[2].Article.Path = "-"
	return r
}

func written(t *testing.T, f *Format, r *compare.Report, o Options) []byte {
	var b bytes.Buffer
	require.NoError(t, f.Write(&b, r, o))
	return b.Bytes()
}

func TestExchangedFormats(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/exchanged")
	for _, r := range further {
		for _, e := range exchanged {
			t.Run(r.name+"/"+e.name, func(t *testing.T) {
				out := written(t, e.format, r.make(t), Options{Version: "v1.2.3"})
				require.Equal(t, out, written(t, e.format, r.make(t), Options{Version: "v1.2.3"}), "another run gives other bytes")
				golden.Equal(t, r.name+"/"+e.name, e.plain(t, out))
			})
		}
	}
}

// Every format is tried either here, among the settings of tables or as a page.
func TestNoFormatGoesUntried(t *testing.T) {
	tried := []*Format{htmlReport}
	for _, s := range settings {
		tried = append(tried, s.format)
	}
	for _, e := range exchanged {
		tried = append(tried, e.format)
	}
	for _, f := range Formats {
		require.Contains(t, tried, f, f.ID)
	}
	for _, f := range tried {
		require.Contains(t, Formats, f, f.ID)
	}
}

// What is written for the first story alone says nothing of the other, whose only
// article no finding is about, but that it was read.
func TestExchangedStories(t *testing.T) {
	for _, e := range exchanged {
		report := bridge(t)
		require.Contains(t, e.plain(t, written(t, e.format, report, Options{Stories: []int{0}})), "XR-", e.name)
		require.NotContains(t, e.plain(t, written(t, e.format, report, Options{Stories: []int{1}})), "XR-", e.name)
	}
}

// schemaOf is a public schema of the folder schemas in XREF_DATA.
func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	file, err := os.Open(publicSchema(t, name))
	require.NoError(t, err)
	defer file.Close()
	value, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource(name, value))
	schema, err := c.Compile(name)
	require.NoError(t, err)
	return schema
}

func publicSchema(t *testing.T, name string) string {
	data := os.Getenv("XREF_DATA")
	if data == "" {
		t.Skip("XREF_DATA is not set: no public schema to hold the format against")
	}
	return filepath.Join(data, "schemas", name)
}

func TestPublicSchemas(t *testing.T) {
	for _, row := range []struct {
		format *Format
		schema string
	}{
		{sarif, "sarif-schema-2.1.0.json"},
		{rdjson, "rdjson-DiagnosticResult.json"},
	} {
		t.Run(row.format.ID, func(t *testing.T) {
			schema := schemaOf(t, row.schema)
			for _, r := range further {
				value, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, row.format, r.make(t), Options{})))
				require.NoError(t, err)
				require.NoError(t, schema.Validate(value), r.name)
			}
		})
	}
}

func TestJUnitSchema(t *testing.T) {
	schema := publicSchema(t, "JUnit.xsd")
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed: nothing validates XML Schema")
	}
	for _, r := range further {
		check := exec.Command(lint, "--noout", "--nonet", "--schema", schema, "-")
		check.Stdin = bytes.NewReader(written(t, junit, r.make(t), Options{}))
		out, err := check.CombinedOutput()
		require.NoError(t, err, "%s: %s", r.name, out)
	}
}

// Each line of JSON Lines is a finding by the schema of the JSON report, and the
// very one that stands there.
func TestLinesAreFindingsOfTheReport(t *testing.T) {
	for _, r := range further {
		report := r.make(t)
		var whole struct{ Findings []json.RawMessage }
		require.NoError(t, json.Unmarshal(written(t, jsonReport, report, Options{}), &whole))
		lines := strings.Split(strings.TrimSuffix(string(written(t, jsonLines, report, Options{})), "\n"), "\n")
		if len(whole.Findings) == 0 {
			require.Equal(t, []string{""}, lines)
			continue
		}
		require.Len(t, lines, len(whole.Findings))
		for i, l := range lines {
			require.JSONEq(t, string(whole.Findings[i]), l)
		}
	}
}

// Every term of the annotations is defined in the W3C's context.
func TestAnnotationsUseTermsOfTheirContext(t *testing.T) {
	data, err := os.ReadFile(publicSchema(t, "anno.jsonld"))
	require.NoError(t, err)
	var context struct {
		Terms map[string]any `json:"@context"`
	}
	require.NoError(t, json.Unmarshal(data, &context))
	var check func(value any)
	check = func(value any) {
		switch value := value.(type) {
		case []any:
			for _, v := range value {
				check(v)
			}
		case map[string]any:
			require.Contains(t, context.Terms, value["type"])
			for term, v := range value {
				if term != "@context" {
					require.Contains(t, context.Terms, term)
					check(v)
				}
			}
		}
	}
	for _, r := range further {
		var page any
		require.NoError(t, json.Unmarshal(written(t, webAnnotation, r.make(t), Options{}), &page))
		require.Equal(t, "http://www.w3.org/ns/anno.jsonld", page.(map[string]any)["@context"])
		check(page)
	}
}

// The selectors of a passage select it, each by itself.
func TestSelectorsSelectThePassage(t *testing.T) {
	for _, r := range further {
		report := r.make(t)
		var page struct {
			Items []struct {
				Target []struct {
					Selector []struct {
						Exact, Prefix, Suffix string
						Start, End            int
					}
				}
			}
		}
		require.NoError(t, json.Unmarshal(written(t, webAnnotation, report, Options{}), &page))
		require.Len(t, page.Items, len(report.Findings))
		for i, f := range report.Findings {
			for j, e := range f.Evidence {
				text := report.Documents[e.Article].Article.Text
				byQuote, byPlace := page.Items[i].Target[j].Selector[0], page.Items[i].Target[j].Selector[1]
				require.Equal(t, e.Span.In(text), byQuote.Exact)
				require.Equal(t, e.Span.In(text), string([]rune(text)[byPlace.Start:byPlace.End]))
				require.Contains(t, text, byQuote.Prefix+byQuote.Exact+byQuote.Suffix)
			}
		}
	}
}

func TestCharactersCountAsRunesDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.StringN(0, 40, -1).Draw(t, "text"), rapid.IntRange(1, 80).Draw(t, "times"))
		c := newCharacters(text)
		for at := range text + "." {
			require.Equal(t, len([]rune(text[:at])), c.before(at))
		}
	})
}

// Regions of SARIF and reviewdog lead to the passage, counting characters and
// bytes.
func TestRegionsLeadToThePassage(t *testing.T) {
	b := newBuilder(t)
	a := b.article("a", "A", "Où est le pont ?", "", "“Ça 😀 fell,” she said.", "x")
	s := b.story("", a)
	b.finding(s, "number", kind.Internal, 0.5, "", "", b.says(a, "fell", "", "fell"))
	l := newLocated(b.r, Options{})
	span := b.r.Findings[0].Evidence[0].Span
	r, ok := l.region(a, span)
	require.True(t, ok)
	require.Equal(t, region{3, 7, 3, 11}, r)
	at := l.rdLocation(a, span).Range
	require.Equal(t, &rdRange{rdPosition{3, 13}, rdPosition{3, 17}}, at)
}

// In SARIF the message links to every other passage, and to nothing else.
func TestSARIFLinksLeadToRelatedLocations(t *testing.T) {
	for _, r := range further {
		var log sarifLog
		require.NoError(t, json.Unmarshal(written(t, sarif, r.make(t), Options{}), &log))
		for _, result := range log.Runs[0].Results {
			text := result.Message.Text
			for {
				at := strings.Index(text, "](")
				if at < 0 {
					break
				}
				if !strings.HasSuffix(text[:at], `\`) {
					id, _, _ := strings.Cut(text[at+2:], ")")
					require.True(t, slices.ContainsFunc(result.Related, func(l sarifLocation) bool { return fmt.Sprint(l.ID) == id }), "%s", text[at:])
				}
				text = text[at+2:]
			}
			require.Equal(t, result.RuleID, log.Runs[0].Tool.Driver.Rules[result.RuleIndex].ID)
		}
	}
}

// A reader of CSV gets a rectangle with a row for each piece of evidence, in
// which no cell is a formula.
func TestCSVHoldsNoFormula(t *testing.T) {
	for _, r := range further {
		report := r.make(t)
		rows, err := csv.NewReader(bytes.NewReader(written(t, commaSeparated, report, Options{}))).ReadAll()
		require.NoError(t, err)
		pieces := 0
		for _, f := range report.Findings {
			pieces += len(f.Evidence)
		}
		require.Len(t, rows, pieces+1)
		for _, row := range rows {
			for _, c := range row {
				requireNoFormula(t, c)
			}
		}
	}
}

func requireNoFormula(t require.TestingT, cell string) {
	if trimmed := strings.TrimLeft(cell, " \t\r\n"); trimmed != "" {
		first := []rune(trimmed)[0]
		require.False(t, strings.ContainsRune(formulaSigns, first) && !isFigure(trimmed), "%q", cell)
	}
}

// isFigure reports whether text is a number, the only thing that may begin with a
// sign.
func isFigure(text string) bool {
	return text != "" && strings.Trim(text, "0123456789.") == ""
}

func TestCellText(t *testing.T) {
	for _, row := range []struct{ reason, in, want string }{
		{"text", "At least 14", "At least 14"},
		{"nothing", "", ""},
		{"a formula", "=1+1", "'=1+1"},
		{"a sum", "+1", "'+1"},
		{"a difference", "-1", "'-1"},
		{"a function of Lotus", "@SUM(A1)", "'@SUM(A1)"},
		{"space before it", "  =1", "'  =1"},
		{"the full-width form", "＝1", "'＝1"},
		{"a sign within", "a=b", "a=b"},
	} {
		require.Equal(t, row.want, cellText(row.in), row.reason)
	}
	rapid.Check(t, func(t *rapid.T) {
		requireNoFormula(t, cellText(Plain(rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile)).Draw(t, "text"))))
	})
}

// A spreadsheet library reads back text and figures only.
func TestWorkbookHoldsNoFormula(t *testing.T) {
	for _, r := range further {
		f := openWorkbook(t, written(t, workbook, r.make(t), Options{}))
		require.Equal(t, []string{"Findings", "Evidence", "Coverage", "Articles"}, f.GetSheetList())
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			require.NoError(t, err)
			for y, row := range rows {
				for x, text := range row {
					at, err := excelize.CoordinatesToCellName(x+1, y+1)
					require.NoError(t, err)
					formula, err := f.GetCellFormula(name, at)
					require.NoError(t, err)
					require.Empty(t, formula)
					linked, _, err := f.GetCellHyperLink(name, at)
					require.NoError(t, err)
					require.False(t, linked)
					requireNoFormula(t, text)
					requireInert(t, text)
				}
			}
		}
	}
}

func TestCut(t *testing.T) {
	require.Equal(t, "ab", cut("abc", 2))
	require.Equal(t, "a", cut("a😀", 2))
	require.Equal(t, "a😀", cut("a😀", 3))
}

// A line of the annotations is one command of xref's own with the properties that
// the runner knows.
func TestAnnotationsAreOwnCommandsOnly(t *testing.T) {
	for _, r := range further {
		for _, l := range strings.Split(strings.TrimSuffix(string(written(t, github, r.make(t), Options{})), "\n"), "\n") {
			if l == "" {
				continue
			}
			command, _, ok := strings.Cut(strings.TrimPrefix(l, "::"), "::")
			require.True(t, ok && strings.HasPrefix(l, "::"), "%q", l)
			name, properties, _ := strings.Cut(command, " ")
			require.Contains(t, []string{"error", "warning", "notice"}, name)
			for _, p := range strings.Split(properties, ",") {
				key, value, _ := strings.Cut(p, "=")
				require.Contains(t, []string{"file", "line", "endLine", "col", "endColumn", "title"}, key)
				require.NotContains(t, value, ":")
			}
			requireInert(t, l)
		}
	}
}

// requireInert looks for characters that act on a terminal, and for bracketed
// commands.
func requireInert(t require.TestingT, out string) {
	require.NotContains(t, out, "##[")
	require.NotContains(t, out, "##vso[")
	for _, r := range out {
		require.False(t, r != '\n' && r != '\r' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r), "%U", r)
	}
}

// The text formats are shown by terminals and CI logs before any program reads
// them.
func TestExchangedTextNeverActs(t *testing.T) {
	for _, r := range further {
		for _, e := range exchanged {
			out := e.plain(t, written(t, e.format, r.make(t), Options{}))
			requireInert(t, out)
			for _, l := range strings.Split(out, "\n") {
				require.True(t, e.format == github || e.format.Binary || !strings.HasPrefix(strings.TrimSpace(l), "::"), "%s: a workflow command: %q", e.name, l)
			}
		}
	}
}

// An XML reader finds in the suites what their counts say.
func TestSuitesCountTheirCases(t *testing.T) {
	for _, r := range further {
		report := r.make(t)
		for _, row := range []struct {
			reason string
			fails  func(*compare.Finding) bool
		}{
			{"without a gate all but agreements fail", nil},
			{"with one, what it names", func(f *compare.Finding) bool { return f.Verdict == kind.Conflict }},
		} {
			d := xml.NewDecoder(bytes.NewReader(written(t, junit, report, Options{Fails: row.fails})))
			var suites junitSuites
			require.NoError(t, d.Decode(&suites))
			_, err := d.Token()
			require.True(t, err == nil || err == io.EOF)
			cases := 0
			for _, s := range suites.Suites {
				failures, skipped := 0, 0
				for _, c := range s.Cases {
					if c.Failure != nil {
						failures++
						require.True(t, row.fails == nil || c.Failure.Type == "conflict", row.reason)
					}
					if c.Skipped != nil {
						skipped++
					}
				}
				require.Equal(t, []int{len(s.Cases), failures, skipped, 0}, []int{s.Tests, s.Failures, s.Skipped, s.Errors})
				cases += len(s.Cases)
			}
			require.Equal(t, len(report.Findings), cases)
		}
	}
}

// What is accepted is neither annotated nor commented on.
func TestAcceptedIsNoLongerAnnounced(t *testing.T) {
	report := accepted(t)
	for _, f := range []*Format{github, rdjson} {
		out := string(written(t, f, report, Options{}))
		require.NotContains(t, out, "Dana Okoro, town engineer", f.ID)
		require.NotContains(t, out, report.Findings[1].Subject, f.ID)
		require.Contains(t, out, "writes “Peter Lindquist”", f.ID)
	}
}

// The step summary stays within what GitHub takes, however much there is.
func TestStepSummaryIsShort(t *testing.T) {
	require.Less(t, len(written(t, githubSummary, many(5000), Options{})), 1<<20)
	require.Less(t, len(written(t, githubSummary, hostileReport(t), Options{})), 1<<20)
}

func TestURIs(t *testing.T) {
	for _, row := range []struct{ reason, path, want string }{
		{"a file below", "news/beacon.txt", "news/beacon.txt"},
		{"an absolute path", "/srv/a b.txt", "file:///srv/a%20b.txt"},
		{"a colon is no scheme", "a:b.txt", "./a:b.txt"},
		{"what acts is encoded", "a\x1b\u202E?#.txt", "a%1B%E2%80%AE%3F%23.txt"},
		{"standard input", "-", "stdin"},
	} {
		b := newBuilder(t)
		i := b.article("a", "A", "T", "", "x")
		b.r.Documents[i].Article = &article.Article{Path: row.path}
		require.Equal(t, row.want, newLocated(b.r, Options{}).uri(i), row.reason)
	}
}
