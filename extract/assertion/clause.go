package assertion

import (
	"xref/extract/article"
	"xref/extract/lang"
)

// clause is a predicate with the words that are its own: those it dominates
// without passing through another clause.
type clause struct {
	head   int
	parent int // place of the clause it depends on among the sentence's; -1 for the main one
	tokens []int
}

// clauses cuts a sentence at the heads of its clauses, in text order of the
// heads. Every token belongs to exactly one clause.
func clauses(t *lang.Text, s lang.Sentence) []clause {
	place := make([]int, s.End-s.First) // clause headed by a token, or -1
	var found []clause
	for i := s.First; i < s.End; i++ {
		place[i-s.First] = -1
		if headsClause(t, i) {
			place[i-s.First] = len(found)
			found = append(found, clause{head: i, parent: -1})
		}
	}
	for i := s.First; i < s.End; i++ {
		j := i
		for place[j-s.First] < 0 && t.Tokens[j].Head >= 0 {
			j = t.Tokens[j].Head
		}
		own := place[j-s.First]
		if own < 0 {
			continue
		}
		found[own].tokens = append(found[own].tokens, i)
		if i == found[own].head && t.Tokens[i].Head >= 0 {
			up := t.Tokens[i].Head
			for place[up-s.First] < 0 && t.Tokens[up].Head >= 0 {
				up = t.Tokens[up].Head
			}
			found[own].parent = place[up-s.First]
		}
	}
	return found
}

// clausal are the relations whose dependents are clauses when they are
// predicates at all; an xcomp shares its governor's clause.
var clausal = []lang.Rel{lang.Ccomp, lang.Advcl, lang.AclRelcl, lang.Csubj, lang.Parataxis, lang.Conj}

// headsClause reports whether token i is the predicate of a clause of its own.
func headsClause(t *lang.Text, i int) bool {
	tok := t.Tokens[i]
	switch {
	case tok.Head < 0:
		return true
	case tok.Rel == lang.Acl:
		// "forces documented by …", but not "an effort to protect"
		return tok.UPOS == lang.VERB && tok.Feats.VerbForm != lang.VerbFormInf &&
			t.Dependent(i, lang.Obl, lang.Obj, lang.Ccomp, lang.Xcomp) >= 0
	case t.Is(i, clausal...):
		return predicates(t, i)
	}
	return false
}

// predicates reports whether token i can be a predicate: a verb, or anything
// with a subject or a copula.
func predicates(t *lang.Text, i int) bool {
	if t.Tokens[i].UPOS == lang.VERB {
		return true
	}
	return t.Dependent(i, lang.Nsubj, lang.Csubj, lang.Cop) >= 0
}

// longest is how many bytes a passage may have to be shown as one clause.
const longest = 300

// span is the whole clause, those that depend on it included; only its own
// words from the first to the last where the whole is too long to be read as
// one passage. Connectives and punctuation at either edge are left off.
func (c clause) span(t *lang.Text) article.Span {
	whole := t.ClauseSpan(c.head)
	if whole.Len() <= longest {
		first := t.TokenAt(whole.Start)
		for first < c.head && edge(t, first) {
			first++
		}
		whole.Start = t.Tokens[first].Span.Start
		return whole
	}
	first, last := 0, len(c.tokens)-1
	for first < last && edge(t, c.tokens[first]) {
		first++
	}
	for last > first && t.Tokens[c.tokens[last]].UPOS == lang.PUNCT {
		last--
	}
	return article.Span{Start: t.Tokens[c.tokens[first]].Span.Start, End: t.Tokens[c.tokens[last]].Span.End}
}

// edge reports whether a token at the start of a clause only ties it to what
// stands before.
func edge(t *lang.Text, i int) bool {
	return t.Tokens[i].UPOS == lang.PUNCT || t.Is(i, lang.Cc, lang.Mark) && t.Tokens[i].UPOS != lang.PART
}
