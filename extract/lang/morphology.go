package lang

import "xref/extract/lang/perceptron"

// morphology gives tokens their features: those of the form with its tag, or of
// the tag alone, and then what the parse tells.
type morphology struct {
	known *table
	feats []Feats
}

func featsKey(lower, tag uint32) uint32 { return uint32(perceptron.F2(3, lower, tag) >> 20) }

// feats of a word by its form and tag.
func (m *morphology) lookup(w *word) Feats {
	if id, ok := m.known.find(featsKey(w.lower, w.tag)); ok {
		return m.feats[id]
	}
	if id, ok := m.known.find(featsKey(0, w.tag)); ok {
		return m.feats[id]
	}
	return Feats{}
}

// agree completes the features of tokens, a sentence, that depend on the
// tree: voice, mood, person and number of verbs.
func agree(tokens []Token, first int) {
	passive := make([]bool, len(tokens))
	helped := make([]XPOS, len(tokens))
	subject := make([]int, len(tokens))
	marked := make([]bool, len(tokens))
	for i := range subject {
		subject[i] = none
	}
	for i := range tokens {
		h := tokens[i].Head - first
		if h < 0 {
			continue
		}
		switch rel := tokens[i].Rel; rel {
		case AuxPass:
			passive[h] = true
			helped[h] = tokens[i].XPOS
		case Aux, Cop:
			helped[h] = tokens[i].XPOS
		case Nsubj, NsubjPass, Expl, NsubjOuter:
			subject[h] = i
		case Mark:
			marked[h] = marked[h] || tokens[i].XPOS == XPOSTO
		}
	}
	for i := range tokens {
		t := &tokens[i]
		switch t.XPOS {
		case XPOSVBN:
			if t.UPOS == VERB && (passive[i] || helped[i] == XPOSNone && (t.Rel == Acl || t.Rel == Amod || t.Rel == Advcl)) {
				t.Feats.Voice = VoicePass
			} else {
				t.Feats.Voice = 0
			}
		case XPOSVB:
			if t.UPOS == VERB && !marked[i] && helped[i] == XPOSNone && subject[i] == none && (t.Rel == Root || t.Rel == Parataxis || t.Rel == Ccomp || t.Rel == Conj && mood(tokens, t.Head-first) == MoodImp) {
				t.Feats.Mood, t.Feats.VerbForm, t.Feats.Person = MoodImp, VerbFormFin, Person2
			} else {
				t.Feats.Mood, t.Feats.VerbForm, t.Feats.Person = 0, VerbFormInf, 0
			}
		case XPOSVBD, XPOSVBP:
			number, person := t.Feats.Number, t.Feats.Person
			s := subject[i]
			if s == none && (t.UPOS == AUX) && t.Head >= first {
				s = subject[t.Head-first]
			}
			if s == none && t.Rel == Conj && t.Head >= first {
				s = subject[t.Head-first]
			}
			if s != none {
				f := tokens[s].Feats
				number, person = f.Number, f.Person
				if person == 0 {
					person = Person3
				}
				if number == 0 {
					number = NumberSing
				}
			}
			t.Feats.Number, t.Feats.Person = number, person
		}
	}
}

func mood(tokens []Token, i int) MoodValue {
	if i < 0 {
		return 0
	}
	return tokens[i].Feats.Mood
}
