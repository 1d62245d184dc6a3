package lexicon

import "sync"

// Supersense is the lexicographer's file of a sense: a coarse class of
// meanings, 45 in all, of which each belongs to one part of speech.
type Supersense uint8

// The supersenses in WordNet's order; NoSupersense, the zero value, is for
// words that aren't known.
const (
	NoSupersense Supersense = iota
	AdjAll
	AdjPert
	AdvAll
	NounTops
	NounAct
	NounAnimal
	NounArtifact
	NounAttribute
	NounBody
	NounCognition
	NounCommunication
	NounEvent
	NounFeeling
	NounFood
	NounGroup
	NounLocation
	NounMotive
	NounObject
	NounPerson
	NounPhenomenon
	NounPlant
	NounPossession
	NounProcess
	NounQuantity
	NounRelation
	NounShape
	NounState
	NounSubstance
	NounTime
	VerbBody
	VerbChange
	VerbCognition
	VerbCommunication
	VerbCompetition
	VerbConsumption
	VerbContact
	VerbCreation
	VerbEmotion
	VerbMotion
	VerbPerception
	VerbPossession
	VerbSocial
	VerbStative
	VerbWeather
	AdjPpl
)

var SupersenseNames = [...]string{"", "adj.all", "adj.pert", "adv.all", "noun.Tops", "noun.act", "noun.animal", "noun.artifact", "noun.attribute", "noun.body", "noun.cognition", "noun.communication", "noun.event", "noun.feeling", "noun.food", "noun.group", "noun.location", "noun.motive", "noun.object", "noun.person", "noun.phenomenon", "noun.plant", "noun.possession", "noun.process", "noun.quantity", "noun.relation", "noun.shape", "noun.state", "noun.substance", "noun.time", "verb.body", "verb.change", "verb.cognition", "verb.communication", "verb.competition", "verb.consumption", "verb.contact", "verb.creation", "verb.emotion", "verb.motion", "verb.perception", "verb.possession", "verb.social", "verb.stative", "verb.weather", "adj.ppl"}

func (s Supersense) String() string { return SupersenseNames[s] }

// SupersenseOf is the supersense of the lemma's most frequent sense as that part of speech.
func SupersenseOf(lemma string, pos POS) Supersense {
	w := dictionaryOfWordNet()
	var e entry
	if !w.find(lemma, &e) || e.senses[pos].count == 0 {
		return NoSupersense
	}
	return w.supersense(e.senses[pos].synset[0])
}

// CanBe reports whether a frequent sense of the lemma has the supersense.
func CanBe(lemma string, s Supersense) bool {
	w := dictionaryOfWordNet()
	var e entry
	if !w.find(lemma, &e) {
		return false
	}
	for pos := range e.senses {
		for i := range e.frequent(POS(pos)) {
			if w.supersense(e.senses[pos].synset[i]) == s {
				return true
			}
		}
	}
	return false
}

// events are the supersenses of what happens.
const events = 1<<NounAct | 1<<NounEvent | 1<<NounProcess

// EventNoun reports whether a noun names an event by a frequent sense, and
// whether it does so by its most frequent one and as an act that isn't speech.
func EventNoun(lemma string) (event, chiefly bool) {
	w := dictionaryOfWordNet()
	var e entry
	if !w.find(lemma, &e) || e.senses[Noun].count == 0 {
		return false, false
	}
	acts := actsOfNouns()
	for i, synset := range e.senses[Noun].synset[:e.frequent(Noun)] {
		s := w.supersense(synset)
		switch {
		case events>>s&1 != 0 && !w.under(synset, acts.standing):
			return true, i == 0
		case s == NounCommunication && w.under(synset, acts.spoken):
			event = true
		}
	}
	return event, false
}

// acts are the synsets under which WordNet's acts don't happen, being what
// somebody is rather than does, and under which words are acts.
type acts struct{ standing, spoken []uint32 }

var actsOfNouns = sync.OnceValue(func() acts {
	w := dictionaryOfWordNet()
	return acts{
		standing: w.first(NounAct, "occupation", "role", "duty", "practice", "experience"),
		spoken:   w.first(NounCommunication, "speech act"),
	}
})

// frequent is how many of a word's first senses are frequent: those that make
// up at least a twentieth of its occurrences in the tagged texts as that part of
// speech, or the first two of a word that hardly occurs there.
func (e *entry) frequent(pos POS) int {
	senses := &e.senses[pos]
	total := uint32(0)
	for _, n := range senses.tagged[:senses.count] {
		total += n
	}
	if total < FewOccurrences {
		return min(senses.count, 2)
	}
	n := 1
	for n < senses.count && ProminentShare*senses.tagged[n] >= total {
		n++
	}
	return n
}
