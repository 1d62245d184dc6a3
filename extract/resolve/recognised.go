package resolve

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// recognised is what the names of a whole text tell of one another: a headline
// capitalises everything, and a run of capitals may be an office and its holder.
type recognised struct {
	t        *lang.Text
	prose    map[string]lang.NameType // folded names outside headlines
	surnames map[string]bool          // last words of names of persons outside headlines
	longest  int                      // tokens of the longest name outside headlines
}

// properNames are the names of a text as they are used from here on: those that
// the recogniser found, taken apart, widened and cut to what names something.
// loose are the runs of proper nouns that it has left out.
func properNames(t *lang.Text) (names []lang.Name, loose map[int]bool) {
	k := &recognised{t: t, prose: map[string]lang.NameType{}, surnames: map[string]bool{}}
	loose = map[int]bool{}
	for _, n := range t.Names {
		names = append(names, parts(t, n)...)
	}
	names = append(names, looseRuns(t, names, loose)...)
	slices.SortFunc(names, func(a, b lang.Name) int { return a.First - b.First })
	names = joined(t, names)
	for _, n := range names {
		if s := t.SentenceOf(n.First); s < 0 || t.Sentences[s].Role != lang.Prose || loose[n.First] {
			continue
		}
		words := k.words(n.First, n.End)
		if len(words) == 0 {
			continue
		}
		k.prose[strings.Join(words, " ")] = n.Type
		k.longest = max(k.longest, n.End-n.First)
		if _, given := lexicon.GivenName(capital(words[0])); n.Type == lang.Person && len(words) > 1 && given {
			k.surnames[words[len(words)-1]] = true
		}
	}
	var cut []lang.Name
	for _, n := range names {
		pieces := []lang.Name{n}
		if t.Sentences[t.SentenceOf(n.First)].Role == lang.Headline {
			pieces = k.headline(n)
		}
		for _, p := range pieces {
			surface := t.Cover(p.First, p.End).In(t.Source)
			if capitals(surface) > 0 && !k.family(p) && !party(surface) {
				cut = append(cut, k.holder(p)...)
			}
		}
	}
	return cut, loose
}

// looseRuns are the runs of proper nouns in none of the names.
func looseRuns(t *lang.Text, names []lang.Name, loose map[int]bool) []lang.Name {
	inName := make([]bool, len(t.Tokens))
	for _, n := range names {
		for i := n.First; i < n.End; i++ {
			inName[i] = true
		}
	}
	var runs []lang.Name
	for i := 0; i < len(t.Tokens); i++ {
		if inName[i] || t.Tokens[i].UPOS != lang.PROPN || t.SentenceOf(i) < 0 || t.Sentences[t.SentenceOf(i)].Role == lang.Label {
			continue
		}
		end := i + 1
		for end < len(t.Tokens) && t.Tokens[end].UPOS == lang.PROPN && !inName[end] && t.SentenceOf(end) == t.SentenceOf(i) && t.Tokens[end].Span.Start <= t.Tokens[end-1].Span.End+1 {
			end++
		}
		loose[i] = true
		runs = append(runs, lang.Name{Span: t.Cover(i, end), First: i, End: end})
		i = end - 1
	}
	return runs
}

// words are the folded words of tokens, without possessive endings.
func (k *recognised) words(first, end int) []string {
	return nameWords(k.t.Cover(first, end).In(k.t.Source))
}

func (k *recognised) name(first, end int, typ lang.NameType) lang.Name {
	return lang.Name{Span: k.t.Cover(first, end), First: first, End: end, Type: typ}
}

