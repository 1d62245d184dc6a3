// Package story groups articles that are about the same event.
package story

import (
	"slices"

	"xref/extract"
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
// about something else moves no other.
func Group(documents []*extract.Document) []Story {
	profiles := make([]profile, len(documents))
	for i, d := range documents {
		profiles[i] = newProfile(d)
	}
	likeness := make([][]float64, len(profiles))
	for i := range profiles {
		likeness[i] = make([]float64, i)
		for j := range i {
			likeness[i][j] = alike(profiles[i], profiles[j])
		}
	}
	var stories []Story
	for _, group := range cluster(likeness, enough) {
		stories = append(stories, Story{Label: label(documents, profiles, group), Articles: group})
	}
	return stories
}

// label is the headline of the article that is most like the others of its
// story, or what its first sentence starts with.
func label(documents []*extract.Document, profiles []profile, group []int) string {
	best, most := group[0], -1.0
	for _, i := range group {
		sum := 0.0
		for _, j := range group {
			if i != j {
				sum += alike(profiles[i], profiles[j])
			}
		}
		if documents[i].Article.Headline != "" {
			sum++
		}
		if sum > most {
			best, most = i, sum
		}
	}
	return opening(documents[best])
}

// cluster joins places by average linkage while two groups' mean likeness is at
// least threshold. likeness[i][j] is given for j < i. Groups and their members
// come in ascending order.
func cluster(likeness [][]float64, threshold float64) [][]int {
	var groups [][]int
	for _, part := range components(likeness, threshold) {
		groups = append(groups, average(part, likeness, threshold)...)
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	return groups
}

// components are the sets of places that chains of likenesses of at least
// threshold connect: no group reaches across them.
func components(likeness [][]float64, threshold float64) [][]int {
	of := make([]int, len(likeness))
	for i := range of {
		of[i] = i
		for j := range i {
			if likeness[i][j] >= threshold && of[i] != of[j] {
				from, to := max(of[i], of[j]), min(of[i], of[j])
				for k := range i + 1 {
					if of[k] == from {
						of[k] = to
					}
				}
			}
		}
	}
	members := make([][]int, len(likeness))
	for i, c := range of {
		members[c] = append(members[c], i)
	}
	return slices.DeleteFunc(members, func(m []int) bool { return len(m) == 0 })
}

// average is agglomerative clustering by average linkage within one component.
func average(part []int, likeness [][]float64, threshold float64) [][]int {
	groups := make([][]int, len(part))
	between := make([][]float64, len(part)) // sums of likeness of members
	for i, p := range part {
		groups[i] = []int{p}
		between[i] = make([]float64, len(part))
		for j := range i {
			l := likeness[max(p, part[j])][min(p, part[j])]
			between[i][j], between[j][i] = l, l
		}
	}
	for {
		x, y, most := -1, -1, threshold
		for i := range groups {
			for j := range i {
				if groups[i] == nil || groups[j] == nil {
					continue
				}
				if mean := between[i][j] / float64(len(groups[i])*len(groups[j])); mean > most || mean == most && x < 0 {
					x, y, most = j, i, mean
				}
			}
		}
		if x < 0 {
			break
		}
		groups[x], groups[y] = append(groups[x], groups[y]...), nil
		slices.Sort(groups[x])
		for k := range groups {
			between[x][k] += between[y][k]
			between[k][x] = between[x][k]
		}
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
}
