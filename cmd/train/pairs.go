package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/measure"
	"xref/extract"
	"xref/extract/read"
)

// annotated is a case with its annotation.
type annotated struct {
	name      string
	documents []*extract.Document
	gold      *measure.Gold
}

// example is one compared pair with what the annotation says of it.
type example struct {
	features      match.Features
	agree, differ float64 // 1 for the one that it is, a half each for both, else 0
}

// labelled is one claim of several members with what the annotation says of it.
type labelled struct {
	features      claim.Features
	agree, differ float64 // 1 where it does, else 0
}

// trainPairs learns from annotated cases the weights of the features of a pair, and
// those of the features of a claim, by logistic regression. The claims of each
// case are those that weights make that were learned from the others. With
// -without it says what each case scores by weights of which none were learned
// from it, and each kind's card by the same.
func trainPairs(args []string) error {
	flags := flag.NewFlagSet("pairs", flag.ContinueOnError)
	out := flags.String("o", "compare/match/weights.txt", "where to write the weights of pairs")
	ofClaims := flags.String("claims", "compare/claim/weights.txt", "where to write the weights of claims")
	without := flags.Bool("without", false, "measure each case by weights learned without it; write nothing")
	if err := flags.Parse(args); err != nil {
		return err
	}
	cases, err := readCases(flags.Args())
	if err != nil {
		return err
	}
	examples := make([][]example, len(cases))
	for i, c := range cases {
		if examples[i], err = c.examples(); err != nil {
			return err
		}
	}
	weights := make([]*match.Linear, len(cases)) // learned without each case
	claims := make([][]labelled, len(cases))
	for i, c := range cases {
		weights[i] = learn(others(examples, i))
		if claims[i], err = c.claims(weights[i]); err != nil {
			return err
		}
	}
	if !*without {
		pairs, ofClaim := learn(slices.Concat(examples...)), judge(slices.Concat(claims...))
		if err := os.WriteFile(*out, []byte(weightsFile("pair of assertions", match.FeatureNames[:], pairs.Agree[:], pairs.Differ[:])), 0o644); err != nil {
			return err
		}
		return os.WriteFile(*ofClaims, []byte(weightsFile("claim", claim.FeatureNames[:], ofClaim.Agree[:], ofClaim.Differ[:])), 0o644)
	}
	var results []measure.Result
	var cards measure.Cards
	for i, c := range cases {
		options := compare.Options{Scorer: weights[i], Weights: judge(others(claims, i))}
		report, err := compare.Compare(context.Background(), c.documents, options)
		if err != nil {
			return err
		}
		cards.AddCase(report, c.gold)
		r := measure.Score(report, c.gold)
		fmt.Println(figures(c.name, r))
		results = append(results, r)
	}
	fmt.Println(figures("together", measure.Sum(results)))
	for _, c := range cards.List() {
		fmt.Printf("%-12s %-9s lines %4d  met %s  right %s\n", c.Kind, c.Verdict, c.Lines, c.Met, c.Right)
	}
	return nil
}

// others are the rows of all cases but one.
func others[T any](rows [][]T, but int) []T {
	return slices.Concat(slices.Concat(rows[:but]...), slices.Concat(rows[but+1:]...))
}

func figures(name string, r measure.Result) string {
	return fmt.Sprintf("%-12s core recall %5.1f  precision@40 %5.1f  verdicts %5.1f  traps %d/%d",
		name, r.Core.Percent(), r.Precision.Percent(), r.Verdict.Percent(), r.Traps.Part, r.Traps.Whole)
}

// readCases reads the folders that hold a gold.json, in name order; a folder
// without one is looked through for such folders.
func readCases(paths []string) ([]annotated, error) {
	var folders []string
	for _, path := range paths {
		nested, err := filepath.Glob(filepath.Join(path, "*", "gold.json"))
		if err != nil {
			return nil, err
		}
		own, err := filepath.Glob(filepath.Join(path, "gold.json"))
		if err != nil {
			return nil, err
		}
		for _, gold := range append(own, nested...) {
			folders = append(folders, filepath.Dir(gold))
		}
	}
	if len(folders) == 0 {
		return nil, fmt.Errorf("no gold.json in %s", strings.Join(paths, ", "))
	}
	var cases []annotated
	for _, folder := range folders {
		f, err := os.Open(filepath.Join(folder, "gold.json"))
		if err != nil {
			return nil, err
		}
		gold, err := measure.ReadGold(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", folder, err)
		}
		texts, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil {
			return nil, err
		}
		articles, err := read.Paths(texts, read.Options{})
		if err != nil {
			return nil, err
		}
		c := annotated{name: filepath.Base(folder), gold: gold}
		for _, a := range articles.Articles {
			c.documents = append(c.documents, extract.Analyse(a))
		}
		cases = append(cases, c)
	}
	return cases, nil
}

func (c annotated) examples() ([]example, error) {
	labels := measure.NewLabels(c.documents, c.gold)
	var found []example
	pairs, err := compare.Pairs(context.Background(), c.documents)
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		x, y := c.documents[p.A.Article].Assertions[p.A.Assertion].Span, c.documents[p.B.Article].Assertions[p.B.Assertion].Span
		e := example{features: p.Features}
		switch agree, differ := labels.Of(p.A.Article, x, p.B.Article, y); {
		case agree && differ:
			e.agree, e.differ = 0.5, 0.5
		case agree:
			e.agree = 1
		case differ:
			e.differ = 1
		}
		found = append(found, e)
	}
	return found, nil
}

// claims are the case's claims that weights make.
func (c annotated) claims(w *match.Linear) ([]labelled, error) {
	labels := measure.NewLabels(c.documents, c.gold)
	all, features, err := compare.ClaimFeatures(context.Background(), c.documents, compare.Options{Scorer: w})
	if err != nil {
		return nil, err
	}
	var found []labelled
	for i, of := range all {
		if len(of.Members) < 2 {
			continue
		}
		j := labelled{features: features[i]}
		agree, differ := labels.OfClaim(of)
		if agree {
			j.agree = 1
		}
		if differ {
			j.differ = 1
		}
		found = append(found, j)
	}
	return found, nil
}

// weightsFile is the file of weights that of tells of, by the names of features.
func weightsFile(of string, names []string, agree, differ []float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Weights of the features of a %s; features.go says what each is.\n", of)
	b.WriteString("# Name, weight for agreement, weight for difference.\n")
	b.WriteString("# Learned by `go run ./cmd/train pairs CASES` from annotated cases.\n")
	for i, name := range names {
		fmt.Fprintf(&b, "%s\t%.3f\t%.3f\n", name, agree[i], differ[i])
	}
	return b.String()
}
