package compare

import (
	"context"
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
)

// Compare holds documents against each other, as o sets it. They must be in the
// order of their articles' ids, which must be unique. The error is that of the
// context, where it ended before the work did.
func Compare(ctx context.Context, documents []*extract.Document, o Options) (*Report, error) {
	g := ground(documents, o)
	parts := make([]part, len(g.stories))
	if err := g.eachStory(ctx, func(s int) (err error) {
		parts[s], err = g.compare(ctx, s)
		return err
	}); err != nil {
		return nil, err
	}
	r := &Report{Documents: documents, Stories: g.stories, Entities: g.entities}
	claims, found, bounds := g.gather(r, parts)
	r.Findings = Rank(r, found, o)
	r.Claims = settle(r, claims)
	r.Limited = limited(documents, bounds)
	return r, nil
}

// limited tells which documents went beyond bounds of their analysis or of comparing
// them.
func limited(documents []*extract.Document, bounds []claim.Bound) []Skipped {
	reached := make([][]string, len(documents))
	for i, d := range documents {
		if limits := d.Limits(); limits != "" {
			reached[i] = append(reached[i], limits)
		}
	}
	for _, b := range bounds {
		reached[b.Article] = append(reached[b.Article], b.Reached)
	}
	var all []Skipped
	for i, d := range documents {
		if len(reached[i]) > 0 {
			all = append(all, Skipped{Path: d.Article.Path, Reason: strings.Join(reached[i], "; ")})
		}
	}
	return all
}

// Pairs returns the pairs of assertions that the search compares, all documents
// taken for one story.
func Pairs(ctx context.Context, documents []*extract.Document, s match.Scoring) ([]match.Pair, error) {
	all := story.Story{}
	for i := range documents {
		all.Articles = append(all.Articles, i)
	}
	x := OneStory(documents, all, nil)
	pairs, _, err := x.Pairs(ctx, s, 0)
	return pairs, err
}

// OneStory is the index of one story of documents.
func OneStory(documents []*extract.Document, s story.Story, relate match.Relate) *match.Index {
	_, linked := link(documents, Options{})
	return match.NewIndex(match.PrepareAll(documents), s, linked, relate)
}

// Claimed is a pair of a claim that was read word by word, with its features for telling how
// probable it is that the two agree and differ.
type Claimed struct {
	match.Pair
	Features claim.Features
}

// Contrasted is a contrast of a pair of a claim, with its features for telling how probable it
// is that a careful reader would call it a difference.
type Contrasted struct {
	match.Pair
	match.Contrast
	Features claim.ContrastFeatures
}

// Contrasts returns the contrasts of the pairs of all claims that were read word by word.
func Contrasts(ctx context.Context, documents []*extract.Document, o Options) ([]Contrasted, error) {
	g := ground(documents, o)
	found := make([][]Contrasted, len(g.stories))
	err := g.eachStory(ctx, func(s int) error {
		c, _, err := g.comparison(ctx, s)
		if err != nil {
			return err
		}
		for i := range c.Claims {
			cl := &c.Claims[i]
			for k := range cl.Matches {
				p, m := &cl.Pairs[k], &cl.Matches[k]
				if p.A.Article == p.B.Article || p.Verbatim {
					continue
				}
				of := claim.FeaturesOf(c.Index, p, m)
				for j := range m.Contrasts {
					t := &m.Contrasts[j]
					found[s] = append(found[s], Contrasted{*p, *t, claim.ContrastFeaturesOf(c.Index, m, t, &of, cl.Judged[k])})
				}
			}
		}
		return nil
	})
	return slices.Concat(found...), err
}

// ClaimedPairs returns the pairs of all claims that were read word by word.
func ClaimedPairs(ctx context.Context, documents []*extract.Document, o Options) ([]Claimed, error) {
	g := ground(documents, o)
	pairs := make([][]Claimed, len(g.stories))
	err := g.eachStory(ctx, func(s int) error {
		c, _, err := g.comparison(ctx, s)
		if err != nil {
			return err
		}
		for i := range c.Claims {
			cl := &c.Claims[i]
			for k := range cl.Matches {
				pairs[s] = append(pairs[s], Claimed{cl.Pairs[k], claim.FeaturesOf(c.Index, &cl.Pairs[k], &cl.Matches[k])})
			}
		}
		return nil
	})
	return slices.Concat(pairs...), err
}
