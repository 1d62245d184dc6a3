package resolve

import (
	"strings"
	"unicode"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// parts takes a recognised name apart where it holds more than a name or more
// than one: what follows a lower-case word goes, and a title in the middle
// parts a body from its officer ("Harlow Motors Chairman Edmund Vance").
func parts(t *lang.Text, n lang.Name) []lang.Name {
	first, end := n.First, n.End
	for first < end && (calendarWord(t.Form(first)) || nameLinker(t, first)) {
		first++
	}
	for i := first; i < end; i++ {
		if !nameToken(t, i) || circumstances[t.Lower(i)] {
			end = i
		}
	}
	for end > first && (nameLinker(t, end-1) || !strings.ContainsFunc(t.Form(end-1), wordRune) || t.Tokens[end-1].XPOS == lang.XPOSPOS || calendarWord(t.Form(end-1))) {
		end--
	}
	if first >= end || !strings.ContainsFunc(t.Cover(first, end).In(t.Source), unicode.IsLetter) {
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

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// joined widens the names of persons over what the recogniser left off: a
// given name in front, and the rest of a hyphenated surname.
func joined(t *lang.Text, names []lang.Name) []lang.Name {
	var wide []lang.Name
	for k := 0; k < len(names); k++ {
		n := names[k]
		s := t.SentenceOf(n.First)
		if n.Type != lang.Person || s < 0 {
			wide = append(wide, n)
			continue
		}
		sentence := t.Sentences[s]
		for n.End < sentence.End && t.Tokens[n.End].Span.Start == t.Tokens[n.End-1].Span.End && n.End+1 < sentence.End && t.Form(n.End) == "-" &&
			t.Tokens[n.End+1].Span.Start == t.Tokens[n.End].Span.End && capitalised(t.Form(n.End+1)) {
			n.End += 2
		}
		for n.End < sentence.End && particles[fold(t.Form(n.End-1))] && capitalised(t.Form(n.End)) {
			n.End++
		}
		if before := n.First - 1; before >= sentence.First && t.Tokens[before].UPOS == lang.PROPN && t.NameAt(before) < 0 && !lexicon.Title(t.Form(before)) && !calendarWord(t.Form(before)) {
			_, given := lexicon.GivenName(capital(fold(t.Form(before))))
			_, second := lexicon.GivenName(capital(fold(t.Form(n.First))))
			if given && !second || t.Is(n.First, lang.Flat) && t.Tokens[n.First].Head == before {
				n.First = before
			}
		}
		for k+1 < len(names) && names[k+1].First < n.End {
			k++
			n.End = max(n.End, names[k].End)
		}
		n.Span = t.Cover(n.First, n.End)
		wide = append(wide, n)
	}
	return wide
}

// roleOnly reports whether a capitalised phrase is a role or a party's member and
// names nobody: "FBI Director", "Democrats".
func roleOnly(t *lang.Text, n lang.Name) bool {
	words := nameWords(t.Cover(n.First, n.End).In(t.Source))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	singular := strings.TrimSuffix(last, "s")
	if _, given := lexicon.GivenName(capital(words[0])); given && len(words) > 1 {
		return false
	}
	if parties[singular] {
		return true
	}
	if !lexicon.Title(last) || !dictionaryWord(last) {
		return false
	}
	for _, other := range t.Names {
		if w := nameWords(other.Span.In(t.Source)); len(w) > 1 && w[len(w)-1] == last {
			if _, given := lexicon.GivenName(capital(w[0])); given {
				return false
			}
		}
	}
	return true
}

// parties are the members of parties and faiths, which English capitalises.
var parties = map[string]bool{
	"democrat": true, "republican": true, "conservative": true, "tory": true, "torie": true, "liberal": true, "socialist": true, "communist": true, "independent": true, "libertarian": true, "green": true,
	"muslim": true, "christian": true, "jew": true, "catholic": true, "protestant": true, "hindu": true, "buddhist": true, "sikh": true, "mormon": true, "sunni": true, "shiite": true, "evangelical": true, "islamist": true, "nazi": true, "marine": true,
}

// nameToken reports whether a token can stand inside a name.
func nameToken(t *lang.Text, i int) bool {
	form := t.Form(i)
	tok := t.Tokens[i]
	return capitals(form) > 0 || nameLinker(t, i) || tok.UPOS == lang.PUNCT || tok.UPOS == lang.NUM || tok.UPOS == lang.SYM || tok.XPOS == lang.XPOSPOS ||
		particles[fold(form)] || nobiliary[form] || tok.UPOS == lang.PROPN
}

// circumstances are the prepositions that no name goes on after: they begin
// where and when.
var circumstances = map[string]bool{"in": true, "on": true, "at": true, "to": true, "with": true, "from": true, "by": true}

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
