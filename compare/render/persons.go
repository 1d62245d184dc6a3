package render

import (
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// persons is who is named in the story view: each person or body that two articles
// name and don't call alike, with what each outlet calls them, and what is found of
// that; then the others by their names.
func (v *view) persons(entries []compare.Entry) []block {
	found := map[int][]int{} // by entity
	for _, e := range entries {
		if e.Part == compare.Names && v.shows(e.Story) {
			entity := v.Findings[e.Findings[0]].Entity
			found[entity] = append(found[entity], e.Findings...)
		}
	}
	var items []block
	var plain []string
	for i, e := range v.Entities {
		portraits := v.portraits(e)
		person := e.Type == resolve.Person || e.Type == resolve.Organisation
		if found[i] == nil && (!person || v.named(portraits) < 2) {
			continue
		}
		clash := v.clash(i, portraits)
		spelled := slices.ContainsFunc(found[i], func(k int) bool { return v.Findings[k].Kind == kind.Name.ID })
		called := v.calledBy(e, portraits, spelled)
		if found[i] == nil && !clash && !calledApart(e, portraits) {
			if !inPassing(portraits) && !notAPerson(e, portraits) {
				plain = append(plain, e.Name)
			}
			continue
		}
		it := &item{head: line{{e.Name, strong}}}
		if clash {
			it.head = append(it.head, run{", he and she", differStyle})
		}
		for k, p := range called {
			sign := "; "
			if k == 0 {
				sign = ": "
			}
			it.head = append(append(it.head, run{sign, normal}, run{p.label + " ", faint}), p.text...)
		}
		if found[i] != nil {
			it.head = append(append(it.head, run{" ", normal}), v.tags(found[i])...)
		}
		items = append(items, it)
	}
	if len(plain) > 0 {
		items = append(items, paragraph{line{{"Called alike: " + listed(plain) + ".", normal}}})
	}
	if len(items) == 0 {
		return nil
	}
	return append([]block{heading{partLevel, say(strong, "Who is named")}}, items...)
}

// inPassing reports whether all that is known of somebody is one word that each article
// has once: too little to tell whether it is somebody's name ("Veto of the Bill", "a house on Martha's").
func inPassing(portraits []portrait) bool {
	return !slices.ContainsFunc(portraits, func(p portrait) bool {
		return len(p.names) > 1 || len(p.titles) > 0 || len(p.pronouns) > 0 || slices.ContainsFunc(p.names, func(t tallied) bool {
			return t.count > 1 || strings.Contains(t.text, " ") || t.text == strings.ToUpper(t.text)
		})
	})
}

// calledBy is what each article calls somebody beyond the name or a part of it: names
// and titles; where names are spelled differently, the names too. Articles that say the
// same stand together.
func (v *view) calledBy(e kind.Entity, portraits []portrait, spelled bool) []labelled {
	var out []labelled
	var texts []string
	for _, p := range portraits {
		var called []string
		for _, n := range p.names {
			if !goesBy(e, n.text) || spelled && len(called) == 0 {
				called = append(called, n.text)
			}
		}
		for _, t := range p.titles {
			called = append(called, t.text)
		}
		text := strings.Join(called, ", ")
		if text == "" {
			continue
		}
		if at := slices.Index(texts, text); at >= 0 {
			out[at].label += ", " + v.labels[p.article]
			continue
		}
		out, texts = append(out, labelled{v.labels[p.article], say(normal, text)}), append(texts, text)
	}
	return out
}

// goesBy reports whether a name is that of an entity, or a form of it that only says
// less or more.
func goesBy(e kind.Entity, name string) bool {
	switch resolve.RelateNames(name, e.Name, e.Type) {
	case resolve.SameName, resolve.Titled, resolve.ShorterForm:
		return true
	}
	return false
}

// calledApart reports whether an article calls somebody by another name than theirs, or
// two give them titles that have no word in common.
func calledApart(e kind.Entity, portraits []portrait) bool {
	var titled [][]string // the words of each article's titles
	for _, p := range portraits {
		var words []string
		for _, t := range p.titles {
			for _, w := range strings.Fields(t.text) {
				words = append(words, lexicon.FullTitle(w))
			}
		}
		if words != nil {
			titled = append(titled, words)
		}
		if slices.ContainsFunc(p.names, func(t tallied) bool { return !goesBy(e, t.text) }) {
			return true
		}
	}
	for i, a := range titled {
		for _, b := range titled[:i] {
			if !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) }) {
				return true
			}
		}
	}
	return false
}
