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
	"xref/compare/encoder"
	"xref/compare/match"
	"xref/compare/measure"
	"xref/extract"
	"xref/extract/read"
	"xref/internal/parallel"
)

// annotated is a case with its annotation.
type annotated struct {
	name      string
	documents []*extract.Document
	gold      *measure.Gold

	// Of a written event alone:
	event   *[2]eventReport
	planted *measure.Planted
}

// weight is what a pair of the case counts.
func (c annotated) weight() float64 {
	if c.event != nil {
		return eventWeight
	}
	return 1
}

// eventWeight is what a pair of a written event counts beside one of a case.
const eventWeight = 1

// example is one compared pair with what the annotation says of it.
type example struct {
	features      match.Features
	agree, differ float64 // 1 for the one that it is, a half each for both, else 0
	weight        float64 // what it counts
	near          bool    // only the vectors of the sentences found it
}

// labelled is one pair of a claim with what the annotation says of it.
type labelled struct {
	features      claim.Features
	agree, differ float64 // 1 where it does, else 0
	weight        float64 // what it counts
}

// parts is how many parts cases are taken in: what measures the cases of one part is
// learned from the others.
const parts = 9

// trainPairs learns from annotated cases what a pair's features say: the weights of
// the linear first look, and the trees, once for pairs that no encoder has read and
// once for those that one has; and the weights of the features of a claim. The claims
// of each case are those that models make that were learned from the cases of other
// parts. With -without it says what each case scores by models of which none were
// learned from its part, and each kind's card by the same.
func trainPairs(args []string) error {
	flags := flag.NewFlagSet("pairs", flag.ContinueOnError)
	out := flags.String("o", "compare/match", "the folder to write the models of pairs to")
	ofClaims := flags.String("claims", "compare/claim", "the folder to write the trees of claims to")
	sentences := flags.String("sentences", "", "a folder of labelled pairs of sentences to learn from too, for claims")
	without := flags.Bool("without", false, "measure each case by what was learned without its part of the cases; write nothing")
	off := flags.Bool("off", false, "with -without: measure without an encoder")
	model := flags.String("encoder", "", "the encoder's file; the embedded one if none is given")
	ofClauses := flags.String("labels", "cmd/train/labels/clauses.jsonl", "pairs of clauses that readers labelled; none if empty")
	ofContrasts := flags.String("contrasts", "cmd/train/labels/contrasts.jsonl", "contrasts that readers labelled; none if empty")
	written := flags.String("written", "cmd/train/encoder/contrasts", "written sentences with contrasts; none if empty")
	ofEvents := flags.String("events", "cmd/train/encoder/events", "written events to learn from too; none if empty")
	data := flags.String("data", "", "the folder that holds cases/ and data/, to learn from labelled clauses of cases without annotation too")
	kept := flags.String("readings", "", "a file to keep what the encoder read in, for the next time")
	if err := flags.Parse(args); err != nil {
		return err
	}
	cases, err := readCases(flags.Args())
	if err != nil {
		return err
	}
	measured := len(cases)
	events, err := readEvents(*ofEvents)
	if err != nil {
		return err
	}
	cases = append(cases, events...)
	labels, err := readClauseLabels(*ofClauses)
	if err != nil {
		return err
	}
	contrastsLabelled, err := readContrastLabels(*ofContrasts)
	if err != nil {
		return err
	}
	var reader match.Encoder
	var e *readings
	if !*off {
		if e, err = openEncoder(*model, *kept); err != nil {
			return err
		}
		reader = e
	}
	examples := make([][]example, len(cases))
	for i, c := range cases {
		if examples[i], err = c.examples(labels, reader); err != nil {
			return err
		}
	}
	if err := e.keep(*kept); err != nil {
		return err
	}
	var unannotated []labelledCase
	if *data != "" {
		if unannotated, err = readUnannotated(*data, labels, cases); err != nil {
			return err
		}
	}
	var further []example
	for _, c := range unannotated {
		of, err := c.examples(labels)
		if err != nil {
			return err
		}
		further = append(further, of...)
	}
	scorings := make([]match.Scoring, parts) // learned without the cases of each part
	parallel.Each(parts, func(_, part int) {
		scorings[part] = learnScoring(others(examples, part), further, reader)
	})
	all := slices.Concat(examples...)
	counted := learnCounted(slices.Concat(all, further))
	var ofPairs []labelled
	for _, c := range unannotated {
		of, err := c.claimed(labels, match.Scoring{First: counted.Linear, Scorer: counted})
		if err != nil {
			return err
		}
		ofPairs = append(ofPairs, of...)
	}
	if *sentences != "" {
		of, err := labelledClaims(*sentences, match.Scoring{First: counted.Linear, Scorer: counted}, cases)
		if err != nil {
			return err
		}
		ofPairs = append(ofPairs, of...)
	}
	claims := make([][]labelled, len(cases))
	for i, c := range cases {
		if claims[i], err = c.claimed(labels, scorings[i%parts]); err != nil {
			return err
		}
	}
	judges := make([]*claim.Trees, parts)
	parallel.Each(parts, func(_, part int) { judges[part] = judge(append(others(claims, part), ofPairs...)) })
	contrasts := make([][]row, len(cases))
	for i, c := range cases {
		o := compare.Options{Scoring: &scorings[i%parts], Judge: judges[i%parts]}
		if c.event != nil {
			contrasts[i], err = c.eventContrasts(o)
		} else {
			contrasts[i], err = rowsOfContrasts(contrastsLabelled, c.name, c.documents, o)
		}
		if err != nil {
			return err
		}
	}
	encoded := withEncoder(counted, all)
	ofAll := match.Scoring{First: counted.Linear, Scorer: encoded, Encoder: reader}
	judgeOfAll := judge(slices.Concat(append(claims, ofPairs)...))
	furtherContrasts, err := writtenContrasts(*written, compare.Options{Scoring: &ofAll, Judge: judgeOfAll})
	if err != nil {
		return err
	}
	for _, c := range unannotated {
		of, err := rowsOfContrasts(contrastsLabelled, c.name, c.documents, compare.Options{Scoring: &ofAll, Judge: judgeOfAll})
		if err != nil {
			return err
		}
		furtherContrasts = append(furtherContrasts, of...)
	}
	if err := e.keep(*kept); err != nil {
		return err
	}
	if !*without {
		judgeOfAll.Contrast = boost(slices.Concat(append(contrasts, furtherContrasts)...), contrastRounds)
		return writeModels(*out, *ofClaims, encoded, judgeOfAll)
	}
	parallel.Each(parts, func(_, part int) {
		judges[part].Contrast = boost(append(others(contrasts, part), furtherContrasts...), contrastRounds)
	})
	printContrasts("readers labelled", contrasts[:measured], judges, 0)
	printContrasts("written events have", contrasts[measured:], judges, measured)
	var ofEventsTold measure.PlantedResult
	var results []measure.Result
	var cards measure.Cards
	var stages [len(measure.StageNames)]int
	var ofReaders ranking
	told := toldCounts{}
	for i, c := range cases {
		options := compare.Options{Scoring: &scorings[i%parts], Judge: judges[i%parts]}
		report, err := compare.Compare(context.Background(), c.documents, options)
		if err != nil {
			return err
		}
		if c.event != nil {
			of, err := measure.ScorePlanted(report, c.planted)
			if err != nil {
				return err
			}
			ofEventsTold.Add(of)
			continue
		}
		pairs, err := compare.Pairs(context.Background(), c.documents, scorings[i%parts])
		if err != nil {
			return err
		}
		told.add(labels, c.name, report)
		for _, p := range pairs {
			if l := labels.of(c.name, c.documents, p.A, p.B); l != nil {
				ofReaders = append(ofReaders, ranked{p.Same, l.Relation != measure.Apart})
			}
		}
		for k, n := range measure.Stages(report, pairs, c.gold, claim.LeastJoined) {
			stages[k] += n
		}
		cards.AddCase(report, c.gold)
		r := measure.Score(report, c.gold)
		fmt.Println(figures(c.name, r))
		results = append(results, r)
	}
	fmt.Println(figures("together", measure.Sum(results)))
	fmt.Print("core findings by the last stage they came to:")
	for k, n := range stages {
		fmt.Printf("  %s %d", measure.StageNames[k], n)
	}
	fmt.Println()
	if len(ofReaders) > 0 {
		fmt.Printf("pairs that readers labelled: %d, whether they report one matter: area under the curve %.3f\n", len(ofReaders), ofReaders.area())
		told.print()
	}
	if ofEventsTold.Events > 0 {
		p := ofEventsTold
		fmt.Printf("%d written events: agree %.1f, differ %.1f, false agree %.1f, apart %.1f, alarms %.2f an event\n",
			p.Events, p.Agree.Percent(), p.Differ.Percent(), p.False.Percent(), p.Apart.Percent(), float64(p.Alarms)/float64(p.Events))
	}
	for _, c := range cards.List() {
		fmt.Printf("%-12s %-9s lines %4d  met %s  right %s\n", c.Kind, c.Verdict, c.Lines, c.Met, c.Right)
	}
	return nil
}

