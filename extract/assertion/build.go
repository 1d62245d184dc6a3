package assertion

import (
	"cmp"
	"slices"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
)

// Build returns the assertions of a text, by where they start.
func Build(t *lang.Text, quantities []quantity.Quantity, times []when.Time, quotations []quote.Quotation, who *resolve.Resolution) []Assertion {
	b := binder{text: t, times: times, who: who, frames: map[int]*quote.Quotation{}}
	for i := range quotations {
		b.frames[quotations[i].CueHead] = &quotations[i]
	}
	var found []Assertion
	for n, s := range t.Sentences {
		if s.Role == lang.Furniture || s.First == s.End {
			continue
		}
		for _, c := range clauses(t, s) {
			if a, ok := b.clausal(n, c); ok {
				found = append(found, a)
			}
			for _, a := range b.nominals(n, c) {
				found = append(found, a)
			}
		}
	}
	for i := range found {
		a := &found[i]
		a.Quantities = within(a.Tokens, len(quantities), func(j int) (int, int) { return quantities[j].First, quantities[j].End })
		a.Times = within(a.Tokens, len(times), func(j int) (int, int) { return times[j].First, times[j].End })
		a.Attribution = chain(t.Tokens[a.Predicate.Head].Span, quotations, who)
	}
	slices.SortStableFunc(found, func(a, b Assertion) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Predicate.Head, b.Predicate.Head))
	})
	return found
}

// clausal is the assertion of one clause; false where the clause says nothing
// of its own: a bare frame ("he said"), an interjection.
func (b binder) clausal(sentence int, c clause) (Assertion, bool) {
	t := b.text
	p := c.head
	a := Assertion{Span: c.span(t), Sentence: sentence, Tokens: c.tokens}
	a.Predicate = Predicate{Head: p, Lemma: t.Tokens[p].Lemma, Form: Verbal, Passive: b.passive(p)}
	switch {
	case t.Dependent(p, lang.Cop) >= 0:
		a.Predicate.Form = Copular
		a.Rules = append(a.Rules, "clause:copular")
	case t.Tokens[p].UPOS != lang.VERB:
		a.Predicate.Form = Nominal
		a.Rules = append(a.Rules, "clause:fragment")
	case a.Predicate.Passive:
		a.Rules = append(a.Rules, "clause:passive")
	default:
		a.Rules = append(a.Rules, "clause:active")
	}
	if part := t.Dependent(p, lang.CompoundPrt); part >= 0 {
		a.Predicate.Lemma += " " + t.Lower(part)
	}
	a.Arguments = b.arguments(p, c.tokens)
	if a.Predicate.Form == Copular {
		a.Arguments = append(a.Arguments, b.phrase(Attribute, p))
	}
	content := 0
	for _, i := range c.tokens {
		if Contentful(t, i) && !b.framed(p, i) {
			content++
		}
	}
	if content == 0 || content == 1 && len(a.Arguments) == 0 {
		return a, false
	}
	negated, modality, rules := stance(t, t.Sentences[sentence], p, c.tokens)
	a.Negated, a.Modality = negated, modality
	a.Rules = append(a.Rules, rules...)
	return a, true
}

// framed reports whether token i belongs to the frame that predicate p gives a
// quotation: the cue and the phrase that names the source.
func (b binder) framed(p, i int) bool {
	q, ok := b.frames[p]
	return ok && (i == p || q.Cue.Contains(b.text.Tokens[i].Span) || q.Source.Contains(b.text.Tokens[i].Span))
}

// Contentful reports whether token i carries content of its own: a noun, verb,
// adjective, number or adverb that is no function word.
func Contentful(t *lang.Text, i int) bool {
	tok := t.Tokens[i]
	switch tok.UPOS {
	case lang.NOUN, lang.PROPN, lang.VERB, lang.ADJ, lang.NUM:
		return !lexicon.Stopword(tok.Lemma)
	case lang.ADV:
		return !lexicon.Stopword(tok.Lemma) && tok.Feats.PronType == 0
	}
	return false
}

// nominals are the events that nouns of a clause name together with who did
// them or underwent them: "the resignation of the director", "air strikes on
// the town".
func (b binder) nominals(sentence int, c clause) []Assertion {
	t := b.text
	var found []Assertion
	for _, i := range c.tokens {
		if i == c.head || t.Tokens[i].UPOS != lang.NOUN || !eventNoun(t.Tokens[i].Lemma) {
			continue
		}
		var arguments []Argument
		for _, j := range t.Dependents(i, lang.Nmod) {
			a := b.phrase(Oblique, j)
			if k := t.Dependent(j, lang.Case); k >= 0 {
				a.Case = t.Lower(k)
			}
			switch {
			case t.Tokens[j].Rel == lang.NmodPoss || a.Case == "by":
				a.Role = Agent
			case a.Case == "of" || a.Case == "on" || a.Case == "against":
				a.Role = Patient
			case b.temporal(j):
				a.Role = Temporal
			case a.Entity >= 0 && b.who.Entities[a.Entity].Type == resolve.Place:
				a.Role = Location
			}
			arguments = append(arguments, a)
		}
		if !slices.ContainsFunc(arguments, func(a Argument) bool { return a.Entity >= 0 }) {
			continue
		}
		tokens := t.SubtreeWithout(i, lang.AclRelcl, lang.Appos, lang.Conj, lang.Cc, lang.Parataxis, lang.Case)
		found = append(found, Assertion{
			Span:      article.Span{Start: t.Tokens[tokens[0]].Span.Start, End: t.Tokens[tokens[len(tokens)-1]].Span.End},
			Sentence:  sentence,
			Tokens:    tokens,
			Predicate: Predicate{Head: i, Lemma: t.Tokens[i].Lemma, Form: Nominal},
			Arguments: arguments,
			Rules:     []string{"nominal:event"},
		})
	}
	return found
}

func eventNoun(lemma string) bool {
	switch lexicon.SupersenseOf(lemma, lexicon.Noun) {
	case lexicon.NounAct, lexicon.NounEvent, lexicon.NounProcess:
		return true
	}
	return false
}

// within lists which of n token ranges start at one of the tokens.
func within(tokens []int, n int, bounds func(int) (first, end int)) []int {
	var found []int
	for j := range n {
		if first, _ := bounds(j); slices.Contains(tokens, first) {
			found = append(found, j)
		}
	}
	return found
}

// chain lists the quotations whose content the predicate stands in, outermost
// first.
func chain(predicate article.Span, quotations []quote.Quotation, who *resolve.Resolution) []Source {
	var found []Source
	for i, q := range quotations {
		if slices.ContainsFunc(q.Content, func(s article.Span) bool { return s.Contains(predicate) }) {
			found = append(found, Source{Quotation: i, Entity: who.Speakers[i], Cue: q.Lemma})
		}
	}
	slices.SortStableFunc(found, func(a, b Source) int {
		return cmp.Compare(length(quotations[b.Quotation].Content), length(quotations[a.Quotation].Content))
	})
	return found
}

func length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
