package main

import (
	"github.com/spf13/cobra"

	"xref/compare/baseline"
	"xref/compare/render"
)

// showCommand shows one finding with its passages in context.
func showCommand(s streams) *cobra.Command {
	g := &gatherer{streams: s}
	var on screen
	var a acceptance
	c := &cobra.Command{
		Use:     "show ID [PATH...]",
		Short:   "Show one finding: each passage in its paragraph, words marked",
		Long:    "Show one finding: each passage in its paragraph, with the words marked, and for quotations\nthe difference word by word. ID is a finding's id (XR-…, or its beginning), or its rank in the report.\n\n" + pathsHelp(),
		Example: "  xref show 1 coverage/\n  xref show XR-1a2b3c4d cnn.txt fox.txt",
		Args:    atLeast(1, "ID and PATH", whatPathIs),
		RunE: func(c *cobra.Command, args []string) error {
			options, err := on.options(s.out)
			if err != nil {
				return err
			}
			if err := g.configure(c, append(a.fileSettings(&g.set), g.comparing.setting(&g.set))); err != nil {
				return err
			}
			if err := a.checkDay(); err != nil {
				return err
			}
			known, waivers, err := a.read()
			if err != nil {
				return err
			}
			paths, err := g.paths(c, args[1:])
			if err != nil {
				return err
			}
			report, err := g.report(paths)
			if err != nil {
				return err
			}
			report, _ = baseline.Accept(report, known, waivers, a.today)
			finding, err := report.Find(args[0])
			if err != nil {
				return err
			}
			return g.whole(render.WriteFinding(s.out, report, finding, options))
		},
	}
	g.flags(c)
	g.comparing.flags(c)
	g.cache.flags(c)
	g.configFlag(c)
	on.flags(c)
	a.fileFlags(c)
	return c
}
