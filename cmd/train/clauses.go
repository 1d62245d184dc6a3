package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/measure"
	"xref/extract"
	"xref/extract/article"
)

// readerWeight is what a pair of clauses that a reader labelled counts, beside one of which
// an annotation of findings only says whether a finding shows it.
const readerWeight = 3

// clauseLabel is what a reader says of a clause of one article and one of another:
// labels/README.md.
type clauseLabel struct {
	Case     string      `json:"case"`
	A        clausePlace `json:"a"`
	B        clausePlace `json:"b"`
	Relation string      `json:"relation"` // "same", "differ" or "apart"
	Kind     string      `json:"kind"`     // of difference, where they differ and the reader named one
}

// The relations of clauses that report one matter: told compatibly, and differently.
const (
	tellsSame  = "same"
	tellsOther = "differ"
)

// clausePlace is bytes Start to End of the text of an article.
type clausePlace struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// span is the place in the text of its article.
func (p clausePlace) span() article.Span { return article.Span{Start: p.Start, End: p.End} }

// clauseLabels are labels by case and articles.
type clauseLabels map[[3]string][]clauseLabel

// readClauseLabels reads labels, one a line; none where path is empty.
func readClauseLabels(path string) (clauseLabels, error) {
	labels := clauseLabels{}
	return labels, eachLabel(path, func(l clauseLabel) error {
		if !slices.Contains([]string{tellsSame, tellsOther, measure.Apart}, l.Relation) {
			return fmt.Errorf("no relation is called %q", l.Relation)
		}
		key := [3]string{l.Case, l.A.Article, l.B.Article}
		labels[key] = append(labels[key], l)
		return nil
	})
}

// eachLabel hands the labels of a file, one a line in JSON, to found; none where path is empty.
// Errors name the file and the line.
func eachLabel[T any](path string, found func(T) error) error {
	if path == "" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var l T
		err := json.Unmarshal(lines.Bytes(), &l)
		if err == nil {
			err = found(l)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}

// cases are the names of the cases that have labels, in order.
func (labels clauseLabels) cases() []string {
	names := map[string]bool{}
	for key := range labels {
		names[key[0]] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// ofCase are the labels of a case, by articles.
func (labels clauseLabels) ofCase(name string) (all []clauseLabel) {
	for _, key := range slices.SortedFunc(maps.Keys(labels), func(a, b [3]string) int { return slices.Compare(a[:], b[:]) }) {
		if key[0] == name {
			all = append(all, labels[key]...)
		}
	}
	return all
}

// of is the label of two assertions of documents of a case; nil where no reader has seen
// them.
func (labels clauseLabels) of(name string, documents []*extract.Document, a, b match.Member) *clauseLabel {
	d, e := documents[a.Article], documents[b.Article]
	return labels.ofSpans(name, d, d.Assertions[a.Assertion].Span, e, e.Assertions[b.Assertion].Span)
}

// ofSpans is the label of two clauses of articles of a case; nil where no reader has seen
// them.
func (labels clauseLabels) ofSpans(name string, d *extract.Document, a article.Span, e *extract.Document, b article.Span) *clauseLabel {
	if d.Article.ID > e.Article.ID {
		a, b, d, e = b, a, e, d
	}
	all := labels[[3]string{name, d.Article.ID, e.Article.ID}]
	at := slices.IndexFunc(all, func(l clauseLabel) bool { return l.A.is(a) && l.B.is(b) })
	if at < 0 {
		return nil
	}
	return &all[at]
}

// outcome is what a reader's label says: whether the two agree, and whether they differ.
func (l *clauseLabel) outcome() (agree, differ float64) {
	switch l.Relation {
	case tellsSame:
		return 1, 0
	case tellsOther:
		return 0, 1
	}
	return 0, 0
}

// ofPair is what a reader says of a compared pair with these features.
func (l *clauseLabel) ofPair(f match.Features) example {
	agree, differ := l.outcome()
	return example{features: f, agree: agree, differ: differ, weight: readerWeight}
}

// ofClaim is what a reader says of a pair of a claim with these features.
func (l *clauseLabel) ofClaim(f claim.Features) labelled {
	agree, differ := l.outcome()
	return labelled{f, agree, differ, readerWeight}
}

// mostlyOne is how much of all the bytes of two spans both have, for them to be one clause.
const mostlyOne = 0.8

// is reports whether a place is that of a clause, or so nearly that what is said of it holds.
func (p clausePlace) is(s article.Span) bool { return p.share(s) >= mostlyOne }

// share is how much of all the bytes of a place and a span both have.
func (p clausePlace) share(s article.Span) float64 {
	both := min(p.End, s.End) - max(p.Start, s.Start)
	all := max(p.End, s.End) - min(p.Start, s.Start)
	return float64(both) / float64(all)
}
