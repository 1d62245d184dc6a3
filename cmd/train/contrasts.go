package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/measure"
	"xref/extract"
	"xref/extract/article"
)

// contrastLabel is what a reader says of a contrast between a clause of one article and one of
// another: labels/README.md. A and B are the words in which the two differ, or the clause where it leaves out
// what the other says.
type contrastLabel struct {
	Case string      `json:"case"`
	A    clausePlace `json:"a"`
	B    clausePlace `json:"b"`
	Says string      `json:"says"`
}

// What readers say of contrasts.
const (
	excludesOther = "excludes"  // both can't be true of the one matter
	differsSo     = "differs"   // both can be true, and the difference is real
	sameOfOne     = "same"      // the words say the same, or differ in wording alone
	ofTwoThings   = "unrelated" // of two things, or of two matters
)

// contrastLabels are labels by case and the places of the two sides.
type contrastLabels map[string]map[[2]clausePlace]string

// readContrastLabels reads labels, one a line; none where path is empty.
func readContrastLabels(path string) (contrastLabels, error) {
	labels := contrastLabels{}
	return labels, eachLabel(path, func(l contrastLabel) error {
		if !slices.Contains([]string{excludesOther, differsSo, sameOfOne, ofTwoThings}, l.Says) {
			return fmt.Errorf("readers don't say %q", l.Says)
		}
		if labels[l.Case] == nil {
			labels[l.Case] = map[[2]clausePlace]string{}
		}
		labels[l.Case][inOrder(l.A, l.B)] = l.Says
		return nil
	})
}

func inOrder(a, b clausePlace) [2]clausePlace {
	if a.compare(b) > 0 {
		a, b = b, a
	}
	return [2]clausePlace{a, b}
}

// placesOf are the places of the two sides of a contrast.
func placesOf(documents []*extract.Document, c *compare.Contrasted) [2]clausePlace {
	side := func(m match.Member, r match.Run) clausePlace {
		d := documents[m.Article]
		span := d.Assertions[m.Assertion].Span
		if !r.Empty() {
			span = article.Span.Cover(d.Text.Tokens[r.First].Span, d.Text.Tokens[r.End-1].Span)
		}
		return clausePlace{d.Article.ID, span.Start, span.End}
	}
	return inOrder(side(c.Pair.A, c.Contrast.A), side(c.Pair.B, c.Contrast.B))
}

// rowsOfContrasts are the labelled contrasts of the documents of a case.
func rowsOfContrasts(labels contrastLabels, name string, documents []*extract.Document, o compare.Options) ([]row, error) {
	if labels[name] == nil {
		return nil, nil
	}
	contrasts, err := compare.Contrasts(context.Background(), documents, o)
	if err != nil {
		return nil, err
	}
	var rows []row
	for i := range contrasts {
		c := &contrasts[i]
		if says, ok := labels[name][placesOf(documents, c)]; ok {
			rows = append(rows, contrastRows(c.Features, says == excludesOther || says == differsSo, 1)...)
		}
	}
	return rows, nil
}

// contrastRows are a contrast as it is, and as it would be if no encoder had read it.
func contrastRows(f claim.ContrastFeatures, real bool, weight float64) []row {
	unread := f.Unread()
	rows := []row{{features: f[:], weight: weight}, {features: unread[:], weight: weight}}
	if real {
		rows[0].target, rows[1].target = 1, 1
	}
	return rows
}

// writtenWeight is what a contrast of written sentences counts beside one of real ones.
const writtenWeight = 0.3

// everyHeld is how many of the written items one is of which the encoder hasn't learned
// (encoder/contrasts.py, HELD).
const everyHeld = 6

var marked = regexp.MustCompile(`\[\[(.+?)\]\]`)

// writtenContrasts are the contrasts of the written sentences in the files of a folder that the
// encoder didn't learn from: those between words that are marked as contradicting each other
// are real, others aren't.
func writtenContrasts(folder string, o compare.Options) ([]row, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	type pair struct {
		a, b string // with marks
		real bool
	}
	var pairs []pair
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for i, item := range strings.Split(strings.TrimSpace(string(text)), "\n\n") {
			if i%everyHeld != everyHeld-1 {
				continue
			}
			lines := map[string]string{}
			for _, line := range strings.Split(item, "\n") {
				if letter, sentence, ok := strings.Cut(line, ": "); ok {
					lines[letter] = sentence
				}
			}
			pairs = append(pairs, pair{lines["A"], lines["S"], false}, pair{lines["A"], lines["D"], true}, pair{lines["S"], lines["D"], true})
		}
	}
	found := make([][]row, len(pairs))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range pairs {
		group.Go(func() error {
			unmarked := func(s string) string { return marked.ReplaceAllString(s, "$1") }
			documents := (&measure.LabelledPair{A: unmarked(p.a), B: unmarked(p.b)}).Documents()
			contrasts, err := compare.Contrasts(context.Background(), documents, o)
			if err != nil {
				return err
			}
			place := func(s string) article.Span {
				at := marked.FindStringSubmatchIndex(s)
				if at == nil {
					return article.Span{}
				}
				return article.Span{Start: at[0], End: at[0] + at[3] - at[2]}
			}
			want := map[string]article.Span{documents[0].Article.ID: place(p.a), documents[1].Article.ID: place(p.b)}
			for k := range contrasts {
				c := &contrasts[k]
				on := p.real
				for _, at := range placesOf(documents, c) {
					on = on && at.span().Overlaps(want[at.Article])
				}
				found[i] = append(found[i], contrastRows(c.Features, on, writtenWeight)...)
			}
			return nil
		})
	}
	return slices.Concat(found...), group.Wait()
}

// printContrasts says of contrasts of cases, the first of which is number first, how many are told from each
// probability on, and how many of those are real, by trees that didn't learn from the case.
func printContrasts(which string, contrasts [][]row, judges []*claim.Trees, first int) {
	var all ranking
	for i, of := range contrasts {
		for _, r := range of {
			all = append(all, ranked{judges[(first+i)%parts].Contrast.Probability(r.features), r.target > 0})
		}
	}
	if len(all) == 0 {
		return
	}
	fmt.Printf("contrasts that "+which+": %d, whether they are real: area under the curve %.3f\n", len(all), all.area())
	for _, least := range [...]float64{0.2, 0.3, 0.4, 0.5, 0.6, 0.7} {
		told, real := 0, 0
		for _, r := range all {
			if r.sure >= least {
				told++
				if r.is {
					real++
				}
			}
		}
		fmt.Printf("  from %.1f: %d told, %d real\n", least, told, real)
	}
}