// headline cuts what a headline's capitals run together to the names that the
// prose has. What is left beside them is no name where it is words of the
// language, nor is a lone such word that the prose doesn't know.
func (k *recognised) headline(n lang.Name) []lang.Name {
	// A headline may have marks between the words of a name that the prose has not.
	for length := min(n.End-n.First, 2*k.longest); length > 0; length-- {
		for first := n.First; first+length <= n.End; first++ {
			words := k.words(first, first+length)
			typ, known := k.prose[strings.Join(words, " ")]
			if !known && length == 1 && len(words) == 1 && k.surnames[words[0]] {
				typ, known = lang.Person, true
			}
			if !known {
				continue
			}
			var found []lang.Name
			if k.foreign(n.First, first) {
				found = append(found, k.headline(k.name(n.First, first, n.Type))...)
			}
			found = append(found, k.name(first, first+length, typ))
			if k.foreign(first+length, n.End) {
				found = append(found, k.headline(k.name(first+length, n.End, n.Type))...)
			}
			return found
		}
	}
	first, end := n.First, n.End
	for first < end && k.verbal(first) {
		first++
	}
	for end > first && k.verbal(end-1) {
		end--
	}
	if first >= end || end-first == 1 && ordinary(k.words(first, end)) {
		return nil
	}
	return []lang.Name{k.name(first, end, n.Type)}
}

func (k *recognised) verbal(i int) bool {
	u := k.t.Tokens[i].UPOS
	return u == lang.VERB || u == lang.AUX || u == lang.PUNCT
}

// foreign reports whether tokens hold a word and none of them is one of the
// language's.
func (k *recognised) foreign(first, end int) bool {
	if first >= end {
		return false
	}
	words := k.words(first, end)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return ordinary([]string{w}) })
}

// ordinary reports whether a name is one word of the language that isn't used as
// a name by itself.
func ordinary(words []string) bool {
	if len(words) != 1 || chambers.Has(words[0]) && !commonNames.Has(words[0]) {
		return false
	}
	word := words[0]
	if _, place := lexicon.Country(word); place {
		return false
	}
	if _, place := lexicon.Capital(word); place {
		return false
	}
	if gender, given := lexicon.GivenName(capital(word)); given && gender != lexicon.Unknown {
		return false
	}
	return dictionaryWord(word) && lexicon.Frequency(word) > commonest || lexicon.Known(word, lexicon.Verb) || lexicon.Known(strings.TrimSuffix(word, "s"), lexicon.Verb)
}

// commonest is the frequency above which a word is taken for one of the language
// (see lexicon.Frequency).
const commonest = 0.5

// doubtful are the titles that names of bodies and things begin with as well.
var doubtful = lexicon.PersonWords.Words("titles that names of bodies and things begin with as well")

// holder parts a person's name from the office in front of it that the
// recogniser has joined to it and taken for a body or place.
func (k *recognised) holder(n lang.Name) []lang.Name {
	words := k.words(n.First, n.End)
	if n.End-n.First < 2 || len(words) < 2 || bodyNouns.Of(words[len(words)-1]).reach != noReach {
		return []lang.Name{n}
	}
	_, given := lexicon.GivenName(capital(words[0]))
	if n.Type == lang.Person && (given || !lexicon.Title(k.t.Form(n.First)) && !dictionaryWord(words[0])) {
		return []lang.Name{n}
	}
	from := n.End // of the last words, of which a person's name has few
	for from > n.First+1 && len(k.words(from-1, n.End)) <= mostPersonWords {
		from--
	}
	for at := from; at < n.End; at++ {
		if !k.personFrom(n, at) {
			continue
		}
		front := n
		front.End = at
		title := false
		for first := n.First; first < at; first++ {
			if surface := k.t.Cover(first, at).In(k.t.Source); lexicon.Title(surface) || parties.Has(strings.ToLower(strings.TrimSuffix(surface, "s"))) {
				front.End, title = first, true
				break
			}
		}
		person := k.name(at, n.End, lang.Person)
		if front.End > front.First+1 || front.End == front.First+1 && title && !ordinary(k.words(front.First, front.End)) {
			front = k.name(front.First, front.End, front.Type)
			if front.Type == lang.Person {
				front.Type = lang.Organisation
			}
			return []lang.Name{front, person}
		}
		return []lang.Name{person}
	}
	return []lang.Name{n}
}

// party reports whether a name is only a legislator's party, or with the state:
// "R-Mo.", "D".
func party(surface string) bool {
	if len(surface) > 8 || !strings.Contains("RDI", surface[:1]) {
		return false
	}
	return len(surface) == 1 || surface[1] == '-' && len(surface) > 2 && capitalised(surface[2:])
}

