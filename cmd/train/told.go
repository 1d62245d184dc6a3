package main

import (
	"fmt"
	"maps"
	"slices"

	"xref/compare"
	"xref/compare/kind"
)

// toldCounts counts, for each kind and verdict, what readers say of the pairs of passages
// that its findings show.
type toldCounts map[string]*struct{ same, differ, kind, apart int }

// add counts the findings of the report of a case.
func (t toldCounts) add(labels clauseLabels, name string, r *compare.Report) {
	for _, f := range r.Findings {
		key := string(f.Kind) + " " + string(f.Verdict)
		for i, a := range f.Evidence {
			for _, b := range f.Evidence[i+1:] {
				l := labels.ofSpans(name, r.Documents[a.Article], a.Span, r.Documents[b.Article], b.Span)
				if l == nil || a.Article == b.Article {
					continue
				}
				n := t[key]
				if n == nil {
					n = &struct{ same, differ, kind, apart int }{}
					t[key] = n
				}
				switch {
				case l.Relation == tellsSame:
					n.same++
				case l.Relation == tellsOther && kind.ID(l.Kind) == f.Kind:
					n.kind++
				case l.Relation == tellsOther:
					n.differ++
				default:
					n.apart++
				}
			}
		}
	}
}

// print prints a line for each kind and verdict.
func (t toldCounts) print() {
	for _, key := range slices.Sorted(maps.Keys(t)) {
		n := t[key]
		fmt.Printf("told as %-20s of pairs that readers labelled %4d: same %4d  differing so %4d, otherwise %4d  apart %4d\n",
			key, n.same+n.kind+n.differ+n.apart, n.same, n.kind, n.differ, n.apart)
	}
}
