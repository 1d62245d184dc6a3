package main

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"xref/compare/kind"
	compared "xref/compare/measure"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
	"xref/fixtures/restyle"
)

// original is an article that copies are made of.
type original struct {
	name     string
	aside    bool // its report is counted and never shown
	document *extract.Document
}

// copySort is a sort of copies, and how many pairs of each rule are made of the
// articles of a folder; 0 is of all.
type copySort struct {
	name string
	make func(text string) []restyle.Copy
	most int
}

var copySorts = []copySort{
	{"exact", func(text string) []restyle.Copy { return []restyle.Copy{{Rule: "copy", Text: text}} }, 0},
	{"styled", restyle.Styled, 25},
	{"unchanged", restyle.Unchanged, 12},
	{"changed", restyle.Changed, 25},
	{"styled+changed", restyle.StyledAndChanged, 8},
}

// own is the path that stands for the articles of fixtures/restyle.
const own = "own"

// madePair is a pair with what shows it.
type madePair struct {
	compared.CopyPair
	aside bool
	edits string
}

// copyPairs makes the pairs of the articles below a folder, or of those of
// fixtures/restyle.
func copyPairs(path string) ([]madePair, error) {
	originals, err := originalsOf(path)
	if err != nil {
		return nil, err
	}
	type job struct {
		sort     string
		copy     restyle.Copy
		original original
	}
	var jobs []job
	for _, s := range copySorts {
		of := map[string][]job{}
		var rules []string
		for _, o := range originals {
			for _, c := range s.make(o.document.Article.Text) {
				if of[c.Rule] == nil {
					rules = append(rules, c.Rule)
				}
				of[c.Rule] = append(of[c.Rule], job{s.name, c, o})
			}
		}
		slices.Sort(rules)
		for _, rule := range rules {
			taken := of[rule]
			if s.most > 0 && len(taken) > s.most && path != own {
				slices.SortStableFunc(taken, func(a, b job) int {
					return cmp.Compare(restyle.Order(a.original.document.Article.Text, rule), restyle.Order(b.original.document.Article.Text, rule))
				})
				taken = taken[:s.most]
			}
			jobs = append(jobs, taken...)
		}
	}
	pairs := make([]madePair, len(jobs))
	err = inParallel(len(jobs), func(i int) error {
		j := jobs[i]
		pairs[i].CopyPair = compared.CopyPair{
			Sort: j.sort, Rule: j.copy.Rule, Name: j.original.name, Original: j.original.document,
			Clause: article.Span(j.copy.Clause), Was: article.Span(j.copy.Was),
		}
		pairs[i].aside = j.original.aside
		for _, k := range j.copy.Kinds {
			pairs[i].Kinds = append(pairs[i].Kinds, kind.ID(k))
		}
		pairs[i].Words = j.copy.Words
		for _, e := range j.copy.Edits {
			pairs[i].edits += fmt.Sprintf("\n  %q → %q in %q", e.Was, e.Span.Of(j.copy.Text), around(j.copy.Text, e.Span))
		}
		a, _, err := read.Bytes(j.original.name+".txt", []byte(j.copy.Text))
		if err != nil {
			return err
		}
		if a.Text != j.copy.Text {
			return errors.New(j.original.name + ": a copy isn't read as it was made")
		}
		pairs[i].Copy = extract.Analyse(a)
		return nil
	})
	return pairs, err
}

// around is the words about a span.
func around(text string, s restyle.Span) string {
	return strings.ToValidUTF8(text[max(0, s.Start-40):min(len(text), s.End+40)], "")
}

// originalsOf reads the articles of fixtures/restyle, of a folder, or of a
// folder's folders. Of many folders the ten that are closed are left out.
func originalsOf(path string) ([]original, error) {
	if path == own {
		texts, err := restyle.Articles()
		if err != nil {
			return nil, err
		}
		var all []original
		for name, text := range texts {
			a, _, err := read.Bytes(name+".txt", []byte(text))
			if err != nil {
				return nil, err
			}
			all = append(all, original{name: name, document: extract.Analyse(a)})
		}
		slices.SortFunc(all, func(a, b original) int { return cmp.Compare(a.name, b.name) })
		return all, nil
	}
	folders, err := subfolders(path)
	if err != nil {
		folders = []string{path}
	}
	closed, aside := setAside(folders)
	var all []original
	for _, folder := range folders {
		if closed[folder] {
			continue
		}
		articles, err := articlesIn(folder)
		if err != nil {
			return nil, err
		}
		for _, a := range articles {
			all = append(all, original{filepath.Base(folder) + "/" + a.ID, aside[folder], &extract.Document{Article: a}})
		}
	}
	return all, inParallel(len(all), func(i int) error {
		all[i].document = extract.Analyse(all[i].document.Article)
		return nil
	})
}

