package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"xref/compare"
	compared "xref/compare/measure"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
)

// cards measures each kind: on the annotated cases in cases/ and the events in
// planted/*/ of a folder, as far as they are there, and on the copies of the
// articles of fixtures/restyle. The weights are those that were learned, so that
// figures of cases are better than of others; `train pairs -without` gives them
// by weights of which none were learned from the case.
func cards(path string) (*table, error) {
	all, err := countedCards(path)
	if err != nil {
		return nil, err
	}
	_, told, err := judgedPairs(own)
	if err != nil {
		return nil, err
	}
	for _, t := range told {
		all.AddPair(t)
	}
	return cardTable(all), nil
}

// countedCards is the cards of the cases and events below a folder.
func countedCards(path string) (*compared.Cards, error) {
	all := &compared.Cards{}
	cases, err := annotatedFolders(filepath.Join(path, "cases"))
	if err != nil {
		return nil, err
	}
	for _, folder := range cases {
		gold, err := opened(filepath.Join(folder, "gold.json"), compared.ReadGold)
		if err != nil {
			return nil, err
		}
		articles, err := articlesIn(folder)
		if err != nil {
			return nil, err
		}
		report, err := compare.Compare(context.Background(), analysed(articles), comparison())
		if err != nil {
			return nil, err
		}
		all.AddCase(report, gold)
	}
	events, err := plantedFolders(filepath.Join(path, "planted"))
	if err != nil {
		return nil, err
	}
	for _, folder := range events {
		report, planted, err := plantedEvent(folder)
		if err == nil {
			err = all.AddPlanted(report, planted)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", folder, err)
		}
	}
	return all, nil
}

// cardTable is a row for each kind and verdict.
func cardTable(all *compared.Cards) *table {
	t := &table{columns: []string{"kind", "verdict", "lines", "lines_a_case", "met", "met_%", "right", "right_%",
		"planted", "planted_right", "planted_%", "alarms", "pairs", "pairs_right", "pairs_%"}}
	for _, c := range all.List() {
		t.add(string(c.Kind), string(c.Verdict), c.Lines, float64(c.Lines)/float64(max(1, all.Cases)), c.Met.Part, c.Met.Percent(), c.Right.Part, c.Right.Percent(),
			c.Planted.Whole, c.Planted.Part, c.Planted.Percent(), c.Alarms, c.Pairs.Whole, c.Pairs.Part, c.Pairs.Percent())
	}
	return t
}

// plantedSets measures the planted events of a folder, or of a folder's folders.
func plantedSets(path string) (*table, error) {
	t := &table{columns: []string{"set", "events", "agree", "differ", "wrong_kind", "false_agree", "conflict", "apart", "agree_told_as_differing", "alarms"}}
	sets := []string{path}
	if found, _ := filepath.Glob(filepath.Join(path, "*", "expect.json")); len(found) == 0 {
		var err error
		if sets, err = subfolders(path); err != nil {
			return nil, err
		}
	}
	for _, set := range sets {
		folders, err := filepath.Glob(filepath.Join(set, "*", "expect.json"))
		if err != nil {
			return nil, err
		}
		if len(folders) == 0 {
			continue
		}
		var sum compared.PlantedResult
		for _, f := range folders {
			report, planted, err := plantedEvent(filepath.Dir(f))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", filepath.Dir(f), err)
			}
			r, err := compared.ScorePlanted(report, planted)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", filepath.Dir(f), err)
			}
			sum.Add(r)
		}
		t.add(filepath.Base(set), sum.Events, sum.Agree.Percent(), sum.Differ.Percent(), sum.Wrong.Percent(), sum.False.Percent(),
			sum.Conflict.Percent(), sum.Apart.Percent(), sum.AgreeAsDiffering.Percent(), float64(sum.Alarms)/float64(max(1, sum.Events)))
	}
	if len(t.rows) == 0 {
		return nil, errors.New(path + ": no events")
	}
	return t, nil
}

// plantedEvent compares a.txt and b.txt of a folder and reads its expect.json.
func plantedEvent(folder string) (*compare.Report, *compared.Planted, error) {
	planted, err := opened(filepath.Join(folder, "expect.json"), compared.ReadPlanted)
	if err != nil {
		return nil, nil, err
	}
	result, err := read.Paths([]string{filepath.Join(folder, "a.txt"), filepath.Join(folder, "b.txt")}, read.Options{})
	if err != nil {
		return nil, nil, err
	}
	report, err := compare.Compare(context.Background(), analysed(result.Articles), comparison())
	return report, planted, err
}

// plantedFolders is the folders of all sets of planted events below a folder;
// none where it isn't there.
func plantedFolders(path string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(path, "*", "*", "expect.json"))
	for i, f := range files {
		files[i] = filepath.Dir(f)
	}
	return files, err
}

// annotatedFolders is the folders below a folder that are annotated and not
// closed; none where it isn't there.
func annotatedFolders(path string) ([]string, error) {
	folders, err := subfolders(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	closed, _ := setAside(folders)
	var annotated []string
	for _, folder := range folders {
		if _, err := os.Stat(filepath.Join(folder, "gold.json")); err == nil && !closed[folder] {
			annotated = append(annotated, folder)
		}
	}
	return annotated, nil
}

// analysed is the documents of articles.
func analysed(articles []*article.Article) []*extract.Document {
	documents := make([]*extract.Document, len(articles))
	for i, a := range articles {
		documents[i] = extract.Analyse(a)
	}
	return documents
}
