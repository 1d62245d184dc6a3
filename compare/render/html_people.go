package render

import (
	"slices"
	"strconv"

	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/resolve"
)

// htmlEntity is a person or body: a row an article, a column a class of pronouns.
type htmlEntity struct {
	ID, Type, Name string
	Clash          bool     // some call them he, some she
	Titled         bool     // somewhere
	Plain          bool     // no title and no pronoun stands for it
	Classes        []string // of the pronouns that stand for it
	Rows           []htmlPortrait
	Findings       []htmlLink
}

// htmlPortrait is how one article speaks of it, or several in the same way.
type htmlPortrait struct {
	Label         string
	Names, Titles []htmlTallied
	Pronouns      []htmlPronouns // one for each of Classes
}

// refers is whether pronouns stand for it there.
func (p htmlPortrait) refers() bool {
	return slices.ContainsFunc(p.Pronouns, func(c htmlPronouns) bool { return len(c.Mentions) > 0 })
}

// htmlTallied is a wording and how often it stands there.
type htmlTallied struct {
	Text  string
	Count int
}

// htmlPronouns is every mention by one class.
type htmlPronouns struct {
	Class    string
	Gendered bool
	Count    int
	Mentions []htmlMention
	Further  string // the lines of those that aren't shown with their words
}

// htmlMention is one pronoun with the words around it.
type htmlMention struct {
	Line                int
	Before, Text, After string
}

// mostMentions is how many pronouns of one article are shown with the words around
// them; of a person who is he to some and she to others all are.
const mostMentions = 2

// mostLinks is how many findings an entity leads to.
const mostLinks = 12

// peopleParts are the persons and bodies that two articles name, of a report of
// one article all; persons come first.
func (h *htmlWriter) peopleParts() []htmlEntity {
	links := map[int][]htmlLink{}
	for i := range h.Findings {
		if f := &h.Findings[i]; f.Entity >= 0 && h.shows(f.Story) && len(links[f.Entity]) < mostLinks {
			links[f.Entity] = append(links[f.Entity], htmlLink{Plain(f.ID), f.Rank})
		}
	}
	least := min(2, len(h.Documents))
	var persons, bodies []htmlEntity
	for i, e := range h.Entities {
		if e.Type != resolve.Person && e.Type != resolve.Organisation {
			continue
		}
		portraits := h.portraits(e)
		if h.named(portraits) < least || links[i] == nil && notAPerson(e, portraits) {
			continue
		}
		part := h.entityPart(i, e, portraits)
		part.Findings = links[i]
		if e.Type == resolve.Person {
			persons = append(persons, part)
		} else {
			bodies = append(bodies, part)
		}
	}
	return append(persons, bodies...)
}

func (h *htmlWriter) entityPart(i int, e kind.Entity, portraits []portrait) htmlEntity {
	out := htmlEntity{ID: entityID(i), Type: entityTypes[e.Type], Name: Plain(e.Name)}
	portraits = slices.DeleteFunc(portraits, func(p portrait) bool { return !h.shows(storyOf(h.Report, p.article)) })
	var classes []resolve.Class
	for _, p := range portraits {
		for _, c := range p.pronouns {
			if c.class != resolve.Who && !slices.Contains(classes, c.class) {
				classes = append(classes, c.class)
			}
		}
	}
	slices.Sort(classes)
	for _, c := range classes {
		out.Classes = append(out.Classes, classNames[c])
	}
	out.Clash = h.clash(i, portraits)
	for _, p := range portraits {
		row := htmlPortrait{Label: Plain(h.labels[p.article]), Names: talliedParts(p.names), Titles: talliedParts(p.titles)}
		for _, c := range classes {
			cell := htmlPronouns{Class: classNames[c], Gendered: c == resolve.He || c == resolve.She}
			var further []string
			for _, of := range p.pronouns {
				if of.class == c {
					cell.Count += len(of.mentions)
					for _, m := range of.mentions {
						mention := h.mention(p.article, m)
						if out.Clash && cell.Gendered || len(cell.Mentions) < mostMentions {
							cell.Mentions = append(cell.Mentions, mention)
						} else {
							further = append(further, strconv.Itoa(mention.Line))
						}
					}
				}
			}
			if further = slices.Compact(further); len(further) > 0 {
				word := "line "
				if len(further) > 1 {
					word = "lines "
				}
				cell.Further = "also in " + word + listed(further)
			}
			row.Pronouns = append(row.Pronouns, cell)
		}
		alike := func(o htmlPortrait) bool {
			return !row.refers() && !o.refers() && slices.Equal(o.Names, row.Names) && slices.Equal(o.Titles, row.Titles)
		}
		if at := slices.IndexFunc(out.Rows, alike); at >= 0 {
			out.Rows[at].Label += ", " + row.Label
			continue
		}
		out.Rows = append(out.Rows, row)
	}
	out.Titled = slices.ContainsFunc(out.Rows, func(p htmlPortrait) bool { return len(p.Titles) > 0 })
	out.Plain = !out.Titled && !slices.ContainsFunc(out.Rows, htmlPortrait.refers)
	return out
}

func talliedParts(of []tallied) []htmlTallied {
	out := make([]htmlTallied, len(of))
	for i, t := range of {
		out[i] = htmlTallied{Plain(t.text), t.count}
	}
	return out
}

func (h *htmlWriter) mention(i int, span article.Span) htmlMention {
	m := htmlMention{Text: Plain(h.in(i, span))}
	m.Line, _ = h.lines[i].Position(span.Start)
	m.Before, m.After = h.surroundings(i, span, aroundPronoun)
	return m
}
