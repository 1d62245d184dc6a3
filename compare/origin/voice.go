package origin

import (
	"strings"

	"xref/extract"
)

// resting is the least share of an article's assertions that one speaker must
// stand behind for the article to rest on that source alone.
const resting = 0.6

// voice is the name of the one source that an article rests on, in lower case;
// "" where it has several, or speaks for itself.
func voice(d *extract.Document) string {
	words := make([]int, len(d.Resolution.Entities))
	all := 0
	for _, a := range d.Assertions {
		all += len(a.Tokens)
		if n := len(a.Attribution); n > 0 {
			if e := a.Attribution[0].Entity; e >= 0 && d.Resolution.Entities[e].Named {
				words[e] += len(a.Tokens)
			}
		}
	}
	for e, n := range words {
		if all > 0 && float64(n) >= resting*float64(all) {
			return strings.ToLower(d.Resolution.Entities[e].Name)
		}
	}
	return ""
}
