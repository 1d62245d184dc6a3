package kind

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

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
		if a, b, ok := spellings(forms[place], forms[place]); ok {
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
			if a, b, ok := spellings(forms[y], forms[x]); ok {
				f.Evidence = append(f.Evidence, a, b)
			}
		}
	}
	if len(f.Evidence) > 0 {
		f.Evidence = onePerValue(f.Evidence)
		f.Verdict, f.Confidence, f.Weight = Differ, 0.75, 0.35
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
// words differently: as many words, of which one differs and is no initial, or
// a first name in another form.
func spellings(x, y []Evidence) (a, b Evidence, ok bool) {
	for _, a := range x {
		for _, b := range y {
			if respelt(a.Value, b.Value) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

func respelt(a, b string) bool {
	v, w := strings.Fields(letters(a)), strings.Fields(letters(b))
	if len(v) == 0 || len(w) == 0 || strings.EqualFold(strings.Join(v, ""), strings.Join(w, "")) {
		return false
	}
	last := func(x []string) string { return x[len(x)-1] }
	switch {
	case acronym(v) || acronym(w):
		return false
	case len(v) == len(w):
		different := 0
		for i := range v {
			if !strings.EqualFold(v[i], w[i]) {
				different++
			}
		}
		return different == 1
	case len(v) > 1 && len(w) > 1:
		return strings.EqualFold(last(v), last(w)) && !strings.EqualFold(v[0], w[0])
	}
	// a surname alone against a full name
	return !slices.ContainsFunc(v, func(x string) bool {
		return slices.ContainsFunc(w, func(y string) bool { return strings.EqualFold(x, y) })
	})
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
