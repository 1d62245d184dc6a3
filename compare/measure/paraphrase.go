package measure

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"xref/compare/align"
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
const sameMeaning = 0.62

// Paraphrases counts the pairs that mean the same, and those whose likeness of
// meaning says so.
func Paraphrases(all []Paraphrase) Pairs {
	var p Pairs
	for _, x := range all {
		documents := analyse([]article.Article{whole("a", x.A), whole("b", x.B)})
		said := align.Meaning(documents[0], documents[1]) >= sameMeaning
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
