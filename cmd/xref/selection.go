package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/kind"
)

// selection is which findings a reader wants.
type selection struct {
	kinds, verdicts, stories []string
	confidence               float64
}

func (s *selection) flags(c *cobra.Command) {
	c.Flags().StringSliceVar(&s.kinds, "kind", nil, "only findings of these kinds: "+kindChoices().String())
	c.Flags().StringSliceVar(&s.verdicts, "verdict", nil, "only findings of these verdicts: "+verdictChoices().String())
	c.Flags().Float64Var(&s.confidence, "min-confidence", 0, "only findings at least this sure, from 0 to 1")
	c.Flags().StringSliceVar(&s.stories, "story", nil, "only these stories, by their ids: S1, S2, …")
	kindChoices().complete(c)
	verdictChoices().complete(c)
}

// check finds wrong values before any work is done.
func (s *selection) check() error {
	var err error
	if s.kinds, err = kindChoices().all(s.kinds); err != nil {
		return err
	}
	if s.verdicts, err = verdictChoices().all(s.verdicts); err != nil {
		return err
	}
	if !(s.confidence >= 0 && s.confidence <= 1) {
		return fmt.Errorf("--min-confidence: %v is not from 0 to 1", s.confidence)
	}
	return nil
}

// places are the stories chosen, as places in the report; nil for all.
func (s *selection) places(r *compare.Report) ([]int, error) {
	if len(s.stories) == 0 {
		return nil, nil
	}
	var ids []string
	for i := range r.Stories {
		ids = append(ids, "S"+strconv.Itoa(i+1))
	}
	var places []int
	for _, story := range s.stories {
		at := slices.Index(ids, strings.ToUpper(strings.TrimSpace(story)))
		if at < 0 {
			return nil, choices{"story", ids}.one(story)
		}
		places = append(places, at)
	}
	return places, nil
}

// of is the report with the findings chosen alone, ranked from 1.
func (s *selection) of(r *compare.Report, stories []int) *compare.Report {
	wanted := compare.Selection{Stories: stories, Confidence: s.confidence}
	for _, k := range s.kinds {
		wanted.Kinds = append(wanted.Kinds, kind.ID(k))
	}
	for _, v := range s.verdicts {
		wanted.Verdicts = append(wanted.Verdicts, kind.Verdict(v))
	}
	chosen := *r
	chosen.Findings = nil
	for _, f := range r.Findings {
		if wanted.Takes(&f) {
			f.Rank = len(chosen.Findings) + 1
			chosen.Findings = append(chosen.Findings, f)
		}
	}
	return &chosen
}
