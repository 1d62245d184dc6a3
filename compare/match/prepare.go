package match

import (
	"slices"
	"strings"

	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
)

// Prepared is one document made ready to be compared. It rests on the document
// alone, so that one value serves every comparison. Nothing changes it.
type Prepared struct {
	*extract.Document
	Tokens []Token // one for each of Text.Tokens

	predicates []int  // of each token: the assertion whose predicate it heads; -1
	moved      []bool // of each quantity: what a count came to, or came from
	measured   []bool // of each token: it stands in a quantity that is no mere count
	holder     []int  // of each quantity: the first assertion that it stands in; -1
	allotted   []int  // of each quantity: the participant that "respectively" gives it to; -1
	quoted     quote.Marked
	forms      []form  // of every token that is no punctuation, hashed
	formAt     []int32 // of each token: the place of its form in forms; one more at the end
}

// Token is what a word is compared by.
type Token struct {
	Lemma          string  // lower case; a country's name for its people
	Entity         int     // index into Resolution.Entities, of the entity that it names or stands for; -1
	Quantity, Time int     // indices into Quantities and Times, of what it is part of; -1
	Content        bool    // it says something by itself
	Specificity    float64 // by its rarity in English, 0.25 to 1; of content words
	Operator       Operator
	Over           int // the token that the operator bears on; -1
}

// Prepare makes a document ready.
func Prepare(d *extract.Document) *Prepared {
	n := len(d.Text.Tokens)
	p := &Prepared{Document: d, Tokens: make([]Token, n), predicates: make([]int, n), moved: make([]bool, len(d.Quantities)), measured: make([]bool, n)}
	for i := range p.Tokens {
		p.Tokens[i] = Token{Lemma: lemma(d.Text, i), Entity: -1, Quantity: -1, Time: -1, Over: -1}
		p.predicates[i] = -1
	}
	for e := range d.Resolution.Entities {
		for _, m := range d.Resolution.Entities[e].Mentions {
			for i := m.First; i < m.End; i++ {
				if d.Resolution.Of[i] == e || m.Form == resolve.Name && d.Text.Tokens[i].UPOS == lang.PROPN && d.Text.Tokens[i].Rel != lang.NmodPoss {
					p.Tokens[i].Entity = e
				}
			}
		}
	}
	for i := range d.Quantities {
		q := &d.Quantities[i]
		for j := q.First; j < q.End; j++ {
			if q.Number.Contains(d.Text.Tokens[j].Span) {
				p.Tokens[j].Quantity = i
			}
			p.measured[j] = p.measured[j] || q.Kind != quantity.Count
		}
	}
	for i := range d.Times {
		for j := d.Times[i].First; j < d.Times[i].End; j++ {
			p.Tokens[j].Time = i
		}
	}
	p.holder = slices.Repeat([]int{-1}, len(d.Quantities))
	for i := range d.Assertions {
		a := &d.Assertions[i]
		for _, q := range a.Quantities {
			if p.holder[q] < 0 {
				p.holder[q] = i
			}
		}
		for _, h := range [...]int{a.Predicate.Head, core(d.Text, a)} {
			if p.predicates[h] < 0 {
				p.predicates[h] = i
			}
		}
		if changesCounts(a.Predicate.Lemma) {
			for _, q := range a.Quantities {
				p.moved[q] = true
			}
		}
	}
	for i := range p.Tokens {
		t := &p.Tokens[i]
		t.Content = assertion.Contentful(d.Text, i) || t.Entity >= 0
		if t.Content {
			t.Specificity = specificity(d.Text, i)
		}
	}
	p.quoted = quote.MarkedBy(d.Quotations)
	p.findOperators()
	p.hashForms()
	p.allot()
	return p
}

// BetweenMarks reports whether a span stands between the marks of a quotation.
func (p *Prepared) BetweenMarks(span article.Span) bool { return p.quoted.Contains(span) }

// quantitiesIn are the quantities of the sentences from the one of token first to that
// before token end.
func (p *Prepared) quantitiesIn(first, end int) (from, to int) {
	t := p.Text
	after := func(q quantity.Quantity, token int) int { return q.First - token }
	from, _ = slices.BinarySearchFunc(p.Quantities, t.Sentences[t.SentenceOf(first)].First, after)
	to, _ = slices.BinarySearchFunc(p.Quantities, t.Sentences[t.SentenceOf(end-1)].End, after)
	return from, to
}

// lemma is that of token i, in lower case; for a country or its people, the
// country's name, and for the short form of a title the whole word.
func lemma(t *lang.Text, i int) string {
	switch t.Tokens[i].UPOS {
	case lang.PROPN, lang.ADJ, lang.NOUN:
		if land, ok := lexicon.Country(t.Form(i)); ok {
			return strings.ToLower(land)
		}
		if land, ok := lexicon.Demonym(t.Form(i)); ok {
			return strings.ToLower(land)
		}
	}
	if t.Tokens[i].UPOS == lang.PROPN || t.Tokens[i].UPOS == lang.NOUN {
		return strings.ToLower(lexicon.FullTitle(strings.ToLower(t.Tokens[i].Lemma)))
	}
	return strings.ToLower(t.Tokens[i].Lemma)
}

// specificity is how much a content word says, 0.25 to 1: names say most.
func specificity(t *lang.Text, i int) float64 {
	if t.Tokens[i].UPOS == lang.PROPN {
		return 1
	}
	return lexicon.Telling(strings.ToLower(t.Tokens[i].Lemma))
}

// changesCounts reports whether a verb tells of a count that is another one
// before and after: to grow, to decline; to climb, to fall.
func changesCounts(verb string) bool {
	return lexicon.SupersenseOf(verb, lexicon.Verb) == lexicon.VerbChange || lexicon.CanBe(verb, lexicon.VerbChange) && lexicon.CanBe(verb, lexicon.VerbMotion)
}

// PrepareAll makes documents ready, several at one time.
func PrepareAll(documents []*extract.Document) []*Prepared {
	prepared := make([]*Prepared, len(documents))
	inParallel(len(documents), func(_, i int) { prepared[i] = Prepare(documents[i]) })
	return prepared
}

// core is the token that says what an assertion predicates: the last in a chain of
// infinitives, "protect" of "failed to protect", else the predicate's head.
func core(t *lang.Text, a *assertion.Assertion) int {
	at := a.Predicate.Head
	for n := 0; n < deepestClause && t.Tokens[at].Lemma != a.Predicate.Lemma; n++ {
		x := t.Dependent(at, lang.Xcomp)
		if x < 0 {
			return a.Predicate.Head
		}
		at = x
	}
	if t.Tokens[at].Lemma != a.Predicate.Lemma {
		return a.Predicate.Head
	}
	return at
}

// assertionAt is the assertion whose predicate token i heads or is the core of; nil
// for none.
func (p *Prepared) assertionAt(i int) *assertion.Assertion {
	if a := p.predicates[i]; a >= 0 {
		return &p.Assertions[a]
	}
	return nil
}

// name reports whether token i is part of a proper name.
func (p *Prepared) name(i int) bool { return p.Text.Tokens[i].UPOS == lang.PROPN }

// noun reports whether token i is a noun or a name.
func (p *Prepared) noun(i int) bool {
	return p.Text.Tokens[i].UPOS == lang.NOUN || p.Text.Tokens[i].UPOS == lang.PROPN
}
