// Package measure holds a report against a gold annotation, and the stories,
// claims and verdicts of public test sets against theirs. It reads bytes, never
// files.
package measure

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"xref/compare/kind"
)

// Gold is the annotation of one case: what a good report says, and what it must
// not say. ReadGold makes it; Score holds a report against it.
type Gold struct {
	Case     string        `json:"case"`
	Findings []GoldFinding `json:"findings"`
	Traps    []Trap        `json:"traps"`
}

// GoldFinding is one proposition, quotation, name, pronoun or description that
// two articles carry, or that one carries twice in ways that don't fit.
type GoldFinding struct {
	ID       string         `json:"id"`
	Kind     kind.ID        `json:"kind"`
	Verdict  kind.Verdict   `json:"verdict"`
	Weight   string         `json:"weight"` // Core or anything else
	Subject  string         `json:"subject"`
	Note     string         `json:"note"`
	Evidence []GoldEvidence `json:"evidence"`
}

// Core is the weight of what a fact-checker wants on the first screen.
const Core = "core"

// GoldEvidence is the shortest clause that carries a proposition in one
// article.
type GoldEvidence struct {
	Doc  string `json:"doc"`  // the article's file name without its ending
	Text string `json:"text"` // stands in the article to the letter
}

// Trap is passages that a naive matcher joins and that must not be joined:
// Texts[i] stands in Docs[i].
type Trap struct {
	ID    string   `json:"id"`
	Docs  []string `json:"docs"`
	Texts []string `json:"texts"`
	Why   string   `json:"why"`
}

// ReadGold reads an annotation in JSON. An error says in which line, or in
// which finding or trap, and what is wrong there.
func ReadGold(r io.Reader) (*Gold, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var g Gold
	if err := json.Unmarshal(data, &g); err != nil {
		return nil, located(data, err)
	}
	if len(g.Findings) == 0 {
		return nil, errors.New("gold: no findings")
	}
	for i, f := range g.Findings {
		if err := f.check(); err != nil {
			return nil, fmt.Errorf("gold: finding %s: %w", named(f.ID, i), err)
		}
	}
	for i, t := range g.Traps {
		if err := t.check(); err != nil {
			return nil, fmt.Errorf("gold: trap %s: %w", named(t.ID, i), err)
		}
	}
	return &g, nil
}

// located adds the line, counted from 1, to an error of the JSON decoder.
func located(data []byte, err error) error {
	offset := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset < 0 || offset > int64(len(data)) {
		return fmt.Errorf("gold: %w", err)
	}
	return fmt.Errorf("gold: line %d: %w", 1+bytes.Count(data[:offset], []byte("\n")), err)
}

// named is an annotation's id, or its place counted from 1 where it has none.
func named(id string, i int) string {
	if id != "" {
		return id
	}
	return fmt.Sprintf("number %d", i+1)
}

func (f GoldFinding) check() error {
	switch f.Verdict {
	case kind.Agree, kind.Differ, kind.Conflict, kind.Internal:
	default:
		return fmt.Errorf("verdict %q is none of agree, differ, conflict, internal", f.Verdict)
	}
	if f.Kind == "" {
		return errors.New("no kind")
	}
	if len(f.Evidence) == 0 {
		return errors.New("no evidence")
	}
	for i, e := range f.Evidence {
		if e.Doc == "" || e.Text == "" {
			return fmt.Errorf("evidence %d: doc or text is empty", i+1)
		}
	}
	return nil
}

func (t Trap) check() error {
	if len(t.Docs) != len(t.Texts) {
		return fmt.Errorf("%d docs for %d texts", len(t.Docs), len(t.Texts))
	}
	if len(t.Docs) < 2 {
		return errors.New("fewer than two passages")
	}
	for i := range t.Docs {
		if t.Docs[i] == "" || t.Texts[i] == "" {
			return fmt.Errorf("passage %d: doc or text is empty", i+1)
		}
	}
	return nil
}
