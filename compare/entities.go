package compare

import (
	"cmp"
	"slices"

	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/resolve"
)

// link gathers the entities of all documents. The linking gives every document's
// entities their places among the gathered ones.
func link(documents []*extract.Document, o Options) ([]kind.Entity, match.Linking) {
	resolutions := make([]*resolve.Resolution, len(documents))
	linked := make(match.Linking, len(documents))
	for i, d := range documents {
		resolutions[i] = d.Resolution
		linked[i] = make([]int, len(d.Resolution.Entities))
	}
	groups := o.joined(resolutions, resolve.Link(resolutions))
	entities := make([]kind.Entity, len(groups))
	for g, members := range groups {
		for _, m := range members {
			linked[m.Article][m.Entity] = g
		}
		entities[g] = kind.Entity{Type: commonType(resolutions, members), Name: commonName(resolutions, members), Members: members}
	}
	return entities, linked
}

// commonType is the type that most mentions are of, named ones counting twice;
// Other only where no article tells. Of several that tie it is the first in resolve's order.
func commonType(resolutions []*resolve.Resolution, members []resolve.Member) resolve.Type {
	var votes [resolve.Place + 1]int
	for _, m := range members {
		e := &resolutions[m.Article].Entities[m.Entity]
		if e.Type == resolve.Other {
			continue
		}
		votes[e.Type] += len(e.Mentions)
		if e.Named {
			votes[e.Type] += len(e.Mentions)
		}
	}
	best := resolve.Other
	for typ, n := range votes {
		if n > votes[best] {
			best = resolve.Type(typ)
		}
	}
	return best
}

// commonName is the name that most of the articles use, the fullest of those
// where several tie.
func commonName(resolutions []*resolve.Resolution, members []resolve.Member) string {
	count := map[string]int{}
	var names []string
	for _, m := range members {
		e := resolutions[m.Article].Entities[m.Entity]
		if count[e.Name] == 0 {
			names = append(names, e.Name)
		}
		count[e.Name]++
		if e.Named {
			count[e.Name]++
		}
	}
	return slices.MinFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}
