package assertion

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Stance is how a text puts a predicate: affirmed or denied, as a fact or
// otherwise. Whose word it is stands elsewhere; a reporting verb above a
// predicate leaves it asserted.
type Stance struct {
	Negated  bool
	Modality Modality
	// Certainty is how sure a reader who trusts the speaker may be of what is
	// affirmed or denied, 0 to 1.
	Certainty float64
	Rules     []string // readable ids of the rules that say so, outermost first
	// Factuality is how likely readers who are asked say that it happened, 0 to
	// 1, as it was learned. What the rules say is part of what it rests on. Of a
	// denial, half of the readers say that what is told of happened.
	Factuality float64
}

// Holds reports whether a reader who trusts the speaker takes the predicate to
// be the case.
func (s Stance) Holds() bool { return !s.Negated && s.Certainty >= evens }

// evens is the certainty from which a predicate is rather the case than not.
const evens = 0.5

// certainties are those of the modalities where no word says another.
var certainties = [...]float64{Asserted: 1, Alleged: 0.6, Possible: 0.4, Planned: 0.2, Demanded: 0.2, Conditional: 0.2, Asked: 0.55}

// put gives the predicate a modality; the first one given stays, certainty
// sinks to the lowest.
func (s *Stance) put(m Modality, certainty float64, rule string) {
	if s.Modality == Asserted {
		s.Modality = m
	}
	s.doubt(certainty, rule)
}

func (s *Stance) doubt(certainty float64, rule string) {
	s.Certainty = min(s.Certainty, certainty)
	s.Rules = append(s.Rules, rule)
}

func (s *Stance) negate(rule string) {
	s.Negated = !s.Negated
	s.Rules = append(s.Rules, rule)
}

// Judge tells the stance of the predicates of one text. NewJudge makes it.
type Judge struct{ tree tree }

// NewJudge prepares to judge predicates of t.
func NewJudge(t *lang.Text) Judge { return Judge{newTree(t)} }

// proposition is the stance of what the clause of predicate p tells: of the
// last in a chain of infinitives ("failed to return"), with participants that
// are nobody or nothing.
func (j Judge) proposition(p int) Stance {
	core := j.core(p)
	s := j.Stance(core)
	for _, q := range [...]int{p, core} {
		if j.emptied(q) {
			s.negate("negation:participant")
		}
		if core == p {
			break
		}
	}
	return s.settled()
}

// The factualities at which what was learned overrules the rules.
const (
	surelyTold = 0.85
	hardlyTold = 0.15
)

// settled is the stance with the modality that a sure judgement gives it: none,
// where only the place of the clause speaks for one; and possible what no rule
// finds fault with.
func (s Stance) settled() Stance {
	switch {
	case s.Negated:
	case s.Modality == Asserted && s.Factuality <= hardlyTold:
		s.put(Possible, s.Factuality, "factuality:hardly")
	case s.Modality != Asserted && s.Factuality >= surelyTold && !slices.ContainsFunc(s.Rules, func(rule string) bool { return !placed[rule] }):
		s.Modality, s.Certainty = Asserted, s.Factuality
		s.Rules = append(slices.Clip(s.Rules), "factuality:surely")
	}
	return s
}

// core is the last verb in the chain of infinitives and participles that starts
// with p.
func (j Judge) core(p int) int {
	for range deepest {
		x := j.tree.one(p, lang.Xcomp)
		if x < 0 || j.tree.Tokens[x].UPOS != lang.VERB || j.tree.controlled(x) {
			break
		}
		p = x
	}
	return p
}

// deepest is how many clauses above a predicate bear on its stance.
const deepest = 8

// Stance is the stance of the predicate whose head is token p, which may be any
// token.
func (j Judge) Stance(p int) Stance {
	s := j.within(p, deepest)
	s.Factuality = factuality().Probability(j.features(p, s))
	return s
}

// within is the stance of p by the rules: by its own words and by up to depth
// clauses above.
func (j Judge) within(p, depth int) Stance {
	s := j.outside(p, depth)
	j.own(p, &s)
	return s
}

// own adds what the words of p's own clause say.
func (j Judge) own(p int, s *Stance) {
	defer j.undone(p, *s, s)
	t := j.tree
	for i := range t.dependents(p) {
		tok := t.Tokens[i]
		switch {
		case t.Is(i, lang.Aux):
			if m, ok := lexicon.Modal(strings.ToLower(tok.Lemma)); ok && tok.XPOS == lang.XPOSMD {
				if softened.Has(t.Tokens[p].Lemma) && (m == lexicon.Hypothetical || m == lexicon.Able) {
					s.Rules = append(s.Rules, "modal:polite")
					continue
				}
				if m == lexicon.Hypothetical && j.backshifted(p) {
					s.put(Planned, certainties[Planned], "modal:backshifted")
					continue
				}
				s.put(auxiliaries[m].modality, certainties[auxiliaries[m].modality], auxiliaries[m].rule)
			}
		case t.Is(i, lang.Mark):
			if m, ok := conjunctions.Find(t.Lower(i)); ok {
				s.put(m, certainties[m], "mark:"+t.Lower(i))
			}
		}
		j.negation(p, i, s)
		if h, ok := lexicon.Hedge(t.Lower(i)); ok && (tok.UPOS == lang.ADV || tok.Rel == lang.Amod) {
			if m, ok := hedged[h.Kind]; ok {
				s.put(m, h.Certainty, "hedge:"+h.Kind.String())
			}
		}
	}
	if j.imperative(p) {
		s.put(Demanded, certainties[Demanded], "imperative")
	}
	if rule, certainty := j.question(p); rule != "" {
		s.put(Asked, certainty, rule)
	}
}

