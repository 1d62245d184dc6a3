package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"xref/compare/measure"
	"xref/compare/render"
)

// evaluation is what xref eval was asked for.
type evaluation struct {
	gatherer
	screen
	json, missed, unmet, calibrated, byKind bool
}

// evalCommand holds reports of annotated cases against their annotation.
func evalCommand(s streams) *cobra.Command {
	e := &evaluation{gatherer: gatherer{streams: s, inputs: inputs{keepSame: true}}}
	c := &cobra.Command{
		Use:   "eval CASE...",
		Short: "Hold the reports of annotated cases against their annotation",
		Long: `Hold the reports of annotated cases against their annotation.

CASE is a folder of articles with its annotation in gold.json; of several
folders those without one are left out. The figures are
core recall (of what a fact-checker wants on the first screen), the same of the
first 10 findings alone, recall, how many of the kinds are the very ones,
precision of the first 40 findings, accuracy of their verdicts, F1 of the pairs
of passages that the report joins, and traps sprung.`,
		Example: "  xref eval cases/*/\n  xref eval cases/ship --missed --false",
		Args:    atLeast(1, "CASE", "a folder of articles with gold.json"),
		RunE:    func(_ *cobra.Command, cases []string) error { return e.run(cases) },
	}
	c.Flags().IntVar(&e.jobs, "jobs", 0, "articles analysed at once (default: one a processor)")
	e.screen.flags(c)
	e.comparing.flags(c)
	c.Flags().BoolVar(&e.json, "json", false, "print every figure in JSON")
	c.Flags().BoolVar(&e.calibrated, "calibration", false, "show how often findings of a confidence are right")
	c.Flags().BoolVar(&e.byKind, "by-kind", false, "show what is answered by kind and verdict")
	c.Flags().BoolVar(&e.missed, "missed", false, "list the core findings of the annotation that nothing answers")
	c.Flags().BoolVar(&e.unmet, "false", false, "list findings that meet no annotated one, and traps sprung")
	return c
}

func (e *evaluation) run(cases []string) error {
	options, err := e.screen.options(e.out)
	if err != nil {
		return err
	}
	var results []measure.Result
	for _, folder := range cases {
		gold, err := goldOf(folder)
		if errors.Is(err, os.ErrNotExist) && len(cases) > 1 {
			e.say("left out: " + err.Error())
			continue
		}
		if err != nil {
			return err
		}
		report, err := e.report([]string{folder})
		if err != nil {
			return err
		}
		results = append(results, measure.Score(report, gold))
	}
	if len(results) == 0 {
		return errors.New("no annotated case is left")
	}
	total := measure.Sum(results)
	if e.json {
		return e.writeJSON(results, total)
	}
	if err := render.WriteTable(e.out, figures(results, total), options); err != nil {
		return err
	}
	for _, t := range []struct {
		asked bool
		of    func(measure.Result) render.Table
	}{{e.calibrated, calibration}, {e.byKind, byKind}, {e.missed, missed}, {e.unmet, unmet}} {
		if !t.asked {
			continue
		}
		if err := render.WriteTable(e.out, t.of(total), options); err != nil {
			return err
		}
	}
	return nil
}

// notAnnotated is a folder without annotation, as an error; it is
// os.ErrNotExist.
type notAnnotated string

func (n notAnnotated) Error() string {
	return string(n) + ": no annotation: there is no gold.json in it"
}
func (n notAnnotated) Unwrap() error { return os.ErrNotExist }

