package compare

import (
	"cmp"
	"slices"

	"xref/compare/align"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/resolve"
)

// link gathers the entities of all documents. The linking gives every document's
// entities their places among the gathered ones.
func link(documents []*extract.Document, o Options) ([]kind.Entity, align.Linking) {
	resolutions := make([]*resolve.Resolution, len(documents))
	linked := make(align.Linking, len(documents))
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
		first := resolutions[members[0].Article].Entities[members[0].Entity]
		entities[g] = kind.Entity{Type: first.Type, Name: commonName(resolutions, members), Members: members}
	}
	return entities, linked
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
