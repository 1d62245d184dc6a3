package match

import (
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// wordContrasts gives two words in one place that aren't the same: names of two
// entities, pronouns of another class, other prepositions, and, between units that
// share most of their words in order, any others.
func (l *alignment) wordContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	found := l.otherVerbs()
	for i := p.First; i < p.End; i++ {
		if p.partnerOf(i) >= 0 {
			continue
		}
		for j := q.First; j < q.End; j++ {
			if q.partnerOf(j) >= 0 || !l.comparableWords(i, j) {
				continue
			}
			if c, ok := l.wordContrast(i, j); ok {
				found = append(found, c)
				break
			}
		}
	}
	return found
}

// otherVerbs gives the acts that the two sides name by verbs of near senses: attacked,
// criticised. Verbs that only report are no choice.
func (l *alignment) otherVerbs() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, c := range l.acts() {
		if c.a.Predicate.Form != assertion.Verbal || c.b.Predicate.Form != assertion.Verbal || reports(c.a.Predicate.Lemma) || reports(c.b.Predicate.Lemma) {
			continue
		}
		a, b := p.terms.lemmas[c.i], q.terms.lemmas[c.j]
		if a < 0 || b < 0 || a == b || !l.oneAct(c) {
			continue
		}
		if r := l.index.relation(a, b); standIn(r) > 0 && r.Similarity < synonymous {
			found = append(found, Contrast{one(c.i), one(c.j), WordCause{howOf(r), Act}, false})
		}
	}
	return found
}

// synonymous is the similarity from which two verbs are one act in other letters.
const synonymous = 0.79

// reports reports whether a verb does no more than report.
func reports(verb string) bool {
	cue, ok := lexicon.ReportingVerb(verb)
	return ok && cue.Class == lexicon.Say
}

// comparableWords reports whether two tokens are words of one sort that stand in
// one place.
func (l *alignment) comparableWords(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	v, w := &p.Text.Tokens[i], &q.Text.Tokens[j]
	switch {
	case l.otherAmount(i, j):
		return l.replaces(i, j)
	case p.Tokens[i].Quantity >= 0 || q.Tokens[j].Quantity >= 0 || p.Tokens[i].Time >= 0 || q.Tokens[j].Time >= 0, p.measured[i] || q.measured[j]:
		return false
	case p.name(i) && q.name(j):
		return l.replaces(p.nameHead(i), q.nameHead(j)) || l.sameGap(i, j) && l.namesInOneAct(i, j) || l.sameRelation(p.nameHead(i), q.nameHead(j)) && l.namesInOneAct(i, j)
	case p.Tokens[i].Content != q.Tokens[j].Content, v.UPOS != w.UPOS:
		return false
	case v.UPOS == lang.ADP || v.UPOS == lang.SCONJ || v.UPOS == lang.DET || v.UPOS == lang.PRON || OpenClass(v.UPOS):
		return p.Tokens[i].Lemma != q.Tokens[j].Lemma && l.replaces(i, j)
	}
	return false
}

// otherAmount reports whether two words say of how many in opposite ways: most, few.
func (l *alignment) otherAmount(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	return p.terms.words[i].opposable && q.terms.words[j].opposable &&
		lexicon.OpposedWords(p.Text.Lower(i), q.Text.Lower(j)) == lexicon.OppositionOfAmount
}

// OpenClass reports whether a part of speech is of words that say something by
// themselves.
func OpenClass(u lang.UPOS) bool {
	switch u {
	case lang.NOUN, lang.VERB, lang.ADJ, lang.ADV, lang.PROPN, lang.NUM:
		return true
	}
	return false
}

// wordContrast is the contrast of two words in one place; false where they say the
// same or nothing by themselves.
func (l *alignment) wordContrast(i, j int) (Contrast, bool) {
	p, q := &l.sides[SideA], &l.sides[SideB]
	v, w := &p.Text.Tokens[i], &q.Text.Tokens[j]
	switch {
	case p.name(i) && q.name(j):
		if p.answered(i) || q.answered(j) || !l.otherNames(i, j) {
			return Contrast{}, false
		}
		place := p.placeName(i) && q.placeName(j)
		return Contrast{p.nameRun(i), q.nameRun(j), NameCause{place}, false}, true
	case v.UPOS == lang.PRON:
		x, y := p.pronounClass(i), q.pronounClass(j)
		if x == y || !personal[x] || !personal[y] {
			return Contrast{}, false
		}
		return Contrast{one(i), one(j), WordCause{Unrelated, Pronoun}, x == resolve.He && y == resolve.She || x == resolve.She && y == resolve.He}, true
	case v.UPOS == lang.ADP, v.UPOS == lang.SCONJ, v.UPOS == lang.DET, l.otherAmount(i, j):
		o := lexicon.OpposedWords(p.Text.Lower(i), q.Text.Lower(j))
		if o == lexicon.NoOpposition {
			return Contrast{}, false
		}
		return Contrast{p.phraseRun(i), q.phraseRun(j), FunctionWordCause{o}, o != lexicon.OppositionOfAmount && l.firm(i, j)}, true
	}
	if p.answered(i) || q.answered(j) {
		return Contrast{}, false
	}
	how := Unrelated
	if a, b := p.terms.lemmas[i], q.terms.lemmas[j]; a >= 0 && b >= 0 {
		how = howOf(l.index.relation(a, b))
	}
	part := l.partOf(i, v, w)
	if part != Act && part != Person && how != Unrelated && how != Opposite && how != Contrary {
		return Contrast{}, false // grounds, property: near enough
	}
	return Contrast{one(i), one(j), WordCause{how, part}, false}, true
}

