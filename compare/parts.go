package compare

import (
	"context"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/resolve"
)

// common is what all stories of a run rest on.
type common struct {
	documents []*extract.Document
	options   Options
	stories   []story.Story
	entities  []kind.Entity
	linked    match.Linking
	prepared  []*match.Prepared // of the documents of the stories that are being compared; nil of others
}

// ground groups the documents and links what they name.
func ground(documents []*extract.Document, o Options) *common {
	g := &common{documents: documents, options: o, prepared: make([]*match.Prepared, len(documents))}
	var both errgroup.Group
	both.Go(func() error {
		g.stories = story.Group(documents)
		return nil
	})
	g.entities, g.linked = link(documents, o)
	_ = both.Wait() // neither fails
	return g
}

// part is what comparing the articles of one story gave. Indices of claims and
// utterances are places in the part; the others are the report's.
type part struct {
	origins    []origin.Origin
	claims     []claim.Claim // with the surest of their pairs only, without matches
	utterances []claim.Utterance
	findings   []kind.Finding
	reading    match.Reading
	bounds     []claim.Bound // that its articles reached
}

// eachStory does something for every story, for as many at once as there are
// processors. What was prepared of a story's documents is let go with it, so that
// the memory of a run doesn't grow with what is made of all of them.
func (g *common) eachStory(ctx context.Context, do func(s int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for s := range g.stories {
		group.Go(func() error {
			defer func() {
				for _, d := range g.stories[s].Articles {
					g.prepared[d] = nil
				}
			}()
			if err := ctx.Err(); err != nil {
				return err
			}
			return do(s)
		})
	}
	return group.Wait()
}

// compare makes the findings of story s.
func (g *common) compare(ctx context.Context, s int) (part, error) {
	return g.once(s, func() (part, error) {
		c, read, err := g.comparison(ctx, s)
		if err != nil {
			return part{}, err
		}
		p := part{origins: origin.Find(g.documents, g.stories[s]), claims: c.Claims, reading: read}
		p.utterances, p.bounds = c.Utterances, c.Bounds
		found, reached := kind.Find(c)
		p.bounds = append(p.bounds, reached...)
		told := fold(withoutCopies(g.withoutEqual(g.options.without(found)), p.origins))
		if !g.options.All {
			told = withValues(told)
		}
		p.findings = marked(c, told)
		for i := range p.findings {
			p.findings[i].Story = s
		}
		for i := range p.claims { // they have served
			p.claims[i].Pairs, p.claims[i].Matches = slices.Clone(p.claims[i].Pairs[:min(1, len(p.claims[i].Pairs))]), nil
		}
		return p, nil
	})
}

// comparison is all that kinds look at of story s, and how much an encoder read for it.
func (g *common) comparison(ctx context.Context, s int) (*kind.Comparison, match.Reading, error) {
	st := g.stories[s]
	for _, d := range st.Articles {
		g.prepared[d] = match.Prepare(g.documents[d])
	}
	c := &kind.Comparison{All: g.options.All, Documents: g.documents, Articles: st.Articles, Entities: g.present(st), Linked: g.linked}
	c.Utterances, c.Bounds = claim.Utterances(g.documents, st.Articles, s, g.linked)
	for _, d := range st.Articles {
		if limits := g.prepared[d].Limits(); limits != "" && len(st.Articles) > 1 {
			c.Bounds = append(c.Bounds, claim.Bound{Article: d, Reached: limits})
		}
	}
	c.Index = match.NewIndex(g.prepared, st, g.linked, g.options.Relate)
	var read match.Reading
	var err error
	if len(st.Articles) > 1 {
		c.Claims, read, err = claim.Find(ctx, c.Index, s, g.options.scoring(), g.options.judge())
	}
	for _, d := range st.Articles {
		if limits := c.Index.Limits(d); limits != "" {
			c.Bounds = append(c.Bounds, claim.Bound{Article: d, Reached: limits})
		}
	}
	return c, read, err
}

// present are the entities that the articles of a story name, in the report's order.
func (g *common) present(st story.Story) []kind.Present {
	members := map[int][]resolve.Member{}
	var places []int
	for _, d := range st.Articles {
		for e, place := range g.linked[d] {
			if members[place] == nil {
				places = append(places, place)
			}
			members[place] = append(members[place], resolve.Member{Article: d, Entity: e})
		}
	}
	slices.Sort(places)
	found := make([]kind.Present, len(places))
	for i, place := range places {
		e := g.entities[place]
		e.Members = members[place]
		found[i] = kind.Present{Entity: e, Place: place}
	}
	return found
}

// gather puts what was found in each story together. Claims come back for being
// settled, findings for being ranked, and bounds for being told.
func (g *common) gather(r *Report, parts []part) (claims []claim.Claim, found []kind.Finding, bounds []claim.Bound) {
	for _, p := range parts {
		for _, f := range p.findings {
			if f.Claim >= 0 {
				f.Claim += len(claims)
			}
			if f.Utterance >= 0 {
				f.Utterance += len(r.Utterances)
			}
			found = append(found, f)
		}
		claims = append(claims, p.claims...)
		r.Utterances = append(r.Utterances, p.utterances...)
		r.Origins = append(r.Origins, p.origins...)
		bounds = append(bounds, p.bounds...)
		r.Reading.Add(p.reading)
	}
	slices.SortFunc(r.Origins, func(a, b origin.Origin) int { return a.Articles[0] - b.Articles[0] })
	return claims, found, bounds
}
