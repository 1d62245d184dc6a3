package assertion

import (
	"xref/extract/lang"
)

// tree lists the dependents of every token of a text, made once, so that asking
// for them costs no walk through the sentence.
type tree struct {
	*lang.Text
	first []int32 // of each token its first dependent, or -1
	next  []int32 // of each token the next dependent of the same head, or -1
}

func newTree(t *lang.Text) tree {
	links := make([]int32, 2*len(t.Tokens))
	for i := range links {
		links[i] = -1
	}
	tr := tree{t, links[:len(t.Tokens)], links[len(t.Tokens):]}
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		if h := t.Tokens[i].Head; h >= 0 {
			tr.next[i], tr.first[h] = tr.first[h], int32(i)
		}
	}
	return tr
}

// hasMark reports whether a word of the given form marks clause p.
func (t tree) hasMark(p int, form string) bool {
	for i := range t.dependents(p) {
		if t.Is(i, lang.Mark, lang.Case) && t.Lower(i) == form {
			return true
		}
	}
	return false
}

// dependents yields the dependents of token i in text order.
func (t tree) dependents(i int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// one is the first dependent of i with one of the relations, or -1. A relation
// without subtype stands for all of its subtypes.
func (t tree) one(i int, rels ...lang.Rel) int {
	for c := range t.dependents(i) {
		if t.Is(c, rels...) {
			return c
		}
	}
	return -1
}
