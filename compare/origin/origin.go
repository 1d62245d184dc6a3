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

// Find returns the origins of the articles of a story, in the order of their first
// articles.
func Find(documents []*extract.Document, s story.Story) []Origin {
	var origins []Origin
	shingles := make([]map[uint64]bool, len(s.Articles))
	voices := make([]string, len(s.Articles))
	for i, d := range s.Articles {
		shingles[i] = shingle(documents[d].Text)
		voices[i] = voice(documents[d])
	}
	for _, g := range join(len(s.Articles), func(i, j int) Kind {
		kind := common(shingles[i], shingles[j])
		if kind == Own && voices[i] != "" && voices[i] == voices[j] {
			kind = OneVoice
		}
		return kind
	}) {
		o := Origin{Kind: g.kind}
		for _, i := range g.places {
			o.Articles = append(o.Articles, s.Articles[i])
		}
		if o.Kind == OneVoice {
			o.Name = voices[g.places[0]]
		}
		for _, d := range o.Articles {
			if o.Name == "" {
				o.Name = credit(documents[d].Text)
			}
		}
		origins = append(origins, o)
	}
	slices.SortFunc(origins, func(a, b Origin) int { return a.Articles[0] - b.Articles[0] })
	return origins
}

// group is places that count as one origin, ascending, for the weakest of the
// reasons that hold them together.
type group struct {
	kind   Kind
	places []int
}

// join groups n places of which related tells why two count as one origin, Own
// for those that don't. The strongest reasons come first.
func join(n int, related func(i, j int) Kind) []group {
	reasons := make([][]Kind, n)
	for i := range n {
		reasons[i] = make([]Kind, i)
		for j := range i {
			reasons[i][j] = related(i, j)
		}
	}
	of := make([]int, n)
	kinds := make([]Kind, n)
	for i := range of {
		of[i] = i
	}
	for reason := Copy; reason > Own; reason-- {
		for i := range n {
			for j := range i {
				if reasons[i][j] != reason || of[i] == of[j] {
					continue
				}
				from, to := max(of[i], of[j]), min(of[i], of[j])
				for k := range of {
					if of[k] == from {
						of[k] = to
					}
				}
				kinds[to] = reason
			}
		}
	}
	members := make([][]int, n)
	for i, g := range of {
		members[g] = append(members[g], i)
	}
	var groups []group
	for i, m := range members {
		if len(m) > 0 {
			groups = append(groups, group{kinds[i], m})
		}
	}
	return groups
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
