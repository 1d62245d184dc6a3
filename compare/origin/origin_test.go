package origin

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
)

// agencyCopy is an agency's report, a sentence a line.
var agencyCopy = strings.Split(`The footbridge over the Wend gave way on Tuesday evening and fourteen walkers fell into the water.
Rescuers from the fire brigade pulled all of them out within the hour.
Three were taken to the hospital of Sollby with broken bones.
The bridge had been closed for repairs twice in the past year.
Engineers of the town council had found rust in its cables in March.
A spokesman for the council declined to say why it was opened again.
Neighbours laid candles at the foot of the broken bridge on Wednesday.
The council meets on Friday to hear the report of an expert from the capital.`, "\n")

const own = `Fourteen people were thrown into the Wend when a footbridge broke on Tuesday evening.
Nobody died, but three lie in hospital, doctors in Sollby said.
Rust may have been the cause: it was found in the cables in spring.
The council wants an expert's report by Friday.`

func document(id, text string) *extract.Document {
	return extract.Analyse(&article.Article{ID: id, Language: "en", Text: text, Body: article.Span{End: len(text)}})
}

// found are the origins of texts that tell one story.
func found(texts ...string) []Origin {
	var documents []*extract.Document
	var one story.Story
	for i, text := range texts {
		documents = append(documents, document(fmt.Sprintf("article-%d", i), text))
		one.Articles = append(one.Articles, i)
	}
	return Find(documents, one)
}

func lines(of []string, places ...int) string {
	var chosen []string
	for _, p := range places {
		chosen = append(chosen, of[p])
	}
	return strings.Join(chosen, "\n")
}

func TestFind(t *testing.T) {
	whole := strings.Join(agencyCopy, "\n")
	for _, row := range []struct {
		reason string
		texts  []string
		want   []Origin
	}{
		{"two reports of one event in their own words", []string{whole, own}, []Origin{{Articles: []int{0}}, {Articles: []int{1}}}},
		{"the same text", []string{whole, own, whole}, []Origin{{Kind: Copy, Articles: []int{0, 2}}, {Articles: []int{1}}}},
		{"the same text but for a word", []string{whole, strings.ReplaceAll(whole, "on Wednesday", "the day after")}, []Origin{{Kind: Copy, Articles: []int{0, 1}}}},
		{"a text with words changed all over", []string{whole, strings.NewReplacer("the", "that", "out", "away").Replace(whole)}, []Origin{{Kind: Agency, Articles: []int{0, 1}}}},
		{"a copy and a cut", []string{whole, lines(agencyCopy, 0, 1, 2, 3), whole}, []Origin{{Kind: Agency, Articles: []int{0, 1, 2}}}},
		{"cut from the end", []string{whole, lines(agencyCopy, 0, 1, 2, 3)}, []Origin{{Kind: Agency, Articles: []int{0, 1}}}},
		{"reordered and cut", []string{whole, lines(agencyCopy, 6, 4, 0, 2)}, []Origin{{Kind: Agency, Articles: []int{0, 1}}}},
		{"reordered, cut and with words of its own", []string{whole, lines(agencyCopy, 4, 0, 2, 5) + "\n" + own}, []Origin{{Kind: Agency, Articles: []int{0, 1}}}},
		{"two cuts that have nothing in common but through the whole", []string{lines(agencyCopy, 0, 1, 2), whole, lines(agencyCopy, 5, 6, 7)}, []Origin{{Kind: Agency, Articles: []int{0, 1, 2}}}},
		{"one sentence alike is chance or a quotation", []string{whole, own + "\n" + agencyCopy[4]}, []Origin{{Articles: []int{0}}, {Articles: []int{1}}}},
		{"with the agency's credit", []string{"SOLLBY (Reuters) - " + whole, lines(agencyCopy, 0, 1, 2, 3)}, []Origin{{Kind: Agency, Name: "Reuters", Articles: []int{0, 1}}}},
	} {
		t.Run(row.reason, func(t *testing.T) { require.Equal(t, row.want, found(row.texts...)) })
	}
}

