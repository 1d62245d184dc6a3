package render

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/read"
	"xref/extract/resolve"
	"xref/seeds"
)

// demo is the report of the demo's articles.
func demo(t testing.TB) *compare.Report {
	names, err := fs.Glob(seeds.Files, "*.txt")
	require.NoError(t, err)
	var documents []*extract.Document
	for _, name := range names {
		data, err := fs.ReadFile(seeds.Files, name)
		require.NoError(t, err)
		a, _, err := read.Bytes(name, data)
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
	}
	r, err := compare.Compare(t.Context(), documents, compare.Options{})
	require.NoError(t, err)
	return r
}

// Every finding stands in the story view with its id, and in its entry each outlet with
// the words that it gives; nothing is cut off by a count of the rest.
func TestStoryTellsEveryFinding(t *testing.T) {
	squash := func(s string) string {
		return strings.Join(strings.Fields(strings.NewReplacer(markSign, "", "│", " ", "“", "", "”", "", "\"", "").Replace(Plain(s))), " ")
	}
	for _, r := range append(further, reportCase{"demo", demo}) {
		report := r.make(t)
		for _, width := range []int{60, 100, 200} {
			out := string(written(t, table, report, Options{Width: width}))
			all := squash(out)
			require.NotRegexp(t, `and \d+ more`, out)
			if r.name == "hostile" && width < 100 {
				continue // its words leave no column room
			}
			for _, f := range report.Findings {
				require.Contains(t, all, f.ID, "%s at %d", r.name, width)
			}
			if r.name == "hostile" {
				continue
			}
			v := newView(report, Options{}, nil)
			for _, e := range compare.Entries(report.Findings) {
				for _, i := range e.Findings {
					for _, p := range report.Findings[i].Evidence {
						require.Contains(t, all, v.labels[p.Article])
						words := p.Span
						if !p.Focus.Empty() {
							words = p.Focus
						}
						if e.Part != compare.Names && words.Len() <= mostAlike {
							found := strings.Contains(strings.ReplaceAll(all, " ", ""), strings.ReplaceAll(squash(words.In(v.text(p.Article))), " ", ""))
							found = found || strings.Contains(strings.ReplaceAll(all, " ", ""), strings.ReplaceAll(squash(p.Value), " ", ""))
							require.True(t, found, "%s at %d: %q isn't in\n%s", r.name, width, words.In(v.text(p.Article)), out)
						}
					}
				}
			}
		}
	}
}

// The first difference of a story is on its first screen.
func TestFirstDifferenceIsOnTheFirstScreen(t *testing.T) {
	lines := strings.Split(string(written(t, table, demo(t), Options{Width: 100})), "\n")
	for i, l := range lines {
		if strings.Contains(l, DifferencesTitle) {
			require.Less(t, i, 40)
			return
		}
	}
	t.Fatal("no difference is told")
}

func TestStanding(t *testing.T) {
	for _, row := range []struct{ reason, text, passage, want string }{
		{"a main clause", "The ferry sank off Larne.", "The ferry sank off Larne", "The ferry sank off Larne"},
		{"a relative", "Officials praised the old pilot who saved the ferry.", "who saved the ferry", "the old pilot who saved the ferry"},
		{"a relative's possessive", "Officials praised the old pilot whose son saved the ferry.", "whose son saved the ferry", "the old pilot whose son saved the ferry"},
		{"a preposition", "Officials asked the owner of the ferry about its age.", "of the ferry about its age", "the owner of the ferry about its age"},
		{"a preposition at the head of a sentence", "At noon the ferry sank.", "At noon the ferry sank", "At noon the ferry sank"},
		{"a preposition before its verb", "Officials said that on Monday the ferry sank.", "on Monday the ferry sank", "on Monday the ferry sank"},
		{"an infinitive", "The captain refused to sail the ferry.", "to sail the ferry", "The captain refused to sail the ferry"},
		{"a question stands by itself", "Who saved the ferry?", "Who saved the ferry", "Who saved the ferry"},
		{"a participle at the head of a sentence", "Leaving the harbour, the ferry sank.", "Leaving the harbour", "Leaving the harbour"},
		{"a phrase", "The ferry with ninety cars sank.", "ninety cars", "ninety cars"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			a, _, err := read.Bytes("a.txt", []byte("Harbour news\n\n"+row.text+"\n"))
			require.NoError(t, err)
			d := extract.Analyse(a)
			at := strings.Index(a.Text, row.passage)
			require.GreaterOrEqual(t, at, 0)
			got := standing(d, article.Span{Start: at, End: at + len(row.passage)})
			require.Equal(t, row.want, got.In(a.Text))
		})
	}
}

// A passage of a text that wasn't analysed stays as it is.
func TestStandingWithoutAnalysis(t *testing.T) {
	d := &extract.Document{Article: &article.Article{Text: "who saved it"}, Text: &lang.Text{Source: "who saved it"}}
	require.Equal(t, article.Span{End: 12}, standing(d, article.Span{End: 12}))
}

func TestCalledApart(t *testing.T) {
	called := func(names, titles string) portrait {
		p := portrait{}
		for _, n := range strings.Split(names, ", ") {
			p.names = tallyUp(p.names, n)
		}
		for _, n := range strings.Split(titles, ", ") {
			if n != "" {
				p.titles = tallyUp(p.titles, n)
			}
		}
		return p
	}
	for _, row := range []struct {
		reason string
		a, b   portrait
		apart  bool
	}{
		{"the same", called("Ilse Brandt", "pilot"), called("Ilse Brandt", "pilot"), false},
		{"a part of the name", called("Ilse Brandt", ""), called("Brandt", ""), false},
		{"a middle letter", called("Ilse Brandt", ""), called("Ilse K. Brandt", ""), false},
		{"a short form of a title", called("Ilse Brandt", "Sen."), called("Brandt", "Senator"), false},
		{"another spelling", called("Ilse Brandt", ""), called("Ilse Brand", ""), true},
		{"another title", called("Ilse Brandt", "harbour master"), called("Ilse Brandt", "pilot"), true},
		{"a title on one side only", called("Ilse Brandt", "harbour master"), called("Ilse Brandt", ""), false},
	} {
		t.Run(row.reason, func(t *testing.T) {
			require.Equal(t, row.apart, calledApart(kind.Entity{Type: resolve.Person, Name: "Ilse Brandt"}, []portrait{row.a, row.b}))
		})
	}
}

func TestLineOfAFinding(t *testing.T) {
	r := bridge(t)
	l := newLocated(r, Options{})
	for i := range r.Findings {
		f := &r.Findings[i]
		require.Regexp(t, `^[a-z]+\.txt:\d+:\d+: (conflict|differ|agree) [a-z]+: .+: .+\. \[`+f.ID+`\]$`, l.line(f))
	}
	require.Equal(t, kind.Conflict, r.Findings[0].Verdict)
}
