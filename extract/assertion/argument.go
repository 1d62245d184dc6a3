package assertion

import (
	"slices"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
)

// binder makes the assertions of one text.
type binder struct {
	tree
	judge     Judge
	who       *resolve.Resolution
	frames    map[int]*quote.Quotation // by the token that heads the cue
	according []*quote.Quotation       // those that a phrase cues: "according to …"
	temporal  []bool                   // of each token: it stands in a time expression
	partner   []int                    // of each token: the other half of the pair of marks that it belongs to
	apart     map[int]bool             // of the heads of relative clauses that were looked at: a comma sets the clause apart
}

func newBinder(t *lang.Text, times []when.Time, quotations []quote.Quotation, who *resolve.Resolution) binder {
	tr := newTree(t)
	b := binder{tree: tr, judge: Judge{tr}, who: who, frames: map[int]*quote.Quotation{}, temporal: make([]bool, len(t.Tokens)), partner: partners(t), apart: map[int]bool{}}
	for i := range quotations {
		b.frames[quotations[i].CueHead] = &quotations[i]
		if quotations[i].Lemma == "according" {
			b.according = append(b.according, &quotations[i])
		}
	}
	for _, w := range times {
		for i := w.First; i < w.End; i++ {
			b.temporal[i] = true
		}
	}
	return b
}

// arguments are the participants and circumstances of predicate p, whose words
// are own; an xcomp's arguments are its governor's too, and the subject has its
// role in the last of them. Roles are those of the active voice. What the clause leaves out and grammar supplies (the subject of
// a second conjunct, the noun of a relative clause) is an argument all the same.
func (b binder) arguments(p int, own []int) (found []Argument, rules []string) {
	t := b.tree
	core := b.judge.core(p)
	passive := b.passive(core)
	deep := Agent // the role of the subject
	if passive {
		deep = Patient
	}
	for _, i := range own {
		tok := t.Tokens[i]
		if tok.Head != p && !(tok.Head >= 0 && t.Is(tok.Head, lang.Xcomp) && contains(own, tok.Head)) {
			continue
		}
		if a, ok := b.argument(i); ok {
			if a.Role <= Patient && tok.Head == p && core != p && tok.Rel.Base() == lang.Nsubj {
				a.Role = deep
			}
			found = append(found, a)
		}
	}
	if !slices.ContainsFunc(found, func(a Argument) bool { return a.Role == Agent || a.Role == Patient && passive }) {
		if s := b.displaced(p); s >= 0 {
			found = append([]Argument{b.phrase(deep, s)}, found...)
			rules = append(rules, "subject:displaced")
		} else if s := b.understood(p); s >= 0 {
			found = append([]Argument{b.phrase(deep, s)}, found...)
			rules = append(rules, "subject:understood")
		}
	}
	if passive && !slices.ContainsFunc(found, func(a Argument) bool { return a.Role == Agent }) {
		rules = append(rules, "agent:unsaid")
	}
	return found, rules
}

// argument is token i as an argument of its head; false where it is none.
func (b binder) argument(i int) (Argument, bool) {
	t := b.tree
	switch rel := t.Tokens[i].Rel; {
	case rel == lang.NsubjPass || rel == lang.CsubjPass || rel == lang.Obj:
		return b.phrase(Patient, b.antecedent(i)), true
	case rel.Base() == lang.Nsubj || rel == lang.OblAgent:
		return b.phrase(Agent, b.antecedent(i)), true
	case rel == lang.Iobj:
		return b.phrase(Recipient, i), true
	case rel == lang.Ccomp || rel.Base() == lang.Csubj:
		return Argument{Role: Content, Head: i, Span: t.ClauseSpan(i), Entity: -1}, true
	case rel.Base() == lang.Obl:
		a := b.phrase(Oblique, i)
		if c := t.one(i, lang.Case); c >= 0 {
			a.Case = t.Lower(c)
		}
		switch {
		case b.temporal[i]:
			a.Role = Temporal
		case a.Entity >= 0 && b.who.Entities[a.Entity].Type == resolve.Place:
			a.Role = Location
		}
		return a, true
	}
	return Argument{}, false
}

// phrase is the noun phrase that token i heads in a role: with the infinitive
// that says what it is for, without the clauses that tell more of it, and
// without its own preposition and what says on whose word it is.
func (b binder) phrase(role Role, i int) Argument {
	t := b.tree
	tokens := t.SubtreeWithout(i, lang.AclRelcl, lang.Acl, lang.Appos, lang.Parataxis)
	if to := t.one(i, lang.Acl); to >= 0 && t.Tokens[to].Feats.VerbForm == lang.VerbFormInf {
		tokens = append(tokens, t.SubtreeWithout(to, lang.AclRelcl, lang.Acl, lang.Appos, lang.Parataxis)...)
		slices.Sort(tokens)
	}
	if len(b.according) > 0 {
		tokens = slices.DeleteFunc(tokens, func(j int) bool { return j != i && b.sourced(j) })
	}
	tokens = b.predicated(i, tokens)
	for len(tokens) > 1 && (t.Is(tokens[0], lang.Case, lang.Cc) && t.Tokens[tokens[0]].Head == i || t.Is(tokens[0], lang.Fixed) || t.Tokens[tokens[0]].UPOS == lang.PUNCT) {
		tokens = tokens[1:]
	}
	for len(tokens) > 1 && t.Tokens[tokens[len(tokens)-1]].UPOS == lang.PUNCT {
		tokens = tokens[:len(tokens)-1]
	}
	span := article.Span{Start: t.Tokens[tokens[0]].Span.Start, End: t.Tokens[tokens[len(tokens)-1]].Span.End}
	return Argument{Role: role, Head: i, Span: span, Entity: b.who.Of[i]}
}

