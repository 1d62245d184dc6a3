package resolve

import (
	"slices"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// possible reports whether grammar lets pronoun i stand for cluster c.
func (r *resolver) possible(a anaphor, c int) bool {
	i := a.phrase
	if c == a.owned {
		return false
	}
	p, k := &r.phrases[i], &r.clusters[c]
	m := r.lastFor(a, k)
	if m < 0 {
		later := r.after(i, c)
		if later >= 0 && r.phrases[later].quotation >= 0 && r.phrases[later].quotation == a.speaks {
			return false
		}
		if later < 0 || r.phrases[later].sentence > p.sentence+1 {
			return false
		}
		m = later
	} else if !k.named && r.phrases[m].sentence < p.sentence-reachBack {
		return false
	}
	switch p.class {
	case He, She:
		if k.number == lang.NumberPlur || k.coordination || k.typ != Person && !k.named || k.country {
			return false
		}
	case They:
		if k.typ == Person && k.named && k.number != lang.NumberPlur && k.gender() != Unknown {
			return false
		}
	case It:
		if k.number == lang.NumberPlur || k.coordination || k.typ == Person {
			return false
		}
	}
	return !r.within(p.head, m) && !r.bound(a, m)
}

// bound reports whether a pronoun that is no reflexive and mention m are the
// subject and another argument of one verb: "he saw him" and "of Brandt, he
// said" speak of two.
func (r *resolver) bound(a anaphor, m int) bool {
	p, q := &r.phrases[a.phrase], &r.phrases[m]
	if a.reflexive || q.conjunct || r.t.Tokens[q.top].Head < 0 || r.t.Tokens[q.top].Head != r.t.Tokens[p.top].Head {
		return false
	}
	if p.role == subject {
		c := r.t.Dependent(q.top, lang.Case)
		return q.role == oblique && c >= 0 && c == r.t.Sentences[q.sentence].First && fronted.Has(r.t.Lower(c))
	}
	return (p.role == object || p.role == oblique) && (q.role == subject || q.role == passiveSubject)
}

// fronted are the prepositions that put at a sentence's head what its subject
// speaks of or is held against.
var fronted = lexicon.GrammarWords.Words("prepositions that put first what a subject speaks of")

// lastFor is the latest mention of a cluster that a pronoun can take up, or -1:
// who says something isn't taken up from what is said.
func (r *resolver) lastFor(a anaphor, k *cluster) int {
	for n := len(k.phrases) - 1; n >= 0; n-- {
		if q := r.phrases[k.phrases[n]].quotation; a.speaks < 0 || q < 0 || q != a.speaks {
			return k.phrases[n]
		}
	}
	return -1
}

// after is the first name of cluster c after phrase i, or -1.
func (r *resolver) after(i, c int) int {
	for _, n := range r.clusters[c].names {
		if n > i {
			return n
		}
	}
	return -1
}

// within reports whether token i stands inside the phrase m or modifies it:
// "his" isn't the father of "his father".
func (r *resolver) within(i, m int) bool {
	p := &r.phrases[m]
	if p.coordination {
		return i >= p.first && i < p.end
	}
	return i >= p.first && i < p.end && i != p.head || r.t.Tokens[i].Head == p.head && r.t.Tokens[i].Rel == lang.NmodPoss
}

// persons are the candidates without bodies, places and things where there is a person
// among them whom "he" or "she" can stand for.
func (r *resolver) persons(class Class, candidates []int) []int {
	if class != He && class != She {
		return candidates
	}
	impersonal := func(c int) bool {
		k := &r.clusters[c]
		return k.typ != Person && slices.ContainsFunc(k.forms, func(f *nameForm) bool { return f.thing })
	}
	if !slices.ContainsFunc(candidates, func(c int) bool { return r.clusters[c].typ == Person && r.agreesWith(&r.clusters[c], class) != 1 }) {
		return candidates
	}
	return slices.DeleteFunc(candidates, impersonal)
}
