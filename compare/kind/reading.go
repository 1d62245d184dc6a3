package kind

import (
	"xref/extract"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/resolve"
)

// reading is a document made ready for its words to be held against those of
// others. It is made from the document and the linking of its entities.
type reading struct {
	*extract.Document
	place   int
	linked  []int // of its entities to those linked
	entity  []int // the linked entity that each token names or stands for; -1 for none
	holder  []int // the assertion whose predicate each token heads; -1 for none
	number  []bool
	time    []bool
	moved   []bool // of each quantity: it is what another one came to
	words   []word
	book    *wordbook
	judge   assertion.Judge
	stances map[int]assertion.Stance // of the tokens that were asked for, as the judge puts them
}

// read prepares a document; its words get their numbers from the book.
func (s *Scene) read(place int, b *wordbook) *reading {
	d := s.Documents[place]
	n := len(d.Text.Tokens)
	r := &reading{
		Document: d, place: place, linked: s.Linked[place], book: b, judge: assertion.NewJudge(d.Text), stances: map[int]assertion.Stance{},
		entity: make([]int, n), holder: make([]int, n), number: make([]bool, n), time: make([]bool, n), moved: make([]bool, len(d.Quantities)),
	}
	for i := range n {
		r.entity[i], r.holder[i] = -1, -1
	}
	for e := range d.Resolution.Entities {
		for _, m := range d.Resolution.Entities[e].Mentions {
			for i := m.First; i < m.End; i++ {
				if d.Resolution.Of[i] == e || m.Form == resolve.Name && d.Text.Tokens[i].UPOS == lang.PROPN && d.Text.Tokens[i].Rel != lang.NmodPoss {
					r.entity[i] = s.Linked[place][e]
				}
			}
		}
	}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		if h := a.Predicate.Head; r.holder[h] < 0 {
			r.holder[h] = i
		}
		if len(a.Quantities) > 0 && moving(a.Predicate.Lemma) {
			for _, q := range a.Quantities {
				r.moved[q] = true
			}
		}
	}
	for i := range d.Quantities {
		q := &d.Quantities[i]
		for j := q.First; j < q.End; j++ {
			r.number[j] = r.number[j] || !q.Vague && q.Number.Contains(d.Text.Tokens[j].Span)
		}
	}
	for _, w := range d.Times {
		for j := w.First; j < w.End; j++ {
			r.time[j] = true
		}
	}
	r.words = make([]word, n)
	for i := range n {
		r.words[i] = r.word(i)
	}
	return r
}

// assertionAt is the assertion whose predicate token i heads; nil for none.
func (r *reading) assertionAt(i int) *assertion.Assertion {
	if h := r.holder[i]; h >= 0 {
		return &r.Assertions[h]
	}
	return nil
}

// stands reports whether assertion m is a clause that is told on its own or as
// somebody's word: no condition, purpose or relative clause.
func (r *reading) stands(m int) bool {
	a := &r.Assertions[m]
	if a.Predicate.Form != assertion.Verbal && a.Predicate.Form != assertion.Copular || r.Text.Sentences[a.Sentence].Role == lang.Furniture {
		return false
	}
	for i := a.Predicate.Head; ; i = r.Text.Tokens[i].Head {
		switch r.Text.Tokens[i].Rel.Base() {
		case lang.Root:
			return true
		case lang.Ccomp, lang.Xcomp, lang.Conj, lang.Parataxis:
		default:
			return false
		}
	}
}

// stance is how the text puts what token i tells. What only describes an act
// ("easily") stands and falls with it.
func (r *reading) stance(i int) assertion.Stance {
	s, ok := r.stances[i]
	if !ok {
		s = r.judge.Stance(i)
		r.stances[i] = s
	}
	if a := r.assertionAt(i); a != nil {
		s.Negated, s.Modality = a.Negated, a.Modality
		return s
	}
	if h := r.carrier(i); h >= 0 {
		above := r.stance(h)
		above.Negated = above.Negated != s.Negated
		return above
	}
	if h := r.Text.Tokens[i].Head; h >= 0 && r.Text.Is(i, lang.Advmod) {
		above := r.stance(h)
		s.Negated, s.Modality = s.Negated != above.Negated, above.Modality
	}
	return s
}

// carriers are the verbs that say of the act their object names only that it
// comes about: "reach agreement".
var carriers = map[string]bool{
	"achieve": true, "commit": true, "conduct": true, "do": true, "give": true, "hold": true, "issue": true, "launch": true, "lodge": true, "make": true,
	"offer": true, "perform": true, "provide": true, "pay": true, "reach": true, "sign": true, "stage": true, "strike": true, "submit": true, "take": true,
}

// carrier is the verb that only carries the act that noun i names; -1 for none.
func (r *reading) carrier(i int) int {
	t := r.Text
	h := t.Tokens[i].Head
	if h < 0 || t.Tokens[i].UPOS != lang.NOUN || !t.Is(i, lang.Obj, lang.NsubjPass) || !carriers[t.Tokens[h].Lemma] {
		return -1
	}
	return h
}