// partOf is what part of what is told two words stand for.
func (l *alignment) partOf(i int, v, w *lang.Token) Part {
	p := &l.sides[SideA]
	switch {
	case v.UPOS == lang.VERB && w.UPOS == lang.VERB:
		return Act
	case p.Text.Is(i, lang.Amod, lang.Compound, lang.Advmod):
		return Restriction
	case v.UPOS == lang.NOUN || v.UPOS == lang.PROPN:
		_, x := lexicon.PersonNoun(lower(v.Lemma))
		_, y := lexicon.PersonNoun(lower(w.Lemma))
		if x || y {
			return Person
		}
		return Thing
	}
	return Restriction
}

// nameHead is the head of the name that token i is part of.
func (s *side) nameHead(i int) int {
	r := s.nameRun(i)
	for k := r.First; k < r.End; k++ {
		if !r.Contains(s.Text.Tokens[k].Head) {
			return k
		}
	}
	return i
}

// namesInOneAct reports whether the predicates that govern two names tell of one
// act, both of them affirmed or both denied.
func (l *alignment) namesInOneAct(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	a, b := p.governing(i), q.governing(j)
	if a == nil || b == nil || a.Negated != b.Negated || p.partnerOf(a.Predicate.Head) != b.Predicate.Head {
		return false
	}
	return l.sharedBy(a, b) > 0
}

// governing is the assertion of the nearest predicate above token i; nil for none.
func (s *side) governing(i int) *assertion.Assertion {
	for n := 0; i >= 0 && n < deepestClause; n++ {
		if a := s.assertionAt(i); a != nil && a.Predicate.Form != assertion.Nominal {
			return a
		}
		i = s.Text.Tokens[i].Head
	}
	return nil
}

// personal are the classes of pronouns that stand for persons who are told
// of.
var personal = map[resolve.Class]bool{resolve.He: true, resolve.She: true, resolve.They: true}

// otherNames reports whether two names are of different entities that the other
// article names nowhere; an office ("the President") may be anybody's who holds it.
func (l *alignment) otherNames(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	e, f := p.linked(l.index, i), q.linked(l.index, j)
	if e >= 0 && e == f {
		return false
	}
	if p.officeName(i) != q.officeName(j) {
		return false
	}
	return p.Tokens[i].Lemma != q.Tokens[j].Lemma
}

// officeName reports whether the name that token i is part of is that of an office alone.
func (s *side) officeName(i int) bool {
	r := s.nameRun(i)
	_, person := lexicon.PersonNoun(lower(s.Text.Tokens[i].Lemma))
	return person && r.Len() == 1 && !s.placeName(i)
}

// placeName reports whether token i is part of the name of a place.
func (s *side) placeName(i int) bool {
	if e := s.Tokens[i].Entity; e >= 0 && s.Resolution.Entities[e].Type == resolve.Place {
		return true
	}
	if n := s.Text.NameAt(i); n >= 0 {
		return s.Text.Names[n].Type == lang.Place
	}
	return false
}

// nameRun is the whole name that token i is part of, within the unit.
func (s *side) nameRun(i int) Run {
	r := one(i)
	for r.First > s.First && s.name(r.First-1) {
		r.First--
	}
	for r.End < s.End && s.name(r.End) {
		r.End++
	}
	return r
}

// pronounClass is the class of the pronoun at token i.
func (s *side) pronounClass(i int) resolve.Class { return resolve.ClassOf(s.Text, i) }

// phraseRun is a function word with the phrase that it opens, a few words of it.
func (s *side) phraseRun(i int) Run {
	r := one(i)
	h := s.Text.Tokens[i].Head
	if h > i && h < s.End && h-i <= nearNegator {
		r.End = h + 1
	}
	return r
}
