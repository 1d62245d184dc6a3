package kind

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"xref/compare/align"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Name compares the names by which articles call one person, body or place.
var Name = &Kind{
	ID:      "name",
	Title:   "names and spellings",
	Meaning: "One person, body or place goes by another name, form or spelling in another article, or by two spellings in one (internal).",
	Example: "Volodymyr Zelenskyy here, Zelensky there.",
	Find:    names,
}

func names(s *Scene) []Finding {
	var found []Finding
	for story := range s.Stories {
		for e, entity := range s.Entities {
			if entity.Type != resolve.Other {
				found = append(found, s.namesOf(e, story)...)
			}
		}
	}
	return found
}

// namesOf compares the names of one entity in the articles of one story.
func (s *Scene) namesOf(e, story int) []Finding {
	forms := map[int][]Evidence{}
	var places []int
	s.mentions(e, story, func(place int, m resolve.Mention) {
		if m.Form != resolve.Name {
			return
		}
		if forms[place] == nil {
			places = append(places, place)
		}
		forms[place] = append(forms[place], Evidence{Article: place, Span: m.Span, Value: bare(s.text(place, m.Span))})
	})
	var found []Finding
	for _, place := range places {
		if a, b, ok := spellings(forms[place], forms[place], s.Entities[e].Type); ok {
			f := s.ofEntity(e, story)
			f.Verdict, f.Confidence, f.Weight = Internal, 0.7, 0.4
			f.Evidence = []Evidence{a, b}
			f.Summary = fmt.Sprintf("%s and %s in one article", a.Value, b.Value)
			found = append(found, f)
		}
	}
	f := s.ofEntity(e, story)
	for i, x := range places {
		for _, y := range places[:i] {
			if a, b, ok := spellings(forms[y], forms[x], s.Entities[e].Type); ok {
				f.Evidence = append(f.Evidence, a, b)
			}
		}
	}
	if len(f.Evidence) > 0 {
		f.Evidence = onePerValue(f.Evidence)
		f.Verdict, f.Confidence, f.Weight = Differ, 0.65, 0.35
		values := make([]string, len(f.Evidence))
		for i, ev := range f.Evidence {
			values[i] = ev.Value
		}
		f.Summary = strings.Join(slices.Compact(values), ", ")
		found = append(found, f)
	}
	return found
}

// onePerValue keeps the first evidence of each value in each article, in the
// order of articles.
func onePerValue(evidence []Evidence) []Evidence {
	var kept []Evidence
	for _, e := range evidence {
		if !slices.ContainsFunc(kept, func(k Evidence) bool { return k.Article == e.Article && k.Value == e.Value }) {
			kept = append(kept, e)
		}
	}
	slices.SortStableFunc(kept, func(a, b Evidence) int { return a.Article - b.Article })
	return kept
}

// bare is a name without titles of courtesy, possessive endings, and the points
// of abbreviations.
func bare(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(name, "’", "'"), "'s"), "'")
	words := strings.Fields(name)
	for len(words) > 1 {
		if _, ok := lexicon.Honorific(words[0]); !ok && !lexicon.Title(words[0]) {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// spellings finds a name of one list and one of the other that write the same
// name differently.
func spellings(x, y []Evidence, t resolve.Type) (a, b Evidence, ok bool) {
	for _, a := range x {
		for _, b := range y {
			if a.Value != b.Value && respelt(a.Value, b.Value, t) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// respelt reports whether two names of one thing differ in a spelling, or two
// full names of a person in the first name. A name that only says less than the
// other is none of that.
func respelt(a, b string, t resolve.Type) bool {
	v, w := strings.Fields(letters(a)), strings.Fields(letters(b))
	if len(v) == 0 || len(w) == 0 || acronym(v) || acronym(w) {
		return false
	}
	first, second := v[len(v)-1], w[len(w)-1]
	if t == resolve.Person && len(v) > 1 && len(w) > 1 && strings.EqualFold(first, second) {
		x, y := v[0], w[0]
		return !strings.EqualFold(x, y) && len(x) > 1 && len(y) > 1 && !slices.Contains(v, y) && !slices.Contains(w, x)
	}
	if t != resolve.Person && len(v) != len(w) {
		return false
	}
	different := 0
	for i := range min(len(v), len(w)) {
		x, y := v[len(v)-1-i], w[len(w)-1-i]
		if strings.EqualFold(x, y) {
			continue
		}
		if different++; !variant(strings.ToLower(x), strings.ToLower(y)) {
			return false
		}
	}
	return different == 1
}

// variant reports whether two words are spellings of one name: most of their
// letters are the same in the same order, and they are no singular and plural.
func variant(a, b string) bool {
	if a+"s" == b || b+"s" == a {
		return false
	}
	x, y := []rune(a), []rune(b)
	return 10*align.Subsequence(x, y) >= 7*max(len(x), len(y))
}

// acronym reports whether a name is a single word of capitals.
func acronym(words []string) bool {
	return len(words) == 1 && len(words[0]) > 1 && strings.ToUpper(words[0]) == words[0]
}

// letters drops what is no letter or space: the points of initials, hyphens.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsSpace(r), unicode.IsDigit(r):
			return r
		case r == '-':
			return ' '
		}
		return -1
	}, name)
}
