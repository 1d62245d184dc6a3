package assertion

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// outside is what the clauses above p make of it, before its own words count.
func (j Judge) outside(p, depth int) Stance {
	t := j.tree
	plain := Stance{Certainty: 1}
	h := t.Tokens[p].Head
	if h < 0 || depth == 0 {
		return plain
	}
	tok := t.Tokens[p]
	switch tok.Rel.Base() {
	case lang.Conj:
		if !j.shares(p, h) {
			return j.outside(h, depth-1)
		}
		s := j.within(h, depth-1)
		if s.Negated && j.contrasts(p) {
			s.Negated = false
		}
		return s
	case lang.Xcomp:
		if tok.UPOS == lang.VERB || t.one(p, lang.Cop) >= 0 {
			return j.open(p, h, depth)
		}
		return j.within(h, depth-1)
	case lang.Ccomp, lang.Csubj:
		if j.infinitive(p) {
			return j.open(p, h, depth)
		}
		return j.reported(p, h, depth)
	case lang.Advcl:
		return j.adverbial(p, h, depth)
	case lang.Acl:
		if tok.Rel == lang.AclRelcl {
			return j.relative(h)
		}
		return j.adnominal(p, h, depth)
	}
	return plain
}

// shares reports whether conjunct p of h stands under h's auxiliaries, negation
// and infinitive too: "will go and see".
func (j Judge) shares(p, h int) bool {
	t := j.tree
	if t.Tokens[p].XPOS != t.Tokens[h].XPOS {
		return false
	}
	for i := range t.dependents(p) {
		if t.Is(i, lang.Nsubj, lang.Csubj, lang.Expl, lang.Aux, lang.Cop) || t.Is(i, lang.Mark) && t.Tokens[i].UPOS == lang.SCONJ {
			return false
		}
	}
	return true
}

// contrasts reports whether conjunct p is what is true instead: "but stayed".
func (j Judge) contrasts(p int) bool {
	c := j.tree.one(p, lang.Cc)
	return c >= 0 && j.tree.Lower(c) == "but"
}

// infinitive reports whether p is a to-infinitive.
func (j Judge) infinitive(p int) bool {
	t := j.tree
	for i := range t.dependents(p) {
		if t.Tokens[i].XPOS == lang.XPOSTO {
			return true
		}
	}
	return false
}

// lemma is the lemma of a predicate with its particle.
func (j Judge) lemma(p int) string {
	lemma := strings.ToLower(j.tree.Tokens[p].Lemma)
	if i := j.tree.one(p, lang.CompoundPrt); i >= 0 {
		lemma += " " + j.tree.Lower(i)
	}
	return lemma
}

func (j Judge) passive(p int) bool {
	return j.tree.one(p, lang.NsubjPass, lang.AuxPass, lang.CsubjPass) >= 0 || j.tree.Tokens[p].Feats.Voice == lang.VoicePass
}

// open is what governor h makes of its infinitive or participle p, which has
// no subject of its own.
func (j Judge) open(p, h, depth int) Stance {
	t := j.tree
	s := j.within(h, depth-1)
	lemma := j.lemma(h)
	if j.yet(p, h) {
		s.negate("negation:yet to")
		return s
	}
	if hindrances.Has(lemma) && t.hasMark(p, "from") {
		s.negate("governor:prevent")
		return s
	}
	if t.Tokens[h].UPOS == lang.VERB || t.Tokens[h].UPOS == lang.ADJ {
		if m, ok := semimodal(lemma, t.Lower(h)); ok && j.infinitive(p) {
			if past := t.Tokens[h].Feats.Tense == lang.TensePast; past && m == lexicon.Necessary {
				s.Rules = append(s.Rules, "necessity:met")
				return s
			}
			s.put(auxiliaries[m].modality, certainties[auxiliaries[m].modality], auxiliaries[m].rule)
			return s
		}
		if g, ok := lexicon.Implicative(lemma); ok && (g.Affirmed != 0 || g.Negated != 0) {
			return implied(s, g)
		}
	}
	if raising.Has(lemma) {
		s.put(Possible, 0.6, "governor:appearance")
		return s
	}
	if j.passive(h) && hearsay.Has(lemma) {
		s.put(Alleged, certainties[Alleged], "governor:hearsay")
		return s
	}
	cue, ok := lexicon.ReportingVerb(lemma)
	if t.Tokens[h].UPOS == lang.ADJ {
		cue, ok = lexicon.ReportingAdjective(lemma)
	}
	if ok {
		if cue.Class == lexicon.Deny {
			s.Negated = !s.Negated
			s.Rules = append(s.Rules, "governor:deny")
			return s
		}
		if m, found := governors[cue.Class]; found {
			certainty, rule := certainties[m], "governor:"+cue.Class.String()
			switch {
			case attempts.Has(lemma) && j.infinitive(p):
				rule = RuleAttempt
				if s.Holds() && lemma == "try" && t.Tokens[h].XPOS != lang.XPOSVBP {
					certainty = 0.55
				}
			case cue.Class == lexicon.Warn && j.infinitive(p) && t.one(h, lang.Obj, lang.Iobj) >= 0:
				m = Demanded
				certainty = certainties[m]
			}
			s.put(m, certainty, rule)
			return s
		}
	}
	if j.infinitive(p) && !lexicon.Factive(lemma) && lemma != "use" {
		s.put(Planned, certainties[Planned], "infinitive:open")
	}
	return s
}

