package render

import (
	"slices"

	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/resolve"
)

// htmlEntity is a person or body: a row an article, a column a class of pronouns.
type htmlEntity struct {
	ID, Type, Name string
	Clash          bool     // some call them he, some she
	Classes        []string // of the pronouns that stand for it
	Rows           []htmlPortrait
	Findings       []htmlLink
}

// htmlPortrait is how one article speaks of it.
type htmlPortrait struct {
	Label         string
	Names, Titles []htmlTallied
	Pronouns      []htmlPronouns // one for each of Classes
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
	Mentions []htmlMention
}

// htmlMention is one pronoun with the words around it.
type htmlMention struct {
	Line int
	Runs []htmlRun
}

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
		if h.named(portraits) < least {
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
			for _, of := range p.pronouns {
				if of.class == c {
					for _, m := range of.mentions {
						cell.Mentions = append(cell.Mentions, h.mention(p.article, m))
					}
				}
			}
			row.Pronouns = append(row.Pronouns, cell)
		}
		out.Rows = append(out.Rows, row)
	}
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
	var m htmlMention
	m.Line, _ = h.lines[i].Position(span.Start)
	before, after := h.surroundings(i, span)
	m.Runs = append(before, htmlRun{Text: Plain(h.in(i, span)), Mark: true})
	m.Runs = append(m.Runs, after...)
	return m
}
