package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/measure"
	"xref/extract/article"
)

// pairWeight is what a claim of a labelled pair of sentences counts, beside one of a
// case: the pairs were chosen because they are hard.
const pairWeight = 0.3

// heldWritten is the file of written pairs that nothing is learned from.
const heldWritten = "p5.jsonl"

// lastTopic is the last topic of ECB+ of which pairs are learned from.
const lastTopic = 23

var topic = regexp.MustCompile(`^ecb(\d+)`)

// labelledClaims are the claims that a scoring makes of the labelled pairs in a folder,
// with what the reader says of the pair: those that touch the clauses with a common
// matter, and those of pairs without one. Pairs of what is held, and of the cases that
// are named, are left out.
func labelledClaims(folder string, s match.Scoring, cases []annotated) ([]labelled, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var pairs []measure.LabelledPair
	for _, path := range paths {
		if filepath.Base(path) == heldWritten {
			continue
		}
		of, err := readLabelled(path)
		if err != nil {
			return nil, err
		}
		for _, p := range of {
			if !held(p.Source, cases) {
				pairs = append(pairs, p)
			}
		}
	}
	found := make([][]labelled, len(pairs))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range pairs {
		group.Go(func() (err error) {
			found[i], err = claimsOfPair(&pairs[i], s)
			return err
		})
	}
	return slices.Concat(found...), group.Wait()
}

func readLabelled(path string) ([]measure.LabelledPair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return measure.ReadLabelledPairs(f)
}

// held reports whether pairs of a source aren't learned from.
func held(source string, cases []annotated) bool {
	if m := topic.FindStringSubmatch(source); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n > lastTopic
	}
	return slices.ContainsFunc(cases, func(c annotated) bool { return strings.HasPrefix(source, c.name) })
}

// untaught judges nothing: what is learned doesn't rest on what was learned before.
var untaught = &claim.Trees{Agree: &match.Trees{}, Differ: &match.Trees{}, Contrast: &match.Trees{}}

func claimsOfPair(p *measure.LabelledPair, s match.Scoring) ([]labelled, error) {
	documents := p.Documents()
	pairs, err := compare.ClaimedPairs(context.Background(), documents, compare.Options{Scoring: &s, Judge: untaught})
	if err != nil {
		return nil, err
	}
	var clauses [2]article.Span
	clauses[0], clauses[1] = p.Clauses(documents)
	var found []labelled
	for i := range pairs {
		pair := &pairs[i]
		if pair.A.Article == pair.B.Article {
			continue
		}
		l := labelled{features: pair.Features, weight: pairWeight}
		if p.Joined() {
			touched := [2]bool{}
			for _, m := range [...]match.Member{pair.A, pair.B} {
				span := documents[m.Article].Assertions[m.Assertion].Span
				touched[m.Article] = touched[m.Article] || span.Overlaps(clauses[m.Article])
			}
			if !touched[0] || !touched[1] {
				continue
			}
			if p.Differs() {
				l.differ = 1
			} else {
				l.agree = 1
			}
		}
		found = append(found, l)
	}
	return found, nil
}
