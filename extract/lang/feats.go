package lang

// Feats are the morphological features of a token that later stages need
// (universaldependencies.org/u/feat). The zero value of each is "not marked".
type Feats struct {
	Number   NumberValue
	Gender   GenderValue
	Person   PersonValue
	Tense    TenseValue
	Mood     MoodValue
	VerbForm VerbFormValue
	Voice    VoiceValue
	PronType PronTypeValue
	Degree   DegreeValue
	Definite DefiniteValue
	Case     CaseValue
	NumType  NumTypeValue
	Polarity PolarityValue
	Poss     PossValue
	Reflex   ReflexValue
}

// The values of the features.
type (
	NumberValue   uint8
	GenderValue   uint8
	PersonValue   uint8
	TenseValue    uint8
	MoodValue     uint8
	VerbFormValue uint8
	VoiceValue    uint8
	PronTypeValue uint8
	DegreeValue   uint8
	DefiniteValue uint8
	CaseValue     uint8
	NumTypeValue  uint8
	PolarityValue uint8
	PossValue     uint8
	ReflexValue   uint8
)

// A feature's values are named feature first: NumberSing, TensePast.
const (
	NumberSing NumberValue = iota + 1
	NumberPlur
)

const (
	GenderMasc GenderValue = iota + 1
	GenderFem
	GenderNeut
)

const (
	Person1 PersonValue = iota + 1
	Person2
	Person3
)

const (
	TensePast TenseValue = iota + 1
	TensePres
)

const (
	MoodInd MoodValue = iota + 1
	MoodImp
	MoodSub
)

const (
	VerbFormFin VerbFormValue = iota + 1
	VerbFormInf
	VerbFormPart
	VerbFormGer
)

const (
	VoicePass VoiceValue = iota + 1
)

const (
	PronTypeArt PronTypeValue = iota + 1
	PronTypeDem
	PronTypeInd
	PronTypeInt
	PronTypeNeg
	PronTypePrs
	PronTypeRcp
	PronTypeRel
	PronTypeTot
	PronTypeEmp
)

const (
	DegreePos DegreeValue = iota + 1
	DegreeCmp
	DegreeSup
)

const (
	DefiniteDef DefiniteValue = iota + 1
	DefiniteInd
)

const (
	CaseNom CaseValue = iota + 1
	CaseAcc
	CaseGen
)

const (
	NumTypeCard NumTypeValue = iota + 1
	NumTypeOrd
	NumTypeFrac
	NumTypeMult
)

const (
	PolarityNeg PolarityValue = iota + 1
	PolarityPos
)

const (
	PossYes PossValue = iota + 1
)

const (
	ReflexYes ReflexValue = iota + 1
)
