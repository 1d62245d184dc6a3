package render

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/origin"
	"xref/extract/resolve"
	"xref/fixtures"
)

// reportCase is a report under its name.
type reportCase struct {
	name string
	make func(t testing.TB) *compare.Report
}

// reports are what every format is tried on.
var reports = []reportCase{
	{"bridge", bridge},
	{"hostile", hostileReport},
	{"empty", func(testing.TB) *compare.Report { return &compare.Report{} }},
	{"alone", alone},
	{"copies", copies},
	{"forty", forty},
}

// hostileReport has text that would act in every place that a format prints.
func hostileReport(t testing.TB) *compare.Report {
	b := newBuilder(t)
	text := strings.ToValidUTF8(strings.Join(hostile, " "), "\uFFFD")
	a := b.article("::set-output name=id", text, text, "2024-05-02", "first "+text, "second "+text)
	c := b.article("other\x1b[31m", "::error::"+text, "::warning::x", "", "third "+text, "fourth "+text)
	s := b.story("::notice::"+text, a, c)
	b.r.Origins[0].Articles, b.r.Origins[0].Kind, b.r.Origins[0].Name = []int{a, c}, origin.Agency, text
	e := b.entity(resolve.Person, text, spoken{a, "first", resolve.Name, resolve.NoClass}, spoken{a, "second " + text, resolve.Title, resolve.NoClass}, spoken{c, "third", resolve.Name, resolve.NoClass})
	u := b.utterance(s, e, claim.Altered, clause{a, "first " + text}, clause{c, "third " + text})
	claim := b.claim(s, kind.Differ, 1, text, clause{a, "second " + text}, clause{c, "fourth " + text})
	f := b.finding(s, "quote", kind.Differ, 0.5, text, text, b.says(a, "first "+text, "", text), b.says(c, "third "+text, "", text))
	f.Entity, f.Utterance, f.Claim = e, u, claim
	b.finding(s, "number", kind.Agree, 0.5, "::debug::"+text, text, b.says(a, "second "+text, "second", text), b.says(c, "fourth "+text, "fourth", text))
	b.r.Skipped = []compare.Skipped{{Path: text, Reason: text}}
	return b.r
}

// alone is a report of one article that doesn't fit with itself.
func alone(t testing.TB) *compare.Report {
	b := newBuilder(t)
	a := b.article("beacon", "Harbour Beacon", "Footbridge gives way", "2024-05-02", "Fourteen people fell. She said that all 15 were safe.")
	s := b.story("Footbridge gives way", a)
	b.claim(s, kind.Single, 0.5, "Fourteen people fell", clause{a, "Fourteen people fell"})
	b.finding(s, "number", kind.Internal, 0.7, "people", "Fourteen, then 15.", b.says(a, "Fourteen people fell", "Fourteen", "14"), b.says(a, "all 15 were safe", "all 15", "15"))
	return b.r
}

// copies is a report of two copies of one text.
func copies(t testing.TB) *compare.Report {
	b := newBuilder(t)
	a := b.article("beacon", "Harbour Beacon", "Footbridge gives way", "2024-05-02", "Fourteen people fell.")
	c := b.article("echo", "Harbour Beacon", "Footbridge gives way", "2024-05-02", "Fourteen people fell.")
	b.story("Footbridge gives way", a, c)
	b.r.Origins = []origin.Origin{{Kind: origin.Copy, Articles: []int{a, c}}}
	return b.r
}

// forty is one story in forty outlets.
func forty(t testing.TB) *compare.Report {
	b := newBuilder(t)
	var articles []int
	for i := range 40 {
		articles = append(articles, b.article(fmt.Sprintf("outlet-%02d", i+1), fmt.Sprintf("Outlet %d", i+1), "Bridge falls", "2024-05-02", fmt.Sprintf("The bridge fell and %d people were hurt.", 10+i%2)))
	}
	s := b.story("Bridge falls", articles...)
	var says []kind.Evidence
	var clauses []clause
	for i, a := range articles {
		says = append(says, b.says(a, fmt.Sprintf("%d people were hurt", 10+i%2), fmt.Sprint(10+i%2), fmt.Sprint(10+i%2)))
		clauses = append(clauses, clause{a, "The bridge fell"})
	}
	b.finding(s, "number", kind.Conflict, 0.9, "people hurt", "10 or 11.", says...)
	b.claim(s, kind.Agree, 0.9, "The bridge fell", clauses[:30]...)
	return b.r
}

