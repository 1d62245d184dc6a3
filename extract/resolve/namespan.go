package resolve

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// parts takes a recognised name apart where it holds more than a name or more
// than one: what follows a lower-case word goes, and a title in the middle
// parts a body from its officer ("Harlow Motors Chairman Edmund Vance").
func parts(t *lang.Text, n lang.Name) []lang.Name {
	first, end := n.First, n.End
	for first < end && (calendar[fold(t.Form(first))] || nameLinker(t, first)) {
		first++
	}
	for i := first; i < end; i++ {
		if !nameToken(t, i) {
			end = i
		}
	}
	for end > first && (nameLinker(t, end-1) || t.Tokens[end-1].UPOS == lang.PUNCT && t.Form(end-1) != "." || t.Tokens[end-1].XPOS == lang.XPOSPOS || calendar[fold(t.Form(end-1))]) {
		end--
	}
	if first >= end {
		return nil
	}
	whole := lang.Name{Span: t.Cover(first, end), First: first, End: end, Type: n.Type}
	for i := first + 1; i < end-1; i++ {
		if !capitalised(t.Form(i)) || !lexicon.Title(t.Form(i)) {
			continue
		}
		last := i
		for last+1 < end-1 && lexicon.Title(t.Cover(i, last+2).In(t.Source)) {
			last++
		}
		gender, given := lexicon.GivenName(capital(fold(t.Form(last + 1))))
		if !given || gender == lexicon.Unknown {
			continue
		}
		body, person := whole, whole
		body.End, person.First = i, last+1
		body.Span, person.Span = t.Cover(body.First, body.End), t.Cover(person.First, person.End)
		body.Type, person.Type = lang.Organisation, lang.Person
		return []lang.Name{body, person}
	}
	return []lang.Name{whole}
}

// nameToken reports whether a token can stand inside a name.
func nameToken(t *lang.Text, i int) bool {
	form := t.Form(i)
	tok := t.Tokens[i]
	return capitals(form) > 0 || nameLinker(t, i) || tok.UPOS == lang.PUNCT || tok.UPOS == lang.NUM || tok.UPOS == lang.SYM || tok.XPOS == lang.XPOSPOS ||
		particles[fold(form)] || nobiliary[form] || tok.UPOS == lang.PROPN
}

// nobiliary are the lower-case parts of surnames.
var nobiliary = map[string]bool{"van": true, "von": true, "der": true, "den": true, "de": true, "di": true, "da": true, "dos": true, "du": true, "la": true, "le": true, "del": true, "bin": true, "ibn": true, "ben": true, "y": true, "e": true, "zu": true, "ter": true}

func nameLinker(t *lang.Text, i int) bool { return linkers[t.Lower(i)] }

// capital is a folded word with an upper-case initial.
func capital(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// typed corrects the type that a recogniser gave a name by what its words tell.
func typed(surface string, voted Type) Type {
	if _, country := lexicon.Country(surface); country {
		return Place
	}
	words := nameWords(surface)
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	if len(words) < 2 {
		if _, place := lexicon.Capital(surface); place && voted != Person {
			return Place
		}
		return voted
	}
	body := parseBody(surface)
	_, given := lexicon.GivenName(capital(words[0]))
	nouns := bodyNouns()
	for i, w := range body.words {
		n := nouns[w]
		if n.reach == noReach || i != body.head && i != len(body.words)-1 && n.reach != suffixOnly {
			continue
		}
		if voted == Person && given && len(words) == 2 && n.reach == ownReach {
			continue
		}
		if n.typ == Place && voted == Organisation {
			return voted
		}
		return n.typ
	}
	switch {
	case voted == Person && !given && len(body.words) > 1 && all(body.words, dictionaryWord):
		return Organisation
	case voted == Other && given && len(words) <= 4 && len(body.words) == len(words) && !dictionaryWord(words[len(words)-1]):
		return Person
	}
	return voted
}

// dictionaryWord reports whether a folded word is one of the language and not
// only a name.
func dictionaryWord(word string) bool {
	return lexicon.Known(word, lexicon.Adjective) || lexicon.Known(word, lexicon.Noun) || lexicon.Known(strings.TrimSuffix(word, "s"), lexicon.Noun)
}
