package quantity

import (
	"fmt"

	"xref/extract/lexicon"
)

var boundNames = []string{"exact", "at least", "more than", "at most", "less than", "about", "between"}

func boundOf(fields []string) (Bound, error) {
	if len(fields) != 1 {
		return Exact, fmt.Errorf("%d fields, want a bound", len(fields))
	}
	return lexicon.Choice[Bound](fields[0], boundNames)
}

// before are the phrases in front of a number that bound it. The longest one
// that ends at the number holds.
var before = lexicon.TableOf(lexicon.NumberWords, "bounds before a number", boundOf)

// behind are the phrases after a number that bound it.
var behind = lexicon.TableOf(lexicon.NumberWords, "bounds behind a number", boundOf)

// aboutBelow are the words that put a number just below what is said.
var aboutBelow = lexicon.NumberWords.Words("bounds that lie just below")

// longestBound is how many atoms the longest phrase of a bound has.
const longestBound = 6
