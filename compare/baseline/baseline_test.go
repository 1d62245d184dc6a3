package baseline_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
	"xref/seeds"
)

// demo is the articles of the demo by their names.
func demo(t require.TestingT) map[string]string {
	names, err := fs.Glob(seeds.Files, "*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	files := map[string]string{}
	for _, n := range names {
		data, err := fs.ReadFile(seeds.Files, n)
		require.NoError(t, err)
		files[n] = string(data)
	}
	return files
}

func report(t require.TestingT, files map[string]string) *compare.Report {
	var documents []*extract.Document
	for name, text := range files {
		a, _, err := read.Bytes(name, []byte(text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
	}
	slices.SortFunc(documents, func(a, b *extract.Document) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	r, err := compare.Compare(context.Background(), documents, compare.Options{})
	require.NoError(t, err)
	return r
}

// open is the findings that are neither agreements nor accepted.
func open(r *compare.Report, b baseline.Baseline) []compare.Finding {
	accepted, _ := baseline.Accept(r, b, baseline.Waivers{}, "2024-01-01")
	return baseline.NewOnly(accepted).Findings
}

func TestBaselineKnowsItsReport(t *testing.T) {
	r := report(t, demo(t))
	require.NotEmpty(t, open(r, baseline.Baseline{}))
	b := baseline.Of(r)
	require.Empty(t, open(r, b))
	_, gone := b.Match(r)
	require.Empty(t, gone)
	data, err := json.Marshal(b)
	require.NoError(t, err)
	back, err := baseline.Parse(data)
	require.NoError(t, err)
	require.Equal(t, b, back)
}

// passages is what a finding shows, by kind, verdict and article.
func passages(r *compare.Report, f *compare.Finding) string {
	parts := []string{string(f.Kind), string(f.Verdict)}
	for _, e := range f.Evidence {
		a := r.Documents[e.Article].Article
		parts = append(parts, a.ID+": "+e.Span.In(a.Text)+" / "+e.Value)
	}
	slices.Sort(parts[2:])
	return strings.Join(parts, "\n")
}

// A finding that shows the same passages is known however many paragraphs about
// something else are added, and wherever.
func TestBaselineSurvivesAddedParagraphs(t *testing.T) {
	files := demo(t)
	before := report(t, files)
	b := baseline.Of(before)
	shown := map[string]bool{}
	for i := range before.Findings {
		shown[passages(before, &before.Findings[i])] = true
	}
	added := []string{
		"The weather service forecast rain for the coast.",
		"A bakery in the old town opened its second shop, its owner told visitors.",
		"Trains between both cities run every hour again.",
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for n := range files {
			if !yield(n) {
				return
			}
		}
	})
	for _, name := range names {
		head, body, ok := strings.Cut(files[name], "\n---\n")
		require.True(t, ok)
		paragraphs := strings.Split(strings.TrimSpace(body), "\n\n")
		for i := range len(paragraphs) + 1 {
			more := slices.Insert(slices.Clone(paragraphs), i, added[i%len(added)])
			changed := map[string]string{}
			for n, text := range files {
				changed[n] = text
			}
			changed[name] = head + "\n---\n\n" + strings.Join(more, "\n\n") + "\n"
			r := report(t, changed)
			known, _ := b.Match(r)
			require.NotEmpty(t, known, "%s, paragraph %d", name, i)
			for _, f := range open(r, b) {
				require.False(t, shown[passages(r, &f)], "%s, paragraph %d: %s %s %s", name, i, f.Kind, f.Verdict, f.Subject)
			}
		}
	}
}

// Blank lines and other line breaks move every line and change no finding.
func TestBaselineSurvivesMovedLines(t *testing.T) {
	files := demo(t)
	b := baseline.Of(report(t, files))
	for name, text := range files {
		head, body, _ := strings.Cut(text, "\n---\n")
		files[name] = head + "\nauthor: Somebody Else\n---\n\n\n\n" + strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "\n\n\n")
	}
	require.Empty(t, open(report(t, files), b))
}

// one is a report of so many findings, each with the values of two outlets.
func one(findings ...compare.Finding) *compare.Report {
	r := &compare.Report{Findings: findings}
	for _, outlet := range []string{"Beacon", "Courier", "Dispatch"} {
		r.Documents = append(r.Documents, &extract.Document{Article: &article.Article{Outlet: outlet}})
	}
	for i := range r.Findings {
		r.Findings[i].Rank = i + 1
	}
	return r
}

func finding(id string, k kind.ID, v kind.Verdict, subject string, values ...string) compare.Finding {
	f := compare.Finding{ID: id, Finding: kind.Finding{Kind: k, Verdict: v, Subject: subject}, Severity: kind.Warning}
	for i, value := range values {
		f.Evidence = append(f.Evidence, kind.Evidence{Article: i, Value: value})
	}
	return f
}

func TestMatch(t *testing.T) {
	b := baseline.Of(one(finding("XR-1", "number", kind.Differ, "schools", "22", "29")))
	for _, row := range []struct {
		reason string
		now    compare.Finding
		known  bool
	}{
		{"the same id", finding("XR-1", "number", kind.Differ, "schools", "22", "29"), true},
		{"the subject put otherwise", finding("XR-2", "number", kind.Differ, "the schools visited", "22", "29"), true},
		{"space and case of a value", finding("XR-2", "number", kind.Differ, "schools", "22 ", "29"), true},
		{"another value", finding("XR-2", "number", kind.Differ, "schools", "22", "30"), false},
		{"the values of the other outlets", finding("XR-2", "number", kind.Differ, "schools", "29", "22"), false},
		{"a graver verdict", finding("XR-2", "number", kind.Conflict, "schools", "22", "29"), false},
		{"another kind", finding("XR-2", "quantifier", kind.Differ, "schools", "22", "29"), false},
	} {
		known, gone := b.Match(one(row.now))
		require.Equal(t, row.known, known[0], row.reason)
		require.Equal(t, !row.known, len(gone) == 1, row.reason)
	}
	for _, row := range []struct {
		reason    string
		then, now []string // the values of the outlets
		known     bool
	}{
		{"an outlet that agrees with one has joined", []string{"22", "29"}, []string{"22", "29", "22"}, true},
		{"an outlet that agrees with one has left", []string{"22", "29", "29"}, []string{"22", "29"}, true},
		{"an outlet with a value of its own has joined", []string{"22", "29"}, []string{"22", "29", "30"}, false},
		{"an outlet with a value of its own has left", []string{"22", "29", "30"}, []string{"22", "29"}, false},
		{"an outlet has joined and another gives another value", []string{"22", "29"}, []string{"22", "30", "22"}, false},
	} {
		b := baseline.Of(one(finding("XR-1", "number", kind.Differ, "schools", row.then...)))
		known, _ := b.Match(one(finding("XR-2", "number", kind.Differ, "the schools", row.now...)))
		require.Equal(t, row.known, known[0], row.reason)
	}
	b2 := baseline.Of(one(finding("XR-1", "number", kind.Differ, "schools", "22", "29")))
	either := one(finding("XR-2", "number", kind.Differ, "towns", "22", "29", "22"), finding("XR-3", "number", kind.Differ, "farms", "22", "29", "29"))
	known, _ := b2.Match(either)
	require.Empty(t, known, "it may be either")
	twice := one(finding("XR-1", "number", kind.Differ, "schools", "22", "29"), finding("XR-2", "number", kind.Differ, "schools", "22", "29"))
	known, _ = b.Match(twice)
	require.Equal(t, map[int]bool{0: true}, known, "one that was accepted accepts one")
}

func TestWithout(t *testing.T) {
	b := baseline.Of(one(finding("XR-1", "number", kind.Differ, "a", "1", "2"), finding("XR-2", "number", kind.Differ, "b", "3", "4")))
	_, gone := b.Match(one(finding("XR-2", "number", kind.Differ, "b", "3", "4")))
	left := b.Without(gone)
	require.Len(t, left.Findings, 1)
	require.Equal(t, "XR-2", left.Findings[0].ID)
}

func TestGate(t *testing.T) {
	accepted := finding("XR-1", "number", kind.Conflict, "a", "1", "2")
	accepted.Accepted = &compare.Acceptance{By: baseline.ByBaseline}
	for _, row := range []struct {
		reason string
		gate   baseline.Gate
		f      compare.Finding
		fails  bool
	}{
		{"no gate", baseline.Gate{}, finding("XR-1", "number", kind.Conflict, "a"), false},
		{"a verdict that is named", baseline.Gate{Verdicts: []kind.Verdict{kind.Conflict}}, finding("XR-1", "number", kind.Conflict, "a"), true},
		{"another verdict", baseline.Gate{Verdicts: []kind.Verdict{kind.Conflict}}, finding("XR-1", "number", kind.Differ, "a"), false},
		{"severe enough", baseline.Gate{Verdicts: []kind.Verdict{kind.Differ}, Least: kind.Warning}, finding("XR-1", "number", kind.Differ, "a"), true},
		{"not severe enough", baseline.Gate{Verdicts: []kind.Verdict{kind.Differ}, Least: kind.Error}, finding("XR-1", "number", kind.Differ, "a"), false},
		{"accepted", baseline.Gate{Verdicts: []kind.Verdict{kind.Conflict}}, accepted, false},
	} {
		require.Equal(t, row.fails, row.gate.Fails(&row.f), row.reason)
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	_, err := baseline.Read(filepath.Join(t.TempDir(), "nosuch.json"))
	require.ErrorIs(t, err, fs.ErrNotExist)
	for _, row := range []struct{ reason, data string }{
		{"no JSON", "{"},
		{"another schema", `{"schema": "xref.report/v1", "findings": []}`},
		{"an unknown field", `{"schema": "xref.baseline/v1", "findings": [], "more": 1}`},
		{"two values", `{"schema": "xref.baseline/v1", "findings": []} {}`},
	} {
		path := filepath.Join(t.TempDir(), "b.json")
		require.NoError(t, os.WriteFile(path, []byte(row.data), 0o644))
		_, err := baseline.Read(path)
		require.ErrorContains(t, err, path, row.reason)
	}
}

func TestWaivers(t *testing.T) {
	r := one(finding("XR-1", "number", kind.Conflict, "The schools of Sollby", "22", "29"), finding("XR-2", "name", kind.Differ, "the mayor", "a", "b"), finding("XR-3", "number", kind.Agree, "schools", "1", "1"))
	for _, row := range []struct {
		reason, waiver string
		accepts        []string
		note           string
	}{
		{"an id", "id: XR-1", []string{"XR-1"}, ""},
		{"an id in other letters", "id: xr-1", []string{"XR-1"}, ""},
		{"a kind, agreements aside", "kind: number", []string{"XR-1"}, ""},
		{"a subject in other letters", "subject: the  schools of sollby", []string{"XR-1"}, ""},
		{"a subject like a pattern", "subject: '*schools*'", []string{"XR-1"}, ""},
		{"a pattern from the beginning", "subject: 'the *'", []string{"XR-1", "XR-2"}, ""},
		{"kind and subject", "{kind: number, subject: 'the *'}", []string{"XR-1"}, ""},
		{"a verdict", "verdict: differ", []string{"XR-2"}, ""},
		{"nothing fits", "subject: schools", nil, "fits no finding; it can go"},
		{"the last day", "{id: XR-1, until: 2024-05-02}", []string{"XR-1"}, ""},
		{"the day after", "{id: XR-1, until: 2024-05-01}", nil, "expired on 2024-05-01: what it fits counts again"},
	} {
		entry := row.waiver
		if !strings.HasPrefix(entry, "{") {
			entry = "{" + entry + "}"
		}
		w, err := baseline.ParseWaivers("w.yaml", []byte("waivers:\n  - "+strings.TrimSuffix(entry, "}")+", reason: settled, who: ines}\n"))
		require.NoError(t, err, row.reason)
		marked, notes := baseline.Accept(r, baseline.Baseline{}, w, "2024-05-02")
		var accepted []string
		for _, f := range marked.Findings {
			if f.Accepted != nil {
				require.Equal(t, "settled", f.Accepted.Reason)
				accepted = append(accepted, f.ID)
			}
		}
		require.Equal(t, row.accepts, accepted, row.reason)
		if row.note == "" {
			require.Empty(t, notes, row.reason)
		} else {
			require.Len(t, notes, 1, row.reason)
			require.Contains(t, notes[0].Message, row.note, row.reason)
			require.Equal(t, 2, notes[0].Line, row.reason)
		}
		for _, f := range r.Findings {
			require.Nil(t, f.Accepted, "the report given is changed")
		}
	}
}

// Whatever stands in the file, it is read or refused with its name.
func FuzzParseWaivers(f *testing.F) {
	f.Add([]byte("waivers:\n  - id: XR-1\n    reason: x\n    who: y\n    until: 2024-05-02\n"))
	f.Add([]byte("waivers: {a: b}\n"))
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := baseline.ParseWaivers("w.yaml", data)
		if err != nil {
			require.Contains(t, err.Error(), "w.yaml")
			return
		}
		for _, one := range w.List {
			require.NotEmpty(t, one.Reason)
			require.Positive(t, one.Line)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"schema": "xref.baseline/v1", "findings": [{"id": "XR-1", "kind": "number", "verdict": "differ", "subject": "s", "values": []}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := baseline.Parse(data); err == nil {
			require.Equal(t, baseline.Schema, b.Schema)
			b.Match(one(finding("XR-1", "number", kind.Differ, "s", "1")))
		}
	})
}

// A text is like every pattern that has some of its parts replaced by asterisks.
func TestSubjectPatterns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.StringMatching(`[a-c]{1,3}`), 1, 6).Draw(t, "parts")
		pattern := slices.Clone(parts)
		for i := range pattern {
			if rapid.Bool().Draw(t, "star") {
				pattern[i] = "*"
			}
		}
		subject := strings.Join(pattern, "")
		w, err := baseline.ParseWaivers("w.yaml", []byte("waivers: [{subject: '"+subject+"', reason: x, who: y}]"))
		require.NoError(t, err)
		marked, _ := baseline.Accept(one(finding("XR-1", "number", kind.Differ, strings.Join(parts, ""), "1")), baseline.Baseline{}, w, "2024-01-01")
		require.NotNil(t, marked.Findings[0].Accepted)
	})
}
