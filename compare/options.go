package compare

import (
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/resolve"
)

// Options are what a reader sets about the comparison. The zero Options are those
// of Compare.
type Options struct {
	Encoder    match.Encoder             // reads sentences that may report one matter; nil for none
	ReadAll    bool                      // the encoder reads all of them, whatever it costs
	Scoring    *match.Scoring            // of pairs; nil for the learned one
	Judge      *claim.Trees              // of claims; nil for the learned one
	Relate     match.Relate              // the test of two words; nil for the lexicon's
	All        bool                      // tell what is tentative too
	Off        []kind.ID                 // kinds that aren't looked for
	Severities map[kind.ID]kind.Severity // of findings of a kind that are no agreement
	Aliases    [][]string                // names, each list those of one entity
	Kept       extract.Keeper            // of what was found in stories before; nil for none
}

func (o Options) scoring() match.Scoring {
	if o.Scoring != nil {
		return *o.Scoring
	}
	s := match.Learned(o.Encoder)
	s.Whole = o.ReadAll
	return s
}

func (o Options) judge() *claim.Trees {
	if o.Judge == nil {
		return claim.Learned()
	}
	return o.Judge
}

// without is the findings of other kinds than those that are off.
func (o Options) without(found []kind.Finding) []kind.Finding {
	return slices.DeleteFunc(found, func(f kind.Finding) bool { return slices.Contains(o.Off, f.Kind) })
}

// severity is how loudly a finding asks to be looked at: agreements never do.
func (o Options) severity(f kind.Finding) kind.Severity {
	if s, ok := o.Severities[f.Kind]; ok && f.Verdict != kind.Agree {
		return s
	}
	return severity(f)
}

// joined is the groups of entities with those made one that have names of one
// list of aliases. Case and space don't matter in names.
func (o Options) joined(resolutions []*resolve.Resolution, groups [][]resolve.Member) [][]resolve.Member {
	if len(o.Aliases) == 0 {
		return groups
	}
	lists := map[string]int{}
	for i, names := range o.Aliases {
		for _, n := range names {
			if _, ok := lists[normal(n)]; !ok {
				lists[normal(n)] = i
			}
		}
	}
	first := map[int]int{} // of a list, the group that the others join
	var out [][]resolve.Member
	for _, members := range groups {
		list, named := listOf(resolutions, members, lists)
		if !named {
			out = append(out, members)
			continue
		}
		if at, ok := first[list]; ok {
			out[at] = slices.Concat(out[at], members)
			continue
		}
		first[list] = len(out)
		out = append(out, slices.Clone(members))
	}
	for _, at := range first {
		slices.SortFunc(out[at], func(a, b resolve.Member) int {
			if a.Article != b.Article {
				return a.Article - b.Article
			}
			return a.Entity - b.Entity
		})
	}
	return out
}

// listOf is the first list of aliases that has a name or a title of any member.
func listOf(resolutions []*resolve.Resolution, members []resolve.Member, lists map[string]int) (int, bool) {
	best, found := 0, false
	for _, m := range members {
		e := resolutions[m.Article].Entities[m.Entity]
		for _, n := range slices.Concat([]string{e.Name}, e.Names, e.Titles) {
			if i, ok := lists[normal(strings.TrimSpace(n))]; ok && (!found || i < best) {
				best, found = i, true
			}
		}
	}
	return best, found
}
