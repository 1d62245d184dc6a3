package kind

import (
	"cmp"
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/resolve"
)

// How many words a subject has at most: a sentence, and a phrase in it.
const (
	longestSentence = 14
	longestPhrase   = 9
)

// sureName is how sure it is at least whom a pronoun stands for where the name is put
// in its place.
const sureName = 0.8

// fragments are the words that no subject begins with: what begins with one leans on
// words before it.
var fragments = lexicon.GrammarWords.Words("words that a phrase can't begin with by itself")

// subject says what a claim is about, in a sentence or a phrase that stands by
// itself: of those that its members give, a sentence before a phrase, one with a name
// before one without, then the shortest.
func (c *Comparison) subject(of *claim.Claim) string {
	best := ""
	var rank [2]int
	for _, m := range of.Members {
		text, sentence := c.phrased(m)
		if text == "" {
			continue
		}
		this := [2]int{cmp.Compare(0, boolean(sentence)), cmp.Compare(0, boolean(c.namesSomebody(m)))}
		if best == "" || cmp.Or(slices.Compare(this[:], rank[:]), cmp.Compare(len(text), len(best)), cmp.Compare(text, best)) < 0 {
			best, rank = text, this
		}
	}
	if best != "" {
		return best
	}
	for _, m := range of.Members {
		s := speller{c, m.Article, c.Documents[m.Article].Text}
		text := clip(s.joined(c.assertion(m).Tokens), longestPhrase)
		if best == "" || cmp.Or(cmp.Compare(len(text), len(best)), cmp.Compare(text, best)) < 0 {
			best = text
		}
	}
	return best
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// namesSomebody reports whether the assertion of a member has a participant that the
// article names.
func (c *Comparison) namesSomebody(m match.Member) bool {
	d := c.Documents[m.Article]
	return slices.ContainsFunc(c.assertion(m).Arguments, func(a assertion.Argument) bool {
		return a.Entity >= 0 && d.Resolution.Entities[a.Entity].Named
	})
}

// phrased is what the assertion of a member says, as a sentence, or else its
// participants as a phrase.
func (c *Comparison) phrased(m match.Member) (text string, sentence bool) {
	s := speller{c, m.Article, c.Documents[m.Article].Text}
	a := c.assertion(m)
	if a.Predicate.Form == assertion.Verbal || a.Predicate.Form == assertion.Copular {
		if text := s.sentence(a.Predicate.Head); s.stands(text) {
			return text, true
		}
	}
	if a.Predicate.Form == assertion.Nominal {
		if text := s.nominal(a.Predicate.Head); s.stands(text) {
			return text, false
		}
	}
	for _, role := range [...]assertion.Role{assertion.Patient, assertion.Agent, assertion.Attribute, assertion.Oblique, assertion.Location} {
		for _, argument := range a.Arguments {
			if argument.Role != role {
				continue
			}
			if text := s.nominal(argument.Head); s.stands(text) {
				return text, false
			}
		}
	}
	if text := s.nominalWithin(a.Tokens); text != "" {
		return text, false
	}
	within := s.t.Sentences[a.Sentence]
	var tokens []int
	for i := within.First; i < within.End; i++ {
		tokens = append(tokens, i)
	}
	return s.nominalWithin(tokens), false
}

// speller puts parts of one article into words that stand by themselves.
type speller struct {
	c     *Comparison
	place int
	t     *lang.Text
}

// stands reports whether a text begins and ends as what stands by itself does.
func (s speller) stands(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return text != "" && !fragments.Has(strings.ToLower(first))
}

// sentence is the clause of the predicate at token p with its subject, or that of the
// finite clause which p completes; "" where there is none.
func (s speller) sentence(p int) string {
	t := s.t
	for range t.Tokens {
		if s.finite(p) {
			break
		}
		h := t.Tokens[p].Head
		switch {
		case h < 0:
			return ""
		case t.Is(p, lang.Acl):
			return s.modified(h)
		case !t.Is(p, lang.Xcomp, lang.Advcl, lang.Ccomp, lang.Conj, lang.Obl, lang.Obj, lang.Csubj):
			return ""
		}
		p = h
	}
	if said := t.Dependent(p, lang.Ccomp); said >= 0 && s.words(p) > longestSentence {
		if _, reports := lexicon.ReportingVerb(t.Tokens[p].Lemma); reports && s.finite(said) {
			return s.sentence(said)
		}
	}
	if h := t.Tokens[p].Head; t.Is(p, lang.Parataxis) && h >= 0 && t.Dependent(p, lang.Ccomp, lang.Obj) < 0 {
		if _, reports := lexicon.ReportingVerb(t.Tokens[p].Lemma); reports && s.finite(h) {
			return s.sentence(h)
		}
	}
	subject := s.subjectOf(p)
	if subject == "" {
		return ""
	}
	predicate := s.predicate(p)
	if !slices.Contains(predicate, p) || !s.agree(p) {
		return ""
	}
	return subject + " " + s.joined(predicate)
}

// agree reports whether the verb of a predicate is of the number of its subject; where
// it isn't, one of them was misread.
func (s speller) agree(p int) bool {
	t := s.t
	subject := t.Dependent(p, lang.Nsubj)
	if t.Is(p, lang.AclRelcl) && (subject < 0 || fragments.Has(t.Lower(subject))) {
		subject = t.Tokens[p].Head
	}
	if subject < 0 || t.Tokens[subject].UPOS != lang.NOUN || t.Dependent(subject, lang.Conj) >= 0 {
		return true
	}
	plural := t.Tokens[subject].Feats.Number == lang.NumberPlur
	for _, i := range append(t.Dependents(p, lang.Aux, lang.Cop), p) {
		tok := &t.Tokens[i]
		switch {
		case tok.XPOS == lang.XPOSVBZ:
			return !plural
		case tok.XPOS == lang.XPOSVBP:
			return plural
		case tok.XPOS == lang.XPOSVBD && tok.Lemma == "be":
			return (tok.Feats.Number == lang.NumberPlur) == plural
		}
	}
	return true
}

// words is how many words the part at token i has.
func (s speller) words(i int) int {
	n := 0
	for _, j := range s.t.Subtree(i) {
		if s.t.Tokens[j].UPOS != lang.PUNCT {
			n++
		}
	}
	return n
}

// finite reports whether the verb of a predicate tells a time: "used", "was used".
func (s speller) finite(p int) bool {
	if tells(s.t.Tokens[p].XPOS) {
		return true
	}
	if s.t.Tokens[p].XPOS == lang.XPOSVBN && s.t.Dependent(p, lang.Nsubj) >= 0 && s.t.Dependent(p, lang.Aux, lang.Cop) < 0 {
		return true // a past that the tagger took for a participle
	}
	return slices.ContainsFunc(s.t.Dependents(p, lang.Aux, lang.Cop), func(i int) bool { return tells(s.t.Tokens[i].XPOS) })
}

func participle(tag lang.XPOS) bool { return tag == lang.XPOSVBN || tag == lang.XPOSVBG }

func tells(tag lang.XPOS) bool {
	return tag == lang.XPOSVBD || tag == lang.XPOSVBZ || tag == lang.XPOSVBP || tag == lang.XPOSMD
}

// subjectOf is who or what finite predicate p is said of, in words; "" for nobody.
func (s speller) subjectOf(p int) string {
	t := s.t
	for range t.Tokens {
		if i := t.Dependent(p, lang.Nsubj, lang.Csubj, lang.Expl); i >= 0 {
			if t.Tokens[i].Feats.PronType == lang.PronTypeRel || t.Is(p, lang.AclRelcl) && fragments.Has(t.Lower(i)) {
				if h := t.Tokens[p].Head; t.Is(p, lang.AclRelcl) && h >= 0 {
					return s.nominal(h)
				}
				return ""
			}
			if t.Is(i, lang.Expl) {
				return t.Form(i)
			}
			return s.nominal(i)
		}
		h := t.Tokens[p].Head
		if h < 0 || !t.Is(p, lang.Conj) {
			return ""
		}
		p = h
	}
	return ""
}

// predicate is the tokens of the clause of p from its verb on, as many of its parts as
// a sentence holds.
func (s speller) predicate(p int) []int {
	t := s.t
	first := p
	subject := t.Dependent(p, lang.Nsubj, lang.Csubj, lang.Expl)
	for _, i := range t.Children(p) {
		if i < first && i > subject && t.Is(i, lang.Aux, lang.Cop, lang.Advmod) && t.Tokens[i].UPOS != lang.PUNCT {
			first = min(first, i)
		}
	}
	var words []int
	add := func(part []int, limit int) bool {
		n := 0
		for _, i := range part {
			if t.Tokens[i].UPOS != lang.PUNCT {
				n++
			}
		}
		if len(words)+n > limit {
			return false
		}
		words = append(words, part...)
		return true
	}
	var own []int
	parts := map[int][]int{} // by the child of p at their top
	var tops []int
	for _, i := range t.SubtreeWithout(p, lang.Parataxis, lang.Discourse, lang.Appos, lang.Vocative) {
		top := i
		for t.Tokens[top].Head != p && top != p {
			top = t.Tokens[top].Head
		}
		switch {
		case i < first || top == subject || t.Is(top, lang.Conj, lang.Cc) || t.Tokens[i].UPOS == lang.PUNCT && top == i:
		case top == p || top < p || s.core(top):
			own = append(own, i)
		default:
			if parts[top] == nil {
				tops = append(tops, top)
			}
			parts[top] = append(parts[top], i)
		}
	}
	if !add(own, longestSentence) {
		for _, i := range own { // an object of many words is cut to its noun
			top := i
			for t.Tokens[top].Head != p && top != p {
				top = t.Tokens[top].Head
			}
			if top == p || top < p || slices.Contains(s.short(top), i) {
				words = append(words, i)
			}
		}
	}
	for _, top := range tops {
		if add(parts[top], longestSentence) {
			continue
		}
		if !t.Is(top, lang.Obl, lang.Nmod) || !add(s.short(top), longestSentence) {
			break
		}
	}
	slices.Sort(words)
	for len(words) > 1 && words[len(words)-1] > p && t.Is(words[len(words)-1], lang.Advmod, lang.Cc, lang.Punct) && len(tops) > 0 {
		words = words[:len(words)-1] // what it leads up to was left out
	}
	return words
}

// core reports whether a part of a clause is one without which its verb says nothing:
// an object, a particle, a complement.
func (s speller) core(top int) bool {
	return s.t.Is(top, lang.Obj, lang.Iobj, lang.Compound, lang.Xcomp, lang.OblAgent) && !s.t.Is(top, lang.Ccomp)
}

// short is the tokens of a noun phrase without what tells more of it.
func (s speller) short(top int) []int {
	return s.t.SubtreeWithout(top, lang.Acl, lang.Advcl, lang.Appos, lang.Parataxis, lang.Conj, lang.Cc, lang.Nmod, lang.Punct, lang.Ccomp)
}

// nominal is the noun phrase at token i, a person or body by its full name; "" for what
// stands for something that the article doesn't name.
func (s speller) nominal(i int) string {
	t := s.t
	d := s.c.Documents[s.place]
	if e := d.Resolution.Of[i]; e >= 0 {
		entity := &d.Resolution.Entities[e]
		full := s.c.present(s.c.Linked[s.place][e]).Name
		mention := mentionAt(entity, i)
		pronoun := t.Tokens[i].UPOS == lang.PRON && t.Tokens[i].Feats.Person == lang.Person3 && mention.Confidence >= sureName
		switch named := t.NameAt(i) >= 0 && mention.Form == resolve.Name; {
		case entity.Named && (pronoun && !t.Is(i, lang.NmodPoss) || named && t.Dependent(i, lang.Conj, lang.Nmod) < 0):
			return full
		case pronoun && s.stands(entity.Name) && entity.Mentions[0].Form == resolve.Description:
			return strings.Join(strings.Fields(entity.Name), " ")
		}
	}
	if t.Tokens[i].UPOS == lang.PRON && t.Tokens[i].Feats.PronType != lang.PronTypePrs {
		return ""
	}
	if u := t.Tokens[i].UPOS; u != lang.NOUN && u != lang.PROPN && u != lang.NUM && u != lang.PRON {
		return ""
	}
	return s.joined(s.phrase(i, longestPhrase))
}

// phrase is the tokens of the noun phrase at token i without the clauses that go on
// from it, and without what tells more of it where they are more than limit.
func (s speller) phrase(i, limit int) []int {
	t := s.t
	words := s.bare(i, t.SubtreeWithout(i, lang.AclRelcl, lang.Appos, lang.Parataxis, lang.Advcl, lang.Acl, lang.Discourse))
	if len(words) > limit {
		words = s.bare(i, s.short(i))
	}
	for len(words) > 1 && (participle(t.Tokens[words[0]].XPOS) || t.Tokens[words[0]].UPOS == lang.PUNCT) {
		words = words[1:]
	}
	if t.Dependent(i, lang.Conj) < 0 {
		for k, j := range words {
			if j > i && t.Form(j) == "," {
				return words[:k] // "NAME, 61"
			}
		}
	}
	return words
}

// bare is the tokens of a phrase without what ties its head i to others: its
// preposition, its copula and subject.
func (s speller) bare(i int, words []int) []int {
	t := s.t
	off := map[int]bool{}
	for _, j := range t.Dependents(i, lang.Case, lang.Mark, lang.Cop, lang.Nsubj, lang.Csubj, lang.Aux, lang.Expl, lang.Advmod) {
		if !t.Is(j, lang.Advmod) || t.Dependent(i, lang.Cop) >= 0 || j == words[0] && fragments.Has(t.Lower(j)) {
			for _, k := range t.Subtree(j) {
				off[k] = true
			}
		}
	}
	return slices.DeleteFunc(words, func(j int) bool { return off[j] })
}

// uncounted is the tokens of the noun phrase at token i without the number that counts
// it.
func (s speller) uncounted(i int, q *quantity.Quantity) []int {
	if u := s.t.Tokens[i].UPOS; u != lang.NOUN && u != lang.PROPN {
		return nil
	}
	words := s.phrase(i, longestPhrase)
	return slices.DeleteFunc(words, func(j int) bool {
		span := s.t.Tokens[j].Span
		return j != i && span.Start < q.Number.End && span.Start >= min(q.Span.Start, q.Number.Start)
	})
}

// mentionAt is the mention of an entity that a token heads.
func mentionAt(e *resolve.Entity, token int) resolve.Mention {
	for _, m := range e.Mentions {
		if m.Head == token {
			return m
		}
	}
	return resolve.Mention{Form: resolve.Pronoun}
}

// definite is a noun phrase in words; one that begins with an adjective made of a verb
// has its article, so that it can't be read as the verb: "the loaded trucks".
func (s speller) definite(tokens []int) string {
	text := s.joined(tokens)
	if len(tokens) < 2 {
		return text
	}
	first := s.t.Lower(tokens[0])
	if u := s.t.Tokens[tokens[0]].UPOS; u != lang.PROPN && u != lang.DET && (strings.HasSuffix(first, "ed") || strings.HasSuffix(first, "ing")) {
		return "the " + text
	}
	return text
}

// modified is the noun phrase at token i with the clause that tells it apart: "a plan
// to sell the ferry".
func (s speller) modified(i int) string {
	words := s.t.SubtreeWithout(i, lang.AclRelcl, lang.Appos, lang.Parataxis, lang.Advcl, lang.Conj, lang.Cc)
	if words = s.bare(i, words); len(words) > longestSentence {
		return s.nominal(i)
	}
	return s.joined(words)
}

// nominalWithin is the first noun phrase among tokens that stands by itself.
func (s speller) nominalWithin(tokens []int) string {
	for _, i := range tokens {
		if u := s.t.Tokens[i].UPOS; u == lang.NOUN || u == lang.PROPN {
			if text := s.nominal(i); s.stands(text) {
				return text
			}
		}
	}
	for _, i := range tokens {
		if u := s.t.Tokens[i].UPOS; u == lang.NOUN || u == lang.PROPN {
			return s.t.Form(i)
		}
	}
	return ""
}

// joined is the surface of tokens, without quotation marks and brackets; what was left
// out between them is a blank.
func (s speller) joined(tokens []int) string {
	var b strings.Builder
	last := -1
	for _, i := range tokens {
		tok := &s.t.Tokens[i]
		if tok.UPOS == lang.PUNCT && (b.Len() == 0 || !s.inside(i) || last != i-1) {
			continue
		}
		if b.Len() > 0 && !(last == i-1 && s.t.Tokens[last].Span.End == tok.Span.Start) {
			b.WriteByte(' ')
		}
		b.WriteString(s.t.Form(i))
		last = i
	}
	return strings.TrimRight(strings.Join(strings.Fields(b.String()), " "), ",;:-–— ")
}

// inside reports whether a mark is one that stands within words and phrases.
func (s speller) inside(i int) bool {
	form := s.t.Form(i)
	return form == "," || s.t.Tokens[i].XPOS == lang.XPOSHYPH || form == "." || form == "/"
}