// openEncoder is the encoder of a file, or the embedded one, remembering what it reads.
func openEncoder(model, kept string) (*readings, error) {
	if model == "" {
		return newReadings(encoder.Embedded(), kept)
	}
	file, err := os.ReadFile(model)
	if err != nil {
		return nil, err
	}
	m, err := encoder.Load(file)
	if err != nil {
		return nil, err
	}
	return newReadings(m, kept)
}

// learnScoring learns from examples how pairs are scored that e reads, or, if e is
// nil, nobody; of pairs that nobody reads it learns from further ones too.
func learnScoring(examples, further []example, e match.Encoder) match.Scoring {
	counted := learnCounted(slices.Concat(examples, further))
	if e == nil {
		return match.Scoring{First: counted.Linear, Scorer: counted}
	}
	return match.Scoring{First: counted.Linear, Scorer: withEncoder(counted, examples), Encoder: e}
}

// learnCounted learns how pairs are scored that no encoder reads.
func learnCounted(examples []example) *match.Boosted {
	examples = slices.DeleteFunc(slices.Clone(examples), func(e example) bool { return e.near })
	return &match.Boosted{Linear: learn(examples), Same: boost(rowsOf(unread(examples)), pairRounds)}
}

// withEncoder learns how pairs are scored that one reads, beside what was learned of those that
// none does.
func withEncoder(counted *match.Boosted, examples []example) *match.Boosted {
	all := slices.Clone(examples)
	for i, e := range examples {
		if unplaced := e.features.Unplaced(); i%everyUnplaced == 0 && unplaced != e.features {
			e.features = unplaced
			all = append(all, e)
		}
	}
	return &match.Boosted{Linear: counted.Linear, Same: boost(rowsOf(all), pairRounds), Counted: counted.Same}
}

