package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/match"
	"xref/compare/measure"
	"xref/extract"
)

// labelledCase is a case of which readers labelled clauses, and the articles that they stand
// in.
type labelledCase struct {
	name      string
	annotated bool // its findings are annotated
	documents []*extract.Document
}

// ecbPlus begins the names of cases that are articles of the EventCorefBank+: "ecbplus/12/a"
// those on the first event of a topic, "ecbplus/12/b" those on the second.
const ecbPlus = "ecbplus/"

// readLabelledCase reads a case's articles from the folder that holds cases/ and data/.
func readLabelledCase(root, name string, labels clauseLabels) (labelledCase, error) {
	wanted := map[string]bool{}
	for _, l := range labels.ofCase(name) {
		wanted[l.A.Article], wanted[l.B.Article] = true, true
	}
	c := labelledCase{name: name}
	if topic, ok := strings.CutPrefix(name, ecbPlus); ok {
		paths, err := filepath.Glob(filepath.Join(root, "data", "ecbplus", filepath.Dir(topic), "*.xml"))
		if err != nil {
			return c, err
		}
		for _, path := range paths {
			id := strings.TrimSuffix(filepath.Base(path), ".xml")
			if !wanted[id] {
				continue
			}
			d, err := readECBFile(path)
			if err != nil {
				return c, fmt.Errorf("%s: %w", path, err)
			}
			d.Article.ID = id
			c.documents = append(c.documents, extract.Analyse(&d.Article))
		}
		return c, nil
	}
	folder := filepath.Join(root, "cases", name)
	var err error
	if c.documents, err = documentsIn(folder); err != nil {
		return c, err
	}
	_, err = os.Stat(filepath.Join(folder, "gold.json"))
	c.annotated = err == nil
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return c, err
}

func readECBFile(path string) (*measure.ECBDocument, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return measure.ReadECB(f)
}

// readUnannotated reads the cases that have labels but no annotation. A topic of the
// EventCorefBank+ that one of the annotated cases is of, "ecb12a" of topic 12, is left out:
// what measures a case must not be learned from its articles.
func readUnannotated(root string, labels clauseLabels, cases []annotated) ([]labelledCase, error) {
	var found []labelledCase
	for _, name := range labels.cases() {
		var topic int
		var event string
		if n, _ := fmt.Sscanf(name, ecbPlus+"%d/%s", &topic, &event); n == 2 &&
			slices.ContainsFunc(cases, func(c annotated) bool { return strings.HasPrefix(c.name, fmt.Sprintf("ecb%02d", topic)) }) {
			continue
		}
		c, err := readLabelledCase(root, name, labels)
		if err != nil {
			return nil, err
		}
		if !c.annotated {
			found = append(found, c)
		}
	}
	return found, nil
}

// examples are the labelled pairs of a case, as they are where no encoder has read them: one
// that learned from the same labels would be too sure of them.
func (c labelledCase) examples(labels clauseLabels) ([]example, error) {
	pairs, err := compare.Pairs(context.Background(), c.documents, match.Learned(nil))
	if err != nil {
		return nil, err
	}
	var found []example
	for _, p := range pairs {
		if l := labels.of(c.name, c.documents, p.A, p.B); l != nil {
			found = append(found, l.ofPair(p.Features))
		}
	}
	return found, nil
}

// claimed are the labelled pairs of the claims that a scoring makes of the case.
func (c labelledCase) claimed(labels clauseLabels, s match.Scoring) ([]labelled, error) {
	all, err := compare.ClaimedPairs(context.Background(), c.documents, compare.Options{Scoring: &s, Judge: untaught})
	if err != nil {
		return nil, err
	}
	var found []labelled
	for i := range all {
		if l := labels.of(c.name, c.documents, all[i].A, all[i].B); l != nil && all[i].A.Article != all[i].B.Article {
			found = append(found, l.ofClaim(all[i].Features))
		}
	}
	return found, nil
}
