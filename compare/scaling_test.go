package compare_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/extract"
	"xref/extract/article"
	"xref/fixtures"
)

// The work of comparing two articles grows with their texts, whatever stands there,
// as that of analysing one does: four times the text takes less than twelve times the
// work, where a square would take sixteen.
func TestComparingIsInProportionToTheTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("counts work, over a hundred long texts")
	}
	const n, most = 4_000, 12
	const lead, other = "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt, the fire service said.\n\n", "A bridge at Old Quay fell on Tuesday, and 15 were hurt, the fire service said.\n\n"
	work := func(made string) (pieces, bytes uint64) {
		documents := []*extract.Document{analysed("a", lead+made), analysed("b", other+made)}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := report(t, documents)
		runtime.ReadMemStats(&after)
		require.NotEmpty(t, r.Stories)
		return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
	}
	work("") // what is loaded once
	require.NotEmpty(t, fixtures.Constructions)
	for _, c := range fixtures.Constructions {
		t.Run(c.Name, func(t *testing.T) {
			pieces, bytes := work(c.Make(n))
			pieces4, bytes4 := work(c.Make(4 * n))
			require.Less(t, pieces4, most*pieces+50_000, "pieces")
			require.Less(t, bytes4, most*bytes+32<<20, "bytes")
		})
	}
}

// Bounds of comparing are told where they are reached.
func TestBoundsOfComparingAreTold(t *testing.T) {
	if testing.Short() {
		t.Skip("compares long texts")
	}
	const n = 100_000
	for _, row := range []struct{ construction, told string }{
		{"titles of one person", "of more than 256 titles of one person or body the first are looked at"},
		{"titles of one person", "share a word with more than 4096 others"},
	} {
		at := slices.IndexFunc(fixtures.Constructions, func(c fixtures.Construction) bool { return c.Name == row.construction })
		require.GreaterOrEqual(t, at, 0, row.construction)
		made := fixtures.Constructions[at].Make(n)
		r := report(t, []*extract.Document{analysed("a", "The footbridge at Old Quay gave way.\n\n"+made), analysed("b", "A bridge at Old Quay gave way.\n\n"+made)})
		require.True(t, slices.ContainsFunc(r.Limited, func(l compare.Skipped) bool { return strings.Contains(l.Reason, row.told) }), row.told)
	}
}

// The work of a run grows with the number of its stories.
func TestComparingIsInProportionToTheStories(t *testing.T) {
	var few, many uint64
	for _, row := range []struct {
		stories int
		work    *uint64
	}{{20, &few}, {80, &many}} {
		documents := storiesOfTwo(row.stories)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := report(t, documents)
		runtime.ReadMemStats(&after)
		require.Len(t, r.Stories, row.stories)
		*row.work = after.TotalAlloc - before.TotalAlloc
	}
	require.Less(t, many, 6*few)
}

func analysed(id, text string) *extract.Document {
	return extract.Analyse(&article.Article{ID: id, Outlet: id, Language: "en", Text: text, Body: article.Span{End: len(text)}})
}

// storiesOfTwo are two articles each on n events, months apart and with names of their
// own.
func storiesOfTwo(n int) []*extract.Document {
	var all []*extract.Document
	for i := range n {
		name := "Mar" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "ek"
		for side, text := range []string{
			"The ferry %s sank off Gull Island on Tuesday, and 14 passengers were hurt. “We saw it go down,” said Jonas %s. Mayor Dana %s blamed the owner.",
			"Fourteen people were hurt when the %s went down near Gull Island. Jonas %s saw it sink. The mayor, Dana %s, said that the owner had been warned.",
		} {
			d := fmt.Sprintf(text, name, name, name)
			all = append(all, extract.Analyse(&article.Article{
				ID: fmt.Sprintf("%03d-%d", i, side), Outlet: fmt.Sprint(side), Language: "en", Text: d, Body: article.Span{End: len(d)},
				Published: time.Date(2000, time.January, 1+90*i, 0, 0, 0, 0, time.UTC),
			}))
		}
	}
	return all
}
