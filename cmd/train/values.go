package main

import (
	"encoding/json"
	"errors"
	"os"

	"xref/compare/match"
	"xref/compare/measure"
)

// valuePairs are the numbers and times of two sentences that can be held against each other.
type valuePairs struct {
	A      string      `json:"a"` // the sentence
	B      string      `json:"b"`
	Values []valuePair `json:"values"`
}

type valuePair struct {
	A     [2]int `json:"a"` // bytes of the sentence
	B     [2]int `json:"b"`
	Equal bool   `json:"equal"`
}

// trainValues prints the numbers and times of labelled pairs of sentences, for the encoder's
// trainer, one pair a line; pairs without any are left out.
func trainValues(args []string) error {
	if len(args) == 0 {
		return errors.New("give files of labelled pairs")
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for _, path := range args {
		pairs, err := readLabelled(path)
		if err != nil {
			return err
		}
		for i := range pairs {
			p := &pairs[i]
			if found := (valuePairs{p.A, p.B, valuesOf(p)}); len(found.Values) > 0 {
				if err := out.Encode(found); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// valuesOf are the values of the two sentences of a pair.
func valuesOf(pair *measure.LabelledPair) (found []valuePair) {
	documents := match.PrepareAll(pair.Documents())
	a, b := documents[0], documents[1]
	for _, v := range match.ValuePairs(a, b, match.Run{End: len(a.Tokens)}, match.Run{End: len(b.Tokens)}) {
		span := func(d *match.Prepared, r match.Run) [2]int {
			s := d.Span(r)
			return [2]int{s.Start - d.Article.Body.Start, s.End - d.Article.Body.Start}
		}
		found = append(found, valuePair{span(a, v.A), span(b, v.B), v.Equal})
	}
	return found
}
