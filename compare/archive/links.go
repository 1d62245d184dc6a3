package archive

import (
	"slices"
	"strings"

	"xref/compare/story"
)

// Link says that two articles belong to one part of the archive: From comes after To.
type Link struct{ From, To string }

// Links are those among the articles of one key: each that is connected with others is
// linked with the first of them, so that there are never more links than articles.
func Links(members []Member) []Link {
	members = eachOnce(members)
	profiles := make([]story.Profile, len(members))
	for i, m := range members {
		profiles[i] = m.Profile
	}
	var links []Link
	for _, group := range story.Connected(profiles) {
		for _, i := range group[1:] {
			links = append(links, Link{members[i].ID, members[group[0]].ID})
		}
	}
	return links
}

// eachOnce is members in the order of their ids, each once.
func eachOnce(members []Member) []Member {
	members = slices.Clone(members)
	slices.SortFunc(members, func(a, b Member) int { return strings.Compare(a.ID, b.ID) })
	return slices.CompactFunc(members, func(a, b Member) bool { return a.ID == b.ID })
}

// What is connected by links is found in rounds, each of which sees one article and
// its neighbours only: alternately every article hands its later neighbours, then its earlier ones, on to the
// first that it knows. It ends as stars, each with the first article of its part
// in the middle (Kiveris and others, Connected Components in MapReduce and Beyond, 2014).

// Rounds is how often both are done. A chain of 64 articles is joined in so many; stories
// are no chains, and what is left open is counted.
const Rounds = 6

// Later links the neighbours that come after an article with the first article that it knows.
func Later(id string, neighbours []string) []Link {
	first := id
	for _, n := range neighbours {
		first = min(first, n)
	}
	return linked(neighbours, first, func(n string) bool { return n > id })
}

// Earlier links an article and the neighbours that come before it with the first of those.
func Earlier(id string, neighbours []string) []Link {
	first := id
	for _, n := range neighbours {
		first = min(first, n)
	}
	return linked(append([]string{id}, neighbours...), first, func(n string) bool { return n <= id })
}

func linked(ids []string, to string, takes func(string) bool) []Link {
	var links []Link
	for _, id := range ids {
		if id != to && takes(id) {
			links = append(links, Link{id, to})
		}
	}
	slices.SortFunc(links, func(a, b Link) int { return strings.Compare(a.From, b.From) })
	return slices.Compact(links)
}
