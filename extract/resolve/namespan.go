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
	for first < end && (calendarWord(t.Form(first)) || nameLinker(t, first) && !particles.Has(t.Lower(first)) || !strings.ContainsFunc(t.Form(first), wordRune) || t.Lower(first) == "v." || t.Lower(first) == "vs.") {
		first++
	}
	for i := first; i < end; i++ {
		if i > first && i+2 < end && bound(t, i) {
			continue
		}
		if !nameToken(t, i) || circumstances.Has(t.Lower(i)) || n.Type == lang.Person && i > first && (t.Lower(i) == "of" || t.Lower(i) == "for") {
			end = i
		}
	}
	for end > first && !(end-2 > first && capitalised(t.Form(end-1)) && hyphenAt(t, end-2, t.Sentences[t.SentenceOf(first)])) && (nameLinker(t, end-1) || !strings.ContainsFunc(t.Form(end-1), wordRune) || t.Tokens[end-1].XPOS == lang.XPOSPOS || calendarWord(t.Form(end-1))) {
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

// joined widens names over what the recogniser left off: the other half of a
// hyphenated word, a person's given name or initials in front, the surname
// behind an initial or a nickname in brackets, the nation of a body. Of names that then overlap the
// first swallows the others.
func joined(t *lang.Text, names []lang.Name) []lang.Name {
	var wide []lang.Name
	for k := 0; k < len(names); k++ {
		n := names[k]
		s := t.SentenceOf(n.First)
		if s < 0 {
			continue
		}
		sentence := t.Sentences[s]
		for hyphenated(t, n.End-1, n.End+1, sentence) || particles.Has(fold(t.Form(n.End-1))) && hyphenAt(t, n.End, sentence) && n.End+1 < sentence.End {
			n.End += 2
		}
		for n.Type == lang.Person && n.End-n.First > 1 && hyphenAt(t, n.End, sentence) && !capitalised(t.Form(n.End+1)) && !dictionaryWord(fold(t.Form(n.End+1))) {
			n.End += 2 // "Kim Yo-han"
		}
		for n.First-2 >= sentence.First && (len(wide) == 0 || wide[len(wide)-1].End < n.First-1) && hyphenated(t, n.First-2, n.First, sentence) {
			n.First -= 2
		}
		if noun := bodyNouns.Of(fold(t.Form(n.First))); n.End == n.First+1 && (noun.reach == anyReach || noun.reach == ownReach) {
			n.Type = lang.Organisation
			if noun.typ == Place {
				n.Type = lang.Place
			}
			for n.First-1 > sentence.First && t.Tokens[n.First-1].UPOS == lang.PROPN && t.Is(n.First-1, lang.Compound) && t.NameAt(n.First-1) < 0 {
				n.First--
			}
		}
		if n.Type == lang.Person {
			n = wholePerson(t, n, sentence)
		}
		if n.Type == lang.Organisation && n.First > sentence.First && capitalised(t.Form(n.First-1)) && !linkers.Has(t.Lower(n.First-1)) {
			if nation, _ := nationInFront(t.Cover(n.First-1, n.End).In(t.Source)); nation != "" {
				n.First-- // "the Indian Navy": a navy by itself is of another nation
			}
		}
		if last := len(wide) - 1; last >= 0 && n.First <= wide[last].End && (n.First < wide[last].End || n.Type == lang.Person && wide[last].Type == lang.Person && (initial(t.Form(n.First)) || initial(t.Form(n.First-1)))) {
			n.First, n.End = wide[last].First, max(n.End, wide[last].End)
			if wide[last].Type != lang.OtherName && n.Type != lang.Person {
				n.Type = wide[last].Type
			}
			wide = wide[:last]
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

// hyphenAt reports whether token i is a hyphen that touches both its neighbours.
func hyphenAt(t *lang.Text, i int, s lang.Sentence) bool {
	return i > s.First && i+1 < s.End && (t.Form(i) == "-" || t.Form(i) == "‑") && t.Tokens[i].Span.Start == t.Tokens[i-1].Span.End && t.Tokens[i+1].Span.Start == t.Tokens[i].Span.End
}

// bound reports whether token i stands between hyphens that touch it: "upon" of
// "Stratford-upon-Avon".
func bound(t *lang.Text, i int) bool {
	s := t.Sentences[t.SentenceOf(i)]
	return hyphenAt(t, i-1, s) && hyphenAt(t, i+1, s)
}

// hyphenated reports whether tokens left and right are the halves of one
// hyphenated name: "Wal-Mart", "al-Sham", but not "U.S.-Russia".
func hyphenated(t *lang.Text, left, right int, s lang.Sentence) bool {
	if !hyphenAt(t, left+1, s) || right != left+2 || !capitalised(t.Form(right)) {
		return false
	}
	first := t.Form(left)
	if particles.Has(fold(first)) {
		return true
	}
	if !capitalised(first) || t.Tokens[right].UPOS == lang.ADJ {
		return false
	}
	for _, half := range []string{first, t.Form(right)} {
		if _, country := lexicon.Country(half); country {
			return false
		}
		if _, demonym := lexicon.Demonym(half); demonym {
			return false
		}
		if _, city := lexicon.Capital(half); city {
			return false
		}
	}
	return true
}

// initial reports whether a form is one letter with or without a full stop.
func initial(form string) bool {
	letters := strings.TrimSuffix(form, ".")
	return len(letters) == 1 && letters[0] >= 'A' && letters[0] <= 'Z'
}

// wholePerson widens a person's name to the words that are certainly of it.
func wholePerson(t *lang.Text, n lang.Name, s lang.Sentence) lang.Name {
	proper := func(i int) bool {
		return i >= s.First && i < s.End && t.Tokens[i].UPOS == lang.PROPN && capitalised(t.Form(i)) && !calendarWord(t.Form(i))
	}
	for n.End < s.End && particles.Has(fold(t.Form(n.End-1))) && capitalised(t.Form(n.End)) {
		n.End++
	}
	for n.End-n.First > 1 && initial(t.Form(n.End-1)) && proper(n.End) {
		n.End++
	}
	if end := n.End; end+1 < s.End && t.Form(end) == "," && generations.Of(fold(t.Form(end+1))) != "" && strings.HasSuffix(t.Form(end+1), ".") {
		n.End += 2
	} else if end < s.End && generations.Of(fold(t.Form(end))) != "" {
		n.End++
	}
	// "Robert (Bob) Smith"
	if open := n.End; open+3 < s.End && n.End-n.First <= 2 && t.Form(open) == "(" && t.Form(open+2) == ")" && proper(open+1) && capitals(t.Form(open+1)) == 1 && !strings.ContainsAny(t.Form(open+1), "-.") && proper(open+3) {
		if _, given := lexicon.GivenName(t.Form(open + 1)); given {
			n.End = open + 4
		}
	}
	if before := n.First - 1; proper(before) && t.NameAt(before) < 0 && !lexicon.Title(t.Form(before)) {
		_, given := lexicon.GivenName(capital(fold(t.Form(before))))
		_, second := lexicon.GivenName(capital(fold(t.Form(n.First))))
		if given && !second || initial(t.Form(before)) || initial(t.Form(n.First)) && given || t.Is(n.First, lang.Flat) && t.Tokens[n.First].Head == before {
			n.First = before
		}
	}
	return n
}

// roleOnly reports whether a capitalised phrase is a role or a party's member and
// names nobody: "FBI Director", "Democrats".
func roleOnly(t *lang.Text, n lang.Name, surnames map[string]bool) bool {
	words := nameWords(t.Cover(n.First, n.End).In(t.Source))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	singular := strings.TrimSuffix(last, "s")
	if _, given := lexicon.GivenName(capital(words[0])); given && len(words) > 1 {
		return false
	}
	if parties.Has(singular) {
		return true
	}
	return lexicon.Title(last) && dictionaryWord(last) && !surnames[last]
}

// surnamesOf are the last words of the names that begin with a given name.
func surnamesOf(t *lang.Text) map[string]bool {
	surnames := map[string]bool{}
	for _, n := range t.Names {
		if w := nameWords(n.Span.In(t.Source)); len(w) > 1 {
			if _, given := lexicon.GivenName(capital(w[0])); given {
				surnames[w[len(w)-1]] = true
			}
		}
	}
	return surnames
}

// parties are the members of parties and faiths, which English capitalises.
var parties = lexicon.PersonWords.Words("members of parties and faiths")

// nameToken reports whether a token can stand inside a name.
func nameToken(t *lang.Text, i int) bool {
	form := t.Form(i)
	tok := t.Tokens[i]
	return capitals(form) > 0 || nameLinker(t, i) || tok.UPOS == lang.PUNCT || tok.UPOS == lang.NUM || tok.UPOS == lang.SYM || tok.XPOS == lang.XPOSPOS ||
		particles.Has(fold(form)) || nobiliary.Has(form) || tok.UPOS == lang.PROPN
}

// circumstances are the prepositions that no name goes on after: they begin
// where and when.
var circumstances = lexicon.GrammarWords.Words("prepositions that no name goes on after")

// nobiliary are the lower-case parts of surnames.
var nobiliary = lexicon.PersonWords.Words("lower-case parts of surnames")

func nameLinker(t *lang.Text, i int) bool { return linkers.Has(t.Lower(i)) }

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
	for i, w := range body.words {
		n := bodyNouns.Of(w)
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
