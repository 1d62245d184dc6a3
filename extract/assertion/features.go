package assertion

import (
	"xref/extract/lang"
	"xref/extract/lang/perceptron"
)

// Feature is something that a text shows of a predicate: the number of its
// template in the highest 8 bits, below them the hash of its values.
type Feature uint32

// atom is one value that a template is made of.
type atom uint8

// The atoms, of the predicate itself, of the conjunct that stands for it, of
// its governor, of its sentence, and of the words around it.
const (
	ownLemma atom = iota
	ownSense
	ownClass
	ownTag
	ownGroup
	ownSketch
	ownModal
	ownNegated
	ownMark
	ownSubject
	ownRel
	firstRel   // the relation to the governor
	firstGroup // 0 where it is the predicate itself
	firstMark
	ruleHolds
	ruleNegated
	ruleModality
	rulesAll      // all rules together
	ruleCertainty // in tenths
	upLemma
	upSense
	upClass
	upTag
	upGroup
	upModal
	upNegated
	upMark
	upRel
	upHolds
	upModality
	upBefore // 1 where the governor stands before the predicate
	closing
	opening // the first word of the sentence
	extent  // of the sentence, in fives of words
	form1Before
	form2Before
	form1After
	tag1Before
	tag2Before
	tag1After
	atoms
)

// templates are what is learned of every predicate.
var templates = [...][]atom{
	{}, {ownLemma}, {ownSense}, {ownSense, ownTag}, {ownSense, ownGroup}, {ownClass, ownGroup},
	{ownTag, ownRel}, {ownTag, ownLemma}, {ownLemma, ownRel}, {ownModal, ownLemma},
	{ownGroup}, {ownGroup, firstRel}, {ownGroup, ownLemma}, {ownGroup, ownSubject},
	{ownSketch}, {ownSketch, firstRel}, {ownSketch, ownSubject},
	{ownSubject}, {ownSubject, ownRel}, {ownMark}, {ownMark, ownRel}, {ownMark, ownTag},
	{firstGroup, firstRel}, {firstMark, firstRel},
	{ruleHolds}, {ruleHolds, ownTag}, {ruleHolds, ownRel}, {ruleModality, ruleHolds}, {ruleCertainty, ruleHolds},
	{ruleNegated, ownNegated}, {ruleNegated, ownNegated, ownTag}, {rulesAll},
	{closing}, {closing, ownRel}, {closing, ownGroup}, {opening}, {opening, ownRel}, {opening, ownGroup}, {extent},
	{form1Before, form2Before}, {form1Before, form2Before, ownTag}, {form1Before, ownLemma}, {form1After, ownLemma},
	{tag1Before, tag2Before, ownTag}, {tag1After, ownTag},
}

// upTemplates are learned of those that have a governor.
var upTemplates = [...][]atom{
	{upLemma, firstRel}, {upLemma, firstRel, ownGroup}, {upSense, firstRel}, {upSense, firstRel, ownGroup},
	{upGroup, firstRel}, {upGroup, firstRel, ownGroup}, {upTag, firstRel, ownMark}, {upRel, firstRel}, {upMark, firstRel},
	{upClass, firstRel}, {upClass, firstRel, ownGroup}, {upClass, firstRel, upGroup},
	{upModal, upNegated, firstRel}, {upModality, firstRel}, {upModality, ownGroup},
	{upHolds, firstRel}, {upHolds, firstRel, upClass}, {upHolds, firstRel, ownGroup}, {upHolds, ownMark},
	{upBefore, firstRel}, {upBefore, ownMark},
	{ownMark, upGroup}, {ownMark, upLemma}, {ownMark, ownGroup, firstRel},
}

// The templates of what a predicate has any number of, numbered after the others.
const (
	ofRule = len(templates) + len(upTemplates) + iota
	ofRuleRel
	ofAncestorModal
	ofAncestorMark
	ofAncestorNegated
	ofPunctuation
	ofDependentTag
	ofDependentLemma
	ofDependentForm
	ofModifierTag
	ofModifierLemma
	ofParticipant
	ofPreposition
	ofPrepositionNoun
	ofPrepositionVerb
	ofDeterminer
	ofClauseMark
	ofDependents
	ofParticle
	ofModal
	ofModalBefore
	ofConjunction
	ofVerbBefore
	ofVerbBeforeTag
	ofVerbBeforeForm
	ofVerbAfter
	ofVerbAfterTag
	ofFormAt
	ofTagAt
	ofFormBefore
	ofFormAfter
)

