package main

import (
	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/baseline"
)

// reporting is what report and demo share: how articles are read, what is chosen
// of the report, what is accepted of it, where it goes and when it fails.
type reporting struct {
	gatherer
	outputs
	selection
	acceptance
}

func (r *reporting) addFlags(c *cobra.Command) {
	r.outputs.flags(c)
	r.outputs.orderFlag(c)
	r.selection.flags(c)
	r.acceptance.flags(c)
}

// reportCommand compares the articles that its arguments name.
func reportCommand(s streams) *cobra.Command {
	r := &reporting{gatherer: gatherer{streams: s}}
	c := &cobra.Command{
		Use:     "report [PATH...]",
		Short:   "Compare articles: what agrees, what differs, who carries what",
		Long:    "Compare articles: what agrees, what differs, who carries what. Without PATH the articles\nare those of " + configName + ".\n\n" + pathsHelp(),
		Example: "  xref report coverage/\n  xref report cnn.txt fox.txt -o report.html -o report.json\n  xref report coverage/ --verdict conflict,internal --fail-on conflict\n  xref report coverage/ --baseline xref-baseline.json --fail-on conflict,differ -o xref.sarif",
		RunE: func(c *cobra.Command, paths []string) error {
			if err := r.configure(c, r.settings()); err != nil {
				return err
			}
			paths, err := r.paths(c, paths)
			if err != nil {
				return err
			}
			return r.whole(r.run(c, func() (*compare.Report, error) { return r.report(paths) }))
		},
	}
	r.gatherer.flags(c)
	r.comparing.flags(c)
	r.gatherer.cache.flags(c)
	r.gatherer.configFlag(c)
	r.addFlags(c)
	return c
}

// run checks the flags before it makes the report, and writes what is chosen.
func (r *reporting) run(c *cobra.Command, report func() (*compare.Report, error)) error {
	to, err := r.destinations(c)
	if err != nil {
		return err
	}
	if err := r.guard(to, &r.gatherer, &r.acceptance); err != nil {
		return err
	}
	if err := r.selection.check(); err != nil {
		return err
	}
	if err := r.acceptance.check(); err != nil {
		return err
	}
	if _, err := r.options(r.out); err != nil {
		return err
	}
	known, waivers, err := r.acceptance.read()
	if err != nil {
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
	accepted, notes := baseline.Accept(whole, known, waivers, r.today)
	r.sayNotes(notes)
	chosen := r.of(accepted, stories)
	if r.newOnly {
		chosen = baseline.NewOnly(chosen)
	}
	gate, err := r.gate()
	if err != nil {
		return err
	}
	if len(gate.Verdicts) > 0 {
		r.outputs.fails = gate.Fails
	}
	if err := r.outputs.write(chosen, to, r.out, stories); err != nil {
		return err
	}
	if fails(gate, chosen) {
		return errFailOn
	}
	return nil
}
