package assertion

import (
	"xref/extract/lang"
)

// clause is a predicate with the words that are its own: those it dominates
// without passing through another clause.
type clause struct {
	head      int
	tokens    []int
	recovered bool // the parse hung it where no clause can stand
}

// clauses cuts a sentence at the heads of its clauses, in text order of the
// heads. Every token belongs to exactly one clause.
func clauses(t tree, s lang.Sentence) []clause {
	place := make([]int, s.End-s.First) // of each token its clause among those found; -1 while not known
	var found []clause
	for i := s.First; i < s.End; i++ {
		place[i-s.First] = -1
		if heads, recovered := headsClause(t, i); heads {
			place[i-s.First] = len(found)
			found = append(found, clause{head: i, recovered: recovered})
		}
	}
	var path []int
	for i := s.First; i < s.End; i++ {
		path = path[:0]
		j := i
		for place[j-s.First] < 0 && t.Tokens[j].Head >= 0 {
			path = append(path, j)
			j = t.Tokens[j].Head
		}
		own := place[j-s.First]
		if own < 0 {
			continue
		}
		for _, k := range path {
			place[k-s.First] = own
		}
		found[own].tokens = append(found[own].tokens, i)
	}
	return found
}

// clausal are the relations whose dependents are clauses when they are
// predicates at all; an xcomp shares its governor's clause.
var clausal = [...]lang.Rel{lang.Ccomp, lang.Advcl, lang.AclRelcl, lang.Csubj, lang.Parataxis, lang.Conj}

// headsClause reports whether token i is the predicate of a clause of its own,
// and whether it is so in spite of its relation.
func headsClause(t tree, i int) (heads, recovered bool) {
	tok := &t.Tokens[i]
	switch {
	case tok.Head < 0:
		return true, false
	case tok.Rel == lang.Acl:
		// "forces documented by …", but not "an effort to protect"
		return tok.UPOS == lang.VERB && tok.Feats.VerbForm != lang.VerbFormInf &&
			t.one(i, lang.Nsubj, lang.Obl, lang.Obj, lang.Ccomp, lang.Xcomp) >= 0, false
	case t.controlled(i):
		return true, false
	case tok.Rel == lang.Appos && t.one(i, lang.Cop) >= 0:
		// "Weber, 68, was the director": no apposition has a copula
		return true, true
	case t.Is(i, clausal[:]...):
		return predicates(t, i), false
	}
	finite := tok.XPOS == lang.XPOSVBD || tok.XPOS == lang.XPOSVBZ || tok.XPOS == lang.XPOSVBP
	if tok.UPOS == lang.VERB && finite && tok.Rel != lang.Xcomp && t.one(i, lang.Nsubj) >= 0 {
		return true, true
	}
	return false, false
}

// predicates reports whether token i can be a predicate: a verb, or anything
// with a subject or a copula.
func predicates(t tree, i int) bool {
	if t.Tokens[i].UPOS == lang.VERB {
		return true
	}
	return t.one(i, lang.Nsubj, lang.Csubj, lang.Cop) >= 0
}

// controlled reports whether i is an infinitive or participle of which the
// object of the verb above is the subject: "urged the council to publish".
func (t tree) controlled(i int) bool {
	tok := &t.Tokens[i]
	return tok.Rel == lang.Xcomp && tok.UPOS == lang.VERB && t.Tokens[tok.Head].UPOS == lang.VERB && t.one(tok.Head, lang.Obj, lang.Iobj) >= 0
}
