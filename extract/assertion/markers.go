package assertion

import (
	"strings"

	"xref/extract/lexicon"
)

// conjunctions are the words that put the clause they open.
var conjunctions = lexicon.TableOf(lexicon.GrammarWords, "conjunctions that put a clause", func(fields []string) (Modality, error) {
	return lexicon.Choice[Modality](strings.Join(fields, "\t"), modalityNames[:])
})

// exclusions are the prepositions that say that what follows isn't so.
var exclusions = lexicon.GrammarWords.Words("prepositions that say that what follows isn't so")

// temporal are the conjunctions whose clause is as open as the one above it.
var temporal = lexicon.GrammarWords.Words("conjunctions whose clause is as open as the one above")

// prospective are the prepositions whose gerund is what an act is about, not
// what happens.
var prospective = lexicon.GrammarWords.Words("prepositions whose gerund is what an act is about")

// RuleAttempt is the rule that what was tried may have come to nothing.
const RuleAttempt = "governor:attempt"

// attempts are the verbs whose infinitive is tried.
var attempts = lexicon.SpeechWords.Words("verbs whose infinitive is tried")

// raising are the verbs that only make their infinitive less sure.
var raising = lexicon.SpeechWords.Words("verbs that only make their infinitive less sure")

// hearsay are the verbs whose passive passes on what is said: "is said to".
var hearsay = lexicon.SpeechWords.Words("verbs whose passive passes on what is said")

// chances are the nouns whose complement may or may not come true.
var chances = lexicon.SpeechWords.Words("nouns whose complement may or may not come true")

// auxiliaries maps what a modal verb expresses to how the assertion is put.
var auxiliaries = map[lexicon.Modality]struct {
	modality Modality
	rule     string
}{
	lexicon.Possible:     {Possible, "modal:possible"},
	lexicon.Able:         {Possible, "modal:able"},
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

// governors maps the class of a governing verb or noun to the modality of the
// clause it governs. Saying and knowing leave it asserted.
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
	lexicon.Warn:    Possible,
}

// softened are the verbs that a modal verb only makes polite: "I would like".
var softened = lexicon.SpeechWords.Words("verbs that a modal verb only makes polite")

// placed are the rules that go by where a clause stands and not by a word that
// says how it is meant.
var placed = map[string]bool{
	"clause:above": true, "governor:open": true, "governor:chance": true, "imperative": true, "question": true, "question:open": true,
	"infinitive:open": true, "infinitive:purpose": true, "infinitive:served": true,
	"preposition:to": true, "preposition:on": true, "preposition:about": true, "preposition:against": true, "preposition:from": true,
}
