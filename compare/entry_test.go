package compare_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/measure"
	"xref/extract/article"
)

// passage is evidence in an article, with the words to look at.
func passage(a, start, end int, focus ...int) kind.Evidence {
	e := kind.Evidence{Article: a, Span: article.Span{Start: start, End: end}}
	if len(focus) == 2 {
		e.Focus = article.Span{Start: focus[0], End: focus[1]}
	}
	return e
}

func finds(k kind.ID, v kind.Verdict, evidence ...kind.Evidence) compare.Finding {
	return compare.Finding{Finding: kind.Finding{Kind: k, Verdict: v, Claim: -1, Entity: -1, Utterance: -1, Evidence: evidence}}
}

func ofClaim(claim int, f compare.Finding) compare.Finding {
	f.Claim = claim
	return f
}

func ofEntity(entity int, f compare.Finding) compare.Finding {
	f.Entity = entity
	return f
}

func ofUtterance(utterance int, f compare.Finding) compare.Finding {
	f.Utterance = utterance
	return f
}

func ofStory(story int, f compare.Finding) compare.Finding {
	f.Story = story
	return f
}

func TestEntries(t *testing.T) {
	for _, row := range []struct {
		reason   string
		findings []compare.Finding
		entries  [][]int
		aspects  []int // how many each entry has
		parts    []compare.Part
	}{
		{"nothing", nil, nil, nil, nil},
		{
			"the same clauses in two articles",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 40), passage(1, 0, 40)),
				finds("number", kind.Agree, passage(0, 5, 30, 10, 20), passage(1, 5, 30, 10, 20)),
			},
			[][]int{{0, 1}},
			[]int{1},
			[]compare.Part{compare.Lead},
		},
		{
			"the same clause in one article only: the other one says two things of it",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 40), passage(1, 0, 40)),
				finds("fact", kind.Agree, passage(0, 0, 40), passage(1, 60, 90)),
			},
			[][]int{{0}, {1}},
			[]int{1, 1},
			[]compare.Part{compare.Lead, compare.Lead},
		},
		{
			"less than half of the shorter one in common",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 40), passage(1, 0, 40)),
				finds("fact", kind.Agree, passage(0, 30, 70), passage(1, 30, 70)),
			},
			[][]int{{0}, {1}},
			[]int{1, 1},
			[]compare.Part{compare.Lead, compare.Lead},
		},
		{
			"two words of one clause are two aspects of one entry",
			[]compare.Finding{
				finds("modality", kind.Differ, passage(0, 0, 40, 0, 6), passage(1, 0, 40, 0, 6)),
				finds("scope", kind.Differ, passage(0, 0, 40, 20, 30), passage(1, 0, 40, 20, 30)),
			},
			[][]int{{0, 1}},
			[]int{2},
			[]compare.Part{compare.Told},
		},
		{
			"one claim, though other passages show it",
			[]compare.Finding{
				ofClaim(3, finds("number", kind.Differ, passage(0, 0, 10), passage(1, 0, 10))),
				ofClaim(3, finds("scope", kind.Differ, passage(0, 50, 60), passage(1, 50, 60))),
				ofClaim(4, finds("scope", kind.Differ, passage(0, 80, 90), passage(1, 80, 90))),
			},
			[][]int{{0, 1}, {2}},
			[]int{2, 1},
			[]compare.Part{compare.Told, compare.Told},
		},
		{
			"one of two findings bridges the others",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 20), passage(1, 0, 20)),
				finds("fact", kind.Agree, passage(0, 40, 60), passage(1, 40, 60)),
				finds("fact", kind.Agree, passage(0, 0, 60), passage(1, 0, 60)),
			},
			[][]int{{0, 1, 2}},
			[]int{1},
			[]compare.Part{compare.Lead},
		},
		{
			"names stand by themselves, though they stand in a claim's clauses, and by entity",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 40), passage(1, 0, 40)),
				ofEntity(7, finds("name", kind.Differ, passage(0, 0, 8), passage(1, 0, 8))),
				ofEntity(7, finds("title", kind.Agree, passage(0, 90, 98), passage(1, 90, 98))),
				ofEntity(8, finds("name", kind.Differ, passage(0, 20, 28), passage(1, 20, 28))),
			},
			[][]int{{0}, {1, 2}, {3}},
			[]int{1, 2, 1},
			[]compare.Part{compare.Lead, compare.Names, compare.Names},
		},
		{
			"she here and he there is about the person and no name",
			[]compare.Finding{ofEntity(7, finds("pronoun", kind.Conflict, passage(0, 0, 3), passage(1, 0, 2)))},
			[][]int{{0}},
			[]int{1},
			[]compare.Part{compare.Told},
		},
		{
			"what one article says of itself, twice",
			[]compare.Finding{
				finds("number", kind.Internal, passage(0, 0, 10), passage(0, 40, 50)),
				finds("quantifier", kind.Internal, passage(0, 0, 10), passage(0, 70, 80)),
				finds("fact", kind.Agree, passage(0, 0, 10), passage(1, 0, 10)),
			},
			[][]int{{0, 1}, {2}},
			[]int{1, 1},
			[]compare.Part{compare.Told, compare.Agreed},
		},
		{
			"the same spans of another story",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 40), passage(1, 0, 40)),
				ofStory(1, finds("fact", kind.Agree, passage(2, 0, 40), passage(3, 0, 40))),
			},
			[][]int{{0}, {1}},
			[]int{1, 1},
			[]compare.Part{compare.Lead, compare.Lead},
		},
		{
			"parts: what stands before the first difference of its story is its lead",
			[]compare.Finding{
				finds("fact", kind.Agree, passage(0, 0, 20), passage(1, 0, 20)),
				finds("framing", kind.Differ, passage(0, 30, 50), passage(1, 30, 50)),
				finds("number", kind.Agree, passage(0, 60, 70), passage(1, 60, 70)),
				finds("fact", kind.Agree, passage(0, 80, 90), passage(1, 80, 90)),
				ofUtterance(0, finds("quote", kind.Agree, passage(0, 100, 120), passage(1, 100, 120))),
			},
			[][]int{{0}, {1}, {2}, {3}, {4}},
			[]int{1, 1, 1, 1, 1},
			[]compare.Part{compare.Lead, compare.Told, compare.Values, compare.Agreed, compare.Quotations},
		},
	} {
		t.Run(row.reason, func(t *testing.T) {
			var entries [][]int
			var aspects []int
			var parts []compare.Part
			for _, e := range compare.Entries(row.findings) {
				entries, aspects, parts = append(entries, e.Findings), append(aspects, len(e.Aspects)), append(parts, e.Part)
			}
			require.Equal(t, row.entries, entries)
			require.Equal(t, row.aspects, aspects)
			require.Equal(t, row.parts, parts)
		})
	}
}

// Ranks follow the order in which the story is told: by story, by part, entry by entry;
// every finding stands in one entry, and nothing is told twice.
func TestRanksFollowTheStory(t *testing.T) {
	all, err := events()
	require.NoError(t, err)
	for _, documents := range all {
		r, err := compare.Compare(context.Background(), documents, compare.Options{})
		require.NoError(t, err)
		var ranks []int
		last := map[int]compare.Part{}
		var stories []int
		for _, e := range compare.Entries(r.Findings) {
			for _, i := range e.Findings {
				ranks = append(ranks, r.Findings[i].Rank)
			}
			require.GreaterOrEqual(t, e.Part, last[e.Story])
			last[e.Story] = e.Part
			if len(stories) == 0 || stories[len(stories)-1] != e.Story {
				require.NotContains(t, stories, e.Story)
				stories = append(stories, e.Story)
			}
		}
		require.Len(t, ranks, len(r.Findings))
		require.True(t, slices.IsSorted(ranks), "%v", ranks)
		require.Zero(t, measure.ToldTwice(r).Part)
	}
}
