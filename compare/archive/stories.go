// Package archive groups articles into stories where there are too many for one machine:
// in steps that see one article, one key, one article with its neighbours, or one part of the
// archive. Each step is a pure function, so that it doesn't matter who runs it; cmd/xref-beam has a
// cluster run them, and Grouped runs them all in memory.
package archive

import (
	"cmp"
	"fmt"
	"slices"

	"xref/compare/story"
)

// What no coverage of the usual kind reaches. Beyond, a part or a story is cut by time.
const (
	MostConnected = 4000 // articles of a part that is grouped into stories at once
	MostOfStory   = 250  // articles of a story that are compared
)

// Story is the articles of one event, or of a slice in time of one that has too many.
type Story struct {
	Event    string   // the id of its first article; the same for all slices
	Slice    int      // from 1
	Slices   int      // of the event; 1 where it is whole
	Articles []string // ids, ascending
}

// Name tells a story from all others.
func (s *Story) Name() string {
	if s.Slices == 1 {
		return s.Event
	}
	return fmt.Sprintf("%s, part %d of %d", s.Event, s.Slice, s.Slices)
}

// Stories are those of a part of the archive, in the order of their first articles.
func Stories(members []Member) []Story {
	var stories []Story
	for _, slice := range inTime(eachOnce(members), MostConnected) {
		profiles := make([]story.Profile, len(slice))
		for i, m := range slice {
			profiles[i] = m.Profile
		}
		for _, group := range story.Gathered(profiles) {
			of := make([]Member, len(group))
			for i, at := range group {
				of[i] = slice[at]
			}
			cut := inTime(of, MostOfStory)
			for n, c := range cut {
				s := Story{Event: of[0].ID, Slice: n + 1, Slices: len(cut)}
				for _, m := range c {
					s.Articles = append(s.Articles, m.ID)
				}
				slices.Sort(s.Articles)
				stories = append(stories, s)
			}
		}
	}
	slices.SortFunc(stories, func(a, b Story) int { return cmp.Compare(a.Articles[0], b.Articles[0]) })
	return stories
}

// inTime is members as they are where they are at most so many; else in slices, as few and
// as even as can be, from the oldest to the newest, those without a date first.
func inTime(members []Member, most int) [][]Member {
	if len(members) <= most {
		return [][]Member{members}
	}
	members = slices.Clone(members)
	slices.SortFunc(members, func(a, b Member) int {
		return cmp.Or(a.Profile.Published.Compare(b.Profile.Published), cmp.Compare(a.ID, b.ID))
	})
	var cut [][]Member
	n := (len(members) + most - 1) / most
	for i := range n {
		slice := members[len(members)*i/n : len(members)*(i+1)/n]
		slices.SortFunc(slice, func(a, b Member) int { return cmp.Compare(a.ID, b.ID) })
		cut = append(cut, slice)
	}
	return cut
}