// yet reports whether infinitive p is what hasn't happened: "has yet to publish".
func (j Judge) yet(p, h int) bool {
	t := j.tree
	return h+1 < p && t.Lower(h+1) == "yet" && j.infinitive(p) && postponing.Has(t.Tokens[h].Lemma)
}

// implied applies what an implicative says of its complement.
func implied(s Stance, g lexicon.Signature) Stance {
	sign := g.Affirmed
	if s.Negated {
		sign = g.Negated
	}
	s.Negated = false
	switch {
	case sign > 0:
		s.Rules = append(s.Rules, "implicative:true")
	case sign < 0:
		s.negate("implicative:false")
	default:
		s.put(Possible, certainties[Possible], "implicative:open")
	}
	return s
}

// semimodal tells the modality of a verb or adjective that stands for a modal
// verb: "have to", "be going to".
func semimodal(lemma, form string) (lexicon.Modality, bool) {
	for _, phrase := range [...]string{lemma + " to", "be " + form + " to", "be " + lemma + " to"} {
		if m, ok := lexicon.Modal(phrase); ok {
			return m, true
		}
	}
	return 0, false
}

// reported is what governor h makes of its clause p.
func (j Judge) reported(p, h, depth int) Stance {
	t := j.tree
	s := Stance{Certainty: 1}
	g := j.within(h, depth-1)
	lemma := j.lemma(h)
	var cue lexicon.Cue
	ok := false
	switch t.Tokens[h].UPOS {
	case lang.VERB:
		cue, ok = lexicon.ReportingVerb(lemma)
	case lang.NOUN:
		cue, ok = lexicon.ReportingNoun(lemma)
	case lang.ADJ:
		if hedge, found := lexicon.Hedge(lemma); found && hedged[hedge.Kind] != Asserted {
			s.put(hedged[hedge.Kind], hedge.Certainty, "hedge:"+hedge.Kind.String())
			s.Negated = g.Negated
			return s
		}
		if lexicon.Negates(lemma, lexicon.NegAdjective) != g.Negated {
			s.negate("governor:untrue")
			return s
		}
		cue, ok = lexicon.ReportingAdjective(lemma)
	}
	switch {
	case ok && cue.Class == lexicon.Deny:
		if g.Negated {
			s.put(Possible, 0.6, "governor:deny")
		} else {
			s.negate("governor:deny")
		}
	case lexicon.Factive(lemma) || cue.Factive:
	case ok && cue.Class == lexicon.Think && g.Negated:
		s.negate("governor:think")
	case ok && cue.Class == lexicon.Warn && j.foretold(p):
		s.put(Planned, certainties[Planned], "governor:foretell")
	case ok && cue.Class == lexicon.Suggest && t.Tokens[p].XPOS == lang.XPOSVB && t.one(p, lang.Aux) < 0:
		s.put(Demanded, certainties[Demanded], "governor:suggest")
	case ok && cue.Class == lexicon.Suggest:
		s.put(Possible, 0.6, "governor:suggest")
	default:
		if m, found := governors[cue.Class]; ok && found {
			s.put(m, certainties[m], "governor:"+cue.Class.String())
		} else if g.Negated {
			s.put(Possible, 0.55, "governor:unsaid")
		} else if g.Certainty < evens {
			s.doubt(0.55, "governor:open")
		}
	}
	return s
}

// foretold reports whether p is told of the future: "will", or the "would" of
// what was said.
func (j Judge) foretold(p int) bool {
	t := j.tree
	for i := range t.dependents(p) {
		if m, ok := lexicon.Modal(strings.ToLower(t.Tokens[i].Lemma)); ok && t.Is(i, lang.Aux) && t.Tokens[i].XPOS == lang.XPOSMD {
			return m == lexicon.Future || m == lexicon.Hypothetical && t.one(p, lang.Advcl) < 0
		}
	}
	return false
}

