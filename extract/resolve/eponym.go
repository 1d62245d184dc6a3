package resolve

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// What bears a person's name without being one: a storm, a lawsuit, a ship, a feast
// day, a family, a firm.
var (
	storms      = lexicon.PersonWords.Words("nouns before the name of a storm")
	namedThings = lexicon.PersonWords.Words("nouns that names of things begin with")
	firms       = lexicon.PersonWords.Words("nouns behind the name of a firm")
	families    = lexicon.PersonWords.Words("nouns behind a family's name")
	versus      = lexicon.PersonWords.Words("words between the sides of a lawsuit")
	feasts      = lexicon.TableOf(lexicon.TimeWords, "holidays", func([]string) (bool, error) { return true, nil })
)

// eponym is a recognised name as what it is where its words or those around it say
// that it is no person's.
func (k *recognised) eponym(n lang.Name) (thing lang.Name, ok bool) {
	t := k.t
	s := t.Sentences[t.SentenceOf(n.First)]
	if feasts.Of(strings.ToLower(t.Cover(n.First, n.End).In(t.Source))) {
		return k.name(n.First, n.End, lang.OtherName), true
	}
	for i := n.First + 1; i < n.End-1; i++ {
		if versus.Has(t.Lower(i)) {
			return k.name(n.First, n.End, lang.OtherName), true
		}
	}
	first := n.First
	if before := first - 1; before >= s.First && capitalised(t.Form(before)) && storms.Has(t.Lower(before)) {
		first--
	}
	if word := t.Lower(first); n.Type == lang.Person && n.End-first > 1 && capitalised(t.Form(first)) && (storms.Has(word) || namedThings.Has(word)) {
		return k.name(first, n.End, lang.OtherName), true
	}
	if n.Type == lang.Organisation && n.End-first == 2 && storms.Has(t.Lower(first)) && capitalised(t.Form(first)) {
		if _, given := lexicon.GivenName(t.Form(first + 1)); given {
			return k.name(first, n.End, lang.OtherName), true
		}
	}
	if n.End-first > 1 && n.End < s.End && t.Form(n.End) == t.Lower(n.End) && firms.Has(t.Lower(n.End)) && t.Tokens[n.End-1].XPOS != lang.XPOSPOS {
		return k.name(first, n.End, lang.Organisation), true
	}
	return n, false
}

// namesStorm reports whether a name is that of a storm that goes by a word alone too.
func namesStorm(b bodyName, word string) bool {
	return len(b.words) > 1 && storms.Has(b.words[len(b.words)-2]) && b.words[len(b.words)-1] == word
}

// partners joins two surnames that "&" ties into the name of a firm: "Odum & Dale".
func partners(t *lang.Text, names []lang.Name) []lang.Name {
	var out []lang.Name
	for _, n := range names {
		last := len(out) - 1
		if last < 0 || n.First != out[last].End+1 || t.Form(n.First-1) != "&" || t.SentenceOf(n.First) != t.SentenceOf(out[last].First) {
			out = append(out, n)
			continue
		}
		out[last] = lang.Name{Span: t.Cover(out[last].First, n.End), First: out[last].First, End: n.End, Type: lang.Organisation}
	}
	return out
}

// familyName reports whether a name is a surname by which a whole family is meant:
// "the Harlow couple", "the Harlow brothers".
func (k *recognised) familyName(n lang.Name) bool {
	t := k.t
	s := t.Sentences[t.SentenceOf(n.First)]
	if n.End-n.First != 1 || n.End >= s.End || n.First-1 < s.First || !families.Has(t.Lower(n.End)) {
		return false
	}
	return t.Tokens[n.First-1].UPOS == lang.DET || t.Tokens[n.First-1].UPOS == lang.ADJ
}