// goldOf reads the annotation of a case.
func goldOf(folder string) (*measure.Gold, error) {
	path := filepath.Join(folder, "gold.json")
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, notAnnotated(folder)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold, err := measure.ReadGold(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return gold, nil
}

// figure is a column of the table and a field of the JSON object.
type figure struct {
	title, name string
	of          func(measure.Result) measure.Share
}

var evalFigures = []figure{
	{"Core recall", "core_recall", func(r measure.Result) measure.Share { return r.Core }},
	{"Core @10", "core_at_10", func(r measure.Result) measure.Share { return r.CoreFirst }},
	{"All recall", "all_recall", func(r measure.Result) measure.Share { return r.All }},
	{"Kind exact", "kind_exact", func(r measure.Result) measure.Share { return r.KindExact }},
	{"Prec. @40", "precision_at_40", func(r measure.Result) measure.Share { return r.Precision }},
	{"Verdict", "verdict_accuracy", func(r measure.Result) measure.Share { return r.Verdict }},
	{"Traps", "traps_sprung", func(r measure.Result) measure.Share { return r.Traps }},
}

// figures is the table of the cases and, of several, their sum.
func figures(results []measure.Result, total measure.Result) render.Table {
	t := render.Table{Columns: []render.Column{{Title: "Case"}, {Title: "Found", Right: true}}}
	for _, f := range evalFigures {
		t.Columns = append(t.Columns, render.Column{Title: f.title, Weight: 1, Right: true})
	}
	t.Columns = append(t.Columns, render.Column{Title: "Pairs F1", Weight: 1, Right: true})
	rows := results
	if len(results) > 1 {
		rows = append(append([]measure.Result(nil), results...), total)
	}
	for _, r := range rows {
		row := []string{r.Case, fmt.Sprint(r.Findings)}
		for _, f := range evalFigures {
			s := f.of(r)
			row = append(row, fmt.Sprintf("%.1f%%\n%d/%d", s.Percent(), s.Part, s.Whole))
		}
		t.Rows = append(t.Rows, append(row, fmt.Sprintf("%.1f%%", r.PairsF1())))
	}
	return t
}

func missed(r measure.Result) render.Table {
	t := render.Table{Columns: []render.Column{{Title: "Missed", Weight: 1}, {Title: "Kind"}, {Title: "Verdict"}, {Title: "Subject", Weight: 4}}}
	for _, m := range r.Missed {
		if m.Core {
			t.Rows = append(t.Rows, []string{m.Case + " " + m.ID, string(m.Kind), string(m.Verdict), m.Subject})
		}
	}
	return t
}

func unmet(r measure.Result) render.Table {
	t := render.Table{Columns: []render.Column{{Title: "Unmet or trap", Weight: 1}, {Title: "Kind"}, {Title: "Verdict"}, {Title: "What", Weight: 4}}}
	for _, u := range r.Unmet {
		t.Rows = append(t.Rows, []string{u.Case + " " + u.ID, string(u.Kind), string(u.Verdict), u.Subject})
	}
	for _, s := range r.Sprung {
		t.Rows = append(t.Rows, []string{s.Case + " " + s.ID, "trap", "", s.Why})
	}
	return t
}

// share is a share in JSON.
type share struct {
	Part    int     `json:"part"`
	Whole   int     `json:"whole"`
	Percent float64 `json:"percent"`
}

func (e *evaluation) writeJSON(results []measure.Result, total measure.Result) error {
	one := func(r measure.Result) map[string]any {
		fields := map[string]any{"case": r.Case, "articles": r.Articles, "findings": r.Findings, "claims": r.Claims, "pairs_f1": r.PairsF1(), "evidence_lost": r.Lost, "mean_evidence_at_10": r.Shown.Mean(), "unplaced": r.Unplaced}
		for _, f := range append(evalFigures, figure{"", "pairs_precision", func(r measure.Result) measure.Share { return r.Said }}, figure{"", "pairs_recall", func(r measure.Result) measure.Share { return r.Joined }}) {
			s := f.of(r)
			fields[f.name] = share{s.Part, s.Whole, s.Percent()}
		}
		if e.missed {
			fields["missed"] = append([]measure.Missed{}, r.Missed...)
		}
		if e.unmet {
			fields["unmet"] = append([]measure.Unmet{}, r.Unmet...)
			fields["sprung"] = append([]measure.Sprung{}, r.Sprung...)
		}
		return fields
	}
	cases := []map[string]any{}
	for _, r := range results {
		cases = append(cases, one(r))
	}
	return render.WriteJSON(e.out, map[string]any{"cases": cases, "total": one(total)})
}