// manyFolders is from how many folders on some are closed.
const manyFolders = 20

// setAside is which of a collection's folders are closed and which are measured
// and never read, as docs/measuring.md has it.
func setAside(folders []string) (closed, aside map[string]bool) {
	closed, aside = map[string]bool{}, map[string]bool{}
	if len(folders) < manyFolders {
		return closed, aside
	}
	order := slices.Clone(folders)
	hash := func(folder string) string {
		return fmt.Sprintf("%x", sha256.Sum256([]byte(filepath.Base(folder))))
	}
	slices.SortFunc(order, func(a, b string) int { return cmp.Compare(hash(a), hash(b)) })
	var annotated []string
	for i, folder := range order {
		closed[folder] = i < 10
		if _, err := os.Stat(filepath.Join(folder, "gold.json")); err == nil {
			annotated = append(annotated, folder)
		}
	}
	for _, folder := range annotated[:len(annotated)/3] {
		aside[folder] = true
	}
	return closed, aside
}

// inParallel does n things, as many at once as there are processors.
func inParallel(n int, do func(i int) error) error {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		g.Go(func() error { return do(i) })
	}
	return g.Wait()
}

// judgedPairs makes pairs and compares each.
func judgedPairs(path string) ([]madePair, []compared.CopyTold, error) {
	pairs, err := copyPairs(path)
	if err != nil {
		return nil, nil, err
	}
	told := make([]compared.CopyTold, len(pairs))
	return pairs, told, inParallel(len(pairs), func(i int) error {
		told[i] = pairs[i].Judge()
		return nil
	})
}

// copies measures what is told of copies: one row for each rule, one for each
// sort, and of each pair of which the wrong thing is told a line.
func copies(path string) (*table, error) {
	pairs, told, err := judgedPairs(path)
	if err != nil {
		return nil, err
	}
	t := &table{columns: []string{"sort", "rule", "pairs", "differing", "conflict", "told", "right", "same", "second", "alone"}}
	var rows []compared.CopyRow
	for i, p := range pairs {
		if n := len(rows); n == 0 || rows[n-1].Sort != p.Sort || rows[n-1].Rule != p.Rule {
			rows = append(rows, compared.CopyRow{Sort: p.Sort, Rule: p.Rule})
		}
		rows[len(rows)-1].Add(told[i])
		if wrong := told[i].Any(); !p.aside && (len(p.Kinds) == 0 && wrong || len(p.Kinds) > 0 && !told[i].Alone()) {
			t.details = append(t.details, fmt.Sprintf("%s %s %s: %s%s", p.Sort, p.Rule, p.Name, outcome(p.CopyPair, told[i]), p.edits))
		}
	}
	for i, r := range rows {
		t.add(copyCells(r)...)
		if i+1 == len(rows) || rows[i+1].Sort != r.Sort {
			sum := compared.CopyRow{Sort: r.Sort, Rule: "all"}
			for _, o := range rows {
				if o.Sort == r.Sort {
					sum = sum.Plus(o)
				}
			}
			t.add(copyCells(sum)...)
		}
	}
	return t, nil
}

func copyCells(r compared.CopyRow) []any {
	return []any{r.Sort, r.Rule, r.Pairs, r.Any, r.Conflicts, r.Told, r.Right, r.OnlySame, r.Second, r.Alone}
}

// outcome says in words what is told of a pair, and each difference that is.
func outcome(p compared.CopyPair, t compared.CopyTold) string {
	says := "told is nothing of the change"
	switch {
	case len(p.Kinds) == 0:
		says = "no fact changed, and told is"
	case t.Right:
		says = fmt.Sprintf("told is the change, and %d differences besides", t.Also+t.Elsewhere)
	case t.Told:
		says = "told is the change by a wrong kind"
	case t.OnlySame:
		says = "told is the same"
	}
	for _, l := range t.Lines {
		says += fmt.Sprintf("\n  %s %s: %s", l.Kind, l.Verdict, l.Values)
	}
	return says
}
