package archive

import (
	"maps"
	"slices"
)

// Level is how articles were spread over the keys that were taken apart so often.
type Level struct {
	Records int // an article under a key each
	Keys    int
	Largest int // the articles of the key that has the most
	Over    int // keys of more than MostOfKey articles, which are taken apart further
	Held    int // the most articles that are held against each other for one key
	LeftOut int // articles not held against the others of a key that can't be taken apart further
}

// Tally is what grouping an archive took.
type Tally struct {
	Levels  []Level
	Links   int
	Open    int // articles that the rounds left between two parts
	Parts   int // of more than one article
	Largest int // the articles of the part that has the most
}

// Grouped are the stories of an archive that fits into memory, made by the steps that a
// cluster makes.
func Grouped(members []Member) ([]Story, Tally) {
	var t Tally
	byKey := map[Key][]Member{}
	for i := range members {
		for _, k := range Keys(&members[i]) {
			byKey[k] = append(byKey[k], members[i])
		}
	}
	var links []Link
	for level := range Levels() + 1 {
		var counted Level
		next := map[Key][]Member{}
		for _, k := range slices.SortedFunc(maps.Keys(byKey), compareKeys) {
			of := byKey[k]
			counted.Records, counted.Keys, counted.Largest = counted.Records+len(of), counted.Keys+1, max(counted.Largest, len(of))
			if len(of) > MostOfKey {
				counted.Over++
				if level < Levels() {
					for i := range of {
						for _, f := range Finer(k, &of[i]) {
							next[f] = append(next[f], of[i])
						}
					}
					continue
				}
				counted.LeftOut += len(of) - MostOfKey
				of = First(k, of)
			}
			counted.Held = max(counted.Held, len(of))
			links = append(links, Links(of)...)
		}
		if counted.Records > 0 {
			t.Levels = append(t.Levels, counted)
		}
		byKey = next
	}
	t.Links = len(links)
	for range Rounds {
		links = handedOn(links, true)
		links = handedOn(links, false)
	}
	part := map[string]string{}
	for _, l := range links {
		if to, ok := part[l.From]; !ok || l.To < to {
			part[l.From] = l.To
		}
	}
	t.Open = open(links)
	byPart := map[string][]Member{}
	for _, m := range members {
		of := m.ID
		if to, ok := part[of]; ok {
			of = to
		}
		byPart[of] = append(byPart[of], m)
	}
	var stories []Story
	for _, id := range slices.Sorted(maps.Keys(byPart)) {
		of := byPart[id]
		if len(of) > 1 {
			t.Parts++
		}
		t.Largest = max(t.Largest, len(of))
		stories = append(stories, Stories(of)...)
	}
	return stories, t
}

func compareKeys(a, b Key) int {
	switch {
	case a.Name < b.Name:
		return -1
	case a.Name > b.Name:
		return 1
	}
	return a.Level - b.Level
}

// handedOn is half a round.
func handedOn(links []Link, later bool) []Link {
	neighbours := map[string][]string{}
	for _, l := range links {
		neighbours[l.From] = append(neighbours[l.From], l.To)
		if later {
			neighbours[l.To] = append(neighbours[l.To], l.From)
		}
	}
	var out []Link
	for _, id := range slices.Sorted(maps.Keys(neighbours)) {
		if later {
			out = append(out, Later(id, neighbours[id])...)
		} else {
			out = append(out, Earlier(id, neighbours[id])...)
		}
	}
	return out
}

// open counts the articles that are linked with more than one other, or with one that is
// itself linked with an earlier one.
func open(links []Link) int {
	to := map[string]map[string]bool{}
	for _, l := range links {
		if to[l.From] == nil {
			to[l.From] = map[string]bool{}
		}
		to[l.From][l.To] = true
	}
	n := 0
	for _, all := range to {
		further := len(all) > 1
		for t := range all {
			further = further || to[t] != nil
		}
		if further {
			n++
		}
	}
	return n
}
