package lang

import "strings"

// FeatNames lists, feature by feature in the order of Feats, the names of the
// feature and of its values from 1 on.
var FeatNames = [...][]string{
	{"Number", "Sing", "Plur"},
	{"Gender", "Masc", "Fem", "Neut"},
	{"Person", "1", "2", "3"},
	{"Tense", "Past", "Pres"},
	{"Mood", "Ind", "Imp", "Sub"},
	{"VerbForm", "Fin", "Inf", "Part", "Ger"},
	{"Voice", "Pass"},
	{"PronType", "Art", "Dem", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot", "Emp"},
	{"Degree", "Pos", "Cmp", "Sup"},
	{"Definite", "Def", "Ind"},
	{"Case", "Nom", "Acc", "Gen"},
	{"NumType", "Card", "Ord", "Frac", "Mult"},
	{"Polarity", "Neg", "Pos"},
	{"Poss", "Yes"},
	{"Reflex", "Yes"},
}

// Bytes is the features' values in the order of FeatNames.
func (f Feats) Bytes() []byte {
	return []byte{
		byte(f.Number), byte(f.Gender), byte(f.Person), byte(f.Tense), byte(f.Mood), byte(f.VerbForm), byte(f.Voice), byte(f.PronType),
		byte(f.Degree), byte(f.Definite), byte(f.Case), byte(f.NumType), byte(f.Polarity), byte(f.Poss), byte(f.Reflex),
	}
}

// FeatsOf is the features of values in the order of FeatNames.
func FeatsOf(b []byte) Feats {
	return Feats{
		Number: NumberValue(b[0]), Gender: GenderValue(b[1]), Person: PersonValue(b[2]), Tense: TenseValue(b[3]), Mood: MoodValue(b[4]),
		VerbForm: VerbFormValue(b[5]), Voice: VoiceValue(b[6]), PronType: PronTypeValue(b[7]), Degree: DegreeValue(b[8]), Definite: DefiniteValue(b[9]),
		Case: CaseValue(b[10]), NumType: NumTypeValue(b[11]), Polarity: PolarityValue(b[12]), Poss: PossValue(b[13]), Reflex: ReflexValue(b[14]),
	}
}

// ParseFeats reads features as CoNLL-U writes them. What Feats has no place for
// is left out, and a value of several is its first.
func ParseFeats(s string) Feats {
	var b [len(FeatNames)]byte
	for pair := range strings.SplitSeq(s, "|") {
		name, value, _ := strings.Cut(pair, "=")
		value, _, _ = strings.Cut(value, ",")
		for i, names := range FeatNames {
			if names[0] != name {
				continue
			}
			for j, v := range names[1:] {
				if v == value {
					b[i] = byte(j + 1)
				}
			}
		}
	}
	return FeatsOf(b[:])
}

// String writes the features as CoNLL-U does, in the order of FeatNames.
func (f Feats) String() string {
	var pairs []string
	for i, v := range f.Bytes() {
		if v > 0 {
			pairs = append(pairs, FeatNames[i][0]+"="+FeatNames[i][v])
		}
	}
	if pairs == nil {
		return "_"
	}
	return strings.Join(pairs, "|")
}
