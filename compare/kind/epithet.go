package kind

import (
	"slices"
	"strings"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// epithet is what an article calls somebody beside a name of theirs: "the farmer's nephew,
// NAME", "Captain NAME", "NAME, who is the deputy harbourmaster". Resolving finds those whose
// words it knows as offices; beside the name any noun is one.
type epithet struct {
	place  int
	span   article.Span // without article and possessor, and without what follows its noun
	wide   article.Span // with the name
	words  []string     // those of the span, short forms of titles written out
	behind []string     // content words of what follows its noun: "of the port"
	whose  int          // the token of the possessor; -1 where none is told
	before bool         // it stands right before the name, as a title does
}

// epithetsOf are those of one person, by article, and the articles that have any.
func (c *Comparison) epithetsOf(e *Present) (found map[int][]epithet, places []int) {
	found = map[int][]epithet{}
	c.mentions(e, func(place int, m resolve.Mention) {
		if m.Form != resolve.Name && m.Form != resolve.Title || m.Confidence < sure || c.Index.Documents[place].BetweenMarks(m.Span) || len(found[place]) >= mostTitles {
			return
		}
		b := beside{c: c, t: c.Documents[place].Text, e: e, place: place, name: m.Span, s: c.Documents[place].Text.Sentences[c.Documents[place].Text.SentenceOf(m.Head)]}
		if m.Form == resolve.Title {
			b.add(m.First, m.End)
		} else {
			b.inFront(m)
			b.behind(m)
		}
		if len(b.found) > 0 && found[place] == nil {
			places = append(places, place)
		}
		found[place] = append(found[place], b.found...)
	})
	return found, places
}

// beside looks for epithets beside one mention of a name.
type beside struct {
	c     *Comparison
	t     *lang.Text
	e     *Present
	place int
	s     lang.Sentence
	name  article.Span
	found []epithet
}

// noun reports whether token i can be part of an epithet: no article, preposition or verb, and
// nobody else's name.
func (b *beside) noun(i int) bool {
	if i < b.s.First || i >= b.s.End || b.named(i) {
		return false
	}
	tok := &b.t.Tokens[i]
	switch tok.UPOS {
	case lang.NOUN, lang.PROPN, lang.ADJ:
		return true
	case lang.VERB:
		return tok.XPOS == lang.XPOSVBN && tok.Rel.Base() == lang.Amod
	}
	return b.joined(i)
}

// joined reports whether token i touches a hyphen, or is one, within a word.
func (b *beside) joined(i int) bool {
	touches := func(j int) bool {
		return j > b.s.First && j < b.s.End && b.t.Tokens[j-1].Span.End == b.t.Tokens[j].Span.Start && (b.t.Form(j) == "-" || b.t.Form(j-1) == "-")
	}
	return touches(i) || touches(i+1)
}

// named reports whether token i is in the name of a person.
func (b *beside) named(i int) bool {
	n := b.t.NameAt(i)
	if n < 0 || b.t.Names[n].Type != lang.Person {
		return false
	}
	at := b.c.Documents[b.place].Resolution.Of[i]
	return at < 0 || b.c.Documents[b.place].Resolution.Entities[at].Named
}

// opens reports whether token i opens a noun phrase: an article, a possessive or its ending.
func (b *beside) opens(i int) bool {
	if i < b.s.First || i >= b.s.End {
		return false
	}
	tok := &b.t.Tokens[i]
	return tok.UPOS == lang.DET || tok.XPOS == lang.XPOSPOS || tok.UPOS == lang.PRON && tok.Rel == lang.NmodPoss
}

// inFront finds what stands before a name, with a comma between or without.
func (b *beside) inFront(m resolve.Mention) {
	end := m.First
	comma := end-1 >= b.s.First && b.t.Form(end-1) == ","
	if comma {
		end--
	}
	first := end
	for b.noun(first - 1) {
		first--
	}
	if first == end || comma && !b.opens(first-1) {
		return
	}
	if comma {
		if m.End < b.s.End && b.t.Tokens[m.End].UPOS != lang.PUNCT && b.t.Lower(m.End) != "who" || m.End+1 < b.s.End && b.t.Tokens[m.End+1].UPOS == lang.CCONJ || b.besideName(first-1) {
			return
		}
	}
	b.add(first, end)
	if n := len(b.found); n > 0 && !comma {
		b.found[n-1].before = true
	}
}

// besideName reports whether the phrase that token i opens may be of the name before it: "NAME,
// the captain, NAME".
func (b *beside) besideName(i int) bool {
	for i >= b.s.First && (b.opens(i) || b.noun(i)) {
		i--
	}
	return i-1 >= b.s.First && b.t.Form(i) == "," && b.named(i-1)
}

// behind finds what stands behind a name: after a comma, after "who is" or "is".
func (b *beside) behind(m resolve.Mention) {
	i := m.End
	comma := i < b.s.End && b.t.Form(i) == ","
	if comma {
		i++
	}
	if i < b.s.End && b.t.Lower(i) == "who" {
		i++
	}
	be := i < b.s.End && b.t.Tokens[i].Lemma == "be"
	switch {
	case be:
		i++
	case !comma || i > m.End+1:
		return
	}
	first := i
	for b.opens(i) || b.noun(i) {
		i++
		if b.opens(i - 1) {
			first = i
		}
	}
	if first == i || be && first == m.End+1 {
		return
	}
	if i < b.s.End {
		next := &b.t.Tokens[i]
		switch {
		case next.UPOS == lang.PUNCT && (i+1 >= b.s.End || !b.named(i+1) && b.t.Tokens[i+1].UPOS != lang.CCONJ || be), next.UPOS == lang.ADP, b.t.Lower(i) == "who":
		default:
			return
		}
	}
	b.add(first, i)
}

// add adds the epithet of the tokens from first to end, up to its noun.
func (b *beside) add(first, end int) {
	for i := first; i < end; i++ {
		if b.opens(i) {
			first = i + 1
		}
	}
	last := first
	for last < end && b.t.Tokens[last].UPOS != lang.ADP || last < end && b.joined(last) {
		last++
	}
	if last == first {
		return
	}
	p := epithet{place: b.place, span: b.t.Cover(first, last), whose: -1}
	p.wide = p.span.Cover(b.name)
	for word := range strings.FieldsSeq(p.span.In(b.t.Source)) {
		p.words = append(p.words, lexicon.FullTitle(strings.Trim(word, ",.;:“”\"'’")))
	}
	for i := last; b.noun(i) || b.opens(i) || i < b.s.End && (b.t.Tokens[i].UPOS == lang.ADP || b.t.Tokens[i].UPOS == lang.NUM); i++ {
		if b.noun(i) {
			p.behind = append(p.behind, lower(b.t, i))
		}
	}
	if i := first - 1; b.opens(i) {
		switch tok := &b.t.Tokens[i]; {
		case tok.UPOS == lang.PRON:
			p.whose = i
		case tok.XPOS == lang.XPOSPOS:
			p.whose = tok.Head
			if tok.Head < 0 || tok.Head >= i {
				p.whose = i - 1
			}
		}
	}
	if !slices.ContainsFunc(b.found, func(f epithet) bool { return f.span == p.span }) {
		b.found = append(b.found, p)
	}
}

// evidence shows an epithet.
func (p epithet) evidence(c *Comparison) Evidence {
	return Evidence{Article: p.place, Span: p.wide, Focus: p.span, Value: c.text(p.place, p.span)}
}
