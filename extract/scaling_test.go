package extract_test

import (
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract"
	"xref/extract/article"
	"xref/fixtures"
)

// prose is what a construction stands behind.
const prose = "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt, the fire service said.\n\n"

// inHeadlines are the constructions of words that headlines read otherwise than prose.
var inHeadlines = []string{"names in a row", "titles in a row", "bodies", "speakers of speakers"}

// work is how much the analysis of an article allocates, in pieces and bytes.
func work(a *article.Article) (pieces, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	extract.Analyse(a)
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

// The work of the analysis grows with its text, whatever stands there: four times the
// text takes less than twelve times the work, where a square would take sixteen (some bounds
// are reached only on the way, so that it is more than four), in a
// body and, where capitals matter, in a headline.
func TestAnalysisIsInProportionToItsText(t *testing.T) {
	const n, most = 12_000, 12
	extract.Analyse(&article.Article{Text: prose, Body: article.Span{End: len(prose)}}) // what is loaded once
	require.NotEmpty(t, fixtures.Constructions)
	for _, c := range fixtures.Constructions {
		t.Run(c.Name, func(t *testing.T) {
			for _, headline := range []bool{false, true} {
				if headline && !slices.Contains(inHeadlines, c.Name) {
					continue
				}
				var pieces, bytes [2]uint64
				for i, size := range []int{n, 4 * n} {
					made := c.Make(size)
					a := &article.Article{ID: "a", Text: prose + made, Body: article.Span{End: len(prose) + len(made)}}
					if headline {
						a.Text, a.Title = made+"\n\n"+prose, article.Span{End: len(made)}
						a.Body = article.Span{Start: len(made) + 2, End: len(a.Text)}
					}
					pieces[i], bytes[i] = work(a)
				}
				require.Less(t, pieces[1], most*pieces[0]+10_000, "pieces, headline %v", headline)
				require.Less(t, bytes[1], most*bytes[0]+1<<20, "bytes, headline %v", headline)
			}
		})
	}
}

// Bounds of the analysis are told where they are reached, and no article of the usual
// kind reaches one.
func TestLimitsAreTold(t *testing.T) {
	analysed := func(text string) string {
		return extract.Analyse(&article.Article{ID: "a", Text: text, Body: article.Span{End: len(text)}}).Limits()
	}
	require.Empty(t, analysed(report))
	for _, row := range []struct{ construction, told string }{
		{"one sentence", "what goes on for more than 256 words"},
		{"a person a sentence", "written names more than are held against each other"},
		{"a person a sentence", "looked for in the sentences before only"},
	} {
		for _, c := range fixtures.Constructions {
			if c.Name == row.construction {
				require.Contains(t, analysed(prose+c.Make(200_000)), row.told)
			}
		}
	}
}
