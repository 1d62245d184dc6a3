package measure

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"xref/compare"
	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
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

// sameMeaning is the likeness of meaning from which two sentences mean the same,
// fitted on every other pair of the paraphrase corpus. Its annotators let much be
// left out or added.
const sameMeaning = 0.40

// Paraphrases counts the pairs that mean the same, and those whose likeness of
// meaning says so.
func Paraphrases(all []Paraphrase) Pairs {
	var p Pairs
	for _, x := range all {
		documents := analyse([]article.Article{whole("a", x.A), whole("b", x.B)})
		said := meaning(documents) >= sameMeaning
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

// meaning is how alike two documents of a sentence or two are in meaning, 0 to 1: how
// much of the words of both, by their weight, the other answers.
func meaning(documents []*extract.Document) float64 {
	x := compare.OneStory(documents, story.Story{Articles: []int{0, 1}}, nil)
	var units [2]match.Unit
	total := 0.0
	for i := range units {
		tokens := x.Documents[i].Tokens
		units[i] = match.Unit{Article: i, Assertion: -1, Run: match.Run{End: len(tokens)}}
		for _, t := range tokens {
			if t.Content {
				total += t.Specificity
			}
		}
	}
	m := x.Match(units[0], units[1])
	own := 0.0
	for _, r := range m.Residue {
		own += r.Weight
	}
	if total == 0 {
		return 0
	}
	return 1 - own/total
}
