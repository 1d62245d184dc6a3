package assertion

import (
	"cmp"
	"slices"
	"sort"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
)

// MostPerSentence is how many assertions one sentence makes at most, twice as many as
// any of the news does. What has more is a list, of which the first are taken.
const MostPerSentence = 24

// Build returns the assertions of a text, by where they start.
func Build(t *lang.Text, quantities []quantity.Quantity, times []when.Time, quotations []quote.Quotation, who *resolve.Resolution) []Assertion {
	b := newBinder(t, times, quotations, who)
	var found []Assertion
	for n, s := range t.Sentences {
		if s.Role == lang.Furniture || s.Role == lang.Label || s.First == s.End {
			continue
		}
		first := len(found)
		for _, c := range clauses(b.tree, s) {
			c.tokens = b.unframed(c)
			if a, ok := b.clausal(n, c); ok {
				found = append(found, a)
			}
			for _, i := range c.tokens {
				if a, ok := b.nominal(n, c, i); ok {
					found = append(found, a)
				}
				if a, ok := b.gerund(n, i); ok {
					found = append(found, a)
				}
				if a, ok := b.appositive(n, i); ok {
					found = append(found, a)
				}
			}
		}
		found = found[:min(len(found), first+MostPerSentence)]
	}
	found = slices.DeleteFunc(found, func(a Assertion) bool { return !a.Span.Contains(t.Tokens[a.Predicate.Head].Span) }) // a predicate among quotation marks that are cut off
	for i := range found {
		a := &found[i]
		a.Quantities = within(a.Tokens, len(quantities), func(j int) int { return quantities[j].First })
		a.Times = within(a.Tokens, len(times), func(j int) int { return times[j].First })
		a.Attribution = chain(t.Tokens[a.Predicate.Head].Span, quotations, who)
	}
	slices.SortStableFunc(found, func(a, b Assertion) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Predicate.Head, b.Predicate.Head))
	})
	return found
}

// leastContent is how many content words a clause must have beyond its frame to
// say something by itself.
const leastContent = 2

// leastOfFragment is how many a phrase must have that no predicate makes a
// clause: fewer are a name or a remark.
const leastOfFragment = 3

// clausal is the assertion of one clause; false where the clause says nothing
// of its own: a bare frame ("he said"), an interjection.
func (b binder) clausal(sentence int, c clause) (Assertion, bool) {
	t := b.tree
	p := c.head
	least := leastContent
	if t.Tokens[p].UPOS != lang.VERB && t.one(p, lang.Cop, lang.Nsubj) < 0 {
		least = leastOfFragment
	}
	if n := b.content(c); n < least && !(n > 0 && b.brief(c)) {
		return Assertion{}, false
	}
	a := Assertion{Sentence: sentence, Tokens: c.tokens}
	core := b.judge.core(p)
	a.Predicate = Predicate{Head: p, Lemma: t.Tokens[core].Lemma, Form: Verbal, Passive: b.passive(core)}
	rule := "clause:active"
	switch {
	case t.one(p, lang.Cop) >= 0:
		a.Predicate.Form = Copular
		rule = "clause:copular"
	case t.Tokens[p].UPOS != lang.VERB:
		a.Predicate.Form = Nominal
		rule = "clause:fragment"
	case a.Predicate.Passive:
		rule = "clause:passive"
	}
	a.Rules = append(a.Rules, rule)
	if c.recovered {
		a.Rules = append(a.Rules, "clause:recovered")
	}
	if part := t.one(core, lang.CompoundPrt); part >= 0 {
		a.Predicate.Lemma += " " + t.Lower(part)
	}
	var rules []string
	a.Arguments, rules = b.arguments(p, c.tokens)
	a.Rules = append(a.Rules, rules...)
	if a.Predicate.Form == Copular {
		a.Arguments = append(a.Arguments, b.attribute(p))
	}
	a.Span = b.span(c)
	s := b.judge.proposition(p)
	a.Negated, a.Modality = s.Negated, s.Modality
	a.Rules = append(a.Rules, s.Rules...)
	return a, true
}

// brief reports whether a clause says with one verb what happened to somebody named before: "He was
// arrested", "Both survived". That somebody speaks or thinks is a frame.
func (b binder) brief(c clause) bool {
	t := b.tree
	if !t.Is(c.head, lang.Root, lang.Conj, lang.Ccomp, lang.Parataxis) || t.Tokens[c.head].UPOS != lang.VERB || !Contentful(b.Text, c.head) {
		return false
	}
	if _, says := lexicon.ReportingVerb(t.Tokens[c.head].Lemma); says {
		return false
	}
	s := t.one(c.head, lang.Nsubj, lang.NsubjPass)
	if s < 0 || !slices.Contains(c.tokens, s) {
		return false
	}
	switch of := t.Tokens[s].Feats; of.PronType {
	case lang.PronTypePrs:
		return of.Person == lang.Person3
	case lang.PronTypeTot, lang.PronTypeNeg:
		return true
	}
	return t.Lower(s) == "both"
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

// within lists which of n token ranges, ordered by their first tokens, start at
// one of the tokens, which ascend.
func within(tokens []int, n int, first func(int) int) []int {
	var found []int
	for j := sort.Search(n, func(j int) bool { return first(j) >= tokens[0] }); j < n && first(j) <= tokens[len(tokens)-1]; j++ {
		if _, ok := slices.BinarySearch(tokens, first(j)); ok {
			found = append(found, j)
		}
	}
	return found
}

// chain lists the quotations whose content the predicate stands in, outermost
// first.
func chain(predicate article.Span, quotations []quote.Quotation, who *resolve.Resolution) []Source {
	var found []Source
	for i := range quotations {
		q := &quotations[i]
		if slices.ContainsFunc(q.Content, func(s article.Span) bool { return s.Contains(predicate) }) {
			found = append(found, Source{Quotation: i, Entity: who.Speakers[i], Cue: q.Lemma})
		}
	}
	if len(found) > 1 {
		slices.SortStableFunc(found, func(a, b Source) int {
			return cmp.Compare(length(quotations[b.Quotation].Content), length(quotations[a.Quotation].Content))
		})
	}
	return found
}

func length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