// Two reports that rest on one person's word count once, those that ask others
// too don't.
func TestOneVoice(t *testing.T) {
	const (
		first  = `Dana Okoro said that the bridge over the Wend had been rotten for years. Okoro said she had warned the council twice. The cables were rusty, she said.`
		second = `The cables of the bridge were full of rust, Dana Okoro said. The council had known since March, Okoro said. She said the bridge was left to fall.`
		third  = first + ` Mayor Pieter Lindqvist said that the council had acted properly. The last inspection was in April, Lindqvist said. He said that the inspectors had found no rust and that the cables had been painted in May.`
	)
	require.Equal(t, []Origin{{Kind: OneVoice, Name: "dana okoro", Articles: []int{0, 1}}, {Articles: []int{2}}}, found(first, second, own))
	require.NotEqual(t, "dana okoro", voice(document("a", third)))
}

// What two outlets quote of one speech makes no common copy.
func TestQuotedWordsAreNoCommonCopy(t *testing.T) {
	const speech = `“We warned the council twice and were told that there was no money for cables, so the bridge was left to rust until it broke,” said engineer Dana Okoro.`
	require.Equal(t, []Origin{{Articles: []int{0}}, {Articles: []int{1}}}, found(own+"\n"+speech, lines(agencyCopy, 0, 3)+"\n"+speech))
}

func TestArticlesOfTwoStoriesHaveTwoOrigins(t *testing.T) {
	d := []*extract.Document{document("a", own), document("b", own)}
	require.Len(t, append(Find(d, story.Story{Articles: []int{0}}), Find(d, story.Story{Articles: []int{1}})...), 2)
	require.Empty(t, Find(nil, story.Story{}))
}

// Every article stands in one origin, and which ones stand together doesn't
// depend on their order.
func TestOriginsDontDependOnTheOrderOfArticles(t *testing.T) {
	whole := strings.Join(agencyCopy, "\n")
	texts := []string{whole, own, lines(agencyCopy, 0, 1, 2), whole, lines(agencyCopy, 5, 6, 7), own + "\n" + agencyCopy[4]}
	together := func(order []int) [][]int {
		shuffled := make([]string, len(order))
		for i, p := range order {
			shuffled[i] = texts[p]
		}
		var all [][]int
		for _, o := range found(shuffled...) {
			var of []int
			for _, a := range o.Articles {
				of = append(of, order[a])
			}
			slices.Sort(of)
			all = append(all, of)
		}
		slices.SortFunc(all, func(a, b []int) int { return a[0] - b[0] })
		return all
	}
	straight := together([]int{0, 1, 2, 3, 4, 5})
	require.Len(t, slices.Concat(straight...), len(texts))
	rapid.Check(t, func(t *rapid.T) {
		require.Equal(t, straight, together(rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(t, "order")))
	})
}

func TestCredit(t *testing.T) {
	for _, row := range []struct{ reason, text, agency string }{
		{"in the dateline", "SOLLBY (AP) — The footbridge fell.", "AP"},
		{"as a source", "The footbridge fell, Reuters reported.", ""},
		{"none", own, ""},
	} {
		t.Run(row.reason, func(t *testing.T) { require.Equal(t, row.agency, credit(document("a", row.text).Text)) })
	}
}

func TestContainment(t *testing.T) {
	set := func(words string) map[uint64]bool { return shingle(document("a", words).Text) }
	rapid.Check(t, func(t *rapid.T) {
		a := set(lines(agencyCopy, rapid.SliceOfN(rapid.IntRange(0, 7), 1, 6).Draw(t, "a")...))
		b := set(lines(agencyCopy, rapid.SliceOfN(rapid.IntRange(0, 7), 1, 6).Draw(t, "b")...))
		share := containment(a, b)
		require.InDelta(t, share, containment(b, a), 0.05)
		require.GreaterOrEqual(t, share, 0.0)
		require.LessOrEqual(t, share, 1.0)
	})
}
