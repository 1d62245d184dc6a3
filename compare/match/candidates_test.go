package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
)

// invented is an article of so many sentences put together from a few subjects,
// acts, objects and places by seed.
func invented(seed uint64, sentences int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	var b strings.Builder
	for range sentences {
		fmt.Fprintf(&b, "%s %s %s %s on %s.\n",
			pick("The harbour master", "Nadia Frost", "A ferry", "The council of Oslip", "An engineer", "The landlord"),
			pick("closed", "inspected", "damaged", "sold", "repaired", "praised", "shut"),
			pick("the old pier", "fourteen boats", "three boats", "a bridge", "the lighthouse", "the quay", "an inn"),
			pick("in Trausdorf", "at the Wend", "near the mill", "beside the market", "for the museum"),
			pick("Monday", "Tuesday", "April 9", "Friday"))
	}
	return b.String()
}

func oneStory(texts ...string) (documents []*extract.Document, one story.Story, linked Linking) {
	for i, text := range texts {
		d := extract.Analyse(&article.Article{ID: fmt.Sprint(i), Language: "en", Text: text, Body: article.Span{End: len(text)}})
		documents = append(documents, d)
		one.Articles = append(one.Articles, i)
		of := make([]int, len(d.Resolution.Entities))
		for e := range of {
			of[e] = len(linked)*1000 + e
		}
		linked = append(linked, of)
	}
	return documents, one, linked
}

// What the search misses of what the exhaustive search joins is next to nothing.
func TestTheSearchFindsWhatTheExhaustiveSearchFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var texts []string
		for i := range rapid.IntRange(2, 5).Draw(t, "articles") {
			texts = append(texts, invented(rapid.Uint64().Draw(t, "seed"), 4+i))
		}
		documents, one, linked := oneStory(texts...)
		type pair struct{ a, b Member }
		found, all := map[pair]bool{}, 0
		for _, l := range Joined(documents, one, linked) {
			found[pair{l.A, l.B}] = true
		}
		missed := 0
		for _, l := range Exhaustive(documents, one, linked, one.Articles) {
			all++
			if !found[pair{l.A, l.B}] {
				missed++
			}
		}
		require.LessOrEqual(t, missed, all/50)
		require.LessOrEqual(t, len(found), all)
	})
}

// Aligning articles in another order gives the same claims.
func TestTheOrderOfArticlesDoesntMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var texts []string
		for range 3 {
			texts = append(texts, invented(rapid.Uint64().Draw(t, "seed"), 5))
		}
		order := rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")
		told := func(order []int) []string {
			turned := make([]string, len(order))
			for i, p := range order {
				turned[i] = texts[p]
			}
			documents, one, linked := oneStory(turned...)
			var all []string
			for _, c := range Claims(documents, []story.Story{one}, linked, Learned()) {
				var members []string
				for _, m := range c.Members {
					members = append(members, fmt.Sprint(order[m.Article], m.Assertion))
				}
				slices.Sort(members)
				all = append(all, fmt.Sprint(members, c.Score, c.Probabilities, c.Central))
			}
			slices.Sort(all)
			return all
		}
		require.Equal(t, told([]int{0, 1, 2}), told(order))
	})
}

func TestClaimsJoinWhatIsToldInOtherWords(t *testing.T) {
	documents, one, linked := oneStory(
		"The harbour master closed the old pier of Trausdorf on Monday after a ferry had damaged it.\nNobody was hurt.\n",
		"A ferry damaged Trausdorf's old pier, and on Monday the harbour master shut it.\nThe quiz league identical in the Blue Owl.\n")
	claims := Claims(documents, []story.Story{one}, linked, Learned())
	require.NotEmpty(t, claims)
	joined := 0
	for _, c := range claims {
		require.NotEmpty(t, c.Members)
		for _, l := range c.Links {
			require.Contains(t, c.Members, l.A)
			require.Contains(t, c.Members, l.B)
		}
		if len(c.Members) > 1 {
			joined++
			for _, m := range c.Members {
				require.NotContains(t, documents[m.Article].Assertions[m.Assertion].Span.In(documents[m.Article].Article.Text), "quiz")
			}
		}
	}
	require.Positive(t, joined)
}

func TestStoriesOfOneArticleHaveNoClaims(t *testing.T) {
	documents, one, linked := oneStory(invented(1, 5))
	require.Empty(t, Claims(documents, []story.Story{one}, linked, Learned()))
}

func TestMeaning(t *testing.T) {
	meaning := func(a, b string) float64 {
		documents, _, _ := oneStory(a, b)
		return Meaning(documents[0], documents[1])
	}
	const told = "The harbour master closed the old pier on Monday."
	same := meaning(told, "On Monday the harbour master shut the old pier.")
	require.InDelta(t, 1, meaning(told, told), 1e-9)
	require.Greater(t, same, meaning(told, "The old pier attracts many walkers in spring."))
	require.Greater(t, same, meaning(told, "Nadia Frost was elected president of the quiz league."))
	require.Greater(t, meaning("Three boats sank on Monday.", "Three boats went down on Monday."), meaning("Three boats sank on Monday.", "Fourteen boats went down on Monday."))
}

func BenchmarkClaims(b *testing.B) {
	for _, articles := range []int{10, 40, 160} {
		b.Run(fmt.Sprint(25*articles, " sentences"), func(b *testing.B) {
			var texts []string
			for i := range articles {
				texts = append(texts, invented(uint64(i), 25))
			}
			documents, one, linked := oneStory(texts...)
			for b.Loop() {
				Claims(documents, []story.Story{one}, linked, Learned())
			}
		})
	}
}
