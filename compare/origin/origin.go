// Package origin tells which articles carry the same agency's copy or rest on
// the same single source, so that agreement can be counted in origins and not
// in outlets.
package origin

import (
	"slices"

	"xref/compare/story"
	"xref/extract"
)

// Origin is what one or more articles of a story go back to. Find makes them;
// every article stands in exactly one.
type Origin struct {
	Kind     Kind
	Name     string // the agency or the source; "" where none is known
	Articles []int  // places among the documents, ascending
}

// Kind is why articles count as one origin.
type Kind uint8

// The kinds of origins.
const (
	Own      Kind = iota // the outlet's own reporting: one article
	OneVoice             // resting on the same single source
	Agency               // cut, reordered or edited from the same copy
	Copy                 // the same text, but for trifles
)

// The least share of the shorter text's shingles that the longer one has, for
// its text to come from the same copy, and for the two to be copies, whose
// lengths differ by no more than trifle.
const (
	fromSame = 0.25
	copies   = 0.9
	trifle   = 0.1
)

// Find returns the origins of the articles of all stories, in the order of
// their first articles.
func Find(documents []*extract.Document, stories []story.Story) []Origin {
	var origins []Origin
	for _, s := range stories {
		shingles := make([]map[uint64]bool, len(s.Articles))
		voices := make([]string, len(s.Articles))
		for i, d := range s.Articles {
			shingles[i] = shingle(documents[d].Text)
			voices[i] = voice(documents[d])
		}
		group := make([]int, len(s.Articles))
		kinds := make([]Kind, len(s.Articles))
		for i := range group {
			group[i] = i
		}
		for i := range s.Articles {
			for j := range i {
				kind := common(shingles[i], shingles[j])
				if kind == Own && voices[i] != "" && voices[i] == voices[j] {
					kind = OneVoice
				}
				if kind == Own {
					continue
				}
				from, to := group[i], group[j]
				for k := range group {
					if group[k] == from {
						group[k] = to
					}
				}
				kinds[to] = max(kinds[to], kind)
			}
		}
		for i := range s.Articles {
			if group[i] != i && slices.Contains(group[:i], group[i]) {
				continue
			}
			o := Origin{Kind: kinds[group[i]]}
			for k, d := range s.Articles {
				if group[k] == group[i] {
					o.Articles = append(o.Articles, d)
				}
			}
			if o.Kind == OneVoice {
				o.Name = voices[i]
			}
			for _, d := range o.Articles {
				if o.Name == "" {
					o.Name = credit(documents[d].Text)
				}
			}
			origins = append(origins, o)
		}
	}
	slices.SortFunc(origins, func(a, b Origin) int { return a.Articles[0] - b.Articles[0] })
	return origins
}

// common tells from the shingles of two texts whether they come from the same
// copy.
func common(a, b map[uint64]bool) Kind {
	share := containment(a, b)
	short, long := min(len(a), len(b)), max(len(a), len(b))
	switch {
	case share < fromSame:
		return Own
	case share >= copies && float64(long-short) <= trifle*float64(long):
		return Copy
	}
	return Agency
}
