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
	r.Findings, claims = told(r.Findings, claims)
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
	return ofClaims(ctx, documents, o, func(x *match.Index, cl *claim.Claim, k int) (found []Contrasted) {
		p, m := &cl.Pairs[k], &cl.Matches[k]
		if p.A.Article == p.B.Article || p.Verbatim {
			return nil
		}
		of := claim.FeaturesOf(x, p, m)
		for j := range m.Contrasts {
			t := &m.Contrasts[j]
			found = append(found, Contrasted{*p, *t, claim.ContrastFeaturesOf(x, m, t, &of, cl.Judged[k])})
		}
		return found
	})
}

// ClaimedPairs returns the pairs of all claims that were read word by word.
func ClaimedPairs(ctx context.Context, documents []*extract.Document, o Options) ([]Claimed, error) {
	return ofClaims(ctx, documents, o, func(x *match.Index, cl *claim.Claim, k int) []Claimed {
		return []Claimed{{cl.Pairs[k], claim.FeaturesOf(x, &cl.Pairs[k], &cl.Matches[k])}}
	})
}

// ofClaims gathers what found gives of each pair of a claim that was read word by word, pair k
// of the claim.
func ofClaims[T any](ctx context.Context, documents []*extract.Document, o Options, found func(x *match.Index, cl *claim.Claim, k int) []T) ([]T, error) {
	g := ground(documents, o)
	all := make([][]T, len(g.stories))
	err := g.eachStory(ctx, func(s int) error {
		c, _, err := g.comparison(ctx, s)
		if err != nil {
			return err
		}
		for i := range c.Claims {
			for k := range c.Claims[i].Matches {
				all[s] = append(all[s], found(c.Index, &c.Claims[i], k)...)
			}
		}
		return nil
	})
	return slices.Concat(all...), err
}
