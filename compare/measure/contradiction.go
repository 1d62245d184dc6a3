package measure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// Inference is a premise and a hypothesis with how they stand to each other:
// entailment, contradiction or neutral.
type Inference struct {
	Premise    string `json:"premise"`
	Hypothesis string `json:"hypothesis"`
	Label      string `json:"label"`
}

// ReadInferences reads one JSON object a line.
func ReadInferences(r io.Reader) ([]Inference, error) {
	var all []Inference
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var i Inference
		if err := json.Unmarshal(lines.Bytes(), &i); err != nil {
			return nil, fmt.Errorf("inferences: line %d: %w", n, err)
		}
		if i.Premise == "" || i.Hypothesis == "" || i.Label == "" {
			return nil, fmt.Errorf("inferences: line %d: premise, hypothesis or label is empty", n)
		}
		all = append(all, i)
	}
	return all, lines.Err()
}

// Contradictions takes each premise and hypothesis for two articles and counts
// the contradictions among them, and those that a finding tells as a conflict.
func Contradictions(inferences []Inference) Pairs {
	var p Pairs
	for _, i := range inferences {
		r := compared(analyse([]article.Article{whole("hypothesis", i.Hypothesis), whole("premise", i.Premise)}))
		said := slices.ContainsFunc(r.Findings, func(f compare.Finding) bool { return f.Verdict == kind.Conflict })
		gold := i.Label == "contradiction"
		if gold {
			p.Gold++
		}
		if said {
			p.Said++
		}
		if gold && said {
			p.Both++
		}
	}
	return p
}

// whole is an article that consists of its body.
func whole(id, text string) article.Article {
	return article.Article{ID: id, Outlet: id, Language: "en", Text: text, Body: article.Span{End: len(text)}}
}
