package analyser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// twoEnds are the words between hyphens that join two things rather than the parts of
// one name: "the Berlin-to-Paris train".
var twoEnds = lexicon.TextWords.Words("words between hyphens that join two things")

// longestBinder is how many letters a word between the parts of a name has at most:
// "upon".
const longestBinder = 4

// wholeCompounds makes each word with hyphens that is one name, as "Stratford-upon-Avon",
// one name: it begins and ends with a capital letter, and
// its words between are short and in small letters. names are those of a sentence.
func wholeCompounds(t *lang.Text, s lang.Sentence, names []lang.Name) []lang.Name {
	for i := s.First; i < s.End; i++ {
		end := compound(t, i, s.End)
		if end == 0 {
			continue
		}
		names = wholeName(t, names, i, end)
		i = end - 1
	}
	return names
}

// compound is where the word with hyphens that begins with token i and is one name
// ends; 0 where none begins there.
func compound(t *lang.Text, i, limit int) int {
	glued := func(j int) bool { return j < limit && t.Tokens[j-1].Span.End == t.Tokens[j].Span.Start }
	if !capital(t.Form(i)) || i > 0 && t.Form(i-1) == "-" && t.Tokens[i-1].Span.End == t.Tokens[i].Span.Start {
		return 0
	}
	parts, last := 1, i
	for glued(last+1) && t.Form(last+1) == "-" && glued(last+2) {
		last += 2
		parts++
		if !glued(last+1) || t.Form(last+1) != "-" {
			break
		}
		if form := t.Form(last); !small(form) || len(form) > longestBinder || twoEnds.Has(form) {
			return 0
		}
	}
	if parts < 3 || !capital(t.Form(last)) {
		return 0
	}
	return last + 1
}

// wholeName is names with the one that tokens first to end are, instead of those that
// are parts of it.
func wholeName(t *lang.Text, names []lang.Name, first, end int) []lang.Name {
	var whole *lang.Name
	kept := make([]lang.Name, 0, len(names))
	for _, n := range names {
		switch {
		case n.End <= first || n.First >= end:
			kept = append(kept, n)
			continue
		case whole == nil:
			kept = append(kept, n)
			whole = &kept[len(kept)-1]
			whole.First, whole.End = min(n.First, first), max(n.End, end)
			if n.First > first {
				whole.End = end // what begins within it and goes on is something else
			}
		case n.First <= first:
			whole.First, whole.End = min(n.First, whole.First), max(n.End, whole.End)
		}
	}
	if whole == nil {
		if _, person := lexicon.PersonNoun(strings.ToLower(t.Form(first))); person || t.Tokens[first].UPOS != lang.PROPN {
			return names // "Mother-in-Law", in a headline
		}
		n := lang.Name{First: first, End: end, Type: lang.Place}
		at, _ := slices.BinarySearchFunc(kept, first, func(n lang.Name, first int) int { return n.First - first })
		kept = slices.Insert(kept, at, n)
		whole = &kept[at]
		if utf8.RuneCountInString(t.Form(end-1)) == 1 {
			whole.Type = lang.Organisation
		}
	}
	if utf8.RuneCountInString(t.Form(end-1)) == 1 && whole.End == end && whole.Type == lang.Person {
		whole.Type = lang.Organisation // nobody's family is called by a letter
	}
	whole.Span = t.Cover(whole.First, whole.End)
	return kept
}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// small reports whether a word is of small letters.
func small(form string) bool {
	for _, r := range form {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return form != ""
}
