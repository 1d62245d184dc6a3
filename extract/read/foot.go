package read

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/foot.tsv
var footTable string

// footForms are forms of what stands below an article and says who wrote and published it.
var footForms = sync.OnceValue(func() []pattern { return patterns(footTable, true) })

// footBlocks is how many paragraphs at the end of an article are looked at.
const footBlocks = 3

// footing says what a paragraph at the foot is that isn't part of the article; "" where it is.
// Who it tells of must be who wrote the article, or published it: articles on reporters end
// like that too.
func (d *document) footing(text string) string {
	for _, p := range footForms() {
		if whatIs(text, []pattern{p}) == "" {
			continue
		}
		name := ""
		if m := p.form().FindStringSubmatch(trimmedMarks(text)); len(m) > 1 {
			name = letters(m[1])
		}
		switch p.what {
		case "author":
			if !strings.Contains(letters(d.author), name) && !strings.Contains(text, "@") {
				continue
			}
		case "outlet":
			outlet := letters(d.outlet)
			if outlet == "" || !strings.Contains(outlet, name) && !strings.Contains(name, outlet) {
				continue
			}
		}
		return p.what
	}
	return ""
}