// everyUnplaced is how many examples one is of which is learned from a second time as one whose
// sentences weren't read alone, as they aren't in large stories.
const everyUnplaced = 5

// unread are the examples as they are where no encoder has read them.
func unread(examples []example) []example {
	all := slices.Clone(examples)
	for i := range all {
		all[i].features = all[i].features.Unread()
	}
	return all
}

func writeModels(folder, ofClaims string, scorer *match.Boosted, judge *claim.Trees) error {
	linear := scorer.Linear
	files := []struct{ path, text string }{
		{filepath.Join(folder, "weights.txt"), weightsFile("pair of assertions", match.LinearNames, linear.Agree[:], linear.Differ[:])},
		{filepath.Join(folder, "trees.txt"), treesFile("of a pair of assertions that no encoder has read whether both report one matter", match.FeatureNames[:], scorer.Counted)},
		{filepath.Join(folder, "trees-encoded.txt"), treesFile("of a pair of assertions that an encoder may have read whether both report one matter", match.FeatureNames[:], scorer.Same)},
		{filepath.Join(ofClaims, "trees-agree.txt"), treesFile("of a pair of a claim whether the two agree", claim.FeatureNames[:], judge.Agree)},
		{filepath.Join(ofClaims, "trees-contrast.txt"), treesFile("of a contrast within a pair of a claim whether a reader would call it a difference", claim.ContrastFeatureNames, judge.Contrast)},
		{filepath.Join(ofClaims, "trees-differ.txt"), treesFile("of a pair of a claim whether the two differ", claim.FeatureNames[:], judge.Differ)},
	}
	for _, f := range files {
		if err := os.WriteFile(f.path, []byte(f.text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// treesFile is the file of trees that say what is told.
func treesFile(what string, names []string, t *match.Trees) string {
	return "# Boosted trees that say " + what + ".\n" +
		"# The bias, then a tree a line; match/trees.go says how they are written, features.go what each feature is.\n" +
		"# Learned by `go run ./cmd/train pairs -data DATA -sentences PAIRS CASES` from annotated cases, labelled clauses and labelled pairs.\n" + t.Text(names)
}

// rowsOf are examples as boosting takes them, for whether both report one matter.
func rowsOf(examples []example) []row {
	rows := make([]row, len(examples))
	for i := range examples {
		e := &examples[i]
		rows[i] = row{e.features[:], e.agree + e.differ, e.weight}
	}
	return rows
}

// judge learns from pairs of claims whether the two agree and whether they differ; from those
// that an encoder has read twice, as they are and as if it hadn't.
func judge(claims []labelled) *claim.Trees {
	asked := func(of func(*labelled) float64) *match.Trees {
		var rows []row
		for i := range claims {
			c := &claims[i]
			rows = append(rows, row{c.features[:], of(c), c.weight})
			if unread := c.features.Unread(); unread != c.features {
				rows = append(rows, row{unread[:], of(c), c.weight})
			}
		}
		return boost(rows, claimRounds)
	}
	return &claim.Trees{
		Agree:    asked(func(l *labelled) float64 { return l.agree }),
		Differ:   asked(func(l *labelled) float64 { return l.differ }),
		Contrast: &match.Trees{},
	}
}

// others are the rows of all cases but those of a part.
func others[T any](rows [][]T, part int) []T {
	var all []T
	for i, of := range rows {
		if i%parts != part {
			all = append(all, of...)
		}
	}
	return all
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
		documents, err := documentsIn(folder)
		if err != nil {
			return nil, err
		}
		cases = append(cases, annotated{name: filepath.Base(folder), documents: documents, gold: gold})
	}
	return cases, nil
}

// documentsIn analyses the articles of a folder.
func documentsIn(folder string) ([]*extract.Document, error) {
	texts, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	articles, err := read.Paths(texts, read.Options{})
	if err != nil {
		return nil, err
	}
	var documents []*extract.Document
	for _, a := range articles.Articles {
		documents = append(documents, extract.Analyse(a))
	}
	return documents, nil
}

func (c annotated) examples(read clauseLabels, e match.Encoder) ([]example, error) {
	labels := measure.NewLabels(c.documents, c.gold)
	var found []example
	pairs, err := compare.Pairs(context.Background(), c.documents, match.Learned(e))
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		x, y := c.documents[p.A.Article].Assertions[p.A.Assertion].Span, c.documents[p.B.Article].Assertions[p.B.Assertion].Span
		if l := read.of(c.name, c.documents, p.A, p.B); l != nil {
			e := l.ofPair(p.Features)
			e.near = p.Near
			found = append(found, e)
			continue
		}
		e := example{features: p.Features, weight: c.weight(), near: p.Near}
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

// claimed are the pairs of the claims that a scoring makes of the case.
func (c annotated) claimed(read clauseLabels, s match.Scoring) ([]labelled, error) {
	labels := measure.NewLabels(c.documents, c.gold)
	all, err := compare.ClaimedPairs(context.Background(), c.documents, compare.Options{Scoring: &s, Judge: untaught})
	if err != nil {
		return nil, err
	}
	var found []labelled
	for i := range all {
		if all[i].A.Article == all[i].B.Article {
			continue
		}
		if l := read.of(c.name, c.documents, all[i].A, all[i].B); l != nil {
			found = append(found, l.ofClaim(all[i].Features))
			continue
		}
		j := labelled{features: all[i].Features, weight: c.weight()}
		agree, differ := labels.OfPair(&all[i].Pair)
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
