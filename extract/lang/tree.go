package lang

import (
	"slices"
	"strings"

	"xref/extract/article"
)

// Lower is the surface text of token i in lower case.
func (t *Text) Lower(i int) string { return strings.ToLower(t.Form(i)) }

// SentenceOf is the index of the sentence that token i stands in.
func (t *Text) SentenceOf(i int) int {
	at, found := slices.BinarySearchFunc(t.Sentences, i, func(s Sentence, i int) int {
		switch {
		case s.End <= i:
			return -1
		case s.First > i:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return at
}

// Children are the dependents of token i, in text order.
func (t *Text) Children(i int) []int {
	var children []int
	s := t.Sentences[t.SentenceOf(i)]
	for j := s.First; j < s.End; j++ {
		if t.Tokens[j].Head == i {
			children = append(children, j)
		}
	}
	return children
}

// Dependents are the dependents of token i with one of the relations, in text
// order. A relation without subtype stands for all of its subtypes.
func (t *Text) Dependents(i int, rels ...Rel) []int {
	var found []int
	s := t.Sentences[t.SentenceOf(i)]
	for j := s.First; j < s.End; j++ {
		if t.Tokens[j].Head == i && t.Is(j, rels...) {
			found = append(found, j)
		}
	}
	return found
}

// Dependent is the first of Dependents, or -1.
func (t *Text) Dependent(i int, rels ...Rel) int {
	s := t.Sentences[t.SentenceOf(i)]
	for j := s.First; j < s.End; j++ {
		if t.Tokens[j].Head == i && t.Is(j, rels...) {
			return j
		}
	}
	return -1
}

// Is reports whether token i has one of the relations to its head. A relation
// without subtype stands for all of its subtypes.
func (t *Text) Is(i int, rels ...Rel) bool {
	rel := t.Tokens[i].Rel
	return slices.Contains(rels, rel) || slices.Contains(rels, rel.Base())
}

// IsAncestor reports whether a dominates i, at any depth; a token does not
// dominate itself.
func (t *Text) IsAncestor(a, i int) bool {
	for i = t.Tokens[i].Head; i >= 0; i = t.Tokens[i].Head {
		if i == a {
			return true
		}
	}
	return false
}

// Subtree is token i and all that it dominates, in text order. It need not be
// contiguous.
func (t *Text) Subtree(i int) []int {
	return t.subtree(i, func(int) bool { return true })
}

// SubtreeWithout is Subtree less the branches whose top has one of the relations.
func (t *Text) SubtreeWithout(i int, rels ...Rel) []int {
	return t.subtree(i, func(j int) bool { return !t.Is(j, rels...) })
}

// SubtreeWhere is Subtree less the branches that enter doesn't admit.
func (t *Text) SubtreeWhere(i int, enter func(int) bool) []int { return t.subtree(i, enter) }

// subtree walks down from i into the dependents that enter admits.
func (t *Text) subtree(i int, enter func(int) bool) []int {
	s := t.Sentences[t.SentenceOf(i)]
	const unknown, in, out = 0, 1, 2
	state := make([]uint8, s.End-s.First)
	state[i-s.First] = in
	var path, found []int
	for j := s.First; j < s.End; j++ {
		path = path[:0]
		k := j
		for k >= 0 && state[k-s.First] == unknown {
			path = append(path, k)
			k = t.Tokens[k].Head
		}
		verdict := uint8(out)
		if k >= 0 {
			verdict = state[k-s.First]
		}
		for n := len(path) - 1; n >= 0; n-- {
			if verdict == in && !enter(path[n]) {
				verdict = out
			}
			state[path[n]-s.First] = verdict
		}
		if state[j-s.First] == in {
			found = append(found, j)
		}
	}
	return found
}

// SubtreeSpan is from the first to the last byte of Subtree, with punctuation
// at either edge left off.
func (t *Text) SubtreeSpan(i int) article.Span { return t.trimmed(t.Subtree(i)) }

// ClauseSpan is the span of the clause that token i heads: its subtree without
// coordinated clauses, parataxis and the punctuation at the edges. The
// conjuncts of a nominal stay.
func (t *Text) ClauseSpan(i int) article.Span {
	return t.trimmed(t.subtree(i, func(j int) bool {
		tok := t.Tokens[j]
		switch tok.Rel.Base() {
		case Parataxis:
			return false
		case Conj, Cc:
			return tok.Head != i
		}
		return true
	}))
}

// trimmed is the cover of the tokens without punctuation at either end; all of
// them where nothing but punctuation is there.
func (t *Text) trimmed(tokens []int) article.Span {
	first, last := 0, len(tokens)-1
	for first < last && t.Tokens[tokens[first]].UPOS == PUNCT {
		first++
	}
	for last > first && t.Tokens[tokens[last]].UPOS == PUNCT {
		last--
	}
	return article.Span{Start: t.Tokens[tokens[first]].Span.Start, End: t.Tokens[tokens[last]].Span.End}
}

// Cover is the span from the first byte of token first to the last byte of
// token end-1.
func (t *Text) Cover(first, end int) article.Span {
	if first >= end {
		return article.Span{}
	}
	return article.Span{Start: t.Tokens[first].Span.Start, End: t.Tokens[end-1].Span.End}
}

// TokenAt is the index of the token that covers the byte at offset, or of the
// first one after it; len(Tokens) where none follows.
func (t *Text) TokenAt(offset int) int {
	at, _ := slices.BinarySearchFunc(t.Tokens, offset, func(tok Token, offset int) int {
		if tok.Span.End <= offset {
			return -1
		}
		return 1
	})
	return at
}

// TokensIn are the places of the tokens that cover bytes of a span: from first to before end.
func (t *Text) TokensIn(span article.Span) (first, end int) {
	first = t.TokenAt(span.Start)
	for end = first; end < len(t.Tokens) && t.Tokens[end].Span.Start < span.End; end++ {
	}
	return first, end
}

// NameAt is the index in Names of the name that token i is part of, or -1.
func (t *Text) NameAt(i int) int {
	at, found := slices.BinarySearchFunc(t.Names, i, func(n Name, i int) int {
		switch {
		case n.End <= i:
			return -1
		case n.First > i:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return at
}

// BoundsNumber reports whether token i, a negation, bounds a number together with the
// comparative behind it: "no fewer than 60", "not more than $5". It denies nothing.
func (t *Text) BoundsNumber(i int) bool {
	if i+3 >= len(t.Tokens) || t.Lower(i+2) != "than" {
		return false
	}
	number := t.Tokens[i+3].UPOS == NUM || t.Tokens[i+3].UPOS == SYM
	return number && (t.Tokens[i+1].XPOS == XPOSJJR || t.Tokens[i+1].XPOS == XPOSRBR)
}
