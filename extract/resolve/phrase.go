package resolve

import (
	"fmt"
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// phrase is one nominal phrase that can be a mention of something. collect
// makes them from the parse; the later steps say what each is a mention of.
type phrase struct {
	head, first, end int // tokens
	top              int // the token by which it hangs in its clause, where its head is a part of a larger name or coordination or an apposition
	form             Form
	class            Class // of pronouns
	typ              Type
	number           lang.NumberValue
	gender           Gender // that its own words tell
	definite         bool
	name             string // surface of the proper name; "" for other phrases
	sentence         int
	role             role
	conjunct         bool // follows "and" in a coordination
	coordination     bool // stands for all conjuncts together; its head is the conjunction
	quotation        int  // the innermost quotation between whose marks it stands, or -1
	title            int  // index of the phrase whose Title it is, or -1
	cluster          int  // what it is a mention of; -1 while that isn't known
	confidence       float64
}

// role is the grammatical role of a phrase, coarser than relations.
type role uint8

const (
	subject role = iota
	passiveSubject
	object
	oblique
	possessor
	nominalModifier
	apposition
	predicate
	compound
	otherRole
	roles int = iota
)

func roleOf(t *lang.Text, i int) role {
	switch tok := t.Tokens[i]; tok.Rel {
	case lang.NsubjPass, lang.CsubjPass:
		return passiveSubject
	case lang.NmodPoss:
		return possessor
	case lang.OblAgent:
		return oblique
	default:
		switch tok.Rel.Base() {
		case lang.Nsubj, lang.Csubj:
			return subject
		case lang.Obj:
			return object
		case lang.Obl, lang.Iobj:
			return oblique
		case lang.Nmod:
			return nominalModifier
		case lang.Appos:
			return apposition
		case lang.Root, lang.Parataxis, lang.Ccomp, lang.Xcomp, lang.Advcl:
			return predicate
		case lang.Compound, lang.Flat:
			return compound
		}
	}
	return otherRole
}

// pronouns are the third- and first-person pronouns with their classes, and
// whether the form is of the plural.
var pronouns = lexicon.TableOf(lexicon.GrammarWords, "pronouns", func(fields []string) (p pronoun, err error) {
	if len(fields) < 1 || len(fields) > 2 || len(fields) == 2 && fields[1] != "plural" {
		return p, fmt.Errorf("%q isn't a class and perhaps plural", fields)
	}
	p.class, err = lexicon.Choice[Class](fields[0], classNames)
	p.plural = len(fields) == 2
	return p, err
})

type pronoun struct {
	class  Class
	plural bool
}

var classNames = []string{"none", "he", "she", "it", "they", "who", "i", "we", "you"}

// calendarWord reports whether a proper noun names a day or a month, and no
// person, body or place.
func calendarWord(form string) bool {
	word := fold(form)
	one := strings.TrimSuffix(word, "s")
	return numeral.Month(word) > 0 || numeral.Weekday(word) > 0 || numeral.Month(one) > 0 || numeral.Weekday(one) > 0
}

// collect lists the phrases of a text in the order of their heads. marked
// gives for every token the quotation between whose marks it stands, or -1.
func collect(t *lang.Text, marked []int) []phrase {
	var phrases []phrase
	names, loose := properNames(t)
	surnames := surnamesOf(t)
	inName := make([]bool, len(t.Tokens))
	for _, n := range names {
		for i := n.First; i < n.End; i++ {
			inName[i] = true
		}
	}
	add := func(p phrase) {
		p.sentence = t.SentenceOf(p.head)
		if p.sentence < 0 {
			return
		}
		p.quotation, p.title, p.cluster = marked[p.head], -1, -1
		at := p.head
		for k := 0; t.Tokens[at].Rel == lang.Conj && t.Tokens[at].Head >= 0 && k < 8; k++ {
			at, p.conjunct = t.Tokens[at].Head, true
		}
		for k := 0; (t.Tokens[at].Rel.Base() == lang.Flat || t.Tokens[at].Rel == lang.Appos) && t.Tokens[at].Head >= 0 && k < 4; k++ {
			at = t.Tokens[at].Head
		}
		p.top = at
		if p.role = roleOf(t, at); p.role == predicate && t.Dependent(at, lang.Cop) < 0 && t.Tokens[at].UPOS == lang.VERB {
			p.role = otherRole
		}
		phrases = append(phrases, p)
	}
	for _, n := range names {
		switch {
		case dateline(t, n), office(t, n):
		case loose[n.First]:
			for _, p := range looseNames(t, n.First, n.End, surnames) {
				add(p)
			}
		default:
			if p, ok := namePhrase(t, n, surnames); ok {
				add(p)
			}
		}
	}
	for i := 0; i < len(t.Tokens); i++ {
		if inName[i] {
			continue
		}
		switch tok := t.Tokens[i]; tok.UPOS {
		case lang.PRON, lang.DET:
			if p, ok := pronounPhrase(t, i); ok {
				add(p)
			}
		case lang.NOUN:
			if p, ok := nounPhrase(t, i); ok {
				add(p)
			}
		case lang.CCONJ:
			if p, ok := coordination(t, i); ok {
				add(p)
			}
		}
	}
	slices.SortFunc(phrases, func(a, b phrase) int { return a.head - b.head })
	return slices.CompactFunc(phrases, func(a, b phrase) bool { return a.head == b.head })
}

// namePhrase is the phrase of a recognised name; an adjective of nationality
// names nobody.
func namePhrase(t *lang.Text, n lang.Name, surnames map[string]bool) (phrase, bool) {
	head := n.First
	for i := n.First; i < n.End; i++ {
		if h := t.Tokens[i].Head; h < n.First || h >= n.End {
			head = i
			break
		}
	}
	surface := t.Cover(n.First, n.End).In(t.Source)
	if _, demonym := lexicon.Demonym(surface); demonym {
		if _, country := lexicon.Country(surface); !country {
			if t.Tokens[head].UPOS == lang.ADJ || t.Is(head, lang.Amod, lang.Compound) {
				return phrase{}, false
			}
			number := lang.NumberSing
			if strings.HasSuffix(surface, "s") || t.Tokens[head].Feats.Number == lang.NumberPlur {
				number = lang.NumberPlur
			}
			return phrase{head: head, first: n.First, end: n.End, form: Description, typ: Person, number: number}, true
		}
	}
	if roleOnly(t, n, surnames) {
		number := lang.NumberSing
		if t.Tokens[n.End-1].Feats.Number == lang.NumberPlur {
			number = lang.NumberPlur
		}
		return phrase{head: head, first: n.First, end: n.End, form: Description, typ: Person, number: number}, true
	}
	types := [...]Type{lang.OtherName: Other, lang.Person: Person, lang.Organisation: Organisation, lang.Place: Place}
	p := phrase{head: head, first: n.First, end: n.End, form: Name, typ: typed(surface, types[n.Type]), name: surface, number: lang.NumberSing, definite: true}
	p.name = strings.TrimSuffix(strings.TrimSuffix(surface, "’s"), "'s")
	if bare, ok := strings.CutSuffix(p.name, "s"); ok {
		// Collected texts lose the apostrophe of "Syria's".
		_, whole := lexicon.Country(p.name)
		if _, country := lexicon.Country(bare); country && !whole {
			p.name, p.typ = bare, Place
		}
	}
	return p, true
}

// looseNames are the names in a run of proper nouns that no recogniser typed.
func looseNames(t *lang.Text, first, end int, surnames map[string]bool) []phrase {
	for first < end {
		word := t.Form(first)
		if !calendarWord(word) && capitalised(word) {
			break
		}
		first++
	}
	for end > first && calendarWord(t.Form(end-1)) {
		end--
	}
	if first >= end {
		return nil
	}
	head := first
	for i := first; i < end; i++ {
		if h := t.Tokens[i].Head; h < first || h >= end {
			head = i
			break
		}
	}
	if lexicon.Title(t.Cover(first, end).In(t.Source)) {
		if t.Is(head, lang.NmodDesc, lang.Compound, lang.Flat) {
			return nil
		}
		p, ok := nounPhrase(t, head)
		if !ok {
			return nil
		}
		return []phrase{p}
	}
	if n := (lang.Name{Span: t.Cover(first, end), First: first, End: end}); roleOnly(t, n, surnames) {
		p, _ := namePhrase(t, n, surnames)
		return []phrase{p}
	}
	return []phrase{{head: head, first: first, end: end, form: Name, typ: typed(t.Cover(first, end).In(t.Source), Other), name: t.Cover(first, end).In(t.Source), number: lang.NumberSing, definite: true}}
}

// pronounPhrase is the phrase of a pronoun that refers; an expletive, an
// interrogative and a determiner don't.
func pronounPhrase(t *lang.Text, i int) (phrase, bool) {
	word := t.Lower(i)
	entry, ok := pronouns.Find(word)
	tok := t.Tokens[i]
	if !ok || tok.Rel == lang.Expl || tok.Rel.Base() == lang.Fixed {
		return phrase{}, false
	}
	if word == "us" && t.Form(i) == "US" {
		return phrase{}, false
	}
	p := phrase{head: i, first: i, end: i + 1, form: Pronoun, class: entry.class, typ: Other, number: lang.NumberSing}
	if entry.plural {
		p.number = lang.NumberPlur
	}
	switch entry.class {
	case He:
		p.typ, p.gender = Person, Masculine
	case She:
		p.typ, p.gender = Person, Feminine
	case I, You, We:
		p.typ = Person
	case Who:
		if tok.Feats.PronType != lang.PronTypeRel && relativeClause(t, i) < 0 {
			return phrase{}, false
		}
		p.typ = Person
	}
	return p, true
}

// relativeClause is the head of the relative clause that a relative pronoun
// stands in, or -1.
func relativeClause(t *lang.Text, i int) int {
	for k, at := 0, i; at >= 0 && k < 6; k, at = k+1, t.Tokens[at].Head {
		if t.Tokens[at].Rel == lang.AclRelcl {
			return at
		}
	}
	return -1
}

// nounPhrase is the phrase that a common noun heads: from its leftmost
// determiner, adjective, noun or possessor through the "of" that completes it.
func nounPhrase(t *lang.Text, i int) (phrase, bool) {
	tok := t.Tokens[i]
	if t.Is(i, lang.Compound, lang.Flat, lang.Fixed, lang.Goeswith, lang.NmodDesc, lang.NmodUnmarked, lang.OblUnmarked, lang.Cc, lang.Case, lang.Mark) {
		return phrase{}, false
	}
	p := phrase{head: i, form: Description, number: tok.Feats.Number}
	p.first, p.end = nounSpan(t, i)
	if p.number == 0 {
		p.number = lang.NumberSing
		if tok.XPOS == lang.XPOSNNS || tok.XPOS == lang.XPOSNNPS {
			p.number = lang.NumberPlur
		}
	}
	for j := p.first; j < i; j++ {
		if t.Tokens[j].Head != i {
			continue
		}
		switch dependent := t.Tokens[j]; {
		case dependent.Rel == lang.NmodPoss:
			p.definite = true
		case dependent.Rel.Base() == lang.Det:
			if definiteDeterminers.Has(t.Lower(j)) {
				p.definite = true
			}
		}
	}
	p.typ, p.gender = nounType(strings.ToLower(tok.Lemma))
	return p, true
}

// nounSpan is from the leftmost modifier in front of the noun to the end of
// its complement with "of".
func nounSpan(t *lang.Text, i int) (first, end int) {
	first, end = i, i+1
	s := t.Sentences[t.SentenceOf(i)]
	for j := i - 1; j >= s.First; j-- {
		tok := t.Tokens[j]
		if tok.UPOS == lang.VERB && tok.Rel.Base() != lang.Amod || tok.Rel.Base() == lang.Case && tok.Head == i || tok.Rel.Base() == lang.Cc || tok.Rel.Base() == lang.Cop || tok.Rel.Base() == lang.Nsubj || tok.Rel.Base() == lang.Mark {
			break
		}
		if tok.UPOS == lang.PUNCT && tok.XPOS != lang.XPOSHYPH {
			break
		}
		top := j
		for t.Tokens[top].Rel == lang.Fixed && t.Tokens[top].Head >= s.First && t.Tokens[top].Head < j {
			top = t.Tokens[top].Head
		}
		if tok = t.Tokens[top]; tok.Head == i && (tok.Rel.Base() == lang.Case || tok.Rel.Base() == lang.Mark || tok.Rel.Base() == lang.Cc || tok.Rel.Base() == lang.Advmod && top == j && tok.UPOS == lang.ADV && first == i) {
			break
		}
		tok = t.Tokens[j]
		under := tok.Head == i
		for at := tok.Head; !under && at > j && at < i; at = t.Tokens[at].Head {
			under = t.Tokens[at].Head == i
		}
		if !under && !(tok.Head >= s.First && tok.Head < i && tok.UPOS != lang.PUNCT && t.IsAncestor(i, j)) {
			break
		}
		first = j
	}
	for first < i && t.Tokens[first].UPOS == lang.PUNCT {
		first++
	}
	for j := i + 1; j < s.End; j++ {
		if t.Tokens[j].Head == i && t.Is(j, lang.Nmod) && t.Tokens[j].Rel != lang.NmodPoss {
			if c := t.Dependent(j, lang.Case); c == end && t.Lower(c) == "of" {
				_, end = nounSpan(t, j)
				if end <= j {
					end = j + 1
				}
				if n := t.NameAt(j); n >= 0 {
					end = max(end, t.Names[n].End)
				}
			}
			break
		}
	}
	return first, end
}

// nounType is what a common noun names, and the gender that it tells.
func nounType(lemma string) (Type, Gender) {
	if n := bodyNouns.Of(lemma); n.reach == anyReach || n.reach == ownReach {
		return n.typ, Unknown
	}
	if gender, ok := lexicon.PersonNoun(lemma); ok || lexicon.Title(lemma) {
		switch gender {
		case lexicon.Masculine:
			return Person, Masculine
		case lexicon.Feminine:
			return Person, Feminine
		}
		return Person, Unknown
	}
	switch {
	case lexicon.GroupNoun(lemma):
		return Organisation, Unknown
	case lexicon.PlaceNoun(lemma):
		return Place, Unknown
	}
	return Other, Unknown
}

// coordination is the phrase of nominals joined by "and", which "they" can
// stand for. The conjunction is its head.
func coordination(t *lang.Text, i int) (phrase, bool) {
	if t.Lower(i) != "and" && t.Form(i) != "&" {
		return phrase{}, false
	}
	last := t.Tokens[i].Head
	if last < 0 || t.Tokens[last].Rel != lang.Conj || t.NameAt(i) >= 0 {
		return phrase{}, false
	}
	first := t.Tokens[last].Head
	nominal := func(i int) bool {
		u := t.Tokens[i].UPOS
		return u == lang.PROPN || u == lang.NOUN || u == lang.PRON
	}
	if first < 0 || !nominal(last) || !nominal(first) {
		return phrase{}, false
	}
	p := phrase{head: i, form: Description, number: lang.NumberPlur, coordination: true}
	p.first, _ = nounSpan(t, first)
	_, p.end = nounSpan(t, last)
	p.typ, _ = nounType(strings.ToLower(t.Tokens[last].Lemma))
	if n := t.NameAt(last); n >= 0 {
		p.first, p.end = min(p.first, first), max(p.end, t.Names[n].End)
		if t.Names[n].Type == lang.Person {
			p.typ = Person
		}
	}
	return p, true
}