// collector gathers the features of one predicate.
type collector []Feature

func (c *collector) add(template int, parts ...uint32) {
	h := hashed(parts...) * 0x9E3779B97F4A7C15
	*c = append(*c, Feature(template)<<24|Feature(h>>40))
}

// The reach of features.
const (
	reach      = 4 // words before and after the predicate
	ancestors  = 5 // governors above it
	verbsAhead = 3 // verbs before it
)

// Features are all features of predicate p. Some may stand there twice.
func (j Judge) Features(p int) []Feature { return j.features(p, j.within(p, deepest)) }

// features are those of predicate p, of which the rules say s.
func (j Judge) features(p int, s Stance) []Feature {
	t := j.tree
	sentence := t.Sentences[t.SentenceOf(p)]
	found := make(collector, 0, 256)
	var a [atoms]uint32
	own := j.look(p)
	up, first := j.governor(p)
	a[firstRel] = uint32(t.Tokens[first].Rel)
	if first != p {
		v := j.look(first)
		a[firstGroup], a[firstMark] = v.group, v.mark
		if own.subject == 0 {
			own.subject = v.subject
		}
	}
	if up >= 0 {
		v := j.look(up)
		if own.subject == 0 && t.Is(p, lang.Xcomp) {
			own.subject = v.subject
		}
		above := j.within(up, deepest)
		a[upLemma], a[upSense], a[upClass], a[upTag], a[upGroup] = v.lemma, v.sense, v.class, v.tag, v.group
		a[upModal], a[upNegated], a[upMark], a[upRel] = v.modal, v.negated, v.mark, uint32(t.Tokens[up].Rel)
		a[upHolds], a[upModality], a[upBefore] = bit(above.Holds()), uint32(above.Modality), bit(up < p)
	}
	a[ownLemma], a[ownSense], a[ownClass], a[ownTag], a[ownGroup] = own.lemma, own.sense, own.class, own.tag, own.group
	a[ownNegated], a[ruleNegated] = own.negated, bit(s.Negated)
	for _, r := range s.Rules {
		a[rulesAll] = joined(a[rulesAll], perceptron.Hash(r))
	}
	a[ownSketch], a[ownModal], a[ownMark], a[ownSubject], a[ownRel] = own.sketch, own.modal, own.mark, own.subject, uint32(t.Tokens[p].Rel)
	a[ruleHolds], a[ruleModality], a[ruleCertainty] = bit(s.Holds()), uint32(s.Modality), uint32(s.Certainty*10)
	a[closing], a[opening], a[extent] = j.closing(sentence), j.formHash(sentence.First), min(uint32(sentence.End-sentence.First)/5, 8)
	a[form1Before], a[form2Before], a[form1After] = j.formIn(sentence, p-1), j.formIn(sentence, p-2), j.formIn(sentence, p+1)
	a[tag1Before], a[tag2Before], a[tag1After] = j.tagIn(sentence, p-1), j.tagIn(sentence, p-2), j.tagIn(sentence, p+1)

	found.fill(0, templates[:], &a)
	if up >= 0 {
		found.fill(len(templates), upTemplates[:], &a)
	}
	for _, r := range s.Rules {
		found.add(ofRule, perceptron.Hash(r))
		found.add(ofRuleRel, perceptron.Hash(r), a[ownRel])
	}
	for n := 0; up >= 0 && n < ancestors; n++ {
		v := j.look(up)
		found.add(ofAncestorModal, v.modal)
		found.add(ofAncestorMark, v.mark)
		found.add(ofAncestorNegated, v.negated)
		up = t.Tokens[up].Head
	}
	j.dependentFeatures(p, own, &found)
	j.sentenceFeatures(p, sentence, own, &found)
	return found
}