// settings are the ways in which each report is set.
var settings = []struct {
	name    string
	format  *Format
	options Options
}{
	{"table-80.txt", table, Options{Width: 80}},
	{"table-120.txt", table, Options{}},
	{"table-200.txt", table, Options{Width: 200}},
	{"table-colour.txt", table, Options{Width: 100, Colour: true}},
	{"markdown.md", markdown, Options{}},
	{"by-kind-120.txt", table, Options{ByKind: true}},
	{"by-kind.md", markdown, Options{ByKind: true}},
	{"report.json", jsonReport, Options{Version: "v1.2.3"}},
}

func TestFormatsOfReports(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/reports")
	for _, r := range reports {
		for _, s := range settings {
			t.Run(r.name+"/"+s.name, func(t *testing.T) {
				var b bytes.Buffer
				require.NoError(t, s.format.Write(&b, r.make(t), s.options))
				golden.Equal(t, r.name+"/"+s.name, b.String())
			})
		}
	}
}

func TestFindingPages(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/findings")
	for _, r := range reports {
		report := r.make(t)
		if len(report.Findings) == 0 {
			continue
		}
		for _, width := range []int{60, 100} {
			var b bytes.Buffer
			for i := range report.Findings {
				require.NoError(t, WriteFinding(&b, report, &report.Findings[i], Options{Width: width}))
				b.WriteString("\n")
			}
			for _, l := range strings.Split(b.String(), "\n") {
				require.LessOrEqual(t, displayWidth(l), width, "%q", l)
			}
			requireHarmless(t, b.String())
			golden.Equal(t, fmt.Sprintf("%s-%d.txt", r.name, width), b.String())
		}
	}
}

func TestAssertions(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/assertions")
	for _, r := range reports {
		report := r.make(t)
		var tables, lines bytes.Buffer
		require.NoError(t, WriteAssertions(&tables, report.Documents, true, Options{Width: 80}))
		require.NoError(t, WriteAssertionLines(&lines, report.Documents, true))
		requireHarmless(t, tables.String())
		golden.Equal(t, r.name+".txt", tables.String())
		golden.Equal(t, r.name+".jsonl", lines.String())
	}
}

// No line of a table is wider than the width, at any width.
func TestTablesKeepToTheWidth(t *testing.T) {
	for _, r := range reports {
		report := r.make(t)
		for width := MinWidth; width <= 220; width += 9 {
			var b bytes.Buffer
			require.NoError(t, table.Write(&b, report, Options{Width: width}))
			for _, l := range strings.Split(b.String(), "\n") {
				require.LessOrEqual(t, displayWidth(l), width, "%s at %d: %q", r.name, width, l)
			}
		}
	}
}

// Nothing that an article says is cut off: the words of every short passage are
// in the tables by kind, in their order. They are set so wide that none wraps.
func TestTablesCutNothingOff(t *testing.T) {
	report := bridge(t)
	var b bytes.Buffer
	require.NoError(t, table.Write(&b, report, Options{Width: 500, ByKind: true}))
	for _, f := range report.Findings {
		for _, e := range f.Evidence {
			passage := strings.Fields(e.Span.In(report.Documents[e.Article].Article.Text))
			pattern := make([]string, len(passage))
			for i, w := range passage {
				pattern[i] = regexp.QuoteMeta(w)
			}
			require.Regexp(t, strings.Join(pattern, " "), strings.ReplaceAll(b.String(), "_", ""))
		}
	}
}