// family reports whether a name is a surname in the plural: "the Marshes".
func (k *recognised) family(n lang.Name) bool {
	words := k.words(n.First, n.End)
	if len(words) != 1 || n.First == 0 || k.t.Lower(n.First-1) != "the" || k.surnames[words[0]] {
		return false
	}
	one, plural := strings.CutSuffix(words[0], "s")
	return plural && (k.surnames[one] || k.surnames[strings.TrimSuffix(one, "e")])
}

// mostPersonWords is how many words a person's name has after an office's.
const mostPersonWords = 4

// personFrom reports whether token at of a name begins a person's name that goes
// to its end.
func (k *recognised) personFrom(n lang.Name, at int) bool {
	words := k.words(at, n.End)
	front := k.words(n.First, at)
	if len(words) == 0 || len(words) > mostPersonWords || len(front) == 0 {
		return false
	}
	last := front[len(front)-1]
	if linkers.Has(last) || linkers.Has(words[0]) || lexicon.Title(k.t.Form(at)) {
		return false
	}
	titled := false
	for first := n.First; first < at && !titled; first++ {
		titled = lexicon.Title(k.t.Cover(first, at).In(k.t.Source))
	}
	surname := words[len(words)-1]
	person := !dictionaryWord(surname) || k.prose[surname] == lang.Person
	if len(words) == 1 {
		if k.surnames[surname] && (titled || all(front, dictionaryWord)) {
			return true
		}
		return lexicon.Title(k.t.Cover(n.First, at).In(k.t.Source)) && !doubtful.Has(last) && n.Type != lang.Organisation && person
	}
	if k.prose[strings.Join(words, " ")] == lang.Person && (titled || dictionaryWord(last)) {
		return true
	}
	gender, given := lexicon.GivenName(capital(words[0]))
	given = given && gender != lexicon.Unknown
	return titled && !doubtful.Has(last) && (given || person) || given && dictionaryWord(last) && person
}

// office reports whether a name of one word is only part of an office or a
// heading: "Defence Minister", "Secretary of State".
func office(t *lang.Text, n lang.Name) bool {
	words := nameWords(t.Cover(n.First, n.End).In(t.Source))
	if len(words) != 1 || !dictionaryWord(words[0]) || chambers.Has(words[0]) && words[0] != "house" && words[0] != "state" {
		return false
	}
	s := t.Sentences[t.SentenceOf(n.First)]
	if n.First-2 >= s.First && t.Lower(n.First-1) == "of" && lexicon.Title(t.Form(n.First-2)) {
		return true
	}
	if n.End < s.End && capitalised(t.Form(n.End)) && lexicon.Title(t.Form(n.End)) && t.Tokens[n.End].UPOS != lang.PUNCT {
		return true
	}
	if n.End < s.End && capitalised(t.Form(n.End)) && t.Tokens[n.End].UPOS != lang.PUNCT && t.Is(n.First, lang.Compound, lang.Flat, lang.Amod) && !(n.First > s.First && t.Tokens[n.End-1].XPOS == lang.XPOSPOS) {
		return true
	}
	return n.First > s.First && t.Is(n.First, lang.Flat) && t.Tokens[n.First].Head < n.First && lexicon.Title(t.Form(n.First-1))
}

// dateline reports whether a name tells where an article was written: at a
// paragraph's beginning, before a dash, or an agency in brackets and a dash.
func dateline(t *lang.Text, n lang.Name) bool {
	s := t.SentenceOf(n.First)
	if s < 0 {
		return false
	}
	sentence := t.Sentences[s]
	if n.First > sentence.First+6 || s > 0 && t.Sentences[s-1].Paragraph == sentence.Paragraph {
		return false
	}
	upper := t.Form(sentence.First)
	if capitals(upper) < 3 || strings.ToUpper(upper) != upper {
		return false
	}
	for i := n.End; i < sentence.End && i < sentence.First+12; i++ {
		switch t.Form(i) {
		case "—", "–", "--", "―", "-":
			return i+1 >= sentence.End || t.Tokens[i].Span.Start > t.Tokens[i-1].Span.End || t.Form(i) != "-"
		}
		if u := t.Tokens[i].UPOS; u == lang.VERB || u == lang.AUX || u == lang.DET {
			return false
		}
	}
	return sentence.Role == lang.Furniture
}
