package match

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/when"
)

// alignment is two units with the words that answer each other.
type alignment struct {
	index *Index
	sides [2]side
	gaps  []gap // where the two differ between words that they share in order
	order int   // how many words they share in order

	quantities []QuantityPair
	times      []TimePair
}

// side is one unit of an alignment.
type side struct {
	Unit
	*Prepared
	terms    *reader
	sentence int
	partner  []int    // of each token of the unit: the one that answers it, and that it answers; -1
	how      []How    // of each token that has a partner: how it answers
	answer   []answer // of each token of the unit: what answers it, whether or not it answers that
}

// answer is a token of the other side.
type answer struct {
	token  int // -1 for none
	how    How
	within Extent
}

// unit tells whether the side's unit has token i, and its place there.
func (s *side) place(i int) (int, bool) {
	if i < s.First || i >= s.End {
		return 0, false
	}
	return i - s.First, true
}

// partnerOf is the token that answers token i one to one; -1 for none.
func (s *side) partnerOf(i int) int {
	if k, ok := s.place(i); ok {
		return s.partner[k]
	}
	return -1
}

// answered reports whether anything of the other article near its unit answers
// token i.
func (s *side) answered(i int) bool {
	k, ok := s.place(i)
	return ok && s.answer[k].token >= 0
}

// claimed is the assertion of the side's unit; nil for none.
func (s *side) claimed() *assertion.Assertion {
	if s.Assertion < 0 {
		return nil
	}
	return &s.Assertions[s.Assertion]
}

func (x *Index) side(u Unit) side {
	d := x.Documents[u.Article]
	s := side{Unit: u, Prepared: d, terms: x.readers[u.Article]}
	if !u.Empty() {
		s.sentence = d.Text.SentenceOf(u.First)
	}
	n := max(0, u.End-u.First)
	s.partner, s.how, s.answer = make([]int, n), make([]How, n), make([]answer, n)
	for k := range n {
		s.partner[k], s.answer[k].token = -1, -1
	}
	return s
}

// linked is the linked entity that token i names or stands for; -1 for none.
func (s *side) linked(x *Index, i int) int {
	if e := s.Tokens[i].Entity; e >= 0 {
		return x.Linked[s.Article][e]
	}
	return -1
}

// wordPair is two words, one of each unit, that can answer each other.
type wordPair struct {
	score float64
	i, j  int32
	how   How
}

// wordPairs are lists of them that are used again: of two long passages there are
// thousands.
var wordPairs sync.Pool

// align finds the partners of the words of two units: the pairs that answer each
// other best, each word in one.
func (x *Index) align(a, b Unit) *alignment {
	l := &alignment{index: x, sides: [2]side{x.side(a), x.side(b)}}
	p, q := &l.sides[SideA], &l.sides[SideB]
	of, among := p.linkable(p.First, p.End), q.linkable(q.First, q.End)
	held, _ := wordPairs.Get().(*[]wordPair)
	if held == nil {
		held = new([]wordPair)
	}
	pairs := (*held)[:0]
	defer func() { *held = pairs; wordPairs.Put(held) }()
	for _, i := range of {
		for _, j := range among {
			if how, score := l.relate(int(i), int(j)); score > 0 {
				pairs = append(pairs, wordPair{score + l.nearness(int(i), int(j)), i, j, how})
			}
		}
	}
	slices.SortFunc(pairs, func(v, w wordPair) int {
		return cmp.Or(cmp.Compare(w.score, v.score), cmp.Compare(v.i+v.j, w.i+w.j), cmp.Compare(v.i, w.i))
	})
	for _, c := range pairs {
		i, j := int(c.i)-p.First, int(c.j)-q.First
		if p.partner[i] < 0 && q.partner[j] < 0 {
			p.partner[i], q.partner[j] = int(c.j), int(c.i)
			p.how[i], q.how[j] = c.how, c.how.mirrored()
			p.answer[i], q.answer[j] = answer{int(c.j), c.how, InUnit}, answer{int(c.i), c.how.mirrored(), InUnit}
		}
	}
	for _, c := range pairs { // the most alike first
		i, j := int(c.i)-p.First, int(c.j)-q.First
		if p.answer[i].token < 0 {
			p.answer[i] = answer{int(c.j), c.how, InUnit}
		}
		if q.answer[j].token < 0 {
			q.answer[j] = answer{int(c.i), c.how.mirrored(), InUnit}
		}
	}
	l.lookBeyond(SideA)
	l.lookBeyond(SideB)
	l.findGaps()
	l.quantities, l.times = l.pairQuantities(), l.pairTimes()
	l.answerQuantities()
	return l
}