// adverbial is what the clause above makes of adverbial clause p.
func (j Judge) adverbial(p, h, depth int) Stance {
	t := j.tree
	s := Stance{Certainty: 1}
	marker := ""
	for i := range t.dependents(p) {
		if t.Is(i, lang.Mark, lang.Case) && t.Tokens[i].XPOS != lang.XPOSTO || t.Tokens[i].XPOS == lang.XPOSWRB {
			marker = t.Lower(i)
			break
		}
	}
	above := j.within(h, depth-1)
	switch {
	case j.yet(p, h):
		s.negate("negation:yet to")
	case j.infinitive(p):
		if above.Holds() && (t.Tokens[h].Feats.Tense == lang.TensePast || t.Tokens[h].XPOS == lang.XPOSVBD) {
			s.doubt(0.6, "infinitive:served")
		} else if t.Tokens[h].UPOS != lang.ADJ || !lexicon.Factive(j.lemma(h)) {
			s.put(Planned, certainties[Planned], "infinitive:purpose")
		}
	case marker == "from" && (lexicon.Negates(j.lemma(h), lexicon.NegVerb) || hindrances.Has(j.lemma(h))):
		s.negate("governor:prevent")
	case accusing(j.lemma(h)) && accusation.Has(marker):
		s.put(Alleged, certainties[Alleged], "governor:accuse")
	case t.Tokens[p].XPOS == lang.XPOSVBG || t.Tokens[p].XPOS == lang.XPOSVBN:
		if above.Certainty < evens {
			s.put(above.Modality, above.Certainty, "clause:above")
		} else if prospective.Has(marker) {
			s.put(Possible, certainties[Possible], "preposition:"+marker)
		}
	case temporal.Has(marker) && above.Certainty < evens && t.Tokens[p].Feats.Tense != lang.TensePast:
		s.put(Conditional, certainties[Conditional], "mark:"+marker)
	}
	return s
}

func accusing(lemma string) bool {
	cue, ok := lexicon.ReportingVerb(lemma)
	return ok && (cue.Class == lexicon.Accuse || cue.Class == lexicon.Claim)
}

// relative is what noun h makes of its relative clause: nobody did what "no man
// that …" did.
func (j Judge) relative(h int) Stance {
	s := Stance{Certainty: 1}
	if j.none(h) {
		s.negate("negation:antecedent")
	}
	return s
}

// none reports whether noun phrase h speaks of nothing: "no evidence", "nobody".
func (j Judge) none(h int) bool {
	t := j.tree
	if lexicon.Negates(t.Lower(h), lexicon.NegPronoun) {
		return true
	}
	for i := range t.dependents(h) {
		if t.Is(i, lang.Det) && lexicon.Negates(t.Lower(i), lexicon.NegDeterminer) && !t.BoundsNumber(i) {
			return true
		}
	}
	return false
}

// adnominal is what noun h makes of clause p: "plans to …", "no evidence that …".
func (j Judge) adnominal(p, h, depth int) Stance {
	t := j.tree
	s := Stance{Certainty: 1}
	lemma := strings.ToLower(t.Tokens[h].Lemma)
	cue, ok := lexicon.ReportingNoun(lemma)
	full := j.infinitive(p) || t.one(p, lang.Mark, lang.Case) >= 0
	above := t.Tokens[h].Head
	switch {
	case above >= 0 && t.Is(h, lang.Obj, lang.NsubjPass) && t.one(p, lang.Mark, lang.Case) >= 0 && accusing(j.lemma(above)):
		s.put(Alleged, certainties[Alleged], "governor:accuse")
	case above >= 0 && t.Is(h, lang.Obj) && hindrances.Has(j.lemma(above)) && t.hasMark(p, "from"):
		s.negate("governor:prevent")
	case !full && t.Tokens[p].XPOS != lang.XPOSVB:
	case doubts.Has(lemma) && j.none(h):
		s.Rules = append(s.Rules, "negation:doubt") // "no doubt that"
	case j.none(h) || lexicon.Negates(lemma, lexicon.NegNoun):
		s.negate("negation:noun")
	case ok && cue.Class == lexicon.Deny:
		s.negate("governor:deny")
	case ok && governors[cue.Class] != Asserted:
		m := governors[cue.Class]
		s.put(m, certainties[m], "governor:"+cue.Class.String())
	case chances.Has(lemma):
		s.put(Possible, certainties[Possible], "governor:chance")
	case j.infinitive(p) && t.Tokens[h].UPOS != lang.ADJ && t.Tokens[h].UPOS != lang.NUM:
		s.put(Planned, certainties[Planned], "infinitive:open")
	}
	return s
}
