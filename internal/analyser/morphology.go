package analyser

import (
	"xref/extract/lang"
	"xref/extract/lang/perceptron"
)

// morphology gives tokens their features: those of the form with its tag, or of
// the tag alone, and then what the parse tells.
type morphology struct {
	known *Table
	feats []lang.Feats
}

func FeatsKey(lower, tag uint32) uint32 { return uint32(perceptron.F2(3, lower, tag) >> 20) }

// feats of a word by its form and tag.
func (m *morphology) lookup(w *Word) lang.Feats {
	if id, ok := m.known.Find(FeatsKey(w.Lower, w.Tag)); ok {
		return m.feats[id]
	}
	if id, ok := m.known.Find(FeatsKey(0, w.Tag)); ok {
		return m.feats[id]
	}
	return lang.Feats{}
}

// agree completes the features of tokens, a sentence, that depend on the
// tree: voice, mood, person and number of verbs.
func agree(tokens []lang.Token, first int) {
	passive := make([]bool, len(tokens))
	helped := make([]lang.XPOS, len(tokens))
	subject := make([]int, len(tokens))
	marked := make([]bool, len(tokens))
	for i := range subject {
		subject[i] = None
	}
	for i := range tokens {
		h := tokens[i].Head - first
		if h < 0 {
			continue
		}
		switch rel := tokens[i].Rel; rel {
		case lang.AuxPass:
			passive[h] = true
			helped[h] = tokens[i].XPOS
		case lang.Aux, lang.Cop:
			helped[h] = tokens[i].XPOS
		case lang.Nsubj, lang.NsubjPass, lang.Expl, lang.NsubjOuter:
			subject[h] = i
		case lang.Mark:
			marked[h] = marked[h] || tokens[i].XPOS == lang.XPOSTO
		}
	}
	for i := range tokens {
		t := &tokens[i]
		switch t.XPOS {
		case lang.XPOSVBN:
			if t.UPOS == lang.VERB && (passive[i] || helped[i] == lang.XPOSNone && (t.Rel == lang.Acl || t.Rel == lang.Amod || t.Rel == lang.Advcl)) {
				t.Feats.Voice = lang.VoicePass
			} else {
				t.Feats.Voice = 0
			}
		case lang.XPOSVB:
			if t.UPOS == lang.VERB && !marked[i] && helped[i] == lang.XPOSNone && subject[i] == None && (t.Rel == lang.Root || t.Rel == lang.Parataxis || t.Rel == lang.Ccomp || t.Rel == lang.Conj && mood(tokens, t.Head-first) == lang.MoodImp) {
				t.Feats.Mood, t.Feats.VerbForm, t.Feats.Person = lang.MoodImp, lang.VerbFormFin, lang.Person2
			} else {
				t.Feats.Mood, t.Feats.VerbForm, t.Feats.Person = 0, lang.VerbFormInf, 0
			}
		case lang.XPOSVBD, lang.XPOSVBP:
			number, person := t.Feats.Number, t.Feats.Person
			s := subject[i]
			if s == None && (t.UPOS == lang.AUX) && t.Head >= first {
				s = subject[t.Head-first]
			}
			if s == None && t.Rel == lang.Conj && t.Head >= first {
				s = subject[t.Head-first]
			}
			if s != None {
				f := tokens[s].Feats
				number, person = f.Number, f.Person
				if person == 0 {
					person = lang.Person3
				}
				if number == 0 {
					number = lang.NumberSing
				}
			}
			t.Feats.Number, t.Feats.Person = number, person
		}
	}
}

func mood(tokens []lang.Token, i int) lang.MoodValue {
	if i < 0 {
		return 0
	}
	return tokens[i].Feats.Mood
}