func (h How) mirrored() How {
	switch h {
	case Broader:
		return Narrower
	case Narrower:
		return Broader
	}
	return h
}

// farthestAnswer is how many words before and behind a passage a word may stand that answers
// one: more than the sentences of the news have.
const farthestAnswer = 100

// lookBeyond looks for what answers the words of one side in the rest of the
// other's sentence and in those beside it.
func (l *alignment) lookBeyond(of Side) {
	s, o := &l.sides[of], &l.sides[of.other()]
	if s.Empty() || o.Empty() {
		return
	}
	t := o.Text
	here := t.Sentences[o.sentence]
	first := max(t.Sentences[max(0, o.sentence-1)].First, o.First-farthestAnswer)
	end := min(t.Sentences[min(o.sentence+1, len(t.Sentences)-1)].End, o.End+farthestAnswer)
	among := slices.DeleteFunc(o.linkable(first, end), func(j int32) bool { return o.Contains(int(j)) })
	for i := s.First; i < s.End; i++ {
		k := i - s.First
		if !s.Tokens[i].Content || s.answer[k].token >= 0 {
			continue
		}
		best := 0.0
		for _, at := range among {
			j := int(at)
			var how How
			var score float64
			if of == SideA {
				how, score = l.relate(i, j)
			} else if how, score = l.relate(j, i); score > 0 {
				how = how.mirrored()
			}
			within := Beside
			if here.First <= j && j < here.End {
				within, score = InSentence, score*1.01
			}
			if score > best {
				best, s.answer[k] = score, answer{j, how, within}
			}
		}
	}
}

// How much better than another word that can stand for it the same form and the same
// lemma answer a word.
const (
	sameForm  = 1.3
	sameLemma = 1.25
)

// word is all that relate asks of a token: as many pairs of words are held against each
// other as two sentences have, each of them is asked once.
type word struct {
	lemma          string
	term           term  // of its lemma; -1 where it is no content word
	linked         int32 // the linked entity that it names or stands for; -1
	quantity, time int32 // that it is part of; -1
	linkable       bool  // it can answer another: it says something by itself, or is a predicate ("had", "was")
	content        bool
	pronoun, name  bool
	opposable      bool // there is a function word that says the opposite
}

// linkable are the tokens from first up to end that can answer another.
func (s *side) linkable(first, end int) []int32 {
	found := make([]int32, 0, max(0, end-first))
	for i := first; i < end; i++ {
		if s.terms.words[i].linkable {
			found = append(found, int32(i))
		}
	}
	return found
}

// describe makes the words of the document.
func (r *reader) describe() {
	d := r.document
	r.words = make([]word, len(d.Tokens))
	for i := range r.words {
		t := &d.Tokens[i]
		w := word{
			lemma: t.Lemma, term: r.lemmas[i], linked: -1, quantity: int32(t.Quantity), time: int32(t.Time),
			linkable: t.Content || d.predicates[i] >= 0, content: t.Content,
			pronoun: d.Text.Tokens[i].UPOS == lang.PRON, name: d.name(i),
			opposable: lexicon.Opposable(d.Text.Form(i)),
		}
		if t.Entity >= 0 {
			w.linked = int32(r.linked[t.Entity])
		}
		r.words[i] = w
	}
}

