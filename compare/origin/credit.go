package origin

import (
	_ "embed"
	"strings"
	"sync"

	"xref/extract/lang"
)

//go:embed agencies.txt
var agenciesText string

// agencies maps the names and short forms by which agencies are credited to the
// name they go by.
var agencies = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(agenciesText) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		forms := strings.Split(line, "\t")
		for _, form := range forms {
			names[form] = forms[0]
		}
	}
	return names
})

// reach is how many sentences from either end of an article a credit line can
// stand.
const reach = 3

// credit is the agency that an article credits at its start or end, "" where
// none: in a dateline's brackets, a byline, a closing note.
func credit(t *lang.Text) string {
	for n, s := range t.Sentences {
		if n >= reach && n < len(t.Sentences)-reach {
			continue
		}
		for i := s.First; i < s.End; i++ {
			name, ok := agencies()[t.Form(i)]
			if ok && (bracketed(t, s, i) || s.Role == lang.Furniture) {
				return name
			}
		}
	}
	return ""
}

func bracketed(t *lang.Text, s lang.Sentence, i int) bool {
	return i > s.First && i+1 < s.End && t.Form(i-1) == "(" && t.Form(i+1) == ")"
}