// Colours change nothing but colours.
func TestColourAddsOnlyColour(t *testing.T) {
	sgr := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, r := range reports {
		report := r.make(t)
		var bare, coloured bytes.Buffer
		require.NoError(t, table.Write(&bare, report, Options{Width: 90}))
		require.NoError(t, table.Write(&coloured, report, Options{Width: 90, Colour: true}))
		require.Equal(t, bare.String(), sgr.ReplaceAllString(coloured.String(), ""), r.name)
		for _, l := range strings.Split(coloured.String(), "\n") {
			at := sgr.FindAllString(l, -1)
			require.True(t, len(at) == 0 || at[len(at)-1] == "\x1b[0m", "colour runs over a line's end: %q", l)
		}
	}
}

func TestHostileTextNeverActs(t *testing.T) {
	for _, r := range reports {
		for _, s := range settings {
			if s.options.Colour {
				continue // TestColourAddsOnlyColour
			}
			var b bytes.Buffer
			require.NoError(t, s.format.Write(&b, r.make(t), s.options))
			requireHarmless(t, b.String())
		}
	}
}

// requireHarmless looks for what acts on a terminal or in a CI log.
func requireHarmless(t *testing.T, out string) {
	for _, l := range strings.Split(out, "\n") {
		require.False(t, strings.HasPrefix(strings.TrimSpace(l), "::"), "a workflow command: %q", l)
		require.NotContains(t, l, "##[")
		require.NotContains(t, l, "##vso[")
		for _, r := range l {
			require.False(t, unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r), "%U in %q", r, l)
		}
	}
}

// In Markdown, each row of a table has the cells of its header, and no tag
// stands that isn't the renderer's.
func TestMarkdownKeepsItsCells(t *testing.T) {
	bar := regexp.MustCompile(`(^|[^\\])\|`)
	for _, r := range reports {
		var b bytes.Buffer
		require.NoError(t, markdown.Write(&b, r.make(t), Options{}))
		bars := 0
		for _, l := range strings.Split(b.String(), "\n") {
			if !strings.HasPrefix(l, "|") {
				bars = 0
				continue
			}
			n := len(bar.FindAllString(l, -1))
			if bars == 0 {
				bars = n
			}
			require.Equal(t, bars, n, l)
		}
		own := strings.NewReplacer("<br>", "", "<!-- -->", "").Replace(b.String())
		require.NotContains(t, own, "<", r.name)
		require.NotContains(t, own, "://", r.name)
	}
}

func TestFormatsHaveDistinctIDsAndEndings(t *testing.T) {
	require.NotEmpty(t, Formats)
	seen := map[string]string{}
	for _, f := range Formats {
		require.NotEmpty(t, f.Title)
		for _, name := range append([]string{f.ID}, f.Endings...) {
			require.Empty(t, seen[name], "%s is %s's and %s's", name, seen[name], f.ID)
			seen[name] = f.ID
		}
	}
}

// The stories that aren't shown leave no trace but their articles.
func TestStoriesChosen(t *testing.T) {
	report := bridge(t)
	for _, f := range []*Format{table, markdown, jsonReport, htmlReport} {
		var b bytes.Buffer
		require.NoError(t, f.Write(&b, report, Options{Stories: []int{1}}))
		require.NotContains(t, b.String(), "Old Quay", f.ID)
		require.NotContains(t, b.String(), "XR-", f.ID)
		require.Contains(t, b.String(), "Sollby", f.ID)
	}
}

// many is a report with so many findings in three outlets.
func many(n int) *compare.Report { return repeated(bridge(&testing.T{}), n) }

// repeated is a report with its findings over and over, so many.
func repeated(r *compare.Report, n int) *compare.Report {
	all := r.Findings
	r.Findings = nil
	for i := range n {
		f := all[i%len(all)]
		f.Rank, f.ID = i+1, fmt.Sprintf("XR-%08x", i)
		r.Findings = append(r.Findings, f)
	}
	return r
}

func BenchmarkFormats(b *testing.B) {
	r := many(10000)
	for _, f := range Formats {
		b.Run(f.ID, func(b *testing.B) {
			for b.Loop() {
				var out bytes.Buffer
				if err := f.Write(&out, r, Options{}); err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(out.Len()))
			}
		})
	}
}
