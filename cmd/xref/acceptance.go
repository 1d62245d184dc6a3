package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/kind"
)

// acceptance is which findings don't count, and what a build fails on.
type acceptance struct {
	baselineFile, waiverFile string
	newOnly                  bool
	today                    string
	failing                  []string
	minSeverity              string
}

func (a *acceptance) flags(c *cobra.Command) {
	c.Flags().StringSliceVar(&a.failing, "fail-on", nil, "exit with status 1 where the report holds findings of these verdicts: "+failChoices().String())
	c.Flags().StringVar(&a.minSeverity, "min-severity", "", "let only findings fail that are at least so severe: "+severityChoices.String())
	c.Flags().BoolVar(&a.newOnly, "new-only", false, "report only what counts: neither agreements nor what the baseline or a waiver accepts")
	a.fileFlags(c)
	failChoices().complete(c)
	severityChoices.complete(c)
}

// fileFlags are the flags of the files that accept findings.
func (a *acceptance) fileFlags(c *cobra.Command) {
	c.Flags().StringVar(&a.baselineFile, "baseline", "", "`FILE` of findings that are accepted, as “xref baseline write” makes it")
	a.waiverFlags(c)
}

// fileSettings are the keys of the configuration for those files.
func (a *acceptance) fileSettings(f *configuration) []setting {
	return []setting{
		{"baseline", []string{"baseline"}, func() error { a.baselineFile = f.file(f.Baseline); return nil }, func() string { return a.baselineFile }},
		{"waivers", []string{"waivers"}, func() error { a.waiverFile = f.file(f.Waivers); return nil }, func() string { return a.waiverFile }},
	}
}

func (a *acceptance) waiverFlags(c *cobra.Command) {
	c.Flags().StringVar(&a.waiverFile, "waivers", "", "`FILE` of waivers: findings or patterns with reason, who and until when, in YAML")
	c.Flags().StringVar(&a.today, "today", "", "`DAY` that waivers are held against, as 2026-12-31 (default: today)")
}

var errNothingFails = errors.New("--min-severity: says how severe what --fail-on names must be, but --fail-on names nothing")

// check finds wrong values before any work is done.
func (a *acceptance) check() error {
	if _, err := a.gate(); err != nil {
		return err
	}
	if a.minSeverity != "" && len(a.failing) == 0 {
		return errNothingFails
	}
	return a.checkDay()
}

// checkDay sets the day that waivers are held against where nobody gives one.
func (a *acceptance) checkDay() error {
	if a.today == "" {
		a.today = time.Now().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, a.today); err != nil {
		return fmt.Errorf("--today: %q is no day; write it as 2026-12-31", a.today)
	}
	return nil
}

func (a *acceptance) gate() (baseline.Gate, error) {
	g := baseline.Gate{Least: kind.Severity(a.minSeverity)}
	names, err := failChoices().all(a.failing)
	for _, n := range names {
		g.Verdicts = append(g.Verdicts, kind.Verdict(n))
	}
	if err == nil && a.minSeverity != "" {
		err = severityChoices.one(a.minSeverity)
	}
	return g, err
}

// read reads the files of accepted findings.
func (a *acceptance) read() (b baseline.Baseline, w baseline.Waivers, err error) {
	if a.baselineFile != "" {
		if b, err = baseline.Read(a.baselineFile); err != nil {
			return b, w, err
		}
	}
	if a.waiverFile != "" {
		w, err = baseline.ReadWaivers(a.waiverFile)
	}
	return b, w, err
}

// fails reports whether a report fails the build.
func fails(g baseline.Gate, r *compare.Report) bool {
	for i := range r.Findings {
		if g.Fails(&r.Findings[i]) {
			return true
		}
	}
	return false
}

// sayNotes tells what is to be known of waivers.
func (g *gatherer) sayNotes(notes []baseline.Note) {
	for _, n := range notes {
		g.say(fmt.Sprintf("%s:%d: %s", n.Path, n.Line, n.Message))
	}
}
