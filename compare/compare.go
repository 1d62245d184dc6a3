package compare

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
)

// Compare holds documents against each other, as o sets it. They must be in the
// order of their articles' ids, which must be unique. The error is that of the
// context, where it ended before the work did.
func Compare(ctx context.Context, documents []*extract.Document, o Options) (*Report, error) {
	c, read, err := comparison(ctx, documents, o)
	if err != nil {
		return nil, err
	}
	r := &Report{Documents: documents, Stories: c.Stories, Origins: c.Origins, Entities: c.Entities, Utterances: c.Utterances, Reading: read}
	r.Findings = Rank(r, marked(c, fold(withoutCopies(o.without(kind.Find(c)), r.Origins))), o)
	r.Claims = settle(r, c.Claims)
	for _, d := range documents {
		if limits := d.Limits(); limits != "" {
			r.Limited = append(r.Limited, Skipped{Path: d.Article.Path, Reason: limits})
		}
	}
	return r, nil
}

// comparison is all that kinds look at, and how much an encoder read for it.
func comparison(ctx context.Context, documents []*extract.Document, o Options) (*kind.Comparison, match.Reading, error) {
	c := &kind.Comparison{Documents: documents}
	var prepared []*match.Prepared
	err := together(
		func() error {
			c.Stories = story.Group(documents)
			c.Origins = origin.Find(documents, c.Stories)
			return nil
		},
		func() error {
			c.Entities, c.Linked = link(documents, o)
			return nil
		},
		func() error {
			prepared = match.PrepareAll(documents)
			return ctx.Err()
		},
	)
	if err != nil {
		return nil, match.Reading{}, err
	}
	var read match.Reading
	err = together(
		func() error {
			c.Utterances = claim.Utterances(documents, c.Stories, c.Linked)
			return nil
		},
		func() (err error) {
			c.Indexes, c.Claims, read, err = claims(ctx, prepared, c.Stories, c.Linked, o)
			return err
		},
	)
	return c, read, err
}

// claims makes the index of every story and aligns its assertions, those of several
// stories at one time.
func claims(ctx context.Context, prepared []*match.Prepared, stories []story.Story, linked match.Linking, o Options) ([]*match.Index, []claim.Claim, match.Reading, error) {
	indexes := make([]*match.Index, len(stories))
	found := make([][]claim.Claim, len(stories))
	readings := make([]match.Reading, len(stories))
	scoring := o.scoring()
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, s := range stories {
		group.Go(func() (err error) {
			indexes[i] = match.NewIndex(prepared, s, linked, o.Relate)
			if len(s.Articles) > 1 {
				found[i], readings[i], err = claim.Find(ctx, indexes[i], i, scoring, o.judge())
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, match.Reading{}, err
	}
	var all []claim.Claim
	var read match.Reading
	for i, of := range found {
		all = append(all, of...)
		read.Add(readings[i])
	}
	return indexes, all, read, nil
}

// together does things that don't depend on each other at one time.
func together(things ...func() error) error {
	var group errgroup.Group
	for _, thing := range things {
		group.Go(thing)
	}
	return group.Wait()
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

// ClaimFeatures returns the claims that are made, with the features of each,
// for learning how probable it is that they agree and differ.
func ClaimFeatures(ctx context.Context, documents []*extract.Document, o Options) ([]claim.Claim, []claim.Features, error) {
	c, _, err := comparison(ctx, documents, o)
	if err != nil {
		return nil, nil, err
	}
	features := make([]claim.Features, len(c.Claims))
	for i := range c.Claims {
		features[i] = claim.FeaturesOf(c.Indexes[c.Claims[i].Story], &c.Claims[i])
	}
	return c.Claims, features, nil
}
