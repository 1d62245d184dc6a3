package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"xref/compare"
	compared "xref/compare/measure"
	"xref/compare/render"
	"xref/extract"
)

// viewWidth is how many columns the report has that is measured.
const viewWidth = 100

// views measures how long the report is that people read, and what it tells twice:
// of the folders of a folder, each with the articles of one event, or of one such
// folder.
func views(path string) (*table, error) {
	folders := []string{path}
	if files, _ := filepath.Glob(filepath.Join(path, "*.txt")); len(files) == 0 {
		var err error
		if folders, err = subfolders(path); err != nil {
			return nil, err
		}
	}
	t := &table{columns: []string{"case", "articles", "findings", "lines", "beyond_3_a_finding", "first_difference", "told_twice_%"}}
	var beyond, first []int
	var twice compared.Share
	for _, folder := range folders {
		articles, err := articlesIn(folder)
		if err != nil {
			return nil, err
		}
		documents := make([]*extract.Document, len(articles))
		for i, a := range articles {
			documents[i] = extract.Analyse(a)
		}
		r, err := compare.Compare(context.Background(), documents, comparison())
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := render.Formats[0].Write(&b, r, render.Options{Width: viewWidth}); err != nil {
			return nil, err
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		more := len(lines) - 3*len(r.Findings)
		at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, render.DifferencesTitle) }) + 2
		if at < 2 {
			at = 0
		} else {
			first = append(first, at)
		}
		told := compared.ToldTwice(r)
		twice.Part, twice.Whole = twice.Part+told.Part, twice.Whole+told.Whole
		if len(articles) == 3 {
			beyond = append(beyond, more)
		}
		t.add(filepath.Base(folder), len(articles), len(r.Findings), len(lines), more, at, told.Percent())
	}
	if len(t.rows) == 0 {
		return nil, errors.New(path + ": no articles")
	}
	if len(folders) > 1 {
		t.add("median", "", "", "", median(beyond), median(first), "")
		t.add("most", "", "", "", "", slices.Max(append(first, 0)), "")
		t.add("all", "", "", "", "", "", twice.Percent())
	}
	return t, nil
}

// median is the middle of numbers; 0 of none.
func median(of []int) int {
	if len(of) == 0 {
		return 0
	}
	slices.Sort(of)
	return of[len(of)/2]
}
