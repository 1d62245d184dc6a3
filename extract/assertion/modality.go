package assertion

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// stance tells the polarity and modality of the clause with predicate p, and
// the rules that say so. Reporting verbs do not count: whose word a clause is
// stands in its attribution.
func stance(t *lang.Text, s lang.Sentence, p int, own []int) (negated bool, modality Modality, rules []string) {
	set := func(m Modality, rule string) {
		if modality == Asserted {
			modality = m
			rules = append(rules, rule)
		}
	}
	for _, i := range own {
		tok := t.Tokens[i]
		if tok.Head != p && i != p && !t.Is(tok.Head, lang.Xcomp, lang.Cop) {
			continue
		}
		lemma := strings.ToLower(tok.Lemma)
		switch {
		case t.Is(i, lang.Aux):
			if m, ok := lexicon.Modal(lemma); ok && auxiliaries[m].rule != "" {
				set(auxiliaries[m].modality, auxiliaries[m].rule)
			}
		case tok.UPOS == lang.ADV || tok.UPOS == lang.PART || tok.UPOS == lang.DET || tok.UPOS == lang.PRON:
			if n, ok := lexicon.Negation(lemma); ok && n <= lexicon.NegApproximate {
				negated = !negated
				rules = append(rules, "negation:"+n.String())
			} else if h, ok := lexicon.Hedge(lemma); ok && tok.UPOS == lang.ADV {
				if m, ok := hedged[h.Kind]; ok {
					set(m, "hedge:"+h.Kind.String())
				}
			}
		}
	}
	if !negated && governedNegation(t, p) {
		negated = true
		rules = append(rules, "negation:implicative")
	}
	if m, rule := governed(t, p); rule != "" {
		set(m, rule)
	}
	if c := t.Dependent(p, lang.Mark); c >= 0 && conditional[t.Lower(c)] {
		set(Conditional, "conditional:mark")
	}
	if last := s.End - 1; t.Form(last) == "?" && t.Tokens[p].Head < 0 {
		set(Asked, "question:mark")
	}
	return negated, modality, rules
}

var conditional = map[string]bool{"if": true, "unless": true, "whether": true}

// auxiliaries maps what a modal verb expresses to how the assertion is put;
// ability ("can", "be able to") leaves it asserted.
var auxiliaries = map[lexicon.Modality]struct {
	modality Modality
	rule     string
}{
	lexicon.Possible:     {Possible, "modal:possible"},
	lexicon.Necessary:    {Demanded, "modal:necessary"},
	lexicon.Obliged:      {Demanded, "modal:obliged"},
	lexicon.Future:       {Planned, "modal:future"},
	lexicon.Hypothetical: {Conditional, "modal:hypothetical"},
}

// hedged maps the hedges that bear on a whole clause.
var hedged = map[lexicon.HedgeKind]Modality{
	lexicon.Hearsay:    Alleged,
	lexicon.Appearance: Possible,
	lexicon.Likelihood: Possible,
}

// governors maps the class of a governing verb to the modality of the clause
// it governs. Saying and knowing leave it asserted.
var governors = map[lexicon.CueClass]Modality{
	lexicon.Accuse:  Alleged,
	lexicon.Claim:   Alleged,
	lexicon.Order:   Demanded,
	lexicon.Suggest: Possible,
	lexicon.Predict: Planned,
	lexicon.Promise: Planned,
	lexicon.Plan:    Planned,
	lexicon.Want:    Planned,
	lexicon.Ask:     Asked,
}

// governed is the modality that the verb above p gives to p's clause, or that
// p gives to its own infinitive ("plans to visit"); no rule where none does.
func governed(t *lang.Text, p int) (Modality, string) {
	if x := t.Dependent(p, lang.Xcomp); x >= 0 && t.Tokens[x].UPOS == lang.VERB {
		if cue, ok := lexicon.ReportingVerb(t.Tokens[p].Lemma); ok {
			if m, ok := governors[cue.Class]; ok {
				return m, "governor:" + cue.Class.String()
			}
		}
	}
	if h := t.Tokens[p].Head; h >= 0 && t.Is(p, lang.Ccomp, lang.Xcomp, lang.Advcl, lang.Acl) && t.Tokens[p].Rel != lang.AclRelcl {
		cue, ok := lexicon.ReportingVerb(t.Tokens[h].Lemma)
		if t.Tokens[h].UPOS == lang.NOUN {
			cue, ok = lexicon.ReportingNoun(t.Tokens[h].Lemma)
		}
		if m, found := governors[cue.Class]; ok && found && (t.Is(p, lang.Ccomp, lang.Xcomp) || m == Alleged && t.Tokens[p].Feats.VerbForm == lang.VerbFormGer) {
			return m, "governor:" + cue.Class.String()
		}
	}
	return Asserted, ""
}

// governedNegation reports whether p's infinitive did not come about by what p
// means: "failed to return", "refused to sign".
func governedNegation(t *lang.Text, p int) bool {
	x := t.Dependent(p, lang.Xcomp)
	if x < 0 {
		return false
	}
	s, ok := lexicon.Implicative(t.Tokens[p].Lemma)
	return ok && s.Affirmed < 0
}