// undone takes what the words of p's own clause say somebody couldn't do, or wouldn't
// say, for what didn't happen: "could not pay", "would not comment". before is the
// stance without them.
func (j Judge) undone(p int, before Stance, s *Stance) {
	t := j.tree
	if before.Modality != Asserted || before.Negated || !s.Negated || s.Modality != Possible && s.Modality != Conditional || t.one(p, lang.Advcl, lang.Mark) >= 0 {
		return
	}
	modal := ""
	for i := range t.dependents(p) {
		switch {
		case !t.Is(i, lang.Aux):
		case t.Tokens[i].XPOS == lang.XPOSMD:
			modal = strings.ToLower(t.Tokens[i].Lemma)
		case t.Tokens[i].Lemma == "have":
			return // "could not have seen" is a guess
		}
	}
	_, says := lexicon.ReportingVerb(j.lemma(p))
	if !able.Has(modal) && !(modal == "would" && says) {
		return
	}
	s.Modality, s.Certainty = before.Modality, before.Certainty
	s.Rules = append(s.Rules, "modal:undone")
}

// backshifted reports whether "would" in the clause of p is the "will" of what
// somebody said: "he said he would run".
func (j Judge) backshifted(p int) bool {
	t := j.tree
	h := t.Tokens[p].Head
	if h < 0 || t.Tokens[p].Rel.Base() != lang.Ccomp || t.Tokens[h].XPOS != lang.XPOSVBD {
		return false
	}
	cue, ok := lexicon.ReportingVerb(t.Tokens[h].Lemma)
	return ok && cue.Class == lexicon.Say && t.one(p, lang.Advcl) < 0
}

// negation adds what dependent i of p negates.
func (j Judge) negation(p, i int, s *Stance) {
	t := j.tree
	tok := t.Tokens[i]
	switch tok.UPOS {
	case lang.ADV, lang.PART, lang.CCONJ, lang.DET:
		n, ok := lexicon.Negation(t.Lower(i))
		if !ok || n > lexicon.NegApproximate || t.Is(i, lang.Discourse, lang.Nmod) || j.only(i) || t.BoundsNumber(i) {
			break
		}
		if n == lexicon.NegApproximate && tok.UPOS != lang.ADV || n == lexicon.NegPreposition {
			break
		}
		s.negate("negation:" + n.String())
		return
	case lang.ADP, lang.SCONJ:
		if t.Is(i, lang.Case, lang.Mark) && exclusions.Has(t.Lower(i)) {
			s.negate("negation:" + t.Lower(i))
			return
		}
		if t.Is(i, lang.Case, lang.Mark) && i > 0 && lexicon.Negates(t.Lower(i-1)+" "+t.Lower(i), lexicon.NegPreposition) {
			s.negate("negation:" + t.Lower(i-1) + " " + t.Lower(i)) // "stopped short of calling"
			return
		}
	}
	if !t.Is(i, lang.Advmod, lang.Obl) {
		return
	}
	if c := t.Dependent(i, lang.Case); c >= 0 && t.Lower(c) == "with" {
		return // "with no dog" is without a dog, whatever is done
	}
	for d := range t.dependents(i) {
		if t.Is(d, lang.Det, lang.Advmod) && lexicon.Negates(t.Lower(d), lexicon.NegDeterminer) && !t.BoundsNumber(d) {
			s.negate("negation:phrase")
			return
		}
	}
}

// emptied reports whether a participant of p is nobody or nothing ("no one
// came", "found no evidence"), which denies the proposition and not the
// predicate.
func (j Judge) emptied(p int) bool {
	t := j.tree
	for i := range t.dependents(p) {
		if t.Is(i, lang.Nsubj, lang.Obj) && j.none(i) {
			return true
		}
	}
	return false
}

// only reports whether "not" at i merely leads up to more: "not only".
func (j Judge) only(i int) bool {
	t := j.tree
	if i+1 >= len(t.Tokens) {
		return false
	}
	return leading.Has(t.Lower(i + 1))
}

// imperative reports whether p is a bare verb that asks for something: "Leave".
func (j Judge) imperative(p int) bool {
	t := j.tree
	tok := t.Tokens[p]
	if tok.UPOS != lang.VERB || tok.XPOS != lang.XPOSVB && tok.Feats.Mood != lang.MoodImp {
		return false
	}
	switch tok.Rel.Base() {
	case lang.Root, lang.Parataxis, lang.Conj, lang.Ccomp:
	default:
		return false
	}
	for i := range t.dependents(p) {
		switch tok := t.Tokens[i]; {
		case t.Is(i, lang.Nsubj, lang.Csubj, lang.Mark, lang.Expl):
			return false
		case t.Is(i, lang.Aux) && tok.Lemma != "do":
			return false
		}
	}
	return true
}

// question is the rule by which the main predicate p is asked for, and how sure
// what is asked of is; "" where it isn't. Asking why, where or when takes the
// rest for granted.
func (j Judge) question(p int) (rule string, certainty float64) {
	t := j.tree
	top := p
	for t.Tokens[top].Head >= 0 && t.Is(top, lang.Conj, lang.Parataxis) {
		top = t.Tokens[top].Head
	}
	if t.Tokens[top].Head >= 0 {
		return "", 0
	}
	s := t.Sentences[t.SentenceOf(p)]
	end := s.End - 1
	for end > s.First && t.Tokens[end].UPOS == lang.PUNCT && t.Form(end)[0] != '?' {
		end--
	}
	if t.Form(end)[0] != '?' {
		return "", 0
	}
	for i := range t.dependents(p) {
		if x := t.Tokens[i].XPOS; x == lang.XPOSWRB || x == lang.XPOSWP {
			return "question:open", 0.6
		}
	}
	return "question", 0.55
}
