package render

import (
	"slices"
	"strconv"
	"strings"

	"xref/compare"
	"xref/extract/article"
	"xref/extract/resolve"
)

// naming is a name of a person or body where it stands.
type naming struct {
	span   article.Span
	entity int
}

// namings are the names in each article of the persons and bodies that two articles
// name, in text order: by them findings are told apart by whom they are about.
func (h *htmlWriter) namings() [][]naming {
	all := make([][]naming, len(h.Documents))
	for i, e := range h.Entities {
		if e.Type != resolve.Person && e.Type != resolve.Organisation || h.named(h.portraits(e)) < 2 {
			continue
		}
		for _, m := range e.Members {
			for _, n := range h.Documents[m.Article].Resolution.Entities[m.Entity].Mentions {
				if n.Form == resolve.Name {
					all[m.Article] = append(all[m.Article], naming{n.Span, i})
				}
			}
		}
	}
	for _, of := range all {
		slices.SortFunc(of, func(a, b naming) int { return a.span.Start - b.span.Start })
	}
	return all
}

// peopleOf are the persons and bodies whose names stand in the passages of a finding,
// as places of entities, parted by spaces.
func (h *htmlWriter) peopleOf(f *compare.Finding) string {
	var found []int
	for _, v := range f.Evidence {
		of := h.people[v.Article]
		at, _ := slices.BinarySearchFunc(of, v.Span.Start, func(n naming, start int) int { return n.span.Start - start })
		for ; at < len(of) && of[at].span.Start < v.Span.End; at++ {
			if !slices.Contains(found, of[at].entity) {
				found = append(found, of[at].entity)
			}
		}
	}
	slices.Sort(found)
	texts := make([]string, len(found))
	for i, e := range found {
		texts[i] = strconv.Itoa(e)
	}
	return strings.Join(texts, " ")
}

// peopleChoices are the persons and bodies by whom findings can be told apart.
func (h *htmlWriter) peopleChoices(of []*htmlFinding) []htmlChoice {
	named := map[string]bool{}
	for _, f := range of {
		for _, e := range strings.Fields(f.People) {
			named[e] = true
		}
	}
	var out []htmlChoice
	for i, e := range h.Entities {
		if named[strconv.Itoa(i)] {
			out = append(out, htmlChoice{strconv.Itoa(i), Plain(e.Name)})
		}
	}
	return out
}
