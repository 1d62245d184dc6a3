package main

import (
	"github.com/spf13/cobra"

	"xref/compare"
)

// reporting is what report and demo share: how articles are read, what is chosen
// of the report, where it goes and when it fails.
type reporting struct {
	gatherer
	outputs
	selection
	failing []string
}

func (r *reporting) addFlags(c *cobra.Command) {
	r.outputs.flags(c)
	r.selection.flags(c)
	c.Flags().StringSliceVar(&r.failing, "fail-on", nil, "exit with status 1 where the report holds findings of these verdicts: "+failChoices().String())
	failChoices().complete(c)
}

// reportCommand compares the articles that its arguments name.
func reportCommand(s streams) *cobra.Command {
	r := &reporting{gatherer: gatherer{streams: s}}
	c := &cobra.Command{
		Use:     "report PATH...",
		Short:   "Compare articles: what agrees, what differs, who carries what",
		Long:    "Compare articles: what agrees, what differs, who carries what.\n\n" + pathsHelp(),
		Example: "  xref report coverage/\n  xref report cnn.txt fox.txt -o report.md -o report.json\n  xref report coverage/ --verdict conflict,internal --fail-on conflict",
		Args:    atLeast(1, "PATH", whatPathIs),
		RunE: func(c *cobra.Command, paths []string) error {
			return r.run(c, func() (*compare.Report, error) { return r.report(paths) })
		},
	}
	r.gatherer.flags(c)
	r.addFlags(c)
	return c
}

// run checks the flags before it makes the report, and writes what is chosen.
func (r *reporting) run(c *cobra.Command, report func() (*compare.Report, error)) error {
	to, err := r.destinations(c)
	if err != nil {
		return err
	}
	if err := r.check(); err != nil {
		return err
	}
	fail, err := parseFailOn(r.failing)
	if err != nil {
		return err
	}
	if _, err := r.options(r.out); err != nil {
		return err
	}
	whole, err := report()
	if err != nil {
		return err
	}
	stories, err := r.places(whole)
	if err != nil {
		return err
	}
	chosen := r.of(whole, stories)
	if err := r.outputs.write(chosen, to, r.out, stories); err != nil {
		return err
	}
	if fail.fails(chosen) {
		return errFailOn
	}
	return nil
}
