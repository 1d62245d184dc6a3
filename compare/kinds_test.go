package compare_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
	"xref/fixtures"
)

// Each fixture's findings of its own kind are those that it expects, neither
// fewer nor more, and every kind has fixtures that fire and some that don't.
func TestKinds(t *testing.T) {
	all, err := fixtures.Kinds()
	require.NoError(t, err)
	fires, silent := map[kind.ID]bool{}, map[kind.ID]bool{}
	for _, k := range all {
		id := kind.ID(k.Kind)
		require.True(t, slices.ContainsFunc(kind.Kinds, func(x *kind.Kind) bool { return x.ID == id }), "fixtures/kinds/%s belongs to no kind", k.Kind)
		if k.Fires() {
			fires[id] = true
		} else {
			silent[id] = true
		}
		t.Run(k.Kind+"/"+k.Name, func(t *testing.T) { checkFixture(t, k) })
	}
	for _, k := range kind.Kinds {
		require.True(t, fires[k.ID], "kind %s has no fixture that fires", k.ID)
		require.True(t, silent[k.ID], "kind %s has no fixture that stays silent", k.ID)
	}
}

func checkFixture(t *testing.T, k fixtures.Kind) {
	r := reportWith(t, documentsOf(t, k), compare.Options{All: true})
	expected := make([]bool, len(k.Expect))
	for _, f := range r.Findings {
		known := false
		for i, e := range k.Expect {
			if string(f.Kind) == e.Kind && slices.Contains(e.Verdicts, string(f.Verdict)) && showsAll(r, f, e) {
				expected[i], known = true, true
			}
		}
		if !known && string(f.Kind) == k.Kind {
			t.Errorf("not expected: %s", told(r, f))
		}
	}
	for i, e := range k.Expect {
		if !expected[i] && !e.May {
			t.Errorf("not found: %s", e)
		}
	}
	if t.Failed() {
		t.Logf("%s; stories: %d", k.About, len(r.Stories))
		for _, f := range r.Findings {
			t.Log(told(r, f))
		}
	}
}

// documentsOf reads and analyses a fixture's articles, in the order of their
// ids.
func documentsOf(t *testing.T, k fixtures.Kind) []*extract.Document {
	var documents []*extract.Document
	for _, file := range k.Articles {
		a, warnings, err := read.Bytes(file.Name, file.Data)
		require.NoError(t, err)
		require.Empty(t, warnings)
		documents = append(documents, extract.Analyse(a))
	}
	slices.SortFunc(documents, func(a, b *extract.Document) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	return documents
}

// showsAll reports whether a finding's evidence overlaps every passage.
func showsAll(r *compare.Report, f compare.Finding, e fixtures.Expectation) bool {
	for _, p := range e.Passages {
		if !slices.ContainsFunc(f.Evidence, func(ev kind.Evidence) bool {
			return r.Documents[ev.Article].Article.ID == p.Article && slices.ContainsFunc(p.At, func(start int) bool {
				return ev.Span.Overlaps(article.Span{Start: start, End: start + len(p.Text)})
			})
		}) {
			return false
		}
	}
	return true
}

func told(r *compare.Report, f compare.Finding) string {
	var b strings.Builder
	b.WriteString(string(f.Kind) + " " + string(f.Verdict))
	for _, e := range f.Evidence {
		a := r.Documents[e.Article].Article
		b.WriteString("\n  " + a.ID + ": " + e.Span.In(a.Text) + " [" + e.Value + "]")
	}
	return b.String()
}

// What readers found right too seldom is told by default only where two passages are worded
// alike but for it, and else where all is asked for.
func TestTentativeDifferences(t *testing.T) {
	for _, row := range []struct {
		a, b   string
		kind   kind.ID
		always bool
		reason string
	}{
		{"The court in Osk cleared the ferry company on Monday.", "The court in Osk did not clear the ferry company on Monday.", kind.Negation.ID, true, "denied, in the same words"},
		{"Petra Lindqvist, a councillor, was pulled from the weir at Osk on Thursday.", "Petra Lindqvist, a dentist, was pulled from the weir at Osk on Thursday.", kind.Title.ID, false, "somebody has several places in life"},
		{"The former mayor of Tarn, Lena Okafor, opened the new harbour on Monday.", "Mayor Lena Okafor opened the new harbour on Monday.", kind.Title.ID, true, "one office, another status"},
		{"Joseph Lind won the regatta of Osk on Sunday.", "Joe Lind won the regatta of Osk on Sunday.", kind.Name.ID, false, "a short name"},
	} {
		documents := []*extract.Document{analysed("a", row.a), analysed("b", row.b)}
		for _, all := range []bool{false, true} {
			told := slices.ContainsFunc(reportWith(t, documents, compare.Options{All: all}).Findings, func(f compare.Finding) bool {
				return f.Kind == row.kind && f.Verdict != kind.Agree
			})
			require.Equal(t, row.always || all, told, "%s; all: %v", row.reason, all)
		}
	}
}
