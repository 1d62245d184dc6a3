package compare_test

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare"
	"xref/compare/encoder"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/lang"
	"xref/extract/read"
	"xref/fixtures"
	"xref/seeds"
)

// events are the documents of the fixtures and of the demo, those of one
// fixture together.
var events = sync.OnceValues(func() ([][]*extract.Document, error) {
	all, err := fixtures.Kinds()
	if err != nil {
		return nil, err
	}
	var events [][]*extract.Document
	for _, k := range all {
		var event []*extract.Document
		for _, file := range k.Articles {
			a, _, err := read.Bytes(file.Name, file.Data)
			if err != nil {
				return nil, err
			}
			event = append(event, extract.Analyse(a))
		}
		events = append(events, event)
	}
	names, err := fs.Glob(seeds.Files, "*.txt")
	if err != nil {
		return nil, err
	}
	var demo []*extract.Document
	for _, name := range names {
		data, err := fs.ReadFile(seeds.Files, name)
		if err != nil {
			return nil, err
		}
		a, _, err := read.Bytes(name, data)
		if err != nil {
			return nil, err
		}
		demo = append(demo, extract.Analyse(a))
	}
	return append(events, demo), nil
})

// anEvent draws one of the events.
func anEvent(t *rapid.T, label string) []*extract.Document {
	all, err := events()
	require.NoError(t, err)
	return rapid.SampledFrom(all).Draw(t, label)
}

// named is documents under other ids, in the order of those, and outlets by
// their places in documents, so that a finding can be told whatever the ids.
func named(documents []*extract.Document, ids []string) []*extract.Document {
	renamed := make([]*extract.Document, len(documents))
	for i, d := range documents {
		a := *d.Article
		a.ID, a.Outlet = ids[i], fmt.Sprintf("outlet %d of %s", i, a.SHA256)
		copied := *d
		copied.Article = &a
		renamed[i] = &copied
	}
	slices.SortFunc(renamed, func(a, b *extract.Document) int { return cmp.Compare(a.Article.ID, b.Article.ID) })
	return renamed
}

// said is what a report's findings say, without the names of articles and the
// order in which they stand.
func said(r *compare.Report) []string {
	all := []string{}
	for _, f := range r.Findings {
		evidence := []string{}
		for _, e := range f.Evidence {
			a := r.Documents[e.Article].Article
			evidence = append(evidence, fmt.Sprintf("%s %v %q %q", a.Outlet, e.Span, e.Span.In(a.Text), e.Value))
		}
		slices.Sort(evidence)
		all = append(all, fmt.Sprintf("%s %s %s %.6f %q", f.Kind, f.Verdict, f.Severity, f.Confidence, evidence))
	}
	slices.Sort(all)
	return all
}

// fingerprints are the ids of a report's findings.
func fingerprints(r *compare.Report) []string {
	all := []string{}
	for _, f := range r.Findings {
		all = append(all, f.ID)
	}
	slices.Sort(all)
	return all
}

func ids(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("article-%02d", i)
	}
	return all
}

// Comparing A with B finds what comparing B with A finds.
func TestNamesAndOrderOfArticlesDontMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		documents := anEvent(t, "event")
		straight := ids(len(documents))
		turned := rapid.Permutation(straight).Draw(t, "ids")
		o := readOrNot(t)
		a, b := reportBy(t, named(documents, straight), o), reportBy(t, named(documents, turned), o)
		require.Equal(t, said(a), said(b))
		require.Equal(t, fingerprints(a), fingerprints(b))
	})
}

// related reports whether two events are one, or have a sentence in common, as a
// fixture that fires and its near-miss often have.
func related(a, b []*extract.Document) bool {
	told := map[string]bool{}
	for _, d := range a {
		for _, s := range d.Text.Sentences {
			told[s.Span.In(d.Article.Text)] = true
		}
	}
	return slices.ContainsFunc(b, func(d *extract.Document) bool {
		return slices.ContainsFunc(d.Text.Sentences, func(s lang.Sentence) bool { return told[s.Span.In(d.Article.Text)] })
	})
}

