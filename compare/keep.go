package compare

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/origin"
	"xref/extract"
	"xref/extract/resolve"
	"xref/internal/pack"
)

// A story's part is kept by what it rests on: its articles, how their entities go
// together, and what the reader set. In what is kept, articles and entities are
// numbered within the story, so that it serves every run that has the story.

// kept is a part of a report as it is kept.
type kept struct {
	Origins    []origin.Origin
	Claims     []claim.Claim
	Utterances []claim.Utterance
	Findings   []kind.Finding
	Reading    match.Reading
	Bounds     []claim.Bound
}

// restsOn is what a story's part rests on.
type restsOn struct {
	Articles []string // their fingerprints
	Linked   [][]int  // of each article's entities, as numbered in the story
	Entities []named
	Off      []kind.ID
	Encoder  string // how much one reads
	All      bool
}

type named struct {
	Type resolve.Type
	Name string
}

// local numbers the articles and entities of a story.
type local struct {
	articles []int       // by their numbers
	entities []int       // by their numbers, in the order in which the articles name them
	article  map[int]int // the numbers
	entity   map[int]int
}

func (g *common) local(s int) *local {
	l := &local{articles: g.stories[s].Articles, article: map[int]int{}, entity: map[int]int{}}
	for n, a := range l.articles {
		l.article[a] = n
		for _, e := range g.linked[a] {
			if _, known := l.entity[e]; !known {
				l.entity[e] = len(l.entities)
				l.entities = append(l.entities, e)
			}
		}
	}
	return l
}

// name is that by which the part of a story is kept.
func (g *common) name(l *local) string {
	on := restsOn{Off: g.options.Off, Encoder: "none", All: g.options.All}
	if g.options.Encoder != nil {
		on.Encoder = fmt.Sprintf("embedded, all %t", g.options.ReadAll)
	}
	for _, a := range l.articles {
		on.Articles = append(on.Articles, extract.Fingerprint(g.documents[a].Article))
		var linked []int
		for _, e := range g.linked[a] {
			linked = append(linked, l.entity[e])
		}
		on.Linked = append(on.Linked, linked)
	}
	for _, e := range l.entities {
		on.Entities = append(on.Entities, named{g.entities[e].Type, g.entities[e].Name})
	}
	packed, err := pack.Value(on)
	if err != nil {
		panic(err) // it has nothing that can't be packed
	}
	return fmt.Sprintf("story %x", sha256.Sum256(packed))
}

// once is the part of story s, made anew or as it was kept.
func (g *common) once(s int, make func() (part, error)) (part, error) {
	if g.options.Kept == nil || g.options.Scoring != nil || g.options.Judge != nil || g.options.Relate != nil {
		return make()
	}
	l := g.local(s)
	name := g.name(l)
	var known kept
	if packed := g.options.Kept.Get(name); packed != nil && pack.Read(packed, &known) == nil {
		return part{known.Origins, known.Claims, known.Utterances, known.Findings, known.Reading, known.Bounds}.numbered(s, placeIn(l.articles), placeIn(l.entities)), nil
	}
	made, err := make()
	if err != nil {
		return made, err
	}
	p := made.numbered(0, byNumber(l.article), byNumber(l.entity))
	if packed, err := pack.Value(kept{p.origins, p.claims, p.utterances, p.findings, p.reading, p.bounds}); err == nil {
		g.options.Kept.Put(name, packed)
	}
	return made, nil
}

// placeIn gives what stands at a place; -1 stays what it is.
func placeIn(list []int) func(int) int {
	return func(i int) int {
		if i < 0 {
			return i
		}
		return list[i]
	}
}

func byNumber(numbers map[int]int) func(int) int {
	return func(i int) int {
		if i < 0 {
			return i
		}
		return numbers[i]
	}
}

// numbered is the part of story s with other numbers of articles and entities.
func (p part) numbered(s int, article, entity func(int) int) part {
	p.origins, p.claims = slices.Clone(p.origins), slices.Clone(p.claims)
	p.utterances, p.findings = slices.Clone(p.utterances), slices.Clone(p.findings)
	p.bounds = slices.Clone(p.bounds)
	for i := range p.bounds {
		p.bounds[i].Article = article(p.bounds[i].Article)
	}
	for i := range p.origins {
		o := &p.origins[i]
		o.Articles = slices.Clone(o.Articles)
		for k, a := range o.Articles {
			o.Articles[k] = article(a)
		}
	}
	for i := range p.claims {
		c := &p.claims[i]
		c.Story, c.Members = s, slices.Clone(c.Members)
		for k := range c.Members {
			c.Members[k].Article = article(c.Members[k].Article)
		}
		c.Pairs = slices.Clone(c.Pairs)
		for k := range c.Pairs {
			c.Pairs[k].A.Article, c.Pairs[k].B.Article = article(c.Pairs[k].A.Article), article(c.Pairs[k].B.Article)
		}
	}
	for i := range p.utterances {
		u := &p.utterances[i]
		u.Story, u.Speaker, u.Variants = s, entity(u.Speaker), slices.Clone(u.Variants)
		for k := range u.Variants {
			u.Variants[k].Article = article(u.Variants[k].Article)
		}
	}
	for i := range p.findings {
		f := &p.findings[i]
		f.Story, f.Entity, f.Evidence = s, entity(f.Entity), slices.Clone(f.Evidence)
		for k := range f.Evidence {
			f.Evidence[k].Article = article(f.Evidence[k].Article)
		}
	}
	return p
}
