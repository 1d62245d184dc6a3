package measure

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"xref/compare/align"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/resolve"
)

// Paraphrase is two sentences and whether they mean the same.
type Paraphrase struct {
	A, B string
	Same bool
}

// ReadParaphrases reads tab-separated lines: 1 or 0, two ids, two sentences; a
// line of headings is left out.
func ReadParaphrases(r io.Reader) ([]Paraphrase, error) {
	var all []Paraphrase
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		columns := strings.Split(strings.TrimPrefix(strings.TrimSuffix(lines.Text(), "\r"), "\ufeff"), "\t")
		if len(columns) != 5 {
			return nil, fmt.Errorf("paraphrases: line %d: %d columns for 5", n, len(columns))
		}
		switch columns[0] {
		case "0", "1":
			all = append(all, Paraphrase{columns[3], columns[4], columns[0] == "1"})
		default:
			if n > 1 {
				return nil, fmt.Errorf("paraphrases: line %d: %q is neither 1 nor 0", n, columns[0])
			}
		}
	}
	return all, lines.Err()
}

// sameMeaning is the likeness from which two sentences mean the same. Annotators
// of such pairs let much be left out or added.
const sameMeaning = 0.1

// Paraphrases counts the pairs that mean the same, and those whose likeness by
// the alignment of their assertions says so.
func Paraphrases(all []Paraphrase) Pairs {
	var p Pairs
	for _, x := range all {
		said := likeness(whole("a", x.A), whole("b", x.B)) >= sameMeaning
		if x.Same {
			p.Gold++
		}
		if said {
			p.Said++
		}
		if x.Same && said {
			p.Both++
		}
	}
	return p
}

// likeness is how much of two short texts is aligned, 0 to 1: for each
// assertion, the best probability that one of the other text is about the same,
// weighed by length; of the two texts, the one less covered.
func likeness(a, b article.Article) float64 {
	documents := analyse([]article.Article{a, b})
	var best [2][]float64
	for i, d := range documents {
		best[i] = make([]float64, len(d.Assertions))
	}
	for _, l := range align.Pairs(documents, story.Story{Articles: []int{0, 1}}, linking(documents)) {
		for _, m := range []align.Member{l.A, l.B} {
			best[m.Article][m.Assertion] = max(best[m.Article][m.Assertion], l.Odds.Joined())
		}
	}
	covered := 1.0
	for i, d := range documents {
		sum, total := 0.0, 0.0
		for j, a := range d.Assertions {
			sum += best[i][j] * float64(a.Span.Len())
			total += float64(a.Span.Len())
		}
		if total == 0 {
			return 0
		}
		covered = min(covered, sum/total)
	}
	return covered
}

// linking gives the entities of each document their places among those linked
// across documents.
func linking(documents []*extract.Document) align.Linking {
	resolutions := make([]*resolve.Resolution, len(documents))
	linked := make(align.Linking, len(documents))
	for i, d := range documents {
		resolutions[i] = d.Resolution
		linked[i] = make([]int, len(d.Resolution.Entities))
	}
	for g, members := range resolve.Link(resolutions) {
		for _, m := range members {
			linked[m.Article][m.Entity] = g
		}
	}
	return linked
}