// An article about something else changes no finding.
func TestAnUnrelatedArticleChangesNoFinding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		documents, others := anEvent(t, "event"), anEvent(t, "others")
		other := rapid.SampledFrom(others).Draw(t, "other")
		if related(documents, others) {
			t.Skip("the other article may be of the event itself")
		}
		names := rapid.Permutation(ids(len(documents)+1)).Draw(t, "ids")
		with := named(append(slices.Clone(documents), other), names)
		without := named(documents, names[:len(documents)])
		o := readOrNot(t)
		a, b := reportBy(t, without, o), reportBy(t, with, o)
		if len(a.Stories) == len(b.Stories) {
			t.Skip("of so few words, the other article is taken for one of the event: how well stories are grouped is measured elsewhere")
		}
		b.Findings = slices.DeleteFunc(b.Findings, func(f compare.Finding) bool {
			return !slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool { return b.Documents[e.Article].Article.SHA256 != other.Article.SHA256 })
		})
		require.Equal(t, said(a), said(b), "but for what it says of itself")
		require.Equal(t, fingerprints(a), fingerprints(b))
	})
}

// Comparing changes nothing of what it compares, and says the same again.
func TestComparingTwiceChangesNothing(t *testing.T) {
	all, err := events()
	require.NoError(t, err)
	for _, documents := range all {
		documents = named(documents, ids(len(documents)))
		fresh := make([]*extract.Document, len(documents))
		for i, d := range documents {
			fresh[i] = extract.Analyse(d.Article)
		}
		first := report(t, documents)
		require.Equal(t, first, report(t, documents))
		require.Equal(t, fresh, documents, "analysing again gives what was compared, so that comparing didn't change it")
	}
}

// Every finding and claim points into its articles, findings are ranked without
// gaps, and no two have one id.
func TestReportsAreWhole(t *testing.T) {
	all, err := events()
	require.NoError(t, err)
	for _, documents := range all {
		r := report(t, named(documents, ids(len(documents))))
		placed := map[int]bool{}
		for _, s := range r.Stories {
			for _, a := range s.Articles {
				require.False(t, placed[a], "an article stands in one story")
				placed[a] = true
			}
		}
		require.Len(t, placed, len(documents))
		seen := map[string]bool{}
		for i, f := range r.Findings {
			require.Equal(t, i+1, f.Rank)
			require.False(t, seen[f.ID], "two findings %s", f.ID)
			seen[f.ID] = true
			require.NotEmpty(t, f.Subject, f.ID)
			require.NotEqual(t, kind.NoReason, f.Reason, f.ID)
			require.NotEmpty(t, f.Severity, f.ID)
			require.GreaterOrEqual(t, f.Confidence, 0.0)
			require.LessOrEqual(t, f.Confidence, 1.0)
			require.NotEmpty(t, f.Evidence, f.ID)
			for _, e := range f.Evidence {
				text := r.Documents[e.Article].Article.Text
				require.False(t, e.Span.Empty(), f.ID)
				require.GreaterOrEqual(t, e.Span.Start, 0)
				require.LessOrEqual(t, e.Span.End, len(text))
				require.True(t, e.Focus.Empty() || e.Span.Contains(e.Focus), "%s: the words that carry the value stand in the passage", f.ID)
			}
		}
	}
}

// report is the report of documents.
func report(t require.TestingT, documents []*extract.Document) *compare.Report {
	return reportBy(t, documents, compare.Options{})
}

func reportBy(t require.TestingT, documents []*extract.Document, o compare.Options) *compare.Report {
	r, err := compare.Compare(context.Background(), documents, o)
	require.NoError(t, err)
	return r
}

// readOrNot are options with an encoder or without one.
func readOrNot(t *rapid.T) (o compare.Options) {
	if rapid.Bool().Draw(t, "read") {
		o.Encoder = byLength{}
	}
	return o
}

// byLength is an encoder to which sentences are near each other and of one matter that have as
// many letters but for a multiple of seven, so that much is which has no word in common.
type byLength struct{}

const lengths = 7

func (byLength) Cost(p encoder.Pair) int { return len(p.A) + len(p.B) }

func (byLength) Score(_ context.Context, pairs []encoder.Pair) ([]encoder.Result, error) {
	results := make([]encoder.Result, len(pairs))
	for i, p := range pairs {
		same := float32(0.2)
		if len(p.A)%lengths == len(p.B)%lengths {
			same = 0.95
		}
		r := &results[i]
		r.Probabilities = []float32{1 - same, same / 2, same / 2}
		r.Clauses = slices.Repeat([][]float32{r.Probabilities}, len(p.Clauses))
		r.Values = make([]float32, len(p.Values))
	}
	return results, nil
}

func (byLength) VectorCost(sentence string) int { return len(sentence) }

func (byLength) Vectors(_ context.Context, sentences []string) ([]encoder.Vector, error) {
	vectors := make([]encoder.Vector, len(sentences))
	for i, s := range sentences {
		vectors[i] = make(encoder.Vector, lengths)
		vectors[i][len(s)%lengths] = 1
	}
	return vectors, nil
}
