package kind

import (
	"slices"
	"strings"

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

// speller puts parts of one article into words that stand by themselves.
type speller struct {
	c     *Comparison
	place int
	t     *lang.Text
	// guessed is set where a name was put in the place of a pronoun; nil where nobody
	// asks.
	guessed *bool
}

func (c *Comparison) speller(place int) speller {
	return speller{c: c, place: place, t: c.Documents[place].Text}
}

// stands reports whether a text begins and ends as what stands by itself does.
func (s speller) stands(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return text != "" && !fragments.Has(strings.ToLower(first))
}

// sentence is the clause of the predicate at token p with its subject, or that of the
// finite clause which p completes; "" where there is none. It is whole where nothing
// that its verb needs was left out.
func (s speller) sentence(p int) (text string, whole bool) {
	t := s.t
	for range t.Tokens {
		if s.finite(p) {
			break
		}
		h := t.Tokens[p].Head
		switch {
		case h < 0:
			return "", false
		case t.Is(p, lang.Acl):
			return s.modified(h), true
		case !t.Is(p, lang.Xcomp, lang.Advcl, lang.Ccomp, lang.Conj, lang.Obl, lang.Obj, lang.Csubj):
			return "", false
		}
		p = h
	}
	if said := t.Dependent(p, lang.Ccomp); said >= 0 && s.words(p) > longestSentence {
		if _, reports := lexicon.ReportingVerb(t.Tokens[p].Lemma); reports && s.finite(said) {
			if text, whole := s.sentence(said); !firstPerson(text) {
				return text, whole
			}
		}
	}
	if h := t.Tokens[p].Head; t.Is(p, lang.Parataxis) && h >= 0 && t.Dependent(p, lang.Ccomp, lang.Obj) < 0 {
		if _, reports := lexicon.ReportingVerb(t.Tokens[p].Lemma); reports && s.finite(h) {
			return s.sentence(h)
		}
	}
	i, h := t.Dependent(p, lang.Nsubj, lang.Csubj, lang.Expl), t.Tokens[p].Head
	if t.Is(p, lang.AclRelcl) && i >= 0 && h >= 0 && !s.toldTo(h) {
		relative := t.Tokens[i].Feats.PronType == lang.PronTypeRel || fragments.Has(t.Lower(i))
		if !relative || t.Dependent(h, lang.Cop) >= 0 {
			return s.told(h), true
		}
	}
	if i > p && t.Is(i, lang.Nsubj) && t.Dependent(p, lang.Cop) >= 0 { // "how deep the lake is"
		return s.nominal(i), false
	}
	subject := s.subjectOf(p)
	if subject == "" {
		return "", false
	}
	predicate, whole := s.predicate(p)
	if !slices.Contains(predicate, p) || !s.agree(p) {
		return "", false
	}
	text = s.joined(predicate)
	switch {
	case !strings.HasPrefix(text, "'") && !strings.HasPrefix(text, "’"):
		text = " " + text
	case !leaningWords.Has(strings.ToLower(subject)) && !ownWords.Has(strings.ToLower(subject)):
		short, rest, _ := strings.Cut(text, " ") // a name stands where "he's" was said
		if full := s.unshortened(predicate[0]); full != "" {
			text = " " + full + " " + rest
		} else {
			text = short + " " + rest
		}
	}
	return subject + text, whole
}

// toldTo reports whether token i is whom something is told: a clause after it is what is
// told and doesn't tell which one it is.
func (s speller) toldTo(i int) bool {
	h := s.t.Tokens[i].Head
	if h < 0 || !s.t.Is(i, lang.Obj, lang.Iobj) {
		return false
	}
	_, reports := lexicon.ReportingVerb(s.t.Tokens[h].Lemma)
	return reports
}

// unshortened is the auxiliary that stands shortened at token i, in full; "" where that
// isn't known.
func (s speller) unshortened(i int) string {
	t := s.t
	switch h := t.Tokens[i].Head; {
	case t.Tokens[i].XPOS == lang.XPOSMD:
		return t.Tokens[i].Lemma
	case t.Tokens[i].XPOS != lang.XPOSVBZ || h < 0:
		return ""
	case t.Tokens[h].XPOS == lang.XPOSVBN && t.Tokens[i].Rel == lang.Aux:
		return "has"
	}
	return "is"
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
// a sentence holds. It is whole where it has all of those that its verb needs.
func (s speller) predicate(p int) (words []int, whole bool) {
	t := s.t
	first := p
	subject := t.Dependent(p, lang.Nsubj, lang.Csubj, lang.Expl)
	for _, i := range t.Children(p) {
		if i < first && i > subject && t.Is(i, lang.Aux, lang.Cop, lang.Advmod) && t.Tokens[i].UPOS != lang.PUNCT {
			first = min(first, i)
		}
	}
	whole = true
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
	for _, i := range s.without(p, lang.Parataxis, lang.Discourse, lang.Appos, lang.Vocative) {
		top := i
		for t.Tokens[top].Head != p && top != p {
			top = t.Tokens[top].Head
		}
		switch {
		case i < first || top == subject || s.setOff(top, p) || t.Is(top, lang.Conj, lang.Cc) || t.Tokens[i].UPOS == lang.PUNCT && top == i:
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
		whole = false
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
		if !t.Is(top, lang.Obl, lang.Nmod) || s.open(top) || !add(s.short(top), longestSentence) {
			whole = whole && !t.Is(top, lang.Ccomp)
			break
		}
	}
	slices.Sort(words)
	for len(words) > 1 && words[len(words)-1] > p && t.Is(words[len(words)-1], lang.Advmod, lang.Cc, lang.Punct) && len(tops) > 0 {
		last := words[len(words)-1]
		if h := t.Tokens[last].Head; t.Is(last, lang.Advmod) && (h != p && h < last || t.Subtree(last)[0] < last) {
			break // it goes with what stands before it: "nine days earlier"
		}
		words = words[:len(words)-1] // what it leads up to was left out
	}
	return words, whole
}

// without is the tokens of the part at token i less the branches whose top has one of the
// relations. A name that follows what it names without a comma stays: "the mayor NAME".
func (s speller) without(i int, rels ...lang.Rel) []int {
	t := s.t
	return t.SubtreeWhere(i, func(j int) bool {
		if !t.Is(j, rels...) {
			return true
		}
		if !t.Is(j, lang.Appos) || t.Tokens[j].UPOS != lang.PROPN {
			return false
		}
		first := j
		for first > t.Tokens[j].Head && t.IsAncestor(j, first-1) {
			first--
		}
		return t.Tokens[j].Head < first && t.Tokens[first].UPOS != lang.PUNCT && t.Tokens[first-1].UPOS != lang.PUNCT
	})
}

// setOff reports whether a part of the clause of verb p before it is an adverb between
// commas: "however".
func (s speller) setOff(top, p int) bool {
	t := s.t
	return top < p && t.Is(top, lang.Advmod) && top+1 < len(t.Tokens) && t.Form(top+1) == ","
}

// core reports whether a part of a clause is one without which its verb says nothing:
// an object, a particle, a complement.
func (s speller) core(top int) bool {
	return s.t.Is(top, lang.Obj, lang.Iobj, lang.Compound, lang.Xcomp, lang.OblAgent) && !s.t.Is(top, lang.Ccomp)
}

// short is the tokens of a noun phrase without what tells more of it.
func (s speller) short(top int) []int {
	t := s.t
	return slices.DeleteFunc(s.without(top, lang.Acl, lang.Advcl, lang.Appos, lang.Parataxis, lang.Conj, lang.Cc, lang.Punct, lang.Ccomp), func(i int) bool {
		for ; i != top && i >= 0; i = t.Tokens[i].Head {
			if t.Is(i, lang.Nmod) && !t.Is(i, lang.NmodPoss) && t.Tokens[i].Rel != lang.NmodDesc {
				return true
			}
		}
		return false
	})
}

// open reports whether a noun phrase says nothing once it is short: a bare noun or number
// with what tells which, "as part of", "with nine of", or a noun that announces a clause,
// "the fact that".
func (s speller) open(top int) bool {
	t := s.t
	bare, more := true, false
	for _, i := range t.Children(top) {
		switch {
		case i < top:
			bare = bare && t.Is(i, lang.Case, lang.Mark, lang.Punct, lang.Advmod, lang.Cc)
		case t.Is(i, lang.Nmod, lang.Acl) && !t.Is(i, lang.AclRelcl):
			more = true
		}
		if t.Is(i, lang.Acl, lang.Ccomp) && !t.Is(i, lang.AclRelcl) && i > top && s.finite(i) {
			return true
		}
	}
	return bare && more && t.Tokens[top].UPOS != lang.PROPN && t.Tokens[top].Feats.Number != lang.NumberPlur
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
			if pronoun && s.guessed != nil {
				*s.guessed = true
			}
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
	words := s.bare(i, s.without(i, lang.AclRelcl, lang.Appos, lang.Parataxis, lang.Advcl, lang.Acl, lang.Discourse))
	if len(words) > limit {
		words = s.bare(i, s.short(i))
	}
	for k, j := range words {
		if j <= i && k > 0 && longDash(t.Form(j)) {
			words = words[k:] // after a dateline
			break
		}
	}
	for len(words) > 1 && (participle(t.Tokens[words[0]].XPOS) || t.Tokens[words[0]].XPOS == lang.XPOSWRB || t.Tokens[words[0]].UPOS == lang.PUNCT) {
		words = words[1:]
	}
	if t.Dependent(i, lang.Conj) < 0 {
		for k, j := range words {
			if j > i && (t.Form(j) == "," || t.Tokens[j].UPOS == lang.NUM && t.Form(j-1) == ",") {
				return words[:k] // "NAME, 61"
			}
		}
	}
	return words
}

// longDash reports whether a token is or begins with the dash that ends a dateline.
func longDash(form string) bool {
	return strings.HasPrefix(form, "—") || strings.HasPrefix(form, "―") || strings.HasPrefix(form, "–") || form == "--"
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
	words := s.without(i, lang.AclRelcl, lang.Appos, lang.Parataxis, lang.Advcl, lang.Conj, lang.Cc)
	if words = s.bare(i, words); len(words) > longestSentence {
		return s.nominal(i)
	}
	return s.joined(words)
}

// told is the noun phrase at token i with the clause that tells more of it: "a custom
// many towns keep".
func (s speller) told(i int) string {
	words := s.bare(i, s.without(i, lang.Appos, lang.Parataxis, lang.Advcl, lang.Conj, lang.Cc))
	if len(words) > longestSentence {
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
	for len(tokens) > 0 && s.t.Tokens[tokens[len(tokens)-1]].UPOS == lang.PUNCT {
		tokens = tokens[:len(tokens)-1]
	}
	var b strings.Builder
	last := -1
	for _, i := range tokens {
		tok := &s.t.Tokens[i]
		if tok.UPOS == lang.PUNCT && (b.Len() == 0 || !s.inside(i) || last != i-1) {
			continue
		}
		if b.Len() > 0 && last < i-1 && s.listed(last, i) {
			b.WriteByte(',')
		}
		if b.Len() > 0 && !(last == i-1 && s.t.Tokens[last].Span.End == tok.Span.Start) {
			b.WriteByte(' ')
		}
		b.WriteString(s.t.Form(i))
		last = i
	}
	text := strings.TrimRight(strings.Join(strings.Fields(b.String()), " "), ",;:-–— ")
	return strings.TrimLeft(text, "–—― ")
}

// listed reports whether a member of a list begins at token i after a comma, where the
// token that is written before it is another than that comma's.
func (s speller) listed(last, i int) bool {
	if s.t.Form(i-1) != "," || s.t.Tokens[last].UPOS == lang.CCONJ {
		return false
	}
	for h := i; h >= 0; h = s.t.Tokens[h].Head {
		if s.t.Is(h, lang.Conj) {
			first := s.t.Subtree(h)[0]
			return (first == i || first == i-1) && s.t.Tokens[h].Head <= last
		}
	}
	return false
}

// inside reports whether a mark is one that stands within words and phrases.
func (s speller) inside(i int) bool {
	form := s.t.Form(i)
	return form == "," || s.t.Tokens[i].XPOS == lang.XPOSHYPH || form == "." || form == "/"
}
