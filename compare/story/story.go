// Package story groups articles that are about the same event.
package story

import (
	"cmp"
	"slices"
	"strings"

	"xref/extract"
	"xref/internal/parallel"
)

// Story is a set of articles about one event. Group makes the stories of a run;
// every article stands in exactly one.
type Story struct {
	Label    string // what it is about, in the words of its articles
	Articles []int  // places among the documents, ascending
}

// Group tells the stories among documents, in the order of their first
// articles. How many there are is not given: articles are joined by average
// linkage, the most alike first, as long as two groups are alike enough.
// Whether two articles belong together rests on them alone, so that an article
// about something else moves no other; nothing depends on their names.
func Group(documents []*extract.Document) []Story {
	order := make([]int, len(documents))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(documents[a].Article.Text, documents[b].Article.Text)
	})
	profiles := make([]Profile, len(order))
	parallel.Each(len(order), func(_, i int) { profiles[i] = ProfileOf(documents[order[i]]) })
	likeness := likenesses(profiles)
	var stories []Story
	for _, group := range cluster(likeness, enough) {
		s := Story{Label: opening(documents[order[typical(documents, order, likeness, group)]])}
		for _, i := range group {
			s.Articles = append(s.Articles, order[i])
		}
		slices.Sort(s.Articles)
		stories = append(stories, s)
	}
	slices.SortFunc(stories, func(a, b Story) int { return cmp.Compare(a.Articles[0], b.Articles[0]) })
	return stories
}

// Gathered are the places of profiles, grouped into stories as Group does, in ascending order.
func Gathered(profiles []Profile) [][]int { return cluster(likenesses(profiles), enough) }

// Connected are the places of profiles that chains of articles alike enough connect: no
// story reaches across them.
func Connected(profiles []Profile) [][]int { return components(likenesses(profiles), enough) }

// typical is the article of a group that is most like the others, rather one
// with a headline.
func typical(documents []*extract.Document, order []int, likeness [][]float64, group []int) int {
	best, most := group[0], -1.0
	for _, i := range group {
		sum := 0.0
		for _, j := range group {
			if i != j {
				sum += likeness[max(i, j)][min(i, j)]
			}
		}
		if documents[order[i]].Article.Headline != "" {
			sum += float64(len(group))
		}
		if sum > most {
			best, most = i, sum
		}
	}
	return best
}