// relate tells how token i of side A is related to token j of side B, and how
// well one can stand for the other, 0 to 1; 0 where it can't.
func (l *alignment) relate(i, j int) (How, float64) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	v, w := &p.terms.words[i], &q.terms.words[j]
	if !v.linkable || !w.linkable || v.content != w.content {
		return Unrelated, 0
	}
	if v.linked >= 0 && v.linked == w.linked {
		if v.lemma == w.lemma {
			return SameForm, sameForm
		}
		return SameEntity, 1
	} else if v.pronoun || w.pronoun {
		return Unrelated, 0 // of others
	}
	if v.quantity >= 0 && w.quantity >= 0 {
		if fit, _ := quantity.Relate(&p.Quantities[v.quantity], &q.Quantities[w.quantity]); fit == quantity.Equal {
			return SameValue, 1
		} else if fit != quantity.NotComparable {
			return Unrelated, 0
		}
	}
	if v.time >= 0 && w.time >= 0 {
		fit, _ := when.Relate(&p.Times[v.time], &q.Times[w.time])
		switch {
		case fit == when.Equal:
			return SameValue, 1
		case fit != when.NotComparable:
			return Unrelated, 0
		}
	}
	if v.lemma == w.lemma {
		if p.Text.Form(i) == q.Text.Form(j) || p.Text.Lower(i) == q.Text.Lower(j) {
			return SameForm, sameForm
		}
		return SameLemma, sameLemma
	}
	if v.name && w.name {
		return Unrelated, 0
	}
	a, b := v.term, w.term
	if a < 0 || b < 0 {
		return Unrelated, 0
	}
	r := l.index.relation(a, b)
	return howOf(r), standIn(r)
}

// howOf is a relation of two lemmas as a way in which words answer each other.
func howOf(r lexicon.Relation) How {
	switch r.How {
	case lexicon.SameLemma, lexicon.Variant:
		return SameLemma
	case lexicon.Synonym:
		return Synonym
	case lexicon.Derivative:
		return Derived
	case lexicon.Similar:
		return Similar
	case lexicon.Broader:
		return Broader
	case lexicon.Narrower:
		return Narrower
	case lexicon.Contrary:
		return Contrary
	case lexicon.Opposite:
		return Opposite
	}
	return Unrelated
}

// nearness is how much better two words answer each other by where they stand: by
// their heads, relations and neighbours and by their places in their units.
func (l *alignment) nearness(i, j int) float64 {
	p, q := &l.sides[SideA], &l.sides[SideB]
	score := 0.0
	h, g := p.Text.Tokens[i].Head, q.Text.Tokens[j].Head
	if h >= 0 && g >= 0 && p.Tokens[h].Lemma == q.Tokens[g].Lemma || h < 0 && g < 0 {
		score += 0.1
	}
	if p.Text.Tokens[i].Rel.Base() == q.Text.Tokens[j].Rel.Base() {
		score += 0.05
	}
	if i > 0 && j > 0 && p.Tokens[i-1].Lemma == q.Tokens[j-1].Lemma {
		score += 0.05
	}
	if i+1 < len(p.Tokens) && j+1 < len(q.Tokens) && p.Tokens[i+1].Lemma == q.Tokens[j+1].Lemma {
		score += 0.05
	}
	x := float64(i-p.First) / float64(max(1, p.End-p.First))
	y := float64(j-q.First) / float64(max(1, q.End-q.First))
	return score - 0.04*math.Abs(x-y)
}

// links are the links of both sides, by A, then B.
func (l *alignment) links() []Link {
	var found []Link
	p, q := &l.sides[SideA], &l.sides[SideB]
	for k, a := range p.answer {
		if a.token >= 0 {
			found = append(found, Link{p.First + k, a.token, a.how, a.within})
		}
	}
	for k, a := range q.answer {
		if a.token < 0 {
			continue
		}
		link := Link{a.token, q.First + k, a.how.mirrored(), a.within}
		if !slices.ContainsFunc(found, func(f Link) bool { return f.A == link.A && f.B == link.B }) {
			found = append(found, link)
		}
	}
	slices.SortFunc(found, func(a, b Link) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return found
}

// lower is a lemma in lower case.
func lower(lemma string) string { return strings.ToLower(lemma) }
