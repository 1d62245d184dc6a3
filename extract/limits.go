package extract

import (
	"fmt"
	"strings"

	"xref/internal/analyser"
)

// Limits says which bounds of the analysis an article went beyond, and what became of
// that; "" for none. No article of the news does: the bounds keep the work in
// proportion to what is read.
func (d *Document) Limits() string {
	var all []string
	if n := len(d.Text.Long); n > 0 {
		all = append(all, fmt.Sprintf("what goes on for more than %d words without an end of a sentence is cut into pieces (%d times)", analyser.LongestSentence, n))
	}
	if n := d.Resolution.Lone; n > 0 {
		all = append(all, fmt.Sprintf("%d written names more than are held against each other stand for themselves", n))
	}
	if d.Resolution.Near {
		all = append(all, "what pronouns and descriptions refer to is looked for in the sentences before only")
	}
	return strings.Join(all, "; ")
}
