package assertion

import "xref/extract/lexicon"

// conjunctions are the words that put the clause they open.
var conjunctions = map[string]Modality{
	"if": Conditional, "unless": Conditional, "lest": Conditional, "provided": Conditional, "providing": Conditional, "assuming": Conditional, "whether": Asked,
}

// exclusions are the prepositions that say that what follows isn't so.
var exclusions = map[string]bool{"without": true, "instead": true, "rather": true}

// temporal are the conjunctions whose clause is as open as the one above it.
var temporal = map[string]bool{"when": true, "once": true, "before": true, "until": true, "till": true, "whenever": true}

// prospective are the prepositions whose gerund is what an act is about, not
// what happens.
var prospective = map[string]bool{"to": true, "on": true, "about": true, "against": true, "from": true}

// RuleAttempt is the rule that what was tried may have come to nothing.
const RuleAttempt = "governor:attempt"

// attempts are the verbs whose infinitive is tried.
var attempts = map[string]bool{"try": true, "attempt": true, "seek": true, "strive": true, "struggle": true}

// raising are the verbs that only make their infinitive less sure.
var raising = map[string]bool{"seem": true, "appear": true, "tend": true}

// hearsay are the verbs whose passive passes on what is said: "is said to".
var hearsay = map[string]bool{
	"say": true, "report": true, "believe": true, "think": true, "allege": true, "understand": true, "rumor": true, "rumour": true, "know": true, "claim": true, "suspect": true, "estimate": true, "consider": true, "find": true, "see": true,
}

// chances are the nouns whose complement may or may not come true.
var chances = map[string]bool{
	"ability": true, "authority": true, "capability": true, "capacity": true, "chance": true, "danger": true, "incentive": true, "likelihood": true, "need": true, "opportunity": true,
	"possibility": true, "potential": true, "power": true, "probability": true, "right": true, "risk": true, "tendency": true, "temptation": true, "way": true,
}

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
var softened = map[string]bool{"like": true, "say": true, "love": true, "prefer": true, "recommend": true, "suggest": true, "hate": true}

// placed are the rules that go by where a clause stands and not by a word that
// says how it is meant.
var placed = map[string]bool{
	"clause:above": true, "governor:open": true, "governor:chance": true, "imperative": true, "question": true, "question:open": true,
	"infinitive:open": true, "infinitive:purpose": true, "infinitive:served": true,
	"preposition:to": true, "preposition:on": true, "preposition:about": true, "preposition:against": true, "preposition:from": true,
}