// predicated are those of a predicate noun's words that don't belong to the
// clause it is the predicate of.
func (b binder) predicated(i int, tokens []int) []int {
	cop := b.tree.one(i, lang.Cop)
	for len(tokens) > 1 && cop < i && tokens[0] <= cop {
		tokens = tokens[1:]
	}
	return tokens
}

// passive reports whether p is in the passive, participles that modify a noun
// included.
func (b binder) passive(p int) bool {
	t := b.tree
	tok := t.Tokens[p]
	return t.one(p, lang.NsubjPass, lang.AuxPass, lang.CsubjPass) >= 0 ||
		tok.Feats.Voice == lang.VoicePass || tok.Rel == lang.Acl && tok.XPOS == lang.XPOSVBN
}

// antecedent is the noun that a relative pronoun stands for, else i itself.
func (b binder) antecedent(i int) int {
	t := b.tree
	if t.Tokens[i].Feats.PronType != lang.PronTypeRel {
		return i
	}
	for j := t.Tokens[i].Head; j >= 0; j = t.Tokens[j].Head {
		if t.Tokens[j].Rel == lang.AclRelcl {
			return t.Tokens[j].Head
		}
	}
	return i
}

// displaced is the name before a copula that the parse takes for a form of
// address though it is the subject: "Weber, a baker, was among them"; or -1.
func (b binder) displaced(p int) int {
	t := b.tree
	cop := t.one(p, lang.Cop)
	for i := range t.dependents(p) {
		if i < cop && t.Is(i, lang.Vocative, lang.Dislocated) && t.Tokens[i].UPOS == lang.PROPN {
			return i
		}
	}
	return -1
}

// understood is the token that heads the subject which clause p leaves out, or
// -1: the first conjunct's, the modified noun, the governing clause's.
func (b binder) understood(p int) int {
	t := b.tree
	for range 8 { // as deep as clauses go in prose
		tok := t.Tokens[p]
		switch {
		case tok.Head < 0:
			return -1
		case tok.Rel == lang.Appos:
			return tok.Head
		case tok.Rel == lang.Acl && t.one(p, lang.Mark, lang.Case) < 0:
			return tok.Head
		case tok.Rel == lang.Acl && t.Is(tok.Head, lang.Obl, lang.Obj, lang.NsubjPass):
			// "sentenced to prison for killing": who is sentenced killed
			p = tok.Head
			continue
		case t.controlled(p):
			return t.one(tok.Head, lang.Obj, lang.Iobj)
		case tok.Rel == lang.Conj, tok.Rel == lang.Advcl, tok.Rel == lang.Xcomp:
			if tok.Feats.VerbForm == lang.VerbFormFin && tok.Rel == lang.Advcl {
				return -1
			}
			if o := b.doer(p); o >= 0 {
				return o
			}
			if s := t.one(tok.Head, lang.Nsubj); s >= 0 {
				return b.antecedent(s)
			}
			p = tok.Head
		case t.Is(p, lang.Obl, lang.Obj):
			if s := t.one(tok.Head, lang.Nsubj); s >= 0 {
				return b.antecedent(s)
			}
			p = tok.Head
		default:
			return -1
		}
	}
	return -1
}

// attribute is what copular predicate p says of its subject.
func (b binder) attribute(p int) Argument {
	t := b.tree
	tokens := t.SubtreeWithout(p, lang.Nsubj, lang.Csubj, lang.Cop, lang.Aux, lang.Mark, lang.Advcl, lang.AclRelcl, lang.Appos, lang.Parataxis, lang.Cc, lang.Conj, lang.Punct, lang.Expl)
	tokens = b.predicated(p, tokens)
	first, last := 0, len(tokens)-1
	for first < last && tokens[first] < p && t.Is(tokens[first], lang.Case, lang.Advmod) {
		first++
	}
	return Argument{Role: Attribute, Head: p, Span: article.Span{Start: t.Tokens[tokens[first]].Span.Start, End: t.Tokens[tokens[last]].Span.End}, Entity: b.who.Of[p]}
}

// contains reports whether the ascending tokens hold i.
func contains(tokens []int, i int) bool {
	_, ok := slices.BinarySearch(tokens, i)
	return ok
}
