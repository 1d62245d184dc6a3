package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/render"
)

// baselineName is the file of accepted findings where nobody names one.
const baselineName = "xref-baseline.json"

// baselineCommand keeps the file of accepted findings.
func baselineCommand(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "baseline",
		Short: "Keep the file of accepted findings",
		Long: `Keep the file of accepted findings. A finding is known again by what it says, not by
where it stands: added paragraphs and moved lines change nothing. What is in the
file doesn't fail a build.`,
		Example: "  xref baseline write coverage/\n  xref report coverage/ --baseline " + baselineName + " --fail-on conflict,differ,internal\n  xref baseline prune coverage/",
		Args:    noCommand,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(
		keeping(s, "write [PATH...]", "Accept all findings that there are, but agreements and what is waived", writeBaseline),
		keeping(s, "prune [PATH...]", "Take out of the file what is no longer found", pruneBaseline),
	)
	return c
}

// keeping is a command that makes a new file of accepted findings from the old
// one, if there is one, and a report.
func keeping(s streams, use, short string, keep func(old baseline.Baseline, there bool, r *compare.Report) (baseline.Baseline, string, error)) *cobra.Command {
	g := &gatherer{streams: s}
	var a acceptance
	c := &cobra.Command{
		Use:   use,
		Short: short,
		Long:  short + ". The file is that of --baseline,\nof " + configName + ", or " + baselineName + ".\n\n" + pathsHelp(),
		RunE: func(c *cobra.Command, paths []string) error {
			if !c.Flags().Changed("baseline") {
				a.baselineFile = baselineName
			}
			if err := g.configure(c, append(a.fileSettings(&g.set), g.comparing.setting(&g.set))); err != nil {
				return err
			}
			if err := a.check(); err != nil {
				return err
			}
			if g.set.sets("baseline") && !c.Flags().Changed("baseline") {
				if _, err := g.set.below("baseline", g.set.Baseline); err != nil {
					return err
				}
			}
			old, err := baseline.Read(a.baselineFile)
			there := err == nil
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			waivers := baseline.Waivers{}
			if a.waiverFile != "" {
				if waivers, err = baseline.ReadWaivers(a.waiverFile); err != nil {
					return err
				}
			}
			if paths, err = g.paths(c, paths); err != nil {
				return err
			}
			report, err := g.report(paths)
			if err != nil {
				return err
			}
			report, notes := baseline.Accept(report, baseline.Baseline{}, waivers, a.today)
			g.sayNotes(notes)
			kept, said, err := keep(old, there, report)
			if err != nil {
				return fmt.Errorf("%s: %w", a.baselineFile, err)
			}
			var b bytes.Buffer
			if err := render.WriteJSON(&b, kept); err != nil {
				return err
			}
			if err := writeFile(a.baselineFile, b.Bytes()); err != nil {
				return err
			}
			g.say(a.baselineFile + ": " + said)
			return nil
		},
	}
	g.flags(c)
	g.comparing.flags(c)
	g.cache.flags(c)
	g.configFlag(c)
	a.fileFlags(c)
	return c
}

func writeBaseline(old baseline.Baseline, _ bool, r *compare.Report) (baseline.Baseline, string, error) {
	_, gone := old.Match(r)
	b := baseline.Of(r)
	return b, fmt.Sprintf("%d findings accepted, %d of them new, %d gone", len(b.Findings), len(b.Findings)-(len(old.Findings)-len(gone)), len(gone)), nil
}

func pruneBaseline(old baseline.Baseline, there bool, r *compare.Report) (baseline.Baseline, string, error) {
	if !there {
		return old, "", fmt.Errorf("%w; “xref baseline write” makes one", fs.ErrNotExist)
	}
	_, gone := old.Match(r)
	b := old.Without(gone)
	return b, fmt.Sprintf("%d findings taken out, %d stay", len(gone), len(b.Findings)), nil
}