// fill adds the templates' features; the first one has number from.
func (c *collector) fill(from int, templates [][]atom, a *[atoms]uint32) {
	var parts [3]uint32
	for i, template := range templates {
		for k, x := range template {
			parts[k] = a[x]
		}
		c.add(from+i, parts[:len(template)]...)
	}
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// formIn is the word at i, 1 outside the sentence.
func (j Judge) formIn(s lang.Sentence, i int) uint32 {
	if i < s.First || i >= s.End {
		return 1
	}
	return j.formHash(i)
}

// tagIn is the tag at i, 255 outside the sentence.
func (j Judge) tagIn(s lang.Sentence, i int) uint32 {
	if i < s.First || i >= s.End {
		return 255
	}
	return uint32(j.tree.Tokens[i].XPOS)
}

// dependentFeatures adds what depends on p.
func (j Judge) dependentFeatures(p int, own view, found *collector) {
	t := j.tree
	number := uint32(0)
	for i := range t.dependents(p) {
		d := &t.Tokens[i]
		if d.UPOS == lang.PUNCT {
			found.add(ofPunctuation, j.formHash(i))
			continue
		}
		number++
		rel, lemma := uint32(d.Rel), j.lemmaHash(i)
		found.add(ofDependentTag, rel, own.tag)
		found.add(ofDependentLemma, rel, lemma)
		switch d.Rel.Base() {
		case lang.Advmod, lang.Aux, lang.Mark, lang.Discourse, lang.Cc, lang.Vocative:
			form := j.formHash(i)
			found.add(ofDependentForm, rel, form)
			found.add(ofModifierTag, form, own.tag)
			found.add(ofModifierLemma, form, own.lemma)
		case lang.Obj, lang.Obl, lang.Iobj, lang.Nmod:
			found.add(ofParticipant, rel, j.sort(i))
			for k := range t.dependents(i) {
				switch t.Tokens[k].Rel.Base() {
				case lang.Case:
					form := j.formHash(k)
					found.add(ofPreposition, form, rel)
					found.add(ofPrepositionNoun, form, lemma)
					found.add(ofPrepositionVerb, form, own.lemma)
				case lang.Det, lang.Amod, lang.Advmod:
					found.add(ofDeterminer, rel, j.lemmaHash(k))
				}
			}
		case lang.Advcl, lang.Ccomp, lang.Xcomp, lang.Parataxis, lang.Conj:
			found.add(ofClauseMark, rel, j.look(i).mark)
		case lang.Compound:
			if d.Rel == lang.CompoundPrt {
				found.add(ofParticle, own.lemma, lemma)
			}
		}
	}
	found.add(ofDependents, min(number, 6))
}

// sentenceFeatures adds the words of the sentence: those near p, its verbs and
// the words that open clauses.
func (j Judge) sentenceFeatures(p int, s lang.Sentence, own view, found *collector) {
	t := j.tree
	for i := s.First; i < s.End; i++ {
		switch tok := &t.Tokens[i]; {
		case tok.XPOS == lang.XPOSMD:
			lemma := j.lemmaHash(i)
			found.add(ofModal, lemma)
			found.add(ofModalBefore, lemma, bit(i < p))
		case tok.UPOS == lang.SCONJ || tok.XPOS == lang.XPOSWRB || tok.UPOS == lang.INTJ:
			found.add(ofConjunction, j.formHash(i))
		}
	}
	for i, n := p-1, uint32(0); i >= s.First && n < verbsAhead; i-- {
		if tok := &t.Tokens[i]; tok.UPOS == lang.VERB || tok.UPOS == lang.AUX {
			found.add(ofVerbBefore, j.lemmaHash(i), n)
			found.add(ofVerbBeforeTag, uint32(tok.XPOS), n, own.tag)
			found.add(ofVerbBeforeForm, j.formHash(i), own.tag)
			n++
		}
	}
	for i := p + 1; i < s.End; i++ {
		if tok := &t.Tokens[i]; tok.UPOS == lang.VERB || tok.UPOS == lang.AUX {
			found.add(ofVerbAfter, j.lemmaHash(i))
			found.add(ofVerbAfterTag, uint32(tok.XPOS), own.tag)
			break
		}
	}
	for k := -reach; k <= reach; k++ {
		if k == 0 {
			continue
		}
		form := j.formIn(s, p+k)
		found.add(ofFormAt, uint32(k+reach), form)
		found.add(ofTagAt, uint32(k+reach), j.tagIn(s, p+k))
		if k < 0 {
			found.add(ofFormBefore, form)
		} else {
			found.add(ofFormAfter, form)
		}
	}
}
