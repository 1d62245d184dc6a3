package when

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// tense is where the verb that governs atom i lies: past, future or unclear.
// The parse tells which verb it is; where it doesn't, the nearest verb before
// or behind counts.
func (p *parser) tense(i int) tense {
	at := p.a[i].Token
	switch p.at(i - 1) {
	case "since":
		return past
	case "until", "till":
		return future
	}
	if at < 0 {
		return unclear
	}
	infinitive := false
	for steps, h := 0, p.t.Tokens[at].Head; h >= 0 && steps < 12; steps, h = steps+1, p.t.Tokens[h].Head {
		if u := p.t.Tokens[h].UPOS; u == lang.VERB || u == lang.AUX || u == lang.ADJ {
			if verb := p.verbTense(h); verb != unclear && !(infinitive && verb == past && reporting(p.t.Tokens[h].Lemma)) {
				return verb
			}
			if infinitive && p.t.Tokens[h].Feats.Tense == lang.TensePres {
				return future
			}
			infinitive = infinitive || p.t.Tokens[h].Feats.VerbForm == lang.VerbFormInf
		}
	}
	if infinitive {
		return future
	}
	for d := 1; d < p.s.End-p.s.First; d++ {
		for _, j := range [2]int{at - d, at + d} {
			if j < p.s.First || j >= p.s.End {
				continue
			}
			switch tok := p.t.Tokens[j]; tok.UPOS {
			case lang.VERB, lang.AUX:
				if willBe(p.t.Lower(j)) {
					return future
				}
				if tok.Feats.Tense == lang.TensePast {
					return past
				}
			}
		}
	}
	return unclear
}

func reporting(lemma string) bool {
	_, ok := lexicon.ReportingVerb(lemma)
	return ok
}

func willBe(s string) bool {
	return futureForms.Has(s)
}

// verbTense is the tense of the verb at token v by its form and auxiliaries.
func (p *parser) verbTense(v int) tense {
	tok := p.t.Tokens[v]
	for j := max(p.s.First, v-6); j < v; j++ {
		c := p.t.Tokens[j]
		if c.Head != v {
			continue
		}
		switch low := p.t.Lower(j); {
		case willBe(low):
			return future
		case c.UPOS == lang.AUX && pastAuxiliaries.Has(low):
			return past
		}
	}
	switch {
	case tok.Feats.Tense == lang.TensePast && tok.Feats.VerbForm != lang.VerbFormPart, tok.XPOS.String() == "VBD":
		return past
	case tok.Feats.VerbForm == lang.VerbFormPart && tok.Feats.Tense == lang.TensePast:
		return unclear
	}
	return unclear
}
