package story

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract"
	"xref/extract/article"
)

// news are articles of three events; two of them, on two fires, look alike.
var news = []struct {
	event int
	day   int // of May 2024; 0 where the article has no date
	text  string
}{
	{0, 2, "Fire guts the paper mill at Trausdorf. Forty workers fled the paper mill at Trausdorf on Thursday when a dryer caught fire, the brigade of Oslip said. Mill manager Ilka Berend said that the dryer was new."},
	{0, 2, "A dryer caught fire in Trausdorf's paper mill on Thursday and 40 workers had to flee. The brigade from Oslip needed six hours. The dryer had been bought in March, manager Ilka Berend said."},
	{0, 3, "The paper mill in Trausdorf will stay closed for weeks after the fire in its dryer, manager Ilka Berend said on Friday. The brigade of Oslip looks for the cause."},
	{1, 24, "A fire destroyed the sawmill of Klingenbach on Friday. Seven horses died in a stable beside the sawmill, the owner Jonas Wirt said. Police suspect arson."},
	{1, 24, "Seven horses died when the sawmill at Klingenbach burned down on Friday. Police suspect arson, and the owner, Jonas Wirt, offers a reward."},
	{2, 2, "The quiz league of the harbour pubs elected a new president. Nadia Frost beat the landlord of the Blue Owl by three votes."},
	{2, 0, "Nadia Frost is the new president of the quiz league. She beat the landlord of the Blue Owl, the harbour pubs said."},
}

func documents() []*extract.Document {
	var all []*extract.Document
	for i, n := range news {
		a := &article.Article{ID: fmt.Sprintf("article-%d", i), Language: "en", Text: n.text, Body: article.Span{End: len(n.text)}}
		if n.day > 0 {
			a.Published = time.Date(2024, 5, n.day, 0, 0, 0, 0, time.UTC)
		}
		all = append(all, extract.Analyse(a))
	}
	return all
}

// groups are the stories of some of the news, by their places in news.
func groups(all []*extract.Document, places []int) [][]int {
	some := make([]*extract.Document, len(places))
	for i, p := range places {
		some[i] = all[p]
	}
	var told [][]int
	for _, s := range Group(some) {
		var of []int
		for _, a := range s.Articles {
			of = append(of, places[a])
		}
		slices.Sort(of)
		told = append(told, of)
	}
	slices.SortFunc(told, func(a, b []int) int { return a[0] - b[0] })
	return told
}

func TestLookAlikeEventsAreTwoStories(t *testing.T) {
	require.Equal(t, [][]int{{0, 1, 2}, {3, 4}, {5, 6}}, groups(documents(), []int{0, 1, 2, 3, 4, 5, 6}))
}

func TestStoriesComeByTheirFirstArticlesWithALabel(t *testing.T) {
	all := documents()
	stories := Group([]*extract.Document{all[5], all[0], all[6], all[1]})
	require.Len(t, stories, 2)
	require.Equal(t, []int{0, 2}, stories[0].Articles)
	require.Equal(t, []int{1, 3}, stories[1].Articles)
	require.Contains(t, stories[0].Label, "quiz league")
	require.Empty(t, Group(nil))
}

// The order of articles doesn't matter, and those of another event part or join
// none.
func TestStoriesRestOnTheirArticlesAlone(t *testing.T) {
	all := documents()
	whole := groups(all, []int{0, 1, 2, 3, 4, 5, 6})
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6}).Draw(t, "order")
		require.Equal(t, whole, groups(all, places))
		event := rapid.IntRange(0, 2).Draw(t, "event left out")
		places = slices.DeleteFunc(places, func(p int) bool { return news[p].event == event })
		require.Equal(t, slices.Delete(slices.Clone(whole), event, event+1), groups(all, places))
	})
}

func TestLikenessIsThatOfAnArticleWithItselfAtMost(t *testing.T) {
	var profiles []Profile
	for _, d := range documents() {
		profiles = append(profiles, ProfileOf(d), ProfileOf(d))
	}
	for i, row := range likenesses(profiles) {
		for j, l := range row {
			require.GreaterOrEqual(t, l, 0.0)
			require.LessOrEqual(t, l, 1.0+1e-9)
			if i == j+1 && j%2 == 0 {
				require.InDelta(t, 1.0, l, 1e-9, "an article and itself")
			}
		}
	}
}

func TestNearness(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2024, 5, n, 0, 0, 0, 0, time.UTC) }
	for _, row := range []struct {
		reason string
		a, b   time.Time
		is     float64
	}{
		{"the next day is the same news", day(1), day(2), 1},
		{"a week after that", day(1), day(10), 0.5},
		{"either way round", day(10), day(1), 0.5},
		{"without a date nothing is known", day(10), time.Time{}, 1},
	} {
		t.Run(row.reason, func(t *testing.T) { require.InDelta(t, row.is, nearness(row.a, row.b), 1e-9) })
	}
}
