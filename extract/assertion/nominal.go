package assertion

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// nominal is the event that noun i of clause c names together with who did it
// or underwent it: "the resignation of the director", "air strikes on the town".
func (b binder) nominal(sentence int, c clause, i int) (Assertion, bool) {
	t := b.tree
	if i == c.head || t.Tokens[i].UPOS != lang.NOUN || t.first[i] < 0 {
		return Assertion{}, false
	}
	event, chiefly := lexicon.EventNoun(t.Tokens[i].Lemma)
	if cue, reports := lexicon.ReportingNoun(t.Tokens[i].Lemma); !event || reports && cue.Class == lexicon.Say {
		return Assertion{}, false
	}
	var arguments []Argument
	for j := range t.dependents(i) {
		if !t.Is(j, lang.Nmod) {
			continue
		}
		a := b.phrase(Oblique, j)
		if k := t.one(j, lang.Case); k >= 0 {
			a.Case = t.Lower(k)
		}
		switch {
		case t.Tokens[j].Rel == lang.NmodPoss || a.Case == "by":
			a.Role = Agent
		case patients.Has(a.Case):
			a.Role = Patient
		case b.temporal[j]:
			a.Role = Temporal
		case a.Entity >= 0 && b.who.Entities[a.Entity].Type == resolve.Place:
			a.Role = Location
		}
		arguments = append(arguments, a)
	}
	if !slices.ContainsFunc(arguments, func(a Argument) bool { return a.Entity >= 0 && (chiefly || b.takesPart(a)) }) {
		return Assertion{}, false
	}
	tokens := t.SubtreeWithout(i, lang.AclRelcl, lang.Appos, lang.Conj, lang.Cc, lang.Parataxis, lang.Case)
	s := b.judge.event(i)
	return Assertion{
		Span:      b.readable(tokens[0], tokens[len(tokens)-1], i),
		Sentence:  sentence,
		Tokens:    tokens,
		Predicate: Predicate{Head: i, Lemma: t.Tokens[i].Lemma, Form: Nominal},
		Arguments: arguments,
		Negated:   s.Negated,
		Modality:  s.Modality,
		Rules:     append([]string{"nominal:event"}, s.Rules...),
	}, true
}

// takesPart reports whether argument a is a person or body with a name that did
// or underwent what the noun names. Such an argument makes an event of a noun
// that more often names something else: "the arrest of Maria Olsen".
func (b binder) takesPart(a Argument) bool {
	e := &b.who.Entities[a.Entity]
	return a.Case != "" && (a.Role == Agent || a.Role == Patient) && e.Named && e.Type != resolve.Place
}

// event is the stance of an event that a noun names: by its own words, by the
// verb or noun that governs it, and by how sure the clause is that it stands in.
func (j Judge) event(i int) Stance {
	t := j.tree
	s := Stance{Certainty: 1}
	if j.none(i) {
		s.negate("negation:determiner")
	}
	for d := range t.dependents(i) {
		switch {
		case t.Is(d, lang.Case) && exclusions.Has(t.Lower(d)):
			s.negate("negation:" + t.Lower(d))
		case t.Is(d, lang.Amod):
			if h, ok := lexicon.Hedge(t.Lower(d)); ok && (h.Kind == lexicon.Hearsay || h.Kind == lexicon.Likelihood) {
				s.put(hedged[h.Kind], h.Certainty, "hedge:"+h.Kind.String())
			}
		}
	}
	h := t.Tokens[i].Head
	if h < 0 || !t.Is(i, lang.Obj, lang.Obl, lang.Nmod, lang.Nsubj) {
		return s
	}
	lemma := j.lemma(h)
	cue, ok := lexicon.ReportingVerb(lemma)
	negates := lexicon.Negates(lemma, lexicon.NegVerb)
	if k := t.one(i, lang.Case); k >= 0 && t.Is(i, lang.Obl) {
		if with, found := lexicon.ReportingVerb(lemma + " " + t.Lower(k)); found {
			cue, ok = with, true
		} else if cue.Class != lexicon.Accuse && cue.Class != lexicon.Warn {
			ok, negates = false, false
		}
	}
	if t.Tokens[h].UPOS == lang.NOUN && t.Is(i, lang.Nmod) {
		cue, ok = lexicon.ReportingNoun(lemma)
		negates = lexicon.Negates(lemma, lexicon.NegNoun)
	}
	m, governed := governors[cue.Class]
	switch {
	case t.Is(i, lang.Nsubj):
	case ok && cue.Class == lexicon.Deny || negates:
		if !j.Stance(h).Negated {
			s.negate("governor:" + strings.ReplaceAll(lemma, " ", "-"))
		}
	case ok && governed && (cue.Class == lexicon.Order || cue.Class == lexicon.Accuse || cue.Class == lexicon.Want || cue.Class == lexicon.Plan || cue.Class == lexicon.Warn || cue.Class == lexicon.Predict):
		s.put(m, certainties[m], "governor:"+cue.Class.String())
	case t.Is(i, lang.Obj) && t.Tokens[h].UPOS == lang.VERB:
		if above := j.Stance(h); above.Modality != Asserted && above.Certainty < evens {
			s.put(above.Modality, above.Certainty, "clause:above")
		}
	}
	return s
}
